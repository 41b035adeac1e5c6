"""Contacts: who met whom at which level and in which form, and the mechanisms in which they meet again."""

from enum import StrEnum

import msgspec

from marsad.model.reading import EventStatus, Name
from marsad.model.relation import When, Who, Witness


class ContactLevel(StrEnum):
    """At which level the two sides meet, the highest first. `unknown` where no office is told."""

    LEADERS = "leaders"
    GOVERNMENT = "government"
    FOREIGN = "foreign"
    DEFENCE = "defence"
    SECURITY = "security"
    MINISTERS = "ministers"
    PARLIAMENT = "parliament"
    MILITARY = "military"
    DIPLOMATS = "diplomats"
    PARTIES = "parties"
    OTHER = "other"
    UNKNOWN = "unknown"


class ContactForm(StrEnum):
    """How they met."""

    VISIT = "visit"
    VIDEO = "video"
    PHONE = "phone"
    SIDELINES = "sidelines"
    MULTILATERAL = "multilateral"
    MEDIATED = "mediated"
    MEETING = "meeting"


class Contact(msgspec.Struct, frozen=True):
    """One meeting, visit or call of the two sides, held, planned or denied (`status`).

    `visitor` and `host` are codes, None where nobody travelled or it is not told. `people` are those whom the sentences
    about it name. `happenings` are the ids of what was read as one contact.
    """

    mechanism: str
    level: ContactLevel
    form: ContactForm
    status: EventStatus
    when: When
    visitor: str | None
    host: str | None
    people: tuple[Who, ...]
    places: tuple[Name, ...]
    happenings: tuple[str, ...]
    witnesses: tuple[Witness, ...]


class Holder(msgspec.Struct, frozen=True):
    """Somebody who came for a side. `contacts` are places in the mechanism's list: the meetings they came to."""

    who: Who
    contacts: tuple[int, ...]


class Seat(msgspec.Struct, frozen=True):
    """The chair of one side in a mechanism, with all who sat in it, in order of their first meeting."""

    side: str
    holders: tuple[Holder, ...]


class Mechanism(msgspec.Struct, frozen=True):
    """Contacts of one kind, oldest first: a named format (security consultations) or a level (foreign ministers).

    `gaps` are the days between the contacts held and dated well enough, from middle to middle. `rhythm` is their
    median, None below two gaps and where they vary by more than half; `due` the ISO day that follows from it,
    `is_overdue`: that day, with half the rhythm for grace, lies before the last day known.
    """

    id: str
    name: Name
    level: ContactLevel
    is_named: bool
    contacts: tuple[Contact, ...]
    seats: tuple[Seat, ...]
    gaps: tuple[int, ...]
    rhythm: int | None
    due: str | None
    is_overdue: bool
