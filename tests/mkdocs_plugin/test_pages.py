"""Composed pages in a MkDocs build: in the records' place, untouched by Markdown, found by links and navigation."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from mkdocs.exceptions import Abort
from tests.mkdocs_plugin.conftest import SiteFolder, bulk, event, publication

from seurantalo.mkdocs_plugin.composing import INTRODUCTION
from seurantalo.model.problem import Problem, Severity
from seurantalo.publishing.publication import BulkFiles, File, Heading, Page
from seurantalo.reading.files.listing import RECORD_FOLDERS


def test_the_site_has_exactly_these_files(folder: SiteFolder) -> None:
    files = folder.build()
    theme = re.compile(r"assets/(?!seurantalo/)")
    found = [re.sub(r"(kehys|teema)-[0-9a-f]{6}\.js", r"\1.js", name) for name in files]
    assert [name for name in found if not theme.match(name)] == [
        "404.html",
        "assets/seurantalo/kartta.js",
        "assets/seurantalo/kehys.js",
        "assets/seurantalo/seurantalo.css",
        "assets/seurantalo/teema.js",
        "haku/tiedot/o0.json",
        "haku/tiedot/s0.json",
        "haku/tiedot/sanat.json",
        "ical/kaikki.ics",
        "index.html",
        "kalenteri/index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "tapahtumat/index.html",
        "tapahtumat/tapahtuma-1/index.html",
        "tapahtumat/tapahtuma-1/tapahtuma-1.ics",
        "tapahtumat/tapahtuma-2/index.html",
        "tapahtumat/tapahtuma-2/tapahtuma-2.ics",
        "tapahtumat/tapahtuma-3/index.html",
        "tapahtumat/tapahtuma-3/tapahtuma-3.ics",
        "tietoa/index.html",
        "yhdistykset/kyla/index.html",
    ]


@pytest.mark.parametrize("name", sorted(RECORD_FOLDERS))
def test_records_are_not_copied_but_their_pictures_are(folder: SiteFolder, name: str) -> None:
    for file in ("a.yml", "a.md", "b/c.md"):
        folder.write(f"content/{name}/{file}", "a: b\n")
    folder.write(f"content/{name}/b/kuva.JPG", "")
    assert [path for path in folder.build() if path.startswith(name)] == [f"{name}/b/kuva.JPG"]


def test_events_below_the_pages_are_not_copied_either(folder: SiteFolder) -> None:
    folder.settings["events_folder"] = "content/tapahtumat-lahde"
    folder.write("content/tapahtumat-lahde/2027/a.yml", "a: b\n")
    assert [path for path in folder.build() if "lahde" in path] == []


def test_a_body_reaches_the_reader_as_it_was(folder: SiteFolder) -> None:
    files = folder.build()
    assert '<h2 id="maalis">Maaliskuu</h2><p>**ei Markdownia**</p>' in files["kalenteri/index.html"].decode()
    assert '<h1 id="_alku">Kyläyhdistys</h1>\n    <p>neljä' in files["yhdistykset/kyla/index.html"].decode()


def test_the_theme_is_told_what_it_shows(folder: SiteFolder) -> None:
    html = folder.build()["kalenteri/index.html"].decode()
    assert "<title>Tapahtumakalenteri - Järviseudun seurantalo</title>" in html
    assert '<link rel="canonical" href="https://seurantalo.example/alue/kalenteri/">' in html
    assert (
        '<link rel="alternate feed" type="text/calendar" title="Kaikki tapahtumat" href="../ical/kaikki.ics">' in html
    )
    assert '<a href="#_alku" class="md-skip">' in html
    assert '<a href="#maalis" class="md-nav__link">' in html
    assert '<link rel="stylesheet" href="../assets/seurantalo/seurantalo.css">' in html
    assert '<script src="../assets/seurantalo/kartta.js" type="module"></script>' in html


def test_a_name_of_the_site_with_quotes_stays_one_label(folder: SiteFolder) -> None:
    name = 'Kylän "oma" talo'
    files = folder.build(site_name=name)
    for path in ("index.html", "kalenteri/index.html", "tapahtumat/tapahtuma-1/index.html"):
        found = _Labels(files[path].decode())
        assert found.labels.count(name) >= 1
        assert found.odd == []


class _Labels(HTMLParser):
    """The labels of a page, and attributes that are none of HTML's."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.labels: list[str | None] = []
        self.odd: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.labels += [value for name, value in attrs if name == "aria-label"]
        self.odd += [name for name, _ in attrs if '"' in name]


