"""Which language a page is shown in: the address asks for it, the cookie remembers it or the browser prefers it."""

from fastapi import Request

from marsad.lexicon.labels import Language

COOKIE = "marsad-lang"


def pick_language(request: Request) -> Language:
    """Return the language for a request; English where neither address, cookie nor browser says Arabic."""
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in tuple(Language):
            return Language(asked)
    return parse_accept_language(request.headers.get("accept-language", "")) or Language.EN


def parse_accept_language(header: str) -> Language | None:
    """Return the language of ours that an Accept-Language header ranks first; None where it names none."""
    ranked: list[tuple[float, int, Language]] = []
    for place, part in enumerate(header.split(",")):
        tag, _, weight = part.partition(";")
        language = tag.strip().lower().partition("-")[0]
        if language in tuple(Language) and (quality := _parse_quality(weight)) > 0:
            ranked.append((-quality, place, Language(language)))
    return min(ranked)[2] if ranked else None


def _parse_quality(weight: str) -> float:
    value = weight.strip().removeprefix("q=")
    try:
        return float(value) if value else 1.0
    except ValueError:
        return 0.0
