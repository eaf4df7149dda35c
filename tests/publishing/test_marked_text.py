"""What is a link, code or a footnote in a text is so everywhere: in the check, on the page and in plain words."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.examples import examples
from tests.publishing.test_prose import HERE, Seen

from seurantalo.model.marked_text import Sign, all_pieces, pieces
from seurantalo.model.wiki_link import wiki_links
from seurantalo.publishing.feeds.plain import plain
from seurantalo.publishing.prose import plain_text, render_marked, render_prose

# ---- what people write, as GitHub shows it


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("```python\nx = 1\n  y < 2\n```\nsitten", "<pre><code>x = 1\n  y &lt; 2\n</code></pre>\n<p>sitten</p>"),
        ("~~~\na\n\n**b**\n~~~", "<pre><code>a\n\n**b**\n</code></pre>"),
        ("````\n```\na\n```\n````", "<pre><code>```\na\n```\n</code></pre>"),
        ("> ```\n> a\n>  b\n> ```\n> c", "<blockquote>\n<pre><code>a\n b\n</code></pre>\n<p>c</p>\n</blockquote>"),
        ("- ```\n  a\n  ```", "<ul>\n<li><pre><code>a\n</code></pre></li>\n</ul>"),
        ("```\nauki", "<pre><code>auki\n</code></pre>"),
        ("``a ` b`` ja ` c `", "<p><code>a ` b</code> ja <code>c</code></p>"),
        ("`a\n\nb`", "<p>`a</p>\n<p>b`</p>"),
        ("~~pois~~ ja ~~**lihava**~~, ~20", "<p><del>pois</del> ja <del><strong>lihava</strong></del>, ~20</p>"),
        (
            "- [ ] **eväät**\n- [x] juoma",
            '<ul>\n<li class="st-tick">☐ <strong>eväät</strong></li>\n<li class="st-tick">☑ juoma</li>\n</ul>',
        ),
        ("eka\\\ntoka", "<p>eka<br>\ntoka</p>"),
        ("eka<br>toka<br/>", "<p>eka<br>\ntoka<br>\n</p>"),
        ("\\*a\\* \\~\\~b\\~\\~ C:\\k", "<p>*a* ~~b~~ C:\\k</p>"),
        ("&auml; &copy; &lt;b&gt;", "<p>ä © &lt;b&gt;</p>"),
        (
            "<https://example.org/?a=b>",
            '<p><a href="https://example.org/?a=b" rel="noopener">https://example.org/?a=b</a></p>',
        ),
        (
            "(www.example.org/a).",
            '<p>(<a href="https://www.example.org/a" rel="noopener">www.example.org/a</a>).</p>',
        ),
        ("[`a[0]`](#b)", '<p><a href="#b"><code>a[0]</code></a></p>'),
        ("[![a](b.png) c](d/)", '<p><a href="../../d/"><img alt="a" loading="lazy" src="../../b.png"> c</a></p>'),
        ("# C#\n\nC#\n--", '<h3 id="t-c">C</h3>\n<h4 id="t-c--2">C#</h4>'),
        ("* a\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        ("a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
    ],
)
def test_signs_show_as_where_people_write_them(written: str, html: str) -> None:
    assert str(render_prose(written, HERE)) == html


def test_footnotes_stand_at_the_end_with_ways_there_and_back() -> None:
    html = render_prose("Kahvia[^a] ja[^x] pullaa[^a].\n\n[^a]: Luomua\n  tietysti.\n\n[^b]: Turha.", HERE)
    assert '<sup id="t--v1"><a aria-label="Alaviite 1" href="#t--n1">1</a></sup>' in html
    assert html.count('id="t--v1"') == 1
    assert html.count('href="#t--n1"') == 2
    assert "ja[^x] pullaa" in html
    assert '<li id="t--n1">Luomua\ntietysti. <a aria-label="Takaisin tekstiin" class="st-back" href="#t--v1">' in html
    assert '<li id="t--n2">Turha.</li>' in html
    assert plain_text("Kahvia[^a].\n\n[^a]: Luomua.", 0, HERE) == "Kahvia [1]. Luomua."
    assert plain("Kahvia[^a].\n\n[^a]: Luomua.", 99, HERE) == "Kahvia [1].\n\n1. Luomua."


def test_a_link_to_a_heading_of_the_same_text_finds_it_under_its_name_on_the_page() -> None:
    html = render_prose("[a](#mitä) [b](#mita) [c](#mitä-1) [d](#muu)\n\n## Mitä?\n\n## Mitä?", HERE)
    assert re.findall(r'href="([^"]*)"', html) == ["#t-mita", "#t-mita", "#t-mita--2", "#muu"]


# ---- one answer for all

#: Each link has a number, so that one cannot stand for another.
WIKI = st.sampled_from(["[[käytäntö:elpo]]", "[[käytäntö:elpo|a b]]", "[[praxis:elpo|a\nb]]", "[[käytäntö: elpo ]]"])
LINK = st.sampled_from(["[a](#x)", "[*a* `b`](#x)", "[a\nb](<#x> 'c')", "[a](#x", "[a\\]](#x)", "![c](#x)"])
AROUND = st.sampled_from(
    [
        *("`", "``", "```", "\n```\n", "\n~~~ x\n", "\\", "\\\\", "\n", "\n\n", "\n- ", "\n  ", "\n1. ", "\n> "),
        *("*", "**", "_", "~~", "[", "]", "(", ")", "[[", "]]", "|", " a ", " ", "<", ">", "<!--", "-->", "\n# "),
        *("\n---\n", "\n===\n", "[^1]", "\n[^1]: ", "https://b.fi/", "\n|a|b|\n|-|-|\n|", "&", "!", "\t", "    "),
    ]
)  # fmt: skip
MIXED = st.lists(st.one_of(WIKI, LINK, AROUND), max_size=16).map("".join)


@examples(400)
@given(MIXED)
@example("`[[käytäntö:elpo]]`")
@example("```\n[[käytäntö:elpo]]\n```")
@example("\\[[käytäntö:elpo]]")
@example("a `b\n\n[[käytäntö:elpo]]` c")
@example("- a `b\n- [[käytäntö:elpo]]`")
@example("|a|b|\n|-|-|\n|`[[käytäntö:elpo|a]]`|[[käytäntö:elpo|a]]|")
@example("[^1]: [[käytäntö:elpo]]\n\na")
@example("[a](#x)[[käytäntö:elpo]](#x)")
def test_what_the_check_calls_a_link_is_a_link_on_the_page(written: str) -> None:
    # Cells that a table has no heads for show nowhere, on GitHub neither.
    if "\n|" in written:
        written = re.sub(r"(?m)^\|(?!a\|b|-\|-).*", "|x|y|", written)
    html = str(render_marked(written, HERE))
    seen = Seen(html)
    links = [value for tag, name, value in seen.attributes if tag == "a" and name == "href"]
    found = [one.sign for one in all_pieces(pieces(written))]
    assert links.count("../../kaytannot/elpo/") == sum(link.target == "elpo" for link in wiki_links(written))
    assert links.count("#x") == found.count(Sign.LINK)
    assert [value for _, name, value in seen.attributes if name == "src"].count("#x") == found.count(Sign.PICTURE)
    assert html.count("<code>") == found.count(Sign.CODE) + found.count(Sign.FENCE)


# ---- plain words

BLOCKS = st.sampled_from(
    [
        *("{}", "## {}", "- {}", "1. {}", "> {}", "**{}**", "*{}*", "~~{}~~", "`{}`", "```\n{}\n```", "{}\\\n{}"),
        *("{}  \n{}", "{}<br>{}", "|{}|{}|\n|-|-|\n|{}|{}|", "- [ ] {}", "[{}](https://a.example/)", "{}\n{}"),
        *("[[käytäntö:x|{}]]", "![{}](a.png)", "- {}\n  - {}", "{}[^{}]\n\n[^{}]: {}", "{}\n---", "***\n{}", "\\*{}"),
        *("- {}\n\n  {}", "> - {}\n> - {}", "~~~\n{}\n{}\n~~~", "1. {}\n- {}"),
    ]
)


@examples(300)
@given(st.lists(BLOCKS, max_size=6))
def test_every_word_of_a_text_is_a_word_of_its_plain_words(blocks: list[str]) -> None:
    words = [f"sana{number}" for number in range(40)]
    left = iter(words)
    written = "\n\n".join(re.sub(r"\{\}", lambda _: next(left), block) for block in blocks)
    names = re.findall(r"\[\^(sana\d+)\](?=:)|\[\^(sana\d+)\]", written)
    hidden = {name for pair in names for name in pair if name}
    used = [word for word in words if re.search(rf"\b{word}\b", written) and word not in hidden]
    for plainly in (plain_text(written, 0, HERE), plain(written, 10_000, HERE)):
        assert {word for word in used if word not in re.findall(r"\w+", plainly)} == set()
        assert not re.search(r"\[\[|\]\]|```|~~~|\*\*|^#|<br>", plainly, re.MULTILINE)


def test_plain_words_keep_the_shape_of_lists_tables_and_code() -> None:
    written = "- a\n\n  b\n- c\n\n|d|e|\n|-|-|\n|f<br>g||\n\n```\nh\n  i\n```\n\n3. j\n4. [k](#k)"
    assert plain(written, 999, HERE) == "- a\nb\n- c\n\nd – e\nf g\n\nh\n  i\n\n3. j\n4. k"
    assert plain_text(written, 0, HERE) == "a b c d e f g h i j k"


def test_tags_that_people_write_are_no_words_of_a_feed() -> None:
    assert plain("<p>Sana</p><p>Sana</p> <B>a</B>b<br />c <ELPO työryhmä> 1 < 2", 99) == (
        "Sana Sana ab\nc <ELPO työryhmä> 1 < 2"
    )


@pytest.mark.parametrize("underline", ["=", "---", "-"])
def test_underlined_headings_take_time_in_proportion(underline: str) -> None:
    """The library looks for each anew in all that follows it."""
    html = str(render_prose(f"a\n{underline}\n" * 2_000, HERE))
    assert html.count("<h3") == 2_000


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"[[paikka:koulu\|Koulun sali]]", "Koulun sali"),
        (r"| a | [[paikka:koulu\|Koulu]] |", "Koulu"),
        (r"[[paikka:koulu\|a\|b]]", "a|b"),
        (r"\[[paikka:koulu\|Koulu]]", None),
    ],
)
def test_the_bar_of_a_link_may_be_escaped_as_tables_want_it(written: str, words: str | None) -> None:
    assert [(link.target, link.text) for link in wiki_links(written)] == ([("koulu", words)] if words else [])
