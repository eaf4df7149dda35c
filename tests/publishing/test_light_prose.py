"""The light way of Markdown: it must end where the whole of Markdown ends, and ordinary texts must go it."""

from __future__ import annotations

import html

import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.examples import examples
from tests.publishing.test_prose import HERE

from seurantalo.publishing.light_prose import light_start
from seurantalo.publishing.prose import plain_text, render_marked, render_prose

PIECES = [
    *("Tervetuloa", "klo", "18.30", "R & B", "a", "(b)", "1.5.2027", "–", "2.", "1)", "#1", "x=y", "- ", "-"),
    *("!", ":", ","),
    *("**", "*", "**lihava**", "*vino*", "**a b**", "*a & b*", "***a***", "** a**", "* a", "_a_", "`a`"),
    *("[a](https://example.org/)", "[a b](http://a.example.org/b_c/d?e=f#g)", "[a](b)", "[", "]"),
    "![a](https://a.fi/b.jpg)",
    *("[[käytäntö:elpo]]", "[[käytäntö:elpo|oma & teksti]]", "[[käytäntö:ei]]", "[[elpo]]"),
    *("https://example.org/a", "<b>"),
    *("\n", "\n\n", "\n\n\n", "\n- ", "\n- a", "\n\n- b", "\n  - c", "\n\n  d", "\n\n## E\n\n", "\n1. f", "\n> g"),
    "|a|b|\n|-|-|",
    *("&amp;", "&", "\\", "<!-- x -->", "\r\n", "\t", "\xa0", "\ufeff", "    "),
]  # fmt: skip
SCRAMBLED = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.text(alphabet=st.sampled_from(list("ab .\n\n-*[]()&1:!")), max_size=40),
)
USUAL = st.lists(
    st.one_of(
        st.lists(st.sampled_from(PIECES[:30]), min_size=1, max_size=6).map(" ".join),
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(lambda one: "- " + "\n- ".join(one)),
        st.just("Mukana ovat **nuorisoseura** ja *martat*:\n- laulua\n- [kahvia](https://kahvi.example/)"),
        st.sampled_from(["## Otsikko", "1. eka", "> lainaus", "  sisällä", "- ", "-", "<!-- x -->", "    - d"]),
    ),
    max_size=6,
).map("\n\n".join)


@examples(250)
@given(st.one_of(SCRAMBLED, USUAL))
@example("a\n- ")
@example("- ")
@example("- a\n\n- b\n\nc")
@example("- a\n\nb\n- c\n\n1. d")
@example("- a\n\n    b")
@example("a\n\n<!-- x -->\n\nb")
@example("**a***b*")
@example("1**.** a")
@example("![[a](https://b.fi)")
@example("[a](https://b.fi)](https://c.fi)")
@example("*[a](https://b.fi)*")
@example("[[käytäntö:elpo|a]]]")
def test_the_light_way_ends_where_the_long_way_ends(written: str) -> None:
    assert render_prose(written, HERE) == render_marked(written, HERE)


@examples(100)
@given(st.one_of(SCRAMBLED, USUAL))
def test_words_are_those_of_the_cleaned_text(written: str) -> None:
    cleaned = html.unescape(nh3.clean(str(render_marked(written, HERE)), tags=set()))
    assert plain_text(written, 0, HERE).replace(" ", "") == "".join(cleaned.split())
    assert plain_text(written, 9, HERE, rendered=render_prose(written, HERE)) == plain_text(written, 9, HERE)


@pytest.mark.parametrize(
    "written",
    [
        "Tule **mukaan** ja *laula*.\n\nKahvit & pullat.",
        "Mukana:\n- eväät\n- **juoma**\n\nTervetuloa!\n",
        "Katso [ohje](https://example.org/ohje/) ja [[käytäntö:elpo|malli]].",
        "- a\n- b",
    ],
)
def test_ordinary_marks_need_no_parser(written: str) -> None:
    assert light_start(written, HERE.resolve)[1] == ""


def test_the_rest_begins_where_the_first_heavy_block_begins() -> None:
    start, rest = light_start("a\n\n*b*\n\n# c\n\nd", HERE.resolve)
    assert (start, rest) == ("<p>a</p>\n<p><em>b</em></p>", "# c\n\nd")
    assert light_start("a\n\n- b\n\n1. c", HERE.resolve)[1] == "- b\n\n1. c"
