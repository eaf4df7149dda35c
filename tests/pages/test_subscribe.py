"""The page of calendars."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.pages.small_region import SITE, context
from tests.pages.wiki_region import region

from seurantalo.model.record import Kind
from seurantalo.publishing.feeds.feed_files import calendar_files
from seurantalo.publishing.pages.subscribe import OPEN_UP_TO, subscribe_page, subscribe_view


@dataclass(frozen=True)
class Listed:
    path: str
    title: str
    kind: Kind | None = None
    event_count: int = 1
    year: int | None = None


ALL = Listed("ical/kaikki.ics", "Kaikki tapahtumat")


def test_every_app_has_its_address() -> None:
    row = subscribe_view(context(), [ALL]).everything
    assert row is not None
    assert row.webcal == "webcal://seurantalo.example.org/ical/kaikki.ics"
    assert row.google == (
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fseurantalo.example.org%2Fical%2Fkaikki.ics"
    )
    assert row.outlook == (
        "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fseurantalo.example.org%2Fical%2Fkaikki.ics"
        "&name=J%C3%A4rviseudun%20seurantalo%3A%20Kaikki%20tapahtumat"
    )
    assert (row.https, row.file) == ("https://seurantalo.example.org/ical/kaikki.ics", "../ical/kaikki.ics")


def test_a_site_that_does_not_know_its_address_has_only_files() -> None:
    ctx = context(site=replace(SITE, url=""))
    row = subscribe_view(ctx, [ALL]).everything
    assert row is not None
    assert (row.webcal, row.google, row.outlook, row.https, row.file) == ("", "", "", "", "../ical/kaikki.ics")
    body = subscribe_page(ctx).body
    assert "webcal:" not in body
    assert 'href="../ical/kaikki.ics"' in body


def test_groups_stand_in_order_with_empty_calendars_last_and_long_ones_folded() -> None:
    feeds = [
        *(Listed(f"ical/yhdistys/{n}.ics", f"Seura {n}", Kind.ORGANISATION) for n in range(OPEN_UP_TO + 1)),
        Listed("ical/kunta/a.ics", "Ähtäri", Kind.MUNICIPALITY),
        Listed("ical/kunta/b.ics", "Zoo", Kind.MUNICIPALITY),
        Listed("ical/kunta/c.ics", "Aura", Kind.MUNICIPALITY, 0),
        Listed("ical/arkisto/2018.ics", "Vuoden 2018 tapahtumat", None, 5, 2018),
    ]
    view = subscribe_view(context(), feeds)
    assert [(group.title, group.folded) for group in view.groups] == [
        ("Kunnittain", False),
        ("Järjestäjittäin", True),
    ]
    assert [(row.title, row.note) for row in view.groups[0].rows] == [
        ("Zoo", "1 tapahtuma"),
        ("Ähtäri", "1 tapahtuma"),
        ("Aura", "ei tapahtumia juuri nyt"),
    ]
    assert [link.text for link in view.archives] == ["Vuoden 2018 tapahtumat"]
    assert view.everything is None


def test_every_calendar_of_the_page_is_a_file_of_the_site() -> None:
    ctx = context(*region())
    paths = {file.path for file in calendar_files(ctx.community, ctx.calendar, ctx.settings, ctx.site)}
    body = subscribe_page(ctx).body
    linked = {part.split('"')[0] for part in body.split('href="../')[1:]}
    assert {link for link in linked if link.endswith(".ics")} <= paths
    assert len(linked) > 10


def test_the_page_says_that_news_may_take_a_day() -> None:
    body = subscribe_page(context(*region())).body
    assert "muutos voi näkyä vasta vuorokauden päästä" in body
    assert "puhelimen Google-sovelluksessa kalenteria ei voi tilata" in body
