"""The editor's desk: what waits for somebody, since when, and whom to ask.

One walk over the records. Only the most urgent of each sort are kept; the rest are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from heapq import nsmallest
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus, FollowUpStatus
from seurantalo.model.organisation import Organisation
from seurantalo.model.participation import Idea, IdeaStage
from seurantalo.model.parts import Contact
from seurantalo.model.place import Municipality
from seurantalo.model.record import Record
from seurantalo.wiki.contacts import contacts_of
from seurantalo.wiki.dates import DatesOf
from seurantalo.wiki.discussion import comments_on, newer_than_summary
from seurantalo.wiki.staleness import contact_is_old, needs_outcome, practice_is_old

#: Tasks of one sort that are kept; the rest are counted.
MOST_TASKS: Final = 20
#: Nobody remembers what came of an older event: it is not asked for any more.
OUTCOME_ASKED: Final = timedelta(days=365)
#: An idea without an answer may wait this long before the desk reminds of it.
ANSWER_DAYS: Final = timedelta(days=90)


class Chore(StrEnum):
    """A sort of task, the most pressing first.

    >>> [pile.chore.value for pile in desk(library, dates_of, today, "fi")]
    ['promise', 'answer', 'summary', 'practice', 'stub']
    """

    HOLD = "hold"
    """A date was held for an event that nobody confirmed in time."""
    AGREEMENT = "agreement"
    """Two organisers agreed on a clash, and then one of them changed the event."""
    OUTCOME = "outcome"
    """An event was held over two weeks ago, and nobody has told what came of it."""
    PROMISE = "promise"
    """Somebody promised something at an event, and the day has passed."""
    PENDING = "pending"
    """An event was to be in a month that is over."""
    ANSWER = "answer"
    """A resident's idea has had no answer for three months."""
    LINK = "link"
    """A web address that did not open when it was tried; never looked for here."""
    CONTACT = "contact"
    """Nobody has checked a contact for a year."""
    SUMMARY = "summary"
    """A question was commented on after its summary."""
    PRACTICE = "practice"
    """Nobody has looked through a practice for two years."""
    STUB = "stub"
    """A practice of which only the beginning is written."""
    MISSED = "missed"
    """A channel was to tell of an event, and its day passed; this and what follows are never looked for here."""
    VANISHED = "vanished"
    """A channel told of an event to come, and its file is gone."""
    UNANNOUNCED = "unannounced"
    """A coming event of which no channel tells, and nobody decided so."""
    FLOOD = "flood"
    """An issue is to tell of more than it takes."""
    SILENT = "silent"
    """An organisation with events in a year announced none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do to a record's file. ``since`` is None where it was never done.

    ``contact`` is the role to ask, ``who`` the organisation or municipality whose role that is; without both it is
    the editors' own. ``about`` is what the record itself does not tell: a promise, a web address.

    >>> promise = desk(library, dates_of, today, "fi")[0].tasks[0]
    >>> promise.record.id, promise.since, promise.about
    ('poyta-syksy', datetime.date(2026, 12, 31), 'Kalenteri auki (Martat)')
    """

    chore: Chore
    record: Record
    since: date | None = None
    contact: Contact | None = None
    who: Organisation | Municipality | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """The tasks of one sort: the most urgent ones, and how many there are in all.

    >>> ideas = desk(library, dates_of, today, "fi", most=1)[1]
    >>> ideas.chore.value, [task.record.id for task in ideas.tasks], ideas.total
    ('answer', ['laavu'], 2)
    """

    chore: Chore
    tasks: tuple[Task, ...]
    total: int


def desk(
    community: Community,
    dates_of: DatesOf,
    today: date,
    language: str,
    *,
    lapsed: Iterable[str] = (),
    most: int = MOST_TASKS,
) -> tuple[Pile, ...]:
    """Return the piles on the desk on the day ``today``, the most pressing sort first; none is empty.

    ``lapsed`` are the paths of events whose agreement on a clash no longer holds, as the planner found. ``language``
    is that of what is quoted from records.

    >>> [(pile.chore.value, pile.total) for pile in desk(library, dates_of, date(2026, 11, 1), "fi")]
    [('answer', 2), ('summary', 1), ('practice', 1), ('stub', 1)]
    """
    found: Mapping[Chore, list[Task]] = {chore: [] for chore in Chore}
    for task in _tasks(community, dates_of, today, language, frozenset(lapsed)):
        found[task.chore].append(task)
    return tuple(pile(chore, tasks, most) for chore, tasks in found.items() if tasks)


