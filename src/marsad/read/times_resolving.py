"""The values of time expressions, once the day of writing, or bounds for it, are known."""

from datetime import date, timedelta

from marsad.model import Published, Time, TimeType
from marsad.read.document import Document
from marsad.read.times_links import TimeExpression
from marsad.read.times_meaning import Back, is_day_bound
from marsad.read.times_values import to_value

# Days tried for a publication day that is only bounded; wider bounds make no two days agree.
_MOST_DAYS = 400


def resolve_times(expressions: tuple[TimeExpression, ...], published: Published, doc: Document) -> tuple[Time, ...]:
    """Give every expression its TIMEX3 value. A value that hangs on an unknown day is None.

    Where only bounds are known, a value is given if every day within them gives the same one.
    """
    days = to_days(published)
    times: list[Time] = []
    told: list[tuple[str, str, int]] = []  # (value, id, line) of the dates so far
    for number, expression in enumerate(expressions):
        name = f"t{number}"
        anchor = None
        if isinstance(expression.meaning, Back):
            value, anchor = _to_told(expression.meaning, told, expression.line)
        else:
            value = resolve(expression, days)
            anchor = "published" if is_day_bound(expression.meaning) else None
            anchor = f"t{expression.beside}" if expression.beside is not None else anchor
        times.append(
            Time(
                id=name, start=expression.start, end=expression.end, type=expression.type, value=value,
                mod=expression.mod, anchor=anchor, rule=expression.rule,
            )
        )  # fmt: skip
        if expression.type is not TimeType.DURATION and value and value[0].isdecimal():
            told.append((value, name, expression.line))
    return tuple(times)


def to_days(published: Published) -> tuple[date, ...]:
    """Return every day on which the article may have come out; empty where that is not bounded closely enough."""
    if published.value:
        return (date.fromisoformat(published.value),)
    if not (published.earliest and published.latest):
        return ()
    first, last = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
    count = (last - first).days + 1
    return tuple(first + timedelta(days=n) for n in range(count)) if 0 < count <= _MOST_DAYS else ()


def resolve(expression: TimeExpression, days: tuple[date, ...]) -> str | None:
    """Return the value on which all possible days of writing agree."""
    if not is_day_bound(expression.meaning):
        return to_value(expression.meaning, date(2000, 1, 1), expression.tense)
    values = {to_value(expression.meaning, day, expression.tense) for day in days}
    return values.pop() if len(values) == 1 else None


def _to_told(meaning: Back, told: list[tuple[str, str, int]], line: int) -> tuple[str | None, str | None]:
    """Resolve what points at a date told before: the nearest one; for قبل أيام من one in the same sentence."""
    if not told or (meaning.far and line - told[-1][2] > 1):
        return meaning.far, None
    value, name, where = told[-1]
    if not meaning.unit:
        return value.partition("T")[0], name
    if meaning.unit == "Y" and meaning.count:
        return str(int(value[:4]) + meaning.count), name
    if meaning.unit == "Y" and len(value) >= 4:
        return value[:4], name
    if meaning.unit == "D" and len(value) >= 10 and value[4] == "-":
        return (date.fromisoformat(value[:10]) + timedelta(days=meaning.count)).isoformat(), name
    if meaning.unit == "M" and len(value) >= 7 and value[5].isdecimal() and not meaning.count:
        return value[:7], name
    return (value, name) if where == line and meaning.unit == "D" and not meaning.count else (None, None)
