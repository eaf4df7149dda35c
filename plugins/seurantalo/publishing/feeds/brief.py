"""An event in brief: what news feeds, tables and exports say of it, put into words once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from seurantalo.language import Language
from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.feeds.plain import plain
from seurantalo.publishing.feeds.texts import Texts
from seurantalo.publishing.prose import shorten
from seurantalo.publishing.publication import Site
from seurantalo.publishing.status import changes_words, loud_title
from seurantalo.publishing.zone_words import rhythm_words, with_own_time

#: Characters of an event's own words.
SUMMARY: Final = 200
#: Characters of Markdown that certainly hold as many words as a summary takes.
_ENOUGH: Final = 2 * SUMMARY


class Brief(NamedTuple):
    """An event in words. ``when`` is its next date, or what is known of it."""

    event: Event
    shown: Occurrence | None
    title: str
    when: str
    changes: str
    """The coming dates of a series that are not as its rule says."""
    where: str
    organisers: str
    summary: str
    url: str
    tags: tuple[str, ...]

    @property
    def lines(self) -> str:
        """When, what has changed, where, who, and the beginning of the description, each on its line."""
        return "\n".join(
            [line for line in (self.when, self.changes, self.where, self.organisers, self.summary) if line]
        )


class Briefs(Texts):
    """Puts events into few words, in one language."""

    def __init__(self, community: Community, site: Site, lang: Language, zone: str) -> None:
        """Take the records that events point at, and the zone of the site's readers."""
        super().__init__(community, site, lang, zone)
        self._postponed = lang.say("Postponed: the new date is not known yet.")
        self._open = lang.say("The date is not known yet.")
        self._tentative = lang.say("The date is not confirmed yet.")
        self._demo = lang.say("Example: this event is invented.")
        self._summaries: dict[str, str] = {}

    def brief(self, event: Event, shown: Occurrence | None, dates: Sequence[Occurrence], today: date) -> Brief:
        """Return the event as it is on the date ``shown``, one of its ``dates``; None: its date is not known."""
        status = event.status if shown is None else shown.status
        title = self.title(event, event.title if shown is None else shown.title)
        title = loud_title(title, status, self.lang)
        venue, room = (event.venue, event.room) if shown is None else (shown.venue, shown.room)
        return Brief(
            event=event,
            shown=shown,
            title=title,
            when=self._when(event, shown, dates, status),
            changes=self._changes(event, shown, dates, today) if event.changes else "",
            where=self._place(event, venue, room),
            organisers=self._organiser_names(event),
            summary=self.summary(event),
            url=self.page_url(event),
            tags=self.categories(event),
        )

    def _changes(self, event: Event, shown: Occurrence | None, dates: Sequence[Occurrence], today: date) -> str:
        return changes_words(event, [one for one in dates if one is not shown], today, self.lang)

    def place(self, occurrence: Occurrence) -> str:
        """Return where it is: venue, room, street, town."""
        return self._place(occurrence.event, occurrence.venue, occurrence.room)

    def organisers(self, event: Event) -> str:
        """Return the organisers' names."""
        return self._organiser_names(event)

    def summary(self, event: Event, description: str | None = None) -> str:
        """Return the beginning of the description as plain words on one line.

        An event that is invented, or from another calendar, says so first.

        ``description`` is the whole of it without markup, where somebody has made that already.
        """
        known = self._summaries.get(event.id)
        if known is None:
            if description is None and event.description is not None:
                description = plain(event.description.in_language(self._code), _ENOUGH, self._prose)
            words = shorten(_in_a_row(description[:_ENOUGH]), SUMMARY) if description else ""
            known = self._summaries[event.id] = f"{self.opening(event)} {words}".strip()
        return known

    def opening(self, event: Event) -> str:
        """Return what must be said first: that it is invented, or from another calendar; else ``""``."""
        origin = f"{self._origin(event.external)}." if event.external is not None else ""
        return f"{self._demo} {origin}".rstrip() if event.demo else origin

    def plain(self, text: Text, limit: int) -> dict[str, str]:
        """Return a text in each of its languages without markup, paragraphs apart."""
        code = self._code
        return {language or code: plain(words, limit, self._prose) for language, words in text.versions}

    def _when(self, event: Event, shown: Occurrence | None, dates: Sequence[Occurrence], status: EventStatus) -> str:
        if shown is None:
            if status is EventStatus.POSTPONED:
                return self._postponed
            month = event.pending_month
            return f"{self._open} {wording.month_title(*month, self.lang)}".strip() if month else self._open
        words = wording.when(shown.starts_local, None if shown.ends_assumed else shown.ends_local, self.lang)
        words = with_own_time(words, shown, self.lang)
        if rhythm := rhythm_words(event, dates, self.zone, self.lang):
            words = f"{words} ({rhythm})"
        notes = [words]
        if status is EventStatus.TENTATIVE:
            notes.append(self._tentative)
        elif status is EventStatus.POSTPONED:
            notes.append(self._postponed)
        if shown.planned is not None:
            notes.append(self.moved_words(shown.planned))
        return ". ".join(notes)


def _in_a_row(text: str) -> str:
    """Return at least as much of a text on one line as a summary and the look behind its cut need."""
    start = " ".join(text[: SUMMARY + 20].split())
    return start if len(start) > SUMMARY + 1 else " ".join(text.split())
