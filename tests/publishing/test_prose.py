"""Contributed Markdown: what it may become, what it may never become, and that it never takes long."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.counting import steps
from tests.examples import examples

from seurantalo.model.community import Community
from seurantalo.model.practice import Practice, PracticeKind, PracticeStage
from seurantalo.model.record import Origin, Revision
from seurantalo.model.text import Text
from seurantalo.model.wiki_link import KIND_WORDS
from seurantalo.publishing.addresses import place as place_of
from seurantalo.publishing.light_prose import is_plain
from seurantalo.publishing.markdown_lines import DEEPEST
from seurantalo.publishing.prose import (
    ProseContext,
    plain_text,
    render_marked,
    render_prose,
    shorten,
)

LONGEST = 50_000
ELPO = Practice(
    id="elpo",
    origin=Origin("content/practices/elpo.md"),
    revision=Revision(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
    title=Text((("fi", "ELPO <työryhmä>"), ("sv", "ELPO-gruppen"))),
    kinds=(PracticeKind.MODEL,),
    lead=Text.plain("."),
    stage=PracticeStage.ESTABLISHED,
)
HERE = ProseContext(Community([ELPO]), "fi", "../../")


class Seen(HTMLParser):
    """Collects the tags and attributes of a text, and how deep they go."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.depth = self.deepest = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in ("br", "hr", "img"):
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1


def rendered(text: str) -> str:
    return str(render_prose(text, HERE))


# ---- what people write


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("", ""),
        ("\n\n", ""),
        ("Tule mukaan!", "<p>Tule mukaan!</p>"),
        (
            "Kahvit & pullat.\nTervetuloa.\n\nVapaa pääsy.",
            "<p>Kahvit &amp; pullat.\nTervetuloa.</p>\n<p>Vapaa pääsy.</p>",
        ),
        ("**Lihava** ja *vino*", "<p><strong>Lihava</strong> ja <em>vino</em></p>"),
        ("Mukaan:\n- eväät\n- juoma", "<p>Mukaan:</p>\n<ul>\n<li>eväät</li>\n<li>juoma</li>\n</ul>"),
        ("1) yksi\n2) kaksi", "<ol>\n<li>yksi</li>\n<li>kaksi</li>\n</ol>"),
        ("• yksi\n• kaksi", "<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>"),
        ("- a\n  - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("- a\n    - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("Kokoonnutaan\n5. luokassa.", "<p>Kokoonnutaan\n5. luokassa.</p>"),
        ("1.5.2027 klo 18", "<p>1.5.2027 klo 18</p>"),
        ("#Vimpeli2027 on täällä", "<p>#Vimpeli2027 on täällä</p>"),
        ("Rivi  \ntoinen", "<p>Rivi<br>\ntoinen</p>"),
        ("    sisennetty", "<p>sisennetty</p>"),
        ("<!-- kirjoita tähän -->\nTeksti", "<p>Teksti</p>"),
        ("> lainaus", "<blockquote>\n<p>lainaus</p>\n</blockquote>"),
    ],
)
def test_what_people_write_becomes_what_they_mean(written: str, html: str) -> None:
    assert rendered(written) == html


def test_a_list_may_go_on_after_a_paragraph_inside_it() -> None:
    assert rendered("- a\n\n  lisää\n- b").count("<li>") == 2


def test_bare_addresses_become_links_without_the_sentence_around_them() -> None:
    link = '<a href="https://example.org/a_(b)" rel="noopener">https://example.org/a_(b)</a>'
    assert rendered("Katso (https://example.org/a_(b)).") == f"<p>Katso ({link}).</p>"


def test_links_of_the_site_are_relative_to_its_root() -> None:
    assert rendered("[a](ohjeet/lisaa.md#b)") == '<p><a href="../../ohjeet/lisaa/#b">a</a></p>'
    assert rendered("[a](index.md)") == '<p><a href="../../">a</a></p>'
    assert rendered("[a](#b)") == '<p><a href="#b">a</a></p>'
    assert rendered("[a](/b/)") == '<p><a href="../../b/">a</a></p>'


def test_links_out_of_the_site_give_nobody_a_hold_of_the_window() -> None:
    assert 'rel="noopener"' in rendered("[a](https://example.org/)")
    assert "rel=" not in rendered("[a](mailto:info@example.org)")


