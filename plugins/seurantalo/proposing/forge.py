"""Where files are kept, and the addresses at which somebody with an account adds one: a row for each forge.

``ways-out.js`` makes the same addresses in the browser, from what :func:`forge_data` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, quote_plus, urlsplit

from seurantalo.frozen import dataclass

#: GitHub takes addresses of 8,191 bytes. Who is not signed in goes there by way of an address that holds the address,
#: so that every sign of it that is no letter or digit is three.
LONGEST_DOUBLED: Final = 8_000
LONGEST: Final = 7_500


class ForgeKind(StrEnum):
    """The forges that we know, and none at all.

    >>> ForgeKind("forgejo").name
    'FORGEJO'
    """

    GITHUB = "github"
    FORGEJO = "forgejo"
    GITLAB = "gitlab"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What the addresses of a forge are made of. A key that is ``""`` is one that it does not take."""

    name: str
    edit: str
    """What stands between the repository's address and the branch where a file is edited."""
    new: str
    """The same where a file is added."""
    file: str
    """The key of the new file's name; ``text`` that of its text."""
    text: str
    issues: str
    title: str
    body: str
    """The key of an issue's text; ``""`` where each question of an issue form has a key of its own."""
    labels: str
    template: str
    sign_in: str
    """What stands before the address, encoded once more, for who has not signed in."""


