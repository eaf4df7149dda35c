"""The program's beginning: the command ``seurantalo``, and ``python -m seurantalo`` where that is not on PATH."""

from __future__ import annotations

import sys

from seurantalo.garbage_collector import collector_paused

#: What shells report of a command that Ctrl+C has ended: 128 and the number of the signal.
_STOPPED = 130


def main() -> int:
    """Carry out this process's command line; return its exit code."""
    try:
        # The rest of the program is loaded here: somebody may press Ctrl+C before that is done.
        with collector_paused():
            from seurantalo.cli import main as carry_out  # noqa: PLC0415 (inside the try)
    except KeyboardInterrupt:
        return _STOPPED
    return carry_out()


if __name__ == "__main__":
    sys.exit(main())
