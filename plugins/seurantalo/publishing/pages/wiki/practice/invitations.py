"""What a practice's page asks of its readers: what is missing, what is old, what nobody has told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.practice import Practice
from seurantalo.model.record import day_of
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.record import demo_notice
from seurantalo.publishing.pages.shared.view import Link, Notice, Tone
from seurantalo.publishing.publication import depth_prefix
from seurantalo.wiki import PracticeLog, Section, completeness, contact_is_old, practice_is_old

#: Untold events named on a page; the latest ones.
MOST_UNTOLD: Final = 6

#: Section -> the question that invites to write it.
INVITATIONS: Final[Mapping[Section, str]] = {
    Section.WHY: "Why was this done?",
    Section.HOW: "How does it work in practice?",
    Section.HYPOTHESIS: "What did you want to find out by trying?",
    Section.PERIOD: "When was it tried?",
    Section.DESIGN_CHOICES: "Which choices did you have to make?",
    Section.EFFECTIVE_FROM: "From when on has it been in force?",
    Section.WHO: "Who does it, and with whom?",
    Section.COMPOSITION: "Who takes part, and how many of each?",
    Section.CADENCE: "How often do you do it?",
    Section.STEPS: "Which steps should one take?",
    Section.RESOURCES: "What did it take?",
    Section.BUDGET: "What did it cost, and who paid?",
    Section.RESULTS: "What came of it?",
    Section.DECISION: "What was decided when it was over?",
    Section.LESSONS: "What did you learn?",
    Section.CONDITIONS: "What must be in place for it to work elsewhere?",
    Section.CONTACT: "Whom may others ask?",
    Section.SOURCES: "Where can one read more?",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a page does not tell, and the field of its file that would."""

    text: str
    field: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """How much of a page is told, and what is asked for. ``untold`` leads to where past events are told of."""

    progress: str
    present: int
    wanted: int
    questions: tuple[Question, ...]
    untold: tuple[Link, ...]
    file: str


def invitation(ctx: PageContext, one: Practice, log: PracticeLog) -> Invitation:
    """Return what the page of a practice asks for."""
    found = completeness(one, log)
    present, wanted = len(found.present), len(found.present) + len(found.missing)
    return Invitation(
        progress=ctx.lang.say("{n} of {all} points are filled in.", n=present, all=wanted),
        present=present,
        wanted=wanted,
        questions=tuple(
            Question(ctx.lang.say(INVITATIONS[section]), ctx.file_words.field(section.value))
            for section in found.missing
        ),
        untold=untold_links(ctx, one, log),
        file=one.origin.path,
    )


def untold_links(ctx: PageContext, one: Practice, log: PracticeLog) -> tuple[Link, ...]:
    """Return the past events of which nothing is told; each link opens the form in which it can be told."""
    root = depth_prefix(address(one))
    return tuple(
        Link(
            ctx.words(event.title),
            form_address(root, Act.OUTCOME, event.id) if event.external is None else f"{root}{address(event)}",
            wording.plain_day(day_of(event.starts), ctx.lang) if event.starts is not None else "",
        )
        for event in log.untold[-MOST_UNTOLD:]
    )


def practice_notices(ctx: PageContext, one: Practice) -> tuple[Notice, ...]:
    """Return what must be seen before the page is read; what is old comes with a link that opens its file."""
    say, edit = ctx.lang.say, ctx.edit_url(one)
    notices = list(demo_notice(ctx, one, say("This practice is invented. It shows what a page can be.")))
    if one.stub:
        links = (Link(say("Write more"), edit),) if edit else ()
        text = say("Only this much is known. Were you there? Tell us what was done and what came of it.")
        notices.append(Notice(say("The page is just a beginning."), text, Tone.INFO, links))
    elif practice_is_old(one, ctx.today):
        links = (Link(say("Look it through"), edit),) if edit else ()
        title = say("Nobody has looked this page through for two years.")
        notices.append(Notice(title, say("Something may have changed."), Tone.WARN, links))
    elif one.contact is not None and contact_is_old(one.contact, ctx.today):
        links = (Link(say("Check the contact"), edit),) if edit else ()
        title = say("Nobody has checked the contact for a year.")
        notices.append(Notice(title, "", Tone.PLAIN, links))
    return tuple(notices)
