"""The foreign engines: who they stand for, how they are started, what they are known to misread."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.conformance.engines.protocol import Seen, Window

from _environment import ENGINES, ROOT, clean_environment, find_glib_python, find_node

TIME_LIMIT: Final = 300


def _as_written(text: str) -> str:
    return text


def _as_node_ical_reads(text: str) -> str:
    r"""Return what node-ical 0.27.2 makes of a TEXT value that stands for ``text``.

    It decodes the escapes of RFC 5545, 3.3.11 one kind after the other (``\n`` before ``\\``, in its file
    ``lib/ical-parser-utils.js``, function ``text``) where they have to be decoded from left to right. So an escaped
    backslash before a letter n becomes a line break, and ``C:\new`` reads ``C:``, a line break, ``ew`` with a
    stray backslash. It also takes a value that stands in double quotes out of them.
    """
    written = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    read = written.replace("\\,", ",").replace("\\;", ";")
    read = read.replace("\\n", "\n").replace("\\N", "\n").replace("\\\\", "\\")
    if len(read) > 1 and read[0] == read[-1] == '"' and "\n" not in read:
        return read[1:-1]
    return read


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Somebody else's way to read a calendar feed.

    ``misreads`` returns what it is known to make of a text instead of the text; it is no licence: a test asserts
    that the misreading is still there, and every other text has to be right. ``texts`` tells whether it shows the
    texts of VEVENTs at all; ``thorough`` whether it is fast enough for every feed of the region.
    """

    name: str
    stands_for: str
    script: str
    misreads: Callable[[str], str] = _as_written
    texts: bool = True
    thorough: bool = True

    @property
    def foreign(self) -> bool:
        """Whether something is needed that pip does not install."""
        return self._runs_on != "venv"

    @property
    def _runs_on(self) -> str:
        if self.script.endswith(".mjs"):
            return "node"
        return "glib" if self.script in ("evolution", "libical") else "venv"

    def _command(self) -> list[str]:
        if self._runs_on == "node":
            return [find_node() or "node", str(ENGINES / self.script)]
        python = find_glib_python() or "python3" if self._runs_on == "glib" else sys.executable
        return [python, "-m", f"tests.conformance.engines.{self.script}"]

    def look(self, files: Sequence[Path], window: Window, machine_zone: str = "Europe/Helsinki") -> list[Seen]:
        """Return what the engine sees in each file, on a machine whose clock is in ``machine_zone``."""
        request = {
            "first": window.first.isoformat(),
            "last": window.last.isoformat(),
            "files": [str(file.resolve()) for file in files],
        }
        done = subprocess.run(
            self._command(),
            cwd=ROOT,
            env=clean_environment() | {"TZ": machine_zone, "LC_ALL": "C.UTF-8"},
            input=json.dumps(request),
            capture_output=True,
            encoding="utf-8",
            timeout=TIME_LIMIT,
            check=False,
        )
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(answers) == len(files), f"{self.name} ended early ({done.returncode}): {done.stderr[-2000:]}"
        return [_seen(answer) for answer in answers]


def _seen(answer: dict[str, list[list[str]]]) -> Seen:
    return Seen(
        components=int(str(answer["components"])),
        occurrences=[
            (uid, starts, ends, status or "CONFIRMED") for uid, starts, ends, status in answer["occurrences"]
        ],
        texts=[(uid, summary, description, place) for uid, summary, description, place in answer["texts"]],
        errors=[str(error) for error in answer["errors"]],
    )


ALL: Final = (
    Engine(name="ical.js", stands_for="Thunderbird, Nextcloud Calendar", script="icaljs.mjs"),
    Engine(
        name="node-ical",
        stands_for="MagicMirror, Node-RED, Homey, websites",
        script="node-ical.mjs",
        misreads=_as_node_ical_reads,
    ),
    Engine(name="libical", stands_for="KOrganizer, Orage, synchronisers", script="libical"),
    Engine(name="evolution", stands_for="GNOME Calendar, Evolution", script="evolution"),
    Engine(name="home-assistant", stands_for="Home Assistant, the strictest of all", script="home_assistant"),
    Engine(name="icalendar", stands_for="Python websites (recurring-ical-events)", script="recurring"),
    Engine(name="vobject", stands_for="Radicale, synchronisers", script="vobject_reader"),
    # Its texts come from the same parser as those above. It parses each event anew for each of its days.
    Engine(name="khal", stands_for="khal", script="khal_store", texts=False, thorough=False),
)

#: Readers with known differences, each of them listed in ``test_lenient.py`` and told on the page of open data.
LENIENT: Final = (
    Engine(name="ical-expander", stands_for="FullCalendar, websites", script="ical-expander.mjs"),
    Engine(name="ts-ics", stands_for="web applications", script="ts-ics.mjs"),
)
