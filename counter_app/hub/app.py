"""The hub as a web application: routes, their published description, and errors as messages."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from counter_app.hub.assembly import Hub
from counter_app.hub.calls import call_of
from counter_app.hub.denial import STATUS, Denied
from counter_app.hub.gate import Gate, answer, answer_error, not_so, not_there
from counter_app.hub.logs import log
from counter_app.hub.pages import HEADERS
from counter_app.hub.routes import ROUTES, Route
from counter_app.hub.status_words import Language
from counter_app.wire import signing
from counter_app.wire.codes import ErrorAnswer, ErrorCode
from counter_app.wire.limits import IDENTIFIER, SHA256
from counter_app.wire.schema import schema_of
from counter_app.wire.text import BadMessage

_METRICS = "text/plain; version=0.0.4; charset=utf-8"
_HEADERS = (
    (signing.DEVICE, IDENTIFIER),
    (signing.TIME, r"\d{1,16}"),
    (signing.NONCE, r"[0-9a-f]{32}"),
    (signing.SIGNATURE, r"[A-Za-z0-9+/]{86}=="),
)


def build(hub: Hub) -> FastAPI:
    """Build the application around a hub; it closes the hub's database at the end."""

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        hub.database.close()
        log("closed")

    app = FastAPI(
        title="Counter hub",
        version="1",
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        exception_handlers={404: not_there, 405: not_so},
    )
    for route in ROUTES:
        app.add_api_route(
            route.path,
            _endpoint(hub, route),
            methods=[route.method],
            openapi_extra=_described(route),
            summary=route.summary,
            operation_id=f"{route.method.lower()}{re.sub('[^a-z0-9]+', '_', route.path)}",
            response_class=Response,
        )
    for path in ("/s/{token}", "/S/{token}"):  # QR codes have it in capitals
        app.add_api_route(path, _page(hub), include_in_schema=path.islower(), response_class=Response)
    app.add_api_route("/metrics", _metrics(hub), summary="Counters for Prometheus", response_class=Response)
    app.add_middleware(Gate, clock=hub.clock, metrics=hub.metrics, at_once=hub.limits.at_once)
    return app


def _endpoint(hub: Hub, route: Route) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            call = await call_of(
                request, hub.devices, signed=route.signed, most=route.most, seconds=hub.limits.seconds
            )
            return answer(await run_in_threadpool(route.work, hub, call))
        except Denied as denied:
            return answer_error(denied.code, denied.detail)
        except BadMessage as bad:
            return answer_error(ErrorCode.MALFORMED, bad.field or bad.problem.value)
        except (OperationalError, InterfaceError, PoolTimeout):
            log("database away")
            return answer_error(ErrorCode.AWAY, "database")

    return endpoint


def _page(hub: Hub) -> Callable[[str, str], Awaitable[Response]]:
    """Make the route of the citizen's page."""

    async def page(token: str, lang: str = Language.VIETNAMESE) -> Response:
        language = Language.ENGLISH if lang == Language.ENGLISH else Language.VIETNAMESE
        try:
            made = await run_in_threadpool(hub.pages.page, token, language)
        except (OperationalError, InterfaceError, PoolTimeout):
            return answer_error(ErrorCode.AWAY, "database")
        return HTMLResponse(made.html, made.status, HEADERS)

    return page


def _metrics(hub: Hub) -> Callable[[], Awaitable[Response]]:
    async def metrics() -> Response:
        return Response(hub.metrics.text(), media_type=_METRICS)

    return metrics


def _described(route: Route) -> dict[str, object]:
    """Describe a route as OpenAPI, from the very fields by which its messages are read."""
    answers = {"200": _message("Done", route.answers)}
    for status in sorted(set(STATUS.values())):
        answers[str(status)] = _message("Not done", ErrorAnswer)
    described: dict[str, object] = {"parameters": _parameters(route), "responses": answers}
    if route.asks:
        content = {"application/json": {"schema": schema_of(route.asks)}}
        described["requestBody"] = {"required": True, "content": content}
    elif route.method == "PUT":
        content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _message(words: str, kind: type) -> dict[str, object]:
    return {"description": words, "content": {"application/json": {"schema": schema_of(kind)}}}


def _parameters(route: Route) -> list[dict[str, object]]:
    named = [
        _parameter("path", name, SHA256 if name == "sha256" else IDENTIFIER)
        for name in re.findall(r"{(\w+)}", route.path)
    ]
    for name in route.query:
        schema = {"type": "integer", "minimum": 0}
        required = not name.endswith("?")
        named.append({"in": "query", "name": name.rstrip("?"), "required": required, "schema": schema})
    return named + [_parameter("header", *one) for one in _HEADERS if route.signed]


def _parameter(where: str, name: str, pattern: str) -> dict[str, object]:
    schema = {"type": "string", "pattern": f"^(?:{pattern})$"}
    return {"in": where, "name": name, "required": True, "schema": schema}
