"""Pages without the space that templates leave: what a reader sees stays as it was."""

from __future__ import annotations

import json
import posixpath
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mkdocs_plugin.conftest import SiteFolder

from seurantalo.mkdocs_plugin.lean import compact, lean
from seurantalo.mkdocs_plugin.theme_script import with_module

#: What stands in a theme's share of a page, awkward to shorten.
PIECES = (
    "\n",
    " ",
    "\n  ",
    "a",
    "<div>",
    "</div>",
    '<nav class="md-a">',
    "</nav>",
    '<li id="__a">',
    "</li>",
    "<span>",
    "</span>",
    '<a href="../a/" class="b" title="c d">',
    "</a>",
    "<a title='x class=\"y\" z'>",
    '<meta name="a" content="">',
    '<link rel="icon" href="../a.png">',
    "<script>\n '<div class=\"a\">\n' </script>",
    '<pre>\n <b class="a">\n</b></pre>',
    '<p title="a\n class=b">',
    "</p>",
    '<i id="&quot;" data-a="x>y">',
    "</i>",
    '<input type="a" id="b/">',
)
#: Elements around which space is not seen.
ON_LINES = {"div", "nav", "li", "meta", "link", "script"}


class Document(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and the words between them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found.append([data])


def read(html: str) -> list[object]:
    document = Document()
    document.feed(html)
    document.close()
    made: list[object] = []
    literal = False
    for place, one in enumerate(document.found):
        if not isinstance(one, list):
            literal = (isinstance(one, tuple) and one[0] in {"pre", "script"}) or (
                literal and one not in {"pre", "script"}
            )
            made.append(one)
            continue
        words = one[0] if literal else re.sub(r"\s+", " ", one[0])
        if not literal:
            for near, strip in ((place - 1, str.lstrip), (place + 1, str.rstrip)):
                beside = document.found[near] if 0 <= near < len(document.found) else "div"
                if (beside[0] if isinstance(beside, tuple) else beside) in ON_LINES:
                    words = strip(words)
        if words:
            made.append([words])
    return made


BODY = "<h1>Avoimet ovet</h1>\n\n  <pre>  a\n\n    b</pre>\n"


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>\n   a\n  </p>\n\n\n<p>b</p>", "<p>\na\n</p>\n<p>b</p>"),
        ("<a>b</a> <a>c</a>", "<a>b</a> <a>c</a>"),
        ("<a>b</a>  \n <a>c</a>", "<a>b</a>\n<a>c</a>"),
        ("<pre>\n  a\n\n</pre>\n\n<p>", "<pre>\n  a\n\n</pre>\n<p>"),
        ("<script>\n  `\n\n`</script>\n  <b>", "<script>\n  `\n\n`</script>\n<b>"),
        ("<TEXTAREA>\n\n</TEXTAREA>\n\n", "<TEXTAREA>\n\n</TEXTAREA>\n"),
        ('<a title="x\n\n  y">\n\n', '<a title="x\n\n  y">\n'),
    ],
)
def test_a_run_of_space_beside_a_tag_becomes_one_line_break(html: str, made: str) -> None:
    assert lean(f"{html}{BODY}", BODY) == f"{made}{BODY}"
    assert lean(f"{BODY}{html}", BODY) == f"{BODY}{made}"


def test_a_page_whose_body_another_plugin_has_altered_is_left_alone() -> None:
    assert lean("<p>\n\n</p><h1>AVOIMET OVET</h1>", BODY) == "<p>\n\n</p><h1>AVOIMET OVET</h1>"


@given(st.text(alphabet="<>/ \n\tabpre-", max_size=60))
def test_nothing_but_space_goes_and_what_is_lean_stays(html: str) -> None:
    made = lean(f"{html}{BODY}{html}", BODY)
    before, _, after = made.partition(BODY)
    for part in (before, after):
        assert part.split() == html.split()
        assert "\n\n<b" not in part
    assert lean(made, BODY) == made


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_compact_page_is_the_same_document(html: str) -> None:
    page = f"{html}{BODY}{html}"
    made = compact(lean(page, BODY), BODY)
    assert BODY in made
    assert read(made) == read(page)


