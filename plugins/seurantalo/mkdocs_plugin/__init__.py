"""The only room that imports mkdocs: hands a Publication to a MkDocs (or ProperDocs) build."""

from __future__ import annotations

from seurantalo.garbage_collector import collector_paused

with collector_paused():
    from seurantalo.mkdocs_plugin.plugin import SeurantaloPlugin

__all__ = ["SeurantaloPlugin"]