def test_pictures_are_the_sites_own_and_have_words() -> None:
    assert rendered("![Talo](kuvat/talo.jpg)") == '<p><img alt="Talo" loading="lazy" src="../../kuvat/talo.jpg"></p>'
    assert "<img" not in rendered("![](kuvat/talo.jpg)")
    assert rendered("![Talo](https://example.org/a.jpg)") == (
        '<p><a href="https://example.org/a.jpg" rel="noopener">Talo</a></p>'
    )


def test_headings_stay_below_the_pages_without_a_gap_and_have_ids_of_their_own() -> None:
    html = rendered("# Mitä?\n\n### Eväät\n\n# Mitä?")
    assert html == '<h3 id="t-mita">Mitä?</h3>\n<h4 id="t-evaat">Eväät</h4>\n<h3 id="t-mita--2">Mitä?</h3>'
    assert '<h6 id="x-a">' in render_prose("# A", ProseContext(heading_level=6, id_prefix="x-"))


def test_tables_say_their_side_by_class() -> None:
    html = rendered("|a|b|\n|--|-:|\n|[[käytäntö:elpo|linkki]]|2|")
    assert '<a href="../../kaytannot/elpo/">linkki</a>' in html
    assert '<td class="st-right">2</td>' in html
    assert "style" not in html


# ---- links between records


@pytest.mark.parametrize("word", ["practice", "käytäntö", "Käytäntö", "praxis"])
def test_a_wiki_link_shows_the_title_of_its_record(word: str) -> None:
    assert rendered(f"[[{word}:elpo]]") == '<p><a href="../../kaytannot/elpo/">ELPO &lt;työryhmä&gt;</a></p>'


def test_a_wiki_link_speaks_the_readers_language_or_its_own_words() -> None:
    swedish = ProseContext(HERE.community, "sv", "")
    assert render_prose("[[practice:elpo]]", swedish) == '<p><a href="kaytannot/elpo/">ELPO-gruppen</a></p>'
    assert ">oma *teksti*</a>" in rendered("[[käytäntö:elpo|oma *teksti*]]")


def test_a_wiki_link_that_leads_nowhere_is_only_words() -> None:
    assert rendered("[[käytäntö:ei-ole]] [[outo:elpo|Nimi]]") == "<p><span>ei-ole</span> <span>Nimi</span></p>"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("x*b**a*y", "x*b**a*y"),
        ("Liput 10*, lapset 5**, muut 3*x", "Liput 10*, lapset 5**, muut 3*x"),
        ("b*vino**vino*", "b*vino*<em>vino</em>"),
        ("*eka* a*b**b*\\*\\* _toka_", "<em>eka</em> a*b**b*** _toka_"),
        ("*a*, **b** ja ***c***", "<em>a</em>, <strong>b</strong> ja <strong><em>c</em></strong>"),
    ],
)
def test_overlapping_stars_cost_no_letter(written: str, html: str) -> None:
    assert rendered(written) == f"<p>{html}</p>"


#: What may be written, and the letters of it that show.
STARRED = st.lists(
    st.sampled_from(
        [
            *((sign, "") for sign in ("*", "**", "***", "_", "__", " ", "\\*")),
            *((words, words) for words in ("a", "b ", "`c`", "https://d.fi ")),
            *(("[e](f)", "e"), ("[[käytäntö:elpo|g]]", "g")),
        ]
    ),
    max_size=14,
)


@examples(150)
@given(STARRED)
def test_no_letter_is_lost_and_none_is_added(pieces: list[tuple[str, str]]) -> None:
    """The library's own placeholders would be both: letters that nobody wrote in the place of some that were."""
    html = rendered("".join(written for written, _ in pieces))
    shown = re.sub(r"<[^>]*>", "", html)
    assert re.findall(r"[^\W_]", shown) == re.findall(r"[^\W_]", "".join(letters for _, letters in pieces))
    assert not re.search(r"[\x00-\x08]", html)


def test_code_keeps_its_signs() -> None:
    assert rendered("`[[käytäntö:elpo|x]]`") == "<p><code>[[käytäntö:elpo|x]]</code></p>"


def test_every_kind_with_a_word_has_a_page() -> None:
    """Or a place on a page that holds all of its kind."""
    assert all(place_of(kind, "x") for kind in KIND_WORDS.values())


