"""The proof of shells: a page filled into one is, byte for byte, the page that MkDocs renders."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.mkdocs_plugin.conftest import TRICKY, SiteFolder, event, publication

from seurantalo.mkdocs_plugin.page_shell import Shape, Shell
from seurantalo.mkdocs_plugin.theme_values import ThemeValues, theme_values
from seurantalo.publishing.publication import FeedLink

EVENTS = (
    event(1),
    event(2, title=TRICKY, description=TRICKY, feeds=(FeedLink("ical/ä & b.ics", TRICKY),)),
    event(3, description=""),
    event(4, source=""),
    event(5, description="", source="", feeds=()),
    event(6, feeds=tuple(FeedLink(f"ical/{n}.ics", f"Syöte {n}") for n in range(30))),
    event(7, source='events/2027/ä b/"><script>/#1?.yml'),
    event(8, body="<header><h1 class='a'>Kääre</h1></header>\n<pre>  a\n\n\n\tb</pre>" + TRICKY),
    event(9, body='<h1 id="oma">Oma</h1>\n<nav data-search-exclude="x">a</nav><p data-search-boost="2">b</p>'),
    event(10, searchable=False, body="<h1>Kello 18 – 20\u2028🎻</h1>" + "<p>Pitkä sisältö.</p>\n" * 900),
    event(11, title="seurantalo0title0mark", body="<h1>a</h1>seurantalo0body0mark"),
    event(12, title="Katkennut merkki \ud83c"),
    event(13, title='__md_get("a")', body='<h1>a</h1><pre>  data-md-component="palette" __md_set(1)</pre>'),
)  # fmt: skip

SITES: dict[str, dict[str, Any]] = {
    "plain": {},
    # A link from below a folder to the folder itself is shorter than one from elsewhere.
    "its own list in the navigation": {
        "nav": ["index.md", {"Kalenteri": ["tapahtumat/index.md", "kalenteri/index.md"]}]
    },
    "no site_url": {"site_url": None},
    "no edit links": {"repo_url": None, "edit_uri": None},
    "edit template": {"edit_uri": None, "edit_uri_template": "https://git.example/edit?file={path}"},
    "description of the site": {"site_description": "Kaikki tapahtumat"},
    "no search": {"plugins": ["seurantalo"]},
    "search off": {"plugins": ["seurantalo", {"search": {"enabled": False}}]},
    "view button": {
        "theme": {"name": "material", "features": ["content.action.view", "toc.integrate", "navigation.tabs"]}
    },
    "theme that escapes": {"theme": {"name": None, "custom_dir": "theme"}, "plugins": ["seurantalo"]},
}


#: A theme of a site's own, which escapes what it prints and leaves out what a page has not.
BASE = """<html><head><title>{{ page.meta.title | e }}</title>
{% if page.meta.description %}<meta name="description" content="{{ page.meta.description | e }}">{% endif %}
{% block extrahead %}{% endblock %}</head><body>{{ page.title | e }} {{ page.url | url }} {{ page.canonical_url }}
{% if page.edit_url %}<a href="{{ page.edit_url | e }}">{% endif %}{{ page.content }}</body></html>"""


def filled_and_rendered(folder: SiteFolder, **site: Any) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """All files of the site with shells, and without."""
    filled = folder.build(**site)
    folder.settings["shells"] = False
    for plugin in site.get("plugins", ()):
        if plugin == "seurantalo":
            site = site | {"plugins": [{"seurantalo": {"shells": False}}, *site["plugins"][1:]]}
    return filled, folder.build(**site)


@pytest.mark.parametrize("site", SITES)
def test_a_filled_page_is_the_page_that_mkdocs_renders(
    folder: SiteFolder, said: Callable[[], str], site: str
) -> None:
    folder.write("theme/base.html", BASE)
    folder.project.publication = publication(*EVENTS)

    filled, rendered = filled_and_rendered(folder, **SITES[site])

    assert "one by one" not in said()  # shells were used
    assert sorted(filled) == sorted(rendered)
    assert [name for name in filled if filled[name] != rendered[name]] == []
    assert sum(name.startswith("tapahtumat/tapahtuma-") and name.endswith(".html") for name in filled) == 13


def test_no_mark_and_no_page_of_a_shell_is_left(folder: SiteFolder) -> None:
    files = folder.build()
    assert [name for name, content in files.items() if b"seurantalo0" in content or "seurantalo0" in name] == []


def test_what_a_contributor_wrote_stays_text(folder: SiteFolder) -> None:
    folder.project.publication = publication(*EVENTS)
    files = folder.build()
    for name in ("tapahtumat/tapahtuma-2/index.html", "yhdistykset/kyla/index.html"):
        html = files[name].decode()
        assert "<title>Åäö &amp; &lt;b&gt;" in html
        assert "<script>x" not in html
    assert "<script>" not in files["tapahtumat/tapahtuma-7/index.html"].decode().split('rel="edit"')[0][-200:]


def test_the_drawer_of_many_pages_has_the_first_level_alone(folder: SiteFolder) -> None:
    nav = ["index.md", {"Kalenteri": ["kalenteri/index.md", {"Muuta": "yhdistykset/kyla/index.md"}]}]
    files = folder.build(nav=nav)
    one, other = files["tapahtumat/tapahtuma-1/index.html"].decode(), files["kalenteri/index.html"].decode()
    drawer = one[one.index("md-sidebar--primary") : one.index("<article")]
    assert re.findall(r'<li><a href="?([^" >]+)"?>', drawer) == ["../..", "../../kalenteri/"]
    assert "Muuta" not in drawer
    assert "Muuta" in other[other.index('data-md-type="navigation"') :]


HOOK = {
    "values are altered": "def on_post_page(output, page, config): return output.replace('Åäö', 'AAO')",
    "marks are altered": "def on_post_page(output, page, config): return output.replace('0mark', '')",
    "the page is not written": (
        "def on_post_page(output, page, config): return '' if 'seurantalo0' in page.url else output"
    ),
    "space is squeezed": "def on_post_page(output, page, config): return output.replace('  ', ' ')",
}


@pytest.mark.parametrize("change", HOOK)
def test_where_a_plugin_spoils_the_shells_pages_are_rendered_one_by_one(
    folder: SiteFolder, said: Callable[[], str], change: str
) -> None:
    folder.project.publication = publication(*EVENTS)
    folder.write("hook.py", HOOK[change])

    filled, rendered = filled_and_rendered(folder, hooks=["hook.py"])

    assert "one by one" in said()
    assert sorted(filled) == sorted(rendered)
    assert [name for name in filled if filled[name] != rendered[name]] == []


def test_a_change_that_is_the_same_for_every_page_leaves_shells_usable(
    folder: SiteFolder, said: Callable[[], str]
) -> None:
    folder.project.publication = publication(*EVENTS)
    folder.write("hook.py", "def on_post_page(output, page, config): return output + '<!-- lopuksi -->'")

    filled, rendered = filled_and_rendered(folder, hooks=["hook.py"])

    assert "one by one" not in said()
    assert filled == rendered
    assert filled["tapahtumat/tapahtuma-1/index.html"].endswith(b"<!-- lopuksi -->")


def test_a_shell_is_filled_wherever_its_marks_stand() -> None:
    slug = Shape(description=True, edit_link=False).slug
    shell = Shell(
        f"<title>seurantalo0title0mark</title><a href='/{slug}/'>seurantalo0title0mark</a>"
        '<h1 id="seurantalo0anchor0mark">seurantalo0body0mark</h1>',
        slug,
    )
    values = theme_values(event(1, title="\\1 $0 {x}", body="<h1>ä\ud800</h1>"), "tapahtumat/")
    assert shell.fill(values) == (
        b"<title>\\1 $0 {x}</title><a href='/tapahtuma-1/'>\\1 $0 {x}</a><h1 id=\"_alku\">\xc3\xa4&#55296;</h1>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "",
        "seurantalo0title0mark",
        'seurantalo0title0mark<h1 id="seurantalo0anchor0mark">seurantalo0body0mark</h1>' * 2,
        '<h1 id="seurantalo0anchor0mark">seurantalo0body0mark</h1>',
    ],
)
def test_html_without_its_marks_is_no_shell(html: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        Shell(html, "slug")


def test_theme_values_hold_each_value_as_its_place_wants_it() -> None:
    page = event(1, title='A & "B"', source="events/ä b.yml", feeds=(FeedLink("ical/å.ics", '"'),))
    assert theme_values(page, "tapahtumat/") == ThemeValues(
        slug="tapahtuma-1",
        title="A &amp; &quot;B&quot;",
        description="Kuvaus 1",
        source="events/%C3%A4%20b.yml",
        anchor="_alku",
        head='<link rel="alternate feed" type="text/calendar" title="&quot;" href="../../ical/%C3%A5.ics">',
        body=page.body.replace("<h1>", '<h1 id="_alku">'),
    )


def test_a_body_without_a_heading_is_refused() -> None:
    with pytest.raises(ValueError, match="no h1 in the body of 'tapahtumat/tapahtuma-1/'"):
        theme_values(event(1, body="<p>a</p>"))
