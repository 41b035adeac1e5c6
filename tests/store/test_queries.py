"""Events, statements and figures by party and day; pairs with counts."""

from marsad.lexicon.load import Lexicon
from marsad.model import Published
from marsad.model.relation import Dating, Pair
from marsad.record import resolve
from marsad.store import Store, find_events, find_pairs, find_quantities, find_statements, rows


def test_events_between_two_parties(store: Store) -> None:
    found = find_events(store.connection, "IRQ", "JOR")
    assert [(c.reading.article.id, c.fact.id, c.day, c.dating) for c in found] == [
        ("one", "ev0", "2023-05-07", Dating.STATED),
        ("one", "ev1", "2023-05-07", Dating.PUBLISHED),
        ("two", "ev0", "2023-05-08", Dating.PUBLISHED),
        ("two", "ev1", "2023-05-08", Dating.PUBLISHED),
    ]
    assert find_events(store.connection, "JOR", "IRQ") == found
    assert find_events(store.connection, "JOR", "SYR") == ()


def test_events_within_days(store: Store) -> None:
    found = find_events(store.connection, "JOR", "IRQ", since="2023-05-08")
    assert {c.reading.article.id for c in found} == {"two"}
    found = find_events(store.connection, "JOR", "IRQ", until="2023-05-07")
    assert {c.reading.article.id for c in found} == {"one"}
    assert find_events(store.connection, "JOR", "IRQ", since="2023-05-09", until="2024-01-01") == ()


def test_a_month_or_year_may_lie_within(store: Store) -> None:
    store.connection.execute("UPDATE event SET day = '2023'")
    assert len(find_events(store.connection, "JOR", "IRQ", since="2023-05-08", until="2023-06-01")) == 4
    store.connection.execute("UPDATE event SET day = '2023-04'")
    assert find_events(store.connection, "JOR", "IRQ", since="2023-05-08") == ()
    store.connection.execute("UPDATE event SET day = NULL")
    assert find_events(store.connection, "JOR", "IRQ", since="2000-01-01") == ()
    assert len(find_events(store.connection, "JOR", "IRQ")) == 4


def test_statements_by_speaker_and_about(store: Store) -> None:
    assert [c.fact.id for c in find_statements(store.connection, speaker="JOR", about="IRQ")] == ["st0", "st0"]
    assert [c.reading.article.id for c in find_statements(store.connection, about="IRQ", since="2023-05-08")] == ["two"]
    assert find_statements(store.connection, speaker="IRQ") == ()
    assert len(find_statements(store.connection)) == 2


def test_figures_of_articles_that_name_both(store: Store) -> None:
    found = find_quantities(store.connection, "JOR", "IRQ", until="2023-05-07")
    assert [c.fact.value for c in found] == [9e8, 2e9]
    assert find_quantities(store.connection, "JOR", "EGY") == ()


def test_pairs_count_happenings_and_articles(store: Store, lexicon: Lexicon) -> None:
    assert find_pairs(store.connection) == ()
    resolve(store, lexicon)
    assert find_pairs(store.connection) == (Pair("IRQ", "JOR", 2, 2, "2023-05-08"),)


def test_the_day_of_an_event() -> None:
    report = Published(value="2021-03-04")
    assert rows.to_day("2020-11-02T10:00", report) == ("2020-11-02", Dating.STATED)
    assert rows.to_day("2020-11", report) == ("2020-11", Dating.STATED)
    assert rows.to_day("2020-W07", report) == ("2020", Dating.STATED)
    assert rows.to_day("PAST_REF", report) == ("2021-03-04", Dating.PUBLISHED)
    assert rows.to_day(None, Published(earliest="2021-01-01")) == ("2021-01-01", Dating.PUBLISHED)
    assert rows.to_day(None, Published()) == (None, Dating.UNKNOWN)
