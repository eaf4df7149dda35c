"""How Linked Events takes and stores events, places and pictures: written by reading its own source (3.29).

It knows nothing of the checker. Names in backquotes are those of the places in its source that are retold.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import unquote, urlparse
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Helsinki")
LANGUAGES = ("fi", "sv", "en", "zh_hans", "ru", "ar")
TRANSLATED = (
    "name", "description", "short_description", "info_url", "location_extra_info", "headline", "secondary_headline",
    "provider", "provider_contact_info",
)  # fmt: skip
PLACE_TRANSLATED = ("name", "description", "info_url", "street_address", "address_locality", "telephone")
STATUSES = ("EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled")
CHOICES = {
    "event_status": STATUSES,
    "type_id": ("General", "Course", "Volunteering"),
    "publication_status": ("public", "draft"),
    "super_event_type": (None, "", "recurring", "umbrella"),
}
COLUMNS = {"name": 255, "provider": 512, "location_extra_info": 400, "info_url": 1000}
PLACE_COLUMNS = {"name": 255, "street_address": 255, "address_locality": 255, "info_url": 1000}


class RefusedError(Exception):
    """An answer of 400 and above."""

    def __init__(self, status: int, told: Any) -> None:
        super().__init__(status, told)
        self.status, self.told = status, told


@dataclass
class State:
    """What the service has."""

    now: datetime
    source: str = "jarviseutu"
    publisher: str = "jarviseutu:yhteinen"
    key: str = "salainen-avain"
    keywords: dict[str, bool] = field(default_factory=dict)
    """Whether each is deprecated."""
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    images: dict[int, dict[str, Any]] = field(default_factory=dict)


def related(value: Any, kind: str, known: Any) -> str:
    """`JSONLDRelatedField.to_internal_value`: a link whose path leads to an object that is there."""
    if not isinstance(value, dict):
        raise RefusedError(400, f"Incorrect JSON. Expected JSON, received {type(value).__name__}.")
    if "@id" not in value:
        raise RefusedError(400, "@id field missing")
    match = re.fullmatch(rf"/v1/{kind}/([^/]+)/", unquote(urlparse(str(value["@id"])).path))
    if match is None or match[1] not in {str(each) for each in known}:
        raise RefusedError(400, "Invalid hyperlink - Object does not exist.")
    return match[1]


def parse_time(words: str, *, ends: bool) -> tuple[datetime, bool]:
    try:
        day = date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d\d-\d\d", words) else None
        if day is not None:
            return datetime.combine(day + timedelta(days=ends), time(), ZONE), True
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise RefusedError(400, {"detail": "time in invalid format (try ISO 8601 or yyyy-mm-dd)"}) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC), False


def cleaned(words: str, *, html: bool) -> str:
    """`clean_text_fields`: markup becomes text, but in the description."""
    if not re.search(r"[<>&]", words):
        return words
    if html:
        allowed = re.compile(r"</?(?:p|br|b|i|em|strong|ul|ol|li|a|div|code|blockquote)>")
        kept = "".join(
            part if allowed.fullmatch(part) else part.replace("<", "&lt;").replace(">", "&gt;")
            for part in re.split(r"(</?[a-z]+>)", words)
        )
        return kept.replace("&quot;", '"').replace("&#x27;", "'")
    return words.replace("<", "&lt;").replace(">", "&gt;").replace("&amp;", "&")


def flat(data: dict[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    """`TranslatedModelSerializer.to_internal_value`."""
    found: dict[str, str] = {}
    for name in names:
        value = data.get(name)
        if not value:
            continue
        if not isinstance(value, dict):
            raise RefusedError(400, {name: "This field is a translated field."})
        for code in LANGUAGES:
            if code in value:
                words = value[code]
                found[f"{name}_{code}"] = (
                    cleaned(words, html=name == "description") if isinstance(words, str) else words
                )
    return found


def owned(state: State, data: dict[str, Any], method: str, before: dict[str, Any] | None) -> dict[str, Any]:
    errors: dict[str, Any] = {}
    name = data.get("id")
    if name is not None and (not isinstance(name, str) or not name):
        errors["id"] = ["Not a valid string."]
    elif name is not None and method == "POST" and name.split(":", 1)[0] != state.source:
        errors["id"] = ["Setting id is not allowed for your organization."]
    if "data_source" in data:
        if method == "POST" and data["data_source"] == "toinen":
            raise RefusedError(403, {"data_source": "not allowed for this user"})
        if data["data_source"] != state.source:
            errors["data_source"] = ["Invalid pk - object does not exist."]
    if "publisher" in data and data["publisher"] is not None and data["publisher"] != state.publisher:
        errors["publisher"] = ["Invalid pk - object does not exist."]
    if before is not None and name is not None and name != before["id"]:
        errors["id"] = ["You may not change the id of an existing object."]
    if errors:
        raise RefusedError(400, errors)
    return {"id": name, "data_source": state.source, "publisher": state.publisher}


def stored_lengths(found: dict[str, Any], columns: dict[str, int]) -> None:
    """The database's own limits: translated fields are looked at by nobody before it."""
    for name, most in columns.items():
        for code in LANGUAGES:
            if len(found.get(f"{name}_{code}") or "") > most:
                raise RefusedError(500, {"detail": f"value too long for {name}"})


