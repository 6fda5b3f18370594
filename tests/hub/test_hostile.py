"""Whatever is sent to the hub, within what it publishes or beside it, is answered and never a fault."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from hub.running import Desk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from counter_app.hub.routes import ROUTES, Route

EXAMPLES = 25
PUBLISHED = [route for route in ROUTES if route.path != "/ready"]


def sent(line: TestClient, desk: Desk, told: dict[str, Any]) -> int:
    """Send what was made up, rightly signed, and give the status."""
    body = told.get("data") or b""
    if "json" in told:
        body = json.dumps(told["json"])
    content = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    request = line.build_request(told["method"], told["url"], params=told.get("params"), content=content)
    target = request.url.raw_path.decode()
    for name, value in desk.headers(told["method"], target, content).items():
        request.headers[name] = value
    status: int = line.send(request).status_code
    return status


@pytest.mark.parametrize("route", PUBLISHED, ids=lambda route: f"{route.method} {route.path}")
def test_made_up_requests_of_every_shape_are_never_a_fault(
    route: Route, line: TestClient, desk: Desk
) -> None:
    schema = schemathesis.openapi.from_dict(line.get("/openapi.json").json())
    strategy = schema[route.path][route.method].as_strategy()

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=strategy)
    def ask(case: schemathesis.Case[Any]) -> None:
        told = case.as_transport_kwargs(base_url="http://testserver")
        assert sent(line, desk, told) < 500

    ask()


def test_any_text_in_the_place_of_a_papers_code_is_a_page_and_never_a_fault(line: TestClient) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(token=st.text(max_size=200))
    def ask(token: str) -> None:
        assert line.request("GET", f"/s/{quote(token, safe='')}").status_code == 404

    ask()
