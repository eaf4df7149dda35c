"""The command line: ``seurantalo check | clashes | free | ...``, a module for each command."""

from __future__ import annotations

from seurantalo.cli.main import main

__all__ = ["main"]
