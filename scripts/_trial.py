"""Runs a module's tests on each of its mutants, quickly and without writing one into a file.

Where pytest has collected the tests, a process is forked for each mutant; it puts the changed code in the place of
the function's own and lets the tests run on. What survives that, and a change outside of functions, is tried afresh:
the changed source is handed to Python as the module is imported.
"""

from __future__ import annotations

import functools
import gc
import importlib.abc
import importlib.util
import inspect
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest

from _mutations import Mutant

# No plug-in that shuffles, spreads or remembers: each change meets the same tests in the same order.
PYTEST = (
    "-qq", "-x", "-s", "--tb=short", "--no-header", "-p", "no:cacheprovider",
    "-m", "not browser and not foreign",
)  # fmt: skip
MOST_MEMORY = 4 * 2**30
SURVIVED, NOTICED, NOT_IN_A_FUNCTION = 0, 1, 77


@dataclass(frozen=True, slots=True)
class Subject:
    """A module whose changes are tried, and the tests that should notice them."""

    path: str
    tests: tuple[str, ...]
    mutants: tuple[Mutant, ...]
    harmless: tuple[Mutant, ...]

    @property
    def module(self) -> str:
        """The module's dotted name."""
        return ".".join(Path(self.path).relative_to("plugins").with_suffix("").parts)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of mutants."""

    tried: int
    survivors: list[Mutant]

    @property
    def killed(self) -> int:
        """How many some test has noticed."""
        return self.tried - len(self.survivors)

    @property
    def rate(self) -> float:
        """Percent that were noticed; 100 where there was nothing to notice."""
        return 100 * self.killed / self.tried if self.tried else 100.0


def verdict_of(copy: Path, subject: Subject, tried: Sequence[Mutant], jobs: int) -> Verdict:
    """Try mutants, `jobs` at a time, in a copy of the checkout; stop where the tests fail without any change."""
    quick = _Quick(copy, subject, tried, jobs)
    _, status = os.waitpid(_fork(lambda: _session(copy, subject, [quick]), 100_000, copy / "said"), 0)
    if status:
        said = (copy / "said").read_text(encoding="utf-8", errors="replace")
        sys.exit(f"{said}\n{subject.path}: its tests fail, or there are none, without any change")
    seconds, left = json.loads((copy / "left").read_text(encoding="utf-8"))

    def afresh(mutant: Mutant) -> int:
        changed = _Changed(subject.module, copy / subject.path, mutant.apply((copy / subject.path).read_bytes()))
        sys.meta_path.insert(0, changed)
        return _session(copy, subject)

    mutants = [tried[number] for number in left]
    starts = [functools.partial(_fork, functools.partial(afresh, mutant), seconds) for mutant in mutants]
    survivors = [mutants[number] for number, code in _ends(starts, jobs) if code == SURVIVED]
    return Verdict(len(tried), sorted(survivors, key=lambda each: (each.start, each.end)))


class _InChild(Exception):  # noqa: N818 (no error: it leads a forked process out of the loop that forked it)
    """Raised in the process that was forked."""


class _Quick:
    """A plug-in of pytest that runs the collected tests once for each mutant, each time in a forked process."""

    def __init__(self, copy: Path, subject: Subject, tried: Sequence[Mutant], jobs: int) -> None:
        self.copy, self.tried, self.jobs = copy, tried, jobs
        self.path = copy / subject.path
        self.source = self.path.read_bytes()
        self.seconds = 1_000

    # Before pytest's own loop, which runs the tests where this one says nothing.
    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Try each mutant; write down those that no test has noticed."""
        if session.testsfailed:
            return None
        gc.freeze()
        try:
            began = os.times()
            [(_, code)] = _ends([functools.partial(self._start, None)], 1)
            if code != SURVIVED:
                return None  # they fail by themselves: let it be seen how
            ended = os.times()
            used = ended.children_user + ended.children_system - began.children_user - began.children_system
            self.seconds = 10 + int(4 * used)
            starts = [functools.partial(self._start, mutant) for mutant in self.tried]
            left = [number for number, code in _ends(starts, self.jobs) if code in (SURVIVED, NOT_IN_A_FUNCTION)]
        except _InChild:
            return None
        (self.copy / "left").write_text(json.dumps([self.seconds, left]), encoding="utf-8")
        return True

    def _start(self, mutant: Mutant | None) -> int:
        child = os.fork()
        if child:
            return child
        _limit(self.seconds)
        if mutant is not None and not put_in_place(self.path, self.source, mutant.apply(self.source)):
            os._exit(NOT_IN_A_FUNCTION)
        raise _InChild


