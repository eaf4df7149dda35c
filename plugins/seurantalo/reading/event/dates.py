"""The dates of an event that somebody wrote one by one, and a start that has its end behind a dash."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.fields.repetition import ADDED_DATE
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment
from seurantalo.model.recurrence import AddedDate, Recurrence, Repetition, one_by_one
from seurantalo.reading.event.clock import join_clock
from seurantalo.reading.event.times import Entries, check_clock, line_of, read_ends
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.input_words import AND
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import is_time, read_end, read_hours, read_moment, read_start, with_year
from seurantalo.reading.moments.problems import report_moment, shown
from seurantalo.reading.moments.when import Span, spans
from seurantalo.reading.records import own_entries
from seurantalo.reading.yaml.tree import Entry, Mapping, Node, Scalar, Sequence

_FIELDS: Final = by_name(EVENT)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
#: What stands between two dates of a line: a comma before another date, with or without its weekday.
_COMMA: Final = re.compile(r"\s*[,;]\s*(?=(?:[^\W\d_]+\.?\s+)?(?:\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_])|\d{4}-\d))")
#: What may be there in a text with several dates.
_SEVERAL: Final = re.compile(rf"[,;&+]|{AND}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDates:
    """The dates after the first one, as they are written, and what holds for all of them."""

    nodes: tuple[Node, ...]
    clock: str = ""
    """The time of day at which those begin that are a day alone."""
    ends: tuple[Field, Entry] | None = None
    """The time of day at which those end that say nothing of it."""


def take_dates(scope: Scope, entries: Entries, special: Entries) -> WrittenDates | None:
    """Make an event's list of dates a start with its end, and the rest; None for an event without such a list.

    A list may stand in ``dates``, ``starts`` or ``date``. A start that holds its end (``12.6.2027 klo 18–24``)
    becomes two entries, in a list or out of it.
    """
    join_clock(scope, entries, special)
    for name, place in (("starts", entries), ("date", special)):
        value = place[name][1].value if name in place and "dates" not in special else None
        if value is not None and (isinstance(value, Sequence) or len(parted(value)) > 1):
            special["dates"] = place.pop(name)
    found = special.pop("dates", None)
    written = None if found is None else _listed(scope, found, entries, special)
    if "starts" in entries:
        field, entry = entries["starts"]
        hours = span_of(entry.value)
        if hours is not None and ("ends" not in special or _end_alike(hours, line_of(special["ends"][1].value))):
            first, last = hours
            entries["starts"] = field, entry._replace(value=first)
            special["ends"] = _FIELDS["ends"], entry._replace(value=last)
    return written


def span_of(node: Node) -> tuple[Scalar, Scalar] | None:
    """Return the start and the end that one text holds, each as a text; None for any other, and what is unclear."""
    if not isinstance(node, Scalar):
        return None
    try:
        hours = read_hours(line_of(node))
    except MomentError:
        # Who reads it as a moment tells why.
        return None
    return None if hours is None else (node._replace(text=hours[0]), node._replace(text=hours[1]))


def _end_alike(span: tuple[Scalar, Scalar], ends: str) -> bool:
    """Tell whether an end that is written besides is that of the span."""
    try:
        starts = read_moment(line_of(span[0]))
        return read_end(line_of(span[1]), starts) == read_end(ends, starts)
    except MomentError:
        return False


def _listed(scope: Scope, found: tuple[Field, Entry], entries: Entries, special: Entries) -> WrittenDates:
    entry = found[1]
    nodes = listed_dates(entry.value)
    clock = line_of(entries["starts"][1].value) if "starts" in entries else ""
    ends = special.get("ends")
    if ends is not None and not is_time(line_of(ends[1].value)):
        ends = None
    if clock and not is_time(clock):
        return WrittenDates(tuple(nodes), ends=ends)
    if nodes:
        # The first that is written is what the event's own fields tell of; the others stand beside it.
        first, *nodes = nodes
        begun = first
        if isinstance(first, Mapping):
            parts = own_entries(scope, ADDED_DATE.fields, first)
            begun = parts["starts"][1].value if "starts" in parts else Scalar(None, first.line, first.column)
            if "ends" in parts:
                special["ends"] = parts["ends"]
        if not line_of(begun):
            scope.report("field-missing", first, "starts")
        entries["starts"] = _FIELDS["starts"], Entry(begun.line, begun.column, _begun(begun, clock))
    return WrittenDates(tuple(nodes), clock, ends)


def listed_dates(node: Node) -> list[Node]:
    """Return the dates of a list or a line, each where it stands, with the year that stands once beside them."""
    items = node.items if isinstance(node, Sequence) else [node]
    return _in_their_years([one for item in items for one in parted(item)])


def parted(node: Node) -> list[Node]:
    """Return the dates of one line, ``14.1.2027 klo 18, 11.2.2027 klo 18``, each where it stands."""
    if not isinstance(node, Scalar) or node.text is None or not _SEVERAL.search(node.text):
        return [node]
    try:
        found = spans(node.text)
    except MomentError:
        return [node]
    if len(found) == 1:
        return [node]
    if found:
        return [
            node._replace(text=_in_words(one), column=node.column + one.first.starts, block=False) for one in found
        ]
    starts = [0, *(match.end() for match in _COMMA.finditer(node.text))]
    ends = [*(match.start() for match in _COMMA.finditer(node.text)), len(node.text)]
    return [
        node._replace(text=node.text[start:end], column=node.column + start)
        for start, end in zip(starts, ends, strict=True)
    ]


def _in_words(span: Span) -> str:
    return span.first.words if span.last is None else f"{span.first.words} – {span.last.words}"


def _in_their_years(nodes: list[Node]) -> list[Node]:
    """Return dates, those without a year with that of the first which has one: ``[3.7., 10.7.2027]``."""
    years = [year for node in nodes if (year := _YEAR.search(line_of(node)))]
    if not years or len(years) == len(nodes):
        return nodes
    since = date(int(years[0][0]), 1, 1)
    return [
        node._replace(text=with_year(line_of(node), since)) if isinstance(node, Scalar) and node.text else node
        for node in nodes
    ]


def _begun(node: Node, clock: str) -> Node:
    """Return a day with the time of day that is written for all."""
    text = line_of(node)
    if not clock or not isinstance(node, Scalar):
        return node
    try:
        moment = read_moment(text)
    except MomentError:
        return node
    return node if isinstance(moment, datetime) else node._replace(text=f"{text} {clock}")


def with_dates(
    scope: Scope,
    written: WrittenDates,
    rules: tuple[Repetition, ...],
    given: tuple[Moment, Moment | None],
    zone: ZoneInfo,
) -> tuple[Repetition, ...]:
    """Return the rules of an event that begins and ends as ``given``, with the dates that were written one by one."""
    found = read_added(scope, "dates", written.nodes, given[0], zone, written)
    if not found:
        return rules
    if not rules:
        by_hand = replace(one_by_one(), line=written.nodes[0].line)
        rules = (Repetition(starts=given[0], ends=given[1], rule=by_hand),)
    return (replace(rules[0], rule=add_dates(rules[0].rule, found)), *rules[1:])


def add_dates(repeats: Recurrence, dates: tuple[AddedDate, ...]) -> Recurrence:
    """Return a repetition with more dates that somebody wrote."""
    ends = ((one.starts, one.ends) for one in dates if one.ends is not None)
    return replace(
        repeats,
        include=(*repeats.include, *(one.starts for one in dates)),
        own_ends=(*repeats.own_ends, *ends),
    )


def read_added(
    scope: Scope,
    name: str,
    nodes: tuple[Node, ...],
    starts: Moment,
    zone: ZoneInfo,
    written: WrittenDates | None = None,
) -> tuple[AddedDate, ...]:
    """Return dates that are written one by one, each a moment, hours with their end, or a start and an end."""
    found: list[AddedDate] = []
    seen = {starts} if name == "dates" else set()
    for node in nodes:
        one = _one(scope, name, node, starts, zone, written or WrittenDates(()))
        if one is None:
            continue
        if one.starts in seen:
            scope.report("date-twice", node, name, Severity.NOTICE, date=shown(one.starts))
        seen.add(one.starts)
        found.append(one)
    return tuple(found)


def _one(
    scope: Scope, name: str, node: Node, series: Moment, zone: ZoneInfo, written: WrittenDates
) -> AddedDate | None:
    ends = written.ends
    if isinstance(node, Mapping):
        parts = own_entries(scope, ADDED_DATE.fields, node)
        if "starts" not in parts:
            scope.report("field-missing", node, "starts")
            return None
        begun, ends = parts["starts"][1].value, parts.get("ends", ends)
    else:
        begun = node
    hours = span_of(begun)
    if hours is not None and (ends is None or ends is written.ends):
        begun, last = hours
        ends = _FIELDS["ends"], Entry(begun.line, begun.column, last)
    if not isinstance(begun, Scalar) or not line_of(begun):
        scope.report("expected-text", begun, name)
        return None
    try:
        moment = read_moment(line_of(begun))
        if written.clock and not isinstance(moment, datetime):
            moment = read_start(written.clock, moment)
    except MomentError as error:
        report_moment(scope, error, begun, name)
        return None
    if name == "also" and isinstance(series, datetime) and not isinstance(moment, datetime):
        # Another day of a series is at its hour.
        moment = datetime.combine(moment, series.time())
    if isinstance(moment, datetime) != isinstance(series, datetime):
        scope.report("extra-date-unlike-start", begun, name, found=line_of(begun))
        return None
    check_clock(scope, begun, moment, zone)
    return AddedDate(starts=moment, ends=read_ends(scope, ends, moment, zone) if ends is not None else None)
