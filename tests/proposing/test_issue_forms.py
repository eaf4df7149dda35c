"""The issue forms are made of the table of acts: those in the repository, and those of any region in its language."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.pages.small_region import common, context, text

from seurantalo.cli.site_file import open_project
from seurantalo.language import LANGUAGES, language
from seurantalo.model.channel import Channel, ChannelType
from seurantalo.proposing import FORM, Act, asked, input_names
from seurantalo.proposing.acts import RESERVED, REST, groups_of
from seurantalo.proposing.issue_forms import (
    ISSUE_FORMS,
    PROPOSAL_BOX,
    TARGET_BOX,
    boxes_of,
    issue_chooser,
    issue_form,
    issue_forms,
)
from seurantalo.publishing.pages.propose.page import propose_page

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
EVERY = [(act, code) for act in ISSUE_FORMS.values() for code in LANGUAGES]


def form(act: Act, code: str) -> dict[str, Any]:
    found = yaml.safe_load(issue_form(act, language(code)))
    assert isinstance(found, dict)
    return found


def test_the_repositorys_forms_are_those_that_are_made(request: pytest.FixtureRequest) -> None:
    """After a change of the table: pytest --update-golden on this file."""
    project = open_project(ROOT)
    made = issue_forms(project.site.url, project.lang)
    if request.config.getoption("--update-golden"):
        for name, text in made.items():
            (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == made


@pytest.mark.parametrize(("act", "code"), EVERY)
def test_a_form_is_one_that_github_takes(act: Act, code: str) -> None:
    """Its rules: docs.github.com, common validation errors when creating issue forms."""
    found = form(act, code)
    assert set(found) == {"name", "description", "title", "body"}
    assert 3 <= len(found["name"]) <= 60
    assert len(found["description"]) <= 200
    boxes = [one for one in found["body"] if one["type"] != "markdown"]
    for one in boxes:
        assert set(one) <= {"type", "id", "attributes", "validations"}
        assert one["type"] in ("input", "textarea")
        assert re.fullmatch(r"[A-Za-z0-9_-]+", one["id"])
        assert one["id"] not in RESERVED
        assert set(one["attributes"]) <= {"label", "description"}
        assert one["attributes"]["label"].strip()
    for one in found["body"]:
        if one["type"] == "markdown":
            assert set(one) == {"type", "attributes"}
            assert one["attributes"]["value"].strip()
    ids = [one["id"] for one in boxes]
    # Labels that differ by signs alone are "too similar" there.
    labels = [re.sub(r"\W+", "", one["attributes"]["label"]).casefold() for one in boxes]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("act", [act for act in ISSUE_FORMS.values() if not FORM[act].changes])
def test_the_ids_are_the_names_of_the_inputs_of_the_sites_own_form(act: Act) -> None:
    rest = {ask.field for group in groups_of(FORM[act]) if group.heading == REST for ask in group.asks}
    names = [name for ask, field in asked(FORM[act]) if ask.field not in rest for name in input_names(ask, field)]
    # A picture can't be handed over in an address.
    asks = [name for name in names if not name.startswith("image_")]
    # With a script, the address of the page says what a comment is about.
    first = [TARGET_BOX] if act is Act.COMMENT else []
    assert [box.id for box in boxes_of(act, language("fi"))] == [*first, *asks, PROPOSAL_BOX]


@pytest.mark.parametrize("act", [act for act in ISSUE_FORMS.values() if not FORM[act].changes])
def test_what_the_page_sends_without_javascript_has_a_box(act: Act) -> None:
    """Each box once, and nothing else but for what is rare or a picture's; what a script needs is not sent."""
    forms = [form for form in FORM.values() if form.page == FORM[act].page]
    body = propose_page(context(paper()), FORM[act].page.rstrip("/"), forms).body
    found = re.search(rf'<form data-act="{act}".*?</form>', body, re.DOTALL)
    assert found is not None
    sent = _Sent()
    sent.feed(re.sub(r"<template.*?</template>", "", found[0], flags=re.DOTALL))
    rest = {ask.field for group in groups_of(FORM[act]) if group.heading == REST for ask in group.asks}
    left_out = tuple(f"{name}_" for name in (*rest, "image"))
    names = [name for name in sent.names if name not in {"template", *rest} and not name.startswith(left_out)]
    boxes = {box.id for box in boxes_of(act, language("fi"))} - {PROPOSAL_BOX}
    assert set(names) == boxes
    assert len(names) == len(boxes)


def paper() -> Channel:
    """A channel: a site without any asks for none."""
    return Channel(**common("lehti"), name=text("Lehti"), channel_type=ChannelType.PAPER)


class _Sent(HTMLParser):
    """The names that a form sends in a browser without a script: what is disabled stays."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self._fieldsets: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "fieldset":
            self._fieldsets.append("disabled" in told)
        name = told.get("name")
        # Of several to tick the name is one.
        if (
            name
            and not any(self._fieldsets)
            and not (told.get("type") in ("checkbox", "radio") and name in self.names)
        ):
            self.names.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "fieldset":
            self._fieldsets.pop()


@pytest.mark.parametrize("act", [act for act in ISSUE_FORMS.values() if not FORM[act].changes])
def test_what_has_to_be_known_is_asked_for_first(act: Act) -> None:
    first = {ask.field for ask in groups_of(FORM[act])[0].asks}
    boxes = boxes_of(act, language("fi"))
    assert boxes[0].needed
    assert {box.field for box in boxes if box.needed and box.id != TARGET_BOX} <= first


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_form_speaks_one_language(code: str) -> None:
    english = {label for act in ISSUE_FORMS.values() for label in _words(form(act, "en"))}
    own = {label for act in ISSUE_FORMS.values() for label in _words(form(act, code))}
    same = {words for words in own & english if not re.fullmatch(r"[\d.–: ]+", words)}
    # A word that the languages share.
    assert same <= {"Idea: "}


def _words(found: dict[str, Any]) -> set[str]:
    attributes = [value for one in found["body"] for value in one["attributes"].values()]
    return {found["name"], found["description"], found["title"], *attributes}


def test_those_without_an_account_are_led_to_the_sites_form() -> None:
    found = yaml.safe_load(issue_chooser("https://koe.example/ehdota/", language("sv")))
    assert found["contact_links"][0]["url"] == "https://koe.example/ehdota/"
    assert yaml.safe_load(issue_chooser("", language("sv"))) == {"blank_issues_enabled": True}
