"""Files whose events are held more than once: which dates people get for what they write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.counting import steps
from tests.reading.test_problems import TODAY, write_case

from seurantalo.model.event import EventStatus
from seurantalo.model.problem import Problem
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.reading import read_community


@pytest.fixture
def dates(tmp_path: Path) -> Dates:
    return Dates(tmp_path)


class Dates:
    """The dates of an event whose file has these lines beside a title and an organiser."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: tuple[Problem, ...] = ()
        self.found: Sequence[Occurrence] = ()

    def __call__(self, *lines: str) -> list[str]:
        text = "\n".join(["otsikko: Kyläilta", "järjestäjä: vimpelin-martat", *lines])
        write_case({"files": {"events/uusi.yml": text}}, self.root)
        reading = read_community(self.root, self.root / "content", Settings(), TODAY)
        self.problems = reading.problems
        told = [f"{problem.line}: {problem.code}" for problem in reading.problems]
        if reading.community is None or "uusi" not in reading.community.events:
            return told
        self.found = make_calendar(reading.community, Settings(), TODAY).of_event("uusi")
        return [*told, *(f"{_words(one.starts_local)}–{_end(one)}" for one in self.found)]

    def cancelled(self) -> list[str]:
        """The days of the last event whose dates are cancelled."""
        return [_words(one.first_day) for one in self.found if one.status is EventStatus.CANCELLED]


def _words(moment: date) -> str:
    clock = f" {moment:%H:%M}" if isinstance(moment, datetime) else ""
    return f"{moment.day}.{moment.month}.{clock}"


def _end(one: object) -> str:
    starts, ends = one.starts_local, one.ends_local  # type: ignore[attr-defined]
    if isinstance(ends, datetime) and ends.date() == starts.date():
        return f"{ends:%H:%M}"
    return _words(ends)


@pytest.mark.parametrize(
    "lines",
    [
        ["päivät: [14.1.2027 klo 18, 11.2.2027 klo 18, 18.3.2027 klo 18]", "päättyy: klo 19.30"],
        ["alkaa: [14.1.2027 klo 18, 11.2.2027 klo 18, 18.3.2027 klo 18]", "päättyy: klo 19.30"],
        ["päivä: [14.1.2027 klo 18, 11.2.2027 klo 18, 18.3.2027 klo 18]", "päättyy: klo 19.30"],
        ["datum: [14.1.2027 kl. 18–19.30, 11.2.2027 kl. 18–19.30, 18.3.2027 kl. 18–19.30]"],
        ["dates: [2027-01-14 18:00, 2027-02-11 18:00, 2027-03-18 18:00]", "ends: 14.1.2027 19:30"],
        ["dates: [{starts: 2027-01-14 18:00, ends: 19:30}, 2027-02-11 18:00, 2027-03-18 18:00]"],
        ["päivät: [14.1.2027, 11.2.2027, 18.3.2027]", "alkaa: klo 18", "päättyy: klo 19.30"],
        ["päivät: 14.1.2027 klo 18–19.30, to 11.2.2027 klo 18, 18. maaliskuuta 2027 klo 18"],
        ["datum: 2027-01-14, 18:00; 2027-02-11, 18:00; 2027-03-18, 18:00", "slutar: kl. 19.30"],
        ["alkaa: 14.1.2027 klo 18", "päättyy: klo 19.30", "päivät: [11.2.2027 klo 18, 18.3.2027 klo 18]"],
        ["alkaa: 14.1.2027 klo 18", "päättyy: klo 19.30", "toistuu: {myös: [11.2.2027 klo 18, 18.3.2027 klo 18]}"],
        ["alkaa: 14.1.2027 klo 18–19.30", "toistuu: {myös: [11.2.2027 klo 18–19.30, 18.3.2027 klo 18]}"],
    ],
)
def test_dates_without_a_rule_are_written_as_a_list(dates: Dates, lines: list[str]) -> None:
    assert dates(*lines) == ["14.1. 18:00–19:30", "11.2. 18:00–19:30", "18.3. 18:00–19:30"]


def test_each_date_of_a_list_may_have_its_own_end(dates: Dates) -> None:
    listed = "dates: [2027-01-13 18:00, {starts: 2027-02-03 17:00, ends: 19:00}, 2027-02-24 18:30]"
    assert dates(listed, "ends: 13.1.2027 klo 19.30") == [
        "13.1. 18:00–19:30",
        "3.2. 17:00–19:00",
        "24.2. 18:30–20:00",
    ]
    assert dates(listed, "ends: 20:00") == ["13.1. 18:00–20:00", "3.2. 17:00–19:00", "24.2. 18:30–20:00"]
    assert dates("päivät: [{alkaa: 13.1.2027 klo 18, päättyy: klo 24}, 3.2.2027 klo 23]") == [
        "13.1. 18:00–14.1. 00:00",
        "3.2. 23:00–4.2. 05:00",
    ]


