"""The page that helps to take a practice up: ready files for each municipality, with days that are still quiet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.planner.free import ReasonWords, grade_in_words
from seurantalo.proposing import Act
from seurantalo.proposing.forge import new_file_address
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, address, adoption_address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import crumbs
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import ADOPTION_STATUSES
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pages.wiki.practice.adoption_draft import Adopting, Drafter, DraftFile
from seurantalo.publishing.pages.wiki.practice.parts import practice_logs
from seurantalo.publishing.publication import Page, Pages, depth_prefix
from seurantalo.wiki import PracticeLog, adoptions_of

#: Municipalities for which files are ready on the page; for others the command makes them.
MOST_PLACES: Final = 12


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to add: what it is, the day that is proposed and why, its place and text, the link that adds it.

    ``note`` says what to do beside opening the link: sign in first, or copy the text.
    """

    title: str
    day: str
    path: str
    text: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A municipality: who would take the practice up, whether somebody there does already, and the files."""

    name: str
    anchor: str
    adopter: str
    already: str
    files: tuple[FileView, ...]


@dataclass(frozen=True, slots=True)
class AdoptionView:
    """The page. ``command`` makes the files on a computer; ``endorsement`` is text for the practice's file."""

    crumbs: tuple[Link, ...]
    practice: Link
    places: tuple[PlaceView, ...]
    left_out: int
    command: str
    endorsement: str
    edit: str
    statuses: tuple[str, ...]
    tell: str


def adoption_pages(ctx: PageContext) -> Pages:
    """Return the page for taking up each practice."""
    practices = ctx.community.practices

    def make(name: str) -> Page:
        return ctx.once(AdoptionComposer).page(practices[name], ctx.once(practice_logs)[name])

    return Pages(tuple(practices), make)


class AdoptionComposer:
    """Composes the pages of many practices; keeps what is the same on all."""

    def __init__(self, ctx: PageContext) -> None:
        """Find out who would begin in each municipality."""
        self._ctx = ctx
        self._adopters = _adopters(ctx)
        self._reasons = ReasonWords(ctx.community, ctx.lang)
        self._drafter = Drafter(
            community=ctx.community,
            free=ctx.free_dates,
            lang=ctx.lang,
            events_folder=ctx.settings.events_folder,
            today=ctx.today,
        )

    def page(self, one: Practice, log: PracticeLog) -> Page:
        """Return the page for taking up a practice."""
        ctx = self._ctx
        title = ctx.lang.say("Start using: {practice}", practice=ctx.words(one.title))
        return Page(
            address=adoption_address(one.id),
            title=title,
            body=ctx.render("wiki/practice/adoption.html", view=self.view(one, log), title=title),
            description=ctx.lang.say("Ready files and proposed days for those who want to try the same."),
            searchable=False,
        )

    def view(self, one: Practice, log: PracticeLog) -> AdoptionView:
        """Return what the page for taking up a practice says."""
        ctx, say = self._ctx, self._ctx.lang.say
        root = depth_prefix(adoption_address(one.id))
        shown = self._adopters[:MOST_PLACES]
        place, begins = shown[0] if shown else ("", None)
        practice = Link(ctx.words(one.title), f"{root}{address(one)}")
        return AdoptionView(
            crumbs=(*crumbs(ctx, root, FOLDERS[Kind.PRACTICE], say("The good practices")), practice),
            practice=practice,
            places=tuple(self._places(one, log, shown)),
            left_out=len(self._adopters) - len(shown),
            command=f"seurantalo adopt {one.id} --municipality {place} --organisation {begins.id}" if begins else "",
            endorsement=self._endorsement(begins),
            edit=ctx.edit_url(one),
            statuses=tuple(ctx.file_words.value(status) for status in ADOPTION_STATUSES),
            tell=form_address(root, Act.ADOPTION, one.id),
        )

    def _endorsement(self, begins: Organisation | None) -> str:
        ctx, field = self._ctx, self._ctx.file_words.field
        return (
            f"{field('endorsements')}:\n"
            f"  - {field('organisation')}: {begins.id if begins else 'x'}\n"
            f"    {field('date')}: {ctx.lang.tongue.in_file(ctx.today)}\n"
            f"    {field('why')}: {ctx.lang.say('Tell us in a sentence what was good in it.')}"
        )

    def _places(
        self, one: Practice, log: PracticeLog, adopters: Iterable[tuple[str, Organisation]]
    ) -> Iterator[PlaceView]:
        ctx, names = self._ctx, self._ctx.names
        users: dict[str, list[str]] = {}
        for found in adoptions_of(ctx.community, one):
            words = f"{names[Kind.ORGANISATION][found.adopter]} {ctx.lang.say(ADOPTION_STATUSES[found.status])}"
            users.setdefault(found.municipality, []).append(words)
        for place, adopter in sorted(adopters, key=lambda pair: sort_key(names[Kind.MUNICIPALITY][pair[0]])):
            wish = Adopting(
                practice=one,
                totals=log.totals,
                municipality=ctx.community.municipalities[place],
                adopter=adopter,
            )
            yield PlaceView(
                name=names[Kind.MUNICIPALITY][place],
                anchor=f"kunta-{place}",
                adopter=names[Kind.ORGANISATION][adopter.id],
                already=", ".join(users.get(place, ())),
                files=tuple(self._files(wish)),
            )

    def _files(self, wish: Adopting) -> Iterator[FileView]:
        lang = self._ctx.lang
        draft = self._drafter.draft(wish)
        yield self._file(lang.say("Tell us that you are starting to use this"), "", draft.adoption)
        for event in draft.events:
            why = "; ".join(self._reasons.say(*each[:3]) for each in event.rated.reasons if each.points)
            words = f"{wording.when(event.starts, None, lang)}: {grade_in_words(event.rated.grade, lang)}"
            yield self._file(event.title, f"{words} ({why})" if why else words, event.file)

    def _file(self, title: str, words: str, file: DraftFile) -> FileView:
        path = file.path if file.kind is Kind.EVENT else self._ctx.placed(file.path)
        address = new_file_address(self._ctx.forge, path, file.text)
        note = ""
        if address.too_long and address.href:
            note = self._ctx.say("Copy the text below first, and paste it on the page that the link opens.")
        elif address.needs_sign_in:
            note = self._ctx.say("Sign in first: then the link opens a file whose text is already there.")
        return FileView(title, words, path, file.text, address.href, note)


def _adopters(ctx: PageContext) -> tuple[tuple[str, Organisation], ...]:
    """Return for each municipality who would begin, the municipality with the most organisations first.

    The municipality's own organisation, else the first association; a place without either is left out.
    """
    begins: dict[str, Organisation] = {}
    size: Counter[str] = Counter()
    for one in ctx.community.organisations.values():
        place = one.municipality
        if place is None:
            continue
        size[place] += 1
        known = begins.get(place)
        if known is None or (_rank(one), one.id) < (_rank(known), known.id):
            begins[place] = one
    found = [(place, one) for place, one in begins.items() if _rank(one) < len(_FIRST)]
    return tuple(sorted(found, key=lambda pair: (-size[pair[0]], pair[0])))


_FIRST: Final = (OrganisationType.MUNICIPALITY, OrganisationType.MUNICIPAL_UNIT, OrganisationType.ASSOCIATION)


def _rank(one: Organisation) -> int:
    return _FIRST.index(one.organisation_type) if one.organisation_type in _FIRST else len(_FIRST)
