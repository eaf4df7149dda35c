"""The pages of years: what they say of full weeks and quiet times, their links, and that they are whole."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.pages.ends import end
from tests.pages.small_region import common, context, event, places, rich_records, text, weekly

from seurantalo.model.event import Event, EventStatus, Weight
from seurantalo.model.parts import Period
from seurantalo.model.place import Municipality
from seurantalo.model.record import Record
from seurantalo.planner.year import Silence, YearLoad, year_loads
from seurantalo.publishing.pages.calendar.year import page as page_module
from seurantalo.publishing.pages.calendar.year.frame import YearFrames
from seurantalo.publishing.pages.calendar.year.index import year_index
from seurantalo.publishing.pages.calendar.year.page import YearComposer, YearView, year_pages
from seurantalo.publishing.pages.calendar.year.standing import LEAST_DRAWN, MOST_TOGETHER
from seurantalo.publishing.pages.calendar.year.words import short_days, silence_name, year_sentences
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.site.front_page import front_view
from seurantalo.publishing.publication import Page

ROOT = "../../"
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Balance(HTMLParser):
    """Holds that every element is closed where it should be, and collects ids and links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        end(self.open, tag)


def on(*days: str, **more: Any) -> list[Event]:
    """An event on each of these days of 2027 (``12.6.``)."""
    found = []
    for number, day in enumerate(days):
        number_of_day, month, _ = day.split(".")
        found.append(event(f"e{number}", date(2027, int(month), int(number_of_day)), **more))
    return found


def load_of(ctx: PageContext, place: str = "vimpeli", year: int = 2027) -> YearLoad:
    return year_loads(ctx.calendar).of(place, year)


def view_of(ctx: PageContext, name: str = "vimpeli", year: int = 2027) -> YearView:
    return YearComposer(ctx).view(name, year)


def page_of(ctx: PageContext, address: str) -> Page:
    return next(page for page in year_pages(ctx) if page.address == address)


@pytest.mark.parametrize(
    ("days", "sentences"),
    [
        ((), ("Ei vielä tapahtumia: koko vuosi on vapaana.",)),
        (("12.6.",), ("Vuodessa on 1 tapahtuma.", "Aika heinäkuusta joulukuuhun on hiljainen.")),
        (
            (
                "12.1.",
                "12.2.",
                "15.3.",
                "12.4.",
                "5.5.",
                "14.6.",
                "16.6.",
                "20.7.",
                "20.8.",
                "20.9.",
                "29.10.",
                "2.12.",
            ),
            (
                "Vuodessa on 12 tapahtumaa.",
                "Viikko 24 on vuoden täysin: 2 tapahtumaa.",
                "Toukokuun loppu on hiljainen.",
            ),
        ),
        (
            ("14.6.", "16.6.", "20.7.", "21.7."),
            (
                "Vuodessa on 4 tapahtumaa.",
                "Viikot 24 ja 29 ovat vuoden täysimmät: 2 tapahtumaa kummassakin.",
                "Aika tammikuusta toukokuuhun on hiljainen.",
            ),
        ),
        (
            ("14.6.", "16.6.", "20.7.", "21.7.", "2.8.", "3.8."),
            (
                "Vuodessa on 6 tapahtumaa.",
                "Viikot 24, 29 ja 31 ovat vuoden täysimmät: 2 tapahtumaa kussakin.",
                "Aika tammikuusta toukokuuhun on hiljainen.",
            ),
        ),
    ],
)
def test_a_year_in_words(days: tuple[str, ...], sentences: tuple[str, ...]) -> None:
    ctx = context(*places(), *on(*days))
    found = year_sentences(ctx, load_of(ctx))
    assert len(found) == len(sentences)
    for one, wanted in zip(found, sentences, strict=True):
        assert one.startswith(wanted), found


def test_where_something_is_always_on_the_calmest_week_is_told() -> None:
    first = date(2027, 1, 1)
    busy = [event(f"e{n}", first + timedelta(days=n * 3)) for n in range(122)]
    ctx = context(*places(), *busy)
    assert year_sentences(ctx, load_of(ctx))[-1] == "Rauhallisin on viikko 2: 2 tapahtumaa."
    ctx = context(*places(), *(one for one in busy if not 140 < (one.starts - first).days < 150))  # type: ignore[operator]
    assert year_sentences(ctx, load_of(ctx))[-1] == "Viikolla 21 ei ole tapahtumia."


