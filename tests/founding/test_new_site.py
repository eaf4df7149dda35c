"""A new site is whole from the first minute: clean, built strictly, and in one language."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.conftest import ROOT, seurantalo
from tests.foreign_words import SAME_IN_BOTH, SMALL_WORDS, foreign_words, words_of
from tests.founding.conftest import COMMANDS, TODAY, NewSite, founded

Made = Callable[[str], NewSite]

LANGUAGES = sorted(COMMANDS)
#: The buttons of GitHub, which are English everywhere, and the label that its workflow knows.
OTHERS_WORDS = (
    "GitHub", "Files changed", "Edit file", "Commit changes", "Merge pull request", "vie kalenteriin", "JSON Schema",
    "Linked Events",
)  # fmt: skip


#: Paths and addresses: those of the site are Finnish in every language.
ADDRESS = re.compile(r"\S*(?:/|\.(?:md|yml|json|fi|org|ics)\b)\S*|\{\w+\}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_wrong_with_it(new_site: Made, lang: str) -> None:
    site = new_site(lang)
    check = seurantalo("check", "--format", "json", cwd=site.root, SEURANTALO_TODAY=TODAY)
    assert (check.code, json.loads(check.out)["problems"]) == (0, [])
    clashes = seurantalo("clashes", cwd=site.root, SEURANTALO_TODAY=TODAY)
    assert (clashes.code, len(clashes.out.splitlines())) == (0, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_pages_have_no_word_of_another_language(new_site: Made, lang: str) -> None:
    site, foreign = new_site(lang), foreign_words(lang)
    # Names of themes, audiences and places are the site's own, in its language.
    own = words_of(
        " ".join(text for path, text in site.texts() if path.startswith(("content/vocabulary/", "events/")))
    )
    found: dict[str, str] = {}
    for path, seen in site.pages():
        text = ADDRESS.sub(" ", seen)
        for words in OTHERS_WORDS:
            text = text.replace(words, " ")
        found.update(dict.fromkeys((words_of(text) & foreign) - own - SAME_IN_BOTH, path))
    assert found == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_files_have_no_word_of_another_language(new_site: Made, lang: str) -> None:
    small = foreign_words(lang) & set(" ".join(SMALL_WORDS.values()).split())
    found = {}
    for path, text in new_site(lang).texts():
        if not path.startswith((".github/", ".seurantalo", "content/municipalities/", "requirements")):
            ours = text.replace("Allow GitHub Actions to create and approve pull requests", "")
            # The forge's buttons, and names of variables.
            ours = re.sub(r"Secrets and variables|\b[A-Z_]{3,}\b", "", ours)
            found[path] = words_of(ADDRESS.sub(" ", ours)) & small
    assert {path: words for path, words in found.items() if words - {"for", "is"}} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_the_demonstration_is_left(new_site: Made, lang: str) -> None:
    folders = ("municipalities", "organisations", "venues", "practices", "handbook", "ideas")
    ids = {path.stem for folder in folders for path in (ROOT / "content" / folder).rglob("*.*")} - {"index"}
    assert len(ids) > 100
    names = re.compile(rf"\b(?:{'|'.join(sorted(ids))})\b|järviseu|jarviseu|mallikyl", re.IGNORECASE)
    texts = [(path, ADDRESS.sub(" ", text)) for path, text in new_site(lang).texts()]
    assert [(path, names.findall(text)) for path, text in texts if names.search(text)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_of_its_guides_names_what_is_there(new_site: Made, lang: str) -> None:
    """Ids in examples are the region's own: of its first municipality, and of the records it begins with."""
    site = new_site(lang)
    ids = {Path(path).stem for path, _ in site.texts() if path.startswith(("content/", "events/"))}
    guide = (site.root / "content/ohjeet/lisaa-tapahtuma.md").read_text(encoding="utf-8")
    named = re.findall(
        r"(?m)^(?:järjestäjä|paikka|kunta|arrangör|plats|kommun|organisers|venue|municipality): (\S+)$", guide
    )
    assert len(named) == 4
    assert set(named) <= ids


