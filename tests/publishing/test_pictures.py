"""Pictures: labels that never touch, numbers that are always the same, words that cannot break out."""

from __future__ import annotations

import re
from itertools import pairwise
from math import hypot, pi
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.publishing.pictures.drawing import Box, number, point
from seurantalo.publishing.pictures.lettering import lines_of, shortened, width_of
from seurantalo.publishing.pictures.spreading import spread
from seurantalo.publishing.pictures.week_strip import week_strip
from seurantalo.publishing.pictures.wheel_labels import (
    CLEAR,
    DOT_RADIUS,
    DOTS,
    HALF,
    Named,
    place,
)
from seurantalo.publishing.pictures.year_days import BusyDay, DaysFace, Frame, level, year_days
from seurantalo.publishing.pictures.year_wheel import (
    Wheel,
    WheelBreak,
    WheelDay,
    WheelFace,
    WheelMonth,
    WheelWeek,
    rings,
    year_wheel,
)

GOLDEN = Path(__file__).parent / "golden"
STARTS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
NAMES = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"]
TITLES = st.text(st.sampled_from("abcäöWMi –-/&<>\"'漢🎻 "), max_size=60)


def named_events() -> st.SearchStrategy[list[Named]]:
    """Up to 24 events in order of the year, with long names, odd names, many on one day."""
    turns = st.lists(st.one_of(st.floats(0, 1, exclude_max=True), st.just(0.45)), max_size=24).map(sorted)
    return turns.flatmap(
        lambda found: st.tuples(*(st.tuples(st.just(turn), TITLES, st.booleans()) for turn in found)).map(
            lambda rows: [
                Named(number=n, turn=turn, title=title, when="la 12.6.", href="x/", great=great)
                for n, (turn, title, great) in enumerate(rows, start=1)
            ]
        )
    )


@given(named_events())
def test_labels_stay_inside_and_touch_neither_each_other_nor_the_wheel(named: list[Named]) -> None:
    labels = place(named)
    boxes = [label.box for label in labels]
    for box in boxes:
        assert box.x >= -HALF
        assert box.x + box.width <= HALF
        assert box.y >= -HALF
        assert box.y + box.height <= HALF
        corners = [(x, y) for x in (box.x, box.x + box.width) for y in (box.y, box.y + box.height)]
        assert all(hypot(*corner) >= CLEAR - 1e-6 for corner in corners)
    assert not any(one.overlaps(other) for n, one in enumerate(boxes) for other in boxes[:n])
    assert [label.named.number for label in labels] == sorted(label.named.number for label in labels)


@given(named_events())
def test_dots_stand_apart_in_order_of_the_year(named: list[Named]) -> None:
    labels = place(named)
    middles = [point(DOTS, label.dot) for label in labels]
    for n, one in enumerate(middles):
        for other in middles[:n]:
            assert hypot(one[0] - other[0], one[1] - other[1]) >= 2 * DOT_RADIUS - 1e-6
    assert all(earlier.dot < later.dot for earlier, later in pairwise(labels))


@given(named_events())
def test_lines_to_the_labels_go_around_the_wheel(named: list[Named]) -> None:
    for label in place(named):
        ends = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", label.leader.split("M", 2)[2])
        assert all(hypot(float(x), float(y)) >= DOTS + DOT_RADIUS - 0.1 for x, y in ends)


@given(named_events())
def test_no_line_crosses_the_words_of_its_label(named: list[Named]) -> None:
    for label in place(named):
        numbers = re.findall(r"-?[\d.]+", label.leader)
        x, y, to_x, to_y = map(float, (*re.findall(r"(-?[\d.]+) (-?[\d.]+)L[^L]*$", label.leader)[0], *numbers[-2:]))
        line = [(x + (to_x - x) * step / 40, y + (to_y - y) * step / 40) for step in range(41)]
        assert not any(label.box.overlaps(Box(x, y, 0.01, 0.01)) for x, y in line)


