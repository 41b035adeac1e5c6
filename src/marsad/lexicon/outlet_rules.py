"""Rules for single outlets, where a fact about their pages cannot be told from a page (`data/outlets/*.toml`).

One outlet, one file, named like the outlet in media.tsv. A layout is a version; a new one is added below the old one,
which pages of its time still have. The general path does without rules: a rule without need is a rule too many.
"""

from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.furniture import MarkupKind
from marsad.lexicon.tables import load_toml


class Clock(StrEnum):
    """What times that call themselves universal are: LOCAL, the outlet writes its own and calls it so."""

    UNIVERSAL = "universal"
    LOCAL = "local"


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of an outlet's pages, from `since` to `until` (both inclusive, None: not known or not ended).

    `why` says what the general path cannot see. `marks` are CSS selectors of elements by what they are; `date_line` are
    words of the line that holds the publication day.
    """

    why: str
    since: date | None = None
    until: date | None = None
    clock: Clock = Clock.UNIVERSAL
    date_line: str | None = None
    marks: dict[MarkupKind, tuple[str, ...]] = {}

    def covers(self, day: date) -> bool:
        """Tell whether pages of a day have this layout."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class OutletRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The layouts of an outlet, oldest first. `domains` are those its pages come from, subdomains included."""

    outlet: str
    domains: tuple[str, ...]
    layouts: tuple[Layout, ...] = msgspec.field(name="layout")

    def find_layout(self, day: date | None) -> Layout:
        """Return the layout of a day, the newest where none covers it. A page that tells no day is an old one."""
        if day is None:
            return self.layouts[0]
        return next((layout for layout in self.layouts if layout.covers(day)), self.layouts[-1])


def load_outlet_rules(folder: Path) -> tuple[OutletRule, ...]:
    """Read all rules of a folder, files in order of name. Raises LexiconError naming file and field."""
    rules = []
    for path in sorted(folder.glob("*.toml")):
        rule = load_toml(path, OutletRule)
        faults = {
            "outlet": rule.outlet != path.stem,
            "domains": not rule.domains,
            "layout": not rule.layouts or any(not layout.why for layout in rule.layouts),
        }
        for field, wrong in faults.items():
            if wrong:
                raise LexiconError(f"not allowed in the rule of {rule.outlet!r}", path=path, field=field)
        rules.append(rule)
    return tuple(rules)
