"""The forms of what is proposed about events: a new one, and changes of one that is there."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act, ActForm, Ask, Group

PAGE: Final = "tapahtuma/"

CONTACT: Final = Ask(
    field="contact",
    question="Contact",
    hint="A role and its own address, not a person’s: what is here is public.",
    inside=(
        Ask(field="role", question="Role", hint="For example Secretary, chair, office"),
        Ask(field="email", question="The role’s e-mail"),
        Ask(field="phone", question="The role’s phone"),
        Ask(field="url", question="Web address"),
    ),
)

LINKS: Final = Ask(
    field="links",
    question="Links",
    inside=(Ask(field="url", question="Web address"), Ask(field="title", question="What the link is called")),
)

_WHAT: Final = (
    Ask(field="title", question="Name of the event", hint="As people would say it: Village summer fête", needed=True),
    Ask(field="organisers", question="Who arranges it?", hint="An association or another organiser.", needed=True),
    Ask(field="venue", question="Place", hint="A hall, a church, a field: by its name."),
    Ask(field="starts", question="Day and time", needed=True),
    Ask(field="ends", question="Ends"),
    Ask(field="description", question="What happens there?", hint="A few sentences are enough.", needed=True),
    Ask(field="audience", question="Whom is it for?"),
)

_MORE: Final = (
    Group(
        heading="Where is it announced?",
        asks=(
            Ask(
                field="channels",
                question="Where is it announced?",
                hint="If you leave this as it is, the usual channels of the municipality tell of it.",
            ),
        ),
    ),
    Group(
        heading="It repeats",
        asks=(
            Ask(field="repeats", question="How often?"),
            Ask(
                field="dates",
                question="Or several dates without a rule",
                hint="Then leave the day above out.",
                inside=(Ask(field="starts", question="Starts"), Ask(field="ends", question="Ends")),
            ),
        ),
    ),
    Group(
        heading="The day is not certain yet",
        asks=(
            Ask(field="status", question="Is the date certain?", choices=("confirmed", "tentative")),
            Ask(field="hold_until", question="The date is reserved until", hint="After it others may take the day."),
        ),
    ),
    Group(
        heading="Price and signing up",
        asks=(
            Ask(field="price", question="Price", hint="In words: 10 € / children free"),
            Ask(
                field="registration",
                question="Signing up",
                inside=(
                    Ask(field="text", question="How to sign up"),
                    Ask(field="url", question="Where to sign up", hint="A web address."),
                    Ask(field="until", question="By when"),
                ),
            ),
            Ask(field="age_limit", question="Age limit"),
        ),
    ),
    Group(
        heading="More about the place",
        asks=(
            Ask(field="room", question="Room", hint="When the place has several."),
            Ask(field="municipality", question="Municipality", hint="When it does not follow from the place."),
            Ask(field="accessibility", question="Accessibility", hint="How one gets in: a step, a ramp, a toilet."),
            Ask(field="online", question="Where to take part online", hint="A web address."),
        ),
    ),
    Group(
        heading="Programme of the day",
        asks=(
            Ask(
                field="agenda",
                question="Programme of the day",
                inside=(
                    Ask(field="starts", question="From what time"),
                    Ask(field="ends", question="To what time"),
                    Ask(field="text", question="What happens"),
                ),
            ),
        ),
    ),
    Group(
        heading="Picture and links",
        asks=(
            LINKS,
            Ask(
                field="image",
                question="Picture",
                inside=(
                    Ask(
                        field="alt", question="What is in the picture?", hint="In words, for those who can’t see it."
                    ),
                    Ask(field="credit", question="Who took the picture?"),
                ),
            ),
        ),
    ),
    Group(heading="Whom to ask", asks=(CONTACT,)),
    Group(
        heading="Form and themes",
        asks=(
            Ask(field="format", question="Form of the event"),
            Ask(field="weight", question="How big is it for the place?"),
            Ask(field="themes", question="Themes"),
            Ask(field="practices", question="Good practices that it carries out"),
            Ask(field="part_of", question="Which event is it a part of?"),
            Ask(field="with", question="Which events is it held together with?"),
        ),
    ),
)

_WHEN: Final = (
    Ask(field="starts", question="New day and time", hint="Leave it empty if the new day is not known yet."),
    Ask(field="ends", question="Ends"),
)

EVENT_ACTS: Final = (
    ActForm(
        act=Act.EVENT,
        kind=Kind.EVENT,
        page=PAGE,
        title="Add an event",
        lead="Seven questions are enough. You need no account.",
        send="Send the event",
        groups=(Group(asks=_WHAT, folded=False), *_MORE),
        whole=True,
    ),
    ActForm(
        act=Act.CHANGE,
        kind=Kind.EVENT,
        page=PAGE,
        fragment="muuta",
        title="Change the event",
        lead="Change what is different now. Everything else stays as it is.",
        send="Send the change",
        groups=(Group(asks=_WHAT, folded=False), *_MORE),
        whole=True,
    ),
    ActForm(
        act=Act.MOVE,
        kind=Kind.EVENT,
        page=PAGE,
        fragment="siirra",
        title="Move the event",
        lead="The new day goes to people’s calendars, and the page tells when it was planned for.",
        send="Send the new time",
        groups=(Group(asks=_WHEN, folded=False),),
    ),
    ActForm(
        act=Act.CANCEL,
        kind=Kind.EVENT,
        page=PAGE,
        fragment="peru",
        title="Cancel the event",
        lead="The page stays and tells that the event is cancelled. People’s calendars learn of it too.",
        send="Send the cancellation",
        groups=(),
        given={"status": "cancelled"},
    ),
    ActForm(
        act=Act.CONFIRM,
        kind=Kind.EVENT,
        page=PAGE,
        fragment="vahvista",
        title="Confirm the date",
        lead="The date was reserved. Now it is certain.",
        send="Send the confirmation",
        groups=(),
        given={"status": "confirmed"},
    ),
    ActForm(
        act=Act.OUTCOME,
        kind=Kind.EVENT,
        page=PAGE,
        fragment="toteutui",
        title="Tell us how it went",
        lead="A number and a sentence help those who do the same next year.",
        send="Send how it went",
        groups=(
            Group(
                folded=False,
                asks=(
                    Ask(
                        field="outcome",
                        question="How did it go?",
                        inside=(
                            Ask(field="attendance", question="How many came?", hint="An estimate is enough."),
                            Ask(field="summary", question="How did it go?", needed=True),
                            Ask(field="findings", question="What was learned?", hint="One thing a line."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