def test_whole_days_may_be_listed(dates: Dates) -> None:
    assert dates("päivät: [1.5.2027, {alkaa: 8.5.2027, päättyy: 9.5.2027}]") == ["1.5.–1.5.", "8.5.–9.5."]


def test_one_date_in_a_list_is_held_once(dates: Dates) -> None:
    assert dates("päivät: [14.1.2027 klo 18–20]") == ["14.1. 18:00–20:00"]
    assert dates("päivät: 14.1.2027 klo 18–20") == ["14.1. 18:00–20:00"]
    assert dates("päivät: []") == ["1: starts-missing"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["päivät: [14.1.2027 klo 18, 31.2.2027 klo 18]"], "3: no-such-day"),
        (["päivät: [31.2.2027 klo 18, 14.1.2027 klo 18]"], "3: no-such-day"),
        (["päivät: [14.1.2027 klo 18, 11.2.2027]"], "3: extra-date-unlike-start"),
        (["päivät:", "  - 14.1.2027 klo 18", "  - {päättyy: klo 19}"], "5: field-missing"),
        (["päivät:", "  - {päättyy: klo 19}", "  - 14.1.2027 klo 18"], "4: field-missing"),
        (["päivät: [14.1.2027 klo 18, [a]]"], "3: expected-text"),
        (["päivät: [[a], 14.1.2027 klo 18]"], "3: field-missing"),
        (["päivät: [14.1.2027 klo 18, {alkaa: 11.2.2027 klo 18, lopuu: klo 20}]"], "3: unknown-field-near"),
        (["päivät: [14.1.2027 klo 18, 28.3.2027 klo 3.15]"], "3: time-does-not-exist"),
        (["päivät: [14.1.2027 klo 18, 27.3.2027 klo 22–3.30]"], "3: time-does-not-exist"),
    ],
)
def test_what_is_wrong_with_a_listed_date_is_told_at_it(dates: Dates, lines: list[str], told: str) -> None:
    assert told in dates(*lines)


def test_a_time_that_the_clocks_skip_is_told_of_added_dates_too(dates: Dates) -> None:
    lines = ["alkaa: 2.3.2027 klo 18", "toistuu: {joka: viikko, kertoja: 3,", "  myös: [28.3.2027 klo 3.15]}"]
    assert dates(*lines) == ["5: time-does-not-exist"]


RULES = [
    "alkaa: ma 11.1.2027 klo 10",
    "päättyy: klo 11",
    "toistuu:",
    "  - {joka: maanantai, asti: 20.1.2027}",
    "  - {joka: torstai, alkaa: klo 12, asti: 31.1.2027}",
]


def test_an_event_may_have_several_rules(dates: Dates) -> None:
    expected = [
        "11.1. 10:00–11:00",
        "14.1. 12:00–13:00",
        "18.1. 10:00–11:00",
        "21.1. 12:00–13:00",
        "28.1. 12:00–13:00",
    ]
    assert dates(*RULES) == expected
    assert dates(*RULES[:2], *reversed(RULES[3:]), "toistuu:") != expected
    assert dates(*RULES[:3], RULES[4], RULES[3]) == expected


def test_each_rule_may_have_its_own_hours_and_days(dates: Dates) -> None:
    assert dates(
        "starts: 2027-01-11",
        "repeats: [{every: week, on: [mon], starts: 10:00, ends: 11:00, count: 2},",
        "  {every: week, on: [thu], starts: 12:00, count: 1, also: [23.1.2027 klo 9–10]}]",
    ) == ["11.1. 10:00–11:00", "14.1. 12:00–14:00", "18.1. 10:00–11:00", "23.1. 09:00–10:00"]
    assert dates(
        "alkaa: ti 12.1.2027 klo 18", "päättyy: klo 20", "toistuu: [{joka: viikko, kertoja: 2}, {joka: kuukausi,",
        "  päivinä: [viimeinen päivä], alkaa: su 31.1.2027 klo 9, päättyy: klo 9.30, kertoja: 2}]",
    ) == ["12.1. 18:00–20:00", "19.1. 18:00–20:00", "31.1. 09:00–09:30", "28.2. 09:00–09:30"]  # fmt: skip


