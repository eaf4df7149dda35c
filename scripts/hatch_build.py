"""Puts compiled templates into the wheel, so that the first build on a machine need not compile them.

They are Python source, which pip compiles as it installs: one wheel serves every Python. To make them takes the
package's own dependencies; where the building environment lacks them, the wheel goes without and works all the same.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTemplates(BuildHookInterface[Any]):
    """Hatchling finds it by its place and its base."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the templates into a folder that goes into the wheel; an editable one compiles its own."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "plugins"))
        try:
            from seurantalo.template_cache import SHIPPED, write_compiled  # noqa: PLC0415
        except ImportError as missing:
            self.app.display_warning(f"Templates are not compiled: {missing}")
            return
        finally:
            sys.path.pop(0)
        # It is read after this has returned, and goes with the process.
        self.made = tempfile.TemporaryDirectory()
        write_compiled(Path(self.made.name))
        build_data["force_include"][self.made.name] = f"seurantalo/{SHIPPED}"
