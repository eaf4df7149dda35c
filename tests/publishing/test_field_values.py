"""A field of any simple type can be a fact of a page, a line in calendars and a column, with no code of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.pages.small_region import SITE, context, event, places, text

from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.nesting import by_name
from seurantalo.publishing.api.table import Table
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.pages.event.facts import fact_by_type
from seurantalo.publishing.pages.event.surroundings import surroundings

FIELDS = by_name(EVENT)
ONE = event(
    "ilta",
    datetime(2027, 3, 20, 18),
    demo=True,
    hold_until=date(2027, 2, 1),
    planned_starts=datetime(2027, 3, 19, 18),
    price=text("5 € & kahvi"),
    room="Iso <sali>",
    series="ilta-2027",
    stage=0,
    online="https://example.org/live",
)


@pytest.mark.parametrize(
    ("name", "fact", "line", "cell"),
    [
        ("demo", "kyllä", "kyllä", "kyllä"),
        ("hold_until", "ma 1.2.2027", "ma 1.2.2027", "2027-02-01"),
        (
            "online",
            '<a href="https://example.org/live">https://example.org/live</a>',
            "https://example.org/live",
            None,
        ),
        ("planned_starts", "pe 19.3.2027 klo 18", "pe 19.3.2027 klo 18", ""),
        ("price", "5 € &amp; kahvi", "5 € & kahvi", None),
        ("room", "Iso &lt;sali&gt;", "Iso <sali>", None),
        ("series", "ilta-2027", "ilta-2027", None),
        ("stage", "0", "0", None),
    ],
)
def test_a_value_is_shown_by_its_type(name: str, fact: str, line: str, cell: str | None) -> None:
    ctx = context(*places(), ONE)
    field = replace(FIELDS[name], heading="Price")
    shown = fact_by_type(field)(ctx, surroundings(ctx), ONE, None)
    assert shown == f"<div><dt>Hinta <dd>{fact}</div>\n"
    briefs = Briefs(ctx.community, SITE, ctx.lang, ctx.settings.timezone)
    assert briefs.line_by_type(field)(getattr(ONE, field.target_attribute)) == line
    if cell != "":
        (date_of_it,) = ctx.calendar.of_event(ONE.id)
        assert Table(briefs).cell_by_type(field)(date_of_it) == (line if cell is None else cell)


def test_what_nobody_gave_is_not_shown() -> None:
    plain = event("hiljainen", datetime(2027, 3, 20, 18))
    ctx = context(*places(), plain)
    (date_of_it,) = ctx.calendar.of_event(plain.id)
    table = Table(Briefs(ctx.community, SITE, ctx.lang, ctx.settings.timezone))
    for name in ("demo", "hold_until", "online", "price", "room", "series", "stage"):
        assert fact_by_type(FIELDS[name])(ctx, surroundings(ctx), plain, None) == ""
        assert table.cell_by_type(FIELDS[name])(date_of_it) == ""