def test_what_two_rules_give_is_one_date(dates: Dates) -> None:
    lines = ["alkaa: ti 12.1.2027 klo 18", "päättyy: klo 20", "toistuu: [{joka: viikko, kertoja: 2}, {joka: päivä,"]
    assert dates(*lines, "  kertoja: 2}]") == ["12.1. 18:00–20:00", "13.1. 18:00–20:00", "19.1. 18:00–20:00"]


@pytest.mark.parametrize(
    ("repeats", "told"),
    [
        ("[{joka: tiistai}, {joka: torstai}]", "3: start-not-in-rule"),
        ("[{joka: maanantai}, {joka: to, alkaa: pe 15.1.2027 klo 9}]", "5: start-not-in-rule"),
        ("[{joka: maanantai}, {joka: höpö}]", "5: not-an-interval"),
        ("[{joka: maanantai}, {joka: to, asti: 13.1.2027}]", "5: until-before-start"),
        ("[{joka: maanantai}, {joka: to, alkaa: klo 25}]", "5: no-such-time"),
        ("[{joka: maanantai}, {joka: to, päättyy: 5.1.2027 klo 3}]", "5: ends-before-start"),
        ("[{joka: maanantai}, {joka: to, paitsi: [15.1.2027]}]", "5: no-date-that-day"),
        ("[{joka: maanantai}, []]", "5: expected-fields"),
    ],
)
def test_what_is_wrong_with_one_of_several_rules_is_told_at_it(dates: Dates, repeats: str, told: str) -> None:
    found = dates("alkaa: ma 11.1.2027 klo 10", "päättyy: klo 11", f"toistuu: {repeats}")
    assert told in found


@pytest.mark.parametrize(
    ("repeats", "second"),
    [
        ("viikko", "19.1."),
        ("joka toinen tiistai", "26.1."),
        ("every other Tuesday", "26.1."),
        ("varannan tisdag", "26.1."),
        ("kuukauden toinen tiistai", "9.2."),
        ("joka kuukauden toinen tiistai", "9.2."),
        ("the second Tuesday of the month", "9.2."),
        ("den andra tisdagen i månaden", "9.2."),
        ("kuukauden 12. päivä", "12.2."),
        ("{joka: kuukauden toinen tiistai, asti: 30.6.2027}", "9.2."),
    ],
)
def test_a_rule_is_said_in_plain_words(dates: Dates, repeats: str, second: str) -> None:
    assert dates("alkaa: ti 12.1.2027 klo 18", "päättyy: klo 19", f"toistuu: {repeats}")[1] == f"{second} 18:00–19:00"


@pytest.mark.parametrize("on", ["viimeinen päivä", "kuukauden viimeinen päivä", "-1", "sista dagen", "the last day"])
def test_the_last_day_of_the_month(dates: Dates, on: str) -> None:
    lines = ["alkaa: su 31.1.2027", f"toistuu: {{joka: kuukausi, päivinä: [{on}], kertoja: 3}}"]
    assert dates(*lines) == ["31.1.–31.1.", "28.2.–28.2.", "31.3.–31.3."]


WEEKLY = ["alkaa: ti 2.3.2027 klo 18", "päättyy: klo 19.30", "toistuu: {joka: viikko, kertoja: 5}", "muutokset:"]


