"""In which sizes a picture is shown, and what the files of these sizes are called: known without opening it."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.publishing.addresses import PHOTOS

#: Dots across: cards and old phones, and the column of a page. Phones with three dots for one ask for the second.
WIDTHS: Final = (400, 800)


class Form(StrEnum):
    """A format, the lightest first: who reads one takes the first that is known. The value ends the file's name.

    >>> from seurantalo.publishing.photos import Form
    >>> list(Form)
    [<Form.AVIF: 'avif'>, <Form.WEBP: 'webp'>, <Form.JPEG: 'jpg'>]
    """

    AVIF = "avif"
    WEBP = "webp"
    JPEG = "jpg"


@dataclass(frozen=True, slots=True)
class Sized:
    """The files of a picture. ``widths`` are those of its sizes, smallest first, ``height`` of the largest.

    >>> from seurantalo.publishing.photos import Form, Sized
    >>> Sized("kuvat/ab12", (400, 800), 600).path(400, Form.WEBP)
    'kuvat/ab12-400.webp'
    """

    stem: str
    widths: tuple[int, ...]
    height: int

    def path(self, width: int, form: Form) -> str:
        """Return where a size stands in the site."""
        return f"{self.stem}-{width}.{form}"

    def files(self) -> tuple[tuple[int, Form], ...]:
        """Return the sizes with their formats: the last one, for old browsers, in the largest size only."""
        modern = ((width, form) for width in self.widths for form in (Form.AVIF, Form.WEBP))
        return *modern, (self.widths[-1], Form.JPEG)


def sized(path: str, size: tuple[int, int]) -> Sized:
    """Return the files of a picture by its path below ``content/`` and its width and height in pixels.

    None is larger than the picture is. Names are of one length, whatever the picture is called.

    >>> from seurantalo.publishing.photos import sized
    >>> sized("kuvat/talo.jpg", (1600, 1200)).widths, sized("kuvat/talo.jpg", (1600, 1200)).height
    ((400, 800), 600)
    >>> sized("kuvat/merkki.png", (120, 90)).files()[-1]
    (120, <Form.JPEG: 'jpg'>)
    """
    widths = tuple(sorted({min(size[0], one) for one in WIDTHS}))
    stem = f"{PHOTOS}{sha256(path.encode()).hexdigest()[:16]}"
    return Sized(stem, widths, height_at(size, widths[-1]))


def height_at(size: tuple[int, int], width: int) -> int:
    """Return how high a picture is when it is so wide."""
    return max(1, round(size[1] * width / size[0]))