def pile(chore: Chore, tasks: Iterable[Task], most: int = MOST_TASKS) -> Pile:
    """Return the most urgent of the tasks of one sort: what has waited longest, but of events the latest.

    What came of last month's event is still remembered, and every week that passes takes some of it away.

    >>> waiting = [Task(chore=Chore.OUTCOME, record=event, since=date(2026, month, 1)) for month in (9, 11)]
    >>> pile(Chore.OUTCOME, waiting, most=1).tasks[0].since
    datetime.date(2026, 11, 1)
    """
    everything = list(tasks)
    sign = -1 if chore is Chore.OUTCOME else 1
    urgent = nsmallest(most, everything, key=lambda task: (sign * _ordinal(task.since), task.record.id, task.about))
    return Pile(chore, tuple(urgent), len(everything))


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


def _tasks(
    community: Community, dates_of: DatesOf, today: date, language: str, lapsed: frozenset[str]
) -> Iterator[Task]:
    for event in community.events.values():
        yield from _of_event(community, event, dates_of, today, language)
        if lapsed and event.origin.path in lapsed:
            yield _ask_organiser(community, event, Chore.AGREEMENT, None)
    for idea in community.ideas.values():
        unanswered = idea.answer is None and idea.stage in (IdeaStage.NEW, IdeaStage.VOTED, IdeaStage.IN_WORK)
        if unanswered and idea.raised + ANSWER_DAYS < today:
            contact, who = _answerer(community, idea)
            yield Task(chore=Chore.ANSWER, record=idea, since=idea.raised, contact=contact, who=who)
    for held in contacts_of(community):
        if contact_is_old(held.contact, today):
            asked = held.contact
            yield Task(chore=Chore.CONTACT, record=held.record, since=asked.checked, contact=asked, who=held.who)
    for question in community.questions.values():
        newer = newer_than_summary(question, comments_on(community, question))
        if newer:
            yield Task(chore=Chore.SUMMARY, record=question, since=newer[0].date)
    for practice in community.practices.values():
        if practice.stub:
            yield Task(chore=Chore.STUB, record=practice, since=practice.created, contact=practice.contact)
        elif practice_is_old(practice, today):
            looked = practice.reviewed or practice.created
            yield Task(chore=Chore.PRACTICE, record=practice, since=looked, contact=practice.contact)


def _of_event(community: Community, event: Event, dates_of: DatesOf, today: date, language: str) -> Iterator[Task]:
    held = event.hold_until
    if held is not None and held < today and event.status is EventStatus.TENTATIVE:
        yield _ask_organiser(community, event, Chore.HOLD, held)
    outcome = event.outcome
    if outcome is None:
        # The start first: of ten thousand events few are both over and recent.
        starts = event.starts
        if (
            starts is not None
            and event.repeats is None
            and today.year - 1 <= starts.year
            and starts.toordinal() < today.toordinal()
        ):
            dates = dates_of(event.id)
            last = dates[-1] if dates else None
            if last is not None and needs_outcome(event, last, today) and last.last_day + OUTCOME_ASKED >= today:
                yield _ask_organiser(community, event, Chore.OUTCOME, last.last_day)
        month = event.pending_month
        gone = month is not None and starts is None and month < (today.year, today.month)
        if month is not None and gone and event.status is not EventStatus.CANCELLED:
            yield _ask_organiser(community, event, Chore.PENDING, date(*month, 1))
        return
    for promise in outcome.follow_ups:
        open_still = promise.status in (FollowUpStatus.OPEN, FollowUpStatus.IN_WORK)
        if open_still and promise.due is not None and promise.due < today:
            words = promise.text.in_language(language)
            about = f"{words} ({promise.owner})" if promise.owner else words
            yield _ask_organiser(community, event, Chore.PROMISE, promise.due, about)


def _ask_organiser(community: Community, event: Event, chore: Chore, since: date | None, about: str = "") -> Task:
    """Return a task for who arranges an event: its own contact, else the first organiser's that there is."""
    organisers = [community.organisations[name] for name in event.organisers]
    who = next((one for one in organisers if one.contact is not None), organisers[0] if organisers else None)
    contact = event.contact or (who.contact if who is not None else None)
    return Task(chore=chore, record=event, since=since, contact=contact, who=who, about=about)


def _answerer(community: Community, idea: Idea) -> tuple[Contact | None, Organisation | Municipality | None]:
    """Return who answers an idea: the owner of its process, else the municipality."""
    if idea.process is not None:
        owner = community.organisations[community.processes[idea.process].owner]
        if owner.contact is not None:
            return owner.contact, owner
    place = community.municipalities[idea.municipality]
    return (place.contacts[0] if place.contacts else None), place
