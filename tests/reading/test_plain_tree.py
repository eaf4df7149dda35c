"""Plainly written texts: wherever the quick reader answers, it says what libyaml says, to the line and column."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seurantalo.reading.plain_tree import read_plain
from seurantalo.reading.yaml_tree import read_tree

# Pieces that meet often in files, and pieces that mean something to YAML. Joined at random, they are nearly plain.
_PIECES = st.one_of(
    st.sampled_from(
        ["a", "ä", "Kahvila", "1", "18.30", "1.5.2027", "klo", "null", "~", "no", "a-b", "a_b", "€", "😀"]
    ),
    st.sampled_from(["-", "--", "---", "...", "?", ":", ",", "#", "|", ">", "|-", "&", "*", "!", "%", "@", "`"]),
    st.sampled_from(["[", "]", "{", "}", "[a,b]", "{a:b}", "(", "+", "“", "'", '"', "''", '""', "\\", "a:b", "a#b"]),
    st.sampled_from(["\u00a0", "\u00ad", "\u2028", "\ufeff", "\u0085", "\t", "\r", ""]),
)
_VALUES = st.lists(_PIECES, min_size=1, max_size=5).map(" ".join)
_ITEMS = st.lists(st.sampled_from(["a", "ä b", "1", "null", "a-b", "x ", " y", "- z", "a -", "b.", "+/"]), max_size=4)
_PAIRS = st.lists(st.tuples(st.sampled_from(["a", "ä b", "null", "1", "a-b"]), _ITEMS.map(" ".join)), max_size=3)
_LINES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["a", "b", "c d", "e-f", "null", "1", "é", "g ", "  h"]), _VALUES).map(": ".join),
        st.tuples(st.sampled_from(["a", "b", "c"]), _ITEMS.map(", ".join)).map(
            lambda pair: f"{pair[0]}: [{pair[1]}]"
        ),
        st.tuples(st.sampled_from(["a", "b", "c"]), _PAIRS).map(
            lambda pair: f"{pair[0]}: {{{', '.join(': '.join(each) for each in pair[1])}}}"
        ),
        st.sampled_from(["k: |", "l:  |", "m:", "n: >", "o: |-", 'p: "ä ö"', "q: ' '", "r: ''"]),
        st.tuples(st.sampled_from(["", " ", "  ", "   ", "    "]), _VALUES).map("".join),
        st.sampled_from(["", "", " ", "  ", "   ", "# x", "  # x"]),
    ),
    max_size=8,
)


@given(_LINES, st.sampled_from(["\n", "\n", "", "\n\n"]), st.integers(1, 3))
@settings(max_examples=600)
@example(["a: |", "  x", "", "    y", "   ", "  ", "b: [c, d e]", "f: {g: h i, j: null}"], "\n", 3)
@example(["", "", "a: b", "", "c: 'd'"], "\n", 2)
def test_the_quick_reader_agrees_with_libyaml(lines: list[str], ending: str, first_line: int) -> None:
    text = "\n".join(lines) + ending
    quick = read_plain(text, first_line)
    if quick is not None:
        assert (quick, ()) == read_tree(text, first_line)


@pytest.mark.parametrize(
    "text",
    [
        "a: b c\n",
        "päivä: 1.5.2027 klo 18\nä-ö: [x-1, y z]\n",
        "a: |\n  x\n\n    y: z # no comment\nb: c\n",
        "a: {fi: Kevät on, sv: Vår}\nb: 'x: y'\nc: \"# z\"\n",
        "\n\na: null\n\nb: [null, no]\n",
    ],
)
def test_plain_texts_need_no_parser(text: str) -> None:
    """Without this, the comparison above would also hold for a reader that never answers."""
    assert read_plain(text, 4) is not None
    assert (read_plain(text, 4), ()) == read_tree(text, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a: b",
        "a: b: c\n",
        "a: b #c\n",
        "a: b \n",
        "a: b\n  c\n",
        "a: b\na: c\n",
        "a: &b c\n",
        "a: |\n\n  b\n",
        "a: |\n  b\n c\n",
        "a: |-\n  b\n",
        "a: [b, [c]]\n",
        "a: [b, c\n",
        "a: {b: c, b: d}\n",
        'a: "b\\n"\n',
        "a:\n  b: c\n",
        "a:\tb\n",
        "null: b\n",
        f"{'ab ' * 400}c: d\n",
        f"a: [{'b, ' * 20_000}c]\n",
    ],
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text) is None
