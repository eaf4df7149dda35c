"""Read what nobody would write: `.venv/bin/python scripts/fuzz.py [--count N] [--seed N] [--keep FOLDER]`.

Changes real records, pages and calendars by chance, the same ones for the same seed, and tells what raised an error,
took long, or was told badly. What shows it is kept in a folder. 12,000 files take some minutes.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.fuzzing import TESTS, Outcome, calendar_seeds, fuzz_calendars, fuzz_records, record_seeds


def main() -> int:
    """Run, and return how the program ends: 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=12_000, help="files in all; every fourth is a calendar")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="the folder for files that show what is wrong")
    options = parser.parse_args()
    began = time.monotonic()
    calendars = options.count // 4
    outcomes = {
        "records and pages": fuzz_records(record_seeds(TESTS.parent), options.count - calendars, options.seed),
        "calendars": fuzz_calendars(calendar_seeds(), calendars, options.seed),
    }
    for name, outcome in outcomes.items():
        print(
            f"{name}: {outcome.tried} tried, {outcome.taken} taken, {len(outcome.wrong)} wrong; "
            f"the slowest {outcome.slowest:.2f} s"
        )
        tell(outcome, options.keep)
    print(f"seed {options.seed}, {time.monotonic() - began:.0f} s")
    return int(any(outcome.wrong for outcome in outcomes.values()))


def tell(outcome: Outcome, keep: Path | None) -> None:
    """Print each kind of fault once, with one file that shows it."""
    seen: set[str] = set()
    for number, (path, words, content) in enumerate(outcome.wrong):
        kind = "".join(letter for letter in words if not letter.isdigit())
        if kind in seen:
            continue
        seen.add(kind)
        print(f"  {path}: {words}")
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{number}-{Path(path).name}").write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
