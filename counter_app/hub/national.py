"""The national look-up "Tra cứu thông tin công dân" over SOAP, as clients of the platform speak it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET  # the answers are parsed without entities; see _parsed
from xml.sax.saxutils import escape

import httpx

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dates import PartialDate
from counter_app.hub.clock import Clock, unix_ms
from counter_app.hub.denial import Denied
from counter_app.hub.national_record import record_of
from counter_app.wire.codes import ErrorCode
from counter_app.wire.population import LookUpAsked, Upstream

ASKED = "http://dancuquocgia.bca"
_MOST_ANSWER = 1024 * 1024
_CODES = {"004": ErrorCode.NOT_LICENSED, "005": ErrorCode.NOT_ALLOWED, "006": ErrorCode.QUOTA}
"""006 is not published: quotas exist, their code is a guess until an office is connected."""


@dataclass(frozen=True, slots=True)
class Access:
    """What the platform gave the office to identify itself by."""

    url: str
    username: str
    secret: str
    api_key: str
    client: str
    integration_code: str
    unit_code: str


class NationalRegistry:
    """Asks the national population database, one person at a time."""

    def __init__(
        self, access: Access, clock: Clock, seconds: int, client: httpx.Client | None = None
    ) -> None:
        self._access = access
        self._clock = clock
        self._client = client or httpx.Client(timeout=httpx.Timeout(seconds), follow_redirects=False)

    @property
    def upstream(self) -> Upstream:
        """Say that it is the national one."""
        return Upstream.NATIONAL

    def look_up(self, asked: LookUpAsked, request_id: str) -> PopulationRecord | None:
        """Ask with number, name and birth date together; raises Denied."""
        now = self._clock.now()
        body = envelope(asked, self._access, request_id).encode()
        try:
            answer = self._client.post(self._access.url, content=body, headers=self._headers(now))
        except httpx.HTTPError as error:
            raise Denied(ErrorCode.AWAY, "upstream") from error
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise Denied(ErrorCode.QUOTA)
        if answer.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            raise Denied(ErrorCode.NOT_ALLOWED, "platform")
        tree = _parsed(answer.content)
        _refuse_errors(tree)
        if answer.status_code != httpx.codes.OK:
            raise Denied(ErrorCode.AWAY, "upstream")
        return record_of(tree, now.date())

    def _headers(self, now: datetime) -> dict[str, str]:
        access, stamp = self._access, str(unix_ms(now))
        password = hashlib.sha256(f"{access.url}{access.username}{stamp}{access.secret}".encode()).hexdigest()
        basic = httpx.BasicAuth(access.username, password)
        flow = basic.auth_flow(httpx.Request("POST", access.url))
        return {
            "Authorization": next(flow).headers["Authorization"],
            "Timestamp": stamp,
            "ApiKey": access.api_key,
            "X-Road-Client": access.client,
            "SOAPAction": '""',
            "Content-Type": "text/xml; charset=utf-8",
        }


def envelope(asked: LookUpAsked, access: Access, request_id: str) -> str:
    """Write the request; the order of its elements is the service's."""
    number = "SoDinhDanh" if len(asked.number) == 12 else "SoCMND"
    parts = (
        ("MaYeuCau", request_id),
        ("MaDVC", asked.procedure_code),
        ("MaTichHop", access.integration_code),
        ("MaCanBo", asked.official_sign),
        ("MaDonVi", access.unit_code),
        (number, asked.number),
        ("HoVaTen", asked.full_name.upper()),
    )
    inside = "".join(f"<dan:{name}>{escape(value)}</dan:{name}>" for name, value in parts if value)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dan="{ASKED}">'
        f"<soapenv:Header/><soapenv:Body><dan:TraCuuThongTinCongDan>{inside}{_born(asked.born_on)}"
        "</dan:TraCuuThongTinCongDan></soapenv:Body></soapenv:Envelope>"
    )


def _born(born_on: PartialDate) -> str:
    whole = born_on.whole
    kind, value = ("NgayThangNam", f"{whole:%Y%m%d}") if whole else ("Nam", f"{born_on.year:04}")
    return f"<dan:NgayThangNamSinh><dan:{kind}>{value}</dan:{kind}></dan:NgayThangNamSinh>"


def _parsed(content: bytes) -> ET.Element:
    """Read an answer; one that is large, not in UTF-8, or defines entities of its own is none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Denied(ErrorCode.AWAY, "upstream") from error
    if len(content) > _MOST_ANSWER or "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Denied(ErrorCode.AWAY, "upstream")
    try:
        return ET.fromstring(text)  # noqa: S314 - no document type, hence no entities, came this far
    except (ET.ParseError, LookupError, ValueError) as error:  # the last two for what it says of its alphabet
        raise Denied(ErrorCode.AWAY, "upstream") from error


def _refuse_errors(tree: ET.Element) -> None:
    named = (tree.findtext(f".//{{*}}{name}") for name in ("MaLoi", "ErrorCode", "faultcode"))
    code = next((one.strip() for one in named if one and one.strip()), "")
    if code in _CODES:
        raise Denied(_CODES[code])
    if code and code not in ("0", "000"):
        raise Denied(ErrorCode.AWAY, "upstream")
