"""What one can do about an event: the exact addresses for every kind of date, and what is offered when."""

from __future__ import annotations

import re
from datetime import date, datetime
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.pages.small_region import common, context, event, places, text, weekly

from seurantalo.model.event import Change, EventStatus, Registration
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import Contact
from seurantalo.publishing.pages.event.page import event_page
from seurantalo.publishing.pages.event.surroundings import surroundings

PAGE = "https://seurantalo.example.org/tapahtumat/talkoot/"


def body_of(*records: Any, name: str = "talkoot", **more: Any) -> str:
    ctx = context(*records, **more)
    return event_page(ctx, surroundings(ctx), ctx.community.events[name]).body


def entries(body: str) -> dict[str, str]:
    """What the menu offers: words with the address."""
    menu = body[body.index('<details class="st-menu">') :].partition("</details>")[0]
    return {
        re.sub(r"<[^>]+>", "", words): unescape(href)
        for href, words in re.findall(r'<li><a href="([^"]*)">(.*?)</a></li>', menu)
    }


def asked(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


#: start, end -> Google's `dates` and zone; Outlook's start, end and whole day.
DATES: dict[str, tuple[tuple[Any, Any], tuple[str, str], tuple[str, str, str]]] = {
    "hours, in winter": (
        (datetime(2027, 1, 16, 18), datetime(2027, 1, 16, 20, 30)),
        ("20270116T180000/20270116T203000", "Europe/Helsinki"),
        ("2027-01-16T16:00:00Z", "2027-01-16T18:30:00Z", ""),
    ),
    "hours, in summer": (
        (datetime(2027, 6, 16, 18), datetime(2027, 6, 16, 20)),
        ("20270616T180000/20270616T200000", "Europe/Helsinki"),
        ("2027-06-16T15:00:00Z", "2027-06-16T17:00:00Z", ""),
    ),
    "a night": (
        (datetime(2027, 6, 18, 21), datetime(2027, 6, 19, 2)),
        ("20270618T210000/20270619T020000", "Europe/Helsinki"),
        ("2027-06-18T18:00:00Z", "2027-06-18T23:00:00Z", ""),
    ),
    "a whole day": (
        (date(2027, 1, 31), None),
        ("20270131/20270201", ""),
        ("2027-01-31", "2027-02-01", "true"),
    ),
    "several whole days": (
        (date(2027, 7, 1), date(2027, 7, 4)),
        ("20270701/20270705", ""),
        ("2027-07-01", "2027-07-05", "true"),
    ),
    "several days with hours": (
        (datetime(2027, 7, 2, 16), datetime(2027, 7, 4, 12)),
        ("20270702T160000/20270704T120000", "Europe/Helsinki"),
        ("2027-07-02T13:00:00Z", "2027-07-04T09:00:00Z", ""),
    ),
}


@pytest.mark.parametrize("kind", DATES)
def test_a_date_goes_into_calendars_on_the_web_as_it_is(kind: str) -> None:
    (starts, ends), (dates, zone), (begin, end, whole) = DATES[kind]
    found = entries(
        body_of(*places(), event("talkoot", starts, ends, title=text("Talkoot & kahvit"), venue="seurala"))
    )
    assert list(found) == ["Puhelimen tai tietokoneen kalenteri", "Google-kalenteri", "Outlook verkossa"]
    own, google, outlook = found.values()
    assert own == "talkoot.ics"
    place = "Seurala, Kylätie 1, 62800 Vimpeli"
    assert google.startswith("https://calendar.google.com/calendar/render?")
    told = {"action": "TEMPLATE", "text": "Talkoot & kahvit", "dates": dates, "location": place, "details": PAGE}
    assert asked(google) == told | ({"ctz": zone} if zone else {})
    assert outlook.startswith("https://outlook.live.com/calendar/0/deeplink/compose?")
    told = {"path": "/calendar/action/compose", "rru": "addevent", "subject": "Talkoot & kahvit", "location": place}
    assert asked(outlook) == told | {"startdt": begin, "enddt": end, "body": PAGE} | (
        {"allday": whole} if whole else {}
    )


def test_an_event_abroad_is_in_the_hours_of_the_readers() -> None:
    found = event("talkoot", datetime(2027, 6, 16, 18), datetime(2027, 6, 16, 20), timezone="Europe/Stockholm")
    _, google, outlook = entries(body_of(*places(), found)).values()
    assert asked(google)["dates"] == "20270616T190000/20270616T210000"
    assert asked(outlook)["startdt"] == "2027-06-16T16:00:00Z"
    assert asked(google)["location"] == "Vimpeli"


def test_of_a_series_the_web_gets_the_date_that_is_shown_and_says_so() -> None:
    change = Change(date=date(2027, 1, 19), status=EventStatus.CANCELLED)
    found = entries(body_of(*places(), weekly(changes=(change,)), name="kerho", today=date(2027, 1, 19)))
    assert [*found] == [
        "Puhelimen tai tietokoneen kalenteri kaikki kerrat",
        "Google-kalenteri vain ti 26.1.2027",
        "Outlook verkossa vain ti 26.1.2027",
    ]
    _, google, outlook = found.values()
    assert asked(google)["dates"].startswith("20270126T")
    assert asked(outlook)["startdt"].startswith("2027-01-26T")


def test_a_date_that_may_change_says_so_in_the_calendar() -> None:
    found = event("talkoot", datetime(2027, 6, 16, 18), status=EventStatus.TENTATIVE)
    _, google, outlook = entries(body_of(*places(), found)).values()
    assert asked(google)["text"] == asked(outlook)["subject"] == "Talkoot (alustava)"


@pytest.mark.parametrize(
    ("more", "today"),
    [
        ({}, date(2027, 6, 17)),
        ({"status": EventStatus.CANCELLED}, date(2027, 6, 1)),
        ({"status": EventStatus.POSTPONED}, date(2027, 6, 1)),
    ],
)
def test_nothing_is_asked_of_what_is_over_or_not_held(more: dict[str, Any], today: date) -> None:
    found = event("talkoot", datetime(2027, 6, 16, 18), venue="seurala", **more)
    body = body_of(*places(), found, today=today)
    assert [word for word in ("st-menu", "data-share", "/directions?", "st-button") if word in body] == []


def test_the_way_is_a_plain_link_where_the_place_is_known() -> None:
    body = body_of(*places(), event("talkoot", date(2027, 6, 16), venue="seurala"))
    assert '<a class="st-button" href="https://www.openstreetmap.org/directions?to=63.16000%2C23.82000">' in body
    assert "/directions?" not in body_of(*places(), event("talkoot", date(2027, 6, 16)))


def test_the_organiser_is_asked_where_the_event_names_nobody() -> None:
    secretary = Contact(role=text("Sihteeri"), email="sihteeri@example.org")
    society = Organisation(
        **common("seura"),
        name=text("Seura"),
        organisation_type=OrganisationType.ASSOCIATION,
        municipality="vimpeli",
        contact=secretary,
    )
    own = Contact(role=text("Talonmies"), email="talo@example.org")
    by = ("kylaseura", "seura")
    asked_of = {
        contact: re.findall(
            r"<dt>Kysy lisää <dd>(.*?)</div>",
            body_of(*places(), society, event("talkoot", date(2027, 6, 16), organisers=by, contact=contact)),
        )
        for contact in (None, own)
    }
    assert asked_of[None] == ['Sihteeri, <a href="mailto:sihteeri@example.org">sihteeri@<wbr>example.org</a>']
    assert asked_of[own] == ['Talonmies, <a href="mailto:talo@example.org">talo@<wbr>example.org</a>']


def test_what_everybody_asks_stands_before_the_description() -> None:
    found = event("talkoot", date(2027, 6, 16), venue="seurala", price=text("5 €"), description=text("Tule mukaan."))
    body = body_of(*places(), found)
    order = [
        "st-when__words",
        ">Seurala<",
        ">Hinta ",
        "kylaseura/",
        "st-menu",
        "data-share",
        "Reittiohjeet",
        "Tule mukaan",
    ]
    at = [body.index(one) for one in order]
    assert at == sorted(at)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 5, 7), ["Soita.", "Ilmoittaudu", "viimeistään pe 7.5.2027"]),
        (date(2027, 5, 8), ["päättyi pe 7.5.2027"]),
    ],
)
def test_nobody_is_asked_to_sign_up_too_late(today: date, words: list[str]) -> None:
    registration = Registration(text=text("Soita."), url="https://example.org/", until=date(2027, 5, 7))
    body = body_of(*places(), event("talkoot", date(2027, 5, 20), registration=registration), today=today)
    (row,) = re.findall(r"<dt>Ilmoittautuminen <dd>(.*?)</div>", body, re.DOTALL)
    assert re.sub(r"<[^>]+>", "", row) == ", ".join(words)
