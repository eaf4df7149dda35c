"""A small Linked Events for tests: the rules of `service_rules`, its addresses, its pages, all over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

from tests.loopback import answering
from tests.regional.service_rules import (
    LANGUAGES,
    PLACE_COLUMNS,
    PLACE_TRANSLATED,
    TRANSLATED,
    RefusedError,
    State,
    created_event,
    flat,
    owned,
    stored_lengths,
    updated_event,
    validated_event,
)


class Service:
    """Answers requests; ``log`` are those that could change something. ``before`` may fail one on purpose."""

    def __init__(self, now: datetime, address: str = "https://api.example.org/v1/") -> None:
        self.state, self.address = State(now), address
        self.log: list[tuple[str, str, Any]] = []
        self.asked: list[str] = []
        self.before: Callable[[str, str], None] = lambda _method, _path: None
        self.after: Callable[[str, str], None] = lambda _method, _path: None

    def answer(self, method: str, url: str, key: str | None, body: bytes) -> tuple[int, Any]:
        """Return a status and what is said."""
        parts = urlparse(url)
        kind, name = [*parts.path.removeprefix("/v1/").strip("/").split("/", 1), ""][:2]
        kept = deepcopy(self.state)
        try:
            self.before(method, parts.path)
            if method == "GET":
                self.asked.append(url)
                return self._get(kind, unquote(name), {one: each[0] for one, each in parse_qs(parts.query).items()})
            self._known(key)
            given = json.loads(body) if body else None
            self.log.append((method, parts.path, given))
            answer = self._change(method, kind, unquote(name), given)
        except RefusedError as refused:
            self.state.__dict__.update(kept.__dict__)
            return refused.status, refused.told
        self.after(method, parts.path)
        return answer

    def _known(self, key: str | None) -> None:
        if key != self.state.key:
            raise RefusedError(401, {"detail": "Provided API key does not match any organization on record."})

    def _get(self, kind: str, name: str, asked: dict[str, str]) -> tuple[int, Any]:
        state = self.state
        if kind == "keyword":
            if name not in state.keywords:
                raise RefusedError(404, {"detail": "Not found."})
            if state.keywords[name]:
                raise RefusedError(410, {"detail": "Keyword has been deprecated."})
            return 200, {"id": name, "deprecated": False}
        if name:
            table: dict[Any, dict[str, Any]] = {"event": state.events, "place": state.places}[kind]
            if name not in table:
                raise RefusedError(404, {"detail": "Not found."})
            if table[name].get("deleted"):
                raise RefusedError(410, {"detail": "gone"})
            return 200, self.shown(kind, table[name])
        tables: dict[str, Any] = {"event": state.events, "place": state.places, "image": state.images}
        found = [one for one in tables[kind].values() if asked.get("data_source") in (None, one.get("data_source"))]
        if kind == "event" and not asked.get("show_deleted"):
            found = [one for one in found if not one["deleted"]]
        if "ids" in asked:
            found = [one for one in found if one["id"] in asked["ids"].split(",")]
        if "start" in asked:
            begins = datetime.fromisoformat(f"{asked['start']}T00:00:00+02:00")
            found = [one for one in found if one.get("end_time") and one["end_time"] > begins]
        size, number = min(int(asked.get("page_size", "20")), 100), int(asked.get("page", "1"))
        part = found[(number - 1) * size : number * size]
        query = "&".join(f"{one}={value}" for one, value in asked.items() if one != "page")
        more = f"{self.address}{kind}/?{query}&page={number + 1}" if number * size < len(found) else None
        return 200, {
            "meta": {"count": len(found), "next": more, "previous": None},
            "data": [self.shown(kind, one) for one in part],
        }

    def _change(self, method: str, kind: str, name: str, given: Any) -> tuple[int, Any]:
        if kind == "event":
            return self._event(method, name, given)
        if kind == "place":
            return self._place(method, name, given)
        number = len(self.state.images) + 1
        if not given.get("url") or len(given["url"]) > 400 or len(given.get("alt_text") or "") > 320:
            raise RefusedError(400, {"url": ["not valid"]})
        self.state.images[number] = {"id": number, "data_source": self.state.source, **given}
        return 201, self.shown("image", self.state.images[number])

    def _event(self, method: str, name: str, given: Any) -> tuple[int, Any]:
        state = self.state
        if method == "DELETE":
            self._alive(name)["deleted"] = True
            return 204, None
        if method == "PUT" and name:
            event = self._alive(name)
            found = updated_event(state, event, validated_event(state, given, method, event))
            state.events[name] = found
            return 200, self.shown("event", found)
        some = given if isinstance(given, list) else [given]
        if method == "PUT":
            unknown = [one for one in some if one.get("id") not in state.events]
            if len(unknown) == len(some):
                raise RefusedError(400, ["Missing matching events to update."])
        checked: list[dict[str, Any]] = []
        errors: list[Any] = []
        for one in some:
            try:
                checked.append(validated_event(state, one, method, None))
                errors.append({})
            except RefusedError as refused:
                if refused.status != 400 or not isinstance(given, list):
                    raise
                errors.append(refused.told)
        if any(errors):
            raise RefusedError(400, errors)
        if method == "PUT" and any(one["id"] not in state.events for one in checked):
            raise RefusedError(400, ["Could not find all objects to update."])
        done = []
        for one in checked:
            event = (
                created_event(state, one) if method == "POST" else updated_event(state, state.events[one["id"]], one)
            )
            state.events[event["id"]] = event
            done.append(self.shown("event", event))
        return (201 if method == "POST" else 200), done if isinstance(given, list) else done[0]

    def _alive(self, name: str) -> dict[str, Any]:
        event = self.state.events.get(name)
        if event is None:
            raise RefusedError(404, {"detail": "Not found."})
        if event["deleted"]:
            raise RefusedError(410, {"detail": "Event has been deleted."})
        return event

    def _place(self, method: str, name: str, given: Any) -> tuple[int, Any]:
        found = {**flat(given, PLACE_TRANSLATED), **owned(self.state, given, method, None)}
        if not any(found.get(f"name_{code}") for code in LANGUAGES):
            raise RefusedError(400, {"name": ["The name must be specified."]})
        stored_lengths(found, PLACE_COLUMNS)
        if "position" not in given:
            raise RefusedError(500, {"detail": "KeyError: position"})
        if given["position"]:
            numbers = given["position"]["coordinates"]
            if len(numbers) != 2 or not all(isinstance(one, float) for one in numbers):
                raise RefusedError(400, {"detail": "Two coordinates have to be provided and they should be float."})
        plain = {one: given.get(one) for one in ("position", "postal_code", "address_country", "origin_id")}
        if method == "POST" and (found["id"] in self.state.places or len(found["id"]) > 100):
            raise RefusedError(400, {"id": ["An object with given id already exists."]})
        if method == "PUT" and name not in self.state.places:
            raise RefusedError(404, {"detail": "Not found."})
        self.state.places[found["id"]] = {**found, **plain, "deleted": False}
        return (201 if method == "POST" else 200), self.shown("place", self.state.places[found["id"]])

    def shown(self, kind: str, one: dict[str, Any]) -> dict[str, Any]:
        """Return an object as the service gives it."""

        def link(other: str, name: Any) -> dict[str, str]:
            return {"@id": f"{self.address}{other}/{name}/"}

        if kind == "image":
            return {**one, **link("image", one["id"])}
        names = TRANSLATED if kind == "event" else PLACE_TRANSLATED
        found: dict[str, Any] = {"id": one["id"], **link(kind, one["id"]), "deleted": one.get("deleted", False)}
        for name in names:
            found[name] = {code: one[f"{name}_{code}"] for code in LANGUAGES if one.get(f"{name}_{code}")} or None
        if kind == "place":
            keys = ("data_source", "publisher", "position", "postal_code", "address_country", "origin_id")
            return found | {key: one.get(key) for key in keys}
        for name in ("start_time", "end_time", "enrolment_end_time"):
            moment = one.get(name)
            found[name] = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None
        return found | {
            "data_source": one["data_source"],
            "publisher": one["publisher"],
            "publication_status": one["publication_status"],
            "type_id": one.get("type_id", "General"),
            "event_status": one["event_status"],
            "has_start_time": one.get("has_start_time", True),
            "has_end_time": one.get("has_end_time", True),
            "keywords": [link("keyword", name) for name in one.get("keywords", ())],
            "audience": [link("keyword", name) for name in one.get("audience", ())],
            "in_language": [],
            "location": link("place", one["location"]) if one.get("location") else None,
            "images": [self.shown("image", self.state.images[int(name)]) for name in one.get("images", ())],
            "offers": [
                {
                    "is_free": each.get("is_free", False),
                    "price": {code: each[f"price_{code}"] for code in LANGUAGES if each.get(f"price_{code}")} or None,
                    "info_url": None,
                    "description": None,
                }
                for each in one.get("offers", ())
            ],
            "external_links": one.get("external_links", []),
            "super_event": link("event", one["super_event"]) if one.get("super_event") else None,
            "super_event_type": one.get("super_event_type"),
            "audience_min_age": one.get("audience_min_age"),
            "audience_max_age": one.get("audience_max_age"),
        }


@contextmanager
def served(service: Service) -> Iterator[str]:
    """Serve it on this computer; give the address of its API."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            status, told = service.answer(
                self.command, self.path, self.headers.get("apikey"), self.rfile.read(length)
            )
            content = b"" if told is None else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = _do  # noqa: N815 (names of the base class)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with answering(Handler) as port:
        service.address = f"http://127.0.0.1:{port}/v1/"
        yield service.address
