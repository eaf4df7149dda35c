"""What a build and a server take: wall time, processor time and memory of a process and all that it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import create_server
from time import perf_counter, sleep
from typing import Final

PROC: Final = Path("/proc")
#: Seconds between two looks at the memory, and between two questions to a server.
LOOK: Final = 0.05
ASK: Final = 0.02
#: Seconds after which a build or a server is given up.
LONGEST: Final = 900.0
#: A kilobyte as the system counts it, and a megabyte as people read it.
KIBI: Final = 1024
MEGA: Final = 1_000_000


class FailedError(Exception):
    """A command has failed, or a server has not shown what it should; the text says what."""


@dataclass(frozen=True, slots=True)
class Took:
    """Wall seconds, processor seconds of all processes, and the megabytes of the one that took the most."""

    seconds: float
    processor: float
    megabytes: float = 0.0


class GivenUpError(FailedError):
    """A command has taken longer than it may; ``took`` says what it had taken until then."""

    def __init__(self, took: Took) -> None:
        """Know what it has taken."""
        super().__init__(f"its build takes longer than {took.seconds:.0f} seconds")
        self.took = took


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    # As a user has it: with Python's compiled modules kept.
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | dict(more)


def timed_run(command: list[str], folder: Path, environment: Mapping[str, str], longest: float = LONGEST) -> Took:
    """Run a command; its children are included: their time is added, of their memory the largest counts.

    Raises FailedError where it fails, GivenUpError where it takes longer than ``longest`` seconds: then all its
    processes are ended.
    """
    started = perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(environment), stdout=subprocess.DEVNULL, start_new_session=True
    )
    late = threading.Timer(longest, os.killpg, (process.pid, signal.SIGKILL))
    late.start()
    _, status, usage = os.wait4(process.pid, 0)
    late.cancel()
    seconds = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else KIBI
    took = Took(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / MEGA)
    if process.returncode == -signal.SIGKILL and seconds >= longest:
        raise GivenUpError(took)
    if process.returncode:
        raise FailedError(f"its build failed with exit code {process.returncode}")
    return took


def memory_of_run(command: list[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Run a command; return the most megabytes that it and its children had together, 0 where nobody tells.

    To look takes time, so a run is better either timed or looked at.
    """
    return watched_run(command, folder, environment, LOOK)[1]


def watched_run(command: list[str], folder: Path, environment: Mapping[str, str], look: float) -> tuple[Took, float]:
    """Run a command; return what it took, and the most megabytes of all its processes, every ``look`` seconds.

    What several processes share is counted once: each has its proportional part of it (``Pss`` of Linux).
    """
    done, most = threading.Event(), 0
    others = frozenset(_tree(os.getpid()))

    def watch() -> None:
        nonlocal most
        while not done.wait(look):
            most = max(most, sum(map(_proportional_size, frozenset(_tree(os.getpid())) - others)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        took = timed_run(command, folder, environment)
    finally:
        done.set()
        watcher.join()
    return took, most * KIBI / MEGA


def _proportional_size(pid: int) -> int:
    with suppress(OSError, ValueError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _fields(pid: int) -> list[str]:
    """The numbers that Linux tells of a process after its name; none of one that is gone."""
    try:
        return (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _tree(root: int) -> list[int]:
    """A process and all below it."""
    parents: dict[int, list[int]] = {}
    with suppress(OSError):
        for entry in PROC.iterdir():
            if entry.name.isdigit() and (fields := _fields(int(entry.name))):
                parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += parents.get(pid, [])
    return found


def _processor(root: int) -> float:
    """Processor seconds of a process and all below it, those that have ended included."""
    ticks = sum(sum(map(int, fields[11:15])) for pid in _tree(root) if (fields := _fields(pid)))
    return ticks / os.sysconf("SC_CLK_TCK")


class Server:
    """A site that is served on this machine."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        """Know the process that serves, and its port."""
        self._process, self._port = process, port

    def _body(self, address: str) -> bytes:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=LONGEST)
        try:
            connection.request("GET", f"/{address}")
            return connection.getresponse().read()
        finally:
            connection.close()

    def until_shown(self, address: str, words: str) -> None:
        """Wait until the page at an address has the words; raise FailedError where that takes too long."""
        wanted, late = words.encode(), perf_counter() + LONGEST
        while perf_counter() < late:
            if self._process.poll() is not None:
                raise FailedError("its server has ended")
            with suppress(OSError, HTTPException):
                if wanted in self._body(address):
                    return
            sleep(ASK)
        raise FailedError("its server does not show the edit")

    @contextmanager
    def timed(self, took: list[Took]) -> Iterator[None]:
        """Add to ``took`` what passes inside."""
        before, started = _processor(self._process.pid), perf_counter()
        yield
        took.append(Took(perf_counter() - started, _processor(self._process.pid) - before))


@contextmanager
def serving(
    command: tuple[str, ...], folder: Path, environment: Mapping[str, str], port_word: str
) -> Iterator[Server]:
    """Have a site served; ``port_word`` in the command is where the port stands."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [word.replace(port_word, str(port)) for word in command]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(words, cwd=folder, env=_environment(environment), stdout=quiet, stderr=quiet)
    try:
        yield Server(process, port)
    finally:
        for pid in reversed(_tree(process.pid)[1:]):
            with suppress(ProcessLookupError):
                os.kill(pid, 15)
        process.terminate()
        killer = threading.Timer(10, process.kill)
        killer.start()
        process.wait()
        killer.cancel()
