"""The web application: API and pages over one database, with the headers that keep pages to what we ship."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import marsad
from marsad.errors import StoreError
from marsad.lexicon.load import load_lexicon
from marsad.serve import api, pages

STATIC = Path(__file__).parent / "static"

# Nothing is loaded from elsewhere and no script or style stands inside a page.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}


class _Application(FastAPI):
    """FastAPI whose description holds the model's own schemas."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI description."""
        if not self.openapi_schema:
            self.openapi_schema = api.add_components(super().openapi())
        return self.openapi_schema


def create_app(db: Path) -> FastAPI:
    """Return the application over the database at `db`, which is opened anew for each request."""
    app = _Application(title="Marsad", version=marsad.__version__, docs_url=None, redoc_url=None)
    app.state.db = db
    app.state.lexicon = load_lexicon()
    app.include_router(api.router)
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.middleware("http")(_add_headers)
    app.add_exception_handler(HTTPException, _show_error)
    app.add_exception_handler(StoreError, _show_store_error)
    return app


async def _add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _show_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _answer(request, error.status_code, str(error.detail))


def _show_store_error(request: Request, error: Exception) -> Response:
    return _answer(request, 503, str(error))


def _answer(request: Request, status: int, detail: str) -> Response:
    """Programs are told in JSON, people on a page."""
    if request.url.path.startswith(("/api/", "/static/")):
        return JSONResponse({"detail": detail}, status)
    return pages.show_error(request, status, detail)
