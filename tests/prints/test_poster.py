"""Posters: what they say, in which letters, and that nothing ever leaves the sheet."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps
from tests.examples import examples
from tests.pages.small_region import context, event, places, text
from tests.prints.week_posters import poster, read_back, words_of

from seurantalo.model.event import Change, EventStatus
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.publishing.prints import Format, Poster, Size, poster_of, sheet

RUN = "kraaterin-polkujuoksu"
#: What the poster of the run says, in the order in which a screen reader finds it.
RUN_WORDS = (
    "Kilpailu Kraaterin polkujuoksu Lauantai 29.5. klo 11–15 Kraaterinrannan hiihtomaja Latukuja 1, Lappajärvi "
    "Kaksikymmentäkolme kilometriä, koska kraateri on niin leveä. Lyhyemmällä lenkillä on enemmän pullaa. "
    "Hinta 6 km 15 €, 23 km 30 € "
    "Ilmoittautuminen Viimeistään ke 26.5., kraaterinkiertajat.example.org/polku "
    "Järjestäjä Urheiluseura Kraaterin Kiertäjät ry "
    "Lisätietoja ja mahdolliset muutokset: seurantalo.example.org/tapahtumat/kraaterin-polkujuoksu/ "
    "Järviseudun seurantalo"
)


def poster_for(lang: str = "fi", today: date = date(2027, 1, 11), **said: Any) -> Poster:
    """A poster of an event in Vimpeli on 20.3.2027 at 18, unless told otherwise."""
    starts = said.pop("starts", datetime(2027, 3, 20, 18))
    made = event("konsertti", starts, said.pop("ends", datetime(2027, 3, 20, 20)), **said)
    ctx = context(*places(), made, lang=lang, today=today)
    return poster_of(ctx, ctx.calendar.of_event("konsertti")[0])


def test_it_says_all_that_the_event_says() -> None:
    assert words_of(sheet(poster(RUN), Format.PDF)) == RUN_WORDS


def test_the_smaller_sheet_says_the_same() -> None:
    made = read_back(sheet(poster(RUN, Size.A5), Format.PDF))
    assert words_of(sheet(poster(RUN, Size.A5), Format.PDF)) == RUN_WORDS
    box = made.pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (148, 210)


def sizes(content: bytes) -> dict[str, float]:
    """The largest letters in which each word is printed, in points."""
    found: dict[str, float] = {}

    def see(words: str, _: object, place: list[float], __: object, size: float) -> None:
        for word in words.split():
            found[word] = max(found.get(word, 0), abs(place[3] * size))

    read_back(content).pages[0].extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("size", [Size.A4, Size.A5])
def test_date_and_place_are_read_from_a_metre(size: Size) -> None:
    letters = sizes(sheet(poster(RUN, size), Format.PDF))
    share = 1 if size is Size.A4 else 2**-0.5
    assert letters["Lauantai"] >= 60 * share
    assert letters["klo"] >= 40 * share
    assert letters["Kraaterinrannan"] >= 35 * share
    assert max(letters, key=letters.__getitem__) in ("Lauantai", "29.5.")


def test_a_cancelled_one_says_so_before_the_day() -> None:
    made = poster_for(status=EventStatus.CANCELLED)
    assert (made.mark, made.mark_words, made.cancelled) == ("PERUTTU", "", True)
    assert "Konsertti PERUTTU Lauantai 20.3. klo 18–20" in words_of(sheet(made, Format.PDF))


def test_one_that_was_to_be_on_another_day_says_which() -> None:
    made = poster_for(status=EventStatus.MOVED, planned_starts=datetime(2027, 3, 19, 18))
    assert (made.mark, made.mark_words, made.cancelled) == ("UUSI AIKA", "Piti olla pe 19.3.2027 klo 18", False)


def test_nights_days_and_years() -> None:
    night = poster_for(starts=datetime(2027, 5, 14, 18), ends=datetime(2027, 5, 15, 10))
    assert (night.days, night.hours) == (("Pe 14.5. klo 18 –", "la 15.5. klo 10"), "")
    days = poster_for(starts=date(2027, 5, 29), ends=date(2027, 5, 30))
    assert (days.days, days.hours) == (("La–su 29.–30.5.",), "")
    far = poster_for(today=date(2026, 8, 1))
    assert far.days == ("Lauantai 20.3.2027",)


def test_a_weekly_group_tells_its_rhythm() -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 5, 29))
    made = poster_for(repeats=rule, changes=(Change(date=date(2027, 4, 3), status=EventStatus.CANCELLED),))
    assert made.rhythm == "Joka lauantai klo 18–20, 20.3.–29.5.2027. Muuttuneet kerrat: la 3.4. peruttu"


def test_swedish_and_english() -> None:
    swedish, english = poster_for("sv", price=text("5 €")), poster_for("en", price=text("5 €"))
    assert (swedish.days, swedish.hours, swedish.facts[0]) == (("Lördag 20.3",), "kl. 18–20", ("Pris", "5 €"))
    assert (english.days, english.hours, english.facts[0]) == (
        ("Saturday 20 Mar",),
        "18:00–20:00",
        ("Price", "5 €"),
    )


def test_registration_that_is_over_says_so() -> None:
    facts = dict(poster(RUN, today=date(2027, 5, 27)).facts)
    assert facts["Ilmoittautuminen"] == "Päättyi ke 26.5."


def test_an_invented_event_says_so() -> None:
    made = poster_for(demo=True)
    assert made.demo == "Esimerkki: tämä tapahtuma on keksitty."
    assert made.demo in words_of(sheet(made, Format.PDF))


def test_what_is_not_known_leaves_no_trace() -> None:
    made = poster_for(starts=date(2027, 3, 20), ends=None)
    assert (made.hours, made.kind, made.place, made.facts) == (
        "",
        "",
        "",
        (("Järjestäjä", "Kylän & järven seura ry"),),
    )


#: Words as nobody should write them.
HOSTILE = '#panic("x") $ x $ *b* _i_ @ref <lab> // /* \\ `raw` = = - + #let #read("/etc/passwd") ~ -- "q" \' [] {}'


def test_what_is_contributed_is_text_and_never_markup() -> None:
    made = replace(poster(RUN), name=HOSTILE, place=HOSTILE, sentences=(HOSTILE,), facts=((HOSTILE, HOSTILE),))
    assert words_of(sheet(made, Format.PDF)).count(" ".join(HOSTILE.split())) >= 4


WORDS = st.text(st.characters(codec="utf-8"), max_size=400)


@given(WORDS, WORDS, WORDS, st.lists(st.tuples(WORDS, WORDS), max_size=5), st.sampled_from(Size))
@examples(12)
def test_anything_is_one_sheet(name: str, place: str, address: str, facts: list[tuple[str, str]], size: Size) -> None:
    made = replace(poster(RUN), name=name, place=place, address=address, facts=tuple(facts), size=size)
    content = sheet(made, Format.PDF)
    assert len(read_back(content).pages) == 1
    assert sheet(made, Format.PDF) == content


FILLERS = {"words": "hyvinvointialueuudistuskokouksen ", "one word": "x", "wide": "W" * 50 + " ", "address": "w.w/"}


@pytest.mark.parametrize("filler", FILLERS.values(), ids=FILLERS)
def test_nothing_leaves_the_sheet_or_is_lost(filler: str) -> None:
    """Every field as long as a file may have it."""

    def full(length: int) -> str:
        return f"Alku {filler * (length // len(filler))} loppu"[-length:]

    facts = tuple((f"Tieto {n}", full(1_000)) for n in range(4))
    made = replace(poster(RUN), name=full(200), place=full(400), address=full(200), rhythm=full(200), facts=facts)
    content = sheet(made, Format.PDF)
    assert words_of(content).replace(" ", "").count("loppu") == 8
    assert sizes(content)["Lauantai"] >= 40
    picture = Image.open(io.BytesIO(sheet(made, Format.PNG))).convert("L")
    margin = round(15 / 25.4 * 72)
    box = ImageOps.invert(picture).getbbox()
    assert box is not None
    assert box[0] >= margin
    assert box[2] <= picture.width - margin
    # Above the line over the code there is air: what stands there has not run into it.
    width, lines = picture.width, picture.tobytes()
    rows = [lines[y * width : (y + 1) * width] for y in range(picture.height)]
    line = next(y for y, row in reversed(list(enumerate(rows))) if max(row[margin + 4 : width - margin - 4]) < 100)
    assert {min(row) for row in rows[line - 10 : line - 2]} == {255}


def test_the_time_of_the_day_changes_nothing() -> None:
    assert b"CreationDate" not in sheet(poster(RUN), Format.PDF)
    assert str(datetime.now(UTC).year).encode() not in sheet(poster(RUN), Format.SVG)[:500]