def test_the_edit_button_leads_to_the_record(folder: SiteFolder) -> None:
    files = folder.build()
    start = 'href="https://git.example/kyla/seurantalo/edit/main/'
    assert f'{start}events/2027/tapahtuma-1.yml"' in files["tapahtumat/tapahtuma-1/index.html"].decode()
    assert f'{start}content/organisations/kyla.md"' in files["yhdistykset/kyla/index.html"].decode()
    assert 'rel="edit"' not in files["kalenteri/index.html"].decode()
    assert folder.opened[0][3].edit_url == "https://git.example/kyla/seurantalo/edit/main/"


def test_the_front_page_surrounds_the_projects_own(folder: SiteFolder) -> None:
    html = folder.build()["index.html"].decode()
    assert (
        "<h1 id=\"_alku\">Tervetuloa</h1>\n<p>Teemme tämän <strong>yhdessä</strong>.</p>\n<h2 id='tulossa'>" in html
    )
    assert html.count("<h1") == 1
    assert '<meta name="description" property="og:description" content="Maakunnan tapahtumat">' in html
    assert "<title>Järviseudun seurantalo</title>" in html
    assert folder.project.introductions == [INTRODUCTION]


def test_a_front_page_needs_no_file_of_the_project(folder: SiteFolder) -> None:
    (folder.root / "content/index.md").unlink()
    html = folder.build()["index.html"].decode()
    assert '<h1 id="_alku">Tervetuloa</h1>' in html
    assert folder.project.introductions == [""]


def test_navigation_and_links_find_composed_pages_even_strictly(folder: SiteFolder) -> None:
    folder.write("content/tietoa.md", "[a](kalenteri/index.md#maalis) [b](ical/kaikki.ics) [[Kalenteri]]\n")
    folder.project.problems = (Problem("history-missing", "a.yml", severity=Severity.WARNING),)
    files = folder.build(
        strict=True,
        validation={"anchors": "warn", "unrecognized_links": "warn", "omitted_files": "warn"},
        nav=[{"Etusivu": "index.md"}, {"Milloin": [{"Kuukausittain": "kalenteri/index.md"}, "tietoa.md"]}],
    )
    html = files["tietoa/index.html"].decode()
    assert '<a href="../kalenteri/#maalis">a</a> <a href="../ical/kaikki.ics">b</a>' in html
    assert "Kuukausittain" in html
    # The page keeps its own title.
    assert "<title>Tapahtumakalenteri - " in files["kalenteri/index.html"].decode()


def test_typed_links_work_in_ordinary_pages(folder: SiteFolder) -> None:
    assert '<a href="../kalenteri/">Kalenteri</a>' in folder.build()["tietoa/index.html"].decode()


def test_links_of_pages_ask_the_project_that_was_published(folder: SiteFolder) -> None:
    folder.build()
    # Another has read no records: each link would lead to nothing.
    assert len(folder.opened) == 1


def test_names_and_links_meet_in_whatever_way_their_letters_are_composed(folder: SiteFolder) -> None:
    apart = unicodedata.normalize("NFD", "kesäpäivä")
    folder.write(f"content/{apart}.md", unicodedata.normalize("NFD", "# Kesäpäivä"))
    folder.write(f"content/{apart}.txt", "Ohjelma")
    folder.write("content/linkit.md", f"[a](kesäpäivä.md) [b]({apart}.md) [c](kes%C3%A4p%C3%A4iv%C3%A4.txt)")
    site = folder.build()
    page = site["linkit/index.html"].decode()
    assert page.count('<a href="../kes%C3%A4p%C3%A4iv%C3%A4/">') == 2
    assert '<a href="../kes%C3%A4p%C3%A4iv%C3%A4.txt">' in page
    assert "<h1>Kesäpäivä" in site["kesäpäivä/index.html"].decode().replace(' id="kesapaiva"', "")
    assert site["kesäpäivä.txt"] == b"Ohjelma"
    assert all(unicodedata.is_normalized("NFC", name) for name in site)


def test_mistakes_stop_the_build_and_leave_the_old_site_alone(
    folder: SiteFolder, caplog: pytest.LogCaptureFixture
) -> None:
    before = folder.build()
    folder.project.publication = None
    folder.project.problems = (
        Problem("file-empty", "events/a.yml", 3, 1),
        Problem("file-empty", "events/b.yml", 4, 1),
        Problem("history-missing", "events/c.yml", severity=Severity.NOTICE),
    )
    with pytest.raises(Abort):
        folder.build()
    text = caplog.text
    assert "Tiedostoissa on 2 virhettä. Sivusto jäi ennalleen." in text
    assert "events/a.yml" in text
    assert "events/b.yml" in text
    assert "events/c.yml" not in text
    assert folder.files() == before


