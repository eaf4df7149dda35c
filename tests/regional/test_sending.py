"""Sending to a regional calendar over real HTTP: in order, only what differs, one refusal stops no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.open_data.region import community
from tests.pages.small_region import TODAY, event, text
from tests.regional.regional_site import NOW, channel, concert, report, service, snapshot, telling
from tests.regional.service import Service, served
from tests.regional.service_rules import RefusedError

from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.event import Change, Event, EventStatus
from seurantalo.model.parts import Image
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.text import Text
from seurantalo.publishing.api.regional.report import report_for
from seurantalo.publishing.api.regional.rules import Rule
from seurantalo.publishing.api.regional.terms import Terms
from seurantalo.sending.regional import Regional, send_regional
from seurantalo.sending.web import exchange, rehearse

KEY = "salainen-avain"


class Site:
    """A site that sends to a calendar on this computer."""

    def __init__(self, calendar: Service, address: str) -> None:
        self.calendar, self.address = calendar, address
        #: Every other event of the region is taken out of the way.
        self.others = {name: replace(one, price=None) for name, one in community().events.items()}

    def send(self, *events: Event, key: str = KEY, today: date = TODAY) -> Regional:
        found = channel(self.address)
        assert found.regional is not None
        here = telling(*self.others.values(), *events, today=today)
        terms = Terms.of(found, found.regional, snapshot(), NOW)
        self.calendar.log.clear()
        return send_regional(lambda given: report_for(here, found, given), terms, today, key, exchange)

    @property
    def requests(self) -> list[tuple[str, str, int]]:
        return [
            (method, path, len(body) if isinstance(body, list) else 1) for method, path, body in self.calendar.log
        ]

    def there(self, name: str = "kesakonsertti") -> dict[str, Any]:
        return self.calendar.state.events[f"jarviseutu:{name}"]


@pytest.fixture
def site() -> Iterator[Site]:
    calendar = service()
    with served(calendar) as address:
        yield Site(calendar, address)


def choir(*changes: Change, **more: Any) -> Event:
    fields: dict[str, Any] = {
        "repeats": Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 3, 23)),
        "price": text("5 €, lapset ilmaiseksi"),
        "venue": "halli",
        "changes": changes,
        "channel_plan": ChannelPlan(choices=(ChannelChoice(channel="aluekalenteri"),)),
    }
    return event("kevatkuoro", datetime(2027, 3, 2, 18), datetime(2027, 3, 2, 20), **{**fields, **more})


def test_what_was_sent_is_there_and_a_second_sending_changes_nothing(site: Site) -> None:
    done = site.send(concert(), choir())
    assert (len(done.new), done.changed, done.refused, done.stopped) == (6, [], [], None)
    assert site.there()["name_fi"] == "Kesäkonsertti"
    assert site.there()["event_status"] == "EventScheduled"
    assert site.there("kevatkuoro-20270309T180000")["super_event"] == "jarviseutu:kevatkuoro"
    assert [one["is_free"] for one in (*site.there()["offers"], *site.there("kevatkuoro")["offers"])] == [True, False]
    again = site.send(concert(), choir())
    assert (site.requests, again.told, again.same) == ([], (), 6)


def test_places_come_first_and_wholes_before_parts(site: Site) -> None:
    site.send(concert(), choir())
    assert site.requests == [("POST", "/v1/place/", 1), ("POST", "/v1/event/", 2), ("POST", "/v1/event/", 4)]


def test_a_picture_is_sent_once_and_its_number_stands_in_the_event(site: Site) -> None:
    shown = concert(image=Image(file="kuvat/kuoro.jpg", alt=text("Kuoro lavalla"), credit="Seura"))
    site.send(shown)
    assert [one["alt_text"] for one in site.calendar.state.images.values()] == ["Kuoro lavalla"]
    assert site.there()["images"] == ["1"]
    site.send(shown)
    assert site.requests == []
    site.send(replace(shown, title=text("Syyskonsertti")))
    assert site.requests == [("PUT", "/v1/event/", 1)]


def test_only_what_has_changed_is_sent(site: Site) -> None:
    site.send(concert(), choir())
    done = site.send(concert(title=text("Syyskonsertti")), choir())
    assert [one.event for one in done.changed] == ["kesakonsertti"]
    assert site.requests == [("PUT", "/v1/event/", 1)]
    assert site.there()["name_fi"] == "Syyskonsertti"


def test_moved_postponed_and_cancelled_are_told_as_the_calendar_wants_it(site: Site) -> None:
    site.send(concert())
    moved = {"starts": datetime(2027, 3, 5, 18), "ends": datetime(2027, 3, 5, 20)}
    site.send(concert(**moved, status=EventStatus.MOVED, planned_starts=datetime(2027, 3, 2, 18)))
    assert site.there()["event_status"] == "EventRescheduled"
    assert site.send(concert(**moved)).told == ()
    site.send(concert(**moved, status=EventStatus.CANCELLED))
    assert site.there()["event_status"] == "EventCancelled"
    done = site.send(concert(**moved))
    assert {fault.rule for one in done.kept for fault in one.faults if one.draft.event == "kesakonsertti"} == {
        Rule.STATUS_BACK
    }
    site.send(concert(starts=datetime(2027, 3, 6, 18), ends=datetime(2027, 3, 6, 20)))
    assert site.there()["event_status"] == "EventRescheduled"
    assert site.there()["start_time"].isoformat() == "2027-03-06T16:00:00+00:00"


def test_a_language_that_is_left_out_goes_away_there_too(site: Site) -> None:
    site.send(concert(title=Text((("fi", "Kesäkonsertti"), ("sv", "Sommarkonsert")))))
    assert site.there()["name_sv"] == "Sommarkonsert"
    site.send(concert())
    assert (site.there()["name_fi"], site.there()["name_sv"]) == ("Kesäkonsertti", "")
    assert site.send(concert()).told == ()


def test_one_date_of_a_series_is_cancelled_alone(site: Site) -> None:
    site.send(choir())
    done = site.send(choir(Change(date=date(2027, 3, 9), status=EventStatus.CANCELLED)))
    assert [one.id for one in done.changed] == ["jarviseutu:kevatkuoro-20270309T180000"]
    assert site.there("kevatkuoro-20270309T180000")["event_status"] == "EventCancelled"
    assert site.there("kevatkuoro")["event_status"] == "EventScheduled"
    assert site.there("kevatkuoro-20270316T180000")["super_event"] == "jarviseutu:kevatkuoro"


def test_the_first_date_that_is_over_moves_no_series(site: Site) -> None:
    site.send(choir())
    done = site.send(choir(), today=date(2027, 3, 10))
    assert done.told == ()
    assert site.there("kevatkuoro")["event_status"] == "EventScheduled"


def test_a_cancelled_event_needs_no_place_anew(site: Site) -> None:
    site.send(concert(venue="halli"))
    done = site.send(concert(venue="halli", status=EventStatus.CANCELLED))
    assert (done.refused, site.requests) == ([], [("PUT", "/v1/event/", 1)])
    assert site.there()["event_status"] == "EventCancelled"


def test_a_cancelled_event_that_was_never_told_is_not_told_as_held(site: Site) -> None:
    done = site.send(concert(status=EventStatus.CANCELLED))
    assert "jarviseutu:kesakonsertti" not in site.calendar.state.events
    assert Rule.NEVER_TOLD in {fault.rule for one in done.kept for fault in one.faults}


def test_an_event_that_is_gone_is_taken_away_and_never_comes_back(site: Site) -> None:
    site.send(concert())
    done = site.send()
    assert done.gone == ["jarviseutu:kesakonsertti"]
    assert site.there()["deleted"] is True
    back = site.send(concert())
    assert Rule.DELETED in {fault.rule for one in back.kept for fault in one.faults}
    assert site.requests == []


def test_many_events_do_not_vanish_at_once(site: Site) -> None:
    many = [replace(concert(), id=f"ilta-{number}") for number in range(12)]
    site.send(*many)
    done = site.send(*many[:3])
    assert (done.gone, done.too_many) == ([], 9)
    assert site.requests == []


def test_a_file_that_is_renamed_stays_the_same_event(site: Site) -> None:
    site.send(concert())
    site.send(replace(concert(), id="syyskonsertti", former_ids=("kesakonsertti",)))
    assert site.requests == [("PUT", "/v1/event/", 1)]  # for the address of its page
    assert site.there()["info_url_fi"] == "https://seurantalo.example.org/tapahtumat/syyskonsertti/"
    assert len(site.calendar.state.events) == 1


def test_what_one_event_lacks_keeps_no_other_back(site: Site) -> None:
    done = site.send(concert(price=None), choir())
    assert "jarviseutu:kesakonsertti" not in site.calendar.state.events
    assert len(done.new) == 5
    whole = site.send(concert(), choir())
    assert [one.event for one in whole.new] == ["kesakonsertti"]


def test_what_is_kept_back_later_stays_there_as_it_was(site: Site) -> None:
    site.send(concert())
    done = site.send(concert(price=None, title=text("Muuttunut")))
    assert (done.told, done.gone, site.requests) == ((), [], [])
    assert site.there()["name_fi"] == "Kesäkonsertti"


def test_a_list_that_is_refused_goes_one_by_one(site: Site) -> None:
    site.calendar.state.keywords["ep:konsertti"] = True  # since it was looked up
    concerts = [replace(concert(themes=()), id=f"ilta-{number}") for number in range(3)]
    wrong = replace(concerts[1], themes=("musiikki",))
    site.calendar.state.keywords["yso:p1808"] = True
    done = site.send(concerts[0], wrong, concerts[2])
    assert [name for name, _ in done.refused] == ["jarviseutu:ilta-1"]
    assert [one.event for one in done.new] == ["ilta-0", "ilta-2"]


def test_a_wrong_key_stops_it_at_once_and_is_shown_nowhere(site: Site) -> None:
    done = site.send(concert(), choir(), key="vaara-avain-7")
    assert done.stopped is not None
    assert "vaara-avain-7" not in repr(done.stopped)
    assert (done.unclear, done.told, site.requests) == (False, (), [])


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_calendar_that_fails_is_told_and_what_arrived_is_not_sent_twice(site: Site, status: int) -> None:
    failures: list[str] = []

    def failing(method: str, path: str) -> None:
        if method == "POST" and path == "/v1/event/" and not failures:
            failures.append(path)
            raise RefusedError(status, {"detail": "no"})

    site.calendar.before = failing
    done = site.send(concert(), choir())
    assert done.stopped is not None
    assert done.unclear is (status >= 500)
    assert len(site.calendar.state.events) == 0
    whole = site.send(concert(), choir())
    assert (len(whole.new), whole.stopped) == (6, None)
    assert [one for one in site.requests if one[1] == "/v1/place/"] == []


def test_an_answer_that_is_lost_makes_no_second_event(site: Site) -> None:
    lost: list[str] = []

    def losing(method: str, path: str) -> None:
        if method == "POST" and path == "/v1/event/" and not lost:
            lost.append(path)
            raise ConnectionAbortedError

    site.calendar.after = losing
    done = site.send(concert(), choir())
    assert (done.unclear, len(site.calendar.state.events)) == (True, 2)
    again = site.send(concert(), choir())
    assert (len(again.new), again.stopped) == (4, None)
    assert len(site.calendar.state.events) == 6
    assert site.send(concert(), choir()).told == ()


def test_a_rehearsal_asks_nobody() -> None:
    asked: list[str] = []
    found = channel()
    assert found.regional is not None
    here = telling(concert())

    def ask(request: Any) -> Any:
        asked.append(request.method)
        return rehearse(request)

    terms = Terms.of(found, found.regional, snapshot(), NOW)
    done = send_regional(lambda given: report_for(here, found, given), terms, TODAY, KEY, ask)
    assert "kesakonsertti" in {one.event for one in done.new}
    assert "POST" in asked


def test_all_that_the_checker_passes_the_calendar_takes(site: Site) -> None:
    """The whole region of the tests, with all its odd events, as it is."""
    told = choir().channel_plan
    site.others = {
        name: replace(one, price=one.price or text("5 €"), channel_plan=told)
        for name, one in community().events.items()
    }
    done = site.send(concert(), choir())
    assert (done.refused, done.stopped) == ([], None)
    assert len(done.new) > 15
    assert site.send(concert(), choir()).told == ()
    assert json.dumps([one.id for one in done.new]).isascii()
    assert report(concert()).terms.places
