"""The pictures that records show, in their sizes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import Final

from seurantalo.model.parts import Image
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.photo import image_of
from seurantalo.publishing.photos.sizes import Sized, sized
from seurantalo.publishing.publication import File

#: Pictures that are in memory at a time; the library lets go of Python's lock while it packs.
_AT_ONCE: Final = 4


def photo_files(ctx: PageContext) -> Iterator[File]:
    """Yield the files of all pictures that records name, by path."""
    named = iter(sorted({image.file for image in _images(ctx) if image.file in ctx.community.pictures}))
    plans = iter(sorted(((sized(path, ctx.community.pictures[path]), path) for path in named), key=_by_stem))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while some := list(islice(plans, _AT_ONCE)):
            for (plan, _), made in zip(some, pool.map(partial(_made, ctx), some), strict=True):
                found = (File(plan.path(*each), content) for each, content in zip(plan.files(), made, strict=True))
                yield from sorted(found, key=lambda file: file.path)


def _by_stem(one: tuple[Sized, str]) -> str:
    return one[0].stem


def _made(ctx: PageContext, one: tuple[Sized, str]) -> tuple[bytes, ...]:
    from seurantalo.publishing.photos.shrink import RECIPE, shrink  # noqa: PLC0415 (only where there are photos)

    plan, path = one
    content = ctx.written(f"{ctx.site.content}/{path}") or b""
    key = sha256(f"{RECIPE} {plan.widths} {plan.height} ".encode() + content).hexdigest()
    return ctx.kept(key, lambda: shrink(content, plan))


def _images(ctx: PageContext) -> Iterator[Image]:
    known = ctx.community
    for table in (known.events, known.organisations, known.practices, known.venues):
        yield from filter(None, map(image_of, table.values()))
