"""Precision and recall of every clash rule on the labelled pairs: `.venv/bin/python scripts/clash_quality.py`.

The pairs stand in tests/planner/labelled/ as readable YAML, with what a sensible human co-ordinator would say; those
in labelled_apart/ were written by three people who had not read the rules; by the third one's no rule was mended.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.planner import quality_apart
from tests.planner.quality import labelled_pairs, report

if __name__ == "__main__":
    print("\n".join(report(labelled_pairs())))
    for name in sorted(path.stem for path in quality_apart.FOLDER.glob("*.yml")):
        print(*quality_apart.report(quality_apart.pairs(name)), sep="\n")
