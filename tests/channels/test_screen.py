"""The page for a screen in a hall: few rows, led on by the browser itself, its own day on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import unescape

from tests.announcing.reading_week import TODAY
from tests.channels.week_site import RUN, week_records, week_site

from seurantalo.model.channel import ByDefault, Channel, ChannelType
from seurantalo.model.event import Event, EventStatus, Weight
from seurantalo.model.record import Origin, Record
from seurantalo.model.text import Text
from seurantalo.publishing.pages.channels.screen import MOST_PAGES, ROWS, screen_files
from seurantalo.publishing.pages.shared.context import PageContext

FOLDER = "kanavat/aula/naytto/"
#: A screen has no deadline: what comes late is shown too.
HALL = Channel(
    id="aula",
    origin=Origin("content/vocabulary/channels.yml"),
    name=Text.plain("Kirjaston aula"),
    channel_type=ChannelType.SCREEN,
    default=ByDefault(weights=tuple(Weight)),
)
LONG = "Kansainvälisen kyläkulttuuripäivän monivaiheinen valmistelutilaisuus ja yhteislaulutuokio " * 3


def site(*more: Record, today: date = TODAY) -> PageContext:
    return week_site(HALL, *more, today=today)


def copies(count: int) -> Iterator[Record]:
    """So many events in the coming days, the first of them with a very long title, the second cancelled."""
    run = next(one for one in week_records() if isinstance(one, Event) and one.id == RUN)
    for number in range(count):
        starts = datetime(2027, 5, 17, 12) + timedelta(hours=2 * number)
        title = Text.plain(LONG if number == 0 else f"Tapahtuma {number}")
        status = EventStatus.CANCELLED if number == 1 else run.status
        yield replace(
            run,
            id=f"kopio-{number:03}",
            starts=starts,
            ends=starts + timedelta(hours=1),
            title=title,
            status=status,
            registration=None,
        )


def pages(ctx: PageContext) -> dict[str, str]:
    return {one.path: one.content.decode() for one in screen_files(ctx) if one.path.startswith(FOLDER)}


def refresh(html: str) -> str:
    found = re.search(r'http-equiv="refresh" content="(\d+)(?:; url=([^"]+))?"', html)
    assert found is not None
    return found[2] or ""


def titles(html: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<p class="title(?: long)?">.*?<span>(.*?)</span></p>', html)]


def test_pages_lead_on_and_come_round_to_the_first() -> None:
    found = pages(site(*copies(20)))
    assert set(found) == {f"{FOLDER}index.html", f"{FOLDER}2.html", f"{FOLDER}3.html"}
    assert [refresh(found[f"{FOLDER}{name}"]) for name in ("index.html", "2.html", "3.html")] == [
        "2.html",
        "3.html",
        "index.html",
    ]
    shown = [title for html in found.values() for title in titles(html)]
    assert all(len(titles(html)) <= ROWS for html in found.values())
    assert len(shown) == len(set(shown))


def test_what_is_beyond_the_last_page_is_counted() -> None:
    found = pages(site(*copies(ROWS * MOST_PAGES + 5)))
    assert len(found) == MOST_PAGES
    last = found[f"{FOLDER}{MOST_PAGES}.html"]
    assert re.search(r"ja \d+ muuta", last)


def test_it_tells_its_own_day_and_needs_no_script() -> None:
    (html,) = pages(site()).values()
    assert f'<time datetime="{TODAY}">Päivitetty ma 17.5.2027</time>' in html
    assert "<script" not in html
    assert refresh(html) == ""


def test_what_is_cancelled_is_off_in_words() -> None:
    html = pages(site(*copies(3)))[f"{FOLDER}index.html"]
    off, held = (re.search(rf"<li[^>]*>(?:(?!</li>).)*Tapahtuma {number}<", html, re.DOTALL) for number in (1, 2))
    assert off is not None
    assert held is not None
    assert '<span class="off">peruttu</span>' in off[0]
    assert "peruttu" not in held[0]


def test_empty_days_say_so() -> None:
    (html,) = pages(site(today=TODAY + timedelta(days=90))).values()
    assert "Näinä päivinä ei ole tapahtumia." in html


def test_what_is_held_in_the_web_says_so() -> None:
    run = next(one for one in week_records() if isinstance(one, Event) and one.id == RUN)
    talk = replace(run, id="etaluento", venue=None, online="https://video.example.org/luento", municipality="soini")
    talk = replace(talk, starts=datetime(2027, 5, 18, 18), ends=datetime(2027, 5, 18, 19), registration=None)
    assert '<p class="where">verkossa, Soini</p>' in pages(site(talk))[f"{FOLDER}index.html"]
