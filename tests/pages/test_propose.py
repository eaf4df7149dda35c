"""The pages on which one proposes, as they come: whole without JavaScript, in the words of the site's language."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from tests.pages.small_region import SITE, context, places

from seurantalo.proposing import FORM, Act
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.propose import config
from seurantalo.publishing.pages.propose.page import MODULES, propose_index, propose_pages
from seurantalo.publishing.publication import Page

GITHUB = replace(SITE, edit_url="https://github.com/example/kalenteri/edit/main/")


def page_of(name: str = "tapahtuma", lang: str = "fi", **more: Any) -> Page:
    return propose_pages(context(*places(), lang=lang, **more)).make(name)


def config_of(page: Page) -> dict[str, Any]:
    found = re.search(r' data-propose="([^"]*)"', page.body)
    assert found
    told: dict[str, Any] = json.loads(unescape(found[1]))
    return told


def labels(body: str) -> list[str]:
    """What stands above the inputs that are seen at first, in order."""
    first = body[body.index("<form") :].partition('<details class="st-fold">')[0]
    return [
        re.sub(r"<[^>]+>", "", unescape(found)).strip()
        for found in re.findall(r"(?s)<(?:label for=\"event-[^>]*|legend)>(.*?)</(?:label|legend)>", first)
    ]


def test_an_event_is_asked_in_seven_questions() -> None:
    assert labels(page_of().body) == [
        "Tapahtuman nimi",
        "Kuka järjestää?",
        "Paikka (valinnainen)",
        "Päivä ja aika",
        "Päättyy (valinnainen)",
        "Mitä siellä tapahtuu?",
        "Kenelle se on? (valinnainen)",
    ]


@pytest.mark.parametrize(
    ("lang", "field", "first", "last"),
    [
        ("fi", "type", ["Hanke", "Kunnan yksikkö", "Kunta"], "Yritys"),
        ("fi", "kind", ["Hotelli", "Kirjasto", "Kirkko"], "Muu"),
        ("fi", "format", ["Aamiainen", "Festivaali"], "Muu"),
        ("sv", "kind", ["Bibliotek"], "Annan"),
        ("fi", "status", ["Alustava"], "Vahvistettu"),
    ],
)
def test_choices_stand_in_the_alphabet_of_their_words_unless_they_follow_each_other(
    lang: str, field: str, first: list[str], last: str
) -> None:
    offered = re.search(rf'(?s)<select name="{field}"[^>]*>(.*?)</select>', page_of(lang=lang).body)
    assert offered
    words = re.findall(r'<option value="[^"]+">([^<]*)', offered[1])
    assert (words[: len(first)], words[-1]) == (first, last)


def test_where_there_are_many_names_the_municipality_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "MOST_NAMES", 0)
    assert labels(page_of().body)[:2] == ["Kunta (valinnainen)", "Tapahtuman nimi"]
    assert config_of(page_of())["whole"] is False


@pytest.mark.parametrize(
    ("lang", "title"), [("fi", "Lisää tapahtuma"), ("sv", "Lägg till ett evenemang"), ("en", "Add an event")]
)
def test_a_form_speaks_the_language_of_the_site(lang: str, title: str) -> None:
    page = page_of(lang=lang)
    assert page.title == title
    assert config_of(page)["language"] == lang
    assert config_of(page)["acts"]["event"]["title"] == title


@pytest.mark.parametrize("name", sorted({form.page.rstrip("/") for form in FORM.values()}))
def test_every_input_has_a_label_and_every_id_is_there_once(name: str) -> None:
    body = page_of(name, site=GITHUB).body
    ids = re.findall(r'\sid="([^"]+)"', body)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'\sfor="([^"]+)"', body)) <= set(ids)
    named = set(re.findall(r'\saria-describedby="([^"]+)"', body))
    assert named <= set(ids)
    for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", body):
        own = re.search(r'\sid="([^"]+)"', tag)
        labelled = 'type="hidden"' in tag or (own and f'for="{own[1]}"' in body)
        around = body[: body.index(tag)].rfind("<label") > body[: body.index(tag)].rfind("</label>")
        assert labelled or around or ' aria-label="' in tag, tag
    assert "placeholder=" not in body


def test_without_javascript_the_form_goes_to_the_issue_form_by_the_ids_of_its_questions() -> None:
    body = page_of(site=GITHUB).body
    assert 'method="get" action="https://github.com/example/kalenteri/issues/new"' in body
    assert '<input type="hidden" name="template" value="tapahtuma.yml">' in body
    assert 'name="name"' in body
    assert not re.search(r'name="(title|body|labels|template)"(?! value)', body)


def test_the_page_may_send_to_the_site_and_its_forge_alone() -> None:
    assert (
        "connect-src &#x27;self&#x27;; form-action &#x27;self&#x27; https://github.com" in page_of(site=GITHUB).head
    )


def test_a_site_without_ways_says_where_the_file_goes() -> None:
    nowhere = page_of(site=replace(SITE, edit_url=""))
    assert "Sivustolla ei ole vielä osoitetta ehdotuksille." in nowhere.body
    assert 'data-way="mail"' not in nowhere.body
    assert 'data-way="forge"' not in nowhere.body
    assert "action=" not in nowhere.body
    assert "Sivustolla ei ole vielä" not in page_of(site=GITHUB).body


def test_the_list_leads_to_everything_that_can_be_added() -> None:
    body = propose_index(context(*places())).body
    for act in (Act.EVENT, Act.ORGANISATION, Act.VENUE, Act.PRACTICE, Act.IDEA):
        assert f'href="../ehdota/{FORM[act].page}"' in body


def test_what_the_form_loads_stands_aside() -> None:
    """No other page loads it."""
    names = {file.path for file in asset_files()}
    assert "assets/seurantalo/ehdota/propose.js" in names
    assert not [name for name in names if re.match(r"assets/seurantalo/(propose|clash|repeat|file-text)", name)]


def imported(name: str, modules: dict[str, str], found: set[str]) -> set[str]:
    """A module of the forms with all that it imports at once."""
    if name in modules and name not in found:
        found.add(name)
        for other in re.findall(r'^(?:import|export)[^;]*?from "\./([\w-]+\.js)"', modules[name], re.MULTILINE):
            imported(other, modules, found)
    return found


def test_what_a_phone_loads_is_bounded() -> None:
    """At once, once there is a day and a place, and of it what is about the form itself; in bytes, compressed."""
    aside = {file.path.rpartition("/")[2]: file.content for file in asset_files() if "/ehdota/" in file.path}
    modules = {name: content.decode() for name, content in aside.items() if name.endswith(".js")}
    first = imported("propose.js", modules, set())
    check = imported("clash-rules.js", modules, set()) - first
    own = {name for name in first if name.startswith("propose")} - {"propose-data.js"}
    sizes = [sum(len(gzip.compress(aside[name], 9)) for name in names) for names in (first, check, own)]
    assert first == set(MODULES)
    assert all(size < bound for size, bound in zip(sizes, (30_000, 16_000, 20_000), strict=True))
