"""What the measurements stand on: invented regions that are whole, and figures that add up."""

from __future__ import annotations

from pathlib import Path

from bench.generate import TODAY, write_project
from bench.history import commit_history, git
from bench.outputs import Outputs, Weight, added, outputs, table

EVENTS = 9


def test_events_lie_over_the_past_years_that_are_asked_for(tmp_path: Path) -> None:
    write_project(200, tmp_path, places=2, past_years=10)
    years = sorted(int(folder.name) for folder in (tmp_path / "events").iterdir())
    assert (years[0], years[-1]) == (TODAY.year - 10, TODAY.year + 1)


def test_a_history_ends_with_the_files_as_they_stand(tmp_path: Path) -> None:
    events = write_project(EVENTS, tmp_path, places=2)
    commits = commit_history(tmp_path, {f"events/{event.path}": event.day for event in events}, TODAY)
    assert git(tmp_path, "status", "--short") == b""
    assert len(git(tmp_path, "rev-list", "main").split()) == commits == 1 + EVENTS + EVENTS // 3


def test_what_is_made_is_counted_by_kind_and_all_else_apart(tmp_path: Path) -> None:
    write_project(EVENTS, tmp_path, places=2, channels=1)
    site = tmp_path / "site"
    for name in ("tapahtumat/outo/index.html", "kalenteri/index.html"):
        (site / name).parent.mkdir(parents=True)
        (site / name).write_bytes(b"12345")
    found = outputs(tmp_path, site, packed=False)
    assert found.events == EVENTS
    assert (found.kinds["agenda"].files, found.kinds["agenda"].bytes) == (1, 5)
    assert (found.kinds["else: tapahtumat/"].bytes, found.total.bytes) == (5, 10)
    found.keep(tmp_path / "kept.json")
    assert Outputs.read(tmp_path / "kept.json") == found


def test_what_a_further_event_adds_leaves_drawn_pictures_aside() -> None:
    fewer = Outputs(10, {"event": Weight(10, 1000), "previews": Weight(1, 500)}, {})
    more = Outputs(20, {"event": Weight(20, 2500), "previews": Weight(9, 9500)}, {})
    assert added(fewer, more).splitlines()[-1].endswith("  150, and 1.0 files")
    assert "| event | 10 → 20 | 1 → 2 | 0 | 0.00 |" in table(more, fewer)