def test_a_change_holds_from_a_day_on_until_the_next(dates: Dates) -> None:
    onwards = ["  - {alkaen: 9.3.2027, alkaa: klo 19}", "  - {alkaen: 20.3.2027, päättyy: klo 21}"]
    assert dates(*WEEKLY, *onwards) == [
        "2.3. 18:00–19:30", "9.3. 19:00–20:30", "16.3. 19:00–20:30", "23.3. 18:00–21:00", "30.3. 18:00–21:00",
    ]  # fmt: skip
    one = "  - {päivä: 16.3.2027, alkaa: 17.3.2027}"
    assert dates(*WEEKLY, onwards[0], one)[1:4] == ["9.3. 19:00–20:30", "17.3. 19:00–20:30", "23.3. 19:00–20:30"]
    days = ["alkaa: 7.2.2027", "toistuu: {joka: viikko, kertoja: 3}", "muutokset:"]
    assert dates(*days, "  - {alkaen: 14.2.2027, päättyy: 15.2.2027}") == ["7.2.–7.2.", "14.2.–15.2.", "21.2.–22.2."]
    both = "  - {alkaen: 9.3.2027, alkaa: klo 20, päättyy: klo 24}"
    assert dates(*WEEKLY, both)[:2] == ["2.3. 18:00–19:30", "9.3. 20:00–10.3. 00:00"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["alkaa: 5.6.2027 klo 20", "päättyy: klo 24"], ["5.6. 20:00–6.6. 00:00"]),
        (["alkaa: 5.6.2027 klo 20", "päättyy: 24.00"], ["5.6. 20:00–6.6. 00:00"]),
        (["alkaa: 5.6.2027 klo 20", "päättyy: 5.6.2027 klo 24"], ["5.6. 20:00–6.6. 00:00"]),
        (["alkaa: 31.12.2027 klo 20", "päättyy: 2027-12-31 24:00"], ["31.12. 20:00–1.1. 00:00"]),
        (["alkaa: la 12.6.2027 klo 18-24"], ["12.6. 18:00–13.6. 00:00"]),
        (["alkaa: 12.6.2027 klo 18.30 – 20.15"], ["12.6. 18:30–20:15"]),
        (["alkaa: 12.6.2027 klo 22–2"], ["12.6. 22:00–13.6. 02:00"]),
        (["starts: 2027-06-12 18:00–20:00"], ["12.6. 18:00–20:00"]),
        (["alkaa: 12. kesäkuuta 2027 klo 18–klo 20"], ["12.6. 18:00–20:00"]),
        (["alkaa: 12.6.2027 klo 18-24.30"], ["3: midnight-as-24"]),
    ],
)
def test_an_evening_until_midnight(dates: Dates, lines: list[str], expected: list[str]) -> None:
    assert dates(*lines) == expected


def test_an_end_that_is_the_start_is_left_out(dates: Dates) -> None:
    lines = ["alkaa: 1.3.2027 klo 18", "päättyy: 1.3.2027 klo 18"]
    assert dates(*lines) == ["4: ends-at-start", "1.3. 18:00–20:00"]
    assert dates("alkaa: 1.3.2027 klo 18", "päättyy: klo 18") == ["4: ends-at-start", "1.3. 18:00–20:00"]


def test_a_changed_start_may_hold_its_end(dates: Dates) -> None:
    assert dates(*WEEKLY, "  - {päivä: 9.3.2027, alkaa: klo 20–24}")[1] == "9.3. 20:00–10.3. 00:00"
    assert dates(*WEEKLY, "  - {date: 9.3.2027, starts: 10.3.2027 klo 9–10.30}")[1] == "10.3. 09:00–10:30"
    assert dates(*WEEKLY, "  - {alkaen: 9.3.2027, alkaa: klo 17–18}")[1:3] == [
        "9.3. 17:00–18:00",
        "16.3. 17:00–18:00",
    ]


def test_a_date_of_a_line_is_told_where_it_stands(dates: Dates) -> None:
    write_case(
        {"files": {"events/uusi.yml": "otsikko: A\njärjestäjä: vimpelin-martat\npäivät: 14.1.2027, 31.2.2027\n"}},
        dates.root,
    )
    reading = read_community(dates.root, dates.root / "content", Settings(), TODAY)
    assert ("no-such-day", 3, 20) in [(one.code, one.line, one.column) for one in reading.problems]


EVENING = ["2.3. 18:00–20:00"]


@pytest.mark.parametrize(
    "lines",
    [
        ["päivä: 2.3.2027", "kello: 18-20"],
        ["päivä: ti 2.3.2027 klo 18–20"],
        ["aika: ti 2.3.2027 klo 18-20"],
        ["aika: klo 18–20", "päivä: 2.3.2027"],
        ["alkaa: 2.3.2027", "kellonaika: klo 18", "kesto: 2 tuntia"],
        ["päivä: 2.3.2027", "alkaa: klo 18", "päättyy: klo 20"],
        ["alkaa: 2.3.2027 klo 18", "aika: klo 18–20"],
        ["alkaa: 2.3.2027 klo 18", "kesto: 2 h"],
        ["alkaa: 2.3.2027 klo 18", "kesto: 1 t 60 min"],
        ["alkaa: 2.3.2027 klo 18", "kesto: 120 min", "päättyy: klo 20"],
        ["alkaa: 2.3.2027 klo 18–20", "päättyy: klo 20"],
        ["alkaa: 2.3.2027 klo 18", "päättyy: ti 2.3. klo 20."],
        ["datum: tisdag 2 mars 2027", "tid: kl. 18–20"],
        ["dag: 2.3.2027", "klockan: 18", "längd: två timmar"],
        ["date: 2 March 2027", "time: 6 pm - 8 pm"],
        ["date: March 2, 2027", "time: 6–8 pm"],
        ["starts: Tue 2 March 2027, 18:00–20:00"],
    ],
)
def test_a_day_a_time_and_a_length_may_stand_apart(dates: Dates, lines: list[str]) -> None:
    assert dates(*lines) == EVENING