def yaml_examples(text: str) -> Iterator[str]:
    yield from re.findall(r"(?ms)^```yaml\n(.*?)^```$", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_of_its_guides_is_read(new_site: Made, tmp_path: Path, lang: str) -> None:
    """Whole files as they are; parts of files and lines of tables within the example event: no problem anywhere."""
    site = founded(tmp_path / "site", *COMMANDS[lang])
    guides = [path.read_text(encoding="utf-8") for path in sorted((site / "content/ohjeet").glob("*.md"))]
    (event,) = site.glob("events/*/*/*.yml")
    written = event.read_text(encoding="utf-8").splitlines()
    number = 0
    for example in [*(one for guide in guides for one in yaml_examples(guide)), *table_examples(guides)]:
        number += 1
        keys = set(re.findall(r"(?m)^([^\s#:][^:]*):", example))
        if re.search(r"(?m)^  (?:tyyppi|typ|type): ", example):
            channels = site / "content/vocabulary/channels.yml"
            channels.write_text(f"{channels.read_text(encoding='utf-8')}\n{example}", encoding="utf-8")
            continue
        if {"laji", "slag", "kind"} & keys:
            (site / f"content/venues/paikka-{number}.yml").write_text(example, encoding="utf-8")
            continue
        start = next(line.split(":")[0] for line in written if line.startswith(("alkaa", "börjar", "starts")))
        end = next(line.split(":")[0] for line in written if line.startswith(("päättyy", "slutar", "ends")))
        unknown = {"päivä", "datum", "date"} & keys
        whole = {"otsikko", "titel", "title"} & keys
        gone = keys | ({start, end} if unknown or start in keys else set())
        series = "muutokset" in keys or "ändringar" in keys or "changes" in keys
        lines = [] if whole else [line for line in written if line.split(":")[0] not in gone]
        repeats = {"fi": "toistuu: joka lauantai", "sv": "upprepas: varje lördag", "en": "repeats: every Saturday"}
        text = "\n".join([*([repeats[lang]] if series else []), *example.splitlines(), *lines]) + "\n"
        (event.parent / f"esimerkki-{number}.yml").write_text(text, encoding="utf-8")
    assert number > 12
    check = seurantalo("check", "--format", "json", cwd=site, SEURANTALO_TODAY=TODAY)
    told = [(one["file"], one["message"]) for one in json.loads(check.out)["problems"] if one["file"]]
    # The other event that two examples speak of is not there.
    assert [one for one in told if not re.search("kortnamn|tunnus|short-name", one[1])] == []


def table_examples(guides: list[str]) -> Iterator[str]:
    """The first cell of each row that begins with a field: its pieces of code are lines of a file."""
    for guide in guides:
        for row in re.findall(r"(?m)^\| (`[^`]+:[^`]+`[^|]*) \|", guide):
            yield "\n".join(re.findall(r"`([^`]+)`", row)) + "\n"


def labels_of(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        for label, below in entry.items() if isinstance(entry, dict) else ():
            yield label
            yield from labels_of(below) if isinstance(below, list) else ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_of_the_menu_is_shown(new_site: Made, lang: str) -> None:
    """None is taken for the page that its section leads to."""
    root = new_site(lang).root
    labels = list(labels_of(yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]))
    assert len(labels) > 25
    page = (root / "site/ohjeet/tarkistus/index.html").read_text(encoding="utf-8")
    shown = {
        html.unescape(words).strip() for words in re.findall(r'(?s)<span class="md-ellipsis">(.*?)</span>', page)
    }
    assert [label for label in labels if label not in shown] == []


def test_the_same_command_writes_the_same_bytes(tmp_path: Path) -> None:
    first, second = (founded(tmp_path / name, *COMMANDS["sv"]) for name in ("a", "b"))
    texts = [
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (first, second)
    ]
    assert texts[0] == texts[1]
    assert all(b"\r" not in content and content.endswith(b"\n") for content in texts[0].values())
