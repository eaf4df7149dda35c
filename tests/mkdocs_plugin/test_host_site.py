"""Where a file of the project is edited, however the site's repository is told to MkDocs."""

from __future__ import annotations

import pytest
from tests.mkdocs_plugin.conftest import SiteFolder

from seurantalo.mkdocs_plugin.host_site import edit_address, site_of
from seurantalo.proposing.forge import forge_of, new_file_folder

REPO = "https://git.example/a/b"


@pytest.mark.parametrize(
    ("repo", "uri", "template", "docs", "expected"),
    [
        (REPO, "edit/main/content/", None, "content", f"{REPO}/edit/main/events/x.yml"),
        (REPO + "/", "edit/main/content/", None, "content", f"{REPO}/edit/main/events/x.yml"),
        (REPO, "edit/main/a/content/", None, "a/content", f"{REPO}/edit/main/events/x.yml"),
        (None, f"{REPO}/edit/main/content/", None, "content", f"{REPO}/edit/main/events/x.yml"),
        (REPO, None, "blob/main/content/{path}?plain=1", "content", f"{REPO}/blob/main/events/x.yml?plain=1"),
        (None, None, "https://e.example/?f={path}", "content", "https://e.example/?f=../events/x.yml"),
        (REPO, "?file=content/", None, "content", f"{REPO}?file=content/../events/x.yml"),
        (None, None, None, "content", ""),
    ],
)
def test_edit_addresses(
    folder: SiteFolder, repo: str | None, uri: str | None, template: str | None, docs: str, expected: str
) -> None:
    folder.write(f"{docs}/index.md", "# a")
    config = folder.config(repo_url=repo, edit_uri=uri, edit_uri_template=template, docs_dir=docs)
    assert edit_address(config, "events/x.yml") == expected


def test_an_awkward_file_name_is_quoted(folder: SiteFolder) -> None:
    assert edit_address(folder.config(), 'events/"ä b?.yml').endswith("/main/events/%22%C3%A4%20b%3F.yml")


def test_the_site_knows_where_files_are_edited_and_made(folder: SiteFolder) -> None:
    site = site_of(folder.config(site_url="https://a.example/b", site_description="Kuvaus"))
    assert (site.name, site.url, site.description) == ("Järviseudun seurantalo", "https://a.example/b/", "Kuvaus")
    assert site.edit_url + "events/x.yml" == "https://git.example/kyla/seurantalo/edit/main/events/x.yml"
    folder_of_events = new_file_folder(forge_of(site.edit_url), "events")
    assert folder_of_events == "https://git.example/kyla/seurantalo/new/main/events"


def test_a_site_without_address_has_none(folder: SiteFolder) -> None:
    site = site_of(folder.config(site_url=None, repo_url=None, edit_uri=None))
    assert (site.url, site.edit_url) == ("", "")
