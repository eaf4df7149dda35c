"""Whether a regional calendar would take an object, and show what was meant by it: each rule where it speaks."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.publishing.api.regional.rules import (
    CANCELLED,
    ID_LENGTH,
    LENGTHS,
    LINK_LENGTH,
    LINK_NAME_LENGTH,
    OF_THE_START,
    PICTURE_LENGTHS,
    PLACE_LENGTHS,
    PRICE_LENGTH,
    SCHEDULED,
    SHORT,
    Fault,
    Rule,
)
from seurantalo.publishing.api.regional.terms import LANGUAGES, Standing, Terms

#: Texts by language.
_TRANSLATED: Final = (
    "name",
    "short_description",
    "description",
    "provider",
    "info_url",
    "location_extra_info",
)
#: All that is sent of an event, each time: what is left out keeps what stood there.
EVENT_FIELDS: Final = (
    "id",
    "data_source",
    "publisher",
    "publication_status",
    "type_id",
    *_TRANSLATED,
    "start_time",
    "end_time",
    "location",
    "keywords",
    "audience",
    "audience_min_age",
    "audience_max_age",
    "enrolment_end_time",
    "in_language",
    "offers",
    "images",
    "external_links",
    "super_event",
    "super_event_type",
)
#: What is sent of a place. Without ``position`` the service itself fails.
PLACE_FIELDS: Final = ("id", "data_source", "publisher", "origin_id", "name", "position")
_MARKUP: Final = re.compile(r"[<>]")
_SHOWN: Final = 60
#: In which a regional calendar reads days (``TIME_ZONE`` of the service).
_ZONE: Final = ZoneInfo("Europe/Helsinki")


def faults_of_event(one: Mapping[str, Any], terms: Terms) -> tuple[Fault, ...]:
    """Return what keeps an event from being taken, or from being shown as it was meant; none where all is well.

    It is a new one unless the calendar has one of its id (``terms.events``).
    """
    return tuple(dict.fromkeys(_event(one, terms)))


def faults_of_place(one: Mapping[str, Any], terms: Terms) -> tuple[Fault, ...]:
    """Return what keeps a place of ours from being taken."""
    return tuple(dict.fromkeys(_place(one, terms)))


def faults_of_picture(one: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return what keeps a picture from being taken."""
    return tuple(
        Fault(Rule.LONG, name, str(len(one[name])), str(most))
        for name, most in PICTURE_LENGTHS.items()
        if isinstance(one.get(name), str) and len(one[name]) > most
    )


def _event(one: Mapping[str, Any], terms: Terms) -> Iterator[Fault]:
    yield from (Fault(Rule.FIELD, name) for name in EVENT_FIELDS if name not in one)
    yield from _owned(one, terms)
    shapes = list(_shapes(one))
    yield from shapes
    if shapes:
        return
    yield from _texts(one, LENGTHS)
    if not any((one.get("name") or {}).get(code) for code in LANGUAGES):
        yield Fault(Rule.NAME)
    yield from _references(one, terms)
    yield from _links(one)
    starts, ends = _moment(one.get("start_time"), last=False), _moment(one.get("end_time"), last=True)
    yield from (Fault(Rule.TIME, name, _cut(one[name])) for name in _not_understood(one))
    there = terms.events.get(str(one.get("id")))
    yield from _status(one, there, terms)
    if one.get("event_status") == CANCELLED or (there is not None and not one.get("start_time")):
        return
    yield from _wanted(one)
    if starts is not None and ends is not None and starts > ends:
        yield Fault(Rule.END)
    if ends is not None and ends < terms.now:
        yield Fault(Rule.PAST)


def _owned(one: Mapping[str, Any], terms: Terms) -> Iterator[Fault]:
    """Yield what is wrong with whose it is."""
    name = one.get("id")
    if not isinstance(name, str) or not name.startswith(f"{terms.source}:") or len(name) > ID_LENGTH:
        yield Fault(Rule.ID, "id", _cut(name), terms.source)
    for field, rule, own in (
        ("data_source", Rule.SOURCE, terms.source),
        ("publisher", Rule.PUBLISHER, terms.publisher),
    ):
        if one.get(field) != own:
            yield Fault(rule, field, _cut(one.get(field)), own)


