"""The words of problems with the identities of events: what calendars, links and addresses know them by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
IDENTITIES: Final[Mapping[str, tuple[str, str]]] = {
    "calendar-renamed": (
        (
            "The calendar's permanent name was “{before}” and is now “{after}”, so every event becomes another one "
            "to calendar apps."
        ),
        "Set the option calendar_id to “{before}”, unless you mean a new calendar.",
    ),
    "event-moved-address": (
        "“{title}” was “{old}” before; its old address would lead nowhere.",
        "Write this line into the file, and the old address leads here: {line}",
    ),
    "event-renamed": (
        (
            "“{title}” looks like the event “{old}”, which is gone. As it is, calendar apps will drop the old one "
            "and add a new one, and the old address will lead nowhere."
        ),
        "If it is the same event, write this line into the file: {line} – if it is a new one, do nothing.",
    ),
    "former-id-in-use": (
        "“{found}” can't be a former short name of this event: {other} is called so now.",
        "A short name is one event's for ever. Give the other file a name of its own, or delete the line here.",
    ),
    "former-id-own": (
        "“{found}” is the short name that this event has now, not a former one.",
        "Delete it from the line. Only names that the file had before are written here.",
    ),
    "former-id-twice": (
        "The former short name “{found}” is already in {other}.",
        "It can be one event's only. Keep it in the file of the event that it belonged to.",
    ),
    "identity-changed": (
        "Calendar apps will take “{name}” for a new event: what the file says of its identity has changed.",
        "Write uid and former_ids as they were, unless you mean another event.",
    ),
}
