"""What a built site is made of, by kind of output: `python3 scripts/bench/outputs.py PROJECT [--site DIR]`.

Of every kind of page and file: how many there are, their bytes on disk and as gzip sends them, and the processor
seconds that it takes to make them, in this one process and without the theme around them. ``--keep FILE`` writes the
figures down; ``--before FILE`` sets those of another program beside these, or, where they are of fewer events, says
what each further event adds. The site must have been built of the project; by default it is its folder ``site``.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from time import process_time
from typing import Final, TypeVar

from seurantalo.cli.site_file import open_project
from seurantalo.garbage_collector import collector_paused
from seurantalo.own_kinds import own_feeds, own_pages
from seurantalo.publishing.publication import File, Page, Publication
from seurantalo.publishing.site import publish
from seurantalo.publishing.templating import environment
from seurantalo.template_cache import beside_modules

#: Kinds that draw pictures: they are told apart, for their number is that of the coming events that are shown.
PICTURES: Final = ("previews", "photos")
#: What every server compresses with, and how well.
GZIP_LEVEL: Final = 6
GZIP_WINDOW: Final = 31
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Weight:
    """What one kind of output comes to: bytes as they stand on disk, bytes compressed, processor seconds."""

    files: int = 0
    bytes: int = 0
    gzip: int = 0
    seconds: float = 0.0

    def __add__(self, other: Weight) -> Weight:
        """Return both together."""
        return Weight(
            self.files + other.files,
            self.bytes + other.bytes,
            self.gzip + other.gzip,
            self.seconds + other.seconds,
        )


@dataclass(frozen=True, slots=True)
class Outputs:
    """The figures of one site: its events, what each kind comes to, and the seconds before anything is made."""

    events: int
    kinds: dict[str, Weight]
    phases: dict[str, float]

    @classmethod
    def read(cls, path: Path) -> Outputs:
        """Return what was written down."""
        told = json.loads(path.read_text(encoding="utf-8"))
        return cls(told["events"], {kind: Weight(**one) for kind, one in told["kinds"].items()}, told["phases"])

    def keep(self, path: Path) -> None:
        """Write them down."""
        path.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @property
    def total(self) -> Weight:
        """All kinds together."""
        return sum(self.kinds.values(), Weight())

    @property
    def without_pictures(self) -> Weight:
        """All kinds but drawn pictures together."""
        return sum((one for kind, one in self.kinds.items() if kind not in PICTURES), Weight())


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what the work returns, and its processor seconds."""
    started = process_time()
    return work(), process_time() - started


def made(root: Path) -> tuple[int, dict[str, tuple[list[str], float]], dict[str, float]]:
    """Make all outputs of a project: its events, of every kind the paths and the seconds, and the phases before."""
    project, opening = timed(lambda: open_project(root))
    reading, to_read = timed(project.read)
    community = reading.community
    if community is None:
        raise SystemExit("the project has errors")
    with collector_paused():
        planned, planning = timed(lambda: project.plan(community))
        # Compiled templates are kept, as in a build.
        templates = environment(project.lang, project.site.templates)
        templates.bytecode_cache = beside_modules(templates)
        publication, publishing = timed(lambda: publish(project.parts(planned), own_pages(), own_feeds()))
        kinds = dict(_made(publication))
    phases = {"open": opening, "read": to_read, "plan": planning, "publication": publishing}
    return len(community.events), kinds, phases


def _made(publication: Publication) -> Iterator[tuple[str, tuple[list[str], float]]]:
    for pages in (*publication.composed.kinds, *publication.bulk):
        yield pages.kind, timed(partial(_page_paths, pages))
    for files in publication.bulk_files:
        yield files.kind, timed(partial(_file_paths, files))
    yield "styles and scripts", ([file.path for file in publication.files], 0.0)


def _page_paths(pages: Iterable[Page]) -> list[str]:
    return [f"{page.address}index.html" for page in pages]


def _file_paths(files: Iterable[File]) -> list[str]:
    return [file.path for file in files]


def bytes_made(root: Path) -> int:
    """Return the bytes of all pages and files of a project as they are made, without the theme around the pages."""
    publication, _ = open_project(root).publish()
    if publication is None:
        raise SystemExit("the project has errors")
    pages = chain(*publication.composed.kinds, *publication.bulk)
    bodies = sum(len(page.body.encode()) + len(page.head.encode()) for page in pages)
    return bodies + sum(len(file.content) for kind in publication.bulk_files for file in kind)


