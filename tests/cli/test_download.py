"""What the network may do to us: nothing that lasts, nothing large, and never a look into a private network."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event
from typing import Any

import pytest
from tests.cli import calendar_server as bad
from tests.cli.calendar_server import Server, evenings, lead_on, send, serving

from seurantalo.cli.download import DownloadError, Limits, download
from seurantalo.cli.public_address import Address, is_public


def here(address: Address) -> bool:
    """The allowance of these tests: this machine too."""
    return address.is_loopback or is_public(address)


LIMITS = Limits(octets=5_000_000, seconds=60.0, permitted=here)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


def refused(url: str, limits: Limits = LIMITS) -> DownloadError:
    with pytest.raises(DownloadError) as caught:
        download(url, limits)
    return caught.value


def test_a_calendar_arrives_as_it_is(server: Server) -> None:
    server.answers["/koe.ics"] = evenings(3)
    assert download(server.url("/koe.ics?tunnus=a b".replace(" ", "%20")), LIMITS) == evenings(3)
    assert server.asked == ["/koe.ics?tunnus=a%20b"]
    assert server.headers[0]["Host"] == f"127.0.0.1:{server.port}"


def test_a_packed_calendar_is_unpacked_though_nobody_asked_for_it(server: Server) -> None:
    server.answers["/koe.ics"] = lambda handler: send(handler, gzip.compress(evenings(3)), Content_Encoding="gzip")
    assert download(server.url(), LIMITS) == evenings(3)


def test_the_way_may_lead_on(server: Server) -> None:
    server.answers |= {"/a": lead_on("/b"), "/b": lead_on(server.url("/koe.ics")), "/koe.ics": evenings(1)}
    assert download(server.url("/a"), LIMITS) == evenings(1)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (bad.endless, "download-too-large"),
        (bad.declared, "download-too-large"),
        (bad.bomb, "download-too-large"),
        (bad.bomb_in_deflate, "download-too-large"),
        (bad.cut_off, "download-cut-off"),
        (bad.cut_off_in_chunks, "download-cut-off"),
        (bad.cut_off_packed, "download-cut-off"),
        (bad.nonsense, "download-cut-off"),
        (lambda handler: send(handler, b"", 500), "download-status"),
        (lambda handler: send(handler, b"", 404), "download-status"),
        (lead_on("/koe.ics"), "download-redirects"),
        (lead_on("file:///etc/passwd"), "download-bad-address"),
        (lead_on("ftp://koe.example/x"), "download-bad-address"),
        (lead_on("http://maija:salasana@koe.example/"), "download-bad-address"),
        (lead_on("http://[::1"), "download-bad-address"),
    ],
)
def test_a_broken_server_is_told_of(server: Server, answer: Callable[[Any], None], code: str) -> None:
    server.answers["/koe.ics"] = answer
    assert refused(server.url()).code == code


@pytest.mark.parametrize("answer", [bad.drip, bad.drip_headers, bad.silence])
def test_a_slow_server_is_left(server: Server, answer: Callable[[Any], None]) -> None:
    server.answers["/koe.ics"] = answer
    began = time.monotonic()
    assert refused(server.url(), replace(LIMITS, seconds=0.5)).code == "download-too-slow"
    assert time.monotonic() - began < 30


def test_a_closed_port_does_not_answer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert refused(f"http://127.0.0.1:{free.getsockname()[1]}/").code == "download-no-answer"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "gopher://koe.example/",
        "/koe.ics",
        "http://",
        "https://a:b@koe.example/",
        "http://a\tb/",
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    assert refused(url).code == "download-bad-address"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]"])
def test_this_machine_is_not_asked_however_it_is_written(server: Server, host: str) -> None:
    server.answers["/koe.ics"] = evenings(1)
    assert refused(server.url(host=host), Limits()).code in ("download-private", "download-no-answer")
    assert server.asked == []


def test_a_public_server_may_not_lead_into_a_private_network(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here; the second is this machine by another name."""
    server.answers |= {"/a": lead_on(f"http://sisaverkko.koe:{server.port}/salainen"), "/salainen": b"x"}
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: real("127.0.0.2" if "koe" in host else host, *rest, **more)
    )
    first = Limits(permitted=lambda address: str(address) == "127.0.0.1")
    assert refused(server.url("/a"), first).code == "download-private"
    assert server.asked == ["/a"]


def test_the_connection_goes_to_the_address_that_was_looked_at(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that changes its mind between the look and the connection changes nothing (DNS rebinding)."""
    server.answers["/koe.ics"] = evenings(1)
    asked: list[str] = []
    real = socket.getaddrinfo

    def changing(host: str, *rest: Any, **more: Any) -> Any:
        if host == "koe.example":
            asked.append(host)
            return real("127.0.0.1" if len(asked) == 1 else "127.0.0.9", *rest, **more)
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    assert download(server.url(host="koe.example"), LIMITS) == evenings(1)
    assert asked == ["koe.example"]
    assert server.headers[0]["Host"] == f"koe.example:{server.port}"


def test_one_private_answer_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(2, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    assert refused("http://koe.example/", Limits()).code == "download-private"


def test_a_name_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    given_up = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: given_up.wait(60))
    began = time.monotonic()
    assert refused("http://koe.example/", Limits(seconds=0.3)).code == "download-too-slow"
    assert time.monotonic() - began < 30
    given_up.set()


def test_proxies_of_the_environment_are_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["/koe.ics"] = evenings(1)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert download(server.url(), LIMITS) == evenings(1)