@pytest.mark.parametrize(
    "lines",
    [
        ["alkaa: la–su 6.–7.3.2027"],
        ["alkaa: 6.3.2027", "päättyy: su 7.3."],
        ["alkaa: 6.3.2027", "kesto: 2 päivää"],
        ["alkaa: 6.3.2027", "kesto: viikonloppu"],
        ["päivä: 6.-7.3.2027"],
        ["datum: lö–sö 6–7.3.2027"],
        ["date: Sat–Sun 6–7 March 2027"],
        ["päivät: [6.–7.3.2027]"],
    ],
)
def test_days_may_be_written_together(dates: Dates, lines: list[str]) -> None:
    assert dates(*lines) == ["6.3.–7.3."]


@pytest.mark.parametrize(
    "lines",
    [
        ["alkaa: 12.6.2027, 19.6.2027, 3.7.2027 klo 13", "päättyy: klo 17"],
        ["alkaa: 12.6.2027 klo 13–17, 19.6.2027, 3.7.2027"],
        ["päivät: 12.6., 19.6. ja 3.7.2027", "kello: 13–17"],
        ["päivät: [12.6., 19.6., 3.7.2027]", "kello: 13–17"],
        ["päivät: 12. ja 19.6. sekä 3.7.2027 klo 13–17"],
        ["datum: 12.6, 19.6 och 3.7.2027 kl. 13–17"],
        ["dates: 12 June, 19 June and 3 July 2027, 13:00–17:00"],
    ],
)
def test_what_stands_once_beside_several_dates_is_that_of_all(dates: Dates, lines: list[str]) -> None:
    assert dates(*lines) == ["12.6. 13:00–17:00", "19.6. 13:00–17:00", "3.7. 13:00–17:00"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["alkaa: 12.–13.6.2027", "kello: 10–16"], "4: days-with-hours"),
        (["alkaa: 12.6.2027", "aika: iltapäivällä"], "4: not-a-time"),
        (["alkaa: 12.6.2027 klo 13", "kello: 14"], "4: starts-unlike"),
        (["alkaa: 12.6.2027", "päivä: 13.6.2027"], "4: starts-unlike"),
        (["alkaa: 12.6.2027", "kesto: 2 tuntia"], "4: start-without-time"),
        (["alkaa: 12.6.2027 klo 10", "kesto: 2 päivää"], "4: length-in-days"),
        (["alkaa: 12.6.2027 klo 10", "päättyy: klo 11", "kesto: 2 tuntia"], "5: length-unlike-end"),
        (["päivä: ei tiedossa", "kello: 18"], "4: needs-start"),
        (["päivä: ei tiedossa", "kesto: 2 h"], "4: needs-start"),
        (["kello: 18"], "3: hour-without-day"),
    ],
)
def test_what_does_not_go_together_is_told(dates: Dates, lines: list[str], told: str) -> None:
    assert dates(*lines)[0] == told
    assert len(dates(*lines)) == 1


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("peruttu: 9.3.2027", ["9.3."]),
        ("peruttu: 9.3. ja 23.3.", ["9.3.", "23.3."]),
        ("perutut: [9.3.2027, 23.3.2027]", ["9.3.", "23.3."]),
        ("perutut päivät: 8.–20.3.2027", ["9.3.", "16.3."]),
        ("inställda: 9.3 och 16.3.2027", ["9.3.", "16.3."]),
        ("cancelled: 9 March, 16 March 2027", ["9.3.", "16.3."]),
    ],
)
def test_cancelled_dates_of_a_series_are_a_field(dates: Dates, line: str, days: list[str]) -> None:
    lines = ["alkaa: ti 2.3.2027 klo 18–20", "toistuu: {joka: viikko, kertoja: 4}", line]
    assert len(dates(*lines)) == 4
    assert dates.cancelled() == days


