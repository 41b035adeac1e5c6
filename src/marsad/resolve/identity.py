"""Identity: what an entity is called by across articles, from what its own article says of it.

Who the lexicon or Wikidata knows has an id at once. Everybody else is called by a designation: kind, name, country and
offices as one article gives them. Designations of one person are joined by `marsad.resolve.identities`.
"""

from marsad.lang.fold import fold
from marsad.lexicon.name_key import to_sound
from marsad.model import Entity, EntityKind
from marsad.model.record import Designation

# Rules whose own id is that of an entry of the lexicon: `people.vladimir-putin`.
_LISTED = ("people.", "organizations.", "media.", "places.")


def to_known_id(entity: Entity) -> str | None:
    """Return the Wikidata id of an entity, else that of its entry in the lexicon, else None."""
    return entity.wikidata or (entity.rule if entity.rule.startswith(_LISTED) else None)


def to_designation(entity: Entity) -> Designation | None:
    """Return what an entity is called by, None for somebody without a name.

    The key of who is known is their id, that of a state or a coded body kind and code, of anybody else kind, country,
    name and offices: `person:SYR:فيصل المقداد:foreign minister`.
    """
    name = entity.name.ar or entity.name.en
    if name is None:
        return None
    known = to_known_id(entity)
    offices = tuple(sorted({role.title.en or role.title.ar or "" for role in entity.roles} - {""}))
    spelt = " ".join(fold(name).casefold().replace("-", " ").split())
    code = entity.country if entity.kind is EntityKind.COUNTRY else entity.code
    is_person = entity.kind is EntityKind.PERSON
    if known is None and code is None:
        key = ":".join((entity.kind, entity.country or "-", spelt, *(("+".join(offices),) if is_person else ())))
    else:
        key = known or f"{entity.kind}:{code}"
    return Designation(
        key=key,
        kind=entity.kind,
        name=entity.name,
        country=entity.country,
        code=entity.code,
        wikidata=entity.wikidata,
        offices=offices if is_person and known is None else (),
        is_known=known is not None or code is not None,
        block=f"person:{to_sound(tuple(spelt.split()))}" if is_person and known is None else key,
    )
