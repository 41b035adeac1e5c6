"""Sentences and counts of reports and pages, as templates in both languages: `data/sentences.toml`."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from babel import Locale

from marsad.errors import LexiconError
from marsad.lexicon.labels import Language
from marsad.lexicon.tables import load_toml


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with its fields in braces, the same ones in both languages."""

    en: str
    ar: str


class Plural(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A counted noun by CLDR's plural categories of each language; `{n}` is the number."""

    en: dict[str, str]
    ar: dict[str, str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sentence: dict[str, Template]
    count: dict[str, Plural]


@dataclass(frozen=True, eq=False)
class Sentences:
    """All templates and counts by key."""

    templates: Mapping[str, Template]
    counts: Mapping[str, Plural]

    def fill(self, key: str, language: Language, **fields: str) -> str:
        """Return a sentence with its fields filled in. Raises KeyError for an unknown key or a missing field."""
        template = self.templates[key]
        return (template.ar if language is Language.AR else template.en).format(**fields)

    def count(self, key: str, number: int, language: Language) -> str:
        """Return a number with what is counted, by the plural rules of the language."""
        plural = self.counts[key]
        forms = plural.ar if language is Language.AR else plural.en
        return forms[Locale(language.value).plural_form(number)].format(n=number)


def load_sentences(path: Path) -> Sentences:
    """Read the templates. Raises LexiconError for fields that differ between the languages and for missing plurals."""
    file = load_toml(path, _File)
    for key, template in file.sentence.items():
        if _fields(template.en) != _fields(template.ar):
            raise LexiconError("the two languages do not have the same fields", path=path, field=f"sentence.{key}")
    for key, plural in file.count.items():
        for language, forms in ((Language.EN, plural.en), (Language.AR, plural.ar)):
            if set(forms) != {*Locale(language.value).plural_form.tags, "other"}:
                raise LexiconError(f"must have CLDR's plurals of {language}", path=path, field=f"count.{key}")
    return Sentences(file.sentence, file.count)


def _fields(template: str) -> frozenset[str]:
    return frozenset(field for _, field, _, _ in string.Formatter().parse(template) if field)