def validated_event(
    state: State, given: dict[str, Any], method: str, before: dict[str, Any] | None
) -> dict[str, Any]:
    """`EventSerializer`: parse_datetimes, to_internal_value, validate."""
    if not isinstance(given, dict):
        raise RefusedError(400, {"non_field_errors": ["Invalid data."]})
    data = deepcopy(given)
    found: dict[str, Any] = {}
    for name in ("start_time", "end_time"):
        if isinstance(data.get(name), str) and data[name]:
            found[name], is_date = parse_time(data[name], ends=name == "end_time")
            found[f"has_{name}"] = not is_date
        elif name in data:
            found[name] = None
    found |= flat(data, TRANSLATED)
    found |= owned(state, data, method, before)
    errors: dict[str, Any] = {}
    named(state, data, found, errors)
    plain(data, found, errors)
    if errors:
        raise RefusedError(400, errors)
    stored_lengths(found, COLUMNS)
    if not any(found.get(f"name_{code}") for code in LANGUAGES):
        raise RefusedError(400, {"name": ["The name must be specified."]})
    found.setdefault("publication_status", "public")
    skipped = (
        found["publication_status"] == "draft"
        or found.get("event_status") == "EventCancelled"
        or (method == "PUT" and "start_time" in found and not found["start_time"])
    )
    if not skipped:
        needed_to_publish(state, found)
    return found


def named(state: State, data: dict[str, Any], found: dict[str, Any], errors: dict[str, Any]) -> None:
    """What it names of other objects."""
    parents = [one for one, event in state.events.items() if event.get("super_event_type")]
    for name, kind, known in (
        ("keywords", "keyword", state.keywords),
        ("audience", "keyword", state.keywords),
        ("images", "image", state.images),
        ("sub_events", "event", state.events),
    ):
        if data.get(name) is not None:
            some = try_related(name, data[name], kind, known, errors)
            gone = [one for one in some if kind == "keyword" and state.keywords[one]]
            if gone:
                errors[name] = [f"Deprecated keyword not allowed ({gone[0]})"]
            found[name] = some
    for name, kind, there in (("location", "place", list(state.places)), ("super_event", "event", parents)):
        if name in data:
            some = [] if data[name] is None else try_related(name, [data[name]], kind, there, errors)
            found[name] = some[0] if some else None


def try_related(name: str, value: Any, kind: str, known: Any, errors: dict[str, Any]) -> list[str]:
    try:
        return [related(one, kind, known) for one in listed(value)]
    except RefusedError as refused:
        errors[name] = refused.told
        return []


def plain(data: dict[str, Any], found: dict[str, Any], errors: dict[str, Any]) -> None:
    """Its fields that name no other object."""
    for name, choices in CHOICES.items():
        if name in data:
            if data[name] not in choices:
                raise RefusedError(400, {"detail": f'Invalid value "{data[name]}"'})
            found[name] = data[name]
    for name in ("audience_min_age", "audience_max_age"):
        if name in data:
            value = data[name]
            if value is not None and (not isinstance(value, int) or not 0 <= value <= 32767):
                errors[name] = ["A valid integer is required."]
            found[name] = value
    if "enrolment_end_time" in data:
        value = str(data["enrolment_end_time"] or "")
        right = re.match(r"\d{4}-\d\d-\d\dT", value)
        found["enrolment_end_time"] = datetime.fromisoformat(value) if right else None
        if value and not right:
            errors["enrolment_end_time"] = ["Datetime has wrong format."]
    if "external_links" in data:
        found["external_links"] = links(data["external_links"], errors)
    if "offers" in data:
        found["offers"] = offers(data["offers"], errors)


def listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise RefusedError(400, ["Expected a list of items."])
    return value


def links(value: Any, errors: dict[str, Any]) -> list[dict[str, Any]]:
    seen: set[str] = set()
    for one in listed(value):
        name, link = one.get("name") or "", one.get("link")
        if (
            one.get("language") not in LANGUAGES
            or not isinstance(link, str)
            or not re.match(r"https?://[^\s/]", link)
            or len(link) > 200
            or len(name) > 100
        ):
            errors["external_links"] = ["not valid"]
            continue
        mark = f"{cleaned(name, html=False)}-{one['language']}-{link}".lower()
        if mark in seen:
            errors["external_links"] = ["Duplicate link given."]
        seen.add(mark)
    return [
        {"name": cleaned(one.get("name") or "", html=False), "link": one.get("link"), "language": one.get("language")}
        for one in value
    ]


def offers(value: Any, errors: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for one in listed(value):
        if "is_free" in one and not isinstance(one["is_free"], bool):
            errors["offers"] = ["Must be a valid boolean."]
            continue
        texts = flat(one, ("price", "info_url", "description"))
        stored_lengths(texts, {"price": 1000, "info_url": 1000})
        found.append({**texts, **({"is_free": one["is_free"]} if "is_free" in one else {})})
    return found


def needed_to_publish(state: State, found: dict[str, Any]) -> None:
    errors: dict[str, Any] = {}
    for name in ("keywords", "location", "start_time"):
        if not found.get(name):
            errors[name] = "This field must be specified before an event is published."
    for name in ("short_description", "description"):
        for code in LANGUAGES:
            words = found.get(f"{name}_{code}")
            if found.get(f"name_{code}") and not words:
                errors.setdefault(name, {})[code] = "This field must be specified before an event is published."
            if words and name == "short_description" and len(words) > 160:
                errors.setdefault(name, {})[code] = "Short description length must be 160 characters or less"
    if not any("is_free" in one for one in found.get("offers", [])):
        errors["offers"] = "Price info must be specified before an event is published."
    if not found.get("end_time") and found.get("start_time"):
        found["has_end_time"] = False
        day = found["start_time"].astimezone(ZONE).date() + timedelta(days=1)
        found["end_time"] = datetime.combine(day, time(), ZONE)
    if found.get("end_time") and found["end_time"] < state.now:
        errors["end_time"] = "End time cannot be in the past. Please set a future end time."
    if errors:
        raise RefusedError(400, errors)


def created_event(state: State, found: dict[str, Any]) -> dict[str, Any]:
    """`EventSerializer.create`: whatever its status was said to be, a new event is scheduled."""
    if found["id"] in state.events:
        raise RefusedError(400, {"id": ["An object with given id already exists."]})
    return saved(state, {"deleted": False, **found, "event_status": "EventScheduled"})


def updated_event(state: State, before: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """`EventSerializer.update`; what was not sent stays as it was."""
    if before.get("end_time") and before["end_time"] < state.now:
        raise RefusedError(403, {"detail": "Cannot edit a past event."})
    wanted, held = found.get("event_status"), before["event_status"]
    if wanted in ("EventPostponed", "EventRescheduled") and wanted != held:
        raise RefusedError(400, {"event_status": ["POSTPONED and RESCHEDULED statuses cannot be set directly."]})
    if wanted != "EventCancelled":
        if held != "EventScheduled":
            if wanted == "EventScheduled":
                raise RefusedError(400, {"event_status": ["Public events cannot be set back to SCHEDULED"]})
            found["event_status"] = held
        if "start_time" in found:
            if found["start_time"] != before.get("start_time"):
                found["event_status"] = "EventRescheduled"
            if not found["start_time"]:
                found["event_status"] = "EventPostponed"
    return saved(state, {**before, **found})


def saved(state: State, event: dict[str, Any]) -> dict[str, Any]:
    if not event["id"] or len(event["id"]) > 100:
        raise RefusedError(500, {"detail": "value too long for id"})
    if event.get("start_time") and event.get("end_time") and event["start_time"] > event["end_time"]:
        raise RefusedError(400, {"end_time": ["The event end time cannot be earlier than the start time."]})
    if "sub_events" in event:
        for one in state.events.values():
            if one.get("super_event") == event["id"] and one["id"] not in event["sub_events"]:
                one["super_event"] = None
        del event["sub_events"]
    return event
