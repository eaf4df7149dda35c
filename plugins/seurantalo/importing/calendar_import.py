"""A calendar file becomes event files: every entry an event, or a problem that says why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.importing.content_lines import EntryError, one_line, read_properties, unescape
from seurantalo.importing.drafts import DraftMaker
from seurantalo.importing.duplicates import Duplicates
from seurantalo.importing.entry import Entry, read_entry, title_of, uid_of
from seurantalo.importing.event_file import Draft, event_file
from seurantalo.importing.free_id import free_id
from seurantalo.importing.own_dates import at_home
from seurantalo.importing.own_properties import PRODUCT, read_own
from seurantalo.importing.places import Names
from seurantalo.importing.request import Import, ImportedEvent, KnownEvent, Request
from seurantalo.importing.series import Series, SeriesMaker
from seurantalo.importing.stream import Component, Stream, read_stream
from seurantalo.importing.zones import Zones
from seurantalo.language import TONGUES
from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.kinds import field_word
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.dates import DateMaker
from seurantalo.planner.occurrence import Occurrence
from seurantalo.reading.event.one_event import EventReader

_SEVERITY: Final[Mapping[str, Severity]] = {
    "import-duplicate": Severity.WARNING,
    "import-not-carried": Severity.WARNING,
    "import-unexpected": Severity.ERROR,
}
#: Codes of entries that did not become events; all others only tell.
_REFUSED: Final = frozenset(
    {
        "import-bad-rule",
        "import-bad-time",
        "import-entry-too-large",
        "import-no-dates",
        "import-no-organiser",
        "import-no-start",
        "import-too-frequent",
        "import-unexpected",
        "import-unknown-zone",
    }
)


def import_calendar(
    content: bytes,
    request: Request,
    community: Community,
    calendar: Calendar,
    settings: Settings,
    *,
    uids: Mapping[str, str] | None = None,
    expired: Callable[[], bool] = lambda: False,
    told: Callable[[int, int], None] = lambda *_: None,
) -> Import:
    r"""Return what a calendar file (iCalendar, RFC 5545) becomes in a project. Never raises for what is in it.

    ``uids`` gives the event of every UID that the project's feeds use. ``expired`` tells when it has taken too long;
    ``told`` hears how many entries are looked at, of how many.

    >>> from seurantalo.importing import Defaults
    >>> ics = b"BEGIN:VEVENT\nSUMMARY:Laavukahvit\nDTSTART:20270410T120000\nEND:VEVENT"
    >>> request = Request(path="kyla.ics", defaults=Defaults(organisation="martat", municipality="vimpeli"))
    >>> made = import_calendar(b"BEGIN:VCALENDAR\n" + ics, request, community, calendar, settings)
    >>> print(made.events[0].text, end="")
    otsikko: Laavukahvit
    alkaa: 10.4.2027 klo 12
    järjestäjä: martat
    kunta: vimpeli
    """
    stream = read_stream(content, request.path)
    return _Importer(stream, request, community, calendar, settings, uids or {}).run(expired, told)


class _Importer:
    def __init__(
        self,
        stream: Stream,
        request: Request,
        community: Community,
        calendar: Calendar,
        settings: Settings,
        uids: Mapping[str, str],
    ) -> None:
        self.stream, self.request, self.settings = stream, request, settings
        self.community, self.uids = community, uids
        self.today = calendar.today
        header = {each.name: each.value for each in reversed(read_properties(stream.header))}
        self.name = one_line(unescape(header.get("X-WR-CALNAME", "") or header.get("NAME", "")))[:100]
        self.cancel = header.get("METHOD", "").strip().upper() == "CANCEL"
        self.problems: list[Problem] = list(stream.problems)
        zone = settings.timezone
        self.zones = Zones(zone, stream.zones, header.get("X-WR-TIMEZONE", ""))
        ours = header.get("PRODID", "").startswith(PRODUCT)
        horizon = self.today + timedelta(days=settings.horizon_days)
        self.series = SeriesMaker(ZoneInfo(zone), self.zones.floating, horizon, self.report, ours=ours)
        self.reader = EventReader(community, settings, self.today)
        self.drafts = DraftMaker(
            Names(community, self.reader.known),
            request.defaults,
            settings,
            self.report,
            ours=ours,
        )
        self.dates = DateMaker(settings, horizon)
        self.duplicates = Duplicates(community, calendar, settings, only_own=request.defaults.external is not None)
        self.taken = set(community.events) | set(request.names.values()) | request.taken
        self.used: set[str] = set()
        self.found: list[ImportedEvent] = []
        self.fresh: list[Occurrence] = []
        """The dates of the events of the UID that is looked at."""
        self.known: list[KnownEvent] = []
        self.seen: set[str] = set()
        self.unread: set[str] = set()
        self.counts: Counter[str] = Counter()

    def report(self, code: str, entry: Entry, **values: str) -> None:
        self._problem(code, entry.line, entry.title, values)

    def _problem(self, code: str, line: int, title: str, values: Mapping[str, str]) -> None:
        severity = _SEVERITY.get(code, Severity.ERROR if code in _REFUSED else Severity.NOTICE)
        pairs = (("title", title[:80] or "–"), *values.items())
        self.problems.append(Problem(code, self.request.path, line, 1, "", pairs, severity))

    def run(self, expired: Callable[[], bool], told: Callable[[int, int], None]) -> Import:
        groups = self._groups(expired)
        if self.drafts.ours:
            groups = at_home(groups)
        self.drafts.expect(entry for entries in groups.values() for entry in entries)
        for number, entries in enumerate(groups.values()):
            told(number, len(groups))
            if expired():
                self._too_long()
                break
            self._group(entries)
        self._tell_of_the_rest()
        events = sorted(self.found, key=lambda one: one.event.id)
        if len(events) > self.request.most:
            events = self._within_bounds(events)
        return Import(
            events=tuple(events),
            problems=in_order(self.problems),
            name=self.name,
            entries=len(self.stream.entries),
            known=tuple(self.known),
            uids=frozenset(self.seen),
            unread=frozenset(self.unread),
            past=self.counts["past"],
            duplicates=self.counts["duplicates"],
            readable=self.stream.complete and not self.counts["late"],
        )

    def _too_long(self) -> None:
        if not self.counts["late"]:
            self.counts["late"] = 1
            self.problems.append(Problem("import-took-too-long", self.request.path))

    def _groups(self, expired: Callable[[], bool]) -> dict[object, list[Entry]]:
        """Return the readable entries by UID; one without a UID is alone."""
        groups: dict[object, list[Entry]] = {}
        for component in self.stream.entries:
            if expired():
                self._too_long()
                break
            entry = self._entry(component)
            if entry is not None:
                groups.setdefault(entry.uid or component.line, []).append(entry)
        return groups

    def _entry(self, component: Component) -> Entry | None:
        try:
            entry = read_entry(component, self.zones)
        except EntryError as error:
            self._problem(error.code, component.line, title_of(component), error.values)
            self.unread.add(uid_of(component))
            return None
        except Exception as error:  # noqa: BLE001 (an odd file must not end the run)
            self._problem("import-unexpected", component.line, "", {"found": type(error).__name__})
            self.unread.add(uid_of(component))
            return None
        for name in entry.left_out:
            self.counts[f"left {name}"] += 1
        if entry.secret:
            self.counts["secret"] += 1
            self.unread.add(entry.uid)
            return None
        if self.cancel:
            return _with_status(entry, EventStatus.CANCELLED)
        return entry

    def _group(self, entries: list[Entry]) -> None:
        try:
            made = self.series.make(entries)
        except EntryError as error:
            self._refused(error.code, entries[0], error.values)
            return
        except Exception as error:  # noqa: BLE001 (an odd file must not end the run)
            self._refused("import-unexpected", entries[0], {"found": type(error).__name__})
            return
        for entry in entries:
            for found in entry.not_carried:
                self.report("import-not-carried", entry, found=found)
            for code, found in entry.notes:
                self.report(code, entry, found=found)
        for one in made:
            if one.apart is not None and len(made) > 1:
                self.report(
                    "import-date-apart", one.entry, date=f"{one.apart.day}.{one.apart.month}.{one.apart.year}"
                )
            self._series(one)
        # The dates of one UID are one event, and our own feeds give dates beside a series UIDs of their own. Of a
        # calendar that stays foreign both are shown.
        if not self.drafts.ours and self.request.defaults.external is None:
            self.duplicates.add(self.fresh)
        self.fresh.clear()

    def _series(self, series: Series) -> None:
        entry = series.entry
        try:
            draft = self.drafts.draft(self.series.first_on_rule(series))
            self._event(draft, entry)
        except EntryError as error:
            self._refused(error.code, entry, error.values)
        except Exception as error:  # noqa: BLE001 (an odd file must not end the run)
            self._refused("import-unexpected", entry, {"found": type(error).__name__})

    def _refused(self, code: str, entry: Entry, values: Mapping[str, str]) -> None:
        self._problem(code, entry.line, entry.title, values)
        self.unread.add(entry.uid)

    def _event(self, draft: Draft, entry: Entry) -> None:
        uid = draft.external.uid if draft.external is not None else draft.uid
        if entry.series and self.drafts.ours and uid not in self.uids and entry.series in self.uids:
            # A further rule of an event that is here; its own entry has been compared with the file.
            return
        event_id = self.request.names.get(uid, "")
        here = None if event_id else self.community.events.get(self.uids.get(uid, ""))
        if here is not None and here.id not in self.used:
            event_id, path = here.id, here.origin.path
        else:
            if not event_id or event_id in self.used:
                event_id = free_id(draft, self.request.prefix, self.taken)
            path, here = self._path(event_id, draft), None
        draft, text, event, problems = self._read(event_id, path, draft, entry)
        if event is None or event.starts is None:
            # What our own check says of the file that it would be, told of the entry that it is.
            wrong = [each for each in problems if each.severity is Severity.ERROR]
            self.problems += [
                Problem(each.code, self.request.path, entry.line, 1, each.field, each.values) for each in wrong
            ]
            self.unread.add(entry.uid)
            if not wrong:
                self._problem("import-unexpected", entry.line, entry.title, {"found": event_id})
            return
        self.seen.add(uid)
        if here is not None:
            self.used.add(event_id)
            self.known.append(KnownEvent(event, draft, entry.line, frozenset(read_own(entry.own).left_out)))
            return
        occurrences, _ = self.dates.dates_of(event, event.starts)
        last = max((one.last_day for one in occurrences), default=None)
        if self.request.since is not None and last is not None and last < self.request.since:
            self.counts["past"] += 1
            return
        twin = self.duplicates.find(occurrences)
        if twin is not None and twin.event.id != event_id:
            self.counts["duplicates"] += 1
            values = {
                "other": twin.event.title.in_language(self.settings.language),
                "path": twin.event.origin.path,
                "date": f"{twin.day.day}.{twin.day.month}.{twin.day.year}",
            }
            self._problem("import-duplicate", entry.line, entry.title, values)
            if not self.request.with_duplicates:
                return
        self.taken.add(event_id)
        self.used.add(event_id)
        self.found.append(ImportedEvent(event, text, entry.line, last))
        self.fresh += occurrences

    def _read(
        self, event_id: str, path: str, draft: Draft, entry: Entry
    ) -> tuple[Draft, str, Event | None, tuple[Problem, ...]]:
        """Return the file of a draft, and what our own check says of it.

        A field of our own properties that it refuses is told and left out; the rest of the event is good without.
        """
        while True:
            text = event_file(draft, TONGUES[self.settings.language], self.request.comment)
            event, problems = self.reader.read(event_id, path, text)
            wrong = {each.field.partition(".")[0] for each in problems if each.severity is Severity.ERROR}
            if event is not None or not draft.fields:
                return draft, text, event, problems
            refused = sorted(wrong & draft.fields.keys()) or sorted(draft.fields)
            for name in refused:
                # Of a description there are the plain words too.
                code = "import-own-plain" if name == "description" else "import-own-unread"
                self.report(code, entry, found=field_word(name, self.settings.language))
            kept = {name: value for name, value in draft.fields.items() if name not in refused}
            draft = replace(draft, fields=kept)

    def _path(self, event_id: str, draft: Draft) -> str:
        folder = self.request.folder
        if self.request.by_month:
            folder = f"{folder}/{draft.starts.year}/{draft.starts.month:02}"
        return f"{folder}/{event_id}.yml"

    def _tell_of_the_rest(self) -> None:
        """Report what concerns the calendar as a whole, once."""
        path = self.request.path
        left = sorted((name[5:], count) for name, count in self.counts.items() if name.startswith("left "))
        code = self.settings.language
        left += sorted((field_word(name, code)[:40], count) for name, count in self.drafts.left_out.items())
        told = [
            ("import-left-out", ", ".join(f"{name} ({count})" for name, count in left)),
            ("import-not-events", ", ".join(f"{kind} ({n})" for kind, n in sorted(self.stream.others.items())[:10])),
            ("import-secret", str(self.counts["secret"] or "")),
            ("import-own-unknown", "; ".join(list(self.drafts.unknown_records)[:20])),
            ("import-categories", ", ".join(list(self.drafts.unknown_terms)[:20])),
        ]
        for code, found in told:
            if found:
                self.problems.append(Problem(code, path, values=(("found", found),), severity=Severity.NOTICE))

    def _within_bounds(self, events: list[ImportedEvent]) -> list[ImportedEvent]:
        """Return as many events as are wanted: what is over goes first, then what is farthest ahead."""
        values = (("limit", str(self.request.most)), ("count", str(len(events))))
        self.problems.append(Problem("import-bounded", self.request.path, values=values, severity=Severity.WARNING))
        events.sort(key=lambda one: (one.last_day is None or one.last_day < self.today, str(one.event.starts)))
        return sorted(events[: self.request.most], key=lambda one: one.event.id)


def _with_status(entry: Entry, status: EventStatus) -> Entry:
    return replace(entry, status=status)
