"""Remake the locks after a change in pyproject.toml: `python3 scripts/lock.py`.

`requirements.lock` has what building the site needs, `requirements-dev.lock` also what the tests need. Both
are for every system and every Python from 3.11 on, with a hash for every file. Options are handed to
`uv pip compile`: `python3 scripts/lock.py --upgrade` takes the newest versions.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import _environment


def uv_command(folder: Path) -> str:
    """The system's uv, or one installed for this run only into `folder`."""
    found = shutil.which("uv")
    if found:
        return found
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(programs / "uv")


def main() -> None:
    """Write both locks."""
    _environment.require_python()
    locks = {
        _environment.RUNTIME_LOCK: ["--extra", "build"],
        # The runtime pins bind the development ones: what is tested is what is served.
        _environment.DEVELOPMENT_LOCK: [
            "--extra", "build", "--extra", "dev", "--constraints", _environment.RUNTIME_LOCK.name,
        ],
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        uv = uv_command(Path(folder))
        for lock, options in locks.items():
            command = [
                uv, "pip", "compile", "pyproject.toml", "--quiet",
                "--universal", "--python-version", "3.11", "--generate-hashes",
                # Where packages come from is each machine's own matter.
                "--no-config", "--no-emit-index-url", "--no-emit-find-links",
                "--custom-compile-command", "python3 scripts/lock.py",
                *options, *sys.argv[1:], "--output-file", lock.name,
            ]  # fmt: skip
            subprocess.run(command, cwd=_environment.ROOT, stdout=subprocess.DEVNULL, check=True)
            print("{}: {} packages".format(lock.name, lock.read_text(encoding="utf-8").count(" \\\n    --hash")))


if __name__ == "__main__":
    main()