def test_what_varies_from_page_to_page_keeps_its_quotes_and_lines() -> None:
    html = '<link rel="canonical" href="https://a.example/b/">\n<link rel="alternate feed" href="../c.ics">\n'
    head = '<link rel="alternate feed" href="../c.ics">'
    made = compact(f"{html}{BODY}", BODY, head)
    assert made == f'<link rel="canonical" href="https://a.example/b/">{head}\n{BODY}'


def test_a_site_without_colours_to_choose_loads_no_script_for_them(folder: SiteFolder) -> None:
    event = "tapahtumat/tapahtuma-1/index.html"
    made = folder.build()
    assert b"__palette" not in made[event]
    assert b"__md_" not in made[event]
    assert b"__md_scope" in made["tietoa/index.html"]
    theme = {"name": "material", "palette": [{"scheme": "default"}, {"scheme": "slate"}]}
    made = folder.build(theme=theme)
    assert b"__palette" in made[event]
    assert b"__md_scope" in made[event]
    theme = {"name": "material", "features": ["navigation.instant"]}
    assert b"__md_scope" in folder.build(theme=theme)[event]


def test_thousands_of_pages_go_without_what_the_theme_has_for_few(folder: SiteFolder) -> None:
    event = "tapahtumat/tapahtuma-1/index.html"
    few = (b"__tabbed_", b'data-md-component="announce"')
    made = folder.build()
    for each in few:
        assert each not in made[event]
        assert each in made["tietoa/index.html"]
    made = folder.build(theme={"name": "material", "features": ["navigation.instant"]})
    for each in few:
        assert each in made[event]


#: Of a site that lets its readers choose.
COLOURS = [
    {"scheme": each, "toggle": {"icon": "material/weather-night", "name": each}} for each in ("default", "slate")
]


def scripts(html: bytes) -> list[bytes]:
    return re.findall(rb"<script src=\"?([^ \">]+)", html)


@pytest.mark.parametrize("features", [[], ["navigation.top", "content.code.copy"]])
def test_what_only_the_themes_script_asks_for_stands_in_one_module_for_all(
    folder: SiteFolder, features: list[str]
) -> None:
    made = folder.build(theme={"name": "material", "features": features, "palette": COLOURS})
    event = made["tapahtumat/tapahtuma-1/index.html"]
    (module,) = scripts(event)
    for left_out in (b"__config", b"bundle", b"data-md-toggle=search", b"data-md-component=header-title"):
        assert left_out not in event
    path = module.decode().removeprefix("../../")
    loaded = re.findall(r'^import "(.+)";$', made[path].decode(), re.MULTILINE)
    first, script, ours = (posixpath.normpath(f"assets/seurantalo/{each}") for each in loaded)
    assert script in made
    assert ours == "assets/seurantalo/kartta.js"
    told = json.loads(made[first].decode().removeprefix("const TOLD = ").partition(";\n")[0])
    assert told["features"] == features
    assert ("clipboard.copy" in told["translations"]) == bool(features)
    assert len(scripts(made["tietoa/index.html"])) == 2


def test_a_page_with_scripts_of_the_sites_own_keeps_all_of_them(folder: SiteFolder) -> None:
    folder.write("content/oma.js", "document$.subscribe(() => 1)")
    event = folder.build(extra_javascript=["oma.js"])["tapahtumat/tapahtuma-1/index.html"]
    assert [each.rpartition(b"/")[2][:6] for each in scripts(event)] == [b"bundle", b"oma.js", b"kartta"]
    assert b"data-md-component=header-title" in event
    assert b"__config" in event


def test_a_page_that_says_itself_what_scripts_are_told_is_left_alone() -> None:
    end = '<script id="__config" type="application/json">{"base":".."}</script></body>'
    assert with_module(f"<body>{BODY}{end}", BODY) == (f"<body>{BODY}{end}", {})
    assert with_module(f"<body>{end}", BODY) == (f"<body>{end}", {})
