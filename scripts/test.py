"""Check everything: `python3 scripts/test.py [pytest options]`.

Lint, layout, types, the workflows' safety and tests, in the project's own environment (.venv). All are run even when
one fails, so that one run tells everything; the exit code is 0 only when all passed. Without Chromium:
`-m "not browser"`; without Node.js, Java and Evolution's library, on which other people's programs run that read
calendars, pages and workflows: `-m "not foreign"`; without both:
`python3 scripts/test.py -m "not browser and not foreign"`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import _environment

# Tests that drive a build of MkDocs.
HOST_TESTS = "tests/mkdocs_plugin"
#: Steps that share their work among all cores themselves.
TESTS = ("pytest", "properdocs")


def steps(python: str, for_pytest: list[str], linter: list[str]) -> dict[str, list[str]]:
    """The commands to run, by name, in order; ``linter`` reads the workflows as GitHub does."""
    tests = [python, "-m", "pytest", *for_pytest]
    # A module's tests stay with one worker, so a site built for a module is built once. Tests wait for browsers,
    # servers and other programs a third of their time: two workers more than there are cores work meanwhile.
    shared = ["-n", str(_cores() + 2), "--dist", "loadscope", "--no-loadscope-reorder"]
    if not any(option.startswith(("-n", "--numprocesses")) for option in for_pytest):
        tests += shared
    commands = {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "mypy": [python, "-m", "mypy"],
        # A program of its own beside the environment's Python, not a module of it.
        "workflows": [str(Path(python).with_name("zizmor")), "--offline", "--quiet", ".github"],
    }
    if linter:
        folder = _environment.ROOT / ".github" / "workflows"
        commands["actionlint"] = [*linter, *sorted(map(str, folder.glob("*.yml")))]
    # The workers would each compile all modules of a fresh clone: one process does it while the cores are not full.
    commands["collection"] = [python, "-m", "pytest", *for_pytest, "--collect-only", "-qq"]
    commands["pytest"] = tests
    if not for_pytest and (_environment.ROOT / HOST_TESTS).is_dir():
        # The plugin must work under MkDocs' living fork too: `import mkdocs` gives it properdocs here.
        commands["properdocs"] = [python, "-m", "pytest", "-p", "properdocs.replacement", *shared, HOST_TESTS]
    return commands


def _cores() -> int:
    """How many processes of ours can run at once."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _together(commands: dict[str, list[str]]) -> Iterator[tuple[str, int, float]]:
    """Run what only looks at files all at once; yield names, exit codes and seconds, in their order."""
    started = time.monotonic()
    running = {
        name: subprocess.Popen(
            command,
            cwd=str(_environment.ROOT),
            env=_environment.clean_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for name, command in commands.items()
    }
    for name, process in running.items():
        print(f"\n== {name}", flush=True)
        said, _ = process.communicate()
        sys.stdout.buffer.write(said)
        sys.stdout.flush()
        yield name, process.returncode, time.monotonic() - started


def _one_by_one(commands: dict[str, list[str]]) -> Iterator[tuple[str, int, float]]:
    """Run what needs all cores; yield names, exit codes and seconds."""
    for name, command in commands.items():
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        done = subprocess.run(command, cwd=str(_environment.ROOT), env=_environment.clean_environment(), check=False)
        yield name, done.returncode, time.monotonic() - started


def main() -> int:
    """Run all steps, print a summary, and tell whether everything passed."""
    for_pytest = sys.argv[1:]
    _environment.require_python()
    _environment.require_program("git")
    if not any("not browser" in option for option in for_pytest):
        _environment.require_chromium()
    linter = []
    if not any("not foreign" in option for option in for_pytest):
        _environment.require_engines()
        linter = _environment.workflow_linter()
    python = str(_environment.prepare(_environment.DEVELOPMENT_LOCK))

    summary: list[str] = []
    passed = True
    commands = steps(python, for_pytest, linter)
    tests = {name: commands.pop(name) for name in TESTS if name in commands}
    for name, code, seconds in chain(_together(commands), _one_by_one(tests)):
        passed = passed and code == 0
        verdict = "ok" if code == 0 else f"FAILED ({code})"
        summary.append(f"{name:<12} {verdict:<12} {seconds:6.1f} s")
    print("\n" + "\n".join(summary), flush=True)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
