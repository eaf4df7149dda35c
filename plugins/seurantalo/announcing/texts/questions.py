"""What a file does not say, as questions to the organiser: whole sentences, ready to be sent."""

from __future__ import annotations

from typing import Final

from seurantalo.announcing import when
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Facts, Missing
from seurantalo.language import Language

_ASKED: Final = (
    Missing.HOURS,
    Missing.VENUE,
    Missing.PRICE,
    Missing.REGISTRATION,
    Missing.SIGN_UP_PLACE,
    Missing.ACCESSIBILITY,
    Missing.DESCRIPTION,
)


def questions_of(entry: Entry, facts: Facts, lang: Language) -> tuple[str, ...]:
    """Return what to ask about an event, and what to look at: a missing translation, an event written twice.

    Of what is not held nothing is asked.
    """
    if facts.cancelled:
        return ()
    found = [_question(one, lang) for one in _ASKED if one in facts.missing]
    if Missing.TRANSLATION in facts.missing:
        found.append(lang.say("The event has no text in this language, so it stands as it is written."))
    if entry.twin is not None:
        found.append(lang.say("This may be the same event as {event}. Is it written twice?", event=entry.twin))
    return tuple(found)


def letter_to_organiser(facts: Facts, lang: Language) -> str:
    r"""Return a message to the organiser with all questions about what the file does not say; ``""`` for none.

    >>> print(letter_to_organiser(facts, lang).split("\n")[0])
    Hei! Kerromme tapahtumastanne Kevätkonsertti (la 20.3. klo 18–20).
    """
    asked = [_question(one, lang) for one in _ASKED if one in facts.missing]
    if not asked:
        return ""
    span = when.dated(facts.span, lang)
    opening = lang.say("Hello! We are going to announce your event {event} ({when}).", event=facts.title, when=span)
    closing = lang.say("Answer this message, or add it to the event's page: {address}", address=facts.url)
    if not facts.url:
        closing = lang.say("Answer this message.")
    return "\n".join([opening, lang.say("This is still missing:"), *(f"– {one}" for one in asked), closing])


def _question(missing: Missing, lang: Language) -> str:
    match missing:
        case Missing.HOURS:
            return lang.say("At what time does it begin and end?")
        case Missing.VENUE:
            return lang.say("Where is it?")
        case Missing.PRICE:
            return lang.say("What does it cost, or is it free?")
        case Missing.REGISTRATION:
            return lang.say("Does one have to sign up: where, and by when?")
        case Missing.SIGN_UP_PLACE:
            return lang.say("Where does one sign up?")
        case Missing.ACCESSIBILITY:
            return lang.say("How does one get in with a wheelchair, and is there an accessible toilet?")
        case _:
            return lang.say("What happens there, in one or two sentences?")