def weigh(site: Path, paths: Iterable[str], *, packed: bool = True) -> Weight:
    """Return what files of a site weigh; those that are not there weigh nothing."""
    total = Weight()
    for path in paths:
        try:
            content = (site / path).read_bytes()
        except FileNotFoundError:
            continue
        total += Weight(1, len(content), _packed(content) if packed else 0)
    return total


def _packed(content: bytes) -> int:
    packer = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, GZIP_WINDOW)
    return len(packer.compress(content)) + len(packer.flush())


def outputs(root: Path, site: Path, *, packed: bool = True) -> Outputs:
    """Return the figures of a project and of the site that was built of it."""
    events, kinds, phases = made(root)
    left = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    found = {}
    for kind, (paths, seconds) in kinds.items():
        # A page that is asked for by two kinds is counted once.
        mine = [path for path in paths if path in left]
        left.difference_update(mine)
        found[kind] = weigh(site, mine, packed=packed) + Weight(seconds=round(seconds, 3))
    for top in sorted({_top(path) for path in left}):
        found[f"else: {top}"] = weigh(site, (path for path in left if _top(path) == top), packed=packed)
    return Outputs(events, found, {name: round(seconds, 3) for name, seconds in phases.items()})


def _top(path: str) -> str:
    return f"{path.partition('/')[0]}/" if "/" in path else "(root)"


def table(now: Outputs, before: Outputs | None = None) -> str:
    """The figures as a Markdown table, the heaviest kinds first; beside them those of before."""
    rows: list[tuple[str, ...]] = [("kind", "files", "kB", "gzip kB", "processor s")]
    kinds = {**(before.kinds if before else {}), **now.kinds}
    rows += [
        (kind, *_cells(_of(now, kind), _of(before, kind) if before else None))
        for kind in sorted(kinds, key=lambda one: -_of(now, one).bytes)
        if _of(now, kind).files or (before and _of(before, kind).files)
    ]
    rows.append(("**all**", *_cells(now.total, before.total if before else None)))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|---|---:|---:|---:|---:|")
    phases = ", ".join(
        f"{name} {_then(f'{before.phases[name]:.2f}' if before and name in before.phases else '', f'{seconds:.2f}')}"
        for name, seconds in now.phases.items()
    )
    return "\n".join((*lines, "", f"Before anything is made, processor seconds: {phases}."))


def _of(outputs: Outputs, kind: str) -> Weight:
    return outputs.kinds.get(kind, Weight())


def _cells(now: Weight, before: Weight | None) -> Iterator[str]:
    written = (_written(now), _written(before) if before else ("",) * 4)
    return (_then(then, after) for after, then in zip(*written, strict=True))


def _written(one: Weight) -> tuple[str, ...]:
    return f"{one.files:,}", f"{one.bytes / 1000:,.0f}", f"{one.gzip / 1000:,.0f}", f"{one.seconds:.2f}"


def _then(before: str, now: str) -> str:
    return f"{before} → {now}" if before and before != now else now


def added(fewer: Outputs, more: Outputs) -> str:
    """What each further event adds, in bytes as they stand on disk, by kind and in all."""
    events = more.events - fewer.events
    lines = [f"Each of {events:,} more events adds, in bytes:"]
    each = {kind: (_of(more, kind).bytes - _of(fewer, kind).bytes) / events for kind in more.kinds}
    lines += [f"  {kind:30} {count:10,.0f}" for kind, count in sorted(each.items(), key=_last) if abs(count) >= 1]
    total = (more.without_pictures.bytes - fewer.without_pictures.bytes) / events
    files = (more.without_pictures.files - fewer.without_pictures.files) / events
    return "\n".join((*lines, f"  {'all, drawn pictures aside':30} {total:10,.0f}, and {files:.1f} files"))


def _last(item: tuple[str, float]) -> float:
    return -item[1]


def main() -> None:
    """Print what the arguments ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], allow_abbrev=False)
    parser.add_argument("project", type=Path)
    parser.add_argument("--site", type=Path, help="the site that was built of it; by default its folder site")
    parser.add_argument("--before", type=Path, metavar="FILE", help="figures to set beside these")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="where to write the figures down")
    parser.add_argument("--not-packed", action="store_true", help="without the bytes that gzip makes of them")
    options = parser.parse_args()
    site = (options.site or options.project / "site").resolve()
    found = outputs(options.project.resolve(), site, packed=not options.not_packed)
    if options.keep:
        found.keep(options.keep)
    before = Outputs.read(options.before) if options.before else None
    if before is not None and before.events != found.events:
        print(added(*sorted((before, found), key=lambda one: one.events)))
    else:
        print(table(found, before))


if __name__ == "__main__":
    main()
