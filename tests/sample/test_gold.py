"""The bundled sample and its gold annotations agree with each other.

Every exact string stands in the visible text of its article, ids resolve, vocabularies are right, weekdays fit their
dates, and what is listed as furniture does not cover the article's own lines. The visible text is taken with the
standard library, not with the project's own cleaner, so that a fault in one cannot hide a fault in the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parents[2] / "src" / "marsad" / "sample"
ARTICLES = {path.stem: path for path in sorted(SAMPLE.iterdir()) if path.suffix in (".html", ".txt")}
GOLD = {path.stem: path for path in sorted((SAMPLE / "gold").glob("*.json"))}

KEYS = {
    "root": {"id", "published", "title", "noise", "entities", "times", "quantities", "statements", "events"},
    "entities": {"id", "kind", "name_en", "country", "role_en", "forms"},
    "times": {"text", "n", "type", "value"},
    "quantities": {"text", "n", "value", "unit", "measure", "period", "status"},
    "statements": {"speaker", "cue", "content", "kind", "via"},
    "events": {"type", "mode", "status", "actors", "recipients", "who", "date", "place", "trigger"},
}
ENTITY_KINDS = {"person", "country", "organization", "media", "place"}
TIME_TYPES = {"DATE", "TIME", "DURATION", "SET"}
STATEMENT_KINDS = {"direct", "indirect", "mixed"}
QUANTITY_STATUS = {"actual", "target", "forecast", "limit"}
EVENT_STATUS = {"actual", "future", "hypothetical", "negated"}
# PLOVER event types with the modes each allows.
MODES: dict[str, set[str]] = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "cyber"},
    "ASSAULT": {"abduct", "beat", "torture", "targeted", "destroy", "firearms", "explosives", "aerial", "drone"},
}
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
SHORT_NOISE = 12  # furniture up to this length counts only where it stands alone, as in the scorer


class VisibleText(HTMLParser):
    """Collects what a reader of the page sees, each element on its own line, without scripts, styles, head title."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style", "title")
        self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style", "title")
        self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def visible_text(path: Path) -> str:
    """The article's text; pages are decoded as their meta element says."""
    data = path.read_bytes()
    text = data.decode("cp1256" if b"charset=windows-1256" in data else "utf-8")
    if path.suffix == ".txt":
        return text
    parser = VisibleText()
    parser.feed(text)
    return re.sub(r" *\n\s*", "\n", "".join(parser.parts)).strip()


