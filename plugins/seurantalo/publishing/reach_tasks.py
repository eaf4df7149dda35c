"""What does not reach people, as tasks for the editors' to-do list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from seurantalo.announcing import Announcing
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.reach import Flood, Missed, floods, missed_by, silent, without_channel
from seurantalo.announcing.vanished import Vanished
from seurantalo.language import Language
from seurantalo.model.event import Event
from seurantalo.model.fields.words import value_word
from seurantalo.publishing import wording
from seurantalo.publishing.record_names import words_of
from seurantalo.wiki import Chore, Pile, Task, pile
from seurantalo.wiki.desk import MOST_TASKS

#: So many events are named in a line; the page of the issue has all.
_MOST_NAMED: Final = 3


def reach_piles(announcing: Announcing, lang: Language, most: int = MOST_TASKS) -> Iterator[Pile]:
    """Yield the piles of what does not reach people; none is empty."""
    found = (
        (Chore.MISSED, [_missed(one, lang) for one in missed_by(announcing)]),
        (Chore.VANISHED, [_vanished(one) for one in announcing.vanished()]),
        (Chore.UNANNOUNCED, [_unannounced(announcing, one) for one in without_channel(announcing)]),
        (Chore.FLOOD, [_flood(one, lang) for one in floods(announcing)]),
        (
            Chore.SILENT,
            [Task(chore=Chore.SILENT, record=one, contact=one.contact, who=one) for one in silent(announcing)],
        ),
    )
    for chore, tasks in found:
        if tasks:
            yield pile(chore, tasks, most)


def _missed(one: Missed, lang: Language) -> Task:
    first = min(entry.occurrence.first_day for entry in one.entries)
    about = lang.say("{term}: {text}", term=value_word(one.doer, lang.code), text=_named(one.entries, lang))
    return Task(chore=Chore.MISSED, record=one.channel, since=first, contact=one.channel.contact, about=about)


def _vanished(one: Vanished) -> Task:
    """Return the task of the editors: whoever has the file, or its new name, are they."""
    about = f"{one.event}: {one.last.facts}" if one.last.facts else one.event
    return Task(chore=Chore.VANISHED, record=one.channel, since=one.day, about=about)


def _unannounced(announcing: Announcing, event: Event) -> Task:
    dates = announcing.calendar.of_event(event.id)
    day = next((one.first_day for one in dates if one.first_day >= announcing.today), None)
    organisers = [announcing.community.organisations[name] for name in event.organisers]
    who = next((one for one in organisers if one.contact is not None), organisers[0] if organisers else None)
    contact = event.contact or (who.contact if who is not None else None)
    return Task(chore=Chore.UNANNOUNCED, record=event, since=day, contact=contact, who=who)


def _flood(one: Flood, lang: Language) -> Task:
    channel = one.issue.channel
    about = lang.say("{n} events, and room for {most}.", n=len(one.entries), most=one.most)
    if one.earlier:
        names = _named(one.earlier, lang)
        about = f"{about} {lang.say('The issue before has room for: {names}.', names=names)}"
    return Task(chore=Chore.FLOOD, record=channel, since=one.issue.day, contact=channel.contact, about=about)


def _named(entries: tuple[Entry, ...], lang: Language) -> str:
    """Return the first of the events with their days, and how many more there are."""
    shown = [
        f"{words_of(one.occurrence.event, lang.code)} {wording.plain_day(one.occurrence.first_day, lang)}"
        for one in entries[:_MOST_NAMED]
    ]
    more = len(entries) - len(shown)
    return ", ".join(shown) + (f" {lang.count('and {n} more', 'and {n} more', more)}" if more else "")
