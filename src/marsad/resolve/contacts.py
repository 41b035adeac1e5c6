"""Contacts: the meetings, visits and calls of two sides, each once, with level, form and those who came."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from marsad.lang.fold import fold
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.lexicon.mechanisms import Format
from marsad.model import Event, EventStatus, Name
from marsad.model.contact import Contact, ContactForm, ContactLevel
from marsad.model.relation import Dating, Happening, When, Who
from marsad.resolve.contact_levels import find_level, rank_level, to_level
from marsad.resolve.held import is_held
from marsad.resolve.indexed import Indexed
from marsad.resolve.material import Material
from marsad.resolve.positions import witness_order
from marsad.resolve.whereabouts import parse_place

_FORMS = {
    "visit": ContactForm.VISIT,
    "phone": ContactForm.PHONE,
    "multilateral": ContactForm.MULTILATERAL,
    "third-party": ContactForm.MEDIATED,
}
# Characters around a trigger in which the name of the format stands.
_BEFORE, _AFTER = 25, 90
# Dates that are less exact than this (days) cannot tell two meetings apart.
_EXACT = 31
_APART = 3


def find_contacts(meetings: Iterable[Happening], sides: tuple[str, str], material: Material) -> tuple[Contact, ...]:
    """Return the contacts of two sides, oldest first; happenings that tell of one contact are joined.

    They are joined where mechanism or level is one, and either the days fall together, or one article tells both
    without a day.
    """
    contacts: list[Contact] = []
    for contact in sorted((_to_contact(line, sides, material) for line in meetings), key=_order):
        for place, other in enumerate(contacts):
            if _is_one(other, contact):
                contacts[place] = _join(other, contact)
                break
        else:
            contacts.append(contact)
    return tuple(sorted(contacts, key=_order))


def _to_contact(happening: Happening, sides: tuple[str, str], material: Material) -> Contact:
    tellings = tuple(_find_tellings(happening, material))
    people = _find_people(tellings, happening, sides)
    named = next((found for telling in tellings if (found := _find_format(*telling, material.lexicon))), None)
    level = named.level if named else find_level(people, sides, material.lexicon)
    form = _find_form(happening, tellings, material.lexicon)
    host = _find_host(happening, sides, material.lexicon)
    visitor = next((side for side in sides if side != host), None) if form is ContactForm.VISIT and host else None
    return Contact(
        mechanism=named.id if named else level.value,
        level=level,
        form=form,
        status=happening.status if is_held(happening) else _to_planned(happening.status),
        when=happening.when,
        visitor=visitor,
        host=host,
        people=_come(people, level, material.lexicon),
        places=happening.places,
        happenings=(happening.id,),
        witnesses=happening.witnesses,
    )


def _to_planned(status: EventStatus) -> EventStatus:
    return EventStatus.FUTURE if status is EventStatus.ACTUAL else status


def _find_tellings(happening: Happening, material: Material) -> Iterator[tuple[Indexed, Event]]:
    for version in happening.witnesses:
        article = material.articles.get(version.article)
        event = article.event(version.fact) if article else None
        if article is not None and event is not None:
            yield article, event


def _find_format(article: Indexed, event: Event, lexicon: Lexicon) -> Format | None:
    """The format that the words at one of the event's mentions name."""
    for place in (event.trigger, *event.mentions):
        passage = article.passage(place)
        start, end = max(passage.start, place.start - _BEFORE), min(passage.end, place.end + _AFTER)
        tokens = find_tokens(article.reading.text, start, end)
        words = tuple(token.norm for token in tokens if token.kind is TokenKind.WORD)
        if found := lexicon.mechanisms.find(words):
            return found
    return None


def _find_people(
    tellings: Iterable[tuple[Indexed, Event]], happening: Happening, sides: tuple[str, str]
) -> tuple[Who, ...]:
    """Those of the two sides whom the event's sentences name, taken in turn until both sides are there; all
    participants where they name nobody."""
    found: dict[tuple[Name, str | None], Who] = {}
    for article, event in tellings:
        for place in (event.trigger, *event.mentions):
            if {who.party for who in found.values()} >= {*sides}:
                break
            for entity in event.participants:
                who = article.who(entity)
                if who is not None and who.party in sides and article.is_named(entity, (article.passage(place),)):
                    found.setdefault((who.name, who.party), who)
    return tuple(found.values()) or tuple(who for who in happening.participants if who.party in sides)


