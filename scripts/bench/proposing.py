"""What a phone fetches to check a date, and how fast that is: `python3 scripts/bench/proposing.py [EVENTS ...]`.

Invented regions, by default of 10,000 events, in eight municipalities and in three hundred. Of each: how long the
data files take to write, how large they are as they go over the line (gzip), and in Node.js how long it takes to
lay out a municipality's dates, to answer first, and to answer one more keystroke in the title: all findings in
words, free days and free halls.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

# Started as a file, this folder's parent is not among the places that Python looks at.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from _environment import clean_environment, find_node
from bench.generate import PLACES, TODAY, write_project
from seurantalo.model.settings import Settings
from seurantalo.project import Project
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.propose.rows import proposal_data
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.parts import Parts
from seurantalo.publishing.publication import Site

FEW: Final = 8
ASKED: Final = 200
RUN: Final = """
import { readFileSync } from "node:fs";
import { findings, freeDays, freeHalls } from "./clash-rules.js";
import { ProposeData } from "./propose-data.js";
const { files, events } = JSON.parse(readFileSync(0, "utf8"));
const get = async (name) => ({ ok: name in files, status: 404, json: async () => JSON.parse(files[name]) });
const data = new ProposeData("", get);
const took = { ground: [], first: [], keystroke: [] };
const answer = (where, written, ground) => {
  const at = performance.now();
  findings(written, ground);
  freeDays(written, ground);
  freeHalls(written, ground);
  where.push(performance.now() - at);
};
for (const written of events) {
  const known = data.grounds.size;
  const at = performance.now();
  const ground = await data.of(written);
  if (data.grounds.size > known) took.ground.push(performance.now() - at);
  answer(took.first, { ...written, title: written.title.slice(0, -1) }, ground);
  answer(took.keystroke, written, ground);
}
process.stdout.write(JSON.stringify(took));
"""


def context_of(root: Path) -> PageContext:
    """The parts of an invented site."""
    site = Site(name="Maakunnan seurantalo", url="https://maakunta.example/")
    project = Project.open(root, root / "content", Settings(today=TODAY.isoformat()), site)
    community = project.read().community
    if community is None:
        raise SystemExit("the invented region has errors")
    planned = project.plan(community)
    parts = Parts(
        community=community,
        calendar=planned.calendar,
        clashes=planned.clashes,
        settings=project.settings,
        site=site,
        today=TODAY,
    )
    return in_language(parts, "fi")


def sizes(files: dict[str, bytes]) -> None:
    """Print what a phone fetches for one date, and the largest of each kind of file."""
    packed = {name: len(gzip.compress(content, 9)) for name, content in files.items()}
    rows = [length for name, length in packed.items() if name.partition("/")[2][:2] == "20"]
    names = [length for name, length in packed.items() if name.endswith("/nimet.json")]
    rules = packed["saannot.json"]
    print(f"  {len(files)} files; rows median {median(rows):,.0f}, largest {max(rows):,}; names {max(names):,}")
    print(f"  for one date at most {max(rows) + max(names) + rules:,} bytes, {rules:,} of them for all places")


def answers(files: dict[str, bytes], ctx: PageContext) -> None:
    """Print how long a browser takes."""
    node = find_node()
    if node is None:
        print("  needs Node.js")
        return
    coming = [one for one in ctx.calendar.occurrences if one.last_day > TODAY]
    asked = [coming[number * len(coming) // ASKED] for number in range(ASKED)]
    events = [
        {
            "title": "Kylän yhteinen tupailta",
            "dates": [(one.starts_local.isoformat()[:16], one.ends_local.isoformat()[:16])],
            "municipality": one.event.municipality,
            "venue": one.venue,
            "organisers": one.event.organisers,
            "audiences": one.event.audiences,
            "format": one.event.format.value,
        }
        for one in asked
    ]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
        (folder / "run.js").write_text(RUN, encoding="utf-8")
        for file in asset_files():
            if file.path.endswith(".js"):
                (folder / file.path.rsplit("/", 1)[-1]).write_bytes(file.content)
        said = subprocess.run(
            [node, "run.js"],
            cwd=folder,
            input=json.dumps({"files": {name: text.decode() for name, text in files.items()}, "events": events}),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=clean_environment(),
            check=True,
        )
    for name, times in json.loads(said.stdout).items():
        ordered = sorted(times)
        late = ordered[len(ordered) * 95 // 100]
        print(f"  {name}: median {median(ordered):.1f} ms, 95 % {late:.1f}, most {ordered[-1]:.1f}")


def main(counts: list[int]) -> None:
    """Print some lines for each number of events, in few municipalities and in many."""
    for count in counts:
        for places in (FEW, PLACES):
            with tempfile.TemporaryDirectory() as made:
                write_project(count, Path(made), places)
                ctx = context_of(Path(made))
            started = process_time()
            files = {file.path.removeprefix("ehdota/tiedot/"): file.content for file in proposal_data(ctx)}
            print(f"{count:,} events in {places} municipalities: {process_time() - started:.2f} s to write")
            sizes(files)
            answers(files, ctx)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [10_000])
