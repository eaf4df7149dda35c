"""All that the commands print. Whoever wrote a file chose its words: none of them may command a log or a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from io import StringIO

from seurantalo.reading.report import harmless_json, one_line


def prepare_streams() -> None:
    """Make the standard streams ready for Finnish words."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever called us
            setattr(sys, name, StringIO())
        elif hasattr(stream, "reconfigure"):
            # The words must come out whole where the terminal's own encoding can't carry them.
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(*texts: str) -> None:
    """Print texts for people; each of their lines stays words."""
    for text in texts:
        for line in text.split("\n"):
            print(one_line(line))


def say_commands(commands: Iterable[str]) -> None:
    """Print workflow commands, which ``report`` has made: the lines that a log is meant to obey."""
    for command in commands:
        print(command)


def say_json(value: object) -> None:
    """Print a value as JSON: every text in it whole, and none of them as a log would obey it."""
    print(harmless_json(json.dumps(value, ensure_ascii=False, indent=2)))


def complain(words: str, usage: str = "") -> None:
    """Print what went wrong, on one line of standard error, below how the command is used."""
    for line in usage.splitlines():
        print(one_line(line), file=sys.stderr)
    print(f"seurantalo: {one_line(words)}", file=sys.stderr)
