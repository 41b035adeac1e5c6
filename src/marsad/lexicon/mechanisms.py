"""Mechanisms: named formats of regular contact, and how a contact is held: `data/mechanisms.toml`."""

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import msgspec

from marsad.lang.fold import fold
from marsad.lang.stems import to_stem, without_article
from marsad.lexicon.tables import load_toml
from marsad.model import Name
from marsad.model.contact import ContactForm, ContactLevel

_REACH = 4  # words after the head within which the second word of a format stands


class Format(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """A named format. One of `heads` names it where one of `with_` follows before any preposition; alone where there is
    no `with_`."""

    id: str
    en: str
    ar: str
    level: ContactLevel
    heads: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    with_: tuple[str, ...] = ()


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: ContactForm
    ar: tuple[str, ...]
    example: str


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    level: ContactLevel
    en: str
    ar: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    breaks: tuple[str, ...]
    mechanism: tuple[Format, ...]
    form: tuple[_Form, ...]
    group: tuple[_Group, ...]


@dataclass(frozen=True, eq=False)
class Mechanisms:
    """All sections of the file, words folded."""

    formats: tuple[Format, ...]
    forms: tuple[tuple[ContactForm, tuple[str, ...]], ...]
    breaks: frozenset[str]
    groups: dict[ContactLevel, Name]

    def find(self, words: tuple[str, ...]) -> Format | None:
        """Return the format that folded words name, the one named first; None where they name none."""
        for place in range(len(words)):
            for form in self.formats:
                if _is_named(form, words, place, self.breaks):
                    return form
        return None

    def find_form(self, passage: str) -> ContactForm | None:
        """Return the form that a folded passage tells, None where it tells none."""
        padded = f" {passage} "
        return next((form for form, cues in self.forms if any(f" {cue} " in padded for cue in cues)), None)


def load_mechanisms(path: Path) -> Mechanisms:
    """Read the mechanisms. Raises LexiconError naming file and field."""
    file = load_toml(path, _File)
    return Mechanisms(
        formats=file.mechanism,
        forms=tuple((form.id, tuple(fold(words) for words in form.ar)) for form in file.form),
        breaks=frozenset(map(fold, file.breaks)),
        groups={group.level: Name(group.ar, group.en) for group in file.group},
    )


def _is_named(form: Format, words: tuple[str, ...], place: int, breaks: frozenset[str]) -> bool:
    for head in form.heads:
        parts = fold(head).split()
        if not _matches(words[place : place + len(parts)], parts):
            continue
        after = tuple(takewhile(lambda word: word not in breaks, words[place + len(parts) :]))[:_REACH]
        if not form.with_ or any(_follows(after, fold(second).split()) for second in form.with_):
            return True
    return False


def _follows(words: tuple[str, ...], parts: list[str]) -> bool:
    return any(_matches(words[at : at + len(parts)], parts) for at in range(len(words) - len(parts) + 1))


def _matches(words: tuple[str, ...], parts: list[str]) -> bool:
    """The parts stand there, each with or without article and clitics; the light stem decides."""
    return len(words) == len(parts) and all(
        without_article(word) == without_article(part) or to_stem(word) == to_stem(part)
        for word, part in zip(words, parts, strict=True)
    )
