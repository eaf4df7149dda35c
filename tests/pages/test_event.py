"""The pages of events: what they say, and that no text of a file can break out of its place."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.pages.small_region import common, context, event, places, rich_records, text, weekly

from seurantalo.model.channel import Before, Channel, ChannelType, DeadlineRule, MonthBefore, Unit
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.event import Change, EventStatus, External, Outcome, Registration
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import AgendaItem, WebLink
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.text import Text
from seurantalo.publishing.addresses import FEED_GROUPS, own_calendar
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.pages.event.page import event_page, event_pages
from seurantalo.publishing.pages.event.surroundings import ROOT, surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import event_rows
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Page
from seurantalo.publishing.templating import environment

GOLDEN = Path(__file__).parent / "golden" / "event.html"


def page_of(ctx: PageContext, name: str) -> Page:
    return event_page(ctx, surroundings(ctx), ctx.community.events[name])


#: While one can sign up for the village day, after the last day for that, and after the village day.
SIGN_UP_DAYS = (date(2027, 1, 14), date(2027, 1, 15), date(2027, 1, 20))


def body_of(ctx: PageContext, name: str) -> str:
    return page_of(ctx, name).body


def section(body: str, name: str) -> str:
    """The part of a page under the heading with an id."""
    found = re.search(rf'<h2 id="{name}">.*?</section>', body, re.DOTALL)
    return found[0] if found else ""


def facts(html: str) -> dict[str, list[tuple[str, str]]]:
    """The facts of a list: terms with the words and addresses under them."""
    return {
        unescape(term): [(words(one), address(one)) for one in cells.split(", ")]
        for term, cells in re.findall(r"<dt>(.*?) <dd>(.*?)</div>", html)
    }


def rows(html: str) -> list[str]:
    return [words(row) for row in re.findall(r"<li.*?</li>", html)]


def test_a_channel_says_until_when_it_takes_news() -> None:
    """The last day where its rule is plain, the rule itself where it is not, and that it was missed."""
    rules: dict[str, dict[str, Any]] = {
        "viikko": {"deadline": DeadlineRule(Before(1, Unit.WEEK))},
        "kuu": {"deadline": DeadlineRule(MonthBefore(1))},
        "vapaa": {"deadline_words": "Torstaihin <klo 12>"},
        "ei": {},
    }
    channels = [
        Channel(**common(name), name=text(name), channel_type=ChannelType.PAPER, **rule)
        for name, rule in rules.items()
    ]
    chosen: dict[str, Any] = {
        "channels": tuple(rules),
        "channel_plan": ChannelPlan(defaults=False, choices=tuple(ChannelChoice(channel=name) for name in rules)),
    }
    made = [
        event("tuleva", datetime(2027, 2, 20, 18), **chosen),
        event("mennyt", datetime(2026, 12, 20, 18), **chosen),
        event("peruttu", datetime(2027, 2, 20, 18), status=EventStatus.CANCELLED, **chosen),
    ]
    ctx = context(*places(), *channels, *made)
    shown = re.search(r"<dt>Missä kerrotaan <dd>(.*?)</div>", body_of(ctx, "tuleva"))
    assert shown is not None
    assert words(shown[1]) == (
        "ei, kuu (jäi väliin), vapaa (määräaika: Torstaihin <klo 12>), viikko (viimeistään la 13.2.)"
    )
    assert "<klo" not in shown[1]
    for name in ("mennyt", "peruttu"):
        links = [(one, f"../../kanavat/{one}/") for one in rules]
        assert sorted(facts(body_of(ctx, name))["Missä kerrotaan"]) == sorted(links)


def notices(body: str) -> list[tuple[str, str]]:
    """Titles and texts of the boxes that must be seen."""
    return re.findall(r'role="note"><p><strong>(.*?)</strong> ?(.*?)</div>', body)


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def address(html: str) -> str:
    found = re.search(r'href="([^"]*)"', html)
    return unescape(found[1]) if found else ""


def test_an_event_with_everything_in_it(pytestconfig: pytest.Config) -> None:
    body = page_of(context(*rich_records()), "kylapaiva").body
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text(body, encoding="utf-8")
    assert body == GOLDEN.read_text(encoding="utf-8")


def test_a_moved_event_says_when_it_was_to_be() -> None:
    body = body_of(context(*rich_records()), "kylapaiva")
    assert notices(body) == [
        ("Siirretty.", "Piti olla pe 15.1.2027 klo 12."),
        ("Esimerkki.", "Tapahtuma on keksitty näyttämään, miten sivusto toimii."),
    ]
    assert '<p class="st-when__words">la 16.1.2027 klo 12–18.30</p>' in body


@pytest.mark.parametrize(
    ("more", "notice"),
    [
        ({"status": EventStatus.CANCELLED}, ("Peruttu.", "Tapahtumaa ei järjestetä.")),
        ({"status": EventStatus.POSTPONED}, ("Lykätty.", "Uutta päivää ei vielä tiedetä.")),
        (
            {"status": EventStatus.TENTATIVE, "hold_until": date(2027, 2, 1)},
            ("Alustava.", "Päivä on varattuna ma 1.2.2027 asti."),
        ),
        (
            {"status": EventStatus.TENTATIVE, "hold_until": date(2026, 12, 31)},
            ("Alustava.", "Päivä oli varattuna to 31.12.2026 asti, eikä sitä ole vahvistettu."),
        ),
        ({"status": EventStatus.TENTATIVE}, ("Alustava.", "Järjestäjä vahvistaa päivän myöhemmin.")),
    ],
)
def test_a_status_is_the_first_thing_said(more: dict[str, Any], notice: tuple[str, str]) -> None:
    ctx = context(*places(), event("ilta", datetime(2027, 3, 2, 18), datetime(2027, 3, 2, 20), **more))
    assert notices(body_of(ctx, "ilta")) == [notice]


def test_what_is_written_in_another_language_says_so() -> None:
    """So that a screen reader pronounces it right (WCAG 3.1.2). A language that nobody named is the page's."""
    swedish = {
        "title": Text((("sv", "Visor <i>vid</i> sjön"),)),
        "description": Text((("sv", "Kom & sjung!"),)),
        "outcome": Outcome(summary=Text((("sv", "Alla sjöng."),)), findings=(Text((("sv", "Kaffe räckte."),)),)),
    }
    ctx = context(*places(), event("ilta", datetime(2027, 3, 2, 18), datetime(2027, 3, 2, 20), **swedish))
    body = body_of(ctx, "ilta")
    assert '<h1 lang="sv">Visor &lt;i&gt;vid&lt;/i&gt; sjön</h1>' in body
    assert '<div class="st-prose" lang="sv">\n<p>Kom &amp; sjung!' in body
    assert '<div lang="sv"><p>Alla sjöng.</p></div>' in body
    assert '<span lang="sv">Kaffe räckte.</span>' in body
    row = event_rows(ctx, "../").of(ctx.calendar.of_event("ilta"))
    assert '<a href="../tapahtumat/ilta/" lang="sv">Visor &lt;i&gt;' in row
    both = Text((("sv", "Visor"), ("fi", "Lauluja")))
    known = context(*places(), event("ilta", datetime(2027, 3, 2, 18), datetime(2027, 3, 2, 20), title=both))
    assert "lang=" not in body_of(known, "ilta")


