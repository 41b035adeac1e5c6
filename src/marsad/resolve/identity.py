"""Identity: one id for an entity in all articles, from what its own article says of it."""

from marsad.model import Entity

# Rules whose own id is that of an entry of the lexicon: `people.vladimir-putin`.
_LISTED = ("people.", "organizations.", "media.", "places.")


def to_known_id(entity: Entity) -> str | None:
    """Return the Wikidata id of an entity, else that of its entry in the lexicon, else None."""
    return entity.wikidata or (entity.rule if entity.rule.startswith(_LISTED) else None)
