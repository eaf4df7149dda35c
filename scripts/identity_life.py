"""What calendars make of moved, renamed, squashed and lost files: `.venv/bin/python scripts/identity_life.py`.

Goes every way of tests/conformance/moves.py in a small project of its own: half a minute.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.conformance.moves import table

if __name__ == "__main__":
    for line in table():
        print(line, flush=True)
