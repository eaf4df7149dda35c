"""A region adds a language: it writes its events in it and has its pages in it; what nobody translated is English."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from seurantalo.language.registry import GROUP

ROOT = Path(__file__).parents[2]
REGION = ROOT / "tests" / "reading" / "base"
SITE = """
site_name: Régió
site_url: https://regio.example/
docs_dir: content
theme: {name: material}
plugins: [{seurantalo: {language: hu}}]
"""
FAIR = """
title: {hu: Falunap, suomeksi: Kyläpäivä}
starts: csütörtök 2027. június 3. at 18
organisers: vimpelin-martat
demo: igen
"""
CLUB = """
title: Klub
starts: kedd 2027. 1. 12. 17:00
ends: 18.30
organisers: vimpelin-martat
repeats: {every: második kedd, until: 2027 május 25}
"""


def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    quiet = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    where = {"PYTHONPATH": os.pathsep.join([str(folder / "packages"), str(ROOT)]), "SEURANTALO_TODAY": "2027-01-04"}
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=os.environ | quiet | where | more,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region whose environment has a package with one more language, installed as an installer leaves it."""
    folder = tmp_path_factory.mktemp("regio")
    shutil.copytree(REGION, folder, dirs_exist_ok=True)
    (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (folder / "events" / "falunap.yml").write_text(FAIR, encoding="utf-8")
    (folder / "events" / "klub.yml").write_text(CLUB, encoding="utf-8")
    record = folder / "packages" / "magyar-1.0.dist-info"
    record.mkdir(parents=True)
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: magyar\nVersion: 1.0\n", encoding="utf-8")
    points = f"[{GROUP}]\nhu = tests.language.hungarian:HUNGARIAN\n"
    (record / "entry_points.txt").write_text(points, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(region: Path) -> Path:
    built = run(region, "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site")
    assert built.returncode == 0, built.stdout + built.stderr
    return region / "site"


def words(page: Path) -> str:
    """The text of a page, without markup, its blanks folded."""
    content = page.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", content).replace("\u00a0", " ").split())


def test_a_day_is_read_in_the_languages_own_order_and_told_in_it(site: Path) -> None:
    page = words(site / "tapahtumat" / "falunap" / "index.html")
    assert "2027. június 3., csütörtök 18:00" in page
    assert "An example." in page, "the file said igen"


def test_a_repetition_is_read_in_its_words_and_told_in_them(site: Path) -> None:
    page = words(site / "tapahtumat" / "klub" / "index.html")
    assert "minden második kedd 17:00–18:30" in page
    assert "2027. január 26., kedd" in page
    assert "2027. január 19., kedd" not in page


def test_a_page_of_a_month_has_its_words(site: Path) -> None:
    page = words(site / "kalenteri" / "2027-06" / "index.html")
    assert "2027. június" in page
    assert "hétfő" in page
    assert "Falunap" in page


def test_what_is_not_translated_is_in_english(site: Path) -> None:
    page = words(site / "tapahtumat" / "falunap" / "index.html")
    assert "Add to your calendar" in page


def test_a_mistake_is_explained_in_english_where_it_has_no_words_of_its_own(region: Path) -> None:
    wrong = region / "events" / "rossz.yml"
    wrong.write_text(FAIR.replace("csütörtök", "péntek"), encoding="utf-8")
    checked = run(region, "seurantalo", "check")
    wrong.unlink()
    assert checked.returncode == 1
    assert "csütörtök" in checked.stdout
    assert "If the date is right, write: csütörtök 3.6.2027." in checked.stdout


def test_without_its_package_a_language_is_unknown(region: Path) -> None:
    record = region / "packages"
    hidden = record.rename(region / "hidden")
    checked = run(region, "seurantalo", "check")
    hidden.rename(record)
    assert checked.returncode == 2
    assert "fi, sv, en" in checked.stderr


def test_a_build_after_another_says_what_the_language_says_now(region: Path, tmp_path: Path) -> None:
    folder = tmp_path / "regio"
    shutil.copytree(region, folder, ignore=shutil.ignore_patterns("site"))
    package = folder / "packages" / "magyar"
    shutil.copytree(ROOT / "tests/language/locale", package / "locale")
    text = (ROOT / "tests/language/hungarian.py").read_text(encoding="utf-8")
    text = text.replace('package="tests.language"', 'package="magyar"')
    points = folder / "packages" / "magyar-1.0.dist-info" / "entry_points.txt"
    points.write_text(f"[{GROUP}]\nhu = magyar:HUNGARIAN\n", encoding="utf-8")
    page = folder / "site" / "tapahtumat" / "falunap" / "index.html"
    for months, told in (("_MONTHS", "június"), ("tuple(one.upper() for one in _MONTHS)", "JÚNIUS")):
        (package / "__init__.py").write_text(text.replace("months=_MONTHS", f"months={months}"), encoding="utf-8")
        built = run(folder, "mkdocs", "build", "--quiet", XDG_CACHE_HOME=str(tmp_path / "cache"))
        assert built.returncode == 0, built.stdout + built.stderr
        assert f"2027. {told} 3." in words(page)


@pytest.mark.parametrize(
    ("point", "change", "why"),
    [
        ("no_such:BROKEN", "", "No module named 'no_such'"),
        ("broken:BROKEN", "7", "it is no Tongue"),
        ("broken:BROKEN", "replace(ENGLISH, code='fi')", "its code is “fi”"),
        ("broken:BROKEN", "replace(ENGLISH, code='et', package='broken')", "“broken”, in which its catalogues"),
        ("broken:BROKEN", "replace(ENGLISH, code='et', months=('jaanuar',))", "`months` has 1 entries, not 12"),
        (
            "broken:BROKEN",
            "replace(ENGLISH, code='et', prices=replace(ENGLISH.prices, euro=('(',)))",
            "`prices.euro` has a pattern that is none",
        ),
        ("broken:BROKEN", "replace(ENGLISH, code='et', dates_read=('{dya}',))", "an unknown blank, {dya}"),
    ],
)
def test_a_language_that_is_none_is_told_in_a_sentence(region: Path, point: str, change: str, why: str) -> None:
    packages = region / "packages"
    record = packages / "broken-1.0.dist-info"
    record.mkdir()
    module = packages / "broken.py"
    lines = ["from dataclasses import replace", "from seurantalo.language.tongues.en import ENGLISH"]
    module.write_text("\n".join([*lines, f"BROKEN = {change}\n"]), encoding="utf-8")
    # Python takes a compiled module for another of the same second and size.
    os.utime(module, (crc32(change.encode()),) * 2)
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n", encoding="utf-8")
    (record / "entry_points.txt").write_text(f"[{GROUP}]\net = {point}\n", encoding="utf-8")
    checked = run(region, "seurantalo", "check")
    shutil.rmtree(record)
    module.unlink()
    assert checked.returncode == 2
    assert "Traceback" not in checked.stderr
    assert f"The language “et” ({point}) can't be used:" in checked.stderr
    assert why in checked.stderr


def test_a_build_stops_at_a_language_that_is_none(region: Path) -> None:
    record = region / "packages" / "gone-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: gone\nVersion: 1.0\n", encoding="utf-8")
    (record / "entry_points.txt").write_text(f"[{GROUP}]\net = no_such:BROKEN\n", encoding="utf-8")
    built = run(region, "mkdocs", "build", "--quiet", "--site-dir", "none")
    shutil.rmtree(record)
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert "The language “et” (no_such:BROKEN) can't be used: No module named 'no_such'" in built.stderr
