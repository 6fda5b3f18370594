"""A stub of the national look-up on loopback: answers as the test says, and keeps what it was asked."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FOUND = """<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
<r:CongdanCollection xmlns:r="http://www.mic.gov.vn/dancu/1.0"><r:CongDan>
<r:SoDinhDanh>000190000017</r:SoDinhDanh><r:SoCMND>000000017</r:SoCMND>
<r:HoVaTen><r:Ten>Nguyễn Thị Hương</r:Ten></r:HoVaTen><r:GioiTinh>2</r:GioiTinh><r:DanToc>01</r:DanToc>
<r:TonGiao>00</r:TonGiao><r:TinhTrangHonNhan>1</r:TinhTrangHonNhan><r:NhomMau>04</r:NhomMau>
<r:NgayThangNamSinh><r:NgayThangNam>19900315</r:NgayThangNam></r:NgayThangNamSinh>
<r:QuocTich>VN</r:QuocTich>
<r:ThuongTru><r:MaTinhThanh>00</r:MaTinhThanh><r:MaPhuongXa>00001</r:MaPhuongXa>
<r:ChiTiet>Số 1 ngõ Mẫu</r:ChiTiet></r:ThuongTru>
<r:Cha><r:HoVaTen><r:Ten>Nguyễn Văn Mẫu</r:Ten></r:HoVaTen><r:QuocTich>VN</r:QuocTich></r:Cha>
<r:ChuHo><r:HoVaTen><r:Ten>Nguyễn Văn Mẫu</r:Ten></r:HoVaTen><r:QuanHe>Con đẻ</r:QuanHe></r:ChuHo>
</r:CongDan></r:CongdanCollection></s:Body></s:Envelope>"""
NOBODY = FOUND[: FOUND.index("<r:CongDan>")] + "</r:CongdanCollection></s:Body></s:Envelope>"


def fault(code: str) -> str:
    """Write an answer that refuses with a code."""
    return f"<e:Loi xmlns:e='http://dancuquocgia.bca'><e:MaLoi>{code}</e:MaLoi></e:Loi>"


@dataclass(slots=True)
class Upstream:
    """What the stub answers next, and the requests it has had."""

    url: str = ""
    body: str = FOUND
    status: int = 200
    asked: list[tuple[dict[str, str], str]] = field(default_factory=list)


@contextmanager
def upstream() -> Iterator[Upstream]:
    """Run the stub."""
    stub = Upstream()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            stub.asked.append((dict(self.headers.items()), body))
            self.send_response(stub.status)
            self.end_headers()
            self.wfile.write(stub.body.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server, ThreadPoolExecutor(1) as pool:
        stub.url = f"http://127.0.0.1:{server.server_port}/dancu"
        pool.submit(server.serve_forever, 0.05)
        try:
            yield stub
        finally:
            server.shutdown()
