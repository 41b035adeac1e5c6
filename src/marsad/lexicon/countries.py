"""Countries: what Arabic news calls each state, joined from CLDR (through babel) and `data/countries.tsv`.

CLDR gives the Arabic and English short names; the table adds what CLDR lacks: other names, nationality adjectives,
capitals, seats of power. Feminine, dual and plural adjectives are generated here, never listed.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec
from babel import Locale
from babel.core import get_global

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_table

_COLUMNS = ("code", "kind", "name")
_CODE = re.compile(r"[A-Z]{3}")

# The regional locales differ in a handful of names (أوروغواي, أورغواي); the first one decides which name is shown.
_LOCALES = ("ar", "ar_EG", "ar_SA", "ar_MA")

# CLDR qualifies some names (ميانمار (بورما), الكونغو - كينشاسا). No text writes them so; the table has the real ones.
_QUALIFIED = re.compile(r"[()]| - ")

# CLDR knows Kosovo by XKK; XKX is what data sets of news and of the World Bank write.
_CLDR_CODES = {"XKX": "XKK"}

# What stands in place of the final ي of a nationality adjective: singular m, m accusative, f; dual m nominative and
# oblique;
# plural m nominative (its oblique is spelt like the dual's); dual f nominative and oblique; plural f.
_ENDINGS = ("ي", "يا", "ية", "يان", "يين", "يون", "يتان", "يتين", "يات")


class CountryField(StrEnum):
    """Kinds of lines in `countries.tsv`; the header of that file says what each one means."""

    ENGLISH = "english"
    FORMER = "former"
    DISPLAY = "display"
    NAME = "name"
    ADJECTIVE = "adjective"
    PLURAL = "plural"
    CAPITAL = "capital"
    SEAT = "seat"
    AMBIGUOUS = "ambiguous"


class Country(msgspec.Struct, frozen=True):
    """One state or territory and the Arabic strings that name it; no string has a clitic, adjectives have no article.

    `code` is ISO 3166-1 alpha-3 (3166-3 for former states, XKX for Kosovo). `names` starts with `name_ar`, the one to
    show. `adjectives` holds every surface form: gender, number, case, broken plurals. `ambiguous` repeats those strings
    of the other fields that are also something else (مالي "financial"): they count only where the words around them
    settle it.
    """

    code: str
    name_en: str
    name_ar: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    ambiguous: tuple[str, ...]


class _Row(msgspec.Struct, frozen=True):
    """One data line of the table, with its number counted from 1."""

    line: int
    code: str
    field: CountryField
    text: str


def load_countries(path: Path) -> tuple[Country, ...]:
    """Read the table at `path` and join it with CLDR; sorted by code. Raises LexiconError naming file and line."""
    rows_by_code: dict[str, list[_Row]] = {}
    for row in (_parse_row(path, number, cells) for number, cells in load_table(path, _COLUMNS)):
        rows_by_code.setdefault(row.code, []).append(row)
    return tuple(_to_country(path, code, rows_by_code[code]) for code in sorted(rows_by_code))


def inflect_adjective(lemma: str) -> tuple[str, ...]:
    """All forms of a masculine singular nationality adjective, the lemma first; its words inflect together.

    كوري جنوبي gives كورية جنوبية, كوريان جنوبيان and so on; a word that does not end in ي (جنوب أفريقي) stays as it is.
    """
    words = lemma.split()
    return tuple(" ".join(word[:-1] + ending if word.endswith("ي") else word for word in words) for ending in _ENDINGS)


def _parse_row(path: Path, number: int, cells: dict[str, str]) -> _Row:
    code, kind, text = (cells[column] for column in _COLUMNS)
    if not _CODE.fullmatch(code):
        raise LexiconError(f"not an alpha-3 code: {code!r}", path=path, line=number, field="code")
    if kind not in tuple(CountryField):
        raise LexiconError(f"unknown kind: {kind!r}", path=path, line=number, field="kind")
    if not text or text != " ".join(text.split()):
        raise LexiconError(f"empty or badly spaced: {text!r}", path=path, line=number, field="name")
    if kind == CountryField.ADJECTIVE and not text.endswith("ي"):
        raise LexiconError(
            f"adjective is not a masculine singular in ي: {text!r}", path=path, line=number, field="name"
        )
    return _Row(line=number, code=code, field=CountryField(kind), text=text)


def _to_country(path: Path, code: str, rows: list[_Row]) -> Country:
    def texts(field: CountryField) -> tuple[str, ...]:
        return tuple(row.text for row in rows if row.field is field)

    former = texts(CountryField.FORMER)
    territory = None if former else _find_territory(code)
    names = _unique((*texts(CountryField.DISPLAY), *_arabic_names(territory), *texts(CountryField.NAME)))
    english = (*former, *texts(CountryField.ENGLISH), *_english_names(territory))
    if not names or not english:
        missing = "Arabic" if not names else "English"
        raise LexiconError(f"{code} has no {missing} name, here or in CLDR", path=path, line=rows[0].line)
    lemmas = texts(CountryField.ADJECTIVE)
    inflected = tuple(form for lemma in lemmas for form in inflect_adjective(lemma))
    country = Country(
        code=code,
        name_en=english[0],
        name_ar=names[0],
        names=names,
        adjectives=_unique((*inflected, *(form for text in texts(CountryField.PLURAL) for form in _to_cases(text)))),
        capitals=texts(CountryField.CAPITAL),
        seats=texts(CountryField.SEAT),
        ambiguous=_unique(
            form
            for text in texts(CountryField.AMBIGUOUS)
            for form in ((text, *inflect_adjective(text)) if text in lemmas else (text,))
        ),
    )
    _check_ambiguous(path, country, rows)
    return country


def _to_cases(plural: str) -> tuple[str, ...]:
    """A broken plural and its accusative: طرد دبلوماسيين روسا. Plurals in ة and sound ones have none of their own."""
    bare = " " not in plural and not plural.endswith(("ة", "ون", "ين"))
    return (plural, plural + "ا") if bare else (plural,)


def _check_ambiguous(path: Path, country: Country, rows: list[_Row]) -> None:
    """Every ambiguous string must be one that the country has, or the mark would silently do nothing."""
    known = {*country.names, *country.adjectives, *country.capitals, *country.seats}
    for row in rows:
        if row.field is CountryField.AMBIGUOUS and row.text not in known:
            raise LexiconError(f"{row.text!r} is no string of {row.code}", path=path, line=row.line, field="name")


def _find_territory(code: str) -> str | None:
    """CLDR's two-letter code; None where it has none or several (the Soviet Union's successors)."""
    aliases: tuple[str, ...] = tuple(get_global("territory_aliases").get(_CLDR_CODES.get(code, code), ()))
    return aliases[0] if len(aliases) == 1 else None


def _arabic_names(territory: str | None) -> tuple[str, ...]:
    found = (Locale.parse(locale).territories.get(territory, "") for locale in _LOCALES)
    return _unique(_without_marks(name) for name in found if name and not _QUALIFIED.search(name))


def _english_names(territory: str | None) -> tuple[str, ...]:
    name = Locale("en").territories.get(territory)
    return (name,) if name else ()


def _without_marks(name: str) -> str:
    """Drop vowel signs, which CLDR writes in عُمان, so that every string here is spelt as in the table."""
    return "".join(char for char in name if not unicodedata.combining(char))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
