"""A stub of an S3-compatible store on loopback: objects of one bucket in memory, or nobody at home."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.etree import ElementTree as ET


@dataclass(slots=True)
class ObjectStore:
    """What the stub holds, by path."""

    url: str = ""
    objects: dict[str, bytes] = field(default_factory=dict)
    signed: list[str] = field(default_factory=list)
    refuses: bool = False


@contextmanager
def object_store() -> Iterator[ObjectStore]:
    """Run the stub."""
    store = ObjectStore()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            store.signed.append(self.headers["Authorization"])
            if not store.refuses:
                store.objects[self.path] = body
            self._answer(403 if store.refuses else 200)

        def do_GET(self) -> None:
            found = store.objects.get(self.path)
            self._answer(404 if found is None else 200, found or b"")

        def do_POST(self) -> None:
            """Delete what the body lists."""
            listed = ET.fromstring(self.rfile.read(int(self.headers["Content-Length"])))  # noqa: S314 - ours
            names = [key.text for key in listed.iterfind("{*}Object/{*}Key")]
            for name in names:
                store.objects.pop(f"{self.path.partition('?')[0].rstrip('/')}/{name}", None)
            said = "".join(f"<Deleted><Key>{name}</Key></Deleted>" for name in names)
            self._answer(200, f"<DeleteResult>{said}</DeleteResult>".encode())

        def _answer(self, status: int, body: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", '"1"')
            self.send_header("Last-Modified", "Sun, 22 Nov 2026 05:00:00 GMT")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server, ThreadPoolExecutor(1) as pool:
        server.daemon_threads = True
        store.url = f"http://127.0.0.1:{server.server_port}"
        pool.submit(server.serve_forever, 0.05)
        try:
            yield store
        finally:
            server.shutdown()