def load_gold(stem: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(GOLD[stem].read_text(encoding="utf-8"))
    return gold


def furniture_spans(text: str, gold: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for line in gold["noise"]:
        for found in re.finditer(re.escape(line), text):
            before, after = text[: found.start()][-1:], text[found.end() :][:1]
            if len(line) > SHORT_NOISE or (before in "\n \t" and after in "\n \t"):
                yield found.span()


def nth_span(text: str, string: str, n: int) -> tuple[int, int]:
    places = [found.span() for found in re.finditer(re.escape(string), text)]
    assert len(places) >= n, f"{string!r} occurs {len(places)} times, not {n}"
    return places[n - 1]


def test_each_article_has_gold() -> None:
    assert set(ARTICLES) == set(GOLD)
    assert len(ARTICLES) >= 15


def test_readme_names_each_article() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in ARTICLES.values() if f"`{path.name}`" not in readme] == []


@pytest.mark.parametrize("stem", GOLD)
def test_form(stem: str) -> None:
    gold = load_gold(stem)
    assert gold["id"] == stem
    assert set(gold) == KEYS["root"]
    for layer, keys in KEYS.items():
        assert layer == "root" or all(set(item) == keys for item in gold[layer]), layer
    published = gold["published"]
    assert set(published) == {"value", "earliest", "latest"}
    assert all(day is None or date.fromisoformat(day) for day in published.values())
    assert published["value"] is None or published["earliest"] is published["latest"] is None


@pytest.mark.parametrize("stem", GOLD)
def test_exact_strings_are_in_the_text(stem: str) -> None:
    gold, text = load_gold(stem), visible_text(ARTICLES[stem])
    named = {entity["id"] for entity in gold["entities"]}
    strings = [gold["title"], *gold["noise"]]
    strings += [form for entity in gold["entities"] for form in entity["forms"]]
    strings += [item[field] for item in gold["statements"] for field in ("cue", "content")]
    strings += [item["speaker"] for item in gold["statements"] if item["speaker"] not in named]
    strings += [item["trigger"] for item in gold["events"]]
    assert [string for string in strings if string not in text] == []
    assert [string for string in strings if string != string.strip()] == []


@pytest.mark.parametrize("stem", GOLD)
def test_ids_and_vocabularies(stem: str) -> None:
    gold = load_gold(stem)
    named = [entity["id"] for entity in gold["entities"]]
    assert len(named) == len(set(named))
    assert {entity["kind"] for entity in gold["entities"]} <= ENTITY_KINDS
    assert all(re.fullmatch("[A-Z]{3}", entity["country"] or "XXX") and entity["forms"] for entity in gold["entities"])
    assert {item["type"] for item in gold["times"]} <= TIME_TYPES
    assert {item["status"] for item in gold["quantities"]} <= QUANTITY_STATUS
    assert {item["kind"] for item in gold["statements"]} <= STATEMENT_KINDS
    assert {ident for item in gold["statements"] for ident in item["via"]} <= set(named)
    assert {ident for item in gold["events"] for ident in item["who"]} <= set(named)
    for event in gold["events"]:
        assert event["mode"] is None or event["mode"] in MODES[event["type"]], event
        assert event["status"] in EVENT_STATUS, event
        assert event["actors"], event
        assert all(re.fullmatch("[A-Z]{2,12}", code) for code in event["actors"] + event["recipients"]), event


@pytest.mark.parametrize("stem", GOLD)
def test_times_and_quantities_stand_outside_furniture(stem: str) -> None:
    gold, text = load_gold(stem), visible_text(ARTICLES[stem])
    covered = list(furniture_spans(text, gold))
    for item in gold["times"] + gold["quantities"]:
        start, end = nth_span(text, item["text"], item["n"])
        assert not any(a < end and start < b for a, b in covered), item
        assert not text[start - 1 : start].isdigit(), item
        assert not text[end : end + 1].isdigit(), item


@pytest.mark.parametrize("stem", GOLD)
def test_furniture_covers_whole_lines(stem: str) -> None:
    gold, text = load_gold(stem), visible_text(ARTICLES[stem])
    for start, end in furniture_spans(text, gold):
        line = text[text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0].strip()
        assert line in gold["noise"], (text[start:end], line)


@pytest.mark.parametrize("stem", GOLD)
def test_weekdays_fit_their_dates(stem: str) -> None:
    gold = load_gold(stem)
    for item in gold["times"]:
        named = [number for number, name in enumerate(WEEKDAYS) if name in item["text"]]
        if named and item["value"]:
            assert date.fromisoformat(item["value"][:10]).weekday() == named[0], item


@pytest.mark.parametrize("stem", GOLD)
def test_quotation_marks_fit_the_kind(stem: str) -> None:
    gold, text = load_gold(stem), visible_text(ARTICLES[stem])
    for item in gold["statements"]:
        quoted = f'"{item["content"]}"' in text
        assert quoted == (item["kind"] == "direct"), item
        assert item["kind"] != "mixed" or '"' in item["content"], item


def test_reprint_shares_the_wire_text() -> None:
    wire, reprint = (visible_text(ARTICLES[stem]) for stem in ("14-erdogan-in-cairo", "15-erdogan-in-cairo-reprint"))
    sentences = [line for line in reprint.split("\n") if len(line) > 60 and line.endswith(".")]
    assert len(sentences) >= 6
    assert all(sentence in wire for sentence in sentences)
