"""What the measurements stand on: invented regions that are whole, and figures that add up."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from tests.workflows.shell import ROOT

from bench.ci_job import WORKFLOW, forget, kept_below
from bench.compare import Result, differences, goals, table
from bench.generate import TODAY, make_events, write_project
from bench.history import commit_history, git
from bench.hugo import FILES, OUTPUTS, facts_of, outputs_of
from bench.lists import Region, list_pages, pages_of_site
from bench.measuring import GivenUpError, Took, timed_run, watched_run
from bench.outputs import Outputs, Weight, added, bytes_made, outputs
from bench.outputs import table as table_of_kinds
from bench.prepared import Prepared
from seurantalo.cli.site_file import open_project
from seurantalo.kept_bytes import kept_bytes

EVENTS = 9
#: Bytes that a further event may add to a small region's site, without the theme around its pages. In few towns an
#: event stands in more calendars than in a whole region, of which each has its limits.
MOST_PER_EVENT = 50_000


def test_events_lie_over_the_past_years_that_are_asked_for(tmp_path: Path) -> None:
    write_project(200, tmp_path, places=2, past_years=10)
    years = sorted(int(folder.name) for folder in (tmp_path / "events").iterdir())
    assert (years[0], years[-1]) == (TODAY.year - 10, TODAY.year + 1)


def test_a_history_ends_with_the_files_as_they_stand(tmp_path: Path) -> None:
    events = write_project(EVENTS, tmp_path, places=2)
    commits = commit_history(tmp_path, {f"events/{event.path}": event.day for event in events}, TODAY)
    assert git(tmp_path, "status", "--short") == b""
    assert len(git(tmp_path, "rev-list", "main").split()) == commits == 1 + EVENTS + EVENTS // 3


def test_a_job_finds_what_the_workflow_keeps_and_nothing_else(tmp_path: Path) -> None:
    """The folders are those that the program draws into."""
    kept = kept_below(ROOT / WORKFLOW)
    assert kept == {f"seurantalo/{store.folder.name}" for store in (kept_bytes("made"), kept_bytes("pictures"))}
    for name in ("seurantalo/made/a", "seurantalo/builds/b", "seurantalo/pictures/deep/c", "pip/d"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    forget(tmp_path, kept)
    left = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert left == ["seurantalo/made/a", "seurantalo/pictures/deep/c"]


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
    assert "| event | 10 → 20 | 1 → 2 | 0 | 0.00 |" in table_of_kinds(more, fewer)


def test_an_edit_stands_at_the_end_of_the_title_and_is_looked_for_in_the_page(tmp_path: Path) -> None:
    event = make_events(1)[0]
    source = tmp_path / "event.yml"
    source.write_text(event.yaml, encoding="utf-8")
    prepared = Prepared("1", [], tmp_path, tmp_path / "site", event, source)
    prepared.edit("Muutos1")
    prepared.edit("Muutos23")
    assert source.read_text(encoding="utf-8") == event.yaml.replace(event.title, f"{event.title} Muutos23")
    page = tmp_path / "site" / prepared.page / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<h1>{event.title} Muutos23</h1>", encoding="utf-8")
    assert prepared.is_shown("Muutos23")
    assert not prepared.is_shown("Muutos24")


def test_ratios_are_the_medians_of_the_rounds(tmp_path: Path) -> None:
    (tmp_path / "tapahtumat/a").mkdir(parents=True)
    (tmp_path / "tapahtumat/a/index.html").write_bytes(b"1234")
    ours = Result("1", [Took(2, 4, 50), Took(9, 4, 60), Took(3, 4, 50)], [Took(1, 1, 40)] * 3)
    theirs = Result("2", [Took(4, 1, 90)] * 3)
    ours.size(tmp_path)
    results = {"seurantalo": ours, "hugo": theirs}
    assert [*goals(results)] == [
        "A whole build takes 0.75 of the seconds and 4.00 of the processor's of what hugo takes.",
        "Again after one edit it takes 0.25 of the seconds and 1.00 of the processor's of what hugo takes for all.",
    ]
    assert "| seurantalo | 1 | 3 | 1 | 3.00 | 1.00 | 4.00 | 1.00 | 1.00 |  |  | 60 |  | 0 | 1 |" in table(results)


def test_who_takes_part_once_is_compared_by_that_round() -> None:
    ours = Result("1", [Took(2, 4), Took(9, 4), Took(3, 4)])
    slow = Result("2", [Took(20, 8)])
    assert [*goals({"seurantalo": ours, "material-history": slow})] == [
        "A whole build takes 0.10 of the seconds and 0.50 of the processor's of what material-history takes."
    ]
    assert "| material-history | 2 | 1 |" in table({"seurantalo": ours, "material-history": slow})


def test_a_build_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(GivenUpError, match="longer than 0 seconds") as reason:
        timed_run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, {}, longest=0.2)
    assert 0.2 <= reason.value.took.seconds < 60


def test_who_is_given_up_is_told_by_what_it_had_taken_until_then() -> None:
    slow = Result("2")
    slow.give_up(Took(20, 8))
    results = {"seurantalo": Result("1", [Took(2, 4)]), "material": slow}
    assert [*goals(results)] == [
        "A whole build takes less than 0.10 of the seconds and 0.50 of the processor's of what material takes."
    ]
    assert "| > 20.00 | > 10.00 | > 8.00 |" in table(results)
    slow.give_up(Took(30, 9))
    assert slow.whole == [Took(20, 8)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of processes together")
def test_the_memory_of_a_run_is_that_of_its_processes(tmp_path: Path) -> None:
    hold = "import time; held = bytes(range(256)) * 200_000; print(flush=True); time.sleep(1)"
    with subprocess.Popen([sys.executable, "-c", hold.replace("(1)", "(60)")], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        took, together = watched_run([sys.executable, "-c", hold], tmp_path, {}, look=0.1)
        other.kill()
    assert took.seconds > 1
    assert 50 < together < 50 * 1.8


def test_pages_are_known_by_folder_and_id(tmp_path: Path) -> None:
    """Those of which there is one of a kind are left out; who has events in folders of months has the same pages."""
    for name in ("", "kalenteri", "kalenteri/2027-03", "tapahtumat/a", "tapahtumat/2027/03/b"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").touch()
    found = pages_of_site(tmp_path)
    assert found == {("kalenteri", "2027-03"), ("tapahtumat", "a"), ("tapahtumat", "b")}
    assert differences(found, found) == ""
    others = found - {("tapahtumat", "a")} | {("kalenteri", "2027-04")}
    told = "lacks 1 pages (tapahtumat/a) and has besides 1 pages (kalenteri/2027-04)"
    assert differences(others, found) == told


def test_others_are_given_the_pages_of_ours_with_their_events(tmp_path: Path) -> None:
    events = write_project(300, tmp_path)
    publication, _ = open_project(tmp_path).publish()
    assert publication is not None
    addresses = [address for kind in (*publication.composed.kinds, *publication.bulk) for address in kind.addresses]
    pages = frozenset((one[0], one[1]) for one in (address.split("/") for address in addresses) if len(one) == 3)
    lists = list_pages(Region(events, 1, pages))
    assert {(page.folder, page.id) for page in lists} == {page for page in pages if page[0] != "tapahtumat"}
    # Each event is on the page of its month, its municipality, its venue and its organisation, and on two of years.
    listed = Counter(page.folder for page in lists if "-vko" not in page.id for _ in page.events)
    once = ("kalenteri", "kenelle", "kunnat", "paikat", "vapaat-paivat", "yhdistykset")
    assert listed == {name: len(events) for name in once} | {name: 2 * len(events) for name in ("teemat", "vuosi")}


def test_hugo_is_told_of_an_event_what_its_record_says() -> None:
    plain, weekly = make_events(11)[1], make_events(11)[0]
    text = "alkaa: 5.6.2027 klo 18.30\n"
    told = yaml.safe_load(facts_of(replace(plain, day=TODAY.replace(month=6, day=5), yaml=text)))
    assert (told["starts"], told["ends"], told["times"]) == ("2027-06-05T18:30:00", "2027-06-05T20:30:00", 1)
    assert told["outputs"] == ["html", "ics", "linked"]
    told = yaml.safe_load(facts_of(weekly))
    assert told["rrule"] == f"FREQ=WEEKLY;COUNT={told['times']}"
    assert f"kertoja: {told['times']}}}" in weekly.yaml


def test_hugo_has_a_template_for_each_kind_of_file_that_it_is_asked_for() -> None:
    lists = [*((folder, "a") for folder in OUTPUTS), ("kalenteri", f"{TODAY:%Y-%m}"), ("kalenteri", "2027-vko09")]
    kinds = {kind for folder, name in lists for kind in outputs_of(folder, name)} - {"html"}
    assert kinds == {path.name.split(".")[1] for path in (FILES / "layouts/lists").iterdir()}


def test_a_further_event_adds_no_more_than_it_may(tmp_path: Path) -> None:
    few, many = 100, 250
    for count in (few, many):
        write_project(count, tmp_path / str(count), places=4)
    added_bytes = bytes_made(tmp_path / str(many)) - bytes_made(tmp_path / str(few))
    assert added_bytes / (many - few) < MOST_PER_EVENT
