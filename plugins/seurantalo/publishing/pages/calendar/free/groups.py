"""The weekly groups of a municipality that meet in the evening, by day of the week."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup, escape

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.planner.free import Hours
from seurantalo.planner.free.against import is_standing
from seurantalo.planner.free.wording import hours_in_words
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.shared.context import PageContext


@dataclass(slots=True)
class _Group:
    """One group on one day of the week at certain hours."""

    one: Occurrence
    last: date


def group_anchor(weekday: int) -> str:
    """Return where the groups of a day of the week stand; 0 is Monday."""
    return f"ryhmat-{weekday + 1}"


def group_rows(ctx: PageContext, municipality: str, span: range, hours: Hours, root: str) -> Markup:
    """Return a row of a table for each day of the week on which a group meets at some of these hours."""
    instants = ctx.free_dates.instants(hours)
    routine = ctx.free_dates.by_day.routine_of(municipality)
    found: list[dict[tuple[str, str], _Group]] = [{} for _ in range(7)]
    for day in sorted(day for day in routine if day in span):
        starts, ends = instants.on(day)
        for one in routine[day]:
            if one.starts_at >= ends or starts >= one.ends_at or is_standing(one, ctx.settings.standing_days):
                continue
            # Ordinal 1 is a Monday.
            groups = found[(day - 1) % 7]
            key = (one.event.id, hours_in_words(one, ctx.lang))
            if key in groups:
                groups[key].last = one.first_day
            else:
                groups[key] = _Group(one, one.first_day)
    rows = []
    for weekday, groups in enumerate(found):
        if groups:
            items = "".join(_item(ctx, each, root) for each in groups.values())
            name = escape(ctx.lang.weekdays[weekday])
            head = f'<tr id="{group_anchor(weekday)}"><th scope="row">{name}</th>'
            rows.append(f"{head}<td><ul>{items}</ul></td></tr>\n")
    return Markup("".join(rows))  # noqa: S704 (escaped part by part)


def _item(ctx: PageContext, group: _Group, root: str) -> str:
    one = group.one
    title = escape(ctx.words(one.title))
    rest = [hours_in_words(one, ctx.lang)]
    if one.venue:
        rest.append(ctx.names[Kind.VENUE][one.venue])
    rest.append(wording.plain_days(one.first_day, group.last, ctx.lang))
    words = escape(", ".join(filter(None, rest)))
    return f'<li><a href="{root}{EVENTS}{one.event.id}/">{title}</a> <span class="st-note">{words}</span></li>'
