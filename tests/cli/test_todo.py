"""``seurantalo todo``: what it prints, and what it says of links to other sites."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.cli.conftest import Write, seurantalo

from seurantalo.cli.link_check import check_links

EVENT = """\
otsikko: Joulumyyjäiset
alkaa: 5.12.2026 klo 10
järjestäjä: vimpelin-martat
paikka: seurantalo
"""


def test_a_past_event_is_asked_about_until_its_outcome_is_written(write: Write) -> None:
    project = write({"events/myyjaiset.yml": EVENT})
    before = seurantalo("todo", cwd=project)
    assert before.code == 0
    assert "events/myyjaiset.yml:2: Joulumyyjäiset – 5.12.2026" in before.out
    assert "Pidetyt tapahtumat: mitä niistä seurasi? (1)" in before.out
    write({"events/myyjaiset.yml": EVENT + "tulos: {yhteenveto: Kaikki pullat menivät.}\n"})
    assert "Joulumyyjäiset" not in seurantalo("todo", cwd=project).out


def test_json_for_machines(write: Write) -> None:
    project = write({"events/myyjaiset.yml": EVENT})
    found = json.loads(seurantalo("todo", "--format", "json", "--lang", "en", cwd=project).out)
    assert found["today"] == "2027-01-04"
    pile = next(one for one in found["piles"] if one["chore"] == "outcome")
    assert pile["tasks"][0] | {"ask": "", "address": ""} == {
        "kind": "event",
        "id": "myyjaiset",
        "title": "Joulumyyjäiset",
        "file": "events/myyjaiset.yml",
        "line": 2,
        "since": "2026-12-05",
        "about": "",
        "ask": "",
        "address": "",
        "edit": "",
    }
    assert found["total"] == sum(one["total"] for one in found["piles"])


def test_the_most_urgent_are_listed_and_the_rest_counted(write: Write) -> None:
    write({f"events/m{n}.yml": EVENT for n in range(4)})
    said = seurantalo("todo", "--most", "1", cwd=write({}))
    assert said.out.count("Joulumyyjäiset") == 1
    assert "ja 3 muuta" in said.out


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_a_number_that_is_none_is_refused(write: Write, number: str) -> None:
    assert seurantalo("todo", "--most", number, cwd=write({})).code == 2


def test_errors_come_before_the_desk(write: Write) -> None:
    said = seurantalo("todo", cwd=write({"events/rikki.yml": "otsikko: X\n"}))
    assert said.code == 1
    assert "events/rikki.yml" in said.out


class _Answers(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        code = {"/ok": 200, "/gone": 410, "/missing": 404, "/robot": 403, "/broken": 500}.get(self.path, 302)
        if self.path == "/no-head":
            code = 405 if self.command == "HEAD" else 200
        self.send_response(code)
        if code == 302:
            self.send_header("Location", "/missing" if self.path == "/moved" else f"{self.path[4:]}://a.example/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_which_links_are_broken(server: str) -> None:
    paths = ("ok", "no-head", "robot", "gone", "missing", "moved", "broken", "to-file", "to-ftp")
    found = check_links([f"{server}/{path}" for path in paths], allowed=lambda _: True)
    assert {address.rsplit("/", 1)[1]: reason for address, reason in found.broken.items()} == {
        "broken": "500",
        "gone": "410",
        "missing": "404",
        "moved": "404",
        "to-file": "302",
        "to-ftp": "redirects to ftp://a.example/",
    }
    assert found.untried == ()


def test_machines_of_our_own_network_are_left_alone(server: str) -> None:
    assert check_links([f"{server}/ok"]).broken == {f"{server}/ok": "127.0.0.1 is not a public address"}


def test_a_host_that_is_silent_is_not_waited_for() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert check_links([address], one_answer=0.2, allowed=lambda _: True).broken == {address: "timeout"}


def test_what_there_is_no_time_for_is_not_called_broken(server: str) -> None:
    found = check_links([f"{server}/gone"], all_answers=0, allowed=lambda _: True)
    assert (found.broken, found.untried) == ({}, (f"{server}/gone",))


def test_no_link_is_no_work() -> None:
    assert check_links([]).untried == ()


def test_a_broken_link_comes_to_the_desk(write: Write, server: str) -> None:
    project = write({"events/myyjaiset.yml": EVENT + f"linkit: [{server}/missing]\n"})
    assert "Linkit" not in seurantalo("todo", cwd=project).out
    said = seurantalo("todo", "--check-links", cwd=project)
    assert f"Joulumyyjäiset – {server}/missing (127.0.0.1 is not a public address)" in said.out


def test_links_of_invented_records_are_invented_too(write: Write) -> None:
    project = write({"events/myyjaiset.yml": EVENT + "linkit: [https://koe.invalid/]\nesimerkki: kyllä\n"})
    assert "Linkit" not in seurantalo("todo", "--check-links", cwd=project).out
