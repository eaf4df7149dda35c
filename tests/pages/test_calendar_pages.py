"""The agenda, the months, the front page, the clashes and the events without a date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from tests.pages.ends import end
from tests.pages.small_region import SITE, TODAY, common, context, event, places, rich_records, text, weekly

from seurantalo.model.event import EventStatus
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Venue
from seurantalo.model.record import Record
from seurantalo.publishing.pages.calendar.agenda import agenda_page, agenda_view
from seurantalo.publishing.pages.calendar.days import fair_cap, shown_months
from seurantalo.publishing.pages.calendar.month import MOST_IN_LIST, month_pages, month_view
from seurantalo.publishing.pages.calendar.pending import pending_page, pending_view
from seurantalo.publishing.pages.clash.page import clash_month_pages, clashes_page, clashes_view
from seurantalo.publishing.pages.event.page import event_pages
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.venue import venue_pages
from seurantalo.publishing.pages.shared.guides import add_event_links, guide_links
from seurantalo.publishing.pages.site.front_page import front_page, front_view
from seurantalo.publishing.publication import Page

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Balance(HTMLParser):
    """Holds that every element is closed where it should be, and collects ids."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        end(self.open, tag)


def titles(events: str) -> list[str]:
    """The titles in a list of events."""
    return re.findall(r'<div><p><a href="[^"]+">([^<]+)</a>', events)


def all_pages(*records: object, lang: str = "fi") -> list[Page]:
    ctx = context(*records, lang=lang, introduction="<p>Tervetuloa</p>")  # type: ignore[arg-type]
    return [
        front_page(ctx),
        agenda_page(ctx),
        clashes_page(ctx),
        pending_page(ctx),
        *month_pages(ctx),
        *event_pages(ctx),
    ]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("records", [(), places(), (*rich_records(), weekly(), event("joskus", None))])
def test_every_page_is_whole_and_starts_with_its_only_h1(lang: str, records: tuple[object, ...]) -> None:
    for page in all_pages(*records, lang=lang):
        balance = Balance()
        balance.feed(page.body)
        assert balance.open == [], page.address
        assert len(balance.ids) == len(set(balance.ids)), page.address
        assert re.match(r'\s*<header class="st-head">\s*<h1>', page.body), page.address
        assert page.body.count("<h1") == 1
        assert {heading.id for heading in page.headings} <= set(balance.ids)


def test_hostile_words_stay_words_in_lists_and_grids() -> None:
    evil = text("<script>alert(1)</script>&\"'")
    bad = [
        event("ilta", datetime(2027, 1, 14, 18), title=evil, venue="talo", organisers=("seura",)),
        event("leiri", date(2027, 1, 14), date(2027, 1, 16), title=evil, venue="talo"),
        event("joskus", None, title=evil, venue="talo"),
        replace(weekly(), title=evil),
    ]
    records: list[Record] = []
    records += [replace(one, id="talo", name=evil) for one in places() if isinstance(one, Venue)][:1]
    records += [replace(one, id="seura", name=evil) for one in places() if isinstance(one, Organisation)][:1]
    ctx = context(*places(), *records, *bad)
    pages = [*all_pages(*places(), *records, *bad), *venue_pages(ctx), *organisation_pages(ctx)]
    shown = [page for page in pages if "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#34;&#39;" in page.body]
    assert {"", "kalenteri/", "kalenteri/2027-01/", "paivamaara-avoinna/", "paikat/talo/"} <= {
        page.address for page in shown
    }
    assert [page.address for page in pages if "<script>alert" in page.body] == []


def test_same_input_same_bytes() -> None:
    assert all_pages(*rich_records(), weekly()) == all_pages(*reversed(rich_records()), weekly())


def test_the_front_page_keeps_the_heading_of_its_introduction() -> None:
    ctx = context(*places(), introduction="<h1>Tervetuloa</h1>")
    assert front_page(ctx).body.count("<h1") == 1
    assert not front_view(ctx).own_title


