"""Take pictures of every kind of page, to be looked at: `python3 scripts/screens.py --to FOLDER`.

Builds the site as it is on a day, chooses from each kind the page that is longest, and takes it on a phone and on a
desktop, in light and in dark, whole from top to bottom, and as it is printed; and one of each kind of printed sheet.
`index.html` in the folder shows all of them side by side; taken again into another folder, two commits can be laid
beside each other.
"""

from __future__ import annotations

import argparse
import html
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

import _environment
import _site

#: What is looked at: width in CSS pixels and the colour scheme asked of the page.
SCREENS: dict[str, tuple[int, Literal["light", "dark"]]] = {
    "phone-light": (390, "light"),
    "phone-dark": (390, "dark"),
    "desktop-light": (1280, "light"),
    "desktop-dark": (1280, "dark"),
}
#: On which of them a page is printed as well.
PRINTED = "desktop-light"
HEIGHT = 844
#: A folder with more pages than this holds one kind; with fewer, each page is a kind of its own.
FEW = 2
#: Pixels of a picture beyond which nobody looks.
TALLEST = 6_000
#: Sheets of paper beyond which nobody looks, and dots of a point (1/72 inch) on their pictures.
MOST_SHEETS = 3
DOTS = 1.2
#: How the overview looks.
STYLE = """body { font-family: sans-serif; background: #777 } p { display: flex; gap: 8px }
img { height: 640px; object-fit: cover; object-position: top }"""
#: No name but the own server's leads anywhere.
OTHER_HOSTS = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def kinds(addresses: Mapping[str, int]) -> dict[str, str]:
    """Return one address for every kind of page, the longest, by the kind's name; ``addresses`` have their sizes.

    >>> kinds({"": 9, "kunnat/": 5, **{f"kunnat/{n}/": n for n in range(6)}})
    {'front': '', 'kunnat': 'kunnat/', 'kunnat.x': 'kunnat/5/'}
    """
    below = Counter(address.rstrip("/").rpartition("/")[0] for address in addresses)
    longest: dict[str, str] = {}
    for address in sorted(addresses):
        kind = _kind(address, below) or "front"
        if kind not in longest or addresses[address] > addresses[longest[kind]]:
            longest[kind] = address
    return longest


def _kind(address: str, below: Mapping[str, int]) -> str:
    """Return an address without the names of members of large folders: ``kaytannot.x.ota-kayttoon``."""
    folder, parts = "", []
    for part in address.rstrip("/").split("/"):
        parts.append("x" if folder and below[folder] > FEW else part)
        folder = f"{folder}/{part}" if folder else part
    return ".".join(parts)


def take(site: Path, pages: Mapping[str, str], today: date, to: Path) -> None:
    """Write a picture of every page on every screen."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (not there before the environment is made)

    with _site.served(site) as here, sync_playwright() as playwright:
        # Chromium's own sandbox does not start for root, as in a container.
        browser = playwright.chromium.launch(
            executable_path=_environment.require_chromium(),
            chromium_sandbox=not hasattr(os, "geteuid") or os.geteuid() != 0,
            args=[OTHER_HOSTS],
        )
        for screen, (width, scheme) in SCREENS.items():
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, locale="fi-FI"
            )
            context.clock.install(time=f"{today.isoformat()}T09:00:00+03:00")
            page = context.new_page()
            for kind, address in pages.items():
                page.goto(f"{here.address}{address}", wait_until="networkidle")
                tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                page.screenshot(
                    path=to / f"{kind}.{screen}.png",
                    full_page=True,
                    clip={"x": 0, "y": 0, "width": width, "height": tall},
                )
                if screen == PRINTED:
                    sheets(page.pdf(format="A4"), to / f"{kind}.printed")
            context.close()
        browser.close()


def sheets(pdf: bytes | Path, to: Path) -> None:
    """Write pictures of the first sheets of a PDF: ``to`` with ``-1.png`` and so on."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 (not there before the environment is made)

    document = PdfDocument(pdf)
    for number in range(min(len(document), MOST_SHEETS)):
        document[number].render(scale=DOTS).to_pil().save(f"{to}-{number + 1}.png")
    document.close()


def papers(site: Path, word: str) -> dict[str, str]:
    """Return the largest printed sheet of each kind, its path in the site by the kind's name."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*.pdf"), key=lambda one: one.stat().st_size):
        found[f"{path.relative_to(site).parts[0]}.{path.stem}"] = path
    return {kind: found[kind].relative_to(site).as_posix() for kind in sorted(found) if word in kind}


def overview(folder: Path, pages: Mapping[str, str]) -> str:
    """Return a page that shows all pictures of a folder, a row for every kind."""
    rows = []
    for kind, address in pages.items():
        names = [f"{kind}.{screen}.png" for screen in (*SCREENS, *(f"printed-{n + 1}" for n in range(MOST_SHEETS)))]
        names = [name for name in names if (folder / name).is_file()]
        pictures = " ".join(f'<a href="{name}"><img loading="lazy" src="{name}" alt=""></a>' for name in names)
        rows.append(f"<h2>{html.escape(kind)} <small>/{html.escape(address)}</small></h2><p>{pictures}</p>")
    return f'<!doctype html><meta charset="utf-8"><title>Screens</title><style>{STYLE}</style>{"".join(rows)}'


def main() -> int:
    """Build, choose, take, and say where the pictures are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where the pictures go")
    parser.add_argument("--today", type=date.fromisoformat, default=date(2027, 5, 17), metavar="YYYY-MM-DD")
    parser.add_argument("--only", default="", metavar="WORD", help="kinds whose name has this word")
    options = parser.parse_args()
    _environment.require_python()
    python = _environment.prepare(_environment.DEVELOPMENT_LOCK)
    if Path(sys.prefix) != _environment.VENV:
        # Playwright is in the project's own environment.
        return subprocess.run([str(python), *sys.argv], check=False).returncode
    options.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        site = Path(made) / "site"
        _site.build(site, options.today.isoformat())
        sizes = {
            path.parent.relative_to(site).as_posix() + "/": path.stat().st_size for path in site.rglob("index.html")
        }
        sizes = {"" if address == "./" else address: size for address, size in sizes.items()}
        pages = {kind: address for kind, address in kinds(sizes).items() if options.only in kind}
        take(site, pages, options.today, options.to)
        on_paper = papers(site, options.only)
        for kind, path in on_paper.items():
            sheets(site / path, options.to / f"{kind}.printed")
    (options.to / "index.html").write_text(overview(options.to, pages | on_paper), encoding="utf-8")
    print(f"{len(pages)} kinds of pages, {len(on_paper)} of sheets: {options.to / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
