"""What only people can fill in after a site has been founded."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.founding.answers import Answers
from seurantalo.founding.program import Program
from seurantalo.language import Language


def open_ends(answers: Answers, program: Program, lang: Language) -> Iterator[tuple[str, str]]:
    """Yield what is still to be set: the file, and what to write there.

    >>> next(open_ends(answers, program, lang))
    ('mkdocs.yml (editor_email)', 'Ylläpidon rooliosoite, johon lomake lähettää ehdotukset.')
    """
    if not answers.repository:
        yield "mkdocs.yml (repo_url)", lang.say("The web address of the files, once they have one.")
    if not answers.site_url:
        yield "mkdocs.yml (site_url)", lang.say("The address of the site itself.")
    if not answers.editor_email:
        yield "mkdocs.yml (editor_email)", lang.say("The editors’ role address, to which the form sends proposals.")
    if not program.sha256:
        command = f"seurantalo upgrade --program {program.wheel}#sha256=…"
        yield (
            "requirements.txt",
            lang.say("The digest of the program, which its release tells: {command}", command=command),
        )
    if answers.forge == "github":
        yield ".github/CODEOWNERS", lang.say("Who accepts proposals.")
    yield "content/municipalities/", lang.say("Neighbours, inhabitants, school breaks, and whom to ask.")
    yield "content/saavutettavuus.md", lang.say("The places with three dots.")
    yield "content/tietosuoja.md", lang.say("The places with three dots.")
