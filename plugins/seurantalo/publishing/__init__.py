"""Community to Publication: pages, feeds and files. Nothing is written to disk here."""

from __future__ import annotations

from seurantalo.publishing.site import Content, publish

__all__ = ["Content", "publish"]
