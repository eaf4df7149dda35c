"""Seurantalo: a region's shared event calendar and good-practice wiki, built from plain files."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
