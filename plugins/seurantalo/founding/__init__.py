"""A region's own repository: what `seurantalo init` writes and `seurantalo upgrade` renews."""

from __future__ import annotations

__all__: list[str] = []
