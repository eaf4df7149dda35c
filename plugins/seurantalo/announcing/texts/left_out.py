"""Why an event date is not in the text of an issue, in a sentence."""

from __future__ import annotations

from seurantalo.announcing.entry import Entry, LeftOut, State
from seurantalo.language import Language
from seurantalo.model.channel import Refusal
from seurantalo.model.event import EventStatus


def why_left_out(entry: Entry, lang: Language) -> str:
    """Return why an entry is left out of its issue."""
    if entry.refusal is not None:
        return _refused(entry.refusal, lang)
    if entry.left_out is LeftOut.DECIDED and entry.choice is not None and entry.choice.why:
        return lang.say("It is not told here: {why}.", why=entry.choice.why.rstrip("."))
    if entry.left_out is LeftOut.CANCELLED and entry.occurrence.status is EventStatus.POSTPONED:
        return lang.say("It is postponed, and was never told here.")
    return _by_reason(entry.left_out, lang) if entry.left_out is not None else _by_state(entry.state, lang)


def _refused(refusal: Refusal, lang: Language) -> str:
    match refusal:
        case Refusal.MEETINGS:
            return lang.say("The channel does not take meetings.")
        case Refusal.PAID:
            return lang.say("The channel does not take events with an entrance fee.")
        case Refusal.WEEKLY:
            return lang.say("The channel does not take weekly groups.")


def _by_reason(reason: LeftOut, lang: Language) -> str:
    match reason:
        case LeftOut.CANCELLED:
            return lang.say("It is cancelled, and was never told here.")
        case LeftOut.DECIDED:
            return lang.say("Its file says that it is not told here.")
        case LeftOut.NOT_COVERED:
            return lang.say("No issue tells about its day.")
        case LeftOut.REFUSED:
            return lang.say("The channel does not take it.")
        case LeftOut.TENTATIVE:
            return lang.say("Its day is not confirmed.")


def _by_state(state: State, lang: Language) -> str:
    if state is State.TOO_LATE:
        return lang.say("It came into the calendar after the deadline.")
    return lang.say("It is not told here.")
