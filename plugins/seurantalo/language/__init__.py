"""The site's own words in Finnish, Swedish and English. Source texts are English; catalogues are gettext files."""

from __future__ import annotations

from seurantalo.language.catalogue import LANGUAGES, Language, language

__all__ = ["LANGUAGES", "Language", "language"]
