"""What taking a practice up amounts to: the gatherings that its steps ask for, and how others have held them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Event, Format
from seurantalo.model.practice import Practice, Step
from seurantalo.model.text import Text
from seurantalo.wiki.practice_log import Totals

#: Weeks between two gatherings where a step does not say.
USUAL_WEEKS: Final = 4
_EVENING: Final = time(18)
_MORNING: Final = time(8)
_TWO_HOURS: Final = timedelta(hours=2)
_LONGEST: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How events of a form have been held: when they begin, how long they last, for whom they are.

    >>> habit_of(library.events.values(), Format.TABLE).starts, habit_of((), Format.BREAKFAST).starts
    (datetime.time(18, 0), datetime.time(8, 0))
    """

    starts: time
    length: timedelta
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """Something to be held: ``title`` is None where it is the practice as a whole.

    ``before`` are the steps that prepare it, ``after`` those that follow the last one; ``steps`` are all of them
    where none says which of them is the gathering. ``weeks`` have passed since the gathering before it; 0 for the
    first.

    >>> first = gatherings(library, practice, log.totals)[0]
    >>> first.title.in_language("fi"), [step.title.in_language("fi") for step in first.before], first.format.value
    ('Keskustelu', ['Kutsutaan'], 'table')
    """

    title: Text | None
    text: Text | None
    steps: tuple[Step, ...] = ()
    format: Format
    weeks: int
    before: tuple[Step, ...] = ()
    after: tuple[Step, ...] = ()
    habit: Habit


def gatherings(community: Community, practice: Practice, totals: Totals) -> tuple[Gathering, ...]:
    """Return what a practice asks one to hold, in order: its steps that have a form, else the practice once.

    >>> [(one.title.in_language("fi"), one.weeks) for one in gatherings(library, practice, log.totals)]
    [('Keskustelu', 0), ('Jatkopöytä', 6)]
    """
    events = community.events_linking(practice, "practices")
    steps = practice.steps
    held = [n for n, step in enumerate(steps) if step.format is not None]
    if not held:
        form = totals.formats[0] if totals.formats else Format.OTHER
        habit = habit_of(events, form)
        return (Gathering(title=None, text=None, format=form, weeks=0, steps=steps, habit=habit),)
    found: list[Gathering] = []
    for order, n in enumerate(held):
        step, form = steps[n], steps[n].format or Format.OTHER
        begins = held[order - 1] + 1 if order else 0
        found.append(
            Gathering(
                title=step.title if len(held) > 1 else None,
                text=step.text,
                format=form,
                weeks=(step.weeks or USUAL_WEEKS) if order else 0,
                before=steps[begins:n],
                after=steps[n + 1 :] if order == len(held) - 1 else (),
                habit=habit_of(events, form),
            )
        )
    return tuple(found)


def habit_of(events: Iterable[Event], form: Format) -> Habit:
    """Return how the latest event of a form was held; without one that has its hours, a likely habit."""
    timed = [event for event in events if event.format is form and isinstance(event.starts, datetime)]
    audiences = max((event for event in timed if event.audiences), key=_start, default=None)
    latest = max(timed, key=_start, default=None)
    if latest is None or not isinstance(latest.starts, datetime):
        return Habit(starts=_MORNING if form is Format.BREAKFAST else _EVENING, length=_TWO_HOURS)
    length = latest.ends - latest.starts if isinstance(latest.ends, datetime) else _TWO_HOURS
    return Habit(
        starts=latest.starts.time().replace(second=0, microsecond=0),
        length=length if timedelta() < length <= _LONGEST else _TWO_HOURS,
        audiences=audiences.audiences if audiences is not None else (),
    )


def _start(event: Event) -> tuple[datetime, str]:
    return (event.starts if isinstance(event.starts, datetime) else datetime.min, event.id)  # noqa: DTZ901 (wall time)