def test_an_event_that_is_cancelled_may_say_so_by_the_field_alone(dates: Dates) -> None:
    for line in ("peruttu: kyllä", "peruttu: 2.3.2027", "inställt: ja"):
        assert dates("alkaa: 2.3.2027 klo 18–20", line) == EVENING
        assert dates.cancelled() == ["2.3."]
    assert dates("alkaa: 2.3.2027 klo 18–20", "peruttu: ei") == EVENING
    assert dates.cancelled() == []
    assert dates("alkaa: 2.3.2027 klo 18–20", "peruttu: 3.3.2027") == ["4: changes-without-repeats"]
    series = ["alkaa: 2.3.2027 klo 18–20", "toistuu: {joka: viikko, kertoja: 3}"]
    assert dates(*series, "peruttu: 10.3.2027") == ["5: no-date-that-day"]
    both = "muutokset: [{päivä: 9.3.2027, alkaa: klo 19}]"
    assert dates(*series, both, "peruttu: 9.3.2027") == ["6: change-twice"]


@pytest.mark.parametrize(
    ("start", "told", "line"),
    [
        ("11.6.2072 klo 13", True, "alkaa: 11.6.2027 klo 13"),
        ("11.6.2033", True, ""),
        ("11.6.2032", False, ""),
        ("11.6.2030", False, ""),
    ],
)
def test_a_date_of_many_years_ahead_is_asked_about(dates: Dates, start: str, told: bool, line: str) -> None:
    dates(f"alkaa: {start}")
    found = [one for one in dates.problems if one.code == "far-ahead"]
    assert [(one.line, one.severity.value) for one in found] == ([(3, "warning")] if told else [])
    assert [one.mend.text for one in found if one.mend] == ([line] if line else [])


