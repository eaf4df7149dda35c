"""Pages without the space that templates leave: what a reader sees stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mkdocs_plugin.conftest import SiteFolder

from seurantalo.mkdocs_plugin.lean import lean

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
