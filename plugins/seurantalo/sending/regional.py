"""Sending to a regional calendar: what it has is asked for, and only what differs goes out.

Every event has an id of ours there. So a try that broke off can be made again: what arrived is found and not sent
twice. Only pictures have none: they are known by their address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from seurantalo.frozen import dataclass
from seurantalo.publishing.api.regional.bodies import Draft
from seurantalo.publishing.api.regional.report import Kept, RegionalReport
from seurantalo.publishing.api.regional.steps import Step, Steps, steps
from seurantalo.publishing.api.regional.terms import Terms
from seurantalo.sending.outcome import NotSentError, Reason, UnclearError
from seurantalo.sending.web import Ask, Request, json_request

#: Objects of a page that is asked for, and pages that are read at most.
PAGE: Final = 20
MOST_PAGES: Final = 500
#: Characters of ids in one address.
_IDS: Final = 1_500
#: Answers to what was sent: it is not as the calendar wants it, or is there no more.
_OF_CONTENT: Final = frozenset({400, 404, 409, 410, 413, 422})
_NOTHING: Final = b'{"meta":{"count":0,"next":null,"previous":null},"data":[]}'

#: Returns what the calendar would take on given terms.
Reporting = Callable[[Terms], RegionalReport]


@dataclass(slots=True)
class Regional:
    """How a sending went: events that are new there and changed, ids taken away, what was refused and kept back.

    ``stopped`` is why nothing more was sent; ``unclear`` is True where the last request may have arrived.
    """

    new: list[Draft] = field(default_factory=list)
    changed: list[Draft] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    refused: list[tuple[str, Reason]] = field(default_factory=list)
    kept: tuple[Kept, ...] = ()
    same: int = 0
    too_many: int = 0
    stopped: Reason | None = None
    unclear: bool = False

    @property
    def told(self) -> tuple[Draft, ...]:
        """The events that went out."""
        return (*self.new, *self.changed)


def send_regional(
    reporting: Reporting,
    terms: Terms,
    today: date,
    key: str,
    ask: Ask,
    before: Callable[[], None] = lambda: None,
) -> Regional:
    """Bring a regional calendar to what the site says.

    ``terms`` know nothing of what it has; ``key`` is that of its API. ``before`` is called when it is known that
    something has to be sent, and before anything is. One event's refusal stops no other.
    """
    calendar = _Calendar(terms, key, ask)
    found = Regional()
    try:
        plan, report = _planned(reporting, terms, today, calendar)
        found.kept, found.too_many = report.kept, plan.too_many
        if plan.all:
            before()
        if plan.pictures:
            numbers = dict(calendar.pictures(plan.pictures, found))
            plan = _with_pictures(reporting, calendar, numbers, plan)
        for step in (*plan.places, *plan.events, *plan.gone):
            calendar.carry_out(step, found)
        found.same = len(report.taken) - sum(len(step.drafts) for step in plan.events)
    except NotSentError as error:
        found.stopped = error.reason
    except UnclearError as error:
        found.stopped, found.unclear = error.reason, True
    return found


def _planned(reporting: Reporting, terms: Terms, today: date, calendar: _Calendar) -> tuple[Steps, RegionalReport]:
    """Return what has to be sent, after a look at what is there."""
    first = reporting(terms)
    drafts = (*first.taken, *(one.draft for one in first.kept))
    events = dict(calendar.events(sorted(one.id for one in drafts)))
    coming = dict(calendar.coming(today))
    # Also what is kept back as a new one may be taken as a change of what is there, with its place and picture.
    has_picture = any(one.picture is not None for one in drafts)
    pictures = dict(calendar.known_pictures()) if has_picture else {}
    there = replace(terms, events={**coming, **events}, pictures=pictures)
    places = dict(calendar.places()) if drafts else {}
    calendar.there, calendar.own_places = there, places
    calendar.coming_ids = tuple(coming)
    report = reporting(there)
    return steps(report, there, places, calendar.coming_ids), report


def _with_pictures(reporting: Reporting, calendar: _Calendar, numbers: Mapping[str, str], plan: Steps) -> Steps:
    """Return the plan anew, with the numbers that the calendar has given to pictures."""
    there = replace(calendar.there, pictures={**calendar.there.pictures, **numbers})
    return replace(steps(reporting(there), there, calendar.own_places, calendar.coming_ids), too_many=plan.too_many)


class _Calendar:
    """A regional calendar on the other side."""

    def __init__(self, terms: Terms, key: str, ask: Ask) -> None:
        self._terms, self._key, self._ask = terms, key, ask
        self.there = terms
        self.own_places: Mapping[str, Mapping[str, Any]] = {}
        self.coming_ids: Sequence[str] = ()

    def events(self, names: Sequence[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the events of these ids that it has, also deleted ones."""
        for some in _short_lists(names):
            yield from self._listed(f"event/?ids={quote(','.join(some), safe=':,')}&show_deleted=1")

    def coming(self, today: date) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the events of our source that are to come."""
        yield from self._listed(f"event/?data_source={quote(self._terms.source)}&start={today}")

    def places(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the places of our source."""
        yield from self._listed(f"place/?data_source={quote(self._terms.source)}&show_all_places=1")

    def known_pictures(self) -> Iterator[tuple[str, str]]:
        """Yield the addresses of our pictures with their numbers."""
        for number, one in self._listed(f"image/?data_source={quote(self._terms.source)}"):
            if isinstance(one.get("url"), str):
                yield one["url"], number

    def pictures(self, some: Sequence[Step], found: Regional) -> Iterator[tuple[str, str]]:
        """Hand over pictures; yield their addresses and the numbers that they got."""
        for step in some:
            body = step.body if isinstance(step.body, dict) else {}
            try:
                answer = self._sent(step)
            except NotSentError as error:
                if not _is_refusal(error):
                    raise
                found.refused.append((str(body.get("url")), error.reason))
                continue
            yield str(body.get("url")), str(answer.get("id"))

    def carry_out(self, step: Step, found: Regional) -> None:
        """Send one list; where it is refused, its objects one by one, so that one stops no other."""
        try:
            self._sent(step)
        except NotSentError as error:
            if not _is_refusal(error):
                raise
            if not step.parts:
                found.refused.append((step.drafts[0].id if step.drafts else step.path, error.reason))
                return
            for part in step.parts:
                self.carry_out(part, found)
            return
        if step.method == "DELETE":
            found.gone.append(step.path.removeprefix("event/").rstrip("/"))
        (found.new if step.method == "POST" else found.changed).extend(step.drafts)

    def _sent(self, step: Step) -> Mapping[str, Any]:
        request = json_request(step.method, f"{self._terms.address}{step.path}", step.body, apikey=self._key)
        if step.body is None:
            request = replace(request, body=b"")
        answer = self._ask(request)
        return answer.json() if step.path == "image/" else {}

    def _listed(self, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the objects of all pages, by id."""
        for number in range(1, MOST_PAGES + 1):
            url = f"{self._terms.address}{path}&page_size={PAGE}&page={number}"
            page = self._ask(Request("GET", url, rehearsal=_NOTHING)).json()
            data, meta = page.get("data"), page.get("meta")
            if not isinstance(data, list) or not isinstance(meta, dict):
                raise NotSentError("The answer was not understood.")
            for one in data:
                if isinstance(one, dict) and "id" in one:
                    yield str(one["id"]), _understood(one)
            if not meta.get("next"):
                return
        raise NotSentError("The answer was not understood.")


def _understood(one: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an object without a status that is no word: what is sent is made of it."""
    if isinstance(one.get("event_status", ""), str):
        return one
    return {name: value for name, value in one.items() if name != "event_status"}


def _is_refusal(error: NotSentError) -> bool:
    """Tell whether what was sent was refused, and not who sent it."""
    return dict(error.reason.values).get("status") in _OF_CONTENT


def _short_lists(names: Sequence[str]) -> Iterator[list[str]]:
    """Yield the ids in lists that fit into an address."""
    some: list[str] = []
    for name in names:
        if some and sum(map(len, some)) + len(name) > _IDS:
            yield some
            some = []
        some.append(name)
    if some:
        yield some
