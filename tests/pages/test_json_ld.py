"""schema.org/Event: what search engines are told."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from tests.pages.small_region import common, context, event, places, rich_records, text, weekly

from seurantalo.model.event import EventStatus
from seurantalo.model.place import Venue
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.publishing.pages.event.json_ld import event_json, in_script
from seurantalo.publishing.pages.event.page import shown_occurrence
from seurantalo.publishing.publication import Site


def told(*records: Any, name: str, **more: Any) -> dict[str, Any] | None:
    ctx = context(*records, **more)
    dates = ctx.calendar.of_event(name)
    found = event_json(ctx, ctx.community.events[name], shown_occurrence(ctx, dates), dates, "Tule mukaan.")
    made: dict[str, Any] | None = json.loads(found) if found else None
    return made


def test_an_event_with_everything_in_it() -> None:
    assert told(*rich_records(), name="kylapaiva") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Kyläpäivä & markkinat",
        "startDate": "2027-01-16T12:00:00+02:00",
        "endDate": "2027-01-16T18:30:00+02:00",
        "previousStartDate": "2027-01-15T12:00:00+02:00",
        "eventStatus": "https://schema.org/EventRescheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Seurala",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "Kylätie 1",
                    "postalCode": "62800",
                    "addressLocality": "Vimpeli",
                    "addressCountry": "FI",
                },
                "geo": {"@type": "GeoCoordinates", "latitude": 63.16, "longitude": 23.82},
            },
            {"@type": "VirtualLocation", "url": "https://example.org/live"},
        ],
        "organizer": [
            {
                "@type": "Organization",
                "name": "Kylän & järven seura ry",
                "url": "https://seurantalo.example.org/yhdistykset/kylaseura/",
            }
        ],
        "description": "Esimerkki: tämä tapahtuma on keksitty. Tule mukaan.",
        "isAccessibleForFree": False,
        "offers": {
            "@type": "AggregateOffer",
            "lowPrice": "2.50",
            "highPrice": "5.00",
            "priceCurrency": "EUR",
            "offers": [
                {"@type": "Offer", "price": "5.00", "priceCurrency": "EUR", "name": "Aikuiset"},
                {"@type": "Offer", "price": "2.50", "priceCurrency": "EUR", "name": "lapset"},
            ],
        },
        "audience": {"@type": "Audience", "audienceType": "Kaikki"},
        "keywords": "Kylä, Musiikki",
        "url": "https://seurantalo.example.org/tapahtumat/kylapaiva/",
        "image": ["https://seurantalo.example.org/kuvat/kyla.jpg"],
    }


def test_a_series_tells_its_next_date_and_its_rule() -> None:
    found = told(*places(), weekly(), name="kerho", today=date(2027, 4, 1))
    assert found is not None
    assert found["startDate"] == "2027-04-06T18:00:00+03:00"
    assert found["eventSchedule"] == {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "scheduleTimezone": "Europe/Helsinki",
        "startDate": "2027-01-12",
        "startTime": "18:00:00",
        "endTime": "19:30:00",
        "byDay": ["https://schema.org/Tuesday"],
        "endDate": "2027-05-25",
        "exceptDate": ["2027-01-26"],
    }


def test_a_count_is_told_with_the_day_it_ends() -> None:
    rule = Recurrence(frequency=Frequency.MONTHLY, count=2, by_month_day=(12,), exclude=(date(2027, 3, 12),))
    found = told(*places(), weekly(repeats=rule, changes=()), name="kerho")
    assert found is not None
    assert (found["eventSchedule"]["repeatCount"], found["eventSchedule"]["endDate"]) == (2, "2027-02-12")
    assert found["eventSchedule"]["exceptDate"] == ["2027-03-12"]


@pytest.mark.parametrize(
    ("status", "word"),
    [(EventStatus.CANCELLED, "EventCancelled"), (EventStatus.CONFIRMED, "EventScheduled")],
)
def test_a_status_is_told_in_their_words(status: EventStatus, word: str) -> None:
    found = told(*places(), event("ilta", datetime(2027, 3, 2, 18), status=status), name="ilta")
    assert found is not None
    assert found["eventStatus"] == f"https://schema.org/{word}"
    assert "endDate" not in found


def test_a_postponed_event_keeps_the_date_it_had() -> None:
    found = told(*places(), event("ilta", datetime(2027, 7, 2, 18), status=EventStatus.POSTPONED), name="ilta")
    assert found is not None
    assert (found["startDate"], found["eventStatus"]) == (
        "2027-07-02T18:00:00+03:00",
        "https://schema.org/EventPostponed",
    )


def test_what_is_not_certain_is_not_announced() -> None:
    tentative = event("ilta", datetime(2027, 3, 2, 18), status=EventStatus.TENTATIVE)
    assert told(*places(), tentative, name="ilta") is None
    assert told(*places(), event("ilta", None), name="ilta") is None


def test_without_a_site_address_there_is_nothing_to_point_at() -> None:
    found = told(*rich_records(), name="kylapaiva", site=Site(name="x"))
    assert found is not None
    assert {"url", "image"}.isdisjoint(found)


def test_whole_days_have_no_hours_and_online_events_no_place() -> None:
    leiri = event("leiri", date(2027, 6, 25), date(2027, 6, 27), online="https://example.org/x")
    found = told(*places(), leiri, name="leiri")
    assert found is not None
    assert (found["startDate"], found["endDate"]) == ("2027-06-25", "2027-06-27")
    assert found["location"] == {"@type": "VirtualLocation", "url": "https://example.org/x"}


@pytest.mark.parametrize(
    ("words", "free", "offers"),
    [
        ("Vapaa pääsy, kahvi 2 €", True, {"@type": "Offer", "price": "0.00", "priceCurrency": "EUR"}),
        ("5 €, lapset ilmaiseksi", False, {"@type": "Offer", "price": "5.00", "priceCurrency": "EUR"}),
        ("Alk. 5 €", False, {"@type": "AggregateOffer", "lowPrice": "5.00", "priceCurrency": "EUR"}),
        (
            "5–10 €",
            False,
            {"@type": "AggregateOffer", "lowPrice": "5.00", "highPrice": "10.00", "priceCurrency": "EUR"},
        ),
        ("Maksuton yli 65-vuotiaille", None, None),
        ("Vapaaehtoinen kahviraha", None, None),
    ],
)
def test_a_price_is_told_where_it_is_clear(words: str, free: bool | None, offers: object) -> None:
    found = told(*places(), event("ilta", datetime(2027, 3, 2, 18), price=text(words)), name="ilta")
    assert found is not None
    assert (found.get("isAccessibleForFree"), found.get("offers")) == (free, offers)


def test_the_town_of_a_venue_is_its_own_and_not_the_events() -> None:
    """Whichever event comes first: pages are made in pieces, and each must be the same in any of them."""
    records = [one for one in places() if one.id != "seurala"]
    venue = Venue(**common("seurala"), name=text("Seurala"), municipality="vimpeli")
    found = told(*records, venue, event("ilta", date(2027, 3, 2), venue="seurala", municipality="soini"), name="ilta")
    assert found is not None
    assert found["location"]["address"]["addressLocality"] == "Vimpeli"


def test_json_may_stand_in_a_script() -> None:
    assert in_script('{"a":"</script><!--&\u2028"}') == '{"a":"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028"}'


def test_an_event_that_is_over_tells_what_it_told_before() -> None:
    """Archives and other programs read the past too, and a description is nothing that ends."""
    tori = event("tori", datetime(2027, 1, 16, 10), price=text("5 €"))
    ahead = told(*places(), tori, name="tori", today=date(2027, 1, 16))
    over = told(*places(), tori, name="tori", today=date(2027, 1, 17))
    assert ahead is not None
    assert {"description", "offers", "isAccessibleForFree"} <= ahead.keys()
    assert over == ahead