# ---- attacks


ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js>",
    "<scr<!-- -->ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<style>*{display:none}</style>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<b onmouseover=alert(1)>x",
    "<p style='position:fixed'>x</p>",
    "<form action=//evil.example><input name=a>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- <img src=x onerror=alert(1)>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\\script:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](\\x6Aavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](\\\\evil.example)",
    "[x](../../../etc/passwd)",
    '[x](https://a.example/" onclick="alert(1))',
    "[x](https://a.example 'x\" onclick=\"alert(1)')",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](kuva.png)',
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "<javascript:alert(1)>",
    "<javascript://a.example/%0aalert(1)>",
    'https://a.example/"onmouseover="alert(1)',
    "[[käytäntö:elpo|<img src=x onerror=alert(1)>]]",
    "[[käytäntö:<script>|x]]",
    "# <img src=x onerror=alert(1)>",
    "|<script>|\n|--|\n|<img src=x onerror=alert(1)>|",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "\x02klzzwxh:0000\x03 **x** \x0260\x03script\x0262\x03",
    "[x]: javascript:alert(1)\n\n[x]",
]  # fmt: skip
ALLOWED_TAGS = {
    *("a", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre"),
    *("span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ALLOWED_ATTRIBUTES = {
    *(("a", "href"), ("a", "rel"), ("img", "src"), ("img", "alt"), ("img", "loading"), ("ol", "start")),
    *(("a", "aria-label"), ("a", "class"), ("li", "class"), ("li", "id"), ("ol", "class"), ("sup", "id")),
    *(("td", "class"), ("th", "class"), ("h3", "id"), ("h4", "id"), ("h5", "id"), ("h6", "id")),
}


def assert_harmless(html: str) -> None:
    seen = Seen(html)
    assert seen.tags <= ALLOWED_TAGS
    assert {(tag, name) for tag, name, _ in seen.attributes} <= ALLOWED_ATTRIBUTES
    for _, name, value in seen.attributes:
        if name in ("href", "src"):
            assert value.startswith(("https://", "http://", "mailto:", "tel:", "../../", "#")), value
            assert not value.removeprefix("../../").startswith(("/", "\\")), value
            assert ".." not in value.removeprefix("../../"), value
    assert len(seen.ids) == len(set(seen.ids))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_gets_through(attack: str) -> None:
    for written in (attack, f"Alku {attack} loppu", f"- {attack}\n\n> {attack}", f"**{attack}**", f"[{attack}](x)"):
        assert_harmless(rendered(written))


@examples(80)
@given(st.text(alphabet=st.sampled_from(list("ab<>&;:/\\()[]|!`*_#'\"=-. \n\t\x02\x03\x00jsvript")), max_size=80))
def test_no_scramble_of_signs_gets_through(written: str) -> None:
    assert_harmless(rendered(written))


def test_tags_are_shown_as_they_were_written() -> None:
    assert rendered("a <b>c") == "<p>a &lt;b&gt;c</p>"


# ---- the quick way and the long way


MOSTLY_PLAIN = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.sampled_from(list("aÄö 12.,!?;:-–+#=()&'\"/•…\n\xa0~^$%@{}")), max_size=60),
    st.lists(
        st.sampled_from(
            [
                "Tervetuloa",
                "klo",
                "18.30",
                "(vapaa",
                "R & B",
                "1.5.2027",
                "–",
                "\n",
                "\n\n",
                "2.",
                "1)",
                "#1",
                "x=y",
                "-",
            ]
        ),
        max_size=25,
    ).map(" ".join),
)


@examples(150)
@given(MOSTLY_PLAIN)
@example("a\n\n\nb")
@example("a\n \nb")
@example("a\n===")
@example(" a")
@example("a ")
@example("12) a")
@example("a&b")
@example("a\u2028b\ufeff")
def test_the_quick_way_ends_where_the_long_way_ends(written: str) -> None:
    if is_plain(written):
        assert render_prose(written, HERE) == render_marked(written, HERE)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Tule mukaan klo 18.30!\n\nKahvit & pullat – vapaa pääsy (myös lapsille).", True),
        ("13.3.2027 aloitetaan", True),
        ("R&B", False),
        ("*", False),
        ("https://example.org", False),
        ("- lista", False),
    ],
)
def test_ordinary_prose_goes_the_quick_way(written: str, plain: bool) -> None:
    assert is_plain(written) is plain


# ---- bombs


def deep(n: int) -> str:
    return "\n".join(f"{'    ' * depth}- a" for depth in range(n))