def test_great_days_keep_their_labels_where_there_is_no_room_for_all() -> None:
    words = "pitkä kolmelle riville jatkuva nimi ja vielä vähän lisää"
    named = [
        Named(number=n, turn=0.2 + n / 1000, title=words, when="1.1.", href="", great=n > 14) for n in range(1, 25)
    ]
    kept = [label.named.number for label in place(named)]
    assert set(range(15, 25)) <= set(kept)
    assert len(kept) < len(named)
    # Without room for a label there is no dot either: its number would tell nothing.
    assert kept == sorted(kept)


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(0.1, 40)), max_size=20),
    st.floats(-500, 0),
)
def test_spread_moves_nothing_that_has_room_and_keeps_order(found: list[tuple[float, float]], low: float) -> None:
    wanted, sizes = sorted(place for place, _ in found), [size for _, size in found]
    high = low + sum(sizes) + 100
    centres = spread(wanted, sizes, low, high)
    for (one, size), (other, other_size) in pairwise(zip(centres, sizes, strict=True)):
        assert other - one >= (size + other_size) / 2 - 1e-6
    for centre, size in zip(centres, sizes, strict=True):
        assert low - 1e-6 <= centre - size / 2
        assert centre + size / 2 <= high + 1e-6
    for moved in (spread(centres, sizes, low, high),):
        assert moved == pytest.approx(centres, abs=1e-6)


def test_spread_is_the_least_movement() -> None:
    assert spread([10, 12], [4, 4], 0, 100) == (9, 13)
    assert spread([0, 0, 50], [10, 10, 10], 0, 100) == (5, 15, 50)
    with pytest.raises(ValueError, match="fit"):
        spread([1, 2], [60, 60], 0, 100)


@given(TITLES, st.floats(60, 300), st.integers(1, 4), st.booleans())
def test_lines_fit_and_lose_nothing_that_has_room(words: str, width: float, most: int, bold: bool) -> None:
    lines = lines_of(words, width, 14, most, bold=bold)
    assert len(lines) <= most
    assert all(width_of(line, 14, bold=bold) <= width for line in lines)
    whole = lines_of(words, width, 14, 1000, bold=bold)
    if len(whole) <= most:
        assert lines == whole
        kept = re.sub(r"[\s-]", "", "".join(whole))
        assert kept == re.sub(r"[\s-]", "", words)


def test_long_finnish_words_break_between_syllables() -> None:
    assert lines_of("Kyläyhdistyksenjuhlavuodenavajaiset", 150, 14, 3) == ("Kyläyhdistyksenjuhla-", "vuodenavajaiset")
    assert lines_of("Kuun saukko – kesäteatterin ensi-ilta", 154, 14, 3) == (
        "Kuun saukko –",
        "kesäteatterin ensi-ilta",
    )
    assert lines_of("", 150, 14, 3) == ()
    assert shortened("Pedersören kunta", 60, 14) == "Peders…"


def test_the_space_after_a_divided_word_stays() -> None:
    assert lines_of("Kyläyhdistyksenjuhlavuodenavajaiset ja muuta", 150, 14, 3)[1] == "vuodenavajaiset ja"


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (-0.001, "0"), (1.005, "1"), (2.5, "2.5"), (-3.0, "-3"), (1234567.891, "1234567.9")],
)
def test_numbers(value: float, words: str) -> None:
    assert number(value) == words


@given(st.integers(0, 200_000))
def test_rings_are_few_and_reach_the_most(most: int) -> None:
    found = rings(most)
    assert 1 <= len(found) <= 5
    assert found[-1] >= most
    assert found[-1] <= max(2 * most, 1)
    assert len({after - before for before, after in pairwise((0, *found))}) == 1


@given(st.integers(1, 100_000).flatmap(lambda most: st.tuples(st.integers(1, most), st.just(most))))
def test_levels_rise_from_one_to_four(pair: tuple[int, int]) -> None:
    events, most = pair
    assert 1 <= level(events, most) <= 4
    assert level(most, most) == min(most, 4)
    assert level(1, most) == 1
    assert level(events, most) <= level(min(events + 1, most), most)


def face(days: int = 365) -> WheelFace:
    starts = [start + (days - 365) * (n > 1) for n, start in enumerate(STARTS)]
    return WheelFace(
        days,
        [WheelMonth(a, b, name, f"{name}/") for (a, b), name in zip(pairwise(starts), NAMES, strict=True)],
        [WheelDay(0, "pe 1.1. Uudenvuodenpäivä", eve=False), WheelDay(5, "ke 5.1. Loppiaisaatto", eve=True)],
        [WheelBreak(155, 222, "Kesä<loma>"), WheelBreak(59, 66, "Hiihtoloma")],
        [WheelWeek(n + 1, n * 7, min(n * 7 + 7, days), f"Viikko {n + 1}", f"#v{n}&") for n in range(53)],
    )


