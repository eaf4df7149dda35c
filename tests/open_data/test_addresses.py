"""Every address that data names leads to a page or a file of the site: nothing is named that has gone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

SITE = "https://seurantalo.example.org/"
#: Endings of files that name addresses.
DATA = ("atom", "csv", "geojson", "ics", "json", "vcf")
#: What an address ends at, in all of these forms. An escaped comma or line of iCalendar ends one as well.
ADDRESS = re.compile(rb"https://seurantalo\.example\.org/[^\s\"'<>;,\\|)]*")
#: Where files name others by their path: property -> from where it counts.
PATHS = re.compile(r'"(?:\$schema|path|schema)":"([^"]+)"')


def named(root: Path) -> Iterator[tuple[str, str]]:
    """Every file of data with each address that it names."""
    for ending in DATA:
        for file in root.rglob(f"*.{ending}"):
            own = file.relative_to(root).as_posix()
            content = file.read_bytes().replace(b"\r\n ", b"")
            for address in {*ADDRESS.findall(content)}:
                yield own, address.decode()
            if own.startswith(("api/", "vapaat-paivat/")) and ending == "json":
                for path in {*PATHS.findall(content.decode())}:
                    yield own, urljoin(f"{SITE}{own}", path)


def leads(root: Path, address: str) -> bool:
    """Whether there is a file, or where the address ends with a slash a page; pages are Markdown here."""
    path = unquote(address.partition("#")[0].partition("?")[0]).removeprefix(SITE)
    if path and not path.endswith("/"):
        return (root / path).is_file()
    return (root / path / "index.md").is_file() or (root / f"{path.rstrip('/')}.md").is_file()


def lost(root: Path) -> list[tuple[str, str]]:
    """The addresses that lead nowhere, each with a file that names it."""
    found = {address: own for own, address in named(root) if address.startswith(SITE) and "{id}" not in address}
    return sorted((own, address) for address, own in found.items() if not leads(root, address))


def test_every_address_that_data_names_is_there(region_export: Path) -> None:
    kinds = {Path(own).suffix for own, _ in named(region_export)}
    assert kinds >= {f".{ending}" for ending in DATA}
    assert lost(region_export) == []


@pytest.mark.parametrize(
    "told",
    [
        {"@id": f"{SITE}api/linkedevents/v1/event/id/kuoro-20270119T180000.json"},
        {"url": f"{SITE}tapahtumat/kuoro/"},
        {"$schema": "../schema/events.json"},
    ],
)
def test_one_that_is_not_there_is_found(told: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "api" / "v1"
    folder.mkdir(parents=True)
    (folder / "events.json").write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8")
    assert [own for own, _ in lost(tmp_path)] == ["api/v1/events.json"]