def test_notices_are_told_but_stop_nothing(folder: SiteFolder, said: Callable[[], str]) -> None:
    folder.project.problems = tuple(
        Problem("history-missing", f"events/{number:02}.yml", severity=Severity.WARNING) for number in range(25)
    )
    folder.build(strict=True)
    assert "events/00.yml" in said()
    assert "events/19.yml" in said()
    assert "events/20.yml" not in said()
    assert "ja 5 muuta" in said()


def files(kind: str, path: str) -> BulkFiles:
    return BulkFiles(kind=kind, folders=(f"{path.partition('/')[0]}/",), make=lambda: [File(path, kind.encode())])


@pytest.mark.parametrize(
    ("changes", "first", "second"),
    [
        ({"pages": (Page(address="tietoa/", title="Tietoja", body="<h1>a</h1>"),)}, "tietoa.md", "”Tietoja”"),
        (
            {"pages": (Page(address="a/", title="A", body="<h1>a</h1>", source="content/x/a.md"),) * 2},
            "content/x/a.md",
            "content/x/a.md",
        ),
        ({"files": (File("tietoa/index.html", b""),)}, "tietoa.md", "tietoa/index.html"),
        ({"bulk": (bulk(event(1), event(1)),)}, "events/2027/tapahtuma-1.yml", "events/2027/tapahtuma-1.yml"),
        ({"bulk_files": (files("feeds", "ical/a.ics"), files("week", "ical/a.ics"))}, "feeds", "week"),
        ({"bulk_files": (files("week", "kalenteri/index.html"),)}, "”Tapahtumakalenteri”", "week"),
    ],
)
def test_two_sources_of_one_address_are_both_named(
    folder: SiteFolder,
    caplog: pytest.LogCaptureFixture,
    changes: dict[str, object],
    first: str,
    second: str,
) -> None:
    folder.project.publication = publication(**changes)
    with pytest.raises(Abort):
        folder.build()
    assert re.search(rf"Kaksi lähdettä tekee saman osoitteen .*: {first} ja {second}\.", caplog.text)


