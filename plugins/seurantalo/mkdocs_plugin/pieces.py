"""What a build makes by thousands, in pieces of work: which processes of their own make, and which this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, Final

from mkdocs.structure.pages import Page as HostPage

from seurantalo.folder import Folder
from seurantalo.mkdocs_plugin.bulk import VERY_MANY, BulkBuild, Remembering, Written, write_files
from seurantalo.mkdocs_plugin.page_shell import Shells
from seurantalo.mkdocs_plugin.rendering import Rendering
from seurantalo.processes import Crew, done
from seurantalo.publishing.publication import BulkFiles, Publication

#: So many changed pages take less time than the rendering of MkDocs' own.
FEW: Final = 200


class Pieces:
    """The pieces of one build's work, in the order in which they are given and done."""

    def __init__(
        self,
        publication: Publication,
        bulk: Sequence[BulkBuild],
        new_folder: Callable[[], Folder],
        remembering: Remembering | None,
        render: Callable[[], Rendering],
        processes: int,
    ) -> None:
        """Know of what the pieces are made; what it takes to ``render`` a page is known later than that."""
        self.are_very_many = False
        self._publication = publication
        self._bulk = bulk
        self._new_folder = new_folder
        self._remembering = remembering
        self._render = render
        self._processes = processes
        self._crew = Crew(self._do, processes)
        self._results = self._crew.results()
        self._file_count = 0
        self._ours: list[Callable[[], Written]] = []
        self._by_host: list[Callable[[], Written]] = []
        #: The kinds, by number, whose changed pages are made before there are shells for them: where they are few.
        self._ahead: Sequence[int] | None = None

    def __len__(self) -> int:
        """Return how many pieces ``pages`` and ``files`` yield, after ``give_pages``."""
        return len(self._crew) - len(self._ahead or ()) + len(self._ours) + len(self._by_host)

    @property
    def are_few(self) -> bool:
        """Whether all pages that were to be made are known when ``give_pages`` has returned."""
        return self._ahead is not None

    def begin(self) -> None:
        """Have made what needs nothing from MkDocs, beside its own work."""
        self.are_very_many = sum([bulk.list_pages() for bulk in self._bulk]) > VERY_MANY
        if self.are_very_many:
            self._crew.forget()
        self._give_few_pages()
        pages = len(self._crew)
        for number, files in enumerate(self._publication.bulk_files):
            self._give(self._crew.give_later, files, "_write_files", number)
        self._file_count = len(self._crew) - pages

    def _give(self, give: Callable[..., None], kind: BulkBuild | BulkFiles, step: str, *about: object) -> None:
        """Have a piece made: where there is much to make here, when this process has made the composed pages."""
        if kind.with_composed and not self.are_few:
            self._ours.append(partial(self._do, step, *about))
        else:
            give(step, *about)

    def _give_few_pages(self) -> None:
        """Have the changed pages made, where they are few: the search need not wait for their shells then."""
        if self._processes == 1:
            return
        changed = {number: names for number, bulk in enumerate(self._bulk) if (names := bulk.changed())}
        is_few = self._remembering is not None and sum(map(len, changed.values())) <= FEW
        if not is_few:
            self._publication.look_up()
        else:
            if changed:
                self._publication.look_up_for_few()
            self._crew.leave_one()
            for number, names in changed.items():
                self._crew.give("_make_pages", number, names)
            self._ahead = tuple(changed)

    def give_pages(self) -> list[Written]:
        """Have the pages made, now that there are shells; return what is there already."""
        there, ahead = list[Written](), {number: next(self._results).pages for number in self._ahead or ()}
        for number, bulk in enumerate(self._bulk):
            filled = bulk.fill(self._new_folder, ahead.get(number, ()), bulk.shells, self._render())
            there += (bulk.kept(), filled)
            for names in bulk.pieces({*there[-2].names, *filled.names}):
                if bulk.shells:
                    self._give(self._crew.give, bulk, "_write_pages", number, bulk.shells, names)
                else:
                    self._by_host.append(partial(bulk.write, self._new_folder, names, None, self._render()))
        return there

    def pages(self) -> Iterator[Written]:
        """Yield what was made, in an order that is always the same, until the last page is there."""
        yield from (make() for make in self._ours)
        if self.are_very_many:
            self._publication.let_go()
        if self._by_host or self.are_very_many:
            # The crew is gone before others are hired: a process with threads should not be forked.
            yield from chain(self._results, done(self._by_host, self._processes))
        else:
            yield from islice(self._results, len(self._crew) - len(self._ahead or ()) - self._file_count)

    def files(self) -> Iterator[Written]:
        """Yield what others have made since then, or still make."""
        return self._results

    def stop(self) -> None:
        """End what goes on beside."""
        self._crew.stop()

    def _do(self, step: str, *about: Any) -> Written:  # noqa: ANN401  # what the step takes
        """Do a step by its name, which can be sent to another process."""
        made: Written = getattr(self, step)(*about)
        return made

    def _make_pages(self, number: int, names: Sequence[str]) -> Written:
        return Written((), 0, pages=tuple(map(self._bulk[number].make, names)))

    def _write_files(self, number: int) -> Written:
        return write_files(self._new_folder, self._publication.bulk_files[number], self._remembering)

    def _write_pages(self, number: int, shells: Shells, names: Sequence[str]) -> Written:
        return self._bulk[number].write(self._new_folder, names, shells, self._rendered)

    def _rendered(self, page: HostPage) -> str:
        """Render a page; what it takes to do so is known when all files are, later than the crew begins."""
        return self._render()(page)