def wheel(counts: dict[int, int], named: tuple[Named, ...] = (), days: int = 365) -> Wheel:
    return Wheel(
        label="Vuosi <2027>",
        year=2027,
        place="Pedersören kunta & muut",
        total="3 tapahtumaa",
        face=face(days),
        events=[counts.get(n, 0) for n in range(53)],
        routine=[n % 4 for n in range(53)],
        words={n: f"{count} tapahtumaa & muuta" for n, count in counts.items()},
        named=named,
    )


def check_golden(pytestconfig: pytest.Config, name: str, picture: str) -> None:
    """Compare with the golden file, one element a line so that a change is seen where it is."""
    ET.fromstring(picture)
    lines = str(picture).replace("><", ">\n<") + "\n"
    if pytestconfig.getoption("--update-golden"):
        (GOLDEN / name).write_text(lines, encoding="utf-8")
    assert lines == (GOLDEN / name).read_text(encoding="utf-8")


def test_a_wheel(pytestconfig: pytest.Config) -> None:
    named = (
        Named(number=1, turn=0.45, title="Kyläpäivä & <markkinat>", when="la 12.6.", href="t/a/?b&c", great=True),
        Named(number=2, turn=0.455, title="Talkoot", when="13.–14.6.", href="t/b/"),
        Named(number=3, turn=0.98, title="Joulukirkko", when="pe 24.12.", href=""),
    )
    check_golden(pytestconfig, "wheel.svg", year_wheel(wheel({23: 2, 24: 1}, named)))


def test_an_empty_wheel_and_a_crowded_one() -> None:
    empty, full = year_wheel(wheel({})), year_wheel(wheel(dict.fromkeys(range(53), 10_000), days=366))
    assert "st-wheel__bar--" not in empty
    assert full.count("st-wheel__bar--3") == 53
    assert "nan" not in empty + full
    ET.fromstring(full)


def test_nothing_contributed_becomes_markup() -> None:
    evil = "<script>\"'&</svg>"
    named = (Named(number=1, turn=0.1, title=evil, when=evil, href=f"x/{evil}", great=False),)
    picture = year_wheel(wheel({1: 1}, named))
    ET.fromstring(picture)
    assert "<script" not in picture
    assert picture.count("</svg>") == 1


def test_days(pytestconfig: pytest.Config) -> None:
    frame = Frame(
        days=366,
        weekday=5,
        months=tuple((start + (n > 1), name) for n, (start, name) in enumerate(zip(STARTS, NAMES, strict=False))),
        weekdays=("ma", "ti", "ke", "to", "pe", "la", "su"),
        holidays=((0, False), (5, False), (4, True), (365, True)),
        breaks=((0, 6), (156, 223), (360, 366)),
    )
    busy = {
        10: BusyDay(1, "ti 11.1.: 1 tapahtuma", "k/#p-2028-01-11"),
        181: BusyDay(3, "la & su", "k/"),
        365: BusyDay(9, "su 31.12.: 9 tapahtumaa", ""),
    }
    routine = range(2, 366, 7)
    days = DaysFace(frame)
    squares = {day: days.square(day, one, level(one.events, 9)) for day, one in busy.items()}
    first, second = year_days(days, ("Alku", "Loppu"), squares, routine)
    check_golden(pytestconfig, "days-1.svg", first)
    check_golden(pytestconfig, "days-2.svg", second)


def test_every_day_of_a_year_has_its_own_place() -> None:
    for weekday, days in ((0, 365), (4, 365), (6, 366), (5, 366)):
        leap = days - 365
        months = tuple(
            (start + leap * (n > 1), name) for n, (start, name) in enumerate(zip(STARTS, NAMES, strict=False))
        )
        made = DaysFace(Frame(days, weekday, months, tuple("abcdefg")))
        assert [len(set(made.middles[a:b])) for a, b in made.halves] == [b - a for a, b in made.halves]
        for (a, b), box in zip(made.halves, made.boxes, strict=True):
            assert all(10 <= x <= box.width - 10 and 10 <= y <= box.height - 10 for x, y in made.middles[a:b])


def test_a_strip_has_a_bar_for_each_week_with_events(pytestconfig: pytest.Config) -> None:
    check_golden(pytestconfig, "strip.svg", week_strip([0, 1, 4, 0, 2], 4, (2,)))
    assert 'd=""' in week_strip([0] * 53, 0)


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9.9, 9.9, 1, 1))
    assert point(1, pi)[1] == pytest.approx(1)
