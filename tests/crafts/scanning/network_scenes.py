"""Network cameras on the loopback: a good one over HTTP or RTSP, and the bad ones that a network may hold."""

import random
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread  # noqa: TID251 - a network camera needs somebody at the other end

import numpy as np

from scanning.frames import Frame, encode_jpeg
from scanning.opencv import cv2

SHADES = (20, 70, 120, 170, 220)
MULTIPART = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"

Talk = Callable[[socket.socket, Event], None]


def plain(shade: int, size: tuple[int, int] = (160, 120)) -> Frame:
    return Frame(np.full((size[1], size[0], 3), shade, np.uint8))


def part(picture: bytes) -> bytes:
    head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(picture)}\r\n\r\n"
    return head.encode() + picture + b"\r\n"


@contextmanager
def camera_at(talk: Talk, scheme: str = "http") -> Iterator[str]:
    """Have ``talk`` speak to whoever calls, one after the other; give the address, with a password in it."""
    server, over = socket.create_server(("127.0.0.1", 0)), Event()
    server.settimeout(0.05)
    at_work = Thread(target=_answer, args=(server, talk, over))
    at_work.start()
    try:
        yield f"{scheme}://official:secret@127.0.0.1:{server.getsockname()[1]}/stream"
    finally:
        over.set()
        at_work.join()
        server.close()


def _answer(server: socket.socket, talk: Talk, over: Event) -> None:
    while not over.is_set():
        try:
            caller, _ = server.accept()
        except TimeoutError:
            continue
        with caller:
            caller.settimeout(0.05)
            try:
                talk(caller, over)
            except OSError:
                continue  # the program hung up


def five_pictures_then_breaks_off(caller: socket.socket, _over: Event) -> None:
    caller.recv(4096)
    caller.sendall(MULTIPART + b"".join(part(encode_jpeg(plain(shade), 90)) for shade in SHADES))


def picture_then_silence(caller: socket.socket, over: Event) -> None:
    caller.recv(4096)
    caller.sendall(MULTIPART + 8 * part(encode_jpeg(plain(120), 90)))
    over.wait()


def silence(_caller: socket.socket, over: Event) -> None:
    over.wait()


def a_web_page(caller: socket.socket, _over: Event) -> None:
    caller.recv(4096)
    caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>")


def endless_garbage(caller: socket.socket, over: Event) -> None:
    caller.recv(4096)
    caller.sendall(MULTIPART)
    garbage = random.Random(3).randbytes(65536)  # noqa: S311 - noise, not a secret
    while not over.is_set():
        caller.sendall(garbage)


def drop_by_drop(caller: socket.socket, over: Event) -> None:
    caller.recv(4096)
    caller.sendall(MULTIPART)
    while not over.wait(0.05):
        caller.sendall(b"-")


def far_too_large_pictures(caller: socket.socket, over: Event) -> None:
    caller.recv(4096)
    caller.sendall(MULTIPART)
    huge = part(encode_jpeg(plain(120, (10_000, 10_000)), 10))
    caller.settimeout(5)
    while not over.is_set():
        caller.sendall(huge)


def film_over_rtsp(folder: Path) -> Talk:
    """Make a camera that sends a short film as RTSP cameras do, within the one connection."""
    path = folder / "film.ts"
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), 25, (160, 128))
    for number in range(75):
        writer.write(plain(40 + 2 * number, (160, 128)).pixels)
    writer.release()
    film = path.read_bytes()

    def talk(caller: socket.socket, over: Event) -> None:
        caller.settimeout(5)
        while not over.is_set():
            asked = caller.recv(4096).decode()
            if not asked:
                return
            caller.sendall(_rtsp_answer(asked))
            if asked.startswith("PLAY"):
                _send_film(caller, film)
                over.wait()

    return talk


def _rtsp_answer(asked: str) -> bytes:
    number = asked.partition("CSeq: ")[2].split("\r\n")[0]
    body = ""
    more = ["Session: 1"]
    if asked.startswith("DESCRIBE"):
        body = (
            "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 33\r\na=control:track\r\n"
        )
        more = ["Content-Type: application/sdp", f"Content-Length: {len(body)}"]
    elif asked.startswith("SETUP") and "interleaved" not in asked:
        return f"RTSP/1.0 461 Unsupported Transport\r\nCSeq: {number}\r\n\r\n".encode()
    elif asked.startswith("SETUP"):
        more.append("Transport: RTP/AVP/TCP;unicast;interleaved=0-1")
    return "\r\n".join(["RTSP/1.0 200 OK", f"CSeq: {number}", *more, "", body]).encode()


def _send_film(caller: socket.socket, film: bytes) -> None:
    chunk = 7 * 188  # transport packets that fit into one of the network's
    for number, start in enumerate(range(0, len(film), chunk)):
        packet = struct.pack("!BBHII", 0x80, 33, number, number * 900, 1) + film[start : start + chunk]
        caller.sendall(struct.pack("!cBH", b"$", 0, len(packet)) + packet)
