"""A picture becomes smaller ones: turned upright, in the colours of screens, without a word about who took it.

Files come from anybody. Nothing is unpacked before its size is known, and only formats of photos are.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, ImageOps

from seurantalo.publishing.photos.sizes import Form, Sized

#: Changes with everything that changes what is made: what was kept by another recipe is made anew.
RECIPE: Final = f"1 {Image.__version__}"  # type: ignore[attr-defined]  # not in the library's types
#: Bytes of a picture that is 800 dots wide; others in proportion.
_BUDGET: Final = 60_000
_BUDGET_WIDTH: Final = 800
_MOST_DOTS: Final = 4_000 * 4_000
_FORMATS: Final = ("GIF", "JPEG", "PNG", "WEBP")
#: Qualities from good to bearable: the first that is within the budget is taken.
_QUALITIES: Final = {Form.AVIF: (58, 45, 32, 20), Form.WEBP: (76, 60, 42, 25), Form.JPEG: (78, 62, 45, 28)}
#: What no quality makes light enough, leaves and gravel, is drawn from half or a quarter of its dots.
_SOFTNESS: Final = (1, 2, 4)
_NOTHING: Final = "#e3eeec"


def shrink(content: bytes, plan: Sized) -> tuple[bytes, ...]:
    """Return the files of ``plan`` in its order. A picture that can't be opened becomes an even colour.

    Pictures that move stand still (WCAG 2.2.2), and what can be seen through lies on white, as on paper.
    """
    largest = plan.widths[-1], plan.height
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = _opened(content, largest)
    except Exception:  # noqa: BLE001 (whatever a damaged file makes the library raise, a page is not to fail for it)
        picture = Image.new("RGB", largest, _NOTHING)
    made = {largest[0]: picture}
    for width in plan.widths[:-1]:
        made[width] = picture.resize(
            (width, max(1, round(largest[1] * width / largest[0]))), Image.Resampling.LANCZOS
        )
    return tuple(_light(made[width], form) for width, form in plan.files())


def _opened(content: bytes, size: tuple[int, int]) -> Image.Image:
    with Image.open(BytesIO(content), formats=_FORMATS) as found:
        if found.width * found.height > _MOST_DOTS:
            raise ValueError(found.size)
        # A JPEG need not be unpacked to more dots than twice those that are wanted.
        found.draft("RGB", (max(size) * 2, max(size) * 2))
        picture: Image.Image = ImageOps.exif_transpose(found)
    profile = picture.info.get("icc_profile")
    picture = _flat(picture)
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            colours = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            picture = ImageCms.profileToProfile(picture, *colours) or picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _flat(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I;16"):
        picture = picture.convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper


def _light(picture: Image.Image, form: Form) -> bytes:
    most = _BUDGET * picture.width // _BUDGET_WIDTH
    made = b""
    for softness in _SOFTNESS:
        drawn = _without_notes(_softened(picture, softness))
        for quality in _QUALITIES[form]:
            made = _saved(drawn, form, quality)
            if len(made) <= most:
                return made
    return made


def _softened(picture: Image.Image, times: int) -> Image.Image:
    if times == 1:
        return picture
    few = picture.resize((max(1, picture.width // times), max(1, picture.height // times)), Image.Resampling.BOX)
    return few.resize(picture.size, Image.Resampling.BICUBIC)


def _without_notes(picture: Image.Image) -> Image.Image:
    """Return a new picture of the same dots: its own notes would be taken along (comments of JPEG)."""
    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _saved(picture: Image.Image, form: Form, quality: int) -> bytes:
    out = BytesIO()
    match form:
        case Form.AVIF:
            # One thread, so that the bytes do not depend on the machine.
            picture.save(out, "AVIF", quality=quality, speed=7, max_threads=1)
        case Form.WEBP:
            picture.save(out, "WEBP", quality=quality, method=4)
        case Form.JPEG:
            picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()