def test_a_quiet_week_shows_what_comes_next() -> None:
    ctx = context(*places(), event("kesa", datetime(2027, 6, 1, 18)), weekly())
    view = front_view(ctx)
    assert [(day.date.words, [one.event.id for one in day.events]) for day in view.days] == [
        ("ti 12.1.2027", ["kerho"])
    ]
    assert titles(view.upcoming) == ["Kesa"]
    assert view.municipalities[1].text == "2 tapahtumaa tulossa"


def test_a_full_week_leaves_weekly_groups_to_the_calendar() -> None:
    busy = [event(f"ilta-{n:02}", datetime(2027, 1, 13, 10 + n % 8, n)) for n in range(19)]
    view = front_view(context(*places(), *busy, weekly("kerho"), weekly("kuoro")))
    names = {one.event.id for day in view.days for one in day.events}
    assert len(names) == 19
    assert "kerho" not in names
    assert view.left_out == 2


def test_the_front_page_counts_the_clashes_of_the_coming_weeks() -> None:
    start = datetime(2027, 1, 20, 18)
    pair = [event(name, start, start + timedelta(hours=2), venue="seurala") for name in ("kokous", "kuoro")]
    assert front_view(context(*places(), *pair)).clash_line == "1 päällekkäisyys lähiviikkoina"
    later = [event(name, datetime(2027, 6, 1, 18), venue="seurala") for name in ("kokous", "kuoro")]
    assert front_view(context(*places(), *later)).clash_line == "Lähiviikkoina ei ole päällekkäisyyksiä"


def test_a_longer_event_stands_once_in_the_agenda() -> None:
    ctx = context(*places(), event("nayttely", date(2027, 1, 14), date(2027, 1, 30)))
    months = agenda_view(ctx).months
    (only,) = [day for month in months for day in month.items]
    assert titles(only.events_html) == ["Nayttely"]
    assert "<p><span>14.–30.1.2027</span>" in only.events_html


def test_the_agenda_leads_over_its_length() -> None:
    """Two months are a long way on a phone: links lead to each month and to the list of all."""
    ctx = context(*places(), event("ilta", date(2027, 1, 20)), event("aamu", date(2027, 2, 20)))
    body = agenda_page(ctx).body
    jumps = re.findall(r'<li><a href="#([^"]+)">', body[: body.index('id="coming"')])
    assert jumps == ["k-2027-01", "k-2027-02", "kuukaudet"]
    assert all(f'id="{one}"' in body for one in jumps)


def test_what_has_begun_is_on_now() -> None:
    view = agenda_view(context(*places(), event("nayttely", date(2027, 1, 2), date(2027, 1, 30))))
    assert titles(view.ongoing) == ["Nayttely"]
    assert view.months == ()


def test_the_filter_offers_only_what_is_in_the_list() -> None:
    ctx = context(
        *places(),
        event("a", datetime(2027, 1, 14, 18), audiences=("nuoret",)),
        event("b", datetime(2027, 1, 15, 18), audiences=("kaikki",), themes=("kyla",)),
        event("c", datetime(2027, 9, 15, 18), themes=("musiikki",)),
    )
    view = agenda_view(ctx)
    assert view.where is None
    offered = {one.name: one.options for one in view.choices}
    assert list(offered) == ["kenelle", "teema", "muoto", "paiva", "aika"]
    assert offered["kenelle"] == (("kaikki", "Kaikille sopivat"), ("nuoret", "Nuoret"))
    assert [value for value, _ in offered["teema"]] == ["kyla"]
    assert [value for value, _ in offered["aika"]] == ["ilta"]


def test_months_without_events_are_left_out_only_in_a_long_silence() -> None:
    months = shown_months([(2025, 3), (2025, 6), (2027, 4)], date(2027, 1, 11))
    assert months == ((2025, 3), (2025, 4), (2025, 5), (2025, 6), (2027, 1), (2027, 2), (2027, 3), (2027, 4))


def test_a_month_names_its_holidays_and_weeks() -> None:
    view = month_view(context(*places()), (2027, 1), (), None, (2027, 2))
    assert [week.number for week in view.weeks] == [53, 1, 2, 3, 4]
    cells = {cell.iso: cell for week in view.weeks for cell in week.cells}
    assert (cells["2027-01-06"].holiday, cells["2027-01-06"].free_day) == ("Loppiainen", True)
    assert not cells["2027-02-01"].inside if "2027-02-01" in cells else True
    assert view.later is not None
    assert (view.earlier, view.later.href) == (None, "../../kalenteri/2027-02/")


