"""Holidays and eves by name, in three languages, whatever day of the week they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays.countries.finland import Finland

from seurantalo.planner import HolidayCalendar

INDEPENDENCE_SV = "Dagen före självständighetsdagen"


@pytest.mark.parametrize(
    ("day", "names", "holiday", "eve"),
    [
        (date(2027, 1, 1), ("Uudenvuodenpäivä", "Nyårsdagen", "New Year's Day"), True, False),
        (date(2027, 1, 5), ("Loppiaisaatto", "Trettondagsafton", "Epiphany Eve"), False, True),
        (date(2027, 3, 25), ("Kiirastorstai", "Skärtorsdagen", "Maundy Thursday"), False, True),
        (date(2027, 3, 27), ("Lankalauantai", "Påskafton", "Holy Saturday"), False, True),
        (date(2027, 3, 28), ("Pääsiäispäivä", "Påskdagen", "Easter Sunday"), True, False),
        (date(2027, 4, 30), ("Vappuaatto", "Valborgsmässoafton", "May Day Eve"), False, True),
        (date(2027, 5, 5), ("Helatorstain aatto", "Dagen före Kristi himmelsfärdsdag", "Ascension Eve"), False, True),
        (date(2027, 5, 15), ("Helluntaiaatto", "Pingstafton", "Whitsun Eve"), False, True),
        (date(2027, 6, 25), ("Juhannusaatto", "Midsommarafton", "Midsummer Eve"), True, True),
        (date(2027, 6, 26), ("Juhannuspäivä", "Midsommardagen", "Midsummer Day"), True, False),
        (date(2027, 11, 5), ("Pyhäinpäivän aatto", "Allhelgonaafton", "All Saints' Eve"), False, True),
        (date(2027, 12, 5), ("Itsenäisyyspäivän aatto", INDEPENDENCE_SV, "Independence Day Eve"), False, True),
        (date(2027, 12, 24), ("Jouluaatto", "Julafton", "Christmas Eve"), True, True),
        (date(2027, 12, 31), ("Uudenvuodenaatto", "Nyårsafton", "New Year's Eve"), False, True),
        (date(2027, 12, 23), (None, None, None), False, False),
        (date(2027, 6, 24), (None, None, None), False, False),
        (date(2027, 3, 7), (None, None, None), False, False),
    ],
)  # fmt: skip
def test_names(day: date, names: tuple[str | None, ...], holiday: bool, eve: bool) -> None:
    for code, name in zip(("fi", "sv", "en"), names, strict=True):
        calendar = HolidayCalendar(code)
        assert (calendar.name(day), calendar.is_holiday(day), calendar.is_eve(day)) == (name, holiday, eve)


@pytest.mark.parametrize("year", range(2017, 2040))
def test_every_year_has_its_holidays_and_the_eves_stand_before_them(year: int) -> None:
    calendar = HolidayCalendar("fi")
    named = [date.fromordinal(day) for day in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())]
    holidays = [day for day in named if calendar.is_holiday(day)]
    eves = [day for day in named if calendar.is_eve(day)]
    assert len(holidays) == 15
    assert len(eves) == 11
    assert date(year, 12, 31) in eves
    for day in eves:
        assert calendar.is_holiday(date.fromordinal(day.toordinal() + 1))
        assert (calendar.name(day) or "").lower().endswith(("aatto", "kiirastorstai", "lankalauantai"))


def test_the_days_are_the_same_in_every_language() -> None:
    assert HolidayCalendar("fi").keys_of(2027) == HolidayCalendar("sv").keys_of(2027)


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        HolidayCalendar("de")


def test_far_years_are_ordinary() -> None:
    assert HolidayCalendar("fi").name(date(2300, 12, 24)) is None


@pytest.mark.parametrize(("code", "locale"), [("fi", "fi"), ("sv", "sv_FI"), ("en", "en_US")])
def test_the_table_is_the_package_to_the_letter(code: str, locale: str) -> None:
    """Where it is not, `python3 scripts/holiday_table.py` writes it anew."""
    calendar = HolidayCalendar(code)
    for year in range(Finland.start_year, Finland.end_year + 1):
        days = [date(year, 1, 1) + timedelta(days=number) for number in range(366)]
        found = {day: calendar.name(day) for day in days if calendar.is_holiday(day) and day.year == year}
        assert found == dict(Finland(years=year, language=locale)), year


@pytest.mark.parametrize("year", [Finland.start_year - 1, Finland.end_year + 1])
def test_years_that_the_package_does_not_know_have_no_holidays(year: int) -> None:
    assert HolidayCalendar("fi").keys_of(year) == {}
