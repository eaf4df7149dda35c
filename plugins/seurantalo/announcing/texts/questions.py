"""What a file does not say, as questions to the organiser: whole sentences, ready to be sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.announcing import when
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Facts, Missing
from seurantalo.language import Language

#: What is asked, in order.
_QUESTIONS: Final[Mapping[Missing, str]] = {
    Missing.HOURS: "At what time does it begin and end?",
    Missing.VENUE: "Where is it?",
    Missing.PRICE: "What does it cost, or is it free?",
    Missing.REGISTRATION: "Does one have to sign up: where, and by when?",
    Missing.SIGN_UP_PLACE: "Where does one sign up?",
    Missing.ACCESSIBILITY: "How does one get in with a wheelchair, and is there an accessible toilet?",
    Missing.DESCRIPTION: "What happens there, in one or two sentences?",
}


def questions_of(entry: Entry, facts: Facts, lang: Language) -> tuple[str, ...]:
    """Return what to ask about an event, and what to look at: a missing translation, an event written twice.

    Of what is not held nothing is asked.
    """
    if facts.cancelled:
        return ()
    found = _asked(facts, lang)
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
    asked = _asked(facts, lang)
    if not asked:
        return ""
    span = when.dated(facts.span, lang)
    opening = lang.say("Hello! We are going to announce your event {event} ({when}).", event=facts.title, when=span)
    closing = lang.say("Answer this message, or add it to the event's page: {address}", address=facts.url)
    if not facts.url:
        closing = lang.say("Answer this message.")
    return "\n".join([opening, lang.say("This is still missing:"), *(f"– {one}" for one in asked), closing])


def _asked(facts: Facts, lang: Language) -> list[str]:
    return [lang.say(question) for missing, question in _QUESTIONS.items() if missing in facts.missing]
