"""The web pages: observatory, relation, article, search. Each route fetches and hands plain values to a template."""

from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from marsad.lexicon.labels import Language
from marsad.lexicon.load import Lexicon
from marsad.model import EventStatus, EventType
from marsad.model.relation import Happening, Relation
from marsad.record import brief_pair, load_beside
from marsad.resolve.parties import parse_party, suggest_parties
from marsad.serve.access import open_store, parse_day
from marsad.serve.annotate import Layer, to_paragraphs
from marsad.serve.cards import GROUPS, to_cards
from marsad.serve.claims import Claims
from marsad.serve.language import COOKIE, pick_language
from marsad.serve.score_chart import to_score_chart
from marsad.serve.strip import to_strip
from marsad.serve.wording import Wording
from marsad.store.db import Store
from marsad.store.records import find_pairs
from marsad.store.search import find_articles

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

_Store = Annotated[Store, Depends(open_store)]
_ARTICLES_A_PAGE = 20
_MOST_PAIRS = 24
_MOST_LINES = 400  # of one section: more would make the page slow; the filter narrows it
_YEAR_OF_SECONDS = 365 * 24 * 3600

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals["article_path"] = lambda article: f"/article/{quote(article, safe='')}"


@router.get("/")
def show_observatory(request: Request, store: _Store, page: Annotated[int, Query(ge=1)] = 1) -> Response:
    """Show the relations and the newest articles."""
    lexicon: Lexicon = request.app.state.lexicon
    count = store.count()
    return _render(
        request,
        "observatory.html",
        pairs=find_pairs(store.connection)[:_MOST_PAIRS],
        articles=store.articles(limit=_ARTICLES_A_PAGE, offset=(page - 1) * _ARTICLES_A_PAGE),
        count=count,
        page=page,
        is_last=page * _ARTICLES_A_PAGE >= count,
        countries=lexicon.countries,
    )


@router.get("/relation")
def find_relation(request: Request, a: str = "", b: str = "") -> Response:
    """Lead the form of the first page to the relation's own address."""
    return RedirectResponse(f"/relation/{quote(a, safe='')}/{quote(b, safe='')}", 303)


@router.get("/relation/{a}/{b}")
def show_relation(request: Request, store: _Store, a: str, b: str) -> Response:
    """Show the relation of two sides, given by code or name, with the filters in the query."""
    lexicon: Lexicon = request.app.state.lexicon
    one, other = _to_code(request, a, lexicon), _to_code(request, b, lexicon)
    if one == other:
        raise HTTPException(404, _wording(request).phrase("same-party"))
    if (one, other) != (a, b):
        return RedirectResponse(f"/relation/{one}/{other}?{urlencode(request.query_params)}", 303)
    asked = {name: request.query_params.get(name, "") for name in ("since", "until", "type", "status")}
    problem, days = _parse_days(asked["since"], asked["until"], _wording(request))
    briefing = brief_pair(store, one, other, lexicon, *days)
    relation = briefing.relation
    timeline = _filter(relation, asked["type"], asked["status"])
    is_mirrored = pick_language(request) is Language.AR
    return _render(
        request,
        "relation.html",
        relation=relation,
        timeline=timeline[-_MOST_LINES:],
        hidden=max(0, len(timeline) - _MOST_LINES),
        strip=to_strip(timeline[-_MOST_LINES:], is_mirrored=is_mirrored),
        briefing=briefing,
        claims=Claims(_wording(request)),
        chart=to_score_chart(briefing.score, is_mirrored=is_mirrored),
        asked=asked,
        problem=problem,
        types=tuple(EventType),
        statuses=tuple(EventStatus),
    )


@router.get("/article/{article:path}")
def show_article(request: Request, store: _Store, article: str) -> Response:
    """Show one article with its facts marked, and the facts beside it."""
    reading = store.reading(article)
    if reading is None:
        raise HTTPException(404, article)
    cards = to_cards(reading, _wording(request))
    beside = load_beside(store, reading, request.app.state.lexicon)
    return _render(
        request,
        "article.html",
        reading=reading,
        paragraphs=to_paragraphs(reading),
        groups=[(group, [card for card in cards if card.group == group]) for group in GROUPS],
        titles={card.id: card.title for card in cards},
        layers=Layer,
        beside=beside,
        shared=[line for line in beside.happenings if len(line.witnesses) > 1],
    )


@router.get("/search")
def show_search(request: Request, store: _Store, q: str = "") -> Response:
    """Show the articles that hold the words."""
    hits = find_articles(store.connection, q, limit=50) if q.strip() else ()
    return _render(request, "search.html", query=q, hits=hits)


def show_error(request: Request, status: int, detail: str) -> Response:
    """Show an error in the language of the pages."""
    return _render(request, "error.html", status, status=status, detail=detail)


def _render(request: Request, template: str, code: int = 200, /, **values: Any) -> Response:
    wording = _wording(request)
    html = _TEMPLATES.get_template(template).render(
        w=wording,
        language=wording.language,
        other_language=_address_in_other_language(request, wording.language),
        query=values.pop("query", ""),
        **values,
    )
    response = HTMLResponse(
        html, code, headers={"Vary": "Accept-Language, Cookie", "Content-Language": wording.language}
    )
    if request.query_params.get("lang") == wording.language:
        response.set_cookie(COOKIE, wording.language, max_age=_YEAR_OF_SECONDS, httponly=True, samesite="lax")
    return response


def _wording(request: Request) -> Wording:
    return Wording(request.app.state.lexicon, pick_language(request))


def _address_in_other_language(request: Request, language: Language) -> str:
    other = Language.EN if language is Language.AR else Language.AR
    query = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return f"{quote(request.url.path)}?{urlencode([*query, ('lang', other.value)])}"


def _to_code(request: Request, query: str, lexicon: Lexicon) -> str:
    code = parse_party(query, lexicon)
    if code is not None:
        return code
    wording = _wording(request)
    near = wording.listed([f"{wording.party(near)} ({near})" for near in suggest_parties(query, lexicon)])
    hint = f" {wording.phrase('did-you-mean')}: {near}" if near else ""
    raise HTTPException(404, f"{wording.phrase('unknown-party')} «{query}».{hint}")


def _parse_days(since: str, until: str, wording: Wording) -> tuple[str, tuple[str | None, str | None]]:
    """The days of the filter and, where one is none, what is wrong; then the filter is left out, not guessed."""
    try:
        return "", (parse_day(since), parse_day(until))
    except ValueError:
        return f"{wording.phrase('bad-day')} {since} {until}", (None, None)


def _filter(relation: Relation, event_type: str, status: str) -> tuple[Happening, ...]:
    return tuple(
        line
        for line in relation.happenings
        if (not event_type or line.type == event_type) and (not status or line.status == status)
    )
