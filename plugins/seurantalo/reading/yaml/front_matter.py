"""A Markdown file's front matter and prose, with the lines that they begin on."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final, NamedTuple

from frontmatter.default_handlers import YAMLHandler

#: The lines around front matter. python-frontmatter's own split loses where the parts begin.
_BOUNDARY: Final[re.Pattern[str]] = YAMLHandler.FM_BOUNDARY


class FrontMatter(NamedTuple):
    """The YAML between the two ``---`` lines and the prose after them; lines count from one."""

    fields: str
    body: str
    fields_line: int
    body_line: int


def split_front_matter(text: str) -> FrontMatter | None:
    """Return the parts of a Markdown file, or None where it does not begin with a ``---`` block."""
    # Most files are YAML alone: no pattern is to go through them.
    if not text.startswith("---"):
        return None
    boundaries = list(islice(_BOUNDARY.finditer(text), 2))
    if len(boundaries) < 2 or boundaries[0].start() != 0:
        return None
    first, second = boundaries
    fields, body = text[first.end() : second.start()], text[second.end() :]
    return FrontMatter(fields, body, text.count("\n", 0, first.end()) + 1, text.count("\n", 0, second.end()) + 1)
