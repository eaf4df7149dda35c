"""Every kind of page, as a reader meets it: opens, keeps to itself, accessible, fits, needs no JavaScript."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests.browser.conftest import SCREENS, Accessibility, OpenPage, Screen, Site, locations, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage, Error, Page, Request

LANGUAGES = ("fi", "sv", "en")

# How many words the choices of the filters have, which stand there only with JavaScript.
CHOICES = """
    [...document.querySelectorAll("main select")]
        .filter((one) => one.checkVisibility())
        .reduce((sum, one) => sum + (one.innerText.match(/\\S+/g) ?? []).length, 0)
"""


#: Pages that are forms.
FORMS = ("ehdota/", "ilman-yhteytta/", "upota/")
NARROWEST = Screen(320, 640, "light")


@dataclass(frozen=True, slots=True)
class Sight:
    """What a screen shows of an opened page."""

    violations: tuple[str, ...]
    overflow: int  # CSS pixels by which the page is wider than the screen
    words: int  # in the visible main content, without what a filter offers to choose from


@dataclass(frozen=True, slots=True)
class Visit:
    """All that was seen when one page was opened in a browser."""

    location: str
    status: int
    errors: tuple[str, ...]
    requests_elsewhere: tuple[str, ...]
    headings: int  # how many h1
    sights: dict[Screen, Sight]


def one_of_each_kind(locations: list[str], size: dict[str, int]) -> list[str]:
    """One page of every kind: the largest of each language, top folder and depth.

    The largest page of a kind has the most on it, so it is the likeliest to break.
    """
    kinds: dict[tuple[str, str, int], str] = {}
    for location in sorted(locations, key=lambda each: (size[each], each)):
        folders = location.strip("/").split("/")
        language = folders.pop(0) if folders[0] in LANGUAGES else ""
        kinds[language, folders[0] if folders else "", len(folders)] = location
    return sorted(kinds.values())


def look(page: Page, screen: Screen, accessibility: Accessibility | None) -> Sight:
    """Turn an opened page to a screen, and write down what is seen."""
    page.set_viewport_size({"width": screen.width, "height": screen.height})
    page.emulate_media(color_scheme=screen.scheme)
    return Sight(
        violations=tuple(accessibility(page)) if accessibility else (),
        overflow=page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth"),
        words=len(page.locator("main").first.inner_text().split()) - page.evaluate(CHOICES),
    )


def visit(page: Page, site: Site, location: str, looks: dict[Screen, Accessibility | None]) -> Visit:
    """Open a page once and look at it on each screen; requests to other hosts are noted."""
    errors: list[str] = []
    elsewhere: list[str] = []

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def note_error(error: Error) -> None:
        errors.append(str(error))

    def note_request(request: Request) -> None:
        if not request.url.startswith((site.address, "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("console", note_console)
    page.on("pageerror", note_error)
    page.on("request", note_request)
    response = page.goto(site.address + location, wait_until="networkidle")
    seen = Visit(
        location=location,
        status=response.status if response else 0,
        errors=tuple(errors),
        requests_elsewhere=tuple(elsewhere),
        headings=page.locator("h1").count(),
        sights={screen: look(page, screen, accessibility) for screen, accessibility in looks.items()},
    )
    page.remove_listener("console", note_console)
    page.remove_listener("pageerror", note_error)
    page.remove_listener("request", note_request)
    return seen


class VisitAll(Protocol):
    """Visits every kind of page, with JavaScript or without."""

    def __call__(self, *, scripts: bool = True) -> list[Visit]: ...


@pytest.fixture(scope="session")
def visit_all(site: Site, open_page: OpenPage, accessibility: Accessibility) -> VisitAll:
    """Each page is opened once for all the tests below and turned to one screen after another."""
    size = {location: site.file_of(location).stat().st_size for location in site.locations}

    @functools.cache
    def visit_every(*, scripts: bool = True) -> list[Visit]:
        phone = SCREENS["phone-dark"]
        page = open_page(phone, scripts=scripts)
        looks: dict[Screen, Accessibility | None] = {phone: None, NARROWEST: None}
        if scripts:
            looks = {**dict.fromkeys(SCREENS.values(), accessibility), NARROWEST: None}
        found = [visit(page, site, location, looks) for location in one_of_each_kind(list(size), size)]
        page.context.close()
        return found

    return visit_every


@pytest.fixture
def visits(visit_all: VisitAll) -> list[Visit]:
    return visit_all()


def test_every_kind_of_page_opens(visits: list[Visit]) -> None:
    assert visits
    assert {each.location: each.status for each in visits if each.status != 200} == {}


def test_the_console_is_silent(visits: list[Visit]) -> None:
    assert {each.location: each.errors for each in visits if each.errors} == {}


def test_no_request_leaves_the_host(visits: list[Visit]) -> None:
    assert {each.location: each.requests_elsewhere for each in visits if each.requests_elsewhere} == {}


def test_nothing_violates_wcag(visits: list[Visit], screen: Screen) -> None:
    found = {each.location: each.sights[screen].violations for each in visits}
    assert {location: seen for location, seen in found.items() if seen} == {}


@pytest.mark.parametrize("screen", [*SCREENS.values(), NARROWEST], ids=[*SCREENS, "narrowest"])
def test_nothing_scrolls_sideways(visits: list[Visit], screen: Screen) -> None:
    """320 CSS pixels is also what a desktop page at 400 % zoom has (WCAG 1.4.10)."""
    found = {each.location: each.sights[screen].overflow for each in visits}
    assert {location: seen for location, seen in found.items() if seen > 0} == {}


def test_every_page_has_one_main_heading(visits: list[Visit]) -> None:
    assert {each.location: each.headings for each in visits if each.headings != 1} == {}


def test_a_page_is_the_same_without_javascript(visit_all: VisitAll) -> None:
    """Opens, fits and says at least nine words of ten of what it says with JavaScript.

    Of a form three of four: what to choose from, letter, copy and file are the script's, and a whole answer stands
    for them: the forge, an address, the lines of one frame, the list of what is kept.
    """
    phone = SCREENS["phone-dark"]
    words = {each.location: each.sights[phone].words for each in visit_all()}
    assert [
        each
        for each in visit_all(scripts=False)
        if each.status != 200
        or each.headings != 1
        or any(sight.overflow > 0 for sight in each.sights.values())
        or each.requests_elsewhere
        or each.sights[phone].words < (0.75 if each.location.startswith(FORMS) else 0.9) * words[each.location]
    ] == []


def test_no_page_of_the_site_loads_from_elsewhere(site: Site) -> None:
    """The files themselves say so too, for all pages and not only for those opened."""
    found = []
    for path in sorted(site.folder.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        found += [
            f"{path.relative_to(site.folder).as_posix()}: {match.group()}"
            for match in re.finditer(
                r"<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*\b(?:src|data)=\"?(?:https?:)?//[^\">\s]+",
                text,
            )
        ]
    assert found == []


class _Anchors(HTMLParser):
    """The links of a page and the places in it that a link may lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = {"", "top"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" or (tag == "a" and name == "name"):
                self.places.add(value or "")
            elif tag == "a" and name == "href" and value:
                self.links.append(value)


def broken_links(folder: Path, front: str) -> list[str]:
    """Links between the pages of a built site that lead to no file, or to no place in the file."""
    pages: dict[str, _Anchors] = {}
    for path in sorted(folder.rglob("*.html")):
        anchors = _Anchors()
        anchors.feed(path.read_text(encoding="utf-8"))
        pages[front + path.relative_to(folder).as_posix()] = anchors
    broken = []
    for source, anchors in pages.items():
        for link in dict.fromkeys(anchors.links):
            target = urlsplit(urljoin(source, link))
            if target.scheme or target.netloc:
                continue
            file = unquote(target.path) + ("index.html" if target.path.endswith("/") else "")
            if "ehdota/" in file and "=" in target.fragment:  # what the form is to be filled in with
                target = target._replace(fragment="")
            inside = file.removeprefix(front) if file.startswith(front) else "outside-the-site"
            if file in pages:
                is_there = unquote(target.fragment) in pages[file].places
            else:
                is_there = (folder / inside).is_file()
            if not is_there:
                broken.append(f"{source.removeprefix(front)}: {link}")
    return broken


def test_every_link_between_pages_leads_somewhere(site: Site) -> None:
    assert broken_links(site.folder, urlsplit(site.address).path) == []


# The tests above look at the real site. Those below show that what they use can find a fault.


def test_one_of_each_kind_takes_the_largest() -> None:
    size = {"": 1, "tapahtumat/": 5, "tapahtumat/a/": 1, "tapahtumat/b/": 2, "sv/tapahtumat/b/": 1, "sv/": 9}
    assert one_of_each_kind(list(size), size) == [
        "",
        "sv/",
        "sv/tapahtumat/b/",
        "tapahtumat/",
        "tapahtumat/b/",
    ]


@pytest.fixture
def poor_site(tmp_path: Path) -> Site:
    """A front page with one fault of every sort."""
    (tmp_path / "index.html").write_text(
        '<html><body><main><h1>Yksi</h1><h1>Kaksi</h1><img src="http://elsewhere.invalid/a.png">'
        '<div style="width: 3000px">leveä</div><a href="missing.html">x</a><a href="#missing">y</a>'
        '<a href="index.html#here" id="here">z</a><p style="color: #ccc; background: #fff">haalea</p></main>'
        "<script>throw new Error('rikki')</script></body></html>",
        encoding="utf-8",
    )
    (tmp_path / "sitemap.xml").write_text("<urlset><url><loc>https://talo.example/</loc></url></urlset>")
    return Site(tmp_path, tmp_path.as_uri() + "/")


def test_every_fault_of_a_poor_site_is_seen(poor_site: Site, page: Page, screen: Screen) -> None:
    assert locations(poor_site.folder) == [""]
    assert broken_links(poor_site.folder, "/") == ["index.html: missing.html", "index.html: #missing"]

    seen = visit(page, poor_site, "index.html", {screen: violations})
    sight = seen.sights[screen]

    assert seen.headings == 2
    assert seen.requests_elsewhere == ("http://elsewhere.invalid/a.png",)
    assert any("rikki" in error for error in seen.errors)
    assert sight.overflow >= 3000 - screen.width
    assert {rule.split(":")[0] for rule in sight.violations} >= {
        "color-contrast",
        "image-alt",
        "html-has-lang",
    }


def test_a_fault_among_rows_alike_is_seen(page: Page, screen: Screen) -> None:
    """A row that differs in anything that a rule reads is looked at, however many rows are alike before it."""
    faults = {
        "color-contrast": '<a href="#a">nimi</a> <b style="color: #ccc">haalea</b>',
        "link-name": '<a href="#a"></a> <b>paksu</b>',
        "image-alt": '<a href="#a">nimi</a> <img src="data:,">',
        "label": "<input>",
        "aria-valid-attr-value": '<a href="#a" aria-expanded="perhaps">nimi</a>',
        "valid-lang": '<a href="#a">nimi</a> <b lang="suomi">paksu</b>',
        "target-size": '<button style="font-size: 4px; padding: 0; border: 0">a</button>' * 2,
        "nested-interactive": '<button><a href="#a">nimi</a></button>',
    }
    rows = [f'<li><a href="#{n}">nimi {n}</a> <b>paksu {n}</b></li>' for n in range(200)]
    for n, fault in enumerate(faults.values()):
        rows[40 + 15 * n] = f"<li>{fault}</li>"
    page.set_content(
        '<!doctype html><html lang="fi"><title>Rivit</title><style>body { color: #111; background: #fff }'
        f"li {{ padding: 1em }}</style><main><h1>Rivit</h1><ul>{''.join(rows)}</ul></main></html>"
    )
    assert {line.split(":")[0] for line in violations(page)} == set(faults)
    left = page.locator("li:not([data-alike])").count()
    assert len(faults) < left < len(faults) + 10


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_in_the_colours_of_the_theme_all_can_be_read_too(
    site: Site, page: Page, accessibility: Accessibility
) -> None:
    page.goto(site.address)
    page.evaluate("for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)")
    assert accessibility(page) == []
