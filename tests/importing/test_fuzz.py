"""Whatever is in a calendar file: each entry becomes an event that our check takes, or a problem; in little time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.importing.importers import imported

from seurantalo.importing import Import
from seurantalo.language import LANGUAGES, language
from seurantalo.model.event import Event
from seurantalo.reading.report import format_text

SEED = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Koe//Koe//FI
X-WR-TIMEZONE:Europe/Helsinki
BEGIN:VTIMEZONE
TZID:Oma
BEGIN:STANDARD
DTSTART:16010101T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:1@koe
DTSTART;TZID=Oma:20270506T180000
DTEND;TZID=Oma:20270506T200000
RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TH,TU;COUNT=12;WKST=MO
EXDATE;TZID=Oma:20270513T180000,20270518T180000
RDATE;VALUE=PERIOD:20270601T090000Z/PT1H
SUMMARY;LANGUAGE=fi:Kyläilta\\, osa 1
LOCATION:Seurantalo (Iso sali)\\, Vimpeli
DESCRIPTION:<b>Tule</b> *mukaan*\\n- yksi\\n- kaksi\\nhttps://koe.example/a_b
CATEGORIES:musiikki,Muu
CONTACT:Vimpelin Martat
STATUS:CONFIRMED
SEQUENCE:3
END:VEVENT
BEGIN:VEVENT
UID:1@koe
RECURRENCE-ID;TZID=Oma:20270520T180000
DTSTART;VALUE=DATE:20270520
DURATION:P2D
SUMMARY:PERUTTU: Kyläilta
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:2@koe
DTSTART:20271031T003000Z
DTEND:20271031T013000Z
RRULE:FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-1;UNTIL=20291231
SUMMARY:Yö
URL:https://koe.example/
END:VEVENT
END:VCALENDAR
"""
#: The same from a site of this kind, whose own properties are read too.
OURS = SEED.replace("-//Koe//Koe//FI", "-//Seurantalo//Seurantalo//FI").replace(
    "STATUS:CONFIRMED",
    """STATUS:TENTATIVE
URL:https://alue.example/tapahtumat/kylailta/
X-SEURANTALO-HOLD-UNTIL:2027-06-01
X-SEURANTALO-FORMAT:concert
X-SEURANTALO-AUDIENCE:lapset
X-SEURANTALO-PRICE;LANGUAGE=fi:5 €
X-SEURANTALO-PRICE;LANGUAGE=sv:5 euro
X-SEURANTALO-AGENDA:{"starts":"18:00"\\,"text":"Kahvi"}
X-SEURANTALO-REGISTRATION:{"text":{"fi":"Ovella"}\\,"until":"2027-05-01"}
X-SEURANTALO-DESCRIPTION:Tule **mukaan**
X-SEURANTALO-PRACTICES:kylailta
X-SEURANTALO-UNTIL:open
X-SEURANTALO-NOTES:1
X-SEURANTALO-LEFT-OUT:image
END:VEVENT
BEGIN:VEVENT
UID:3@koe
DTSTART;TZID=Oma:20270610T170000
SUMMARY:Kyläilta
CONTACT:Vimpelin Martat
X-SEURANTALO-NOTE:Ulkona
X-SEURANTALO-SERIES-UID:1@koe
X-SEURANTALO-RDATE;TZID=Oma:20270610T170000""",
)
#: Words that stand at odds with whatever they come next to.
WORDS = (
    "", ":", ";", "=", ",", '"', "\\", "\\n", "\x00", "\ufeff", "[[paikka:x]]", "99999999999", "-1", "20270230",
    "00010101T000000Z", "99991231T235959Z", "TZID=Kuu", "VALUE=DATE", "FREQ=SECONDLY", "INTERVAL=0", "COUNT=99999",
    "BYDAY=6FR", "BYMONTHDAY=30;BYMONTH=2", "BYSETPOS=366", "UNTIL=19000101", "P99999999D", "PT99999999999H",
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VCALENDAR", "RANGE=THISANDFUTURE", "+9999", "🎺", "\u202e",
    '{"text":', '{"a":{"b":{"c":{}}}}', "[" * 200, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "X-SEURANTALO-DATE:1",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The seed with some lines left out, doubled, swapped, cut or spoilt."""
    lines = draw(st.sampled_from([SEED, OURS])).splitlines()
    for _ in range(draw(st.integers(1, 6))):
        index = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(["drop", "double", "swap", "spoil", "cut", "value", "fold"]))
        line = lines[index]
        if kind == "drop" and len(lines) > 2:
            del lines[index]
        elif kind == "double":
            lines.insert(draw(st.integers(0, len(lines))), line)
        elif kind == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[index], lines[other] = lines[other], line
        elif kind == "spoil":
            at = draw(st.integers(0, len(line)))
            lines[index] = line[:at] + draw(st.sampled_from(WORDS)) + line[at:]
        elif kind == "cut":
            lines[index] = line[: draw(st.integers(0, len(line)))]
        elif kind == "value":
            lines[index] = line.partition(":")[0] + ":" + draw(st.sampled_from(WORDS))
        else:
            at = draw(st.integers(0, len(line)))
            lines[index] = line[:at] + "\r\n " + line[at:]
    return draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)


def holds(result: Import) -> None:
    """What is true of every import."""
    ids = [each.event.id for each in result.events]
    assert len(ids) == len(set(ids))
    for each in result.events:
        assert isinstance(each.event, Event)
        assert each.event.organisers
        assert "\x00" not in each.text
    assert "import-unexpected" not in {problem.code for problem in result.problems}
    for code in LANGUAGES:
        format_text(result.problems, language(code))


@examples(60)
@given(mutated())
def test_a_spoilt_calendar_is_events_and_problems(text: str) -> None:
    result = imported(text.encode(errors="replace"))
    holds(result)
    if result.entries:
        assert result.events or result.problems or result.known


@examples(40)
@given(st.binary(max_size=400), st.integers(0, len(SEED)), st.booleans())
def test_noise_is_events_and_problems(noise: bytes, at: int, calendar: bool) -> None:
    seed = SEED.encode()
    holds(imported(seed[:at] + noise + seed[at:] if calendar else noise))


@examples(20)
@given(mutated())
def test_the_same_calendar_gives_the_same_bytes(text: str) -> None:
    content = text.encode(errors="replace")
    first, second = imported(content), imported(content)
    assert [each.text for each in first.events] == [each.text for each in second.events]
    assert first.problems == second.problems


def entry(*lines: str) -> str:
    words = "\n".join(("BEGIN:VEVENT", "UID:1", "SUMMARY:Ilta", "DTSTART:20270506T150000Z", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\n{words}\nEND:VCALENDAR\n"


@pytest.mark.parametrize(
    "text",
    [
        entry("RRULE:FREQ=DAILY;UNTIL=21990101"),
        entry("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        entry("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=366"),
        entry("RRULE:FREQ=MONTHLY;INTERVAL=99;BYDAY=-5MO;BYMONTHDAY=31"),
        entry("EXDATE:" + ",".join(["20270506T150000Z"] * 40_000)),
        entry("DESCRIPTION:" + "<p>" * 60_000),
        entry("DESCRIPTION:" + "&amp;" * 30_000),
        entry("DESCRIPTION:" + "https://" * 20_000),
        entry("DESCRIPTION:" + "0401234567 " * 15_000),
        entry("DESCRIPTION:" + "\\n\n " * 40_000),
        entry("LOCATION:" + "a, " * 60_000),
        entry("CATEGORIES:" + "\\,a," * 40_000),
        entry("CONTACT:" + "a, " * 60_000),
        entry("X;" + "A=B;" * 40_000 + ":1"),
        entry(*["X" * 50] * 4_000),
        entry("SUMMARY:" + "\\" * 150_000),
        "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 200_000,
        "BEGIN:VCALENDAR\n" + "BEGIN:VALARM\n" * 200_000,
        "BEGIN:VCALENDAR\n" + "\n" * 4_000_000,
        "BEGIN:VCALENDAR\n" + " x\n" * 1_000_000,
        "BEGIN:VCALENDAR\n" + 'A;B="' * 400_000,
        "BEGIN:VCALENDAR\n" + ("BEGIN:VTIMEZONE\nTZID:a\nEND:VTIMEZONE\n") * 50_000,
    ],
    ids=lambda text: text.replace("\n", " ")[60:110] if len(text) > 110 else text[:60],
)  # fmt: skip
def test_hostile_calendars_cost_little(text: str) -> None:
    began = time.process_time()
    holds(imported(text.encode()))
    assert time.process_time() - began < 10
