"""A server on this machine that is six services at once: it holds to their rules, or fails as it is told to."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.loopback import answering

TOKEN = "canary-token-4711"
PASSWORD = "canary-pass word-4712"
WEBHOOK = "canary-webhook-4713"
CHAT = "-1004714"
#: What a service answers: status and body, with further headers.
Reply = tuple[int, object, dict[str, str]]


@dataclass
class Server:
    """What was published, by what the service calls it, and what it was asked. ``fail`` answers in its place."""

    port: int
    limit: int = 500
    published: dict[str, dict[str, Any]] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[Any] = field(default_factory=list)
    fail: Callable[[BaseHTTPRequestHandler], None] | None = None
    #: Fail only after it was done.
    too_late: bool = False
    #: So many go well before.
    spared: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def texts(self) -> list[str]:
        """The texts that people see, oldest first."""
        return [str(one["text"]) for one in self.published.values()]

    def publish(self, name: str, text: str, **more: Any) -> None:
        self.published[name] = {"text": text, **more}


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def bearer(headers: dict[str, str]) -> bool:
    return headers.get("Authorization") == f"Bearer {TOKEN}"


def mastodon(server: Server, method: str, path: str, headers: dict[str, str], body: Any) -> Reply:
    if path == "/api/v2/instance":
        limits = {"max_characters": server.limit, "characters_reserved_per_url": 23}
        return 200, {"configuration": {"statuses": limits}}, {}
    if not bearer(headers):
        return 401, {"error": "The access token is invalid"}, {}
    text = body["status"]
    if len(re.sub(r"https?://\S+", "x" * 23, text)) > server.limit:
        return 422, {"error": f"Validation failed: Text character limit of {server.limit} exceeded"}, {}
    if method == "PUT":
        name = path.rsplit("/", 1)[1]
        if name not in server.published:
            return 404, {"error": "Record not found"}, {}
        server.published[name] |= {"text": text, "edited": True}
        return 200, {"id": name}, {}
    key = headers["Idempotency-Key"]
    if key not in server.known:
        server.known[key] = str(100 + len(server.published))
        server.publish(server.known[key], text, answers=body.get("in_reply_to_id"), language=body["language"])
    return 200, {"id": server.known[key]}, {}


def bluesky(server: Server, _: str, path: str, headers: dict[str, str], body: Any) -> Reply:
    if path.endswith("createSession"):
        if body != {"identifier": "menot.example", "password": PASSWORD}:
            return 401, {"error": "AuthenticationRequired", "message": f"Invalid password {PASSWORD}"}, {}
        return 200, {"did": "did:plc:menot", "accessJwt": TOKEN, "handle": "menot.example"}, {}
    if not bearer(headers):
        return 401, {"error": "AuthMissing"}, {}
    record, key = body["record"], body["rkey"]
    # A TID: 13 digits, of which the first leaves the highest bit free.
    if not re.fullmatch("[234567abcdefghij][234567a-z]{12}", key) or body["repo"] != "did:plc:menot":
        return 400, {"error": "InvalidRequest", "message": "Invalid record key"}, {}
    if len(record["text"]) > 300 or len(record["text"].encode()) > 3_000:
        return 400, {"error": "InvalidRequest", "message": "must not be longer than 300 graphemes"}, {}
    octets = record["text"].encode()
    for one in record["facets"]:
        where = one["index"]
        if octets[where["byteStart"] : where["byteEnd"]].decode() != one["features"][0]["uri"]:
            return 400, {"error": "InvalidRequest", "message": "facet out of place"}, {}
    uri = f"at://did:plc:menot/app.bsky.feed.post/{key}"
    if uri in server.published:
        return 500, {"error": "InternalServerError"}, {}
    server.publish(uri, record["text"], answers=record.get("reply", {}).get("parent"), language=record["langs"])
    return 200, {"uri": uri, "cid": f"bafy{len(server.published)}"}, {}


def matrix(server: Server, method: str, path: str, headers: dict[str, str], body: Any) -> Reply:
    if not bearer(headers):
        return 401, {"errcode": "M_UNKNOWN_TOKEN"}, {}
    *_, room, send, kind, transaction = path.split("/")
    if (method, unquote(room), send, kind) != ("PUT", "!menot:example.org", "send", "m.room.message"):
        return 403, {"errcode": "M_FORBIDDEN"}, {}
    if transaction not in server.known:
        server.known[transaction] = f"$event{len(server.known)}"
        relation = body.get("m.relates_to")
        if relation:
            server.published[relation["event_id"]]["text"] = body["m.new_content"]["body"]
        else:
            server.publish(server.known[transaction], body["body"], mentions=body["m.mentions"])
    return 200, {"event_id": server.known[transaction]}, {}


def telegram(server: Server, _: str, path: str, __: dict[str, str], body: Any) -> Reply:
    bot, method = path.removeprefix("/").split("/")
    if bot != f"bot{TOKEN}":
        return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}, {}
    if str(body["chat_id"]) != CHAT or "parse_mode" in body:
        return 400, {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}, {}
    if units(body["text"]) > 4_096:
        return 400, {"ok": False, "error_code": 400, "description": "Bad Request: message is too long"}, {}
    if method == "sendMessage":
        name = str(7 + len(server.published))
        server.publish(name, body["text"])
    else:
        name = str(body["message_id"])
        server.published[name]["text"] = body["text"]
    return 200, {"ok": True, "result": {"message_id": int(name)}}, {}


def discord(server: Server, method: str, path: str, __: dict[str, str], body: Any) -> Reply:
    if f"/api/webhooks/12/{WEBHOOK}" not in path:
        return 404, {"message": "Unknown Webhook", "code": 10015}, {}
    if units(body["content"]) > 2_000 or body["allowed_mentions"] != {"parse": []}:
        return 400, {"content": ["Must be 2000 or fewer in length."]}, {}
    name = path.rsplit("/", 1)[1] if method == "PATCH" else str(900 + len(server.published))
    server.publish(name, body["content"])
    return 200, {"id": name}, {}


def slack(server: Server, _: str, path: str, __: dict[str, str], body: Any) -> Reply:
    if path != f"/services/T1/B1/{WEBHOOK}":
        return 404, "no_service", {}
    if re.search(r"<[!@#]", body["text"]) or body["mrkdwn"] is not False:
        return 400, "invalid_payload", {}
    server.publish(str(len(server.published)), body["text"])
    return 200, "ok", {}


RULES = {
    "/api/v": mastodon,
    "/xrpc/": bluesky,
    "/_matrix/": matrix,
    "/bot": telegram,
    "/api/webhooks": discord,
    "/services/": slack,
}


def reply(handler: BaseHTTPRequestHandler, status: int, body: object, headers: dict[str, str] | None = None) -> None:
    octets = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(octets)))
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(octets)


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Half an answer."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "10')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def nothing(handler: BaseHTTPRequestHandler) -> None:
    """Not a word: the line is dropped."""
    handler.connection.shutdown(socket.SHUT_RDWR)


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    """A page of somebody else's, with a good status."""
    reply(handler, 200, "<html>Welcome to the hotel</html>")


@contextmanager
def serving() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def any_method(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            path = urlsplit(self.path).path
            server.asked.append((self.command, self.path))
            server.headers.append(dict(self.headers))
            server.bodies.append(body)
            rules = next((found for start, found in RULES.items() if path.startswith(start)), None)
            if path.startswith("/api/webhooks"):
                rules = discord
            harmless = path.endswith(("/instance", ".createSession"))
            with suppress(OSError):
                fails = server.fail if server.spared <= len(server.published) and not harmless else None
                if fails and not server.too_late:
                    fails(self)
                elif rules is None:
                    reply(self, 404, {})
                else:
                    answer = rules(server, self.command, path, dict(self.headers), body)
                    if fails:
                        fails(self)
                    else:
                        reply(self, *answer)
            self.close_connection = True

        do_GET = do_POST = do_PUT = do_PATCH = any_method  # noqa: N815 (its base's names)

        def log_message(self, *arguments: object) -> None:
            pass

    with answering(Handler) as port:
        server = Server(port)
        yield server
