"""What there is to say about a notice that was read, besides what is guessed and what is missing."""

from __future__ import annotations

from seurantalo.language import Language


def notes(lang: Language) -> dict[str, str]:
    """Return the sentences by the codes of the readers."""
    say = lang.say
    return {
        "several-events": say(
            "The text tells of several events. This is the first one; paste the others one by one."
        ),
        "several-dates": say("The text names several days. Check which of them is the day of the event."),
        "called-off": say(
            "The text says that something is called off. If it is in the calendar, cancel it on its own page."
        ),
        "old-date": say("The day has passed, or its year is not in the text. Check the year."),
        "weekday": say("The weekday and the date do not agree. Check which is right."),
        "no-first-day": say("The text does not tell the first day. Here is the next day that fits."),
        "new-venue": say("The place is not on the site yet. Choose another, or add it."),
        "new-organiser": say("The organiser is not on the site yet. Choose another, or add it."),
        "private": say(
            "Telephone numbers and mail addresses were left out, since a proposal is public."
            " Give the address of a role as the contact."
        ),
    }