#: What is written of the repetition of an event on Tuesday 2 March 2027, and its first dates; (N) is their number.
IN_WORDS = {
    "joka toinen tiistai": "2.3. 16.3. 30.3.",
    "2 viikon välein": "2.3. 16.3. 30.3.",
    "kahden viikon välein tiistaisin": "2.3. 16.3. 30.3.",
    "tiistaisin joka toinen viikko": "2.3. 16.3. 30.3.",
    "varannan tisdag": "2.3. 16.3. 30.3.",
    "every other week, Tuesdays": "2.3. 16.3. 30.3.",
    "parittomina viikkoina": "2.3. 16.3. 30.3.",
    "udda veckor på tisdagar": "2.3. 16.3. 30.3.",
    "3 viikon välein tiistaisin": "2.3. 23.3. 13.4.",
    "var tredje vecka, tisdagar": "2.3. 23.3. 13.4.",
    "ti ja to": "2.3. 4.3. 9.3.",
    "tiistaisin ja torstaisin": "2.3. 4.3. 9.3.",
    "ti, to": "2.3. 4.3. 9.3.",
    "tisdagar och torsdagar": "2.3. 4.3. 9.3.",
    "weekly on Tuesdays and Thursdays": "2.3. 4.3. 9.3.",
    "ma–pe": "2.3. 3.3. 4.3. 5.3. 8.3.",
    "arkisin": "2.3. 3.3. 4.3. 5.3. 8.3.",
    "Monday to Friday": "2.3. 3.3. 4.3. 5.3. 8.3.",
    "tiistai-iltaisin": "2.3. 9.3. 16.3.",
    "joka tiistai 31.3. asti": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "joka tiistai ke 31.3.2027 asti": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "tiistaisin maaliskuun loppuun asti": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "tiistaisin 2.3.–31.3.": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "varje tisdag till 31.3": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "tisdagar till slutet av mars": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "every Tuesday from 2 March to 31 March 2027": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "every Tuesday until the end of March": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "tiistaisin 3 kertaa": "2.3. 9.3. 16.3. (3)",
    "joka toinen tiistai, 30.3. asti, paitsi 16.3.": "2.3. 30.3. (2)",
    "tiistaisin (paitsi 9.3.)": "2.3. 16.3. 23.3.",
    "tiistaisin, ei huhtikuussa eikä toukokuussa": "2.3. 9.3. 16.3. 23.3. 30.3. 1.6.",
    "{joka: viikko, asti: maaliskuun loppuun}": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "tiistaisin, paitsi 9.3., ei huhtikuussa": "2.3. 16.3. 23.3. 30.3. 4.5.",
    "tiistaisin, paitsi 9.3. ja 23.3.": "2.3. 16.3. 30.3.",
    "joka tiistai 31.3. asti, paitsi 9.3.": "2.3. 16.3. 23.3. 30.3. (4)",
    "joka tiistai 31.3.2027 asti (ei 9.3. eikä 16.3.)": "2.3. 23.3. 30.3. (3)",
    "tiistait ja torstait": "2.3. 4.3. 9.3.",
    "ti/to": "2.3. 4.3. 9.3.",
    "jokaisena tiistaina": "2.3. 9.3. 16.3.",
    "aina tiistaisin": "2.3. 9.3. 16.3.",
    "joka toinen tiistai, yhteensä 2 kertaa": "2.3. 16.3. (2)",
    "{joka: tiistai, asti: 3/2027}": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "{joka: tiistai, asti: maaliskuun loppu}": "2.3. 9.3. 16.3. 23.3. 30.3. (5)",
    "parittomien viikkojen tiistait": "2.3. 16.3. 30.3.",
    "tiistaisin paitsi 8.–24.3.": "2.3. 30.3.",
    "tisdagar, utom 9.3 och 23.3": "2.3. 16.3. 30.3.",
    "tiistaisin, ei maalis–huhtikuussa": "4: start-not-in-rule",
    "tiistaisin, ei huhtikuussa": "2.3. 9.3. 16.3. 23.3. 30.3. 4.5.",
    "tisdagar, inte i april": "2.3. 9.3. 16.3. 23.3. 30.3. 4.5.",
    "kuukauden ensimmäinen tiistai": "2.3. 6.4. 4.5.",
    "joka kuukauden ensimmäisenä tiistaina": "2.3. 6.4. 4.5.",
    "ensimmäinen tiistai": "2.3. 6.4. 4.5.",
    "första tisdagen i månaden": "2.3. 6.4. 4.5.",
    "kuukauden 1. ja 3. tiistai": "2.3. 16.3. 6.4.",
    "kuukauden ensimmäinen tiistai ja viimeinen sunnuntai": "2.3. 28.3. 6.4.",
    "joka toinen kuukausi, 2. päivä": "2.3. 2.5. 2.7.",
    "kuukauden 2. ja 16. päivä": "2.3. 16.3. 2.4.",
    "den 2 i månaden": "2.3. 2.4. 2.5.",
    "joka vuosi maaliskuun ensimmäinen tiistai": "2.3. 7.3.",
    "tiistaisin klo 18": "2.3. 9.3. 16.3.",
    "tiistaisin klo 18–20, 2.3.–16.3.2027": "2.3. 9.3. 16.3. (3)",
    "{joka: toinen tiistai, asti: 30.3.}": "2.3. 16.3. 30.3. (3)",
    "{joka: viikko, päivinä: ti ja to, asti: 4.3.}": "2.3. 4.3. (2)",
    "{joka: viikko, päivät: ti ja to, asti: 4.3.}": "2.3. 4.3. (2)",
    "{joka: 2 vk, kertoja: 3 kertaa}": "2.3. 16.3. 30.3. (3)",
    "{joka: viikko, ei: 9.3.}": "2.3. 16.3.",
    "{joka: viikko, poikkeukset: 9.3. ja 16.3.}": "2.3. 23.3.",
    "{joka: viikko, paitsi: '9.3.2027, 16.3.2027'}": "2.3. 23.3.",
    "{joka: viikko, paitsi: [9.3., 16.3.]}": "2.3. 23.3.",
    "{joka: viikko, paitsi: 9.–17.3.2027}": "2.3. 23.3.",
    "{joka: viikko, paitsi: huhtikuussa}": "2.3. 9.3. 16.3. 23.3. 30.3. 4.5.",
    "{joka: vuosi, päivinä: [1. ti]}": "2.3. 7.3.",
    "{joka: vuosi, päivinä: [2.]}": "2.3. 2.3.",
    "{joka: päivä, päivinä: [ti, to]}": "2.3. 4.3. 9.3.",
    "{myös: '9.3.2027 ja 23.3.2027', paitsi: 9.3.2027}": "2.3. 23.3. (2)",
}


