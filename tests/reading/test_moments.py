"""Dates and times as people write them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.reading.event.clock_changes import time_is_doubled, time_is_missing
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import (
    is_time,
    read_day,
    read_end,
    read_hours,
    read_moment,
    read_month,
    read_start,
    read_time,
)

EVENING = datetime(2027, 5, 1, 18, 0)


@pytest.mark.parametrize(
    "written",
    [
        "2027-05-01 18:00",
        "2027-05-01T18:00",
        "2027-05-01 18:00:00",
        "1.5.2027 klo 18",
        "1.5.2027 klo 18.00",
        "1.5.2027 18.00",
        "1.5.2027, klo 18:00",
        "01.05.2027 kl. 18",
        "1. 5. 2027 kl 18.00",
        "la 1.5.2027 klo 18",
        "lauantaina 1.5.2027 klo 18",
        "lör 1.5.2027 kl. 18",
        "Saturday 2027-05-01 at 18:00",
        "1. toukokuuta 2027 klo 18",
        "la 1.toukokuuta 2027 kello 18.00",
        "lördag 1 maj 2027 klockan 18",
        "1 May 2027 at 18:00",
        "  1.5.2027   klo  18 ",
    ],
)
def test_all_ways_to_write_a_moment_mean_the_same(written: str) -> None:
    assert read_moment(written) == EVENING


@pytest.mark.parametrize(
    "written", ["2027-05-01", "1.5.2027", "01.05.2027", "la 1.5.2027", "1.5.2027.", "1.5.2027 koko päivä"]
)
def test_a_date_alone_is_a_whole_day(written: str) -> None:
    moment = read_moment(written)
    assert moment == date(2027, 5, 1)
    assert not isinstance(moment, datetime)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "huomenna",
        "1.5.",
        "1.13.2027",
        "30.2.2027",
        "1.5.2027 klo 25",
        "1.5.2027 klo 18.60",
        "su 1.5.2027",
        "12:30",
        "18.30",
        "750",
        "1/5/2027",
        "1.5.027",
    ],
)
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(MomentError):
        read_moment(written)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 12, 31)))
def test_finnish_and_international_forms_agree(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    finnish = f"{moment.day}.{moment.month}.{moment.year} klo {moment.hour}.{moment:%M}"
    assert read_moment(finnish) == read_moment(f"{moment:%Y-%m-%d %H:%M}".rjust(16, "0")) == moment
    assert read_day(f"{moment.day}.{moment.month}.{moment.year}") == moment.date()


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    for read in (read_moment, read_day, read_time, read_month, lambda words: read_end(words, EVENING)):
        with suppress(MomentError):
            read(text)


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("20", datetime(2027, 5, 1, 20, 0)),
        ("klo 20.30", datetime(2027, 5, 1, 20, 30)),
        ("01", datetime(2027, 5, 2, 1, 0)),
        ("18.00", datetime(2027, 5, 1, 18, 0)),  # who asks tells that it is the start
        ("2.5.2027 klo 1", datetime(2027, 5, 2, 1, 0)),
    ],
)
def test_an_end_may_be_a_time_alone(written: str, ends: datetime) -> None:
    assert read_end(written, EVENING) == ends


def test_times_and_months() -> None:
    assert read_time("18") == read_time("klo 18.00") == read_time("18:00") == time(18)
    assert read_month("2027-05") == read_month("5/2027") == read_month("5.2027") == (2027, 5)


def test_the_hours_that_the_clocks_skip_and_repeat() -> None:
    helsinki = ZoneInfo("Europe/Helsinki")
    assert time_is_missing(datetime(2027, 3, 28, 3, 0), helsinki)
    assert time_is_missing(datetime(2027, 3, 28, 3, 59), helsinki)
    assert not time_is_missing(datetime(2027, 3, 28, 2, 59), helsinki)
    assert not time_is_missing(datetime(2027, 3, 28, 4, 0), helsinki)
    assert time_is_doubled(datetime(2027, 10, 31, 3, 0), helsinki)
    assert not time_is_doubled(datetime(2027, 10, 31, 4, 0), helsinki)
    assert not time_is_missing(datetime(2027, 10, 31, 3, 30), helsinki)
    assert not time_is_doubled(datetime(2027, 3, 28, 3, 30), helsinki)


@pytest.mark.parametrize(
    "written",
    ["1.5.2027 klo 18-20", "la 1.5.2027 klo 18.00 – 20.00", "1.–3.5.2027", "1.5.–3.5.2027", "1.5.2027–3.5.2027"],
)
def test_a_start_with_its_end_is_told_apart_from_what_is_no_date(written: str) -> None:
    with pytest.raises(MomentError) as raised:
        read_moment(written)
    assert raised.value.code == "moment-with-end"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("1. talvikuuta 2027", "not-a-moment"),
        ("toukokuun toinen lauantai", "not-a-moment"),
        ("juhannusaatto 2027 klo 18", "not-a-moment"),
        ("toukokuuta 2027", "month-without-day"),
        ("kesäkuussa 2027", "month-without-day"),
        ("June 2027", "month-without-day"),
        ("i juni 2027", "month-without-day"),
        ("6/2027", "month-without-day"),
        ("2027-06", "month-without-day"),
        ("kesäkuussa", "month-without-day"),
        ("01/05/2027", "date-of-two-days"),
        ("6/12/27 klo 13", "date-of-two-days"),
        ("12.–13.6.2027 klo 10–16", "days-with-hours"),
        ("12.–13.6.2027 klo 10", "days-with-hour"),
        ("12.6.2027 klo 13 ja 16", "several-moments"),
        ("klo 18", "hour-without-day"),
        ("18", "hour-without-day"),
    ],
)
def test_what_is_like_a_date_is_not_guessed(written: str, code: str) -> None:
    assert code_of(read_moment, written) == code


@pytest.mark.parametrize(
    "written",
    [
        "1.5.27 klo 18",
        "1.5.2027 klo 18,00",
        "1.5.2027 klo 18.",
        "1.5.2027 klo 18 alkaen",
        "alkaen 1.5.2027 klo 18",
        "1.5.2027 klo 6 ip",
        "1.5.2027 klo 6 illalla",
        "1.5.2027 kl. 6 em",
        "1.5.2027 at 6 pm",
        "6 p.m., 1 May 2027",
        "1.5.2027 18h",
        "1.5.2027 18 h 00",
        "1.5.2027 kello 1800",
        "1-5-2027 klo 18",
        "24/7/2027 klo 18",
        "7/24/2027 klo 18",
        "2027/05/01 18:00",
        "2027.5.1 klo 18",
        "toukokuun 1. päivä 2027 klo 18",
        "1 toukokuu 2027 klo 18",
        "1.touko 2027 klo 18",
        "May 1, 2027, 18:00",
        "Saturday, May 1, 2027 6:00 PM",
        "May 1st, 2027 at 18:00",
        "on Saturday 1 May 2027 at 18:00",
        "lördagen den 1 maj 2027 kl 18",
        "lö 1.5.2027 kl. 18",
        "Sat 1 May 2027, 18:00",
        "1.5.2027 (la) klo 18",
        "noin klo 18, 1.5.2027",
        "La, 1.5.2027, klo 18",
        "la1.5.2027 klo18",
        "la 1.5.2027 @ 18:00",
        "”la 1.5.2027 klo 18”",
        "la 1.5.2027 klo 18,",
    ],
)
def test_ways_that_people_understand_are_read_too(written: str) -> None:
    expected = datetime(2027, 7, 24, 18) if "24" in written else EVENING
    assert read_moment(written) == expected


def test_a_named_month_has_its_own_number_of_days() -> None:
    with pytest.raises(MomentError) as raised:
        read_moment("31. kesäkuuta 2027")
    assert raised.value.code == "no-such-day"


def code_of(read: Callable[[str], object], written: str) -> str:
    """Why a text is refused; ``""`` for one that is read."""
    try:
        read(written)
    except MomentError as error:
        return error.code
    return ""


@pytest.mark.parametrize(
    ("first", "last", "before", "after"),
    [
        ("1.1.1900", "31.12.2200", "31.12.1899", "1.1.2201"),
        ("1900-01-01", "2200-12-31", "1899-12-31", "2201-01-01"),
        ("1900-01-01 00:00", "2200-12-31 23:59", "1899-12-31 23:59", "2201-01-01 00:00"),
        ("ma 1.1.1900", "ke 31.12.2200 klo 23.59", "su 31.12.1899", "to 1.1.2201 klo 0"),
        ("1. tammikuuta 1900", "31 December 2200", "31. joulukuuta 1899", "1 januari 2201"),
    ],
)
def test_the_first_and_the_last_year_are_good_and_their_neighbours_are_not(
    first: str, last: str, before: str, after: str
) -> None:
    """However a day is written: a slip in a year would fill a calendar of centuries."""
    assert [code_of(read_moment, each) for each in (first, last)] == ["", ""]
    assert [code_of(read_moment, each) for each in (before, after)] == ["no-such-day", "no-such-day"]


def test_the_hours_and_minutes_of_a_day() -> None:
    assert read_time("klo 0") == time(0)
    assert read_time("klo 23") == time(23)
    assert read_time("23.59") == time(23, 59)
    assert read_moment("1.5.2027 klo 23") == datetime(2027, 5, 1, 23)
    refused = {
        words: code_of(read_time, words) for words in ("24", "24.00", "24.01", "24.60", "25", "18.60", "18.59.30", "")
    }
    assert refused == {
        "24": "midnight-as-24",
        "24.00": "midnight-as-24",
        "24.01": "midnight-as-24",
        "24.60": "no-such-time",
        "25": "no-such-time",
        "18.60": "no-such-time",
        "18.59.30": "not-a-time",
        "": "not-a-time",
    }


def test_the_months_of_a_year() -> None:
    assert [read_month(f"{number}/2027")[1] for number in (1, 12)] == [1, 12]
    assert [read_month(f"{year}-06")[0] for year in (1900, 2200)] == [1900, 2200]
    for right in ("5-2027", "toukokuu 2027", "toukokuussa 2027", "maj 2027", "May 2027"):
        assert read_month(right) == (2027, 5), right
    for wrong in ("0/2027", "13/2027", "2027-13", "2027-00", "1899-12", "1/2201", "2027", "1.5.2027", "toukokuu"):
        assert code_of(read_month, wrong) == "not-a-month", wrong


@pytest.mark.parametrize(
    ("written", "code", "right"),
    [
        ("1.5.", "date-without-year", None),
        ("0.5.2027", "no-such-day", None),
        ("32.5.2027", "no-such-day", None),
        ("29.2.2027", "no-such-day", None),
        ("kk 1.5.2027", "not-a-moment", None),
        ("1.5.2027 klo 24", "start-at-24", "2.5.2027"),
    ],
)
def test_it_is_said_what_is_wrong_with_a_date(written: str, code: str, right: str | None) -> None:
    with pytest.raises(MomentError) as raised:
        read_moment(written)
    assert raised.value.code == str(raised.value) == code
    assert raised.value.values.get("right") == right
    assert raised.value.values["found"] == written


def test_a_weekday_that_does_not_fit_is_told_with_the_one_that_does() -> None:
    with pytest.raises(MomentError) as raised:
        read_moment("su, 1.5.2027")
    assert raised.value.code == "wrong-weekday"
    assert raised.value.values == {
        "found": "su",
        "written": "su, 1.5.2027",
        "date": "1.5.2027",
        "weekday": "5",
        "meant": "6",
        "either": "la, 1.5.2027",
        "other": "su 2.5.2027",
    }


@pytest.mark.parametrize(
    ("written", "either", "other"),
    [
        ("sunnuntaina 12.6.2027 klo 13", "lauantaina 12.6.2027", "sunnuntaina 13.6.2027"),
        ("pe 25.9.2027", "la 25.9.2027", "pe 24.9.2027"),
        ("söndag 12.6.2027 kl 13", "lördag 12.6.2027", "söndag 13.6.2027"),
        ("Sunday 12.6.2027", "Saturday 12.6.2027", "Sunday 13.6.2027"),
        ("ke 12.6.2027", "la 12.6.2027", "ke 9.6.2027"),
    ],
)
def test_both_days_that_a_wrong_weekday_may_mean_are_named(written: str, either: str, other: str) -> None:
    with pytest.raises(MomentError) as raised:
        read_moment(written)
    assert (raised.value.values["either"], raised.value.values["other"]) == (either, other)


def test_a_day_has_no_hour() -> None:
    assert read_day("2027-05-01") == date(2027, 5, 1)
    with pytest.raises(MomentError) as raised:
        read_day("1. toukokuuta 2027  klo 18")
    assert raised.value.code == "day-with-time"
    assert raised.value.values == {"found": "1. toukokuuta 2027 klo 18", "right": "1.5.2027"}


@pytest.mark.parametrize("read", [read_moment, read_day, read_time, read_month])
def test_of_a_long_text_sixty_characters_are_told(read: Callable[[str], object]) -> None:
    with pytest.raises(MomentError) as raised:
        read("kesän " * 20)
    assert raised.value.values["found"] == ("kesän " * 20)[:60]


def test_a_start_may_be_a_time_alone_or_a_moment() -> None:
    assert read_start(" klo  18.30 ", date(2027, 5, 1)) == datetime(2027, 5, 1, 18, 30)
    assert read_start("2.5.2027 klo 18", date(2027, 5, 1)) == datetime(2027, 5, 2, 18)
    assert read_start("2.5.2027", date(2027, 5, 1)) == date(2027, 5, 2)


def test_an_end_before_the_start_is_on_the_next_day_and_needs_a_start_with_a_time() -> None:
    assert read_end("18.01", EVENING) == datetime(2027, 5, 1, 18, 1)
    assert read_end("17.59", EVENING) == datetime(2027, 5, 2, 17, 59)
    assert code_of(lambda words: read_end(words, date(2027, 5, 1)), "klo 20") == "start-without-time"
    assert read_end("2.5.2027", date(2027, 5, 1)) == date(2027, 5, 2)


def test_clocks_are_changed_at_other_hours_elsewhere() -> None:
    """The Azores at midnight, Greenland in the hour before it, Lord Howe Island by half an hour, Troll by two."""
    nuuk = ZoneInfo("America/Nuuk")
    assert time_is_missing(datetime(2027, 3, 27, 23, 30), nuuk)
    assert time_is_doubled(datetime(2027, 10, 30, 23, 30), nuuk)
    assert not time_is_doubled(datetime(2027, 10, 30, 22, 59), nuuk)
    azores, howe, troll = (ZoneInfo(name) for name in ("Atlantic/Azores", "Australia/Lord_Howe", "Antarctica/Troll"))
    assert time_is_missing(datetime(2027, 3, 28, 0, 30), azores)
    assert time_is_doubled(datetime(2027, 10, 31, 0, 30), azores)
    assert time_is_doubled(datetime(2027, 4, 4, 1, 45), howe)
    assert not time_is_doubled(datetime(2027, 4, 4, 1, 15), howe)
    assert time_is_missing(datetime(2027, 3, 28, 2, 59), troll)
    assert not time_is_missing(datetime(2027, 3, 28, 3, 0), troll)


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("klo 24", datetime(2027, 6, 13)),
        ("24", datetime(2027, 6, 13)),
        ("24.00", datetime(2027, 6, 13)),
        ("12.6.2027 klo 24", datetime(2027, 6, 13)),
        ("2027-06-30 24:00", datetime(2027, 7, 1)),
        ("31.12.2027 klo 24.00", datetime(2028, 1, 1)),
        ("klo 23.59", datetime(2027, 6, 12, 23, 59)),
        ("klo 0", datetime(2027, 6, 13)),
        ("keskiyöllä", datetime(2027, 6, 13)),
        ("12.6.2027 keskiyöhön", datetime(2027, 6, 13)),
        ("vid midnatt", datetime(2027, 6, 13)),
        ("midnight", datetime(2027, 6, 13)),
    ],
)
def test_an_evening_ends_at_24(written: str, ends: datetime) -> None:
    assert read_end(written, datetime(2027, 6, 12, 18)) == ends


def test_24_o_clock_has_no_minutes_and_begins_nothing() -> None:
    evening = datetime(2027, 6, 12, 18)
    for written in ("24.01", "klo 24.30", "12.6.2027 klo 24.01"):
        assert code_of(lambda text: read_end(text, evening), written) == "midnight-as-24"
    assert code_of(lambda text: read_end(text, evening), "25") == "no-such-time"
    with pytest.raises(MomentError) as raised:
        read_start("klo 24", date(2027, 12, 31))
    assert (raised.value.code, raised.value.values) == (
        "start-at-24",
        {"found": "klo 24", "before": "31.12.", "after": "1.1.", "right": "1.1.2028"},
    )
    with pytest.raises(MomentError) as raised:
        read_moment("la 5.6.2027 klo 24.00")
    assert raised.value.values["right"] == "6.6.2027"
    assert code_of(lambda text: read_end(text, date(2027, 6, 12)), "klo 24") == "start-without-time"


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("la 12.6.2027 klo 18-24", ("la 12.6.2027 klo 18", "24")),
        ("12.6.2027 klo 18.30 – 20.15", ("12.6.2027 klo 18.30", "20.15")),
        ("12.6.2027  18—klo 20", ("12.6.2027 18", "klo 20")),
        ("2027-06-12 18:00–20:00", ("2027-06-12 18:00", "20:00")),
        ("klo 18–20", ("klo 18", "20")),
        ("18.30-20", ("18.30", "20")),
        ("12. kesäkuuta 2027 klo 18–20", ("12. kesäkuuta 2027 klo 18", "20")),
        ("12.6.2027 klo 18–13.6.2027 klo 2", ("12.6.2027 klo 18", "13.6.2027 klo 2")),
        ("18-20", ("klo 18", "klo 20")),
        ("6–8 pm", ("klo 18", "klo 20")),
        ("12.6.2027 klo 13,30 - 15", ("12.6.2027 klo 13.30", "klo 15")),
        ("12.6.2027 kl. 13 till 17", ("12.6.2027 klo 13", "klo 17")),
        ("12.6.-13.6.2027", ("12.6.2027", "13.6.2027")),
        ("12.6.2027–13.6.2027", ("12.6.2027", "13.6.2027")),
        ("1.–3.5.2027", ("1.5.2027", "3.5.2027")),
        ("la-su 12.-13.6.2027", ("la 12.6.2027", "su 13.6.2027")),
        ("30.12.–2.1.2028", ("30.12.2027", "2.1.2028")),
        ("30.12.2027–2.1.2028", ("30.12.2027", "2.1.2028")),
        ("3–5 July 2027", ("3.7.2027", "5.7.2027")),
        ("July 3–5, 2027", ("3.7.2027", "5.7.2027")),
        ("la 12.6. klo 20 – su 13.6.2027 klo 2", ("la 12.6.2027 klo 20", "su 13.6.2027 klo 2")),
        ("Sat 12 June, 20:00 – Sun 13 June 2027, 02:00", ("sat 12.6.2027 klo 20", "sun 13.6.2027 klo 2")),
    ],
)
def test_a_start_may_hold_the_hour_of_its_end(written: str, parts: tuple[str, str]) -> None:
    assert read_hours(written) == parts


@pytest.mark.parametrize(
    "written",
    [
        "", "12.6.2027", "12.6.2027 klo 18", "2027-06-12", "2027-6-12", "2027-06-12 18:00", "12.6.2027 klo 18-",
        "-20", "huomenna klo 18–20", "12-6-2027", "12.6.2027 klo 18 asti",
    ],
)  # fmt: skip
def test_what_holds_no_two_hours_of_one_evening_stays_whole(written: str) -> None:
    assert read_hours(written) is None


def test_a_time_alone_is_told_from_a_day() -> None:
    assert [is_time(words) for words in ("klo 18", " 18.30 ", "25", "12.6.2027", "", "klo")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2027-03-02 18:00 EET", "not-a-moment"),
        ("2027-03-02 kello kuusi", "not-a-moment"),
        ("2027-03-02 18:00-20:00", "moment-with-end"),
        ("2027-03-02 – 2027-03-05", "moment-with-end"),
        ("2027-03-02T18:00Z", "moment-with-zone"),
        ("2027-03-02 18:00+0200", "moment-with-zone"),
        ("2027-03-02T18:00-05:00", "moment-with-zone"),
        ("2027-03-02T18:00:00-0500", "moment-with-zone"),
    ],
)
def test_what_is_wrong_with_a_date_of_machines(written: str, code: str) -> None:
    assert code_of(read_moment, written) == code
