"""How good are the pages in Lighthouse's eyes? `.venv/bin/python scripts/lighthouse.py [SITE]`.

Takes the heaviest page of the kinds that most people come to, on Lighthouse's own phone (processor and network slowed
down), and prints the median of several runs. Without SITE the real site is built. Exit code 1: a mark is too low.
Run it on a quiet machine: speed is measured, though the network is reckoned.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import _environment
import _site
import budgets

#: The lowest mark, of 100, that a page may get.
GOALS: Final = {"performance": 90, "accessibility": 95, "best-practices": 95, "seo": 95}
#: Kinds of pages, as budgets.toml names them.
KINDS: Final = ("front", "agenda", "month", "event", "practice")
TODAY: Final = "2027-05-17"
FLAGS: Final = "--headless=new --no-first-run --disable-dev-shm-usage"


def marks(command: list[str], address: str, *, why: bool) -> dict[str, float]:
    """Return the marks of a page, 0-100, by category; print what costs them. Raises RuntimeError: there are none."""
    root = " --no-sandbox" if getattr(os, "geteuid", lambda: 1)() == 0 else ""
    done = subprocess.run(
        [
            *command,
            address,
            "--quiet",
            "--output=json",
            "--no-enable-error-reporting",
            f"--chrome-flags={FLAGS}{root}",
        ],
        env=_environment.clean_environment() | {"CHROME_PATH": _environment.require_chromium()},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{address}: {done.stderr}")
    told = json.loads(done.stdout)
    if why:
        short = {name: one for name, one in told["audits"].items() if one["score"] not in {None, 1}}
        for name, audit in sorted(short.items()):
            print(f"    {name}: {audit['score']} {audit.get('displayValue', '')}")
    return {name: 100 * told["categories"][name]["score"] for name in GOALS}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], allow_abbrev=False)
    parser.add_argument("site", type=Path, nargs="?", help="a built site; default: the real one, built now")
    parser.add_argument("--runs", type=int, default=5, help="how often each page is marked (default: 5)")
    parser.add_argument("--why", action="store_true", help="print what each run finds short of perfect")
    options = parser.parse_args()
    command = _environment.lighthouse()
    with tempfile.TemporaryDirectory() as made:
        folder = options.site or Path(made) / "site"
        if options.site is None:
            _site.build(folder, TODAY)
        with _site.served(folder, packed=True) as site:
            low = table(command, site, options.runs, why=options.why)
    sys.exit("\n".join(low) or 0)


def table(command: list[str], site: _site.Site, runs: int, *, why: bool) -> list[str]:
    """Print the marks of every kind; return what is below its goal, a sentence for each."""
    print(f"{'kind':12}" + "".join(f"{name:>16}" for name in GOALS) + "  page")
    low = []
    for kind in KINDS:
        page = budgets.heaviest(site.folder, budgets.budgets()[kind][0]).page.lstrip("/")
        taken = [marks(command, site.address + page, why=why) for _ in range(runs)]
        found = {name: statistics.median(one[name] for one in taken) for name in GOALS}
        print(f"{kind:12}" + "".join(f"{found[name]:16.0f}" for name in GOALS) + f"  {page or '/'}", flush=True)
        low += [f"{kind}: {name} {found[name]:.0f} < {goal}" for name, goal in GOALS.items() if found[name] < goal]
    return low


if __name__ == "__main__":
    main()
