"""The sitemap: every page's address, no dates. Over 50,000 pages an index of several maps (sitemaps.org)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from typing import Final

#: The most addresses that one map may hold.
LARGEST: Final = 50_000

#: How hard a map is packed: two thirds less work than the most, for a tenth more bytes.
_LEVEL: Final = 6

_XMLNS: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'


def sitemap_files(site_url: str, addresses: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file. Nothing for a site without a URL: a map holds whole addresses.

    ``addresses`` are relative to the site, quoted, and listed in the order given.
    """
    if not site_url:
        return
    if len(addresses) <= LARGEST:
        yield from _with_gzip("sitemap.xml", _listing("urlset", "url", site_url, addresses))
        return
    names = []
    for number, start in enumerate(range(0, len(addresses), LARGEST), start=1):
        name = f"sitemap-{number}.xml"
        names.append(name)
        yield name, _listing("urlset", "url", site_url, addresses[start : start + LARGEST])
    yield from _with_gzip("sitemap.xml", _listing("sitemapindex", "sitemap", site_url, names))


def _listing(root: str, item: str, site_url: str, addresses: Sequence[str]) -> bytes:
    written = BytesIO()
    written.write(f"{_DECLARATION}\n<{root} {_XMLNS}>\n".encode())
    for address in addresses:
        written.write(f"  <{item}><loc>{escape(site_url + address, quote=False)}</loc></{item}>\n".encode())
    written.write(f"</{root}>\n".encode())
    return written.getvalue()


def _with_gzip(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    # MkDocs writes this one beside it, with the time of the build in its header.
    packed = gzip.compress(content, _LEVEL, mtime=0)
    # Some versions of Python tell the operating system in byte 9 (RFC 1952, 2.3.1), others that it is unknown.
    yield f"{name}.gz", packed[:9] + b"\xff" + packed[10:]