def test_addresses_need_folders(folder: SiteFolder, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        folder.build(use_directory_urls=False)
    assert "use_directory_urls" in caplog.text


def test_headings_become_a_nested_list_of_contents(folder: SiteFolder) -> None:
    headings = (Heading("a", "A & B"), Heading("b", "B", 3), Heading("c", "C"))
    page = Page(address="a/", title="A", body="<h1>A</h1>", headings=headings)
    folder.project.publication = publication(pages=(page,))
    html = folder.build()["a/index.html"].decode()
    contents = html.split('data-md-component="toc"')[1].split("</nav>\n            </div>")[0]
    assert re.findall(r'href="#(\w+)"', contents) == ["a", "b", "c"]
    assert "A &amp; B" in contents


def test_the_page_for_lost_readers_speaks_their_language(folder: SiteFolder) -> None:
    assert "Tällä osoitteella ei ole sivua" in folder.build()["404.html"].decode()


def test_the_search_speaks_plainly_in_the_language_of_the_site(folder: SiteFolder) -> None:
    """The theme's own Finnish counts documents that match."""
    folder.settings["search"] = "theme"
    made = folder.build()
    for name in ("index.html", "404.html"):
        translations = json.loads(
            made[name].decode().split('id="__config"')[1].split(">", 1)[1].split("</script>")[0]
        )["translations"]
        assert translations["search.result.other"] == "# osumaa"
        assert translations["search.result.none"] == "Ei osumia. Kokeile lyhyempää tai toista sanaa."
        assert translations["clipboard.copied"] == "Kopioitu leikepöydälle"


def test_a_search_of_our_own_needs_no_words_of_the_themes(folder: SiteFolder) -> None:
    page = folder.build()["index.html"].decode()
    told = json.loads(page.split('id="__config"')[1].split(">", 1)[1].split("</script>")[0])
    assert sorted(told["translations"]) == ["clipboard.copied", "clipboard.copy"]
    assert told["base"] == "."


def test_what_no_page_asks_for_of_the_theme_is_not_published(folder: SiteFolder) -> None:
    """What the site has itself is, and the theme's search has its words."""
    for name in ("assets/javascripts/lunr/oma.js", "kartat/jarvi.js.map"):
        folder.write(f"content/{name}", "1")

    def left() -> tuple[list[str], list[str]]:
        made = folder.build()
        return (
            [path for path in made if path.endswith(".map")],
            [path for path in made if path.startswith("assets/javascripts/lunr/")],
        )

    assert left() == (["kartat/jarvi.js.map"], ["assets/javascripts/lunr/oma.js"])
    folder.settings["search"] = "theme"
    maps, words = left()
    assert maps == ["kartat/jarvi.js.map"]
    assert len(words) > 20


def test_the_search_finds_pages_and_those_events_that_want_it(folder: SiteFolder) -> None:
    hidden = event(4, searchable=False)
    folder.settings["search"] = "theme"
    folder.project.publication = publication(event(1), hidden)
    index = json.loads(folder.build()["search/search_index.json"])
    places = [doc["location"] for doc in index["docs"]]
    assert "kalenteri/#maalis" in places
    assert places[-1] == "tapahtumat/tapahtuma-1/"
    assert not any("tapahtuma-4" in place for place in places)
    assert index["docs"][-1] == {
        "location": "tapahtumat/tapahtuma-1/",
        "title": "Tapahtuma 1",
        "text": "Kuvaus 1 Teksti kalenteri",
    }


def test_a_page_without_headings_is_one_short_entry_of_the_search(folder: SiteFolder) -> None:
    rows = "".join(f"<li>Yhdistys {number}</li>" for number in range(2000))
    long = Page(address="yhdistykset/", title="Yhdistykset", description="Kaikki", body=f"<h1>Y</h1><ul>{rows}</ul>")
    hidden = Page(address="tyopoyta/", title="Työpöytä", body="<h1>Työpöytä</h1>", searchable=False)
    made = publication()
    folder.settings["search"] = "theme"
    folder.project.publication = replace(made, pages=(*made.pages, long, hidden))
    docs = json.loads(folder.build()["search/search_index.json"])["docs"]
    (entry,) = [doc for doc in docs if doc["location"].startswith("yhdistykset/") and doc["title"] == "Yhdistykset"]
    assert entry["location"] == "yhdistykset/"
    assert entry["text"].startswith("Kaikki Yhdistys 0 Yhdistys 1")
    assert len(entry["text"]) < 500
    assert not any(doc["location"].startswith("tyopoyta/") for doc in docs)


def test_what_editors_leave_behind_is_not_published(folder: SiteFolder) -> None:
    for name in ("tietoa.md~", "#tietoa.md#", "kutsu.docx.bak", "Thumbs.db", "esite.txt"):
        folder.write(f"content/{name}", "040")
    left = [name for name in folder.build() if name.startswith(("tietoa.md", "#", "kutsu", "Thumbs", "esite"))]
    assert left == ["esite.txt"]


def test_a_theme_that_is_told_no_language_speaks_the_sites(folder: SiteFolder) -> None:
    folder.settings = {"language": "sv"}
    assert b'<html lang="sv"' in folder.build(theme={"name": "material", "font": False})["tietoa/index.html"]


@pytest.mark.parametrize(
    ("front_matter", "title"),
    [
        ("tila: luonnos\n", "Tietoa &lt;&amp;&gt; &quot;meistä&quot;"),
        ('title: "Meistä & <b>muista</b>"\ndescription: "Kuka \\"tätä\\" pitää"\n', "Meistä &amp; muista"),
    ],
)
def test_an_ordinary_page_tells_how_a_link_to_it_is_shown(folder: SiteFolder, front_matter: str, title: str) -> None:
    folder.write("content/tietoa.md", f'---\n{front_matter}---\n\n# Tietoa &lt;&amp;&gt; "meistä"\n')
    head = folder.build()["tietoa/index.html"].decode().partition("</head>")[0]
    assert re.findall(r'<meta property="og:(?:title|image)" content="([^"]*)">', head) == [
        title,
        "https://seurantalo.example/alue/assets/seurantalo/esikatselu.png",
    ]
    assert ('"og:description" content="Kuka &quot;tätä&quot; pitää"' in head) == ("description" in front_matter)


def test_an_ordinary_page_that_says_it_itself_is_left_alone(folder: SiteFolder) -> None:
    folder.write("content/tietoa.md", "---\nmeta:\n- {property: 'og:title', content: Oma}\n---\n\n# Tietoa\n")
    folder.settings["previews"] = 0
    files = folder.build()
    assert "og:" not in files["tietoa/index.html"].decode()
    folder.write("content/tietoa.md", "# Tietoa\n")
    head = folder.build()["tietoa/index.html"].decode()
    assert '<meta property="og:title" content="Tietoa">' in head
    assert "og:image" not in head


def test_a_worker_of_the_sites_own_goes_before_ours(folder: SiteFolder) -> None:
    folder.write("content/sw.js", "// own")
    assert folder.project.publication is not None
    ours = File("sw.js", b"// ours"), File("manifest.webmanifest", b"{}")
    folder.project.publication = replace(folder.project.publication, files=ours)
    built = folder.build()
    assert (built["sw.js"], built["manifest.webmanifest"]) == (b"// own", b"{}")
