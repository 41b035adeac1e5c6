"""The copies: reports reprinted whole, edited, cut, quoted inside other texts, mixed, with changed figures and days."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random

from collection.drafts import WEEKDAYS, Draft, Line, add_days, fill_days
from collection.material import Changed, Happening, Material
from collection.reports import change_line

# How a reprint says where it is from: not at all, above the text, inside the first sentence, below.
_CREDITS = ("none", "above", "inside", "below")
_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)
# Every sixth happening has a copy of a copy.
_AGAIN = 6


def find_reprints(material: Material, reports: tuple[Draft, ...], random: Random) -> Iterator[Draft]:
    """Yield the copies: two of each happening in turn of the ways to copy, and those that change what was planted."""
    by_id = {report.id: report for report in reports}
    desk = _Desk(material, random)
    ways: tuple[Callable[[Draft, Draft], Draft], ...] = (
        desk.exact, desk.near, desk.truncated, desk.excerpt, desk.edited, desk.mixed, desk.dated,
    )  # fmt: skip
    for number, happening in enumerate(material.happenings):
        first, second = by_id[f"{happening.id}-a"], by_id[f"{happening.id}-b"]
        for step, (one, other) in enumerate(((first, second), (second, first))):
            yield ways[(2 * number + step) % len(ways)](one, other)
        if number % _AGAIN == 0:
            near = desk.near(first, second)
            yield near
            yield desk.truncated(near, second)
    for change in material.changed:
        if change.where == "copy":
            yield desk.changed(by_id[f"{change.happening}-a"], change)


class _Desk:
    """Where reprints are made."""

    def __init__(self, material: Material, random: Random) -> None:
        self._material, self._random = material, random
        self._happenings = {happening.id: happening for happening in material.happenings}
        self._hosts = random.sample(material.hosts, len(material.hosts))
        self._number = 0

    def exact(self, source: Draft, _: Draft) -> Draft:
        return self._reprint(source, "exact", source.title, source.lines)

    def near(self, source: Draft, _: Draft) -> Draft:
        return self._reprint(source, "near", source.title, self._spell(self._reword(source.lines, 2)))

    def truncated(self, source: Draft, _: Draft) -> Draft:
        return self._reprint(source, "truncated", source.title, source.lines[:2])

    def excerpt(self, source: Draft, _: Draft) -> Draft:
        host = self._hosts.pop()
        lines = (
            Line(f"host/{host.title}/before", host.before), *source.lines[:2],
            Line(f"host/{host.title}/after", host.after),
        )  # fmt: skip
        return replace(self._reprint(source, "excerpt", Line(f"host/{host.title}", host.title), lines), story=None)

    def edited(self, source: Draft, other: Draft) -> Draft:
        lead, *rest = self._reword(source.lines, 4)
        own = Line(f"editor/{self._number}", self._random.choice(self._material.editor.lines))
        title = Line(f"editor/{self._number}/title", other.title.text)
        return self._reprint(source, "edited", title, self._spell((lead, *rest[::-1], own)))

    def mixed(self, source: Draft, other: Draft) -> Draft:
        """Two sentences of either; the one with the later news stands second."""
        title = Line(f"editor/{self._number}/title", f"{source.title.text} (ملخص)")
        made = self._reprint(source, "mixed", title, (*source.lines[:2], other.lines[0], *other.lines[2:3]))
        parents = frozenset({source.id, other.id})
        return replace(
            made,
            parents=tuple(sorted(parents)),
            ancestors=parents,
            credit=f"{source.outlet} - {other.outlet}",
            published=add_days(max(source.published, other.published), 1),
        )

    def dated(self, source: Draft, _: Draft) -> Draft:
        """Reprinted days later, the weekday told as a date."""
        day = date.fromisoformat(self._happening(source).day)
        told = f"في {day.day} {_MONTHS[day.month - 1]}"
        lines = tuple(replace(line, text=line.text.replace(WEEKDAYS[day.weekday()], told)) for line in source.lines)
        made = self._reprint(source, "near", source.title, lines)
        return replace(made, published=add_days(source.published, self._random.randint(4, 9)))

    def changed(self, source: Draft, change: Changed) -> Draft:
        day = self._happening(source).day
        change = replace_days(change, day)
        lines = tuple(change_line(line, change) for line in source.lines)
        return self._reprint(source, "near", source.title, lines)

    def _happening(self, source: Draft) -> Happening:
        return self._happenings[source.id.rsplit("-", 1)[0]]

    def _reprint(self, source: Draft, kind: str, title: Line, lines: tuple[Line, ...]) -> Draft:
        self._number += 1
        outlet = self._random.choice(
            [one for one in self._material.outlets if not one.agency and one.name != source.outlet]
        )
        way = self._random.choice(_CREDITS)
        is_agency = any(one.agency and one.name == source.outlet for one in self._material.outlets)
        named = f"{'وكالة' if is_agency else 'صحيفة'} {source.outlet}"
        is_told = way == "below" or (way == "above" and is_agency) or (way == "inside" and kind != "exact")
        lead = lines[0]
        if way == "inside" and kind != "exact" and lead.text.endswith("."):
            lead = replace(lead, text=f"{lead.text[:-1]}، بحسب ما نشرته {named}.")
        below = (Line(f"credit/{self._number}", f"المصدر: {named}"),) if way == "below" else ()
        return Draft(
            id=f"copy{self._number:03}-{kind}",
            outlet=outlet.name,
            published=add_days(source.published, self._random.choice((0, 1, 1, 2) if is_told else (1, 2))),
            title=title,
            lines=(lead, *lines[1:], *below),
            story=source.story,
            kind=kind,
            parents=(source.id,),
            credit=f"{source.outlet}" if way == "above" else "",
            ancestors=source.ancestors | {source.id},
        )

    def _reword(self, lines: tuple[Line, ...], most: int) -> tuple[Line, ...]:
        """Exchange some of the editor's words, each once."""
        pairs = list(self._material.editor.words)
        self._random.shuffle(pairs)
        done = 0
        found = list(lines)
        for old, new in pairs:
            for place, line in enumerate(found):
                if done < most and old in line.text:
                    found[place] = replace(line, text=line.text.replace(old, new, 1))
                    done += 1
                    break
        return tuple(found)

    def _spell(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Set in the spelling of another house."""
        pairs = self._material.spelling[self._random.choice(sorted(self._material.spelling))]

        def spell(text: str) -> str:
            for old, new in pairs:
                text = text.replace(old, new)
            return text

        return tuple(replace(line, text=spell(line.text)) for line in lines)


def replace_days(change: Changed, day: str) -> Changed:
    """Return a change of weekdays with their names."""
    return Changed(change.happening, change.kind, change.where, fill_days(change.old, day), fill_days(change.new, day))
