"""What is published is made when it is asked for, page by page and file by file."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.publishing.publication import BulkFiles, File, Files, KindPages, LazyPages, Page, Pages, Publication


def kind(folder: str, *names: str, below: str = "", asked: list[str]) -> KindPages:
    def make(name: str) -> Page:
        asked.append(name)
        return Page(address=f"{folder}{name}/{below}" if name else f"{folder}{below}", title=name, body="<h1>K</h1>")

    return KindPages(kind=f"{folder}{below}", folder=folder, below=below, pages=Pages(names, make))


def test_a_page_is_made_by_its_address_and_no_other_with_it() -> None:
    asked: list[str] = []
    kinds = [kind("", "", asked=asked), kind("kaytannot/", "sauna", "laavu", below="kayttoon/", asked=asked)]
    publication = Publication(pages=LazyPages(kinds), bulk=(kind("tapahtumat/", "tanssit", asked=asked),))
    assert publication.composed.addresses == ("", "kaytannot/sauna/kayttoon/", "kaytannot/laavu/kayttoon/")
    assert asked == []
    for address, title in (("kaytannot/laavu/kayttoon/", "laavu"), ("tapahtumat/tanssit/", "tanssit"), ("", "")):
        page = publication.page_at(address)
        assert page is not None
        assert (page.address, page.title) == (address, title)
    assert asked == ["laavu", "tanssit", ""]
    for address in ("kaytannot/laavu/", "kaytannot/kayttoon/", "tapahtumat/", "tapahtumat/tanssit", "muuta/"):
        assert publication.page_at(address) is None


def test_composed_pages_are_a_sequence_and_made_once() -> None:
    asked: list[str] = []
    pages = LazyPages([kind("a/", "yksi", "kaksi", asked=asked), kind("b/", "kolme", asked=asked)])
    assert [page.title for page in pages] == ["yksi", "kaksi", "kolme"]
    assert [page.title for page in pages[1:]] == ["kaksi", "kolme"]
    assert (len(pages), pages[-1].title, asked) == (3, "kolme", ["yksi", "kaksi", "kolme"])
    assert LazyPages.of(pages).at("b/kolme/") == pages[2]


def test_a_file_is_made_by_its_path_alone_where_its_kind_can() -> None:
    asked: list[str] = []

    def one(path: str) -> bytes:
        asked.append(path)
        return path.encode()

    def whole() -> Iterator[File]:
        for path in ("api/a.json", "api/b.json"):
            yield File(path, one(path))

    publication = Publication(
        files=(File("tyyli.css", b":root{}"),),
        bulk_files=(
            BulkFiles(kind="calendars", folders=("ical/",), make=lambda: Files(("ical/a.ics", "ical/b.ics"), one)),
            BulkFiles(kind="data", folders=("api/",), make=whole),
        ),
    )
    assert publication.file_at("tyyli.css") == b":root{}"
    assert (publication.file_at("ical/b.ics"), asked) == (b"ical/b.ics", ["ical/b.ics"])
    assert (publication.file_at("ical/c.ics"), asked) == (None, ["ical/b.ics"])
    # Those that can't be made one by one are made once, all of them.
    assert [publication.file_at(path) for path in ("api/b.json", "api/a.json")] == [b"api/b.json", b"api/a.json"]
    assert asked == ["ical/b.ics", "api/a.json", "api/b.json"]
    assert [file.path for files in publication.bulk_files for file in files][:2] == ["ical/a.ics", "ical/b.ics"]
