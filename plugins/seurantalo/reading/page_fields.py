"""The front matter of ordinary pages: MkDocs passes over what it cannot read, and shows it on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from seurantalo.model.problem import Problem
from seurantalo.reading.front_matter import FrontMatter
from seurantalo.reading.yaml_nodes import Mapping, Scalar
from seurantalo.reading.yaml_strict import strict_tree

#: MkDocs' own reader takes these.
_HARMLESS: Final = frozenset({"yaml-alias", "yaml-tag", "duplicate-key"})


def check_page_fields(front: FrontMatter, path: str, templates: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with a page's front matter; ``templates`` are the theme's folders, if they are known."""
    if not front.fields.strip():
        return
    # Strictly: a site generator reads nothing into what is no YAML.
    node, flaws = strict_tree(front.fields, front.fields_line)
    for flaw in flaws:
        if flaw.code not in _HARMLESS:
            yield Problem(flaw.code, path, flaw.line, flaw.column, "", flaw.values, flaw.severity, flaw.mend)
    if node is not None and not isinstance(node, Mapping) and not (isinstance(node, Scalar) and node.text is None):
        yield Problem("page-without-fields", path, node.line, node.column)
    entry = node.entries.get("template") if isinstance(node, Mapping) else None
    if entry is not None and isinstance(entry.value, Scalar) and entry.value.text:
        yield from _template(entry.value, path, tuple(templates))


def _template(written: Scalar, path: str, folders: tuple[str, ...]) -> Iterator[Problem]:
    name = (written.text or "").strip()
    if folders and not any(_is_inside(Path(folder), name) for folder in folders):
        yield Problem("no-such-template", path, written.line, written.column, "template", (("found", name[:60]),))


def _is_inside(folder: Path, name: str) -> bool:
    # As Jinja's loader has it: a name is no way up.
    return ".." not in name.split("/") and not name.startswith("/") and (folder / name).is_file()
