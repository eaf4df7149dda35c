"""Puts into the wheel what a checkout has elsewhere: compiled templates, and what regions need to know.

Templates are compiled so that the first build on a machine need not do it. They are Python source, which pip compiles
as it installs: one wheel serves every Python. To make them takes the package's own dependencies; where the building
environment lacks them, the wheel goes without and works all the same.

A region's repository installs what the lock pins, calls the workflows of the commit that the wheel was built from,
and is told what the changelog tells (`plugins/seurantalo/cli/own_program.py`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Where `seurantalo init` and `seurantalo upgrade` look for them.
FOUNDING = "seurantalo/founding"


class CompiledTemplates(BuildHookInterface[Any]):
    """Hatchling finds it by its place and its base."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the templates into a folder that goes into the wheel; an editable one compiles its own."""
        if version == "editable":
            return
        root = Path(self.root)
        included = build_data["force_include"]
        for name in ("requirements.lock", "CHANGELOG.md"):
            included[str(root / name)] = f"{FOUNDING}/{name}"
        # It is read after this has returned, and goes with the process.
        self.made = tempfile.TemporaryDirectory()
        made = Path(self.made.name)
        commit = self.commit()
        if commit:
            (made / "commit.txt").write_text(f"{commit}\n", encoding="utf-8", newline="\n")
            included[str(made / "commit.txt")] = f"{FOUNDING}/commit.txt"
        sys.path.insert(0, str(Path(self.root) / "plugins"))
        try:
            from seurantalo.template_cache import SHIPPED, write_compiled  # noqa: PLC0415 (this project, which the package is made of, is not installed yet)
        except ImportError as missing:
            self.app.display_warning(f"Templates are not compiled: {missing}")
            return
        finally:
            sys.path.pop(0)
        templates = made / SHIPPED
        templates.mkdir()
        write_compiled(templates)
        included[str(templates)] = f"seurantalo/{SHIPPED}"

    def commit(self) -> str:
        """Return the commit that is built, ``""`` where there is no history, or something has been changed since."""
        git = ["git", "-C", self.root]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            top, head, changed = (
                subprocess.run([*git, *words], capture_output=True, check=True, encoding="utf-8", env=clean).stdout
                for words in (
                    ["rev-parse", "--show-toplevel"],
                    ["rev-parse", "HEAD"],
                    ["status", "--porcelain", "--untracked-files=no"],
                )
            )
        except (OSError, subprocess.CalledProcessError):
            return ""
        is_own = Path(top.strip()).resolve() == Path(self.root).resolve()
        return head.strip() if is_own and not changed.strip() else ""