_ROWS: Final[Mapping[ForgeKind, _Row]] = MappingProxyType(
    {
        ForgeKind.GITHUB: _Row(
            name="GitHub",
            edit="/edit/",
            new="/new/",
            file="filename",
            text="value",
            issues="/issues/new",
            title="title",
            body="",
            labels="labels",
            template="template",
            sign_in="/login?return_to=",
        ),
        # https://forgejo.org/docs: the address of a new file has taken its text since Gitea 1.15.
        ForgeKind.FORGEJO: _Row(
            name="Forgejo",
            edit="/_edit/",
            new="/_new/",
            file="filename",
            text="value",
            issues="/issues/new",
            title="title",
            body="body",
            labels="",
            template="",
            sign_in="/user/login?redirect_to=",
        ),
        ForgeKind.GITLAB: _Row(
            name="GitLab",
            edit="/-/edit/",
            new="/-/new/",
            file="file_name",
            text="",
            issues="/-/issues/new",
            title="issue[title]",
            body="issue[description]",
            labels="",
            template="",
            sign_in="/users/sign_in?redirect=",
        ),
    }
)
_HOSTS: Final = {"github.com": ForgeKind.GITHUB, "gitlab.com": ForgeKind.GITLAB, "codeberg.org": ForgeKind.FORGEJO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """Where a project's files are kept: the repository's address, and the branch with the folder that they are in.

    >>> forge_of("https://github.com/example/kalenteri/edit/main/")
    Forge(kind=<ForgeKind.GITHUB: 'github'>, repository='https://github.com/example/kalenteri', branch='main')
    """

    kind: ForgeKind
    repository: str = ""
    branch: str = ""

    @property
    def name(self) -> str:
        """What people call it; ``""`` for none."""
        return _ROWS[self.kind].name if self.kind in _ROWS else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address of a forge; ``""`` where it has none.

    ``needs_sign_in``: it gets through only for who has signed in before. ``too_long``: what was to be filled in is
    not in it and has to be copied, because of its length or because the forge takes none.

    >>> Address(href="https://github.com/example/kalenteri/new/main/events").too_long
    False
    """

    href: str
    needs_sign_in: bool = False
    too_long: bool = False


def forge_of(edit_url: str, option: str = "") -> Forge:
    """Return the forge that a site's edit address leads to; ``option`` says which where the address does not.

    >>> forge_of("https://git.example.org/region/kalenteri/_edit/main/").kind.value
    'forgejo'
    """
    kind = ForgeKind(option) if option in set(ForgeKind) else None
    known = _HOSTS.get(urlsplit(edit_url).netloc)
    # The longest sign first: GitLab's holds GitHub's.
    rows = sorted(_ROWS.items(), key=lambda row: (row[0] is not kind, row[0] is not known, -len(row[1].edit)))
    for name, row in rows:
        repository, sign, branch = edit_url.partition(row.edit)
        if sign and kind is not ForgeKind.NONE:
            return Forge(kind=kind or name, repository=repository.removesuffix("/-"), branch=branch.strip("/"))
    return Forge(kind=ForgeKind.NONE)


def new_file_address(forge: Forge, path: str, text: str) -> Address:
    """Return the address where a file is added with its text filled in, if there is room for it.

    >>> forge = forge_of("https://github.com/example/kalenteri/edit/main/")
    >>> new_file_address(forge, "events/2027/06/juhla.yml", "otsikko: Kesä juhla").href
    'https://github.com/example/kalenteri/new/main/events/2027/06?filename=juhla.yml&value=otsikko%3A+Kes%C3%A4+juhla'
    """
    if forge.kind is ForgeKind.NONE:
        return Address(href="")
    row = _ROWS[forge.kind]
    folder, _, name = path.rpartition("/")
    return _bounded(forge, new_file_folder(forge, folder), [(row.file, name)], [(row.text, text)])


def new_file_folder(forge: Forge, folder: str) -> str:
    """Return the address where any file is added to a folder; ``""`` where there is none.

    >>> new_file_folder(forge_of("https://github.com/example/kalenteri/edit/main/"), "content/ideas")
    'https://github.com/example/kalenteri/new/main/content/ideas'
    """
    if forge.kind is ForgeKind.NONE:
        return ""
    return f"{forge.repository}{_ROWS[forge.kind].new}{quote(f'{forge.branch}/{folder}'.strip('/'))}"


def issue_address(
    forge: Forge,
    *,
    template: str = "",
    title: str = "",
    fields: Mapping[str, str] | None = None,
    labels: Iterable[str] = (),
) -> Address:
    """Return the address where an issue is written with its questions answered, by their ids.

    A forge that does not take them one by one gets them as one text. ``template`` is the name of the issue form's
    file.

    >>> forge = forge_of("https://github.com/example/kalenteri/edit/main/")
    >>> issue_address(forge, template="tapahtuma.yml", fields={"ehdotus": "e1.abc"}).href.rpartition("/")[2]
    'new?template=tapahtuma.yml&ehdotus=e1.abc'
    """
    if forge.kind is ForgeKind.NONE:
        return Address(href="")
    row, answers = _ROWS[forge.kind], dict(fields or {})
    told = [(row.template, template), (row.title, title), (row.labels, ",".join(labels))]
    filled = [(row.body, "\n\n".join(answers.values()))] if row.body else list(answers.items())
    return _bounded(forge, f"{forge.repository}{row.issues}", told, filled)


def forge_data(forge: Forge) -> dict[str, str]:
    """Return what the browser needs to make the same addresses; nothing where there is no forge.

    >>> forge_data(forge_of("https://github.com/example/kalenteri/edit/main/"))["new"]
    'https://github.com/example/kalenteri/new/main/'
    """
    if forge.kind is ForgeKind.NONE:
        return {}
    row = _ROWS[forge.kind]
    branch = quote(forge.branch)
    return {
        "kind": forge.kind.value,
        "name": row.name,
        "new": f"{forge.repository}{row.new}{branch}{'/' if branch else ''}",
        "file": row.file,
        "text": row.text,
        "issues": f"{forge.repository}{row.issues}",
        "title": row.title,
        "body": row.body,
        "labels": row.labels,
        "template": row.template,
        "signIn": _sign_in(forge),
    }


def encoded(text: str) -> str:
    """Return a text as a value in an address: a blank is one sign there, and no quotation mark ends the address.

    >>> encoded("Kesä juhla’s")
    'Kes%C3%A4+juhla%E2%80%99s'
    """
    return quote_plus(text, safe="")


def _sign_in(forge: Forge) -> str:
    parts = urlsplit(forge.repository)
    return f"{parts.scheme}://{parts.netloc}{_ROWS[forge.kind].sign_in}"


def _bounded(forge: Forge, start: str, told: list[tuple[str, str]], filled: list[tuple[str, str]]) -> Address:
    """Return an address with what is to be filled in; without that where it is too long."""
    named = _with(start, told)
    whole = _with(start, [*told, *filled])
    if len(whole) > LONGEST or not all(key for key, text in filled if text):
        return Address(href=named, too_long=True)
    doubled = len(_sign_in(forge)) + len(quote(whole, safe=""))
    return Address(href=whole, needs_sign_in=doubled > LONGEST_DOUBLED)


def _with(start: str, pairs: Iterable[tuple[str, str]]) -> str:
    query = "&".join(f"{encoded(key)}={encoded(text)}" for key, text in pairs if key and text)
    return f"{start}?{query}" if query else start
