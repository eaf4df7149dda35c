"""Open data: everything public on the site as files for other programs, each kind in the form its readers expect."""

from __future__ import annotations

from seurantalo.publishing.api.open_data import open_data_files
from seurantalo.publishing.api.schemas import SCHEMAS

__all__ = ["SCHEMAS", "open_data_files"]