@pytest.mark.parametrize(
    ("first", "last", "name", "swedish", "english"),
    [
        ((11, 1), (11, 15), "Marraskuun alku", "Början av november", "The beginning of november"),
        ((11, 8), (11, 24), "Marraskuun puoliväli", "Mitten av november", "The middle of november"),
        ((1, 18), (1, 31), "Tammikuun loppu", "Slutet av januari", "The end of january"),
        ((11, 1), (11, 30), "Marraskuu", "November", "November"),
        ((10, 25), (12, 3), "Marraskuu", "November", "November"),
        ((9, 20), (12, 3), "Aika lokakuusta marraskuuhun", "Tiden från oktober till november", "The time from"),
        ((10, 24), (11, 8), "Loka- ja marraskuun vaihde", "Skiftet mellan oktober och november", "The turn of"),
        ((2, 1), (2, 28), "Helmikuu", "Februari", "February"),
        ((1, 1), (1, 16), "Tammikuun alku", "Början av januari", "The beginning of"),
        ((12, 12), (12, 31), "Joulukuun loppu", "Slutet av december", "The end of"),
        ((1, 1), (12, 31), "Koko vuosi", "Hela året", "The whole year"),
    ],
)
def test_silences_have_names(
    first: tuple[int, int], last: tuple[int, int], name: str, swedish: str, english: str
) -> None:
    silence = Silence(date(2027, *first), date(2027, *last))
    assert silence_name(context(), silence) == name
    assert silence_name(context(lang="sv"), silence) == swedish
    assert silence_name(context(lang="en"), silence).casefold().startswith(english.casefold())


@pytest.mark.parametrize(
    ("last", "finnish", "swedish", "english"),
    [
        (date(2027, 6, 12), "la 12.6.", "lö 12.6", "Sat 12 June"),
        (date(2027, 6, 14), "12.–14.6.", "12–14.6", "12–14 June"),
        (date(2027, 7, 4), "12.6.–4.7.", "12.6–4.7", "12 June – 4 July"),
    ],
)
def test_days_without_their_year(last: date, finnish: str, swedish: str, english: str) -> None:
    first = date(2027, 6, 12)
    found = [short_days(context(lang=code), first, last) for code in ("fi", "sv", "en")]
    assert found == [finnish, swedish, english]


def test_full_weeks_and_quiet_times_are_told_with_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "LEAST_DRAWN", 4)
    view = view_of(context(*places(), *on("14.6.", "15.6.", "16.6.", "1.11."), weekly()))
    assert [(one.text, one.href, one.note) for one in view.crowded] == [
        ("Viikko 24, 14.–20.6.", "#v-2027-06-14", "3 tapahtumaa")
    ]
    free = "../../vapaat-paivat/vimpeli/"
    assert [(one.text, one.href, one.note) for one in view.quiet] == [
        ("Aika tammikuusta toukokuuhun", free, "1.1.–13.6.: ei tapahtumia"),
        ("Aika heinäkuusta lokakuuhun", free, "17.6.–31.10.: ei tapahtumia"),
        ("Joulukuu", free, "2.11.–31.12.: ei tapahtumia"),
    ]


def test_quiet_times_lead_to_the_free_days_of_a_place_as_far_as_those_are_told() -> None:
    early, late = event("a", date(2026, 6, 1)), event("b", date(2028, 7, 1))
    ctx = context(*places(), early, *on("14.6."), late)
    assert {one.href for one in view_of(ctx, year=2026).quiet} == {""}
    assert [one.href for one in view_of(ctx, year=2027).quiet] == ["../../vapaat-paivat/vimpeli/"] * 2
    assert {one.href for one in view_of(ctx, year=2028).quiet} == {""}
    assert {one.href for one in view_of(ctx, "", 2027).quiet} == {""}


def test_every_week_is_in_the_list_and_quiet_ones_are_together() -> None:
    body = page_of(context(*places(), *on("12.6.", "7.12.")), "vuosi/2027/").body
    assert '<li id="v-2027-06-07"><p class="st-year__week">Viikko 23, 7.–13.6.</p>' in body
    assert ">Viikot 53–1, 1.–10.1.: ei tapahtumia<" not in body
    assert ">Viikot 53–4, 1.–31.1.: ei tapahtumia<" in body
    assert "pe 25.6. Juhannusaatto · la 26.6. Juhannuspäivä" in body


