"""Free days in a browser: a choice weighs the days anew, exactly as the planner does."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import seurantalo
from tests.pages.small_region import TODAY as SMALL_TODAY
from tests.pages.small_region import common, context, event, places, text

from seurantalo.model.event import Event, EventStatus, Format, Weight
from seurantalo.model.place import Municipality, Room, Venue
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner.free import Hours, RatedDay, ReasonKind, ReasonWords, Wish, settled
from seurantalo.publishing.pages.calendar.free.files import free_files
from seurantalo.publishing.pages.calendar.free.grid import span_of

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Accessibility, OpenPage, Screen, Site

    from seurantalo.model.record import Record
    from seurantalo.planner.free.ranking import Weighed
    from seurantalo.publishing.pages.shared.context import PageContext

LOCATION = "vapaat-paivat/vimpeli/"
MARKS = """() => Object.fromEntries([...document.querySelectorAll('.st-free td > *')].map((mark) => [
    `${mark.closest('table').caption.id.slice(2)}-${String(parseInt(mark.textContent, 10)).padStart(2, '0')}`,
    mark.className.replace('st-mark--', '') || 'free']))"""
WEIGH = """async ([assets, index, wishes]) => {
    const { weighDays } = await import(assets);
    return wishes.map((wish) => weighDays(index, wish).map(({ day, points, grade, reasons, free }) => ({
        day, points, grade,
        reasons: reasons.map(({ kind, whom, when, points, text, date, count }) => {
            const what = date ? `${date.event} ${date.starts.slice(0, 16)}` : text;
            return [kind, whom, when, points, what, count ?? 0].join();
        }).sort(),
        free: free.map(({ room, starts, ends }) => [room, starts / 1000, ends / 1000].join()),
    })));
}"""
TODAY, LAST = date(2027, 1, 4), date(2027, 12, 31)


@cache
def grades(*wish: str) -> dict[str, str]:
    """What the command says of every day that is not too soon."""
    arguments = ("free", "--municipality", "vimpeli", "--to", LAST.isoformat(), "--most", "0", "--format", "json")
    told = json.loads(seurantalo(*arguments, *wish).out)
    return {day["date"]: day["grade"] for day in told["days"]}


def choose(page: Page, choice: dict[str, str]) -> None:
    page.locator("form[data-free]").wait_for()
    page.locator("form[data-free] summary").click()
    for name, value in choice.items():
        page.locator(f"select[name={name}]").select_option(value)
    page.wait_for_function("() => /\\d/.test(document.querySelector('form[data-free] [role=status]').textContent)")


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
@pytest.mark.parametrize(
    ("choice", "wish"),
    [
        ({"viikonpaiva": "6"}, ("--weekday", "la")),
        ({"kenelle": "kaikki", "aikaa": "0"}, ("--audience", "kaikki", "--lead", "0")),
        (
            {"paikka": "savonjarven-kylatalo", "aika": "oma", "alkaa": "18", "paattyy": "22", "kesto": "240"},
            ("--venue", "savonjarven-kylatalo", "--time", "18-22"),
        ),
        ({"paivia": "2", "viikonpaiva": "6"}, ("--days", "2", "--weekday", "la")),
    ],
)
def test_days_are_weighed_as_the_command_weighs_them(
    page: Page, site: Site, choice: dict[str, str], wish: tuple[str, ...]
) -> None:
    page.goto(site.address + LOCATION)
    choose(page, choice)
    expected = grades(*wish)
    shown = page.evaluate(MARKS)
    assert {day: grade for day, grade in shown.items() if grade not in {"soon", "unasked"}} == expected
    free = [day for day, grade in expected.items() if grade == "free"]
    assert page.locator("form[data-free] [role=status]").inner_text() == f"Vapaita päiviä: {len(free)}"
    named = page.locator(".st-next td:nth-of-type(1) a").evaluate_all(
        "all => all.map((one) => one.hash.split('paiva=')[1])"
    )
    assert named
    assert set(named) <= set(free)
    assert all(f"{name}=" in page.url for name in choice)
    # Every mark that is a link leads to what is on.
    assert page.evaluate(
        "[...document.querySelectorAll('.st-free td > a')].every((a) => document.querySelector(a.hash))"
    )
    page.locator("form[data-free] [type=reset]").click()
    page.wait_for_function("() => !location.search")
    assert {day: grade for day, grade in page.evaluate(MARKS).items() if grade != "soon"} == grades()


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_the_marks_the_legend_and_the_words_agree_on_what_was_asked(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{LOCATION}?paikka=savonjarven-kylatalo&aika=oma&alkaa=18&paattyy=22")
    page.locator("[data-of-place]:visible").first.wait_for()
    assert page.locator("[data-asked]").inner_text() == "Savonjärven kylätalo, klo 18–22, 3 tuntia"
    legend = set(page.locator(".st-legend li:visible strong").all_inner_texts())
    words = set(
        page.locator(".st-free td > * > i").evaluate_all("all => all.map((one) => one.textContent.replace(': ', ''))")
    )
    assert words <= legend
    assert {"varattu", "varattu alustavasti", "vapaa"} <= legend
    assert page.locator("[data-margin]").inner_text().startswith("Järjestelyihin kahden tapahtuman välissä: ")


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_days_that_nobody_asked_for_are_not_read_out_as_free(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{LOCATION}?viikonpaiva=6&aikaa=0")
    page.locator(".st-mark--unasked").first.wait_for()
    silent = page.locator(".st-free td > b:not(:has(i))")
    assert silent.count() > 10
    # Saturday is the sixth day of seven, after the number of the week.
    assert silent.evaluate_all("all => all.every((mark) => mark.parentElement.cellIndex === 6)")
    assert set(page.locator(".st-mark--unasked i").all_text_contents()) == {": ei kysytty"}


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_hours_can_be_chosen_when_their_words_come_late(page: Page, site: Site) -> None:
    page.route("**/sanat.json", lambda route: route.abort())
    page.goto(site.address + LOCATION)
    page.locator("form[data-started]").wait_for()
    times, starts = (page.locator(f"select[name={name}]") for name in ("aika", "alkaa"))
    times.select_option("oma")
    page.locator("form[data-free] [role=status]").get_by_text("Tietoja ei saatu haettua.").wait_for()
    assert starts.is_hidden()
    page.unroute("**/sanat.json")
    times.select_option("paiva")
    times.select_option("oma")
    starts.wait_for()
    assert starts.input_value() == "18"
    page.locator("[data-asked]").get_by_text("klo 18–21").wait_for()


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_what_does_not_fit_and_what_cannot_be_fetched_is_told(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{LOCATION}?aika=aamupaiva&kesto=480")
    status = page.locator("form[data-free] [role=status]")
    status.get_by_text("Näin pitkä tapahtuma ei mahdu tähän aikaan.").wait_for()
    page.route("**/vapaat.json", lambda route: route.abort())
    page.goto(f"{site.address}{LOCATION}?aika=aamupaiva")
    status.get_by_text("Tietoja ei saatu haettua. Merkit koskevat iltoja.").wait_for()


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_the_browser_finds_what_the_planner_finds_in_made_up_regions(page: Page, site: Site) -> None:
    page.goto(site.address + LOCATION)
    for seed in range(6):
        chance = Random(seed)
        ctx = made_up(chance)
        words = ReasonWords(ctx.community, ctx.lang)
        files = {file.path.rpartition("vimpeli/")[2]: json.loads(file.content) for file in free_files(ctx)}
        index = files["vapaat.json"]
        wishes = [made_up_wish(chance) for _ in range(8)]
        asked = [index, [as_asked(ctx, wish) for wish in wishes]]
        answers = page.evaluate(WEIGH, [f"{site.address}assets/seurantalo/free-hours.js", *asked])
        for wish, answer in zip(wishes, answers, strict=True):
            expected = sorted(ctx.free_dates.rank(wish), key=lambda rated: rated.day)
            assert answer == [as_answered(words, rated) for rated in expected]


def made_up(chance: Random) -> PageContext:
    rooms = (Room(id="sali", name=text("Sali")), Room(id="kahvio", name=text("Kahvio")))
    more: list[Record] = [
        Venue(**common("talo"), name=text("Talo"), municipality="vimpeli", rooms=rooms, setup_margin=45),
        Venue(**common("lava"), name=text("Lava"), municipality="vimpeli"),
        Venue(**common("muualla"), name=text("Muualla"), municipality="soini"),
        *(made_up_event(chance, number) for number in range(60)),
    ]
    places_there = [
        Municipality(**common("vimpeli"), name=text("Vimpeli"), locative=text("Vimpelissä"), neighbours=("soini",)),
        *(record for record in places() if record.id != "vimpeli"),
    ]
    return context(*places_there, *more)


def made_up_event(chance: Random, number: int) -> Event:
    # Both days on which clocks change are in the year.
    day = chance.choice([date(2027, 3, 26), date(2027, 5, 29), date(2027, 10, 29)]) + timedelta(chance.randrange(6))
    starts: date = datetime(day.year, day.month, day.day, chance.randrange(24), chance.choice([0, 15, 30]))
    ends: date = starts + timedelta(minutes=chance.choice([60, 90, 180, 700, 3_000]))
    if chance.random() < 0.1:
        starts, ends = day, day + timedelta(chance.randrange(3))
    venue = chance.choice([None, "talo", "lava", "muualla"])
    return event(
        f"e{number}",
        starts,
        ends,
        venue=venue,
        room=chance.choice([None, "sali", "kahvio"]) if venue == "talo" else None,
        municipality="soini" if venue == "muualla" or (venue is None and chance.random() < 0.3) else "vimpeli",
        audiences=chance.choice([(), ("kaikki",), ("nuoret",)]),
        status=chance.choice([EventStatus.CONFIRMED] * 4 + [EventStatus.TENTATIVE, EventStatus.CANCELLED]),
        format=chance.choice([Format.OTHER, Format.OTHER, Format.EXHIBITION]),
        stated_weight=chance.choice([None, None, None, Weight.MAJOR, Weight.ROUTINE]),
        repeats=Recurrence(frequency=Frequency.WEEKLY, count=3)
        if chance.random() < 0.3 and isinstance(starts, datetime)
        else None,
        timezone=chance.choice(["Europe/Helsinki", "Europe/Helsinki", "Europe/Stockholm"]),
    )


def made_up_wish(chance: Random) -> Wish:
    starts = 30 * chance.randrange(47)
    hours = chance.choice([None, Hours(starts, starts + 30 * chance.randint(1, 12)), Hours(0, 1_440)])
    venue = chance.choice([None, "talo", "talo", "lava"])
    return Wish(
        municipality="vimpeli",
        first=SMALL_TODAY + timedelta(days=chance.choice([0, 7])),
        last=span_of(SMALL_TODAY)[1],
        audiences=chance.choice([(), ("nuoret",), ("kaikki",)]),
        venue=venue,
        room=chance.choice([None, "sali"]) if venue == "talo" else None,
        weekdays=chance.choice([frozenset(), frozenset({5})]),
        hours=hours,
        length=None if hours is None else chance.choice([30, hours.minutes]),
        days=chance.choice([1, 1, 2, 3]),
    )


def as_asked(ctx: PageContext, wish: Wish) -> dict[str, Any]:
    whole = settled(wish, ctx.settings)
    assert whole.hours is not None
    return {
        "venue": wish.venue or "",
        "room": wish.room or "",
        "audience": wish.audiences[0] if wish.audiences else "",
        "weekday": next(iter(wish.weekdays)) + 1 if wish.weekdays else 0,
        "starts": whole.hours.starts,
        "ends": whole.hours.ends,
        "length": whole.length,
        "days": wish.days,
        "lead": (wish.first - SMALL_TODAY).days,
    }


def as_answered(words: ReasonWords, rated: RatedDay) -> dict[str, Any]:
    return {
        "day": rated.day.isoformat(),
        "points": rated.points,
        "grade": rated.grade.value,
        "reasons": sorted(",".join(as_told(words, each)) for each in rated.reasons),
        "free": [f"{piece.room or ''},{piece.span[0]},{piece.span[1]}" for piece in rated.free],
    }


def as_told(words: ReasonWords, each: Weighed) -> list[str]:
    reason, one = each.reason, each.reason.occurrence
    count = reason.count if reason.kind is ReasonKind.ROUTINE else 0
    if one is None:
        what = words.say(reason)
    else:
        starts = one.starts_local
        at = starts if isinstance(starts, datetime) else datetime(starts.year, starts.month, starts.day)
        what = f"{one.event.id} {at:%Y-%m-%dT%H:%M}"
    return [reason.kind.value, each.whom.value, each.when.value, str(each.points), what, str(count)]


def test_the_wall_is_whole_without_scripts(open_page: OpenPage, screen: Screen, site: Site) -> None:
    page = open_page(screen, scripts=False)
    page.goto(site.address + LOCATION)
    assert page.locator("form[data-free]").is_hidden()
    assert page.locator(".st-free td > *").count() == (LAST - TODAY + timedelta(days=1)).days
    assert page.locator(".st-next td a").count() > 20
    assert page.locator(".st-free__places tbody").count() >= 3
    assert page.locator("[data-asked]").inner_text() == "ilta, klo 16–22, 3 tuntia"


def test_the_page_is_accessible_and_fits(page: Page, site: Site, accessibility: Accessibility) -> None:
    page.goto(f"{site.address}{LOCATION}?paikka=savonjarven-kylatalo&kenelle=lapset")
    page.locator("[data-of-place]:visible").first.wait_for()
    assert page.locator("form[data-free] details").get_attribute("open") is not None
    assert accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_twelve_months_are_one_sheet(page: Page, site: Site) -> None:
    page.goto(site.address + LOCATION)
    paper = page.pdf(prefer_css_page_size=True)
    pages, landscape = len(re.findall(rb"/Type /Page\b", paper)), b"/MediaBox [0 0 841.9" in paper
    assert (pages, landscape) == (1, True)
