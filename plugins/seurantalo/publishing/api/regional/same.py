"""Whether a regional calendar has an object as it would be sent: what has not changed is not sent again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.publishing.api.regional.terms import LANGUAGES

#: In which a regional calendar reads days.
_ZONE: Final = ZoneInfo("Europe/Helsinki")
#: Texts by language, of events and of places.
_TRANSLATED: Final = (
    "name",
    "short_description",
    "description",
    "provider",
    "info_url",
    "location_extra_info",
    "street_address",
    "address_locality",
)


def same(body: Mapping[str, Any], there: Mapping[str, Any]) -> bool:
    """Tell whether an event that is there says all that a new sending of it would say."""
    return not differing(body, there)


def differing(body: Mapping[str, Any], there: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields that a new sending would change."""
    return tuple(name for name, value in body.items() if not _same(name, value, there))


def _same(name: str, value: Any, there: Mapping[str, Any]) -> bool:  # noqa: ANN401 (a value of JSON)
    other = there.get(name)
    if name == "start_time":
        return same_moment(value, other, whole=not there.get("has_start_time", True))
    if name == "end_time":
        has_hour = there.get("has_end_time", True)
        if value is None:  # the calendar ends such an event at midnight, and says that it has no end
            return other is None or not has_hour
        return same_moment(value, other, whole=not has_hour, last=True)
    if name == "enrolment_end_time":
        return same_moment(value, other)
    meant = _MEANT.get(name)
    return bool(value == other if meant is None else meant(value) == meant(other))


def cleared(body: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is sent with an empty text in each language that is there and is no longer meant.

    What is left out of a text stays as it was, one language at a time, and so does a text that is nothing.

    >>> cleared({"name": {"sv": "Kväll"}}, {"name": {"fi": "Ilta"}})
    {'name': {'sv': 'Kväll', 'fi': ''}}
    """
    found = dict(body)
    for name in _TRANSLATED:
        stale = [code for code in _texts(there.get(name)) if code not in _texts(body.get(name))]
        if name in body and stale:
            found[name] = {**(body[name] or {}), **dict.fromkeys(stale, "")}
    return found


def same_moment(value: object, other: object, *, whole: bool = False, last: bool = False) -> bool:
    """Tell whether a time that would be sent is the one that is there; ``whole``: that one has no hour.

    >>> same_moment("2027-05-29", "2027-05-28T21:00:00Z", whole=True)
    True
    >>> same_moment("2027-05-29T09:00:00Z", "2027-05-29T12:00:00+03:00")
    True
    """
    mine, theirs = _moment(value, last=last), _moment(other, last=False)
    if mine is None or theirs is None:
        return mine is theirs
    return mine == theirs and (isinstance(value, str) and len(value) == len("2027-05-29")) is whole


def _moment(value: object, *, last: bool) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        if len(value) == len("2027-05-29"):
            day = date.fromisoformat(value)
            return datetime.combine(date.fromordinal(day.toordinal() + last), time(), _ZONE)
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _texts(value: object) -> Mapping[str, str]:
    some = value.items() if isinstance(value, Mapping) else ()
    return {code: _bare(words) for code, words in some if isinstance(words, str) and words and code in LANGUAGES}


def _bare(words: str) -> str:
    """Return a text as the calendar keeps it: it takes an ampersand's name for the sign."""
    while "&amp;" in words:
        words = words.replace("&amp;", "&")
    return words


def _link(value: object) -> str:
    """Return the path of a link's end: the calendar may write its own host otherwise."""
    url = value.get("@id") if isinstance(value, Mapping) else None
    return "/".join(str(url).rstrip("/").split("/")[-2:]) if url else ""


def _links(value: object) -> frozenset[str]:
    return frozenset(_link(one) for one in value) if isinstance(value, list) else frozenset()


def _offers(value: object) -> list[tuple[bool, Mapping[str, str]]]:
    return [_offer(one) for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _offer(one: Mapping[str, Any]) -> tuple[bool, Mapping[str, str]]:
    return bool(one.get("is_free")), _texts(one.get("price"))


def _named_links(value: object) -> list[tuple[str, str]]:
    some = value if isinstance(value, list) else []
    named = [one for one in some if isinstance(one, Mapping)]
    return sorted((_bare(str(one.get("name") or "")), str(one.get("link") or "")) for one in named)


#: What a value means, where it may be written in several ways.
_MEANT: Final[Mapping[str, Callable[[object], object]]] = {
    **dict.fromkeys(_TRANSLATED, _texts),
    **dict.fromkeys(("keywords", "audience", "in_language", "images"), _links),
    **dict.fromkeys(("location", "super_event"), _link),
    "offers": _offers,
    "external_links": _named_links,
}
