"""What a time expression means before the day of writing is known (`times_values` gives its value once it is)."""

from enum import StrEnum

import msgspec


class Tense(StrEnum):
    """Where the clause of an expression lies, as far as words beside it tell. PLANNED: what was to be (كان مقررا)."""

    PAST = "past"
    FUTURE = "future"
    PLANNED = "planned"


class Fixed(msgspec.Struct, frozen=True):
    """A value that no other date changes. None: not expressible.

    `shift`: as what day it is told from the day of writing (أمس الأحد 12 مايو 2024: -1), if it is.
    """

    value: str | None
    shift: int | None = None


class DayShift(msgspec.Struct, frozen=True):
    """أمس, غدا; `weekday` (ISO) is the day named beside it."""

    days: int
    weekday: int | None = None


class UnitShift(msgspec.Struct, frozen=True):
    """العام الماضي, قبل شهرين: `count` units from the one of the day of writing."""

    unit: str
    count: int


class Weekday(msgspec.Struct, frozen=True):
    """A weekday; `turn` -1 the one before (-2 the one before that), 1 the one after, None as the tense has it.

    `weeks` puts it into the week so many from that of the day of writing (خميس الأسبوع المقبل).
    """

    number: int
    turn: int | None = None
    weeks: int | None = None


class Weekend(msgspec.Struct, frozen=True):
    """A weekend: of the week so many `weeks` away, or by `turn`: -1 the last, 1 the next, None as the tense has it."""

    turn: int | None = None
    weeks: int | None = None


class Partial(msgspec.Struct, frozen=True):
    """A month, perhaps with a day, without its year. `years` counts from the year of writing (من العام الماضي).

    `weekday` (ISO) is the one named beside it (الجمعة 13 مايو), `shift` its distance in days from the day of writing
    where أمس or اليوم stands with it.
    """

    month: int
    day: int | None = None
    turn: int | None = None
    years: int | None = None
    weekday: int | None = None
    shift: int | None = None


class MonthDay(msgspec.Struct, frozen=True):
    """الرابع عشر من الشهر الماضي: a day in the month `months` from the month of writing."""

    day: int
    months: int


class DayOfMonth(msgspec.Struct, frozen=True):
    """السبت السادس عشر: a day of a month that goes unsaid, known by its weekday (ISO)."""

    day: int
    weekday: int


class UnitPart(msgspec.Struct, frozen=True):
    """A quarter or half (`Q3`, `H1`) of a year: a given one, or `years` from the year of writing."""

    part: str
    year: int | None = None
    years: int = 0


class Season(msgspec.Struct, frozen=True):
    """A season: of a given year, of the year `years` away, or by `turn`."""

    code: str
    year: int | None = None
    years: int | None = None
    turn: int | None = None


class Feast(msgspec.Struct, frozen=True):
    """A feast. Hijri feasts are given by month, as their day hangs on the sighting of the moon."""

    month: int
    day: int
    is_hijri: bool
    year: int | None = None
    turn: int | None = None


class HijriPartial(msgspec.Struct, frozen=True):
    """A Hijri month, perhaps with a day, without its year; `turn` and `years` as in `Partial`."""

    month: int
    day: int | None = None
    turn: int | None = None
    years: int | None = None


class Within(msgspec.Struct, frozen=True):
    """A part of a day (`TEV`) or a clock time (`T10:30`) on the day that `base` means."""

    base: "Meaning"
    time: str


class Nth(msgspec.Struct, frozen=True):
    """أول اثنين من مارس, آخر يوم في الشهر: the `number`th `unit` (or weekday) within `base`; -1 is the last."""

    number: int
    unit: str
    base: "Meaning"
    weekday: int | None = None


class From(msgspec.Struct, frozen=True):
    """بعد أسبوعين من الثلاثاء: `count` units from the day that `base` means; `tense` is that of the base."""

    base: "Meaning"
    unit: str
    count: int
    tense: Tense | None = None


class Beside(msgspec.Struct, frozen=True):
    """The weekday (ISO) nearest after (`sign` 1) or before (-1) the day that `base` means, that day included.

    The end of a range (من الاثنين إلى الخميس), or a weekday in words spoken on that day. `tense` is that of the base.
    """

    base: "Meaning"
    weekday: int
    sign: int
    tense: Tense | None = None


class Anniversary(msgspec.Struct, frozen=True):
    """الذكرى الثمانين: `years` after a happening whose day or year is told beside it; without it, no time at all."""

    years: int


class Back(msgspec.Struct, frozen=True):
    """ذلك الحين, العام نفسه: the date told before, cut to `unit` where one is named, moved by `count` of it.

    `far`: the value where no date was told in the same sentence or the one before (حينها); None: any before will do.
    """

    unit: str = ""
    count: int = 0
    far: str | None = None


Meaning = (
    Fixed
    | DayShift
    | UnitShift
    | Weekday
    | Weekend
    | Partial
    | MonthDay
    | DayOfMonth
    | UnitPart
    | Season
    | Feast
    | HijriPartial
    | Within
    | Nth
    | From
    | Beside
    | Anniversary
    | Back
)


def is_day_bound(meaning: Meaning) -> bool:
    """Tell whether the value hangs on the day of writing."""
    if isinstance(meaning, Within | Nth | From | Beside):
        return is_day_bound(meaning.base)
    if isinstance(meaning, UnitPart | Season | Feast):
        return meaning.year is None
    return not isinstance(meaning, Fixed | Anniversary | Back)


def is_day(meaning: Meaning) -> bool:
    """Tell whether a meaning is one day, or a part of one."""
    if isinstance(meaning, Within):
        return is_day(meaning.base)
    if isinstance(meaning, Fixed):
        return meaning.value is not None and len(meaning.value) == 10 and meaning.value[4] == "-"
    return isinstance(meaning, DayShift | Weekday | DayOfMonth | From | Beside) or (
        isinstance(meaning, Partial) and meaning.day is not None
    )