def _shapes(one: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the fields that are of another kind than the calendar asks for."""
    for name in _TRANSLATED:
        value = one.get(name)
        texts = value.items() if isinstance(value, Mapping) else ()
        if value is not None and (
            not isinstance(value, Mapping) or not all(isinstance(each, str) for pair in texts for each in pair)
        ):
            yield Fault(Rule.SHAPE, name)
    for name in ("keywords", "audience", "in_language", "offers", "images", "external_links"):
        value = one.get(name)
        if value is not None and not (isinstance(value, list) and all(isinstance(each, Mapping) for each in value)):
            yield Fault(Rule.SHAPE, name)
    for name in ("location", "super_event"):
        if one.get(name) is not None and not isinstance(one[name], Mapping):
            yield Fault(Rule.SHAPE, name)
    for name in ("audience_min_age", "audience_max_age"):
        value = one.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 32_767):
            yield Fault(Rule.SHAPE, name)


def _texts(one: Mapping[str, Any], lengths: Mapping[str, int], below: str = "") -> Iterator[Fault]:
    """Yield the texts that are too long, or hold markup where only the description may."""
    for name, value in one.items():
        if not isinstance(value, Mapping):
            continue
        for code, words in value.items():
            if not isinstance(words, str) or code not in LANGUAGES:
                continue
            if name in lengths and len(words) > lengths[name]:
                yield Fault(Rule.LONG, f"{below}{name}.{code}", str(len(words)), str(lengths[name]))
            if name != "description" and _MARKUP.search(words):
                yield Fault(Rule.MARKUP, f"{below}{name}.{code}")


def _references(one: Mapping[str, Any], terms: Terms) -> Iterator[Fault]:
    """Yield the words, places, pictures and events that it names and that are not there."""
    for field in ("keywords", "audience"):
        for each in one.get(field) or ():
            yield from _keyword(field, terms.name_of("keyword", each.get("@id")), each.get("@id"), terms)
    if one.get("location") is not None:
        url = one["location"].get("@id")
        yield from _located(terms.name_of("place", url), url, terms)
    for each in one.get("images") or ():
        if terms.name_of("image", each.get("@id")) not in set(terms.pictures.values()):
            yield Fault(Rule.PICTURE, "images")
    above = one.get("super_event")
    if above is not None:
        whole = terms.events.get(terms.name_of("event", above.get("@id")) or "")
        if whole is None or whole.get("deleted") or not whole.get("super_event_type"):
            yield Fault(Rule.PARENT, "super_event", _cut(above.get("@id")))


def _keyword(field: str, name: str | None, url: object, terms: Terms) -> Iterator[Fault]:
    standing = terms.snapshot.keywords.get(name or "")
    if name is None or standing is Standing.UNKNOWN:
        rule = Rule.AUDIENCE if field == "audience" else Rule.KEYWORD_UNKNOWN
        yield Fault(rule, field, _cut(name or url))
    elif standing is Standing.GONE:
        yield Fault(Rule.KEYWORD_GONE, field, name, terms.snapshot.instead.get(name, ""))
    elif standing is None:
        yield Fault(Rule.NOT_CHECKED, field, name, terms.channel)


def _located(name: str | None, url: object, terms: Terms) -> Iterator[Fault]:
    standing = terms.snapshot.places.get(name or "")
    if name in terms.places or standing is Standing.HERE:
        return
    if name is None or standing is not None or name.startswith(f"{terms.source}:"):
        yield Fault(Rule.LOCATION_UNKNOWN, "location", _cut(name or url))
    else:
        yield Fault(Rule.NOT_CHECKED, "location", name, terms.channel)


def _links(one: Mapping[str, Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, each in enumerate(one.get("external_links") or ()):
        name, link = each.get("name") or "", each.get("link")
        if not isinstance(link, str) or not isinstance(name, str) or each.get("language") not in LANGUAGES:
            yield Fault(Rule.SHAPE, f"external_links.{place}")
            continue
        if len(link) > LINK_LENGTH:
            yield Fault(Rule.LINK, f"external_links.{place}.link", _cut(link), str(LINK_LENGTH))
        if len(name) > LINK_NAME_LENGTH:
            yield Fault(Rule.LONG, f"external_links.{place}.name", str(len(name)), str(LINK_NAME_LENGTH))
        if _MARKUP.search(name):
            yield Fault(Rule.MARKUP, f"external_links.{place}.name")
        mark = f"{name}-{each['language']}-{link}".lower()
        if mark in seen:
            yield Fault(Rule.LINK_TWICE, f"external_links.{place}", _cut(link))
        seen.add(mark)


def _status(one: Mapping[str, Any], there: Mapping[str, Any] | None, terms: Terms) -> Iterator[Fault]:
    """Yield what its status can't become."""
    wanted = one.get("event_status")
    if there is None:
        if wanted not in (None, SCHEDULED):
            yield Fault(Rule.NEVER_TOLD, "event_status", _cut(wanted))
        return
    if there.get("deleted"):
        yield Fault(Rule.DELETED, "id", _cut(one.get("id")))
        return
    over = _moment(there.get("end_time"), last=True)
    if over is not None and over < terms.now:
        yield Fault(Rule.PAST, "end_time")
    before = there.get("event_status", SCHEDULED)
    if wanted in OF_THE_START and wanted != before:
        yield Fault(Rule.STATUS_SET, "event_status", _cut(wanted))
    if wanted == SCHEDULED and before != SCHEDULED:
        yield Fault(Rule.STATUS_BACK, "event_status", _cut(before))


def _wanted(one: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is missing before an event can be published."""
    names = one.get("name") or {}
    for field, rule in (("short_description", Rule.SHORT), ("description", Rule.DESCRIPTION)):
        texts = one.get(field) or {}
        yield from (Fault(rule, f"{field}.{code}") for code in LANGUAGES if names.get(code) and not texts.get(code))
    for code, words in (one.get("short_description") or {}).items():
        if code in LANGUAGES and len(words) > SHORT:
            yield Fault(Rule.SHORT_LONG, f"short_description.{code}", str(len(words)), str(SHORT))
    for field, rule in (("keywords", Rule.KEYWORD), ("location", Rule.LOCATION), ("start_time", Rule.START)):
        if not one.get(field):
            yield Fault(rule, field)
    offers = one.get("offers") or []
    if not any("is_free" in offer for offer in offers):
        yield Fault(Rule.PRICE, "offers")
    for place, offer in enumerate(offers):
        if not isinstance(offer.get("is_free", False), bool):
            yield Fault(Rule.SHAPE, f"offers.{place}.is_free")
        yield from _texts(offer, {"price": PRICE_LENGTH, "info_url": LENGTHS["info_url"]}, f"offers.{place}.")


def _place(one: Mapping[str, Any], terms: Terms) -> Iterator[Fault]:
    yield from (Fault(Rule.FIELD, name) for name in PLACE_FIELDS if name not in one)
    yield from _owned(one, terms)
    names = one.get("name")
    if not isinstance(names, Mapping) or not any(names.get(code) for code in LANGUAGES):
        yield Fault(Rule.PLACE_NAME, "name")
    yield from _texts(one, PLACE_LENGTHS)
    point = one.get("position")
    if point is None:
        return
    numbers = point.get("coordinates") if isinstance(point, Mapping) else None
    if (
        not isinstance(numbers, list)
        or len(numbers) != 2
        or not all(isinstance(each, float) and math.isfinite(each) for each in numbers)
    ):
        yield Fault(Rule.POSITION, "position")


def _not_understood(one: Mapping[str, Any]) -> Iterator[str]:
    for name in ("start_time", "end_time", "enrolment_end_time"):
        value = one.get(name)
        is_day = isinstance(value, str) and len(value) == len("2027-05-20")
        # The last moment of a registration is asked for to the second.
        if value is not None and (_moment(value, last=False) is None or (is_day and name == "enrolment_end_time")):
            yield name


def _moment(value: object, *, last: bool) -> datetime | None:
    """Return a time as the calendar understands it; a day is its beginning, as an end the beginning of the next."""
    if not isinstance(value, str):
        return None
    try:
        if len(value) == len("2027-05-20"):
            return datetime.combine(date.fromisoformat(value) + timedelta(days=last), time(), _ZONE)
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _cut(value: object) -> str:
    """Return what was found, in few signs."""
    words = "" if value is None else str(value)
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
