"""How fast a list answers a filter on a slow phone: `.venv/bin/python scripts/bench/filters.py SITE`.

A built site is served as a static host does, and opened in Chromium as wide as a phone with a processor four times
slower. Each choice of the agenda, of the lists of organisations and of clashes is made twelve times and taken back:
what is told is the time from the choice to the page as it is laid out and ready to be painted, in milliseconds, the
median and the longest. Exit code 1: a median is longer than a tenth of a second.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median
from typing import Final

# Started as a file, this folder's parent is not among the places that Python looks at.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _environment
import _site

SLOWER: Final = 4
ROUNDS: Final = 12
#: Milliseconds within which an answer is felt to be at once.
AT_ONCE: Final = 100
PAGES: Final = ("kalenteri/", "yhdistykset/", "paallekkaisyydet/")
#: Makes a choice as a reader does, and returns how long the page takes to be ready for painting.
CHOOSE: Final = """([name, value]) => {
    const field = document.querySelector(`form.st-filter [name="${name}"]`);
    const begun = performance.now();
    if (field.type === "checkbox") field.click();
    else {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    document.documentElement.getBoundingClientRect();
    document.body.offsetHeight;
    return performance.now() - begun;
}"""
FIELDS: Final = """() => {
    const seen = new Map();
    for (const field of document.querySelectorAll("form.st-filter :is(select, input)")) {
        if (!seen.has(field.name)) {
            const value = field.options ? field.options[field.options.length >> 1]?.value : field.value || "kylä";
            seen.set(field.name, value ?? "");
        }
    }
    return [...seen];
}"""


def measured(folder: Path) -> dict[str, list[float]]:
    """Return the milliseconds of each answer, by page and name of the choice."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (not there before the environment is made)

    found: dict[str, list[float]] = {}
    with _site.served(folder) as here, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_environment.require_chromium(), chromium_sandbox=False, args=["--no-sandbox"]
        )
        page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        for address in PAGES:
            if not (folder / address / "index.html").is_file():
                continue
            page.goto(f"{here.address}{address}", wait_until="networkidle")
            if not page.locator("form.st-filter").count():
                continue
            speed = page.context.new_cdp_session(page)
            speed.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            for name, value in page.evaluate(FIELDS):
                times = found.setdefault(f"{address} {name}", [])
                for _ in range(ROUNDS):
                    times += [page.evaluate(CHOOSE, [name, each]) for each in (value, "")]
            speed.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        browser.close()
    return found


def main() -> int:
    """Measure, and say what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path, help="a built site")
    folder = parser.parse_args().site
    slow = False
    for name, times in measured(folder).items():
        slow |= median(times) > AT_ONCE
        print(f"{name:40} median {median(times):6.1f} ms   longest {max(times):6.1f} ms")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
