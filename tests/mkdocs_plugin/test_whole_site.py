"""Second builds: what has not changed is not touched, what is gone goes, and nobody sees anything half way."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from tests.mkdocs_plugin.conftest import SiteFolder, event, publication

from seurantalo.staging import PREFIX


def inodes(folder: SiteFolder) -> dict[str, tuple[int, int]]:
    """Which file stands at each path, and when it was last written."""
    return {
        name: ((folder.site / name).stat().st_ino, (folder.site / name).stat().st_mtime_ns)
        for name in folder.files()
        if name.startswith(("tapahtumat/tapahtuma", "ical/"))
    }


def test_what_has_not_changed_is_not_written_again(folder: SiteFolder) -> None:
    first = folder.build()
    before = inodes(folder)
    assert folder.build() == first
    assert inodes(folder) == before
    assert len(before) == 7


def test_only_the_changed_page_is_written(folder: SiteFolder) -> None:
    folder.build()
    before = inodes(folder)
    folder.project.publication = publication(event(1), event(2, title="Uusi nimi"), event(3))
    files = folder.build()
    after = inodes(folder)
    assert "Uusi nimi" in files["tapahtumat/tapahtuma-2/index.html"].decode()
    assert {name for name in after if after[name] != before[name]} == {
        "tapahtumat/tapahtuma-2/index.html",
        "tapahtumat/tapahtuma-2/tapahtuma-2.ics",
    }


def test_what_is_gone_goes_with_its_folder(folder: SiteFolder) -> None:
    folder.build()
    (folder.site / "tapahtumat/tapahtuma-1/roska.tmp").touch()
    folder.project.publication = publication(event(1), files=())
    files = folder.build()
    assert [name for name in files if name.startswith(("tapahtumat/", "ical/"))] == [
        "tapahtumat/index.html",
        "tapahtumat/tapahtuma-1/index.html",
    ]
    assert not (folder.site / "tapahtumat/tapahtuma-2").exists()
    assert not (folder.site / "ical").exists()


# Takes note of what a reader sees while other plugins write the site, and changes the front page's own text.
WATCHER = """
from pathlib import Path

def on_post_build(config):
    site = Path(config.config_file_path).parent / "site"
    Path("seen.txt").write_text((site / "index.html").read_text() if site.joinpath("index.html").exists() else "")
    Path(config.site_dir, "oma", "liite.txt").parent.mkdir()
    Path(config.site_dir, "oma", "liite.txt").write_text("from a hook")
"""


def leftovers(folder: SiteFolder) -> list[str]:
    """What a build has left that is no part of the site."""
    return [path.name for path in folder.site.iterdir() if path.name.startswith(".")]


def test_nobody_sees_a_build_before_its_end(folder: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.root)
    folder.write("hook.py", WATCHER)
    before = folder.build(hooks=["hook.py"])
    folder.write("content/index.md", "# Uusi alku\n")
    after = folder.build(hooks=["hook.py"])
    assert before["oma/liite.txt"] == b"from a hook"
    assert before["index.html"] != after["index.html"]
    assert (folder.root / "seen.txt").read_bytes() == before["index.html"]
    assert leftovers(folder) == []


def test_a_hook_that_looks_at_the_finished_site_finds_all_of_it(folder: SiteFolder) -> None:
    folder.write(
        "hook.py",
        "from pathlib import Path\n"
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(-100)\n"
        "def on_post_build(config):\n"
        "    assert Path(config.site_dir, 'tapahtumat/tapahtuma-1/index.html').is_file()\n"
        "    Path(config.site_dir, 'tapahtumat/tapahtuma-1/index.html').write_text('packed')\n",
    )
    folder.build()
    for _ in range(2):
        assert folder.build(hooks=["hook.py"])["tapahtumat/tapahtuma-1/index.html"] == b"packed"


@pytest.mark.parametrize("event_name", ["on_files", "on_nav", "on_env", "on_post_build"])
def test_a_build_that_fails_leaves_the_site_as_it_was(folder: SiteFolder, event_name: str) -> None:
    before = folder.build()
    folder.project.publication = publication(event(4, title="Uusi"))
    folder.write("content/tietoa.md", "# Muuttunut\n")
    folder.write("hook.py", f"def {event_name}(*given, **named): raise RuntimeError('rikki')")
    with pytest.raises(RuntimeError, match="rikki"):
        folder.build(hooks=["hook.py"])
    assert folder.files() == before


def test_so_does_a_strict_build_with_a_warning(folder: SiteFolder) -> None:
    before = folder.build()
    folder.write("content/tietoa.md", "# Muuttunut\n\n[Mihin?](eiole.md)\n")
    with pytest.raises(Abort, match="strict"):
        folder.build(strict=True)
    assert folder.files() == before
    assert folder.build() != before


def test_two_pages_of_one_address_leave_the_site_as_it_was(folder: SiteFolder) -> None:
    before = folder.build()
    folder.project.publication = publication(event(1), event(1))
    with pytest.raises(Abort):
        folder.build()
    assert folder.files() == before


def test_ctrl_c_leaves_the_site_as_it_was(folder: SiteFolder) -> None:
    before = folder.build()
    folder.write("content/tietoa.md", "# Muuttunut\n")
    folder.write("hook.py", "def on_env(*given, **named): raise KeyboardInterrupt")
    config = folder.config(hooks=["hook.py"])
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(KeyboardInterrupt):
        build(config)
    config.plugins.on_shutdown()
    assert folder.files() == before


def test_a_first_build_that_fails_leaves_nothing(folder: SiteFolder) -> None:
    folder.write("hook.py", "def on_env(*given, **named): raise RuntimeError('rikki')")
    with pytest.raises(RuntimeError):
        folder.build(hooks=["hook.py"])
    assert not folder.site.exists()


def test_what_a_killed_build_has_left_goes_with_the_next_one(folder: SiteFolder) -> None:
    before = folder.build()
    (folder.site / f"{PREFIX}1/assets").mkdir(parents=True)
    (folder.site / f"{PREFIX}1/index.html").write_text("<h1>Half")
    assert folder.build() == before
    assert leftovers(folder) == []


def test_what_others_put_into_the_site_goes_but_for_hidden_things(folder: SiteFolder) -> None:
    before = folder.build()
    for name in (".git/HEAD", ".nojekyll", "vanha/index.html", "vanha/.piilo", "assets/vanha.css"):
        folder.site.joinpath(name).parent.mkdir(exist_ok=True)
        folder.site.joinpath(name).write_text("x")
    assert folder.build() == before | {".git/HEAD": b"x", ".nojekyll": b"x"}
    assert not (folder.site / "vanha").exists()


def test_mkdocs_knows_the_site_folder_again_when_it_publishes_it(folder: SiteFolder) -> None:
    config = folder.config()
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    build(config)
    assert Path(config.site_dir) == folder.site


def test_the_site_may_be_a_link_to_another_place(folder: SiteFolder) -> None:
    (folder.root / "elsewhere").mkdir()
    folder.site.symlink_to("elsewhere")
    first = folder.build()
    assert folder.build() == first
    assert folder.site.is_symlink()
    assert (folder.root / "elsewhere/index.html").is_file()


def test_a_dirty_build_is_whole_as_well(folder: SiteFolder) -> None:
    before = folder.build()
    folder.write("content/tietoa.md", "# Muuttunut\n")
    config = folder.config()
    config.plugins.on_startup(command="build", dirty=True)
    build(config, dirty=True)
    changed = {name for name, content in folder.files().items() if content != before.get(name)}
    assert "tietoa/index.html" in changed
    assert folder.files().keys() == before.keys()
