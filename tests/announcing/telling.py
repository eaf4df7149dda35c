"""Entries and issues for tests of texts, without the plan: everything is told that is in the week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.announcing.reading_week import SITE_URL, TODAY, week_calendar, week_community

from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Means
from seurantalo.announcing.issues import Issue
from seurantalo.announcing.texts import facts_of_entry, manner_of
from seurantalo.announcing.texts.entries import entry_text
from seurantalo.announcing.texts.written import Written
from seurantalo.language import language
from seurantalo.model import Community
from seurantalo.model.channel import Channel, EntryOrder
from seurantalo.planner.occurrence import Occurrence

MEANS = Means(site_url=SITE_URL, site_name="Järviseudun seurantalo")
MONDAY, SUNDAY = date(2027, 5, 24), date(2027, 5, 30)


@dataclass(kw_only=True)
class Telling:
    """Tells of all dates that it is given, in every issue that covers them."""

    community: Community
    occurrences: tuple[Occurrence, ...]
    means: Means = MEANS
    today: date = TODAY
    changed: dict[str, dict[str, Any]] | None = None
    """Fields of the entries of some events."""

    def entries(self, issue: Issue) -> tuple[Entry, ...]:
        found = [one for one in self.occurrences if one.first_day <= issue.last and one.last_day >= issue.first]
        if issue.event:
            found = [one for one in found if one.event.id == issue.event]
        entries = [Entry(channel=issue.channel, issue=issue, occurrence=one) for one in found]
        if EntryOrder.MUNICIPALITY in issue.channel.order:
            entries.sort(key=lambda one: (one.occurrence.event.municipality, one.occurrence.starts_at))
        changed = self.changed or {}
        return tuple(replace(one, **changed.get(one.occurrence.event.id, {})) for one in entries)


def week() -> Telling:
    """Return who tells of the week of 24.–30.5.2027."""
    occurrences = week_calendar().between(MONDAY, SUNDAY)
    return Telling(community=week_community(), occurrences=tuple(occurrences))


def channel(name: str, **fields: Any) -> Channel:
    return replace(week_community().channels[name], **fields)


def issue_of(one: Channel, **fields: Any) -> Issue:
    given: dict[str, Any] = {"id": "2027-05-19", "appears": date(2027, 5, 19), "first": MONDAY, "last": SUNDAY}
    return Issue(channel=one, **{**given, **fields})


def written(one: Channel, event: str, code: str = "fi", telling: Telling | None = None, **fields: Any) -> Written:
    """Return the text of one event of the week in a channel."""
    teller = telling or week()
    issue = issue_of(one, **fields)
    entry = next(each for each in teller.entries(issue) if each.occurrence.event.id == event)
    lang = language(code)
    return entry_text(entry, facts_of_entry(entry, teller, lang), manner_of(one, lang, teller.means))
