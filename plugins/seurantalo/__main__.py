"""``python -m seurantalo``: the command line where the program's own folder is not on PATH."""

from __future__ import annotations

import sys

from seurantalo.cli import main

if __name__ == "__main__":
    sys.exit(main())
