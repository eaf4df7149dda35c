"""The words that files may use for fields and values, one table per language."""

from __future__ import annotations

__all__ = ["TABLES"]

from seurantalo.reading.words.fi import FIELDS as FI_FIELDS
from seurantalo.reading.words.fi import VALUES as FI_VALUES
from seurantalo.reading.words.sv import FIELDS as SV_FIELDS
from seurantalo.reading.words.sv import VALUES as SV_VALUES

#: Language code -> (field words, value words by the name of the choice class).
TABLES = {"fi": (FI_FIELDS, FI_VALUES), "sv": (SV_FIELDS, SV_VALUES)}