@pytest.mark.parametrize(
    ("place", "town"),
    [("Kunnantalo, Vimpeli", 0), ("Seurala Vimpeli", 0), ("Seurala", 1), ("Uusvimpeli", 1), ("Vimpeli-talo", 1)],
)
def test_a_row_says_its_municipality_once(place: str, town: int) -> None:
    venue = Venue(**common("talo"), name=text(place), municipality="vimpeli")
    ctx = context(*places(), venue, event("ilta", datetime(2027, 3, 2, 18), datetime(2027, 3, 2, 20), venue="talo"))
    assert event_rows(ctx, "").of(ctx.calendar.of_event("ilta")).count("<span>Vimpeli</span>") == town


def test_an_event_that_has_been_says_so_and_offers_no_calendar_file() -> None:
    ctx = context(*places(), event("ilta", datetime(2026, 3, 2, 18), datetime(2026, 3, 2, 20)))
    body = body_of(ctx, "ilta")
    assert notices(body) == [("Tämä tapahtuma on jo ollut.", "")]
    assert "st-button" not in body


def test_programs_are_told_of_an_event_on_its_page_until_it_is_over() -> None:
    event_of_old = event("ilta", datetime(2026, 3, 2, 18), datetime(2026, 3, 2, 20))
    for today, is_told in ((date(2026, 3, 2), True), (date(2026, 3, 3), False)):
        body = body_of(context(*places(), event_of_old, today=today), "ilta")
        assert ("ld+json" in body) is is_told


def test_an_event_without_a_date_is_a_full_page() -> None:
    ctx = context(*places(), event("seminaari", None, pending_month=(2027, 5)))
    page = page_of(ctx, "seminaari")
    assert '<p class="st-when__words">Toukokuu 2027</p>' in page.body
    assert page.feeds == ()
    for missing in ("ld+json", 'class="st-date"', "samana-paivana", "st-button"):
        assert missing not in page.body


