"""All that a site stands on besides its events, as a digest: where any of it changes, everything is made anew."""

from __future__ import annotations

import os
import sys
import zoneinfo
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from seurantalo.installed import entry_points
from seurantalo.model.settings import Settings
from seurantalo.own_kinds import FEEDS, PAGES
from seurantalo.own_rules import GROUP as RULES
from seurantalo.program import files_below, program, stamp, stamps

#: What a build itself makes of the configuration.
_NOT_TOLD: Final = frozenset({"site_dir", "plugins", "hooks"})


def ground_of(config: MkDocsConfig, settings: Settings, records: bytes) -> str:
    """Return the digest of the program, what is installed beside it, the configuration and the site's own templates.

    ``records`` is that of all records but events.
    """
    hashed = blake2b(digest_size=16)
    for part in _parts(config, settings):
        hashed.update(f"{len(part)}:".encode() + part)
    hashed.update(records)
    return hashed.hexdigest()


def _parts(config: MkDocsConfig, settings: Settings) -> Iterator[bytes]:
    yield program().encode()
    yield repr(settings).encode()
    for group in (FEEDS, PAGES, RULES):
        for point in sorted(entry_points(group=group), key=lambda point: point.name):
            yield repr(point).encode()
            yield from _stamps_of_package(point.module)
    for module in (type(plugin).__module__ for plugin in config.plugins.values()):
        # Those of the program are told of, as they were when it began.
        if not module.startswith("seurantalo."):
            yield from _stamp_of_module(module)
    yield repr(_told(config)).encode()
    # MkDocs holds hooks among the plugins: modules, which have no options.
    yield repr([(name, _told(getattr(plugin, "config", None))) for name, plugin in config.plugins.items()]).encode()
    if config.config_file_path:
        yield Path(config.config_file_path).read_bytes()
    hooks: Mapping[str, object] = dict(config)["hooks"]
    for hook in hooks.values():
        yield _content(Path(getattr(hook, "__file__", None) or os.devnull))
    if config.theme.custom_dir:
        for path in files_below(Path(config.theme.custom_dir)):
            yield os.fsencode(path)
            yield _content(Path(path))
    for folder in zoneinfo.TZPATH:
        yield stamp(os.path.join(folder, settings.timezone))


def _stamp_of_module(name: str) -> Iterator[bytes]:
    file = getattr(sys.modules.get(name), "__file__", None)
    yield name.encode()
    yield stamp(file) if file else b""


def _stamps_of_package(name: str) -> Iterator[bytes]:
    """Yield what tells of a site's own module, and of all that lies in one package with it."""
    top = getattr(sys.modules.get(name.partition(".")[0]), "__file__", None)
    if top and os.path.basename(top) == "__init__.py":
        yield from stamps(Path(top).parent)
    else:
        yield from _stamp_of_module(name)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _told(value: object, depth: int = 8) -> object:
    """Return a value of the configuration as something whose ``repr`` is the same in every process."""
    if not depth:
        return None
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, Theme):
        options = [(name, _told(value[name], depth - 1)) for name in value]
        return [value.name, list(value.dirs), sorted(value.static_templates), options]
    if isinstance(value, Mapping):
        return [(str(name), _told(one, depth - 1)) for name, one in value.items() if name not in _NOT_TOLD]
    if isinstance(value, set | frozenset):
        return sorted(repr(_told(one, depth - 1)) for one in value)
    if isinstance(value, Iterable):
        return [_told(one, depth - 1) for one in value]
    name = getattr(value, "__qualname__", None)
    if name is not None:
        return [getattr(value, "__module__", ""), name]
    return [type(value).__qualname__, _told(getattr(value, "__dict__", None), depth - 1)]
