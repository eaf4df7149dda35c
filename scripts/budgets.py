"""How heavy is a page? `.venv/bin/python scripts/budgets.py SITE` prints a table of a built site by kind of page.

Of each kind the heaviest page is told: its HTML, and the style sheets and modules that it names itself, in bytes
as gzip sends them; requests for these; elements. Pictures are not counted. Exit code 1: a budget of
`budgets.toml` is exceeded.
"""

from __future__ import annotations

import argparse
import gzip
import posixpath
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

BUDGETS: Final = Path(__file__).resolve().parent / "budgets.toml"
COLUMNS: Final = ("html", "css", "js", "requests", "elements")


@dataclass(frozen=True, slots=True)
class Weight:
    """What one page weighs: bytes, compressed, and counts."""

    page: str
    html: int
    css: int
    js: int
    requests: int
    elements: int


class _Reader(HTMLParser):
    """Counts elements, and remembers what a page loads to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.elements = 0
        self.css: set[str] = set()
        self.js: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements += 1
        told = dict(attrs)
        if tag == "link" and told.get("rel") == "stylesheet":
            self.css.add(told.get("href") or "")
        elif tag == "script" and told.get("src"):
            self.js.add(told.get("src") or "")


@cache
def sent(path: Path) -> int:
    """Return how many bytes gzip makes of a file; 0 where it is not of this site."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0)) if path.is_file() else 0


def weight(site: Path, page: str) -> Weight:
    """Weigh the page at an address of a built site."""
    file = site / page / "index.html"
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))

    def total(addresses: set[str]) -> int:
        return sum(sent(site / posixpath.normpath(page + one.partition("?")[0])) for one in addresses)

    count = 1 + len(reader.css) + len(reader.js)
    return Weight(page or "/", sent(file), total(reader.css), total(reader.js), count, reader.elements)


def heaviest(site: Path, pages: str) -> Weight:
    """Return the weight of the page whose HTML is the heaviest of those that a pattern finds."""
    found = sorted(path.parent for path in site.glob(f"{pages}index.html"))
    if not found:
        raise LookupError(f"no page is built at {pages}")
    names = [path.relative_to(site).as_posix() for path in found]
    largest = max(names, key=lambda name: sent(site / name / "index.html"))
    return weight(site, "" if largest == "." else f"{largest}/")


def exceeded(kind: str, found: Weight, budget: dict[str, int]) -> list[str]:
    """Return what is heavier than it may be, a sentence for each."""
    pairs = ((name, getattr(found, name), budget[name]) for name in COLUMNS if name in budget)
    return [f"{kind} ({found.page}): {name} {value} > {most}" for name, value, most in pairs if value > most]


def budgets() -> dict[str, tuple[str, dict[str, int]]]:
    """Return the kinds of pages: where they are, and what they may weigh."""
    told = tomllib.loads(BUDGETS.read_text(encoding="utf-8"))
    return {kind: (one.pop("pages"), one) for kind, one in told.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], allow_abbrev=False)
    parser.add_argument("site", type=Path, help="a built site")
    site = parser.parse_args().site
    print(f"{'kind':14}" + "".join(f"{name:>10}" for name in COLUMNS) + "  heaviest page")
    wrong = []
    for kind, (pages, budget) in budgets().items():
        found = heaviest(site, pages)
        print(f"{kind:14}" + "".join(f"{getattr(found, name):10}" for name in COLUMNS) + f"  {found.page}")
        wrong += exceeded(kind, found, budget)
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
