"""Channels that machines can reach: what goes out, at most once, and what came of it. Only commands send."""

from __future__ import annotations

__all__: list[str] = []
