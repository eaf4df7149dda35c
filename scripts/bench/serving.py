"""How long an edit takes to be seen with `mkdocs serve`: `python3 scripts/bench/serving.py PROJECT [EDITS]`.

Starts the server on a copy of the project (`generate.py` makes one), opens the page of an event, edits the title of
that event again and again, and waits as a browser does: it asks for news of the page, and reads the page when there
are some. Prints the medians: from writing the file to the bytes of the page that shows it, and the server's own
processor time.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Final

#: Seconds that a server may take to start.
LONGEST_START: Final = 300.0
_NEWS: Final = re.compile(r"livereload\((\d+), (\d+)\)")
_TITLE: Final = re.compile(r"^(otsikko|title):.*$", re.MULTILINE)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def get(url: str) -> str:
    """Return what a server answers."""
    with urllib.request.urlopen(url, timeout=LONGEST_START) as answer:  # noqa: S310 - our own server's
        text: str = answer.read().decode()
        return text


def opened(url: str, running: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers; raise RuntimeError where it has ended or does not begin."""
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end and running.poll() is None:
        try:
            get(url)
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server does not answer")


def processor_seconds(process: int) -> float:
    """Return the processor time that a process has taken (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def coming(project: Path) -> Path:
    """Return the file of the event that stands last: of those that are over not every list tells."""
    files = [path for path in (project / "events").rglob("*.y*ml") if _TITLE.search(path.read_text(encoding="utf-8"))]
    return max(files, key=lambda path: (path.parent.name, path.name))


def measure(project: Path, edits: int) -> tuple[float, list[float], list[float]]:
    """Return the seconds to the first page, and of each edit the seconds to its page and of the processor."""
    file = coming(project)
    text = file.read_text(encoding="utf-8")
    port = free_port()
    begun = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}"], cwd=project
    )
    try:
        root = f"http://127.0.0.1:{port}"
        opened(f"{root}/", server)
        # Led from there to where the site is mounted.
        page = f"{urllib.request.urlopen(f'{root}/').url}tapahtumat/{file.stem}/"  # noqa: S310 - our own server's
        html = get(page)
        first = time.perf_counter() - begun
        waited, worked = [], []
        for number in range(edits):
            time.sleep(2)  # Nobody saves twice in a moment, and the server has time to tidy up.
            title = f"Muutettu {number}"
            found = _NEWS.search(html)
            if found is None:
                raise RuntimeError("the page does not ask for news")
            before, start = processor_seconds(server.pid), time.perf_counter()
            file.write_text(_TITLE.sub(rf"\1: {title}", text, count=1), encoding="utf-8")
            while int(get(f"{root}/livereload/{found[1]}/{found[2]}")) <= int(found[1]):
                pass
            html = get(page)
            waited.append(time.perf_counter() - start)
            worked.append(processor_seconds(server.pid) - before)
            if title not in html:
                raise RuntimeError("the page does not show the edit")
        return first, waited, worked
    finally:
        server.terminate()
        server.wait(30)


def main() -> None:
    """Measure, and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("project", type=Path, help="folder of mkdocs.yml; it is copied")
    parser.add_argument("edits", type=int, nargs="?", default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        shutil.copytree(options.project, project, ignore=shutil.ignore_patterns("site", ".git"))
        first, waited, worked = measure(project, options.edits)
    print(f"start to first page  {first:6.2f} s")
    print(f"edit to page         {statistics.median(waited):6.2f} s, processor {statistics.median(worked):.2f} s")


if __name__ == "__main__":
    main()
