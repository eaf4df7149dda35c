"""The words of problems with what an event's file says of channels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
CHANNEL_PLANS: Final[Mapping[str, tuple[str, str]]] = {
    "channel-line-unclear": (
        "“{found}” is not understood as what is said of a channel.",
        "Leave it empty, or write when it was told: {sent}. Or why it is not: no, the issue is full.",
    ),
    "channel-line-unclear-near": (
        "“{found}” is not understood as what is said of a channel.",
        "Perhaps this is meant.",
    ),
    "channel-twice": (
        "The channel “{found}” is named on line {line} already.",
        "Put all that is said of it on one line.",
    ),
    "channel-without-day": (
        "“{found}” does not say on which day.",
        "Write the day too, for example {found} {today}.",
    ),
    "channels-only-told": (
        "The file only says where the event was announced, so no other channel tells of it.",
        "If the usual channels are to tell of it, add the line “{usual}:”.",
    ),
    "channels-all-skipped": (
        "The file only says where the event is not announced, so no channel tells of it.",
        "If the usual channels are to tell of it, add the line “{usual}:”.",
    ),
}
