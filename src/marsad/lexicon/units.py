"""What figures are counted and measured in (`data/units.toml`), and the currency of each state (CLDR through babel)."""

from functools import lru_cache
from pathlib import Path

import msgspec
from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lexicon.tables import load_toml


class UnitWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one meaning. `code` is the unit, class or value they stand for, empty where the file says so.

    `dual`: a bare dual of these nouns (of units: of the first) is a figure (جنديين). `needs_state`: a currency whose
    noun is also a common word counts only with its adjective (بات تايلندي). `lemmas` are verbs, of which every form
    counts.
    """

    ar: tuple[str, ...] = ()
    code: str = ""
    dual: bool = False
    needs_state: bool = False
    lemmas: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()


class Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All sections of the file; its header says what each holds."""

    currency: tuple[UnitWords, ...]
    symbol: tuple[UnitWords, ...]
    unit: tuple[UnitWords, ...]
    points: tuple[UnitWords, ...]
    rank: tuple[UnitWords, ...]
    leader: tuple[UnitWords, ...]
    superlative: tuple[UnitWords, ...]
    scope: tuple[UnitWords, ...]
    counted: tuple[UnitWords, ...]
    times: tuple[UnitWords, ...]
    toll: tuple[UnitWords, ...]
    counter: tuple[UnitWords, ...]
    to: tuple[UnitWords, ...]
    between: tuple[UnitWords, ...]
    degree: tuple[UnitWords, ...]
    level: tuple[UnitWords, ...]
    change: tuple[UnitWords, ...]
    voted: tuple[UnitWords, ...]
    not_share: tuple[UnitWords, ...]
    comparison: tuple[UnitWords, ...]
    exceeding: tuple[UnitWords, ...]
    status: tuple[UnitWords, ...]
    status_after: tuple[UnitWords, ...]
    measure: tuple[UnitWords, ...]
    head: tuple[UnitWords, ...]
    not_quantity: tuple[UnitWords, ...]
    not_counted: tuple[UnitWords, ...]


def load_units(path: Path) -> Units:
    """The units of the TOML file at `path`. Raises LexiconError naming file and field."""
    units = load_toml(path, Units)
    for field in units.__struct_fields__:
        for words in getattr(units, field):
            if not (words.ar or words.lemmas) or not all(word.strip() for word in words.ar):
                raise LexiconError("an entry has an empty Arabic form", path=path, field=field)
    return units


@lru_cache(maxsize=512)
def find_currency(country: str, head: str, *, by_name: bool = False) -> str | None:
    """Return the ISO 4217 code of the current currency of a state (alpha-3) that is called by the noun `head` (folded).

    Where CLDR uses another noun (جنيه لبناني for ليرة), the state's first currency is meant, unless `by_name`.
    """
    territory = get_global("territory_aliases").get(country, [country])[0]
    names = Locale("ar").currencies
    try:
        codes = get_territory_currencies(territory)
    except (KeyError, ValueError):
        return None
    named = (code for code in codes if fold(names.get(code, "")).split(" ")[0] == head)
    return next(named, codes[0] if codes and not by_name else None)
