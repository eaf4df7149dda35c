"""Where an event date stands in a channel: what was told of it, whether that still holds, or why it was not told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from seurantalo.announcing.admission import Meant, refusal_of
from seurantalo.announcing.book import Telling
from seurantalo.announcing.entry import Change, Entry, LeftOut, State
from seurantalo.announcing.facts import Fact, Facts, Mark
from seurantalo.announcing.told_lines import differences, told_line
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Announcement, Delivery, Told
from seurantalo.model.event import EventStatus
from seurantalo.model.record import day_of
from seurantalo.planner.occurrence import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Judges entries as they are on the day ``today``. ``created_on`` is the local day on which an event came."""

    today: date
    facts_of: Callable[[Occurrence], Facts]
    created_on: Callable[[Occurrence], date]

    def of_told(self, entry: Entry, tellings: Sequence[Telling]) -> Entry:
        """Return the entry of what was told: as it stands now, or as it stood in an issue that told of it.

        A change undone is none: the facts of now are laid beside those told last. What is over needs no correction.
        """
        facts = self.facts_of(entry.occurrence)
        last = tellings[-1]
        here = [number for number, one in enumerate(tellings) if one.issue == entry.issue]
        change = change_since(last, facts) if entry.occurrence.first_day >= self.today else None
        if change is not None:
            return _with(entry, last, state=State.CHANGED, change=change, mark=_mark(facts, Mark.CHANGED))
        if not here or here[-1] == len(tellings) - 1:
            if last.correction:
                return _with(entry, last, state=State.CORRECTED, mark=_mark(facts, Mark.NONE))
            # Told here last: perhaps as a change of what was told before.
            before = next((one for one in reversed(tellings[:-1]) if one.issue != last.issue), None)
            change = None if before is None else change_since(before, facts)
            if before is not None and change is not None and here:
                return _with(entry, before, state=State.SENT, change=change, mark=_mark(facts, Mark.CHANGED))
            corrected = any(change_since(one, facts) for one in tellings[:-1] if one.issue == last.issue)
            state = State.CORRECTED if corrected else State.SENT
            return _with(entry, last, state=state, mark=_mark(facts, Mark.NONE))
        corrected = change_since(tellings[here[-1]], facts) is not None
        state = State.CORRECTED if corrected else State.SENT
        return _with(entry, last, state=state, mark=_mark(facts, Mark.NONE))

    def of_untold(self, entry: Entry, meant: Meant, ledger: Announcement | None) -> Entry | None:
        """Return the entry of what was never told; None where nobody has to know of it."""
        one = entry.occurrence
        if one.moved_to is not None:
            return None
        refusal = refusal_of(entry.channel, one.event)
        if refusal is not None:
            return replace(entry, state=State.NOT_ADMITTED, left_out=LeftOut.REFUSED, refusal=refusal)
        left_out = _left_out(entry, meant)
        mark = self._first_mark(entry)
        if left_out is not None:
            return replace(entry, state=State.NOT_TOLD, left_out=left_out, mark=mark)
        if entry.channel.shows_by_itself:
            return replace(entry, mark=mark)
        if ledger is not None and ledger.delivery is Delivery.SENT:
            sent = entry.issue.day if ledger.sent_at is None else day_of(ledger.sent_at)
            if not ledger.told:
                return replace(entry, state=State.SENT, mark=mark, told_on=sent, told_in=entry.issue)
            return replace(entry, state=self._late(one, sent), mark=mark)
        state = self._by_time(entry)
        # Most entries are planned and nothing more.
        return entry if state is entry.state and mark is entry.mark else replace(entry, state=state, mark=mark)

    def _by_time(self, entry: Entry) -> State:
        due = entry.due
        last = due.day if due is not None else entry.issue.day
        if last < self.today:
            return self._late(entry.occurrence, last)
        return State.TODAY if due is not None and last == self.today else State.PLANNED

    def _late(self, one: Occurrence, last: date) -> State:
        return State.TOO_LATE if self.created_on(one) > last else State.MISSED

    def _first_mark(self, entry: Entry) -> Mark:
        """Return what a first text has to say: that registration is over before anybody reads it."""
        one = entry.occurrence
        if one.cancelled:
            return self.facts_of(one).mark
        registration, read_on = one.event.registration, entry.issue.appears
        if registration is None or registration.until is None or read_on is None:
            return Mark.NONE
        return Mark.REGISTRATION_CLOSED if day_of(registration.until) < read_on else Mark.NONE


def _left_out(entry: Entry, meant: Meant) -> LeftOut | None:
    one = entry.occurrence
    if meant.is_skipped:
        return LeftOut.DECIDED
    if one.cancelled and not entry.channel.shows_by_itself:
        return LeftOut.CANCELLED
    return LeftOut.TENTATIVE if one.status is EventStatus.TENTATIVE else None


def change_since(telling: Telling, facts: Facts) -> Change | None:
    """Return what is otherwise than it was told; None where it is the same, or nobody knows what was told.

    Once it was told that nothing happens on a date, nothing else about that date matters.
    """
    if telling.facts is None:
        return None
    # A post stands where it is, and is mended where the day that it gives is another one.
    alone = telling.issue is not None and bool(telling.issue.event)
    found = differences(telling.facts, facts, exact=alone)
    if facts.cancelled and all(one.name is not Fact.CANCELLED for one in found):
        return None
    return Change(told=telling.facts, now=told_line(facts), differences=found) if found else None


def _mark(facts: Facts, otherwise: Mark) -> Mark:
    """Return the mark of the date itself: cancelled, moved; else another."""
    return otherwise if facts.mark is Mark.NONE else facts.mark


def _with(entry: Entry, telling: Telling, *, state: State, mark: Mark, change: Change | None = None) -> Entry:
    event, day = telling.key
    return replace(
        entry,
        state=state,
        mark=mark,
        change=change,
        told=None if telling.facts is None else Told(event, day, telling.facts),
        told_on=telling.on,
        told_in=telling.issue,
    )
