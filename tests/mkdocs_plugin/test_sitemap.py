"""The sitemap: valid, complete, without dates; an index of maps where one would be too large."""

from __future__ import annotations

import gzip
from xml.etree import ElementTree as ET

from seurantalo.mkdocs_plugin.sitemap import LARGEST, sitemap_files

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(content: bytes) -> list[str | None]:
    return [element.text for element in ET.fromstring(content).iter(f"{NAMESPACE}loc")]


def test_a_map_lists_whole_addresses() -> None:
    files = dict(sitemap_files("https://a.example/b&c/", ["", "x/", "y%20/"]))
    assert listed(files["sitemap.xml"]) == [
        "https://a.example/b&c/",
        "https://a.example/b&c/x/",
        "https://a.example/b&c/y%20/",
    ]
    assert gzip.decompress(files["sitemap.xml.gz"]) == files["sitemap.xml"]
    assert files["sitemap.xml.gz"][4:8] == bytes(4)  # RFC 1952: no modification time
    assert files["sitemap.xml.gz"][9] == 255  # and no operating system


def test_a_site_without_a_url_has_no_map() -> None:
    assert list(sitemap_files("", ["a/"])) == []


def test_many_pages_are_shared_among_maps() -> None:
    addresses = [f"{number}/" for number in range(LARGEST + 1)]
    files = dict(sitemap_files("https://a.example/", addresses))
    assert listed(files["sitemap.xml"]) == [
        "https://a.example/sitemap-1.xml",
        "https://a.example/sitemap-2.xml",
    ]
    assert len(listed(files["sitemap-1.xml"])) == LARGEST
    assert listed(files["sitemap-2.xml"]) == [f"https://a.example/{LARGEST}/"]


def test_as_many_as_one_map_holds_stay_in_one() -> None:
    files = dict(sitemap_files("https://a.example/", ["a/"] * LARGEST))
    assert sorted(files) == ["sitemap.xml", "sitemap.xml.gz"]