def test_a_longer_event_is_a_bar_that_goes_on_through_weeks_and_months() -> None:
    leiri = event("leiri", date(2027, 1, 30), date(2027, 2, 3))
    juhla = event("juhla", date(2027, 1, 30), date(2027, 1, 31))
    pages = {page.address: page for page in month_pages(context(*places(), leiri, juhla))}
    assert "kalenteri/2027-02/" in pages
    ctx = context(*places(), leiri, juhla)
    view = month_view(ctx, (2027, 1), ctx.calendar.occurrences, None, None)
    cells = {cell.iso: cell for week in view.weeks for cell in week.cells}
    bars = [[(bar.title, bar.part, bar.days) for bar in cells[f"2027-01-{n}"].bars if bar] for n in (30, 31)]
    assert bars == [[("Leiri", "start", 2), ("Juhla", "start", 2)], [("Leiri", "middle", 1), ("Juhla", "end", 1)]]
    february = month_view(ctx, (2027, 2), ctx.calendar.occurrences, None, None)
    first = february.weeks[0].cells[0].bars[0]
    assert first is not None
    assert (first.part, first.shown, first.days) == ("middle", True, 3)


def test_a_day_with_sixty_events_does_not_break_the_grid() -> None:
    crowd = [event(f"e{n:02}", datetime(2027, 1, 16, 8 + n % 12), venue=None) for n in range(60)]
    ctx = context(*places(), *crowd)
    view = month_view(ctx, (2027, 1), ctx.calendar.occurrences, None, None)
    cell = next(cell for week in view.weeks for cell in week.cells if cell.iso == "2027-01-16")
    assert (cell.slots.count("<li "), cell.more, cell.anchor) == (8, 52, "#p-2027-01-16")
    assert [len(day.events) for day in view.days] == [60]


def test_a_month_that_is_over_is_told_in_lines() -> None:
    talk = event("talkoot", datetime(2027, 1, 6, 18), datetime(2027, 1, 6, 20), venue="seurala")
    fair = event("messut", datetime(2027, 1, 30, 18), datetime(2027, 2, 2, 20), status=EventStatus.CANCELLED)
    bodies = {
        day: {page.address: page.body for page in month_pages(context(*places(), talk, fair, today=day))}
        for day in (date(2027, 1, 31), date(2027, 2, 1))
    }
    assert "<table" in bodies[date(2027, 1, 31)]["kalenteri/2027-01/"]
    body = bodies[date(2027, 2, 1)]["kalenteri/2027-01/"]
    assert "<table" not in body
    assert '<h3 id="p-2027-01-06">ke 6.1. Loppiainen</h3>' in body
    assert (
        '<li><span>klo 18–20</span> <a href="../../tapahtumat/talkoot/">Talkoot</a> '
        "<small>Seurala, Vimpeli · Kylän &amp; järven seura ry</small>\n"
    ) in body
    assert '<s><a href="../../tapahtumat/messut/">Messut</a></s> <span class="st-badge st-badge--alert">' in body
    assert "<table" in bodies[date(2027, 2, 1)]["kalenteri/2027-02/"]


def test_a_group_stands_once_in_a_month_that_is_over_and_every_day_can_be_led_to() -> None:
    talk = event("talkoot", datetime(2027, 2, 9, 18), datetime(2027, 2, 9, 20))
    ctx = context(*places(), talk, weekly(), today=date(2027, 3, 1))
    met = [one.first_day for one in ctx.calendar.of_event("kerho") if one.first_day.month == 2]
    body = next(page.body for page in month_pages(ctx) if page.address == "kalenteri/2027-02/")
    assert len(met) > 2
    assert body.count("tapahtumat/kerho/") == 1
    assert '<h3 id="viikkoryhmat">1 viikkoryhmä</h3>' in body
    ids = re.findall(r' id="(p-[^"]+)"', body)
    assert len(ids) == len(set(ids))
    assert {f"p-{day.isoformat()}" for day in met} == set(ids)


