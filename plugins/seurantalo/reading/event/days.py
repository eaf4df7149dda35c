"""Several days in one text, of a repeating event: ``2.3., 9.3.2027``, ``20.–27.12.2027``."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from seurantalo.model.record import day_of
from seurantalo.reading.event.dates import parted, span_of
from seurantalo.reading.event.times import line_of
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_day, read_end, with_year
from seurantalo.reading.moments.problems import report_moment, tell_reading
from seurantalo.reading.yaml.tree import Node, Scalar, Sequence

#: The longest stretch of days that is left out or cancelled.
_MOST_DAYS: Final = 400
#: So many years a day without its year may be ahead.
_YEARS: Final = 4


class Days(NamedTuple):
    """A day, or the days from the first to the last, and where they are written."""

    first: date
    last: date
    node: Node

    @property
    def are_many(self) -> bool:
        """Tell whether it is a stretch of days, of which not each has to have a date."""
        return self.last > self.first


def read_listed_days(scope: Scope, node: Node, name: str, since: date) -> list[Days]:
    """Return the days of a list or a text, in their order; those without a year come after ``since``."""
    items = node.items if isinstance(node, Sequence) else [node]
    found = []
    for item in items:
        for one in parted(item):
            days = _days(scope, one, name, since)
            if days is not None:
                found.append(days)
    return found


def _days(scope: Scope, node: Node, name: str, since: date) -> Days | None:
    text = line_of(node)
    if not isinstance(node, Scalar):
        scope.report("expected-text", node, name)
        return None
    if not text:
        return None
    span = span_of(node)
    try:
        first = _first_day(text if span is None else line_of(span[0]), since)
        last = first if span is None else day_of(read_end(line_of(span[1]), first))
    except MomentError as error:
        report_moment(scope, error, node, name)
        return None
    if last < first or (last - first).days > _MOST_DAYS:
        scope.report("ends-before-start", node, name, starts=first.isoformat(), ends=last.isoformat())
        return None
    tell_reading(scope, text, first, node, name)
    return Days(first, last, node)


def _first_day(text: str, since: date) -> date:
    """Return a day; one without a year is the first after ``since``, or of a later year that its weekday fits."""
    for year in range(_YEARS):
        later = date(since.year + year, since.month, min(since.day, 28)) if year else since
        written = with_year(text, later)
        try:
            return read_day(written)
        except MomentError as error:
            if error.code != "wrong-weekday" or written == text:
                raise
    return read_day(with_year(text, since))