def put_in_place(path: Path, source: bytes, changed: bytes) -> bool:
    """Give a function of an imported module its changed code; False where it is not one function that differs."""
    old, old_outside = _functions(compile(source, path, "exec"))
    new, new_outside = _functions(compile(changed, path, "exec"))
    differing = [place for place, code in old.items() if new.get(place) != code]
    if old_outside != new_outside or len(old) != len(new) or len(differing) != 1:
        return False
    before, after = old[differing[0]], new[differing[0]]
    found = False
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper):  # noqa: SLF001 (it has no public name)
            each.cache_clear()
        if isinstance(each, FunctionType) and each.__code__ == before:
            each.__code__ = after
            found = True
    return found


def _functions(code: CodeType) -> tuple[dict[tuple[str, int], CodeType], list[object]]:
    """Return a module's functions by qualified name and turn, and all that it does as it is imported."""
    found: dict[tuple[str, int], CodeType] = {}
    outside: list[object] = []

    def walk(one: CodeType) -> None:
        outside.extend(
            (one.co_code, one.co_names, [each for each in one.co_consts if not isinstance(each, CodeType)])
        )
        for each in one.co_consts:
            if isinstance(each, CodeType) and each.co_flags & inspect.CO_OPTIMIZED:
                found[each.co_qualname, sum(name == each.co_qualname for name, _ in found)] = each
            elif isinstance(each, CodeType):
                walk(each)  # the body of a class

    walk(code)
    return found, outside


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Hands one module's changed source to Python."""

    def __init__(self, name: str, path: Path, source: bytes) -> None:
        self.name, self.path, self.source = name, path, source

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 (importlib's own signature)
        target: ModuleType | None = None,  # noqa: ARG002 (importlib's own signature)
    ) -> ModuleSpec | None:
        """Answer for the one module."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source."""
        exec(compile(self.source, self.path, "exec"), module.__dict__)  # noqa: S102 (our own source, changed)


def _session(copy: Path, subject: Subject, plugins: Sequence[object] = ()) -> int:
    """Run a subject's tests in this process, on the copy; return pytest's exit code."""
    os.chdir(copy)
    os.environ["PYTHONPATH"] = str(copy / "plugins")
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(copy)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path[:0] = [str(copy / each) for each in ("plugins", "", "scripts")]
    return int(pytest.main([*PYTEST, *subject.tests], list(plugins)))


def _fork(work: Callable[[], int], seconds: int, says: Path = Path(os.devnull)) -> int:
    """Start `work` in a process of its own, which says what it says into a file; return its id."""
    child = os.fork()
    if child:
        return child
    code = NOTICED  # whatever a change brings about is noticed
    try:
        said = os.open(says, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        for stream in (0, 1, 2):
            os.dup2(said, stream)
        _limit(seconds)
        code = work()
    finally:
        os._exit(code)


def _limit(seconds: int) -> None:
    """End this process after so many processor seconds, when it takes too much memory, or waits for ever."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.alarm(20 * seconds)


def _ends(starts: Iterable[Callable[[], int]], jobs: int) -> Iterator[tuple[int, int]]:
    """Start processes, `jobs` at a time; yield each one's number and exit code as it ends."""
    running: dict[int, int] = {}
    for number, start in enumerate(starts):
        if len(running) == jobs:
            child, status = os.wait()
            yield running.pop(child), os.waitstatus_to_exitcode(status)
        running[start()] = number
    while running:
        child, status = os.wait()
        yield running.pop(child), os.waitstatus_to_exitcode(status)
