"""A letter that is begun for somebody: an address that their mail program opens. ``ways-out.js`` makes the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from seurantalo.proposing.yaml_text import one_line

#: Characters that every mail program takes in such an address; some stop at 2,000.
LONGEST: Final = 1_800


def mail_address(to: str, subject: str, lines: Iterable[str], link: str) -> str:
    """Return the address of a letter: a few lines, and the link on a line of its own; ``""`` where it is too long.

    Lines end as RFC 6068 (section 5) says.

    >>> mail_address("toimitus@example.org", "Kesäjuhla", ["la 12.6.2027"], "https://example.org/#e1.a.b")
    'mailto:toimitus@example.org?subject=Kes%C3%A4juhla&body=la%2012.6.2027%0D%0A%0D%0Ahttps%3A%2F%2Fexample.org%2F%23e1.a.b'
    """
    said = [*map(one_line, lines), "", link] if link else list(map(one_line, lines))
    body = "\r\n".join(said)
    made = f"mailto:{quote(to, safe='@')}?subject={quote(one_line(subject), safe='')}&body={quote(body, safe='')}"
    return made if to and len(made) <= LONGEST else ""