def test_school_breaks_are_those_of_the_place() -> None:
    lakes = Municipality(
        **common("jarvi"),
        name=text("Järvi"),
        locative=text("Järvellä"),
        school_breaks=(
            Period(starts=date(2027, 3, 1), ends=date(2027, 3, 7), name=text("Hiihtoloma")),
            Period(starts=date(2026, 12, 23), ends=date(2027, 1, 6)),
            Period(starts=date(2026, 10, 1), ends=date(2026, 10, 7)),
            Period(ends=date(2027, 10, 7)),
        ),
    )
    ctx = context(*places(), lakes)
    frames = YearFrames(ctx, ROOT)
    found = [(one.first, one.last, one.name) for one in frames.of(lakes, 2027).breaks]
    assert found == [
        (date(2027, 1, 1), date(2027, 1, 6), "Koululoma"),
        (date(2027, 3, 1), date(2027, 3, 7), "Hiihtoloma"),
    ]
    assert frames.of(ctx.community.municipalities["vimpeli"], 2027).breaks == ()
    # Who has told none does not count: the region has what all others share.
    assert frames.of(None, 2027).breaks == frames.of(lakes, 2027).breaks


def records() -> tuple[Record, ...]:
    return (*rich_records(), weekly(), event("joskus", None), *on("28.12.", stated_weight=Weight.MAJOR))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_page_is_whole_with_one_h1_and_no_dead_anchors(lang: str) -> None:
    ctx = context(*records(), lang=lang)
    pages = [year_index(ctx), *year_pages(ctx)]
    assert [page.address for page in pages] == [
        "vuosi/",
        "vuosi/2026/",
        "vuosi/2027/",
        "vuosi/soini-2027/",
        "vuosi/vimpeli-2027/",
        "vuosi/vimpeli-aiemmat/",
    ]
    for page in pages:
        balance = Balance()
        balance.feed(page.body)
        assert balance.open == []
        assert re.findall(r"<h1[ >]", page.body) == [page.body[page.body.index("<h1") :][:4]]
        assert len(set(balance.ids)) == len(balance.ids)
        assert {link[1:] for link in balance.links if link.startswith("#")} <= set(balance.ids)
        assert {heading.id for heading in page.headings} <= set(balance.ids)


def test_hostile_names_stay_words() -> None:
    evil = "<script>alert(1)</script>\"'&"
    ctx = context(*places(), event("paha", date(2027, 6, 12), title=text(evil), stated_weight=Weight.MAJOR))
    for page in (year_index(ctx), *year_pages(ctx)):
        assert "<script" not in page.body


def test_ten_thousand_events_make_pages_of_bounded_size() -> None:
    many = [
        event(
            f"e{n}",
            date(2027, 1, 1) + timedelta(days=n % 365),
            title=text(f"Kyläyhdistyksen perinteinen juhla {n}"),
            stated_weight=Weight.MAJOR if n % 3 else Weight.NORMAL,
        )
        for n in range(10_000)
    ]
    page = page_of(context(*places(), *many), "vuosi/2027/")
    assert "Vuodessa on 10\u00a0000 tapahtumaa." in page.description
    assert len(page.body) < 250_000
    assert page.body.count('class="st-wheel__dot"') <= 24 + 1


def test_pictures_are_drawn_where_something_is_in_them_and_weeks_tell_of_what_is_over() -> None:
    long_ago = event("silloin", date(2025, 6, 12), title=text("Silloin"))
    last_year = [event(f"viimeksi{n}", date(2026, 6, 12), title=text("Viimeksi")) for n in range(MOST_TOGETHER + 1)]
    full = [f"12.{month}." for month in range(1, 13)]
    pages = {page.address: page.body for page in year_pages(context(*places(), long_ago, *last_year, *on(*full)))}
    drawn = {address for address, body in pages.items() if "st-wheel" in body and "st-days" in body}
    bare = {address for address, body in pages.items() if "<svg" not in body and 'id="viikot"' in body}
    assert drawn == {"vuosi/2025/", "vuosi/2026/", "vuosi/2027/", "vuosi/vimpeli-2027/"}
    assert bare == {"vuosi/vimpeli-2026/"}
    assert pages.keys() - drawn - bare == {"vuosi/vimpeli-aiemmat/", "vuosi/soini-2027/"}
    assert '../../tapahtumat/viimeksi0/">Viimeksi</a>' in pages["vuosi/vimpeli-2026/"]


def test_a_year_of_a_municipality_with_few_events_is_a_list_of_them() -> None:
    meetings = [event(f"kerho{n}", date(2027, 1, 1 + n), stated_weight=Weight.ROUTINE) for n in range(3)]
    days = [f"12.{month}." for month in range(1, LEAST_DRAWN)]
    pages = {page.address: page for page in year_pages(context(*places(), *on(*days), *meetings))}
    body = pages["vuosi/vimpeli-2027/"].body
    assert "<svg" not in body
    assert body.count("<li><span>") == LEAST_DRAWN - 1
    assert "3 viikkoryhmien kokoontumista." in body
    assert "<svg" in pages["vuosi/2027/"].body


