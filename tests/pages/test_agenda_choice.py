"""What the agenda's reader asks for: the periods in Python and JavaScript, the address, and which rows fit."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.browser_modules import in_node
from tests.pages.small_region import TODAY, context, event, places, text

from seurantalo.language import language
from seurantalo.language.dates import days_of_year
from seurantalo.publishing.pages.shared.event_list import filter_keys, time_of_day
from seurantalo.publishing.pages.shared.when_tabs import Period, day_shapes, days_of, when_tabs

FITS = """
import { fitting, folded, readChoice } from "./agenda-choice.js";
import { daysOf } from "./when-periods.js";
export const fits = (search, row, today) => {
  const choice = readChoice(search);
  const { keys, first, last, text } = row;
  const made = { keys: new Set(keys.split(" ")), first, last, text: folded(text) };
  return fitting(choice, daysOf(choice.milloin, today))(made);
};
export const written = (search) => writeChoice(search, readChoice(search));
import { writeChoice } from "./agenda-choice.js";
"""
ROW = {
    "keys": "m:vimpeli a:lapset a:nuoret t:musiikki f:concert maksuton k:ilta",
    "first": "2027-01-16",
    "last": "2027-01-16",
    "text": "Hämärän äänet · Järvitupa",
}
LONG = {"keys": "m:soini f:exhibition esteeton", "first": "", "last": "2027-01-20", "text": "Näyttely"}


def node(function: str, calls: list[list[Any]]) -> list[Any]:
    return in_node("probe.js", function, calls, {"probe.js": FITS})


def test_periods_are_the_same_in_the_browser() -> None:
    days = [date(2026, 12, 20) + timedelta(days=n) for n in range(30)]
    calls = [[period.value, day.isoformat()] for period in Period for day in days]
    expected = [[end.isoformat() for end in days_of(period, day)] for period in Period for day in days]
    assert in_node("when-periods.js", "daysOf", calls) == expected
    assert in_node("when-periods.js", "daysOf", [["joskus", "2027-01-01"]]) == [None]


@pytest.mark.parametrize("code", ["fi", "sv", "en"])
def test_days_are_written_alike_in_the_browser(code: str) -> None:
    lang = language(code)
    starts = [date(2026, 12, 20) + timedelta(days=n) for n in range(0, 400, 3)]
    days = [(first, first + timedelta(days=more)) for first in starts for more in (0, 1, 6)]
    calls = [[day_shapes(lang), [first.isoformat(), last.isoformat()]] for first, last in days]
    expected = [days_of_year(first, last, lang) for first, last in days]
    assert in_node("when-periods.js", "inWords", calls) == expected


def test_of_a_weekend_only_what_is_left_is_meant() -> None:
    saturday = date(2027, 1, 16)
    assert [days_of(Period.WEEKEND, saturday + timedelta(days=n))[0].day for n in (-5, 0, 1, 2)] == [16, 16, 17, 23]


WRITTEN = [
    ("", ""),
    ("?teema=t:kulttuuri&kunta=m:vimpeli", "?kunta=vimpeli&teema=kulttuuri"),
    ("?kenelle=lapset,nuoret&kenelle=lapset&paiva=pe,la", "?kenelle=lapset,nuoret&paiva=pe,la"),
    ("?hinta=kallis&esteeton=0&q=%20", ""),
    ("?utm=x&q=järvi%20ilta&milloin=viikonloppu", "?utm=x&milloin=viikonloppu&q=j%C3%A4rvi+ilta"),
]


FITTING = [
    ("", True, True),
    ("?kunta=vimpeli", True, False),
    ("?kunta=kaikki", True, True),
    ("?kenelle=lapset,ikaihmiset", True, False),
    ("?kenelle=ikaihmiset", False, False),
    ("?teema=musiikki&muoto=concert,dance", True, False),
    ("?hinta=maksuton", True, False),
    ("?esteeton=1", False, True),
    ("?milloin=viikonloppu", True, True),
    ("?milloin=tanaan", False, True),
    ("?milloin=ensi-viikko", False, True),
    ("?paiva=la", True, True),
    ("?paiva=ti", False, True),
    ("?milloin=viikonloppu&paiva=ti", False, False),
    ("?aika=ilta,paiva", True, True),
    ("?aika=aamu", False, True),
    ("?q=hamaran jarvi", True, False),
    ("?q=ÄÄNET", True, False),
    ("?q=äänet puuttuu", False, False),
    ("?milloin=joskus", True, True),
]


def test_the_address_tells_all() -> None:
    found = node("written", [[search] for search, _ in WRITTEN])
    assert list(zip((search for search, _ in WRITTEN), found, strict=True)) == WRITTEN


def test_what_fits_a_choice() -> None:
    calls = [[search, row, TODAY.isoformat()] for search, *_ in FITTING for row in (ROW, LONG)]
    found = node("fits", calls)
    assert [(str(call[0]), *found[2 * n : 2 * n + 2]) for n, call in enumerate(calls[::2])] == FITTING


def test_what_a_row_tells_the_filter() -> None:
    free = event("a", datetime(2027, 1, 14, 17), price=text("Vapaa pääsy"), audiences=("nuoret",), themes=("kyla",))
    ctx = context(*places(), free, event("b", date(2027, 1, 14), price=text("5 €"), accessibility=text("Ramppi.")))
    keys = {name: filter_keys(ctx, one) for name, one in ctx.community.events.items()}
    assert keys["a"] == ["m:vimpeli", "a:nuoret", "t:kyla", f"f:{free.format}", "maksuton"]
    assert keys["b"][-1] == "esteeton"
    assert "maksuton" not in keys["b"]


@pytest.mark.parametrize(("hour", "part"), [(9, "aamu"), (12, "paiva"), (16, "paiva"), (17, "ilta"), (23, "ilta")])
def test_the_parts_of_a_day(hour: int, part: str) -> None:
    (one,) = context(*places(), event("a", datetime(2027, 1, 14, hour, 30))).calendar.occurrences
    assert time_of_day(one) == part


def test_tabs_lead_to_the_agenda_and_to_the_first_day_in_it() -> None:
    ctx = context(*places(), event("a", datetime(2027, 1, 12, 18)), event("b", datetime(2027, 1, 19, 18)))
    tabs = when_tabs(ctx, "../../", "vimpeli")
    assert [(one.words, one.href) for one in tabs] == [
        ("Tänään", "../../kalenteri/?milloin=tanaan&kunta=vimpeli#p-2027-01-12"),
        ("Viikonloppu", "../../kalenteri/?milloin=viikonloppu&kunta=vimpeli#p-2027-01-19"),
        ("Ensi viikko", "../../kalenteri/?milloin=ensi-viikko&kunta=vimpeli#p-2027-01-19"),
    ]
    assert [one.dates for one in tabs] == ["ma 11.1.", "16.–17.1.", "18.–24.1."]