BOMBS = {
    "quotes": lambda n: ">" * n,
    "spaced quotes": lambda n: "> " * n + "a",
    "brackets": lambda n: "[" * n,
    "brackets and letters": lambda n: "[a" * n,
    "closed brackets": lambda n: "[" * n + "a" + "]" * n,
    "pictures": lambda n: "![" * n,
    "open links": lambda n: "[a](" * n,
    "angles in links": lambda n: "[a](<b" * n,
    "stars": lambda n: "*" * n,
    "stars and letters": lambda n: "*a **b " * n,
    "stars that overlap": lambda n: "x*b**a*y " * n,
    "stars that overlap beside code": lambda n: "b*c**d*`a` " * n,
    "underlines": lambda n: "_a" * n,
    "backticks": lambda n: "`a" * n,
    "backslashes": lambda n: "\\*" * n,
    "angles": lambda n: "<" * n,
    "open tags": lambda n: "<a " * n,
    "comments": lambda n: "<!--" * n,
    "cdata": lambda n: "<![CDATA[" * n,
    "lists in lists": lambda n: "- " * n + "a",
    "numbers in numbers": lambda n: "1. " * n + "a",
    "lists in quotes": lambda n: "> - " * n + "a",
    "headings": lambda n: "# a\n" * n,
    "wiki links": lambda n: "[[a:b|" * n,
    "ampersands": lambda n: "&" * n,
    "rows": lambda n: "|a|b|\n|-|-|\n" + "|a|b|\n" * n,
}


def steps_of(text: str) -> int:
    return steps(lambda: render_marked(text, HERE))


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_twice_as_much_never_costs_four_times_as_much(name: str) -> None:
    render_marked(BOMBS[name](300), HERE)  # Patterns are compiled when they are first needed.
    assert steps_of(BOMBS[name](800)) < 3 * steps_of(BOMBS[name](400)) + 2_000


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_the_longest_bomb_ends_and_does_no_harm(name: str) -> None:
    html = rendered(BOMBS[name](LONGEST)[:LONGEST])
    assert_harmless(html)
    assert Seen(html).deepest <= 4 * DEEPEST


def test_nesting_by_indent_ends_too() -> None:
    html = rendered(deep(150))
    assert Seen(html).deepest <= 2 * DEEPEST + 2
    assert html.count("<li>") == 150


# ---- words alone


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Tule  mukaan\nhuomenna.", "Tule mukaan huomenna."),
        ("# Otsikko\n\n- a & b\n- **c**", "Otsikko a & b c"),
        ("[[käytäntö:elpo]] ja [linkki](https://example.org)", "ELPO <työryhmä> ja linkki"),
        ("|a|b|\n|-|-|\n|c|d|", "a b c d"),
        ("<script>x</script>", "<script>x</script>"),
    ],
)
def test_words_alone(written: str, words: str) -> None:
    assert plain_text(written, 0, HERE) == words


def test_words_are_cut_between_words() -> None:
    assert plain_text("Kesäteatterin ensi-ilta, tervetuloa kaikki", 26) == "Kesäteatterin ensi-ilta…"
    assert shorten("Lyhyt", 5) == "Lyhyt"
    assert shorten("arkkitehtuurikilpailutoimikunta", 10) == "arkkitehtu…"[:9] + "…"
    assert shorten("Kahvit ovat kuumat. Tule pian.", 25) == "Kahvit ovat kuumat. Tule…"
    assert shorten("Kahvit ovat kuumat. Tule pian.", 20) == "Kahvit ovat kuumat."


@given(st.text(max_size=300), st.integers(min_value=1, max_value=100))
def test_a_cut_text_is_never_too_long(written: str, limit: int) -> None:
    assert len(plain_text(written, limit)) <= limit


def test_a_picture_comes_with_its_size_so_that_the_page_does_not_jump() -> None:
    site = Community([], {"kuvat/talo.jpg": (640, 480)})
    place = ProseContext(site, "fi", "../../")
    shown = '<p><img alt="Talo" height="480" loading="lazy" src="../../kuvat/talo.jpg" width="640"></p>'
    assert render_prose("![Talo](kuvat/talo.jpg)", place) == shown
    assert render_prose("![Talo](/kuvat/talo.jpg)", place) == shown
    assert "width" not in render_prose("![Muu](kuvat/muu.jpg)", place)
