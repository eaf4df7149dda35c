"""Sheets for notice boards: one page whatever is on, nothing left out unsaid, and the way to them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from tests.pages.small_region import context, event, places, text
from tests.prints.week_posters import read_back, words_of

from seurantalo.model.event import Event, EventStatus, Weight
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.publishing.pages.calendar.kinds import MONTHS
from seurantalo.publishing.pages.people.kinds import KINDS
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prints import Board, board_sheet, month_board, municipality_board
from seurantalo.publishing.prints.board_files import board_files
from seurantalo.publishing.prints.kinds import FILES
from seurantalo.publishing.publication import Site

FIRST = datetime(2027, 1, 12, 18)


def weekly(name: str, starts: datetime, times: int) -> Event:
    return event(
        name, starts, stated_weight=Weight.ROUTINE, repeats=Recurrence(frequency=Frequency.WEEKLY, count=times)
    )


def vimpeli(ctx: PageContext) -> Board:
    return municipality_board(ctx, ctx.community.municipalities["vimpeli"])


def site(*events: Event) -> PageContext:
    return context(*places(), *events)


def test_what_stands_on_the_sheet() -> None:
    ctx = site(
        event("talkoot", FIRST, venue="seurala"),
        event("myyjaiset", FIRST + timedelta(days=3), status=EventStatus.CANCELLED),
        event("myohemmin", FIRST + timedelta(weeks=5)),
        event("nayttely", date(2027, 1, 1), date(2027, 2, 20)),
        weekly("kuoro", FIRST + timedelta(days=1), 9),
        weekly("kerho", FIRST + timedelta(days=2), 2),
    )
    content = board_sheet(vimpeli(ctx))
    assert len(read_back(content).pages) == 1
    assert words_of(content) == (
        "Mitä tapahtuu Vimpeli 11.1.–7.2.2027 "
        "Tiistai 12.1. klo 18 Talkoot Seurala "
        "Perjantai 15.1. klo 18 PERUTTU: Myyjaiset "
        "Pidempään esillä ja käynnissä Nayttely: 1.1.–20.2. "
        "Viikkoryhmät Kuoro: ke klo 18 Kerho: 14.1., 21.1. klo 18 "
        "Kaikki tapahtumat ja muutokset: seurantalo.example.org/kunnat/vimpeli/ Järviseudun seurantalo"
    )


def test_an_event_whose_title_no_font_has_is_still_an_event() -> None:
    words = words_of(board_sheet(vimpeli(site(event("juhla", FIRST, title=text("春祭り 🎉"))))))
    assert "klo 18 Tapahtuma" in words


@pytest.mark.parametrize("many", [1, 12, 30, 60, 150])
def test_every_date_is_shown_or_counted(many: int) -> None:
    events = [
        event(f"juhla-{n}", FIRST + timedelta(days=n % 24, hours=n % 3), title=text(f"Juhla{n}x"), venue="seurala")
        for n in range(many)
    ]
    content = board_sheet(vimpeli(site(*events)))
    words = words_of(content)
    assert len(read_back(content).pages) == 1
    assert words.endswith("Järviseudun seurantalo"), "the foot is on the sheet too"
    shown = len(set(re.findall(r"Juhla\d+x", words)))
    counted = re.search(r"ja (\d+) muuta? tapahtumaa? verkossa", words)
    assert shown + (int(counted[1]) if counted else 0) == many
    assert shown == many or shown >= 40


def test_long_words_stay_on_the_sheet() -> None:
    events = [
        event(f"e{n}", FIRST + timedelta(days=n), title=text("Lentokonesuihkuturbiinimoottori" * 4 + f" {n}"))
        for n in range(20)
    ]
    content = board_sheet(vimpeli(site(*events)))
    page = read_back(content).pages[0]
    edges: list[float] = []
    page.extract_text(visitor_text=lambda _t, _c, matrix, _f, _s: edges.append(matrix[4]))
    assert max(edges) < float(page.mediabox.width)


def test_the_code_leads_to_the_page() -> None:
    made = vimpeli(site(event("talkoot", FIRST)))
    assert made.foot.code.startswith("<svg")
    assert made.foot.url == "https://seurantalo.example.org/kunnat/vimpeli/"


def test_a_site_without_an_address_has_no_code() -> None:
    ctx = context(*places(), event("talkoot", FIRST), site=Site(name="Kylä"))
    made = vimpeli(ctx)
    assert (made.foot.url, made.foot.code, made.foot.ask) == ("", "", "")
    assert words_of(board_sheet(made)).endswith("Talkoot Kylä")


def test_a_month_names_municipalities() -> None:
    ctx = site(event("talkoot", FIRST, venue="seurala"), event("retki", FIRST, municipality="soini"))
    made = month_board(ctx, (2027, 1))
    assert made.name == "Tammikuu 2027"
    assert [row[1:] for _, rows in made.days for row in rows] == [("Retki", "Soini"), ("Talkoot", "Seurala, Vimpeli")]


def test_sheets_lie_where_pages_lead() -> None:
    ctx = site(event("talkoot", FIRST), event("retki", FIRST + timedelta(weeks=9), municipality="soini"))
    paths = [file.path for file in board_files(ctx)]
    assert paths == [
        "kalenteri/2027-01/kuukausi.pdf",
        "kalenteri/2027-03/kuukausi.pdf",
        "kunnat/vimpeli/ilmoitustaululle.pdf",
    ]
    of_places = next(kind for kind in KINDS if kind.name == "municipality")
    assert 'href="../../kunnat/vimpeli/ilmoitustaululle.pdf"' in of_places.make("vimpeli", "fi", ctx).body
    assert "ilmoitustaululle.pdf" not in of_places.make("soini", "fi", ctx).body
    assert 'href="../../kalenteri/2027-01/kuukausi.pdf"' in MONTHS.make("2027-01", "fi", ctx).body


def test_they_read_what_they_declare() -> None:
    kind = next(kind for kind in FILES if kind.name == "boards")
    ctx = site(event("talkoot", FIRST))
    assert [file.path for file in kind.make("sv", ctx.limited(kind.reads))] == [
        file.path for file in board_files(ctx)
    ]
