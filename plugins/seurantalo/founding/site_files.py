"""All files of a new site: which there are, what each is made of, and which of them are the program's to renew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from seurantalo.founding.answers import FORGES, Answers, identifier
from seurantalo.founding.examples import (
    Example,
    audience_options,
    day_words,
    municipality_ids,
    record_files,
    vocabulary,
)
from seurantalo.founding.program import Program, pinned_needs
from seurantalo.founding.templates import rendered
from seurantalo.frozen import dataclass
from seurantalo.language import Language, language
from seurantalo.proposing.issue_forms import issue_forms

#: What is put beside a file that people have changed: its name with this behind it.
BESIDE: Final[Mapping[str, str]] = {"fi": "uusi", "sv": "ny", "en": "new"}
#: The languages in which a site can be founded: those in which its guides are written.
SITE_LANGUAGES: Final = tuple(BESIDE)
_FORGE_NAMES: Final = {"github": "GitHub", "forgejo": "Forgejo", "gitlab": "GitLab", "none": ""}
_EDIT: Final = {
    "github": "edit/main/content/",
    "forgejo": "_edit/main/content/",
    "gitlab": "-/edit/main/content/",
    "none": "edit/main/content/",
}

#: Template -> path, of what every site has; ``{lang}`` is the folder of a language's own texts.
_EVERYWHERE: Final[Mapping[str, str]] = {
    "site/mkdocs.yml": "mkdocs.yml",
    "site/gitignore.txt": ".gitignore",
    "{lang}/README.md": "README.md",
    "{lang}/index.md": "content/index.md",
    "{lang}/add-event.md": "content/ohjeet/lisaa-tapahtuma.md",
    "{lang}/check.md": "content/ohjeet/tarkistus.md",
    "{lang}/move-or-cancel.md": "content/ohjeet/siirra-tai-peru.md",
    "{lang}/channels.md": "content/ohjeet/kanavat.md",
    "{lang}/editors-year.md": "content/ohjeet/yllapidon-vuosi.md",
    "{lang}/accessibility.md": "content/saavutettavuus.md",
    "{lang}/privacy.md": "content/tietosuoja.md",
}
_WORKFLOWS: Final = ("vastaus", "ehdotus", "julkaise", "yo", "hae", "paivitys", "laheta")
_OF_FORGE: Final[Mapping[str, Mapping[str, str]]] = {
    "github": {
        **{f"github/{name}.yml": f".github/workflows/{name}.yml" for name in _WORKFLOWS},
        "github/dependabot.yml": ".github/dependabot.yml",
        "github/CODEOWNERS": ".github/CODEOWNERS",
        "github/PULL_REQUEST_TEMPLATE.md": ".github/PULL_REQUEST_TEMPLATE.md",
    },
    "forgejo": {f"forgejo/{name}.yml": f".forgejo/workflows/{name}.yml" for name in ("tarkistus", "julkaise")},
    "gitlab": {"gitlab/gitlab-ci.yml": ".gitlab-ci.yml"},
    "none": {},
}
#: Where organisations forbid a workflow to be started with rights by a stranger: one without, which starts the other.
_TWO_STEPS: Final[Mapping[str, str]] = {"github/tuli.yml": ".github/workflows/tuli.yml"}
#: Forge -> the folder of its issue forms.
_ISSUE_FORMS: Final[Mapping[str, str]] = {"github": ".github/ISSUE_TEMPLATE", "forgejo": ".forgejo/issue_template"}
#: The label that turns an issue into a proposal (see ``receiving/issue``).
LABELS: Final[Mapping[str, str]] = {"fi": "vie kalenteriin", "sv": "till kalendern", "en": "to the calendar"}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of a new site, by its path from the site's folder.

    >>> SiteFile("content/index.md", "# Kainuu").record
    False
    """

    path: str
    text: str
    record: bool = False
    """It belongs to the region from the first day: the program never writes it again."""


def site_files(answers: Answers, program: Program) -> tuple[SiteFile, ...]:
    """Return every file of a site, by path. The same answers and the same program make the same bytes.

    >>> [file.path for file in site_files(answers, program) if file.record and "municipalities" in file.path]
    ['content/municipalities/kuhmo.md', 'content/municipalities/sotkamo.md']
    """
    found = [
        *(SiteFile(path, text, record=True) for path, text in record_files(answers)),
        *managed_files(answers, program),
    ]
    return tuple(sorted(found, key=lambda file: file.path))


def managed_files(answers: Answers, program: Program) -> Iterator[SiteFile]:
    """Yield what the program may renew: all but records."""
    lang = language(answers.language)
    values = template_values(answers, program)
    of_forge = _OF_FORGE[answers.forge]
    if answers.forge == "github" and answers.answer == "workflow-run":
        of_forge = {**of_forge, **_TWO_STEPS}
    for template, path in {**_EVERYWHERE, **of_forge}.items():
        yield SiteFile(path, rendered(lang, template.format(lang=lang.code), values))
    if folder := _ISSUE_FORMS.get(answers.forge):
        for name, text in issue_forms(answers.site_url, lang).items():
            yield SiteFile(f"{folder}/{name}", text)
    yield SiteFile("requirements.txt", _requirements(program, lang))


def template_values(answers: Answers, program: Program) -> Mapping[str, Any]:
    """Return what templates may use, beside the words of their language."""
    lang = language(answers.language)
    ids, example = municipality_ids(answers), Example.of(lang)
    names = tuple(one.name(lang.code) for one in answers.places)
    broad, kin = audience_options(lang.code) if lang.code != "fi" else ("", "")
    home = FORGES[answers.forge]
    return {
        "answers": answers,
        "program": program,
        "name": answers.name,
        "ids": ids,
        "municipalities": names,
        "places_listed": lang.listed(names),
        "locative": answers.places[0].locative(lang.code),
        "example": example,
        "audience": vocabulary("audience", lang.code)[1].id,
        "themes": tuple(term.id for term in vocabulary("theme", lang.code)),
        "broad_audiences": broad,
        "kin_audiences": kin,
        "beside": BESIDE[lang.code],
        "forge_name": _FORGE_NAMES[answers.forge],
        "edit_uri": _EDIT[answers.forge],
        "names_forge": not answers.repository.startswith(f"{home}/") if home else True,
        "default_site": f"https://{_label(answers.calendar_id)}.example.org/",
        "sample_repository": f"{home or 'https://git.example.org'}/{answers.calendar_id}/{answers.calendar_id}",
        "sample_email": "toimitus@example.org",
        "label": LABELS[lang.code],
        "owner": answers.owner or f"{answers.calendar_id}/{identifier(lang.say('The editors'))}",
        "mark": "" if answers.owner else "# ",
        "called": program.called,
        **day_words(answers, lang),
    }


def _label(calendar_id: str) -> str:
    """Return a part of the name of a host: at most 63 signs (RFC 1035, 2.3.4), whatever the calendar is called."""
    return identifier(calendar_id)[:63].strip("-") or "kalenteri"


def _requirements(program: Program, lang: Language) -> str:
    """Return what the site is built with: the program by address and hash, and all that it needs."""
    head = lang.say("What the site is built with, each by its hash. “seurantalo upgrade” renews this file.")
    line = f"seurantalo @ {program.wheel}"
    if program.sha256:
        pin = f"{line} \\\n    --hash=sha256:{program.sha256}\n"
    else:
        open_words = lang.say("Still to be set, by “seurantalo upgrade --program ADDRESS#sha256=DIGEST”:")
        pin = f"# {open_words}\n# {line} --hash=sha256:…\n"
    return f"# {head}\n{pin}{pinned_needs(program.lock)}"
