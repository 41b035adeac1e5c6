"""What the finder of names hands to the other finders: entities, and every mention with its place among the tokens."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import msgspec

from marsad.model import Entity, EntityKind, Mention, MentionKind


class Form(StrEnum):
    """How a mention names its entity; decides what it may do in a clause."""

    PROPER = "proper"  # بوتين، روسيا، الأمم المتحدة
    ADJECTIVE = "adjective"  # الروسي in الرئيس الروسي: the country, inside a bigger phrase
    METONYM = "metonym"  # موسكو where it acts
    PLACE = "place"  # موسكو where something happens
    OFFICE = "office"  # الرئيس الروسي, standing for a person whom the article names
    HOLDER = "holder"  # وزيرة خارجية النرويج whom the article never names: the entity is the country or body acted for
    PRONOUN = "pronoun"


_LANDS = frozenset({Form.PROPER, Form.PLACE, Form.METONYM})


class Named(msgspec.Struct, frozen=True):
    """One mention: its half-open token range, and as `phrase_first`/`phrase_last` that of the noun phrase it heads.

    For وزير الخارجية الصيني وانغ يي the mention is وانغ يي and the phrase all of it; the adjective الصيني is a mention
    of its own (form ADJECTIVE) inside the phrase. `clitic` holds conjunctions and prepositions written onto the first
    token (و, ل, وب). `start` leaves such a clitic out.
    """

    entity: str
    first: int
    last: int
    start: int
    end: int
    kind: MentionKind
    form: Form
    phrase_first: int
    phrase_last: int
    clitic: str = ""


@dataclass(frozen=True, eq=False)
class Names:
    """All entities of one article and their mentions sorted by place."""

    entities: tuple[Entity, ...]
    mentions: tuple[Named, ...]
    acts_for: dict[str, str] = field(
        default_factory=dict
    )  # person -> the body he speaks for, where that acts without a state
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)  # contact group -> the states that act as it

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """Entities by their id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def countries(self) -> dict[str, str]:
        """Entity id of each country by alpha-3 code: a country that any entity belongs to is an entity too."""
        return {e.country: e.id for e in self.entities if e.kind is EntityKind.COUNTRY and e.country}

    @cached_property
    def _firsts(self) -> list[int]:
        return [mention.first for mention in self.mentions]

    def within(self, first: int, last: int) -> Iterator[Named]:
        """Yield the mentions whose first token lies in the token range, in order."""
        for place in range(bisect_left(self._firsts, first), bisect_left(self._firsts, last)):
            yield self.mentions[place]

    def heads(self, first: int, last: int) -> Iterator[Named]:
        """Yield the mentions in a token range that stand on their own, not inside the phrase of another mention."""
        reach = first
        for mention in sorted(self.within(first, last), key=lambda m: (m.phrase_first, -m.phrase_last)):
            if mention.phrase_first >= reach and mention.form is not Form.ADJECTIVE:
                yield mention
                reach = mention.phrase_last

    def party_of(self, entity_id: str) -> str | None:
        """Return who acts when this entity does: a person or state body acts for its country, others for themselves.

        Of persons only those do who are known to belong to no state.
        """
        entity = self.by_id[entity_id]
        if entity.kind is EntityKind.COUNTRY or entity.code:
            return entity_id
        if entity_id in self.acts_for:
            return self.acts_for[entity_id]
        if entity.country:
            return self.countries.get(entity.country)
        alone = entity.kind is EntityKind.PERSON and entity.rule.startswith("people.")
        return entity_id if alone or entity.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP) else None

    def is_body(self, party: str) -> bool:
        """Tell whether a party is a body of several states, as the United Nations and alliances are."""
        entity = self.by_id[party]
        return entity.kind is EntityKind.ORGANIZATION and entity.country is None and entity.code is not None

    def land_at(self, at: int) -> str | None:
        """Return the country whose name, or a place of which, stands at a token."""
        for mention in self.within(at, at + 1):
            entity = self.by_id[mention.entity]
            if mention.form in _LANDS and entity.kind in (EntityKind.COUNTRY, EntityKind.PLACE):
                return self.countries.get(entity.country or "")
        return None

    def members_of(self, parties: Iterable[str]) -> tuple[str, ...]:
        """Return the parties with the states of every contact group in its place."""
        return tuple(dict.fromkeys(one for party in parties for one in self.groups.get(party, (party,))))

    def to_mentions(self) -> tuple[Mention, ...]:
        """Return the mentions as the reading gives them."""
        return tuple(Mention(m.entity, m.start, m.end, m.kind) for m in self.mentions)
