"""How announcements are spoken of: where each stands, why one is left out, who does it, by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from seurantalo.announcing import Due
from seurantalo.announcing.entry import Entry, State
from seurantalo.announcing.texts.written import Written
from seurantalo.language import Language
from seurantalo.language.dates import hours, on
from seurantalo.model.channel import Channel
from seurantalo.model.channel_plan import Doer
from seurantalo.model.record import Moment, day_of
from seurantalo.publishing import wording
from seurantalo.publishing.file_words import FileWords
from seurantalo.publishing.pages.shared.view import Badge, Tone

_STATES: Final[Mapping[State, str]] = {
    State.PLANNED: "to be told",
    State.TODAY: "due today",
    State.SENT: "told",
    State.CHANGED: "a change to tell",
    State.CORRECTED: "change told",
    State.MISSED: "missed",
    State.TOO_LATE: "too late",
    State.NOT_ADMITTED: "not taken",
    State.NOT_TOLD: "not told here",
    State.UNCLEAR: "unclear whether it was sent",
}
_TOLD_ON: Final[Mapping[State, str]] = {State.SENT: "told {date}", State.CORRECTED: "change told {date}"}
_TONES: Final[Mapping[State, Tone]] = {
    State.TODAY: Tone.WARN,
    State.SENT: Tone.GOOD,
    State.CHANGED: Tone.ALERT,
    State.CORRECTED: Tone.GOOD,
    State.MISSED: Tone.ALERT,
    State.UNCLEAR: Tone.ALERT,
}


def state_badge(entry: Entry, lang: Language) -> Badge:
    """Return where an entry stands, in a word or two; of what was told, when."""
    dated = _TOLD_ON.get(entry.state)
    if dated and entry.told_on is not None:
        words = lang.say(dated, date=wording.plain_day(entry.told_on, lang))
    else:
        words = lang.say(_STATES[entry.state])
    return Badge(words, _TONES.get(entry.state, Tone.PLAIN))


def doer_words(doer: Doer, lang: Language) -> str:
    """Return what the role is called that does something, by the word that files have for it."""
    return FileWords(lang.code).value(doer)


def moment_words(moment: Moment, lang: Language, today: date | None = None) -> str:
    """Return a day, or a day with its hour; of the year of ``today`` without it: ``ma 17.5. klo 12``."""
    day = day_of(moment)
    words = wording.day_of_year(day, lang) if today is not None and day.year == today.year else wording.day(day, lang)
    return on(words, hours(moment.time(), None, lang), lang) if isinstance(moment, datetime) else words


def sentence(words: str) -> str:
    """Return words as a sentence; the point of a date at the end ends it too: ``Viimeistään ma 15.11.``."""
    return f"{words[:1].upper()}{words[1:].removesuffix('.')}."


def due_words(due: Due, lang: Language, today: date | None = None) -> str:
    """Return by when something is due: ``viimeistään ma 17.5. klo 12``."""
    return lang.say("by {when}", when=moment_words(due.at, lang, today))


def length_words(written: Written, lang: Language) -> str:
    """Return by how much a text is too long, and in how many messages it goes; ``""`` where it fits in one."""
    found = []
    if written.over:
        found.append(lang.count("{n} character too many", "{n} characters too many", written.over))
    if written.parts > 1:
        found.append(lang.count("goes in {n} message", "goes in {n} messages", written.parts))
    return ", ".join(found)


def room_words(channel: Channel, entries: int, lang: Language) -> str:
    """Return that an issue has more entries than it takes; ``""`` where they fit."""
    if channel.most is None or entries <= channel.most:
        return ""
    return lang.say("An issue takes {most} entries, and here are {n}.", most=channel.most, n=entries)


def sort_moment(moment: Moment) -> datetime:
    """Return a moment to sort by: a day without an hour comes after all hours of it."""
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, 23, 59, 59)