def test_a_month_of_thousands_is_bounded_and_says_so() -> None:
    crowd = [event(f"e{n:04}", datetime(2027, 1, 12 + n % 10, 8 + n % 12)) for n in range(2000)]
    ctx = context(*places(), *crowd)
    view = month_view(ctx, (2027, 1), ctx.calendar.occurrences, None, None)
    assert sum(len(day.events) for day in view.days) == MOST_IN_LIST
    assert view.hidden == 2000 - MOST_IN_LIST
    body = next(page.body for page in month_pages(ctx) if page.address == "kalenteri/2027-01/")
    assert "1\u00a0700 tapahtumaa ei mahdu tähän." in body
    assert len(body) < 400_000


def test_room_is_shared_fairly_between_days() -> None:
    assert fair_cap([60, 3, 5], 20) == 12
    assert fair_cap([1, 1], 20) == 1
    assert fair_cap([5, 5, 5], 2) == 1
    assert fair_cap([], 20) == 1


def test_clashes_stand_under_their_month_the_hard_ones_first() -> None:
    start = datetime(2027, 1, 20, 18)
    hard = [event(name, start, start + timedelta(hours=2), venue="seurala") for name in ("kokous", "kuoro")]
    early = datetime(2027, 1, 14, 18)
    soft = [
        event("retki", early, early + timedelta(hours=2), audiences=("nuoret",)),
        event("leffa", early, early + timedelta(hours=2), audiences=("nuoret",)),
    ]
    view = clashes_view(context(*places(), *hard, *soft))
    assert [month.title for month in view.months] == ["Tammikuu 2027"]
    levels = [one.level.text for one in view.months[0].findings]
    assert levels[0] == "päällekkäin"
    assert levels[1:] == ["kannattaa jutella"] * (len(levels) - 1)
    assert len(levels) > 1
    first = view.months[0].findings[0]
    assert [one.href for one in first.events] == ["../tapahtumat/kokous/", "../tapahtumat/kuoro/"]
    assert first.days == (("2027-01-20", "ke 20.1.2027"),)


def test_agreed_and_past_clashes_stand_apart() -> None:
    view = clashes_view(context(*rich_records(), today=date(2027, 3, 1)))
    assert view.months == ()
    assert view.lead == "Tulossa ei ole päällekkäisyyksiä."
    assert view.agreed_count == len(view.agreed) > 0


def test_events_without_a_date_are_grouped_by_the_month_they_hope_for() -> None:
    ctx = context(
        *places(),
        event("seminaari", None),
        event("retki", None, pending_month=(2027, 5)),
        event("juhla", datetime(2027, 2, 2, 18), status=EventStatus.POSTPONED),
    )
    groups = [(title, titles(events)) for title, events in pending_view(ctx).groups]
    assert groups[0] == ("Toukokuu 2027", ["Retki"])
    assert {title for _, found in groups for title in found} == {"Seminaari", "Retki", "Juhla"}
    assert ctx.today == TODAY


def test_clashes_are_grouped_by_municipality_with_whom_to_ask_and_free_days() -> None:
    start = datetime(2027, 1, 20, 18)
    pair = [event(name, start, start + timedelta(hours=2), venue="seurala") for name in ("kokous", "kuoro")]
    view = clashes_view(context(*places(), *pair))
    (month,) = view.months
    assert [place.title for place in month.items] == ["Vimpeli"]
    card = month.items[0].items[0]
    assert card.free_for == "Kokous"
    assert card.free == (
        ("2027-01-19", "ti 19.1.2027"),
        ("2027-01-21", "to 21.1.2027"),
        ("2027-01-22", "pe 22.1.2027"),
    )
    assert all(party.ask for party in card.events)
    assert {"kunta:vimpeli", "taso:hard", "jarjestaja:kylaseura"} <= set(card.keys.split())
    assert [page.address for page in clash_month_pages(context(*places(), *pair))] == ["paallekkaisyydet/2027-01/"]