def _come(people: tuple[Who, ...], level: ContactLevel, lexicon: Lexicon) -> tuple[Who, ...]:
    """Leave out those who stand too high for the level where others of their side do not: they are spoken of."""
    kept = []
    for who in people:
        others = [other for other in people if other.party == who.party]
        is_above = _is_above(who, level, lexicon)
        if not is_above or all(_is_above(other, level, lexicon) for other in others):
            kept.append(who)
    return tuple(kept)


def _is_above(who: Who, level: ContactLevel, lexicon: Lexicon) -> bool:
    own = to_level(who, lexicon)
    top = rank_level(ContactLevel.GOVERNMENT)
    return rank_level(own) <= top < rank_level(level) and level is not ContactLevel.UNKNOWN


def _find_form(happening: Happening, tellings: Iterable[tuple[Indexed, Event]], lexicon: Lexicon) -> ContactForm:
    modes = {frame.id: frame.mode for frame in lexicon.frames}
    mode = happening.mode or next((found for _, event in tellings if (found := modes.get(event.rule))), None)
    form = _FORMS.get(mode or "", ContactForm.MEETING)
    cues = [
        lexicon.mechanisms.find_form(fold(article.passage(event.trigger).of(article.reading.text)))
        for article, event in tellings
    ]
    if form is ContactForm.PHONE and ContactForm.VIDEO in cues:
        return ContactForm.VIDEO
    if form is ContactForm.MEETING and ContactForm.SIDELINES in cues:
        return ContactForm.SIDELINES
    return form


def _find_host(happening: Happening, sides: tuple[str, str], lexicon: Lexicon) -> str | None:
    """The side that is visited, else the one in whose country the place lies."""
    if happening.mode == "visit" and len(happening.recipients) == 1 and happening.recipients[0] in sides:
        return happening.recipients[0]
    for place in happening.places:
        found = parse_place(place, lexicon)
        if found is not None and found.country in sides:
            return found.country
    return None


def _is_one(one: Contact, other: Contact) -> bool:
    if one.mechanism != other.mechanism or _is_remote(one) != _is_remote(other):
        return False
    if EventStatus.NEGATED in (one.status, other.status) and one.status != other.status:
        return False
    if _is_exact(one.when) and _is_exact(other.when):
        return _gap(one.when, other.when) <= _APART
    articles = {witness.article for witness in one.witnesses} & {witness.article for witness in other.witnesses}
    return bool(articles) and Dating.STATED not in (one.when.dating, other.when.dating)


def _is_remote(contact: Contact) -> bool:
    return contact.form in (ContactForm.PHONE, ContactForm.VIDEO)


def _is_exact(when: When) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    return (date.fromisoformat(when.latest) - date.fromisoformat(when.earliest)).days < _EXACT


def _gap(one: When, other: When) -> int:
    """Days between two periods, 0 where they share one."""
    first, last = sorted((one, other), key=lambda when: when.earliest or "")
    assert first.latest is not None
    assert last.earliest is not None
    return max(0, (date.fromisoformat(last.earliest) - date.fromisoformat(first.latest)).days)


def _join(one: Contact, other: Contact) -> Contact:
    """The contact that both tell of: what is held, dated, and told of its form comes first."""
    best, rest = sorted((one, other), key=_weight)
    forms = (best.form, rest.form)
    people = {(who.name, who.party): who for who in (*rest.people, *best.people)}
    return replace(
        best,
        form=next((form for form in forms if form is not ContactForm.MEETING), ContactForm.MEETING),
        visitor=best.visitor or rest.visitor,
        host=best.host or rest.host,
        people=tuple(people.values()),
        places=tuple({place.en: place for place in (*best.places, *rest.places)}.values()),
        happenings=tuple(sorted((*one.happenings, *other.happenings))),
        witnesses=tuple(sorted((*one.witnesses, *other.witnesses), key=witness_order)),
    )


def _weight(contact: Contact) -> tuple[bool, bool, tuple[str, str, str]]:
    return contact.status is not EventStatus.ACTUAL, not _is_exact(contact.when), _order(contact)


def _order(contact: Contact) -> tuple[str, str, str]:
    when = contact.when
    return when.earliest or when.latest or "9999", when.latest or "9999", contact.happenings[0]