def test_a_series_shows_six_dates_and_keeps_the_rest() -> None:
    body = body_of(context(*places(), weekly(), today=date(2027, 1, 20)), "kerho")
    assert '<p class="st-when__rule">joka tiistai klo 18–19.30, 12.1.–25.5.2027</p>' in body
    assert '<p class="st-when__words">ti 2.2.2027 klo 18–19.30</p>' in body
    ahead, later, past = re.findall(r'<ul class="st-dates">.*?</ul>', section(body, "paivat"), re.DOTALL)
    assert rows(ahead)[:2] == ["ti 26.1.2027 klo 18–19.30 peruttu", "ti 2.2.2027 klo 18–19.30"]
    assert ahead.count('<li class="st-dates__off">') == 1
    assert rows(past) == ["ti 19.1.2027 klo 18–19.30 Seurala · Ota lamppu", "ti 12.1.2027 klo 18–19.30"]
    assert (len(rows(ahead)), len(rows(later))) == (6, 12)
    assert "<summary>12 myöhempää päivää</summary>" in body
    assert "<summary>2 mennyttä päivää</summary>" in body


def test_a_long_series_counts_the_dates_that_it_does_not_show() -> None:
    rule = Recurrence(frequency=Frequency.DAILY, count=80)
    body = body_of(context(*places(), weekly(repeats=rule, changes=())), "kerho")
    assert len(rows(section(body, "paivat"))) == 66
    assert "<summary>74 myöhempää päivää</summary>" in body
    assert "<p>ja 14 muuta</p>" in body


def test_where_and_who_are_links() -> None:
    body = body_of(context(*rich_records()), "kylapaiva")
    told = facts(body)
    assert told["Paikka"] == [
        ("Seurala", "../../paikat/seurala/"),
        ("Iso sali", ""),
        ("Vimpeli", "../../kunnat/vimpeli/"),
    ]
    assert told["Järjestäjä"] == [("Kylän & järven seura ry", "../../yhdistykset/kylaseura/")]
    assert told["Kysy lisää"][1:] == [
        ("info@example.org", "mailto:info@example.org"),
        ("06 123 456", "tel:06123456"),
    ]
    assert rows(section(body, "samana-paivana")) == [
        "Tori klo 10–14",
        "Kahvit klo 13–14",
        "Tanssit klo 17–23 · Seurala",
    ]


def test_wiki_links_of_the_programme_and_of_facts_lead_on() -> None:
    """As those of a description do; nothing else in such a text is more than words."""
    told = "Kysy [[kunta:vimpeli]] & [[kunta:vimpeli|tästä]] *pian*."
    ctx = context(
        *places(),
        event(
            "ilta",
            datetime(2027, 2, 20, 18),
            accessibility=text(told),
            agenda=(AgendaItem(starts=time(18), text=text(told)), AgendaItem(text=text(told))),
            registration=Registration(text=text(told)),
        ),
    )
    link = 'Kysy <a href="../../kunnat/vimpeli/">Vimpeli</a> &amp; <a href="../../kunnat/vimpeli/">tästä</a> *pian*.'
    assert body_of(ctx, "ilta").count(link) == 4


def test_what_belongs_together_is_told_on_both_sides() -> None:
    ctx = context(*rich_records())
    told = facts(section(body_of(ctx, "kylapaiva"), "yhteydet"))
    assert {term: [text for text, _ in links] for term, links in told.items()} == {
        "Ohjelmaan kuuluu": ["Kahvit 16.1.2027"],
        "Yhdessä": ["Tori 16.1.2027"],
        "Samassa sarjassa": ["Kylapaiva-2026 17.1.2026"],
        "Hyvä käytäntö": ["Kumppanuusaamiainen"],
        "Osallistumisprosessi": ["Osallisuusmalli vaihe 2: Palvelupaja"],
        "Täällä syntyneet ideat": ["Uusi lava"],
    }
    assert list(facts(section(body_of(ctx, "kahvit"), "yhteydet"))) == ["Osa kokonaisuutta"]


def test_an_agreed_clash_is_shown_with_its_reason() -> None:
    found = section(body_of(context(*rich_records()), "kylapaiva"), "paallekkaisyydet")
    assert found.count("st-finding--agreed") == found.count("Sovittu: Väki on eri (3.1.2027)") == 1