@pytest.mark.parametrize("repeats", IN_WORDS)
def test_repetition_in_words(dates: Dates, repeats: str) -> None:
    written = repeats if repeats.startswith("{") else f'"{repeats}"'
    found = dates("alkaa: ti 2.3.2027 klo 18", "päättyy: klo 20", f"toistuu: {written}")
    *days, number = IN_WORDS[repeats].split() if "(" in IN_WORDS[repeats] else (*IN_WORDS[repeats].split(), "")
    if found and found[0][0].isdecimal() and ": " in found[0]:
        assert found == ["3: start-not-in-rule"]
        assert "start-not-in-rule" in IN_WORDS[repeats]
        return
    assert [one.split()[0] for one in found[: len(days)]] == days
    assert not number or len(found) == int(number.strip("()"))
    assert all(" 18:00–20:00" in one for one in found)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["toistuu: toinen tiistai"], "4: nth-or-interval"),
        (["toistuu: kerran kuussa"], "4: once-a-month"),
        (["toistuu: en gång i månaden"], "4: once-a-month"),
        (["toistuu: kaksi kertaa viikossa"], "4: not-an-interval"),
        (["toistuu: tiistaisin klo 17"], "4: repeats-unlike-start"),
        (["toistuu: tiistaisin 9.3.2027 alkaen"], "4: repeats-unlike-start"),
        (["toistuu: parillisina viikkoina"], "3: week-of-other-number"),
        (["toistuu: {joka: viikko, paitsi: 10.3.}"], "4: no-date-that-day"),
        (["toistuu: {joka: viikko, paitsi: pääsiäinen}"], "4: not-a-moment"),
        (["toistuu: {joka: viikko, paitsi: 10.–12.3.2027}"], "4: no-date-that-day"),
        (["toistuu: tiistaisin 31.12.2026 asti"], "4: until-before-start"),
        (["toistuu: tiistaisin 10 kertaa 31.5. asti"], "4: until-and-count"),
        (["toistuu: {paitsi: 9.3.2027}"], "4: field-missing"),
    ],
)
def test_repetition_in_words_that_is_not_clear_is_told(dates: Dates, lines: list[str], told: str) -> None:
    assert dates("alkaa: ti 2.3.2027 klo 18", *lines) == [told]


def test_a_number_and_a_weekday_are_of_the_month_and_told_with_the_first_dates(dates: Dates) -> None:
    told = dates("alkaa: ti 9.3.2027 klo 18", "toistuu: toinen tiistai")
    assert [one.split()[0] for one in told[1:4]] == ["9.3.", "13.4.", "11.5."]
    assert [(one.code, dict(one.values)["dates"]) for one in dates.problems] == [
        ("nth-read-so", "9.3.2027, 13.4.2027, 11.5.2027, 8.6.2027")
    ]
    assert dates("alkaa: pe 26.3.2027", "toistuu: kuukauden viimeinen perjantai")[0] == "26.3.–26.3."
    assert dates("alkaa: ke 31.3.2027", "toistuu: viimeinen arkipäivä")[:3] == [
        "4: repeats-read-so", "31.3.–31.3.", "30.4.–30.4.",
    ]  # fmt: skip


def test_several_rules_are_said_in_one_line(dates: Dates) -> None:
    start = ["alkaa: ti 2.3.2027 klo 18", "päättyy: klo 20"]
    expected = ["2.3. 18:00–20:00", "4.3. 12:00–13:00", "9.3. 18:00–20:00"]
    for words in ("tiistaisin klo 18–20 ja torstaisin klo 12–13", "tisdagar kl. 18–20; torsdagar kl. 12–13"):
        assert dates(*start, f"toistuu: {words}")[:3] == expected
    assert dates("alkaa: 2.3.2027", "toistuu: tiistaisin klo 18–20")[:2] == ["2.3. 18:00–20:00", "9.3. 18:00–20:00"]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["toistuu: viikoittain", "asti: 20.3."], ["2.3.", "9.3.", "16.3."]),
        (["toistuu: {joka: viikko}", "kertoja: 4", "paitsi: 9.3. ja 16.3."], ["2.3.", "23.3."]),
        (["toistuu: viikoittain", "kertoja: 1", "myös: 4.3.2027 klo 18"], ["2.3.", "4.3."]),
        (["upprepas: varje vecka", "till: 9.3.2027", "utom: 9.3.2027"], ["2.3."]),
    ],
)
def test_what_stands_beside_a_repetition_is_of_it(dates: Dates, lines: list[str], days: list[str]) -> None:
    assert [one.split()[0] for one in dates("alkaa: ti 2.3.2027 klo 18", *lines)] == days


def test_thousands_of_days_that_are_left_out_are_told_in_one_sentence_and_quickly(dates: Dates) -> None:
    def told(count: int) -> list[str]:
        days = ", ".join(str(date(2027, 3, 3) + timedelta(days=number)) for number in range(count))
        return dates("alkaa: ti 2.3.2027 klo 18", f"toistuu: {{joka: viikko, kertoja: 2000, paitsi: [{days}]}}")

    assert told(4_000) == ["4: no-date-those-days"]
    assert dict(dates.problems[0].values)["count"] == "3429"
    assert steps(lambda: told(4_000)) < 3 * steps(lambda: told(2_000))
