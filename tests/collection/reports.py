"""The originals: independent reports of each happening, denials, promises, speeches, series."""

from collections.abc import Iterator
from random import Random

from collection.drafts import Draft, Line, add_days, fill_days
from collection.material import Changed, Denial, Happening, Material, Promise, Series, Speech


def find_reports(material: Material, random: Random) -> Iterator[Draft]:
    """Yield all articles that are made from no other."""
    changed: dict[str, list[Changed]] = {happening.id: [] for happening in material.happenings}
    for change in material.changed:
        if change.where == "second":
            changed[change.happening].append(change)
    for happening in material.happenings:
        yield from _report(happening, changed[happening.id], material, random)
    for denial in material.denials:
        yield from _deny(denial, material, random)
    for promise in material.promises:
        yield from _promise(promise, material, random)
    for number, speech in enumerate(material.speeches):
        yield from _speak(number, speech, material, random)
    for series in material.series:
        yield from _repeat(series)


def _report(happening: Happening, changed: list[Changed], material: Material, random: Random) -> Iterator[Draft]:
    """Three reports: a wire's, a paper's own with its background, a short one of a third outlet."""
    wire, paper, other = _pick_outlets(material, random)
    for number, outlet in enumerate((wire, paper, other)):
        lines = [Line(f"{happening.id}/{number}/lead", happening.leads[number], happening.id)]
        if number < 2:
            lines += [
                Line(f"{happening.id}/{number}/{place}", pair[number]) for place, pair in enumerate(happening.details)
            ]
        title = Line(f"{happening.id}/{number}/title", happening.titles[number])
        if number == 1:
            for background in material.backgrounds:
                if happening.id in background.of:
                    outlet = background.outlet
                    lines += [Line(f"{outlet}/{i}", text) for i, text in enumerate(background.sentences)]
            for change in changed:
                lines = [change_line(line, change) for line in lines]
        yield Draft(
            id=f"{happening.id}-{'abc'[number]}",
            outlet=outlet,
            published=add_days(happening.day, random.choice((0, 0, 1))),
            title=title,
            lines=tuple(Line(line.key, fill_days(line.text, happening.day), line.happening) for line in lines),
            story=happening.id,
        )


def change_line(line: Line, change: Changed) -> Line:
    """Return a sentence with something else in it; it has a key of its own, for it is the other one's rival."""
    plain = line.text.replace("‹", "").replace("›", "")
    if change.old not in plain:
        return line
    if change.old in line.text:
        return Line(f"{line.key}*", line.text.replace(change.old, change.new), line.happening)
    raise ValueError(f"{change.happening}: a mark stands inside {change.old!r}")


def _deny(denial: Denial, material: Material, random: Random) -> Iterator[Draft]:
    first, second, _ = _pick_outlets(material, random)
    if denial.happening is not None:
        happening = next(one for one in material.happenings if one.id == denial.happening)
        id, day, title, story = f"{denial.happening}-denied", add_days(happening.day, 1), denial.title, None
    else:
        id, day, title, story = f"{denial.id}-denied", denial.day, denial.denied, denial.id
        yield _plain(f"{denial.id}-told", first, denial.day, denial.title, denial.claim, story)
    yield _plain(id, second, day, title, denial.sentences, story, denial.day or None)


def _promise(promise: Promise, material: Material, random: Random) -> Iterator[Draft]:
    first, second, _ = _pick_outlets(material, random)
    happening = promise.of or promise.id
    yield _plain(f"{promise.id}-made", first, promise.day, promise.title, promise.sentences, None, happening=happening)
    if promise.later:
        yield _plain(
            f"{promise.id}-later", second, promise.later_day, promise.later_title, promise.later, None,
            happening=happening,
        )  # fmt: skip


def _speak(number: int, speech: Speech, material: Material, random: Random) -> Iterator[Draft]:
    outlets = _pick_outlets(material, random)
    for place, title in enumerate(speech.titles):
        sentences = (
            speech.leads[place],
            speech.frames[place].replace("{quote}", speech.quote),
            speech.ends[place],
        )
        yield _plain(f"speech{number}-{'ab'[place]}", outlets[place], speech.day, title, sentences, f"speech{number}")


def _repeat(series: Series) -> Iterator[Draft]:
    for day, words in zip(series.days, series.filled, strict=True):
        id = f"{series.id}-{day}"
        sentences = tuple(_fill(sentence, words) for sentence in series.sentences)
        yield _plain(id, series.outlet, day, fill_days(_fill(series.title, words), day), sentences, id)


def _fill(text: str, words: tuple[str, ...]) -> str:
    for number, word in enumerate(words):
        text = text.replace(f"{{{number}}}", word)
    return text


def _plain(
    id: str, outlet: str, day: str, title: str, sentences: tuple[str, ...], story: str | None,
    told: str | None = None, happening: str | None = None,
) -> Draft:  # fmt: skip
    """A report of sentences that stand for themselves; `told` is the day they speak of."""
    lines = tuple(
        Line(f"{id}/{number}", fill_days(text, told or day), (happening or story) if "‹" in text else None)
        for number, text in enumerate(sentences)
    )
    return Draft(id, outlet, day, Line(f"{id}/title", title), lines, story)


def _pick_outlets(material: Material, random: Random) -> tuple[str, str, str]:
    """An agency and two others."""
    agencies = [outlet.name for outlet in material.outlets if outlet.agency]
    papers = [outlet.name for outlet in material.outlets if not outlet.agency]
    paper, other = random.sample(papers, 2)
    return random.choice(agencies), paper, other
