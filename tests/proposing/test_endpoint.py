"""A site's own server takes a proposal, asks for corrections, or is not there: the form knows which."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import jsonschema
import pytest
from tests.browser_modules import in_node
from tests.proposing.links import EVENT

from seurantalo.proposing.wire import json_of, proposal_of
from seurantalo.proposing.wire_schema import proposal_schema

#: Where the server here answers how.
ANSWERS: dict[str, tuple[int, bytes]] = {
    "/taken": (201, b'{"url": "https://example.org/ehdotukset/7"}'),
    "/silent": (204, b""),
    "/evil": (200, b'{"url": "javascript:alert(1)"}'),
    "/list": (200, b"[]"),
    "/null": (200, b"null"),
    "/wrong": (422, json.dumps({"problems": ["P\u00e4iv\u00e4 puuttuu.\n\u202e<b>", 7]}).encode()),
    "/strange": (400, b'{"problems": "x"}'),
    "/broken": (500, b'{"problems": ["x"]}'),
    "/away": (302, b""),
}


class _Stub(BaseHTTPRequestHandler):
    received: ClassVar[list[tuple[dict[str, str], Any]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.received.append((dict(self.headers), json.loads(body)))
        status, answer = ANSWERS[self.path]
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/taken")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def server() -> Iterator[str]:
    """A server on this computer, as long as it is needed."""
    _Stub.received = []
    with ThreadingHTTPServer(("127.0.0.1", 0), _Stub) as made:
        thread = threading.Thread(target=made.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{made.server_port}"
        finally:
            made.shutdown()
            thread.join()


def test_each_answer_is_understood() -> None:
    """What is said of a proposal is shown as text; a link is one of the web, or none."""
    with server() as address:
        found = in_node("ways-out.js", "sendTo", [[f"{address}{path}", EVENT] for path in ANSWERS])
        received = _Stub.received
    assert dict(zip(ANSWERS, found, strict=True)) == {
        "/taken": {"url": "https://example.org/ehdotukset/7"},
        "/silent": {"url": ""},
        "/evil": {"url": ""},
        "/list": {"url": ""},
        "/null": {"url": ""},
        "/wrong": {"problems": ["Päivä puuttuu. <b>", "7"]},
        "/strange": {"failed": True},
        "/broken": {"failed": True},
        "/away": {"failed": True},
    }
    assert in_node("ways-out.js", "sendTo", [[f"{address}/taken", EVENT]]) == [{"failed": True}]
    headers, body = received[0]
    assert headers["Content-Type"] == "application/json"
    assert not {"Cookie", "Referer", "Authorization"} & set(headers)
    jsonschema.validate(body, proposal_schema())
    proposal = proposal_of(body)
    assert proposal is not None
    assert json_of(proposal) == EVENT


@pytest.mark.parametrize(
    "more",
    [
        {"version": 2},
        {"act": "party"},
        {"files": []},
        {"files": [{"kind": "event", "path": "../mkdocs.yml"}]},
        {"files": [{"kind": "event", "path": "events/a.yml", "base": "main"}]},
        {"files": [{"kind": "event", "path": "events/a.yml", "set": {"<b>": 1}}]},
        {"files": [EVENT["files"][0]] * 9},
        {"note": "x" * 2_001},
    ],
)
def test_the_schema_refuses_what_no_form_sends(more: dict[str, Any]) -> None:
    """It is for servers that know nothing of us."""
    good = {"version": 1, **EVENT}
    jsonschema.validate(good, proposal_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**good, **more}, proposal_schema())
