"""Dates and times as people write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.reading.moments import (
    MomentError,
    read_day,
    read_end,
    read_moment,
    read_month,
    read_time,
    time_is_doubled,
    time_is_missing,
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


@pytest.mark.parametrize("written", ["2027-05-01", "1.5.2027", "01.05.2027", "la 1.5.2027", "1.5.2027."])
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
        "1.5.27",
        "1.13.2027",
        "30.2.2027",
        "1.5.2027 klo 25",
        "1.5.2027 klo 18.60",
        "su 1.5.2027",
        "12:30",
        "18.30",
        "750",
        "1/5/2027",
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
        ("18.00", datetime(2027, 5, 2, 18, 0)),
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
    "written", ["1. toukokuun 2027", "1. talvikuuta 2027", "toukokuuta 2027", "2027/05/01", "01/05/2027"]
)
def test_what_is_like_a_date_is_not_guessed(written: str) -> None:
    with pytest.raises(MomentError) as raised:
        read_moment(written)
    assert raised.value.code == "not-a-moment"


def test_a_named_month_has_its_own_number_of_days() -> None:
    with pytest.raises(MomentError) as raised:
        read_moment("31. kesäkuuta 2027")
    assert raised.value.code == "no-such-day"
