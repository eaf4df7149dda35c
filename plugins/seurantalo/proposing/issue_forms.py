"""A forge's issue forms, made of the same table as the site's own forms: ``.github/ISSUE_TEMPLATE/*.yml``.

Forgejo takes the same files. Their ids are the names of the inputs of the site's forms, so that a page without
JavaScript can hand what was filled in to the forge by its address alone (``?template=tapahtuma.yml&name=…``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.words import words_for
from seurantalo.model.kinds import KINDS
from seurantalo.proposing.acts import FORM, REST, groups_of, input_names, label_of
from seurantalo.proposing.asking import Act, ActForm, Ask, Control, control_of, inside_of

__all__ = [
    "ISSUE_FORMS",
    "PROPOSAL_BOX",
    "Box",
    "boxes_of",
    "issue_chooser",
    "issue_form",
    "issue_forms",
    "plain_hint",
    "target_box",
]

#: The issue forms by name of file, with the act that each is about; the one of changes takes those of every event.
ISSUE_FORMS: Final[Mapping[str, Act]] = MappingProxyType(
    {
        "tapahtuma.yml": Act.EVENT,
        "muutos.yml": Act.CHANGE,
        "yhdistys.yml": Act.ORGANISATION,
        "paikka.yml": Act.VENUE,
        "kaytanto.yml": Act.PRACTICE,
        "kayttoonotto.yml": Act.ADOPTION,
        "idea.yml": Act.IDEA,
        "kommentti.yml": Act.COMMENT,
    }
)
#: The id of the box for a whole proposal, as the site's own form packs it.
PROPOSAL_BOX: Final = "ehdotus"
#: The ids of the boxes that only the form of changes has: which event, and what is different.
WHICH_BOX: Final = "tapahtuma"
WHAT_BOX: Final = "muutos"
#: The id of the box that only the form of comments has: which page it is about.
TARGET_BOX: Final = "kohde"
#: Controls of more than a line.
_LONG: Final = frozenset({Control.PROSE, Control.LINES, Control.ROWS})
#: What an issue can't carry in a form that people fill in by hand.
_IN_ONE_BOX: Final = (Control.BOXES, Control.CHANNELS, Control.REPEATS, Control.ROWS)
_LEFT_OUT: Final = frozenset({Shape.FILE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What is written into: a line, or several (``long``). ``id`` is its name in addresses, which lasts.

    ``field`` is the field of the record, ``inner`` that of its part; ``half`` is which piece of a value it takes:
    ``day``, ``time``, ``first`` or ``last``, ``""`` for all of it.

    >>> Box(id="venue", field="venue", label="Paikka").needed
    False
    """

    id: str
    field: str = ""
    inner: str = ""
    half: str = ""
    label: str
    hint: str = ""
    needed: bool = False
    long: bool = False


def boxes_of(act: Act, lang: Language) -> tuple[Box, ...]:
    """Return the boxes of an issue form in their order; labels are unique, for an issue is read by them.

    >>> from seurantalo.language import language
    >>> [(box.id, box.label) for box in boxes_of(Act.EVENT, language("fi"))[:4]]  # doctest: +NORMALIZE_WHITESPACE
    [('name', 'Tapahtuman nimi'), ('organisers', 'Kuka järjestää?'), ('venue', 'Paikka'),
     ('starts_day', 'Alkaa: päivä')]
    """
    return tuple(box for _, boxes in _grouped(act, lang) for box in boxes)


def _grouped(act: Act, lang: Language) -> Iterator[tuple[str, tuple[Box, ...]]]:
    form = FORM[act]
    if form.changes:
        yield "", _of_change(lang)
    else:
        if act is Act.COMMENT:
            yield "", (target_box(lang),)
        for group in groups_of(form):
            # What no group names is for those who know the files; on a phone it would be noise.
            if group.heading != REST:
                boxes = tuple(box for ask in group.asks for box in _of_ask(form, ask, lang))
                yield group.heading, boxes
    yield "", (_proposal_box(lang),)


