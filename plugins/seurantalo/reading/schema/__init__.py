"""What each kind of record may hold: one table that checks files, names their fields and documents them.

A field is written under its English name here, or under any of the Finnish and Swedish words for it
(:mod:`seurantalo.reading.words`). ``attribute`` is its name in the model where that differs.
"""

from __future__ import annotations

from seurantalo.reading.schema.fields import Field, Shape
from seurantalo.reading.schema.parts import PARTS, REPEATS
from seurantalo.reading.schema.records import RECORDS

__all__ = ["PARTS", "RECORDS", "REPEATS", "Field", "Shape"]
