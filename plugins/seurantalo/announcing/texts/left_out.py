"""Why an event date is not in the text of an issue, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.announcing.entry import Entry, LeftOut, State
from seurantalo.language import Language
from seurantalo.model.channel import Refusal
from seurantalo.model.event import EventStatus

_REFUSED: Final[Mapping[Refusal, str]] = {
    Refusal.MEETINGS: "The channel does not take meetings.",
    Refusal.PAID: "The channel does not take events with an entrance fee.",
    Refusal.WEEKLY: "The channel does not take weekly groups.",
}
_LEFT_OUT: Final[Mapping[LeftOut, str]] = {
    LeftOut.CANCELLED: "It is cancelled, and was never told here.",
    LeftOut.DECIDED: "Its file says that it is not told here.",
    LeftOut.NOT_COVERED: "No issue tells about its day.",
    LeftOut.REFUSED: "The channel does not take it.",
    LeftOut.TENTATIVE: "Its day is not confirmed.",
}


def why_left_out(entry: Entry, lang: Language) -> str:
    """Return why an entry is left out of its issue."""
    if entry.refusal is not None:
        return lang.say(_REFUSED[entry.refusal])
    if entry.left_out is LeftOut.DECIDED and entry.choice is not None and entry.choice.why:
        return lang.say("It is not told here: {why}.", why=entry.choice.why.rstrip("."))
    if entry.left_out is LeftOut.CANCELLED and entry.occurrence.status is EventStatus.POSTPONED:
        return lang.say("It is postponed, and was never told here.")
    if entry.left_out is not None:
        return lang.say(_LEFT_OUT[entry.left_out])
    if entry.state is State.TOO_LATE:
        return lang.say("It came into the calendar after the deadline.")
    return lang.say("It is not told here.")