def _proposal_box(lang: Language) -> Box:
    return Box(
        id=PROPOSAL_BOX,
        label=lang.say("From the site’s own form"),
        hint=lang.say("Filled in by the form of the site; else leave it empty."),
        long=True,
    )


def target_box(lang: Language) -> Box:
    """Return the box for the page that a comment is about, which the site's own form knows from its address.

    >>> from seurantalo.language import language
    >>> target_box(language("fi")).label
    'Mitä sivua kommentti koskee?'
    """
    return Box(
        id=TARGET_BOX,
        label=lang.say("Which page is it about?"),
        hint=lang.say("The address of the page, or the name of a practice."),
        needed=True,
    )


def _of_change(lang: Language) -> tuple[Box, ...]:
    return (
        Box(
            id=WHICH_BOX,
            label=lang.say("Which event?"),
            hint=lang.say("Its name, or the address of its page."),
        ),
        Box(
            id=WHAT_BOX,
            label=lang.say("What is different?"),
            hint=lang.say("A line for each thing, for example “ends: 17.00” or “status: cancelled”."),
            long=True,
        ),
    )


def _of_ask(form: ActForm, ask: Ask, lang: Language) -> Iterator[Box]:
    field = next(one for one in KINDS[form.kind].fields if one.name == ask.field)
    label = label_of(ask, field, lang)
    if control_of(field) is not Control.PART:
        # A question about a day and its time would be asked twice: each box is called by its field.
        halved = control_of(field) in (Control.MOMENT, Control.PERIOD)
        yield from _of_field(
            ask, field, _capital(field.called.in_language(lang.code)[0]) if halved else label, "", lang
        )
        return
    inside = [(one, inner) for one, inner in inside_of(ask, field) if inner.shape not in _LEFT_OUT]
    if field.part is not None and any(inner.required and inner.shape in _LEFT_OUT for inner in field.part.fields):
        return
    for one, inner in inside:
        yield from _of_field(one, inner, f"{label}: {_small(label_of(one, inner, lang))}", field.name, lang)


def _of_field(ask: Ask, field: Field, label: str, part: str, lang: Language) -> Iterator[Box]:
    control = control_of(field)
    names = input_names(ask, field, f"{part}_" if part else "")
    halves = {
        Control.MOMENT: (("day", lang.say("day")), ("time", lang.say("time of day"))),
        Control.PERIOD: (("first", lang.say("first day")), ("last", lang.say("last day"))),
    }.get(control, (("", ""),))
    hint = _hint(ask, field, lang)
    for name, (half, word) in zip(names, halves, strict=True):
        yield Box(
            id=name,
            field=part or field.name,
            inner=field.name if part else "",
            half=half,
            label=f"{label}: {word}" if word else label,
            hint={"day": "12.6.2027", "time": "13–17" if field.name == "starts" else "17.00"}.get(half, hint),
            needed=ask.needed and half in ("", "day") and not part,
            long=control in _LONG,
        )


def plain_hint(ask: Ask, field: Field, lang: Language) -> str:
    """Return how a value is written in one box that a form with a script asks for piece by piece; ``""`` for others.

    A forge that is given several of one name in its address keeps the last, so what is ticked is one box too.

    >>> from seurantalo.language import language
    >>> from seurantalo.proposing.acts import asked
    >>> asks = {ask.field: (ask, field) for ask, field in asked(FORM[Act.EVENT])}
    >>> [plain_hint(*asks[name], language("fi")) for name in ("repeats", "agenda", "price")]
    ['Sanoin: joka tiistai 31.5.2027 asti', 'Yksi asia riville.', '']
    """
    return _hint(ask, field, lang) if control_of(field) in _IN_ONE_BOX else ""


