"""What a region answers when it founds its site: the three questions, and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

from seurantalo.founding.municipalities import OfficialMunicipality, all_municipalities, find_municipality
from seurantalo.frozen import dataclass
from seurantalo.language import language
from seurantalo.model.fields.words import plain_word

#: Where a site's files may be kept -> its home on the web, for a repository that is named ``OWNER/NAME``.
FORGES: Final[Mapping[str, str]] = {
    "github": "https://github.com",
    "forgejo": "https://codeberg.org",
    "gitlab": "https://gitlab.com",
    "none": "",
}
#: How proposals from strangers are answered: the first is the default.
ANSWERS: Final = ("pull-request-target", "workflow-run")
LONGEST_NAME: Final = 80
_OWNER_AND_NAME: Final = re.compile(r"[\w.-]+(?:/[\w.-]+)+")
_SECURE_SHELL: Final = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](\S+)")
_WEB: Final = re.compile(r"https?://[^\s\"'<>]+")
_EMAIL: Final = re.compile(r"[^\s@<>\"(),:;]+@[^\s@<>\"(),:;]+\.[^\s@<>\"(),:;.]+")
#: Forge -> the pages of a repository ``{name}`` of ``{owner}``.
_PAGES: Final[Mapping[str, str]] = {
    "https://github.com": "https://{owner}.github.io/{name}/",
    "https://codeberg.org": "https://{owner}.codeberg.page/{name}/",
    "https://gitlab.com": "https://{owner}.gitlab.io/{name}/",
}


class AnswerError(ValueError):
    """An answer that can't be used: the option that it was for, what was written, and how it is written right.

    >>> answered(municipalities=["Kuhmo"], forge="svn", day=date(2027, 6, 12))
    Traceback (most recent call last):
    seurantalo.founding.answers.AnswerError: ('--forge', 'svn', 'github | forgejo | gitlab | none')
    """

    def __init__(self, option: str, written: str, right: str) -> None:
        super().__init__(option, written, right)
        self.option, self.written, self.right = option, written, right


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that the files of a new site are made of, beside the program; see :func:`answered`.

    >>> answers = answered(municipalities=["Sotkamo", "kuhmo"], repository="kainuu/kalenteri", day=date(2027, 6, 12))
    >>> answers.name, answers.site_url, answers.calendar_id
    ('Kuhmo ja Sotkamo', 'https://kainuu.github.io/kalenteri/', 'kuhmo-ja-sotkamo')
    """

    name: str
    """What the region is called: the site's name."""
    language: str
    forge: str
    municipalities: tuple[str, ...]
    """Their codes, by name."""
    day: date
    """The day of the example event, on which the examples of the guides build too."""
    site_url: str = ""
    """Where the site will be, with a slash at the end; ``""`` where nobody has said."""
    repository: str = ""
    """The web address of the files, without a slash at the end; ``""`` where nobody has said."""
    editor_email: str = ""
    calendar_id: str = ""
    answer: str = ANSWERS[0]

    @property
    def places(self) -> tuple[OfficialMunicipality, ...]:
        """The municipalities, in order."""
        return tuple(find_municipality(code) for code in self.municipalities)

    @property
    def owner(self) -> str:
        """Whose the repository is: the first part of its path; ``""`` where not known."""
        return urlsplit(self.repository).path.strip("/").partition("/")[0]

    def as_json(self) -> dict[str, Any]:
        """Return them for ``.seurantalo.json``."""
        return asdict(self) | {"day": self.day.isoformat(), "municipalities": list(self.municipalities)}

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Answers:
        """Return what ``as_json`` gave, whatever else a later version has added; raise AnswerError."""
        try:
            return answered(
                municipalities=[str(one) for one in found["municipalities"]],
                day=date.fromisoformat(found["day"]),
                **{
                    name: str(found.get(name, ""))
                    for name in (
                        *("name", "language", "forge", "site_url"),
                        *("repository", "editor_email", "calendar_id", "answer"),
                    )
                },
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise AnswerError("answers", str(error), "") from error


def answered(  # noqa: PLR0913 (the questions)
    *,
    municipalities: Sequence[str],
    day: date,
    name: str = "",
    language: str = "",
    forge: str = "",
    site_url: str = "",
    repository: str = "",
    editor_email: str = "",
    calendar_id: str = "",
    answer: str = "",
) -> Answers:
    """Return the answers, with what follows from them where nothing was said.

    Municipalities are written as people call them. Raises NoMunicipalityError for an unknown one, AnswerError for any
    other answer that can't be used.

    >>> answered(municipalities=["Jomala"], language="sv", forge="forgejo", day=date(2027, 6, 12)).name
    'Jomala'
    """
    code = language or "fi"
    found = {one.code: one for one in map(find_municipality, municipalities)}
    places = sorted(found.values(), key=lambda one: plain_word(one.name(code)))
    web = _repository(repository, forge)
    called = _name(name, places, code)
    return Answers(
        name=called,
        language=code,
        forge=_forge(forge, web),
        municipalities=tuple(one.code for one in places),
        day=day,
        site_url=_site(site_url, web),
        repository=web,
        editor_email=_shaped("--editor-email", editor_email, _EMAIL, "toimitus@example.org"),
        calendar_id=calendar_id.strip() or identifier(called),
        answer=_answer(answer),
    )


def answers_now(
    before: Answers, *, name: str, site_url: str, repository: str, editor_email: str, codes: Sequence[str]
) -> Answers:
    """Return answers with what people have written into the site's own files since.

    ``repository`` is where its files can be edited, ``""`` where the site does not say; ``codes`` are those of its
    municipalities. What can't be used is as it was.

    >>> later = {"name": "Kainuu", "site_url": "https://kainuu.fi/", "repository": "", "editor_email": ""}
    >>> answers_now(answers, codes=["765"], **later).site_url
    'https://kainuu.fi/'
    """
    known = {one.code for one in all_municipalities()}
    forge = FORGES[before.forge]
    try:
        return answered(
            municipalities=[code for code in codes if code in known] or before.municipalities,
            day=before.day,
            name=name,
            language=before.language,
            forge=before.forge,
            site_url="" if _is_made_up(site_url) else site_url,
            repository=re.sub(r"/(?:-/|_)?edit/.*", "", repository) if forge else before.repository,
            editor_email=editor_email,
            calendar_id=before.calendar_id,
            answer=before.answer,
        )
    except AnswerError:
        return before


def _is_made_up(site_url: str) -> bool:
    return urlsplit(site_url).netloc.endswith(".example.org")


def identifier(words: str) -> str:
    """Return words as an id: small letters a–z, digits, and hyphens between them.

    >>> identifier("Järviseutu & Kauhava")
    'jarviseutu-kauhava'
    """
    return "-".join(re.findall("[a-z0-9]+", plain_word(words)))


def _name(name: str, places: Sequence[OfficialMunicipality], code: str) -> str:
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if len(words) > LONGEST_NAME:
        raise AnswerError("--name", name, "Kainuu")
    if words:
        return words
    regions = {one.region(code) for one in places}
    many = len(places) > 3  # a name that nobody could say
    return language(code).listed(sorted(regions, key=plain_word) if many else [one.name(code) for one in places])


def _answer(answer: str) -> str:
    if answer and answer not in ANSWERS:
        raise AnswerError("--answer", answer, " | ".join(ANSWERS))
    return answer or ANSWERS[0]


def _repository(repository: str, forge: str) -> str:
    """Return the web address of a repository that is written as an address, for git, or as ``OWNER/NAME``."""
    words = repository.strip().removesuffix("/").removesuffix(".git")
    if shell := _SECURE_SHELL.fullmatch(words):
        words = f"https://{shell[1]}/{shell[2]}"
    elif _OWNER_AND_NAME.fullmatch(words) and FORGES.get(forge or "github"):
        words = f"{FORGES[forge or 'github']}/{words}"
    return _shaped("--repository", words, _WEB, "https://github.com/kainuu/kalenteri")


def _forge(forge: str, repository: str) -> str:
    if forge and forge not in FORGES:
        raise AnswerError("--forge", forge, " | ".join(FORGES))
    host = next((name for name, home in FORGES.items() if home and repository.startswith(f"{home}/")), "github")
    return forge or host


def _site(site_url: str, repository: str) -> str:
    if site_url:
        return _shaped("--site-url", site_url.strip().removesuffix("/"), _WEB, "https://kainuu.example.org/") + "/"
    parts = urlsplit(repository)
    owner, _, name = parts.path.strip("/").partition("/")
    pages = _PAGES.get(f"{parts.scheme}://{parts.netloc}", "")
    if not pages or not name or "/" in name:
        return ""
    address = pages.format(owner=owner.lower(), name=name)
    # The repository that is named like the host is the site of its owner.
    return address if name.lower() != urlsplit(address).hostname else address.removesuffix(f"{name}/")


def _shaped(option: str, written: str, shape: re.Pattern[str], right: str) -> str:
    if written and not shape.fullmatch(written.strip()):
        raise AnswerError(option, written, right)
    return written.strip()
