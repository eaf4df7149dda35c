"""Words for yes and no."""

from __future__ import annotations

TRUE_WORDS = frozenset({"true", "yes", "kyllä", "on", "ja", "x"})
FALSE_WORDS = frozenset({"false", "no", "ei", "nej"})
