"""Check everything: `python3 scripts/test.py [pytest options]`.

Lint, layout, types, the workflows' safety and tests, in the project's own environment (.venv). All are run even when
one fails, so that one run tells everything; the exit code is 0 only when all passed. Without Chromium:
`-m "not browser"`; without Node.js, Java and Evolution's library, on which other people's programs run that read
calendars, pages and workflows: `-m "not foreign"`; without both:
`python3 scripts/test.py -m "not browser and not foreign"`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import _environment

# Tests that drive a build of MkDocs.
HOST_TESTS = "tests/mkdocs_plugin"


def steps(python: str, for_pytest: list[str], linter: list[str]) -> dict[str, list[str]]:
    """The commands to run, by name, in order; ``linter`` reads the workflows as GitHub does."""
    tests = [python, "-m", "pytest", *for_pytest]
    if not any(option.startswith(("-n", "--numprocesses")) for option in for_pytest):
        # A module's tests stay on one core, so a site built for a module is built once.
        tests += ["-n", "auto", "--dist", "loadscope"]
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
    commands["pytest"] = tests
    if not for_pytest and (_environment.ROOT / HOST_TESTS).is_dir():
        # The plugin must work under MkDocs' living fork too: `import mkdocs` gives it properdocs here.
        commands["properdocs"] = [python, "-m", "pytest", "-p", "properdocs.replacement", HOST_TESTS]
    return commands


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
    for name, command in steps(python, for_pytest, linter).items():
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        code = subprocess.run(
            command, cwd=str(_environment.ROOT), env=_environment.clean_environment(), check=False
        ).returncode
        passed = passed and code == 0
        verdict = "ok" if code == 0 else f"FAILED ({code})"
        summary.append(f"{name:<12} {verdict:<12} {time.monotonic() - started:6.1f} s")
    print("\n" + "\n".join(summary), flush=True)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
