"""An event's page says where it is announced, by when, and how that stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from tests.channels.week_site import RUN, RUN_TOLD, ledger, week_records, week_site

from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.event import Event
from seurantalo.publishing.page_kinds import page_at
from seurantalo.publishing.pages.event.kinds import KINDS
from seurantalo.publishing.pages.shared.context import PageContext

PAPER = "Paikallislehti"


def row(ctx: PageContext, event: str = RUN) -> Mapping[str, str]:
    """The channels of an event's page, each with what stands behind it."""
    page = page_at(f"tapahtumat/{event}/", KINDS, ctx.lang.code, ctx)
    assert page is not None
    found = re.search(r"<dt>Missä kerrotaan <dd>(.*?)</div>", page.body)
    cells = re.findall(
        r'<a href="[^"]*">(.*?)</a>(?: <span class="st-note">(.*?)</span>)?', found[1] if found else ""
    )
    return {unescape(name): unescape(note) for name, note in cells}


def planned(plan: ChannelPlan) -> PageContext:
    """The week with another plan of the run."""
    run = next(one for one in week_records() if isinstance(one, Event) and one.id == RUN)
    named = tuple(one.channel for one in plan.choices if not one.skipped)
    return week_site(replace(run, channel_plan=plan, channels=named))


def test_each_channel_says_by_when() -> None:
    found = row(week_site())
    assert found[PAPER] == "(viimeistään ma 17.5. klo 12)"
    assert found["Radio Järvituuli"] == "(viimeistään to 27.5. klo 12)"


def test_what_was_told_says_when_and_a_change_says_so() -> None:
    sent = ledger("2027-05-19", RUN_TOLD)
    assert row(week_site(sent, today=date(2027, 5, 20)))[PAPER] == "(kerrottu 17.5.2027)"
    assert row(week_site(sent, today=date(2027, 5, 20), hours=(12, 16)))[PAPER] == "(muutos kerrottava)"


def test_what_nobody_recorded_was_missed() -> None:
    assert row(week_site(today=date(2027, 5, 20)))[PAPER] == "(jäi väliin)"


def test_the_file_may_leave_a_channel_out_and_say_why() -> None:
    skipped = ChannelChoice(channel="paikallislehti", skipped=True, why="numero on täynnä")
    found = row(planned(ChannelPlan(defaults=True, choices=(skipped,))))
    assert found[PAPER] == "(ei kerrota: numero on täynnä)"
    assert "Radio Järvituuli" in found


def test_decided_nowhere_is_said() -> None:
    ctx = planned(ChannelPlan(defaults=False))
    page = page_at(f"tapahtumat/{RUN}/", KINDS, "fi", ctx)
    assert page is not None
    assert "<dt>Missä kerrotaan <dd>ei missään: näin on päätetty</div>" in page.body


@pytest.mark.parametrize("event", [RUN, "soinin-iltatori"])
def test_of_what_has_been_only_the_named_channels_are_left(event: str) -> None:
    assert row(week_site(today=date(2028, 1, 3)), event) == {}