def test_a_year_that_is_over_without_events_awaits_none() -> None:
    group = [event(f"kerho{year}", date(year, 1, 1), stated_weight=Weight.ROUTINE) for year in (2026, 2027)]
    pages = {page.address: page for page in year_pages(context(*places(), *group))}
    over, this = pages["vuosi/2026/"], pages["vuosi/vimpeli-2027/"]
    assert over.description == "Kalenterissa ei ole tapahtumia tältä vuodelta."
    assert this.description == "Ei vielä tapahtumia: koko vuosi on vapaana. 1 viikkoryhmän kokoontuminen."
    assert "st-empty" not in over.body
    # Said once, with the way to the form.
    assert this.body.count("Ei vielä tapahtumia") == 1
    assert f'<div class="st-empty">\n<p><strong>{this.description}</strong></p>' in this.body


def test_earlier_years_with_few_dates_of_a_municipality_stand_together_with_every_date() -> None:
    few = [event(f"v{year}", date(year, 6, 12), title=text(f"Vuonna {year}")) for year in (2022, 2024, 2026)]
    many = [event(f"m{n}", date(2023, 1, 1) + timedelta(days=n)) for n in range(MOST_TOGETHER + 1)]
    there = event("muualla", date(2022, 7, 1), municipality="soini")
    held = event("peruttu", date(2021, 7, 1), status=EventStatus.CANCELLED)
    meetings = [event(f"kerho{n}", date(2020, 1, 1 + n), stated_weight=Weight.ROUTINE) for n in range(3)]
    ctx = context(*places(), *few, *many, there, held, *meetings, *on("12.6."))
    pages = {page.address: page for page in year_pages(ctx)}
    assert [one for one in pages if "vimpeli" in one] == [
        "vuosi/vimpeli-2023/",
        "vuosi/vimpeli-2027/",
        "vuosi/vimpeli-aiemmat/",
    ]
    page = pages["vuosi/vimpeli-aiemmat/"]
    assert page.title == "Aiemmat vuodet Vimpelissä"
    assert [one.id for one in page.headings] == [f"vuosi-{year}" for year in (2026, 2024, 2022, 2021, 2020)]
    assert re.findall(r'tapahtumat/(\w+)/"', page.body) == ["v2026", "v2024", "v2022"]
    assert "../../vuosi/vimpeli-2023/" in page.body
    assert "3 viikkoryhmien kokoontumista." in page.body
    balance = Balance()
    balance.feed(page.body)
    assert balance.open == []
    assert len(set(balance.ids)) == len(balance.ids)
    # The ways from year to year and to the same year elsewhere go on.
    assert 'rel="prev" href="../../vuosi/vimpeli-aiemmat/#vuosi-2026"' in pages["vuosi/vimpeli-2027/"].body
    assert 'rel="prev" href="../../vuosi/vimpeli-aiemmat/#vuosi-2022"' in pages["vuosi/vimpeli-2023/"].body
    assert 'rel="next" href="../../vuosi/vimpeli-aiemmat/#vuosi-2024"' in pages["vuosi/vimpeli-2023/"].body
    assert "vuosi/soini-aiemmat/" in pages


def test_a_later_year_with_few_dates_of_a_municipality_stands_on_the_page_of_this_year() -> None:
    few = event("tuleva", date(2028, 6, 12), title=text("Tuleva"))
    many = [event(f"m{n}", date(2029, 1, 1) + timedelta(days=n)) for n in range(LEAST_DRAWN)]
    pages = {page.address: page.body for page in year_pages(context(*places(), *on("12.6."), few, *many))}
    assert [one for one in pages if "vimpeli" in one] == ["vuosi/vimpeli-2027/", "vuosi/vimpeli-2029/"]
    this = pages["vuosi/vimpeli-2027/"]
    assert this.count('<h2 id="vuosi-2028">2028</h2>') == 1
    assert "../../tapahtumat/tuleva/" in this
    assert 'rel="next" href="../../vuosi/vimpeli-2027/#vuosi-2028"' in this
    assert 'rel="prev" href="../../vuosi/vimpeli-2027/#vuosi-2028"' in pages["vuosi/vimpeli-2029/"]
    assert "vuosi/vimpeli-2027/#vuosi-2028" in year_index(context(*places(), *on("12.6."), few)).body


def test_the_year_is_one_click_from_front_page_and_municipality() -> None:
    ctx = context(*places())
    region = front_view(ctx).wheel
    assert (region.text, region.href) == ("Vuosikello 2027", "vuosi/2027/")
    vimpeli = next(page for page in municipality_pages(ctx) if page.address == "kunnat/vimpeli/")
    assert '<a href="../../vuosi/vimpeli-2027/">Vuosi 2027</a>' in vimpeli.body
