"""The forms of what is proposed about organisations, places, practices, ideas and comments."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act, ActForm, Ask, Group
from seurantalo.proposing.event_acts import CONTACT, LINKS

ORGANISATION: Final = ActForm(
    act=Act.ORGANISATION,
    kind=Kind.ORGANISATION,
    page="yhdistys/",
    title="Add an association",
    lead="An association, a parish, a company: whoever arranges things. You need no account.",
    send="Send the association",
    groups=(
        Group(
            folded=False,
            asks=(
                Ask(field="name", question="Name", needed=True),
                Ask(field="type", question="What sort of organisation is it?", needed=True),
                Ask(field="municipality", question="Municipality", hint="Empty, if it works in the whole region."),
                Ask(field="text", question="What do you do?", hint="A few sentences are enough."),
                CONTACT,
            ),
        ),
        Group(heading="Links and themes", asks=(LINKS, Ask(field="themes", question="Themes"))),
    ),
    whole=True,
)

VENUE: Final = ActForm(
    act=Act.VENUE,
    kind=Kind.VENUE,
    page="paikka/",
    title="Add a venue",
    lead="A hall, a church, a field or a yard where things are arranged. You need no account.",
    send="Send the place",
    groups=(
        Group(
            folded=False,
            asks=(
                Ask(field="name", question="Name", needed=True),
                Ask(field="municipality", question="Municipality", needed=True),
                Ask(field="address", question="Address", hint="Street, postal code and town."),
                Ask(field="kind", question="What sort of place is it?"),
                Ask(
                    field="accessibility", question="Accessibility", hint="How one gets in: a step, a ramp, a toilet."
                ),
                Ask(field="text", question="What is there?"),
            ),
        ),
        Group(
            heading="Rooms and size",
            asks=(
                Ask(field="capacity", question="How many people fit in?"),
                Ask(
                    field="rooms",
                    question="Rooms",
                    hint="Only rooms that can be used on their own.",
                    inside=(
                        Ask(field="name", question="Name of the room"),
                        Ask(field="capacity", question="How many people fit in?"),
                    ),
                ),
            ),
        ),
    ),
    whole=True,
)

PRACTICE: Final = ActForm(
    act=Act.PRACTICE,
    kind=Kind.PRACTICE,
    page="kaytanto/",
    title="Add a practice",
    lead="Something that works with you and that others may copy.",
    send="Send the practice",
    groups=(
        Group(
            folded=False,
            asks=(
                Ask(field="title", question="What do you call it?", needed=True),
                Ask(field="lead", question="What is it, in a sentence or two?", needed=True),
                Ask(field="why", question="Why do you do it?", needed=True),
                Ask(field="how", question="How do you do it?", hint="So that others can do the same.", needed=True),
                Ask(field="kinds", question="What sort of practice is it?", needed=True),
                Ask(field="stage", question="How far has it come?", needed=True),
                Ask(field="themes", question="Themes", needed=True),
                replace(CONTACT, needed=True),
            ),
        ),
        Group(
            heading="What you have learned",
            asks=(
                Ask(field="benefits", question="What is good about it?", hint="One thing a line."),
                Ask(field="barriers", question="What stands in its way?", hint="One thing a line."),
                Ask(field="conditions", question="What does it need?", hint="One thing a line."),
                Ask(field="lessons", question="What was learned?", hint="One thing a line."),
            ),
        ),
        Group(
            heading="Who does it, and where",
            asks=(
                Ask(field="municipalities", question="Municipalities"),
                Ask(field="implementers", question="Who does it?"),
                Ask(field="partners", question="Who helps?"),
                Ask(field="funders", question="Who pays?"),
                Ask(field="based_on", question="Which practices is it based on?"),
            ),
        ),
        Group(
            heading="Steps",
            asks=(
                Ask(
                    field="steps",
                    question="Steps",
                    inside=(Ask(field="title", question="Step"), Ask(field="text", question="What is done")),
                ),
            ),
        ),
    ),
    given={"reviewed": "today"},
    whole=True,
)

ADOPTION: Final = ActForm(
    act=Act.ADOPTION,
    kind=Kind.ADOPTION,
    page="kayttoonotto/",
    fragment="kaytanto",
    title="Tell us that you use a practice",
    lead="Others see who has tried it, and whom to ask.",
    send="Send it",
    groups=(
        Group(
            folded=False,
            asks=(
                Ask(field="practice", question="Which practice?", needed=True),
                Ask(
                    field="adopter", question="Who uses it?", hint="An association or another organiser.", needed=True
                ),
                Ask(field="status", question="How far are you?", needed=True),
                Ask(field="since", question="Since when?", needed=True),
                Ask(field="why", question="Why did you choose it?"),
                Ask(field="changed", question="What did you do in another way?", hint="One thing a line."),
                Ask(field="result", question="What came of it?"),
            ),
        ),
    ),
    whole=True,
)

IDEA: Final = ActForm(
    act=Act.IDEA,
    kind=Kind.IDEA,
    page="idea/",
    title="Propose an idea",
    lead="What should be done in your municipality? Everybody sees the idea and what comes of it.",
    send="Send the idea",
    groups=(
        Group(
            folded=False,
            asks=(
                Ask(field="title", question="The idea in a few words", needed=True),
                Ask(
                    field="topic",
                    question="What is it about?",
                    hint="In a word or two: paths, young people",
                    needed=True,
                ),
                Ask(field="municipality", question="Municipality", needed=True),
                Ask(field="text", question="Tell us more", needed=True),
            ),
        ),
        Group(heading="Themes", asks=(Ask(field="themes", question="Themes"),)),
    ),
    given={"raised": "today", "stage": "new"},
)

COMMENT: Final = ActForm(
    act=Act.COMMENT,
    kind=Kind.COMMENT,
    page="kommentti/",
    fragment="kohde",
    title="Write a comment",
    lead="Say what you know: it becomes a part of the page when the editors have read it.",
    send="Send the comment",
    groups=(
        Group(
            folded=False,
            asks=(
                Ask(field="text", question="Your comment", needed=True),
                Ask(
                    field="by",
                    question="Who writes?",
                    hint="A role is enough: secretary of the village association.",
                    needed=True,
                ),
                Ask(field="by_organisation", question="Your association", hint="If you write for one."),
            ),
        ),
    ),
    given={"date": "today"},
)

OTHER_ACTS: Final = (ORGANISATION, VENUE, PRACTICE, ADOPTION, IDEA, COMMENT)