def _hint(ask: Ask, field: Field, lang: Language) -> str:
    said = lang.say(ask.hint) if ask.hint else ""
    if field.name == "status":
        return lang.say("Yes or no.")
    if control_of(field) is Control.REPEATS:
        return lang.say("In words: every Tuesday until 31.5.2027")
    if field.choices is not None:
        words = ", ".join(word for _, word in words_for(field.choices, lang.code))
        return " ".join(filter(None, (said, lang.say("One of these: {words}.", words=words))))
    if control_of(field) is Control.ROWS:
        return " ".join(filter(None, (said, lang.say("One thing a line."))))
    if control_of(field) is Control.CHANNELS:
        return " ".join(filter(None, (said, lang.say("Else their names with a comma between them, or no: nowhere."))))
    if control_of(field) is Control.BOXES:
        return " ".join(filter(None, (said, lang.say("With a comma between them."))))
    return said


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _small(words: str) -> str:
    """Return a label as the second half of another."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def issue_forms(site_url: str, lang: Language) -> dict[str, str]:
    """Return the texts of a repository's issue forms and of their list, by name of file.

    ``site_url`` is the site's own address with a slash at its end, ``""`` where it has none.

    >>> from seurantalo.language import language
    >>> sorted(issue_forms("https://koe.example/", language("fi")))
    ['config.yml', 'idea.yml', 'kaytanto.yml', 'kayttoonotto.yml', 'kommentti.yml', 'muutos.yml', ...]
    """
    found = {name: issue_form(act, lang) for name, act in ISSUE_FORMS.items()}
    return {**found, "config.yml": issue_chooser(f"{site_url}ehdota/" if site_url else "", lang)}


def issue_form(act: Act, lang: Language) -> str:
    """Return the text of an issue form in a language.

    >>> from seurantalo.language import language
    >>> print(issue_form(Act.EVENT, language("fi")).splitlines()[1])
    name: "Ehdota: tapahtuma"
    """
    form = FORM[act]
    word = KINDS[form.kind].called.in_language(lang.code)[0]
    name = lang.say("Change of an event") if form.changes else lang.say("Propose: {kind}", kind=word)
    if act is Act.COMMENT:
        name = lang.say(form.title)
    about = lang.say("Tell it in your own words. The answer comes here within minutes.")
    title = lang.say("Change") if form.changes else _capital(word)
    lines = [
        "# Made of the table of what can be proposed; what is changed here by hand is lost with the next version.",
        f"name: {_quoted(name)}",
        f"description: {_quoted(about)}",
        f"title: {_quoted(f'{title}: ')}",
        "body:",
        *_text(
            lang.say("Fill in what you know; we ask for the rest."),
            lang.say("What you write here is public: leave out anybody’s own phone number or address."),
        ),
    ]
    for heading, boxes in _grouped(act, lang):
        if heading and boxes and lang.say(heading) not in {box.label for box in boxes}:
            lines += _text(f"### {lang.say(heading)}")
        lines += [line for box in boxes for line in _lines(box)]
    return "".join(f"{line}\n" for line in lines)


def _text(*paragraphs: str) -> list[str]:
    return ["  - type: markdown", "    attributes:", f"      value: {_quoted(' '.join(paragraphs))}"]


def _lines(box: Box) -> Iterator[str]:
    yield f"  - type: {'textarea' if box.long else 'input'}"
    yield f"    id: {box.id}"
    yield "    attributes:"
    yield f"      label: {_quoted(box.label)}"
    if box.hint:
        yield f"      description: {_quoted(box.hint)}"
    if box.needed:
        yield "    validations:"
        yield "      required: true"


def _quoted(text: str) -> str:
    # A JSON string is a YAML double-quoted scalar (YAML 1.2, 1.3).
    return json.dumps(text, ensure_ascii=False)


def issue_chooser(form_address: str, lang: Language) -> str:
    """Return the text of ``config.yml``, which leads those without an account to the site's own form first.

    ``form_address`` is the whole address of the page with all forms, ``""`` where the site has no address.

    >>> from seurantalo.language import language
    >>> print(issue_chooser("https://koe.example/ehdota/", language("fi")).splitlines()[2])
      - name: "Lomake, johon ei tarvita tunnusta"
    """
    lines = ["blank_issues_enabled: true"]
    if form_address:
        lines += [
            "contact_links:",
            f"  - name: {_quoted(lang.say('The form that needs no account'))}",
            f"    url: {_quoted(form_address)}",
            f"    about: {_quoted(lang.say('It tells at once what else is on the same day.'))}",
        ]
    return "".join(f"{line}\n" for line in lines)
