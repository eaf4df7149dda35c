"""Posters and pictures on the site: of which events, where they stand, and the way to them from the event's page."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.announcing.making import channel
from tests.pages.small_region import TODAY, context, event, places
from tests.prints.week_posters import words_of

from seurantalo.model.channel import ByDefault, ChannelType
from seurantalo.model.channel_plan import ChannelPlan
from seurantalo.model.event import EventStatus, Weight
from seurantalo.model.record import Record
from seurantalo.publishing.pages.channels.issue import issue_page
from seurantalo.publishing.pages.event.kinds import KINDS
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prints import files, typesetting
from seurantalo.publishing.prints.files import print_files, prints_of
from seurantalo.publishing.prints.kinds import FILES

USUAL = ByDefault(weights=(Weight.MAJOR, Weight.NORMAL))
BOARD = channel("taulu", ChannelType.BOARD, default=USUAL)
SOCIAL = channel("some", ChannelType.SOCIAL, default=USUAL)
PAPER = channel("lehti", ChannelType.PAPER, default=USUAL)
SOON = datetime(2027, 1, 30, 18)


def site(*records: Record, **more: Any) -> PageContext:
    return context(*places(), *records, **more)


def paths(ctx: PageContext) -> list[str]:
    return [file.path for file in print_files(ctx)]


def test_what_a_board_and_what_social_media_show() -> None:
    both = site(event("a", SOON), BOARD, SOCIAL, PAPER)
    assert paths(both) == [
        "tapahtumat/a/juliste-a4.pdf",
        "tapahtumat/a/juliste-a5.pdf",
        "tapahtumat/a/kuva.png",
    ]
    assert paths(site(event("a", SOON), BOARD)) == ["tapahtumat/a/juliste-a4.pdf", "tapahtumat/a/juliste-a5.pdf"]
    assert paths(site(event("a", SOON), SOCIAL)) == ["tapahtumat/a/kuva.png"]


def test_a_site_without_such_channels_makes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_typeset", None)
    assert paths(site(event("a", SOON), PAPER)) == []


@pytest.mark.parametrize(
    "said",
    [
        {"starts": datetime(2027, 1, 10, 18)},
        {"starts": SOON + timedelta(weeks=8)},
        {"starts": None},
        {"starts": SOON, "channel_plan": ChannelPlan(defaults=False)},
        {"starts": SOON, "stated_weight": Weight.ROUTINE},
        {"starts": SOON, "status": EventStatus.TENTATIVE},
    ],
    ids=["past", "far", "no day", "decided: nowhere", "routine", "tentative"],
)
def test_of_these_nothing_is_made(said: dict[str, Any]) -> None:
    assert paths(site(event("a", **said), BOARD, SOCIAL)) == []


def test_of_several_dates_it_is_the_next_one() -> None:
    rows = site(event("a", SOON), event("b", SOON - timedelta(days=3)), BOARD)
    assert list(prints_of(rows)) == ["b", "a"]
    (first, *_) = print_files(site(event("a", SOON), BOARD))
    assert words_of(first.content).startswith("A Lauantai 30.1. klo 18 ")


def test_there_are_never_more_than_a_build_can_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST", 2)
    events = [event(f"e{n}", SOON + timedelta(days=n)) for n in range(4)]
    assert list(prints_of(site(*events, BOARD))) == ["e0", "e1"]


def test_the_page_of_the_event_leads_there() -> None:
    (kind,) = KINDS
    ctx = site(event("a", SOON), event("b", SOON + timedelta(weeks=9)), BOARD, SOCIAL)
    page = kind.make("a", "fi", ctx)
    assert '<a href="../../tapahtumat/a/juliste-a4.pdf">Tulosta juliste (A4)</a>' in page.body
    assert '<a href="../../tapahtumat/a/juliste-a5.pdf">Tulosta pieni juliste (A5)</a>' in page.body
    assert '<a href="../../tapahtumat/a/kuva.png">Kuva sosiaaliseen mediaan</a>' in page.body
    assert "juliste" not in kind.make("b", "fi", ctx).body


def test_they_read_what_they_declare() -> None:
    kind = next(kind for kind in FILES if kind.name == "prints")
    ctx = site(event("a", SOON), BOARD)
    assert [file.path for file in kind.make("sv", ctx.limited(kind.reads))] == paths(ctx)
    assert ctx.today == TODAY == date(2027, 1, 11)


def test_the_page_of_the_channel_leads_to_what_it_shows() -> None:
    ctx = site(event("a", SOON), BOARD, SOCIAL, PAPER)
    shown = {}
    for name in ("taulu", "some", "lehti"):
        (issue,) = ctx.announcing.issues(name)
        shown[name] = re.findall(r'href="\.\./\.\./\.\./(tapahtumat/a/\w[^"]+)"', issue_page(ctx, issue).body)
    assert shown == {
        "taulu": ["tapahtumat/a/juliste-a4.pdf", "tapahtumat/a/juliste-a5.pdf"],
        "some": ["tapahtumat/a/kuva.png"],
        "lehti": [],
    }