def test_pages_come_in_address_order_and_name_their_source() -> None:
    pages = list(event_pages(context(*rich_records())))
    assert [page.address for page in pages] == sorted(page.address for page in pages)
    assert {page.source for page in pages if page.address == "tapahtumat/tori/"} == {"events/tori.md"}
    assert all(page.body.startswith('<header class="st-head">\n<h1>') for page in pages)
    assert all(page.body.count("<h1") == 1 for page in pages)


HOSTILE = "<script>alert(1)</script> \"x\" 'y' </script><!-- & \u2028"


def hostile_context() -> PageContext:
    records = [one for one in places() if one.id != "kylaseura"]
    bad = text(HOSTILE)
    organisation = Organisation(
        **common("kylaseura"), name=bad, organisation_type=OrganisationType.ASSOCIATION, municipality="vimpeli"
    )
    found = event(
        "paha",
        datetime(2027, 1, 16, 12),
        datetime(2027, 1, 16, 18),
        title=bad,
        price=bad,
        accessibility=bad,
        description=bad,
        room=HOSTILE,
        venue="seurala",
        online="javascript:alert(1)",
        registration=Registration(text=bad, url="javascript:alert(2)"),
        links=(WebLink(url="data:text/html,x", title=bad),),
    )
    neighbour = event("naapuri", datetime(2027, 1, 16, 12), datetime(2027, 1, 16, 18), title=bad)
    return context(*records, organisation, found, neighbour)


def test_hostile_texts_stay_texts() -> None:
    body = page_of(hostile_context(), "paha").body
    scripts = re.findall(r"<script[^>]*>", body)
    assert scripts == ['<script type="application/ld+json">']
    assert body.count("</script>") == 1
    assert "<!--" not in body
    schemes = set(re.findall(r'href="([a-z]+):', body))
    assert schemes == {"https"}


def test_hostile_words_of_one_date_stay_words() -> None:
    change = Change(date=date(2027, 1, 19), title=text(HOSTILE), note=text(HOSTILE), status=EventStatus.CANCELLED)
    source = External(calendar=HOSTILE, url="javascript:alert(1)")
    body = body_of(context(*places(), weekly(title=text(HOSTILE), changes=(change,), external=source)), "kerho")
    assert section(body, "paivat").count("alert(1)") == 2
    assert re.findall(r"<script[^>]*>", body) == ['<script type="application/ld+json">']
    assert "<!--" not in body
    assert 'href="javascript' not in body


def test_json_ld_gives_hostile_texts_back_as_they_were() -> None:
    body = page_of(hostile_context(), "paha").body
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    assert found is not None
    assert json.loads(found[1])["name"] == HOSTILE


def test_written_out_pieces_are_those_of_the_macros() -> None:
    """What is written without the macros must not drift away from them."""
    ctx = context(*rich_records())
    macros = environment(ctx.lang).get_template("shared/macros.html").module
    body = squeezed(body_of(ctx, "kylapaiva"))
    crumbs = (Link("Kalenteri", "../../kalenteri/"), Link("Tammikuu 2027", "../../kalenteri/2027-01/#p-2027-01-16"))
    header = macros.page_header("Kyläpäivä & markkinat", "Kyläpäivä · Vimpeli", "", crumbs)  # type: ignore[attr-defined]
    iconic = body.replace(" st-icon st-look--home", "")
    # Of events the search is told what to know of them.
    assert squeezed(header).replace(" data-search-exclude", "") in iconic
    assert iconic != body


def test_nobody_is_asked_to_sign_up_for_what_is_over() -> None:
    bodies = {day: body_of(context(*rich_records(), today=day), "kylapaiva") for day in SIGN_UP_DAYS}
    asked = {day: "https://example.org/ilmo" in body for day, body in bodies.items()}
    told = {day: "<dt>Ilmoittautuminen <dd>" in body for day, body in bodies.items()}
    assert [*asked.values()] == [True, False, False]
    assert [*told.values()] == [True, True, False]


def test_the_calendars_to_follow_are_those_that_there_are() -> None:
    ctx = context(*rich_records())
    listed = {
        (one.kind, one.record_id): (one.title, f"{ROOT}{own_calendar(FEED_GROUPS[one.kind], one.record_id)}")
        for one in CalendarFeeds(ctx.community, ctx.calendar, ctx.settings, ctx.site).listed()
        if one.kind in (Kind.MUNICIPALITY, Kind.ORGANISATION)
    }
    assert {key: (one.text, one.href) for key, one in surroundings(ctx).feeds.items()} == listed


def squeezed(html: str) -> str:
    return re.sub(r"\s*\n\s*", "", html).replace("> <", "><").strip()