def test_advice_to_those_who_arrange_is_folded_away() -> None:
    start = datetime(2027, 1, 20, 18)
    pair = [event(name, start, start + timedelta(hours=2), venue="seurala") for name in ("kokous", "kuoro")]
    body = clashes_page(context(*places(), *pair)).body
    before, _, folded = body.partition("<summary>Järjestäjille ja ylläpidolle</summary>")
    assert "tiedostoon" not in before
    assert "jompaankumpaan tiedostoon" in folded


def test_no_choice_is_told_from_the_audience_of_all() -> None:
    body = agenda_page(context(*rich_records())).body
    assert '<option value="">kaikki</option>' not in body
    assert "<span>Kaikki</span>" not in body


def test_thousands_of_clashes_stay_on_short_pages() -> None:
    crowd = [
        event(f"e{number:03}", start, start + timedelta(hours=2), venue="seurala")
        for number in range(60)
        for start in [datetime(2027, 2 + number % 2, 1 + number // 6, 18)]
    ]
    ctx = context(*places(), *crowd)
    view = clashes_view(ctx)
    cards = [card for month in view.months for card in month.findings]
    assert len(cards) <= 100
    months = {page.address: page.body for page in clash_month_pages(ctx)}
    assert [f"../{link.href.removeprefix('../')}" for link in view.pages] == [f"../{address}" for address in months]
    assert sum(int(link.note) for link in view.pages) == len(cards) + view.hidden
    for address, body in months.items():
        balance = Balance()
        balance.feed(body)
        assert balance.open == [], address
        assert len(balance.ids) == len(set(balance.ids))


def test_two_events_of_one_title_are_told_apart_in_a_month_and_on_a_day() -> None:
    names = [("ensin", 18, "kylaseura"), ("sitten", 19, "martat")]
    both = [
        event(name, datetime(2027, 3, 2, hour), title=text("Kevätkokous"), organisers=(who,))
        for name, hour, who in names
    ]
    alone = event("ilta", datetime(2027, 3, 9, 18), title=text("Laulut"))
    martat = Organisation(
        **common("martat"),
        name=text("Martat ry"),
        organisation_type=OrganisationType.ASSOCIATION,
        municipality="vimpeli",
    )
    ctx = context(*places(), martat, *both, alone)
    month = next(page for page in month_pages(ctx) if page.address == "kalenteri/2027-03/")
    for title in ("Kevätkokous – Kylän &amp; järven seura ry", "Kevätkokous – Martat ry", "Laulut"):
        assert f"<span>{title}</span>" in month.body
    page = next(page for page in event_pages(ctx) if page.address == "tapahtumat/ensin/")
    assert '<a href="../../tapahtumat/sitten/">Kevätkokous – Martat ry</a>' in page.body


def test_a_guide_that_the_site_lacks_is_linked_from_nowhere() -> None:
    without = replace(SITE, edit_url="")
    ctx = context(*places(), site=without)
    assert guide_links(ctx, "../") == ()
    assert "ohjeet/" not in front_page(ctx).body + pending_page(ctx).body
    ctx = context(*places(), site=replace(without, pages=frozenset({"ohjeet/lisaa-tapahtuma/"})))
    assert [link.href for link in (*add_event_links(ctx, "../"), *guide_links(ctx, "../"))] == [
        "../ehdota/tapahtuma/",
        "../ohjeet/lisaa-tapahtuma/",
    ]
    assert "ohjeet/lisaa-tapahtuma/" in pending_page(ctx).body


def test_a_venue_whose_name_says_its_municipality_is_not_followed_by_it() -> None:
    hall = Venue(**common("kokoushuone"), name=text("Valtuustosali, Vimpeli"), municipality="vimpeli")
    held = event("kahvit", datetime(2027, 1, 14, 18), venue="kokoushuone", municipality="vimpeli")
    ctx = context(*places(), hall, held)
    for page in (agenda_page(ctx), *event_pages(ctx)):
        said = re.sub(r"<[^>]+>", " ", page.body)
        assert "Valtuustosali, Vimpeli" in said
        assert not re.search(r"Valtuustosali, Vimpeli[\s,·]+Vimpeli\b", said)
