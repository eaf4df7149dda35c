"""A web server on this machine that serves calendars well and badly."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.loopback import answering

EVENT = """BEGIN:VEVENT\r
UID:{uid}\r
SUMMARY:{title}\r
DTSTART;TZID=Europe/Helsinki:{start}\r
END:VEVENT\r
"""


def calendar(*events: tuple[str, str, str]) -> bytes:
    """Return a calendar of (uid, title, start)."""
    body = "".join(EVENT.format(uid=uid, title=title, start=start) for uid, title, start in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n".encode()


def evenings(count: int, first: int = 0) -> bytes:
    """Return a calendar of evenings in May 2027."""
    return calendar(*((f"{n}@koe", f"Ilta {n}", f"202705{n + 1:02}T180000") for n in range(first, first + count)))


class Server:
    """What is served, by path: bytes, or a function of the handler."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, bytes | Callable[[Any], None]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []

    def url(self, path: str = "/koe.ics", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.asked.append(self.path)
            server.headers.append(dict(self.headers))
            answer = server.answers.get(self.path.partition("?")[0])
            with suppress(OSError):
                if callable(answer):
                    answer(self)
                else:
                    send(self, answer or b"", 200 if answer is not None else 404)
            self.close_connection = True

        def log_message(self, *arguments: object) -> None:
            pass

    with answering(Handler) as port:
        server = Server(port)
        yield server


def send(handler: Any, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def lead_on(place: str) -> Callable[[Any], None]:
    return lambda handler: send(handler, b"", 302, Location=place)


#: Whoever does not leave a server that answers slowly waits for a minute and more.
SLOWLY = 1_200


def drip(handler: Any) -> None:
    """Headers at once, then a byte now and then."""
    handler.send_response(200)
    handler.send_header("Content-Length", "10000")
    handler.end_headers()
    for _ in range(SLOWLY):
        handler.wfile.write(b"B")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: Any) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * SLOWLY:
        handler.wfile.write(bytes([letter]))
        handler.wfile.flush()
        time.sleep(0.05)


def silence(handler: Any) -> None:
    handler.connection.settimeout(60)
    handler.rfile.read(1)  # until the other end leaves


def endless(handler: Any) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"X" * 65_536)


def declared(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "99999999999")
    handler.end_headers()


@cache
def packed_zeros() -> bytes:
    return zlib.compress(b"\0" * 40_000_000)


def bomb(handler: Any) -> None:
    packer = zlib.compressobj(wbits=31)
    send(handler, packer.compress(b"\0" * 40_000_000) + packer.flush(), Content_Encoding="gzip")


def bomb_in_deflate(handler: Any) -> None:
    send(handler, packed_zeros(), Content_Encoding="deflate")


def cut_off(handler: Any) -> None:
    body = evenings(3)
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def cut_off_in_chunks(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"20\r\nBEGIN:VCAL")
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def cut_off_packed(handler: Any) -> None:
    send(handler, gzip.compress(evenings(3))[:-20], Content_Encoding="gzip")


def nonsense(handler: Any) -> None:
    handler.wfile.write(b"220 ftp.koe.example FTP server ready\r\n")
