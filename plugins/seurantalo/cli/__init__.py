"""The command line: ``seurantalo check | clashes | export``."""

from __future__ import annotations

from seurantalo.cli.main import main

__all__ = ["main"]
