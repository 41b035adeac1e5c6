"""The HTTP API: readings, relations and search as JSON. Types are the model's own; `/openapi.json` describes them."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from marsad.lexicon.load import Lexicon
from marsad.model import Reading
from marsad.model.briefing import Briefing
from marsad.model.record import Beside, Decision, Identity, find_standing
from marsad.model.relation import Happening, Pair, Relation
from marsad.record import brief_pair, load_beside, load_happenings, relate_pair
from marsad.resolve.parties import name_party, parse_party, suggest_parties
from marsad.serve.access import open_store, parse_day
from marsad.store.db import Listed, Store
from marsad.store.decisions import load_decisions
from marsad.store.identities import load_identity
from marsad.store.records import find_pairs
from marsad.store.search import Hit, find_articles

router = APIRouter(prefix="/api", tags=["marsad"])

_Store = Annotated[Store, Depends(open_store)]
_Limit = Annotated[int, Query(ge=1, le=500, description="How many to return at most.")]
_Offset = Annotated[int, Query(ge=0, description="How many to pass over.")]
_Day = Annotated[str | None, Query(description="ISO day, YYYY-MM-DD, inclusive.")]

_SHOWN = (
    Reading, Relation, Briefing, Happening, Identity, Beside, tuple[Listed, ...], tuple[Pair, ...], tuple[Hit, ...],
    tuple[Decision, ...],
)  # fmt: skip
_SCHEMAS, _COMPONENTS = msgspec.json.schema_components(_SHOWN, ref_template="#/components/schemas/{name}")


def add_components(openapi: dict[str, Any]) -> dict[str, Any]:
    """Put the schemas of the model's types into an OpenAPI description."""
    openapi.setdefault("components", {}).setdefault("schemas", {}).update(_COMPONENTS)
    return openapi


def _answers(shown: Any) -> dict[int | str, dict[str, Any]]:
    """The documented answer of a route that returns a value of the model."""
    schema = dict(zip(_SHOWN, _SCHEMAS, strict=True))[shown]
    return {200: {"description": "Found.", "content": {"application/json": {"schema": schema}}}}


@router.get("/articles", responses=_answers(tuple[Listed, ...]), response_class=Response)
def list_articles(store: _Store, limit: _Limit = 50, offset: _Offset = 0) -> Response:
    """List the articles, newest first."""
    return _to_json(store.articles(limit=limit, offset=offset))


@router.get("/articles/{article:path}", responses=_answers(Reading), response_class=Response)
def get_article(store: _Store, article: str) -> Response:
    """Return the reading of one article."""
    reading = store.reading(article)
    if reading is None:
        raise HTTPException(404, f"no article has the id {article!r}")
    return _to_json(reading)


@router.get("/relations", responses=_answers(tuple[Pair, ...]), response_class=Response)
def list_relations(store: _Store) -> Response:
    """List the pairs of states that share an event."""
    return _to_json(find_pairs(store.connection))


@router.get("/relations/{a}/{b}", responses=_answers(Relation), response_class=Response)
def get_relation(request: Request, store: _Store, a: str, b: str, since: _Day = None, until: _Day = None) -> Response:
    """Return the relation of two sides, given by code or name."""
    lexicon: Lexicon = request.app.state.lexicon
    one, other = _to_sides(a, b, lexicon)
    return _to_json(relate_pair(store, one, other, lexicon, *_to_days(since, until)))


@router.get("/relations/{a}/{b}/briefing", responses=_answers(Briefing), response_class=Response)
def get_briefing(
    request: Request,
    store: _Store,
    a: str,
    b: str,
    since: _Day = None,
    until: _Day = None,
    new_since: _Day = None,
) -> Response:
    """Return the briefing on two sides: contacts, score, disputes, promises beside the relation."""
    lexicon: Lexicon = request.app.state.lexicon
    one, other = _to_sides(a, b, lexicon)
    return _to_json(brief_pair(store, one, other, lexicon, *_to_days(since, until, new_since)))


@router.get("/search", responses=_answers(tuple[Hit, ...]), response_class=Response)
def search(
    store: _Store,
    q: Annotated[str, Query(description='Words; "quoted words" stand together.')],
    limit: _Limit = 20,
    offset: _Offset = 0,
) -> Response:
    """Find articles by their words, best first."""
    return _to_json(find_articles(store.connection, q, limit=limit, offset=offset))


@router.get("/beside/{article:path}", responses=_answers(Beside), response_class=Response)
def get_beside(request: Request, store: _Store, article: str) -> Response:
    """Return one article beside the others: story, happenings with all versions, who is who, decisions."""
    reading = store.reading(article)
    if reading is None:
        raise HTTPException(404, f"no article has the id {article!r}")
    return _to_json(load_beside(store, reading, request.app.state.lexicon))


@router.get("/happenings/{happening:path}", responses=_answers(Happening), response_class=Response)
def get_happening(request: Request, store: _Store, happening: str) -> Response:
    """Return one happening by its id, with the version of every article."""
    found = next(load_happenings(store, (happening,), request.app.state.lexicon), None)
    if found is None:
        raise HTTPException(404, f"no happening has the id {happening!r}")
    return _to_json(found)


@router.get("/identities/{identity:path}", responses=_answers(Identity), response_class=Response)
def get_identity(store: _Store, identity: str) -> Response:
    """Return who somebody is: all that they are called by, and where."""
    found = load_identity(store.connection, identity)
    if found is None:
        raise HTTPException(404, f"nobody has the id {identity!r}")
    return _to_json(found)


@router.get("/decisions", responses=_answers(tuple[Decision, ...]), response_class=Response)
def list_decisions(store: _Store) -> Response:
    """List what persons decided and holds, oldest first."""
    return _to_json(find_standing(load_decisions(store.connection)))


def _to_sides(a: str, b: str, lexicon: Lexicon) -> tuple[str, str]:
    one, other = _to_code(a, lexicon), _to_code(b, lexicon)
    if one == other:
        raise HTTPException(422, f"both sides are {one}")
    return one, other


def _to_days(*days: str | None) -> tuple[str | None, ...]:
    try:
        return tuple(parse_day(day) for day in days)
    except ValueError as error:
        raise HTTPException(422, f"not a day (YYYY-MM-DD): {error}") from None


def _to_code(query: str, lexicon: Lexicon) -> str:
    code = parse_party(query, lexicon)
    if code is None:
        near = ", ".join(f"{near} ({name_party(near, lexicon).en})" for near in suggest_parties(query, lexicon))
        raise HTTPException(404, f"no side is known as {query!r}" + (f"; near: {near}" if near else ""))
    return code


def _to_json(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")
