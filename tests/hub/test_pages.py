"""The page behind the code on an acknowledgement: where the dossier stands, for whoever holds the paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread  # noqa: TID251 - a server in the test's own process

import pytest
import uvicorn
from hub.browser import CHROMIUM, browser_page
from hub.running import NOON, Desk, SetClock, entry_of, event_of, received
from starlette.testclient import TestClient

from counter_app.domain.claim import Claim, ClaimedDossier
from counter_app.domain.dossier import Dossier
from counter_app.hub.app import build
from counter_app.hub.assembly import Hub
from counter_app.wire.reports import ClockReport, VoidReport

ONE = received()


def token(desk: Desk, *dossiers: Dossier) -> str:
    claimed = tuple(ClaimedDossier(one.code, one.due_at, 1) for one in dossiers or (ONE,))
    claim = Claim(desk.device_id, NOON, claimed)
    return claim.signed(desk.key.sign(claim.text.encode()))


def test_a_received_dossier_shows_state_and_due_time_in_both_languages(desk: Desk, line: TestClient) -> None:
    desk.report(entry_of(ONE))
    page = line.request("GET", f"/s/{token(desk)}")
    assert page.status_code == 200
    assert 'lang="vi"' in page.text
    for said in ("Đã tiếp nhận, đang giải quyết", ONE.code, "12:00, 22/11/2026", "12:00, 25/11/2026"):
        assert said in page.text
    english = line.request("GET", f"/S/{token(desk)}?lang=en")
    assert "Received, in work" in english.text


def test_the_page_names_nobody_runs_nothing_and_is_small(desk: Desk, line: TestClient) -> None:
    desk.report(entry_of(ONE))
    page = line.request("GET", f"/s/{token(desk)}")
    person = ONE.applicant
    for secret in (person.full_name, person.citizen_id.digits, ONE.procedure_name, ONE.official_name):
        assert secret not in page.text
    assert "<script" not in page.text
    assert "http" not in page.text
    assert len(page.content) < 4_000
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("wait", "said"), [("supplement", "Chờ ông/bà bổ sung giấy tờ"), ("fee", "Chờ ông/bà nộp phí, lệ phí")]
)
def test_a_wait_says_what_is_waited_for(desk: Desk, line: TestClient, wait: str, said: str) -> None:
    began = ClockReport(ONE.dossier_id, ONE.code, "wait_began", "lan", NOON, wait)
    desk.report(entry_of(ONE), event_of("clock", began, "c"))
    assert said in line.request("GET", f"/s/{token(desk)}").text


def test_a_voided_dossiers_paper_is_said_to_be_worth_nothing(desk: Desk, line: TestClient) -> None:
    void = VoidReport(ONE.dossier_id, ONE.code, "nhầm", "lan", NOON)
    desk.report(entry_of(ONE), event_of("void", void, "v"))
    assert "giấy hẹn này không còn giá trị" in line.request("GET", f"/s/{token(desk)}").text


def test_a_paper_with_a_provisional_code_leads_to_the_lasting_one(desk: Desk, line: TestClient) -> None:
    one = received(7, code="TAM-H26.99.10-261122-Q1-0007", provisional=True)
    (receipt,) = desk.report(entry_of(one))
    assert receipt.code in line.request("GET", f"/s/{token(desk, one)}").text


def test_an_overdue_dossier_is_said_to_be_so(desk: Desk, line: TestClient, clock: SetClock) -> None:
    desk.report(entry_of(ONE))
    clock.pass_(days=4)
    assert "Đã quá ngày hẹn" in line.request("GET", f"/s/{token(desk)}").text


def test_a_paper_whose_dossier_has_not_arrived_is_genuine_and_says_so(desk: Desk, line: TestClient) -> None:
    page = line.request("GET", f"/s/{token(desk, ONE, received(2))}")
    assert page.status_code == 200
    assert page.text.count("chưa được chuyển về hệ thống") == 2


def test_a_forged_or_altered_code_shows_nothing(desk: Desk, line: TestClient) -> None:
    desk.report(entry_of(ONE))
    other = replace(desk, key=Desk(line, desk.clock).key)
    altered = token(desk).replace(ONE.code, "H26.99.10-261122-0002")
    for forged in (token(other), altered, "MC1:x", "<b>", "%00"):
        page = line.request("GET", f"/s/{forged}")
        assert page.status_code == 404
        assert "không do nơi tiếp nhận cấp" in page.text
        assert ONE.code not in page.text
        assert "<b>" not in page.text


@contextmanager
def served(hub: Hub) -> Iterator[str]:
    """Have the hub listen on loopback."""
    server = uvicorn.Server(uvicorn.Config(build(hub), port=0, log_config=None, access_log=False))
    with server.config.bind_socket() as place:
        thread = Thread(target=server.run, args=([place],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{place.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium on this computer")
def test_a_small_phone_shows_the_page_whole_and_asks_for_nothing_else(
    hub: Hub, desk: Desk, clock: SetClock, tmp_path: Path
) -> None:
    desk.report(entry_of(ONE))
    clock.pass_(days=9)
    with served(hub) as address, browser_page(tmp_path) as page:
        page.do("Emulation.setDeviceMetricsOverride", width=320, height=568, deviceScaleFactor=2, mobile=True)
        page.do("Emulation.setCPUThrottlingRate", rate=6)
        inks = []
        for scheme in ("light", "dark"):
            wanted = {"name": "prefers-color-scheme", "value": scheme}
            page.do("Emulation.setEmulatedMedia", features=[wanted])
            for asked in (f"/s/{token(desk)}", f"/s/{token(desk)}?lang=en", "/s/nobody"):
                page.show(address + asked)
                assert page.asked == [address + asked]
                assert page.says("document.documentElement.scrollWidth") == 320
            inks.append(page.says("getComputedStyle(document.body).color"))
        assert inks[0] != inks[1]
        page.show(f"{address}/s/{token(desk)}")
        page.says("document.querySelector('a').click()")
        while page.says("document.documentElement.lang + document.readyState") != "encomplete":
            pass
        assert "The due time has passed" in page.says("document.body.innerText")
