"""The pages on which something is proposed: a form made from the schema, whole without JavaScript."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Final
from urllib.parse import urlsplit

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.proposing import FORM, Act, ActForm
from seurantalo.proposing.acts import only
from seurantalo.proposing.issue_forms import Box, target_box
from seurantalo.publishing.addresses import ASSETS_ASIDE, CALENDAR, PROPOSE
from seurantalo.publishing.pages.propose.config import config_of, has_few_names
from seurantalo.publishing.pages.propose.questions import Question, QuestionGroup, question_groups
from seurantalo.publishing.pages.propose.ways import Ways, ways_of
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import crumbs, list_page
from seurantalo.publishing.pages.shared.view import Card, Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix

#: The act whose form is that of another, filled in from the record.
SAME_FORM: Final = {Act.CHANGE: Act.EVENT}
#: The browser modules that every form needs at once: named in the head, they come side by side.
MODULES: Final = (
    "propose.js",
    "file-text.js",
    "proposal-link.js",
    "propose-change.js",
    "propose-check.js",
    "propose-data.js",
    "propose-faults.js",
    "propose-fields.js",
    "propose-names.js",
    "propose-send.js",
    "repeat.js",
    "spoken.js",
    "ways-out.js",
)
#: What is asked of an association or a place that is added beside something else.
_BESIDE: Final = {
    Kind.ORGANISATION: only(FORM[Act.ORGANISATION], "name", "type", "municipality", "contact"),
    Kind.VENUE: only(FORM[Act.VENUE], "name", "municipality", "address", "kind"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The form of an act. ``template`` is the name of the issue form to which it goes without JavaScript.

    ``one_date``: it can be about one date of a repeating event. ``checked``: what else is on is told. ``whole``: it
    asks all that a record says. ``target`` asks what it is about, where no script reads that from the address.
    """

    act: str
    groups: tuple[QuestionGroup, ...]
    template: str
    shown: bool
    whole: bool
    one_date: bool
    checked: bool
    target: Box | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is asked of a record that is added beside another."""

    kind: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeView:
    """A page with the forms of its acts. ``config`` is what its script has to know, as JSON."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    forms: tuple[FormView, ...]
    beside: tuple[Beside, ...]
    ways: Ways
    config: str
    assets: str
    paste: bool


def propose_pages(ctx: PageContext) -> Pages:
    """Return a page for each folder of acts, by address."""
    forms: dict[str, list[ActForm]] = {}
    for form in FORM.values():
        forms.setdefault(form.page.rstrip("/"), []).append(form)
    return Pages(tuple(sorted(forms)), lambda name: propose_page(ctx, name, forms[name]))


def propose_page(ctx: PageContext, name: str, forms: list[ActForm]) -> Page:
    """Return the page of some acts; the first is the one that needs no record."""
    address = f"{PROPOSE}{name}/"
    root = depth_prefix(address)
    first = forms[0]
    ways = ways_of(ctx)
    views = tuple(_form_view(ctx, form) for form in forms if form.act not in SAME_FORM)
    asked = {q.target for form in views for group in form.groups for q in group.questions}
    view = ProposeView(
        title=ctx.say(first.title),
        lead=ctx.say(first.lead),
        crumbs=crumbs(ctx, root, PROPOSE, ctx.say("Propose")),
        forms=views,
        beside=tuple(_beside(ctx, kind) for kind in _BESIDE if kind.value in asked and kind is not first.kind),
        ways=ways,
        config=config_of(ctx, forms, ways, root),
        assets=f"{root}{ASSETS_ASIDE}",
        paste=first.act is Act.EVENT,
    )
    return Page(
        address=address,
        title=view.title,
        body=ctx.render("propose/page.html", view=view),
        description=view.lead,
        head=_head(view),
    )


def _form_view(ctx: PageContext, form: ActForm) -> FormView:
    return FormView(
        act=form.act.value,
        groups=question_groups(ctx, form if has_few_names(ctx) else _place_first(form), form.act.value),
        template=f"{form.page.rstrip('/')}.yml",
        shown=not form.changes,
        whole=form.whole,
        one_date=form.act in (Act.MOVE, Act.CANCEL),
        checked=form.act in (Act.EVENT, Act.MOVE),
        target=target_box(ctx.lang) if form.act is Act.COMMENT else None,
    )


def _place_first(form: ActForm) -> ActForm:
    """Return a form that asks for the municipality before anything else: whose names are offered depends on it."""
    place = next((ask for group in form.groups for ask in group.asks if ask.field == "municipality"), None)
    if place is None:
        return form
    groups = [replace(one, asks=tuple(ask for ask in one.asks if ask is not place)) for one in form.groups]
    first = replace(groups[0], asks=(replace(place, hint=""), *groups[0].asks))
    return replace(form, groups=(first, *groups[1:]))


def _beside(ctx: PageContext, kind: Kind) -> Beside:
    form = _BESIDE[kind]
    [group] = question_groups(ctx, form, f"new-{kind.value}")
    titles = {Kind.ORGANISATION: ctx.say("A new organiser"), Kind.VENUE: ctx.say("A new place")}
    return Beside(kind=kind.value, title=titles[kind], questions=group.questions)


def _head(view: ProposeView) -> str:
    """Return the style sheet, and where the page may send what is written (CSP 3, 6.1.2 and 6.4.1)."""
    to = " ".join(dict.fromkeys(_origin(one) for one in (view.ways.endpoint, view.ways.issues) if one))
    connect = f" {_origin(view.ways.endpoint)}" if view.ways.endpoint else ""
    policy = f"connect-src 'self'{connect}; form-action 'self'{f' {to}' if to else ''}"
    return (
        f'\n<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=True)}">'
        f'\n<link rel="stylesheet" href="{view.assets}propose.css">'
        + "".join(f'\n<link rel="modulepreload" href="{view.assets}{name}">' for name in MODULES)
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def propose_index(ctx: PageContext) -> Page:
    """Return the page of all acts that make something new."""
    root = depth_prefix(PROPOSE)
    cards = tuple(
        Card(title=ctx.say(form.title), href=f"{root}{PROPOSE}{form.page}", text=ctx.say(form.lead))
        for form in FORM.values()
        if not form.fragment
    )
    return list_page(
        ctx,
        PROPOSE,
        "propose/index.html",
        ctx.say("Propose"),
        ctx.say("You need no account. The editors look at what you send, and put it on the site."),
        cards=cards,
        crumbs=(Link(ctx.say("Front page"), root),),
        changes=ctx.say("To change, move or cancel an event, open its page: the links are at its end."),
        calendar=Link(ctx.say("Calendar"), f"{root}{CALENDAR}"),
    )
