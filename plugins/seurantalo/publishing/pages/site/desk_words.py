"""The editor's desk in words, for its page and for the command line alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.contact import ways
from seurantalo.publishing.record_names import words_of
from seurantalo.wiki import Chore, Task

#: Sort of task -> its heading, and what to do about it.
CHORES: Final[Mapping[Chore, tuple[str, str]]] = {
    Chore.HOLD: (
        "Reserved dates that nobody confirmed",
        "Ask whether the event will be. Then confirm it, move it or cancel it.",
    ),
    Chore.AGREEMENT: (
        "Clashes to agree on again",
        "The event was changed after its organisers agreed on a clash. Ask both of them again.",
    ),
    Chore.OUTCOME: (
        "Events that have been: what came of them?",
        "Ask how many came and what was learned. A couple of sentences is enough; the latest come first.",
    ),
    Chore.PROMISE: (
        "Promises whose day has passed",
        "Ask how it went. Write “done” or “dropped”, or give a new day.",
    ),
    Chore.PENDING: ("The month has gone by, the day is still not known", "Ask for the day, or for a new month."),
    Chore.ANSWER: (
        "Ideas that wait for an answer",
        "Remind those who answer. “Not yet, because …” is an answer too.",
    ),
    Chore.LINK: ("Links that do not open", "Look for the new address, or take the link away."),
    Chore.CONTACT: (
        "Contacts to check",
        "Behind the name a letter is ready to send. When somebody answers, put the new day on it.",
    ),
    Chore.SUMMARY: ("Summaries to update", "Read the new comments and write the summary again."),
    Chore.PRACTICE: ("Practices to look through", "Ask whether it is still done so, and put the new day on it."),
    Chore.MISSED: (
        "Missed in a channel",
        "The day passed and nothing was marked as sent. Mark it as sent, or tell of it in a faster channel.",
    ),
    Chore.VANISHED: (
        "Told, and the event is gone",
        (
            "If it is off, bring its file back and write “status: cancelled” in it: then there is a text that tells "
            "so. If the file was renamed, write the old id in the new file: “former id: …”."
        ),
    ),
    Chore.UNANNOUNCED: (
        "Coming events that no channel tells of",
        "Ask where it is to be announced, or write “no” as its channels: it is decided then.",
    ),
    Chore.FLOOD: ("Issues with too much in them", "Choose what goes in, or what the issue before can take."),
    Chore.SILENT: (
        "Associations that have announced nothing in a year",
        "Show them the channels: the usual ones come by themselves when the event is in the calendar in time.",
    ),
    Chore.STUB: ("Unfinished pages", "Ask somebody who was there to tell us more."),
}


def title_of(chore: Chore, lang: Language) -> str:
    """Return the heading of a sort of task."""
    return lang.say(CHORES[chore][0])


def advice_on(chore: Chore, lang: Language) -> str:
    """Return what to do about a sort of task, in a sentence or two."""
    return lang.say(CHORES[chore][1])


def waiting_since(task: Task, lang: Language) -> str:
    """Return since when a task waits, in words; ``""`` where no day is known."""
    day = task.since
    if task.chore is Chore.PENDING and day is not None:
        return wording.month_title(day.year, day.month, lang)
    if task.chore is Chore.CONTACT:
        if day is None:
            return lang.say("nobody has checked this yet")
        return lang.say("checked {date}", date=wording.plain_day(day, lang))
    if day is None:
        return ""
    return _since(task.chore, day, lang)


def _since(chore: Chore, day: date, lang: Language) -> str:
    words = wording.plain_day(day, lang)
    if chore is Chore.HOLD:
        return lang.say("reserved until {date}", date=words)
    if chore is Chore.FLOOD:
        return lang.say("issue of {date}", date=words)
    if chore is Chore.PROMISE:
        return lang.say("promised for {date}", date=words)
    if chore is Chore.ANSWER:
        return lang.say("raised {date}", date=words)
    if chore is Chore.SUMMARY:
        return lang.say("commented on {date}", date=words)
    if chore is Chore.PRACTICE:
        return lang.say("last looked through {date}", date=words)
    return words


def whom_to_ask(task: Task, lang: Language) -> str:
    """Return the role to ask and whose it is: ``Sihteeri, Kylän seura ry``."""
    who = words_of(task.who, lang.code) if task.who is not None else ""
    role = task.contact.role.in_language(lang.code) if task.contact is not None else ""
    if role and who:
        return f"{role}, {who}"
    return role or who or lang.say("the editors")


def way_to_ask(task: Task) -> str:
    """Return the address to write or ring to, as one of ``mailto:`` or ``tel:``; ``""`` where there is none."""
    return next((way.href for way in ways(task.contact)), "") if task.contact is not None else ""
