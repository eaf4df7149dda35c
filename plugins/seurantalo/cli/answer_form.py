"""The link that opens the form filled in with a proposal: there its page is seen as it will be, and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from seurantalo.cli.site_folders import as_proposed
from seurantalo.cli.understood import News, Understood
from seurantalo.model.record import Kind, Record
from seurantalo.project import Project
from seurantalo.proposing import FORM, Act
from seurantalo.proposing.values import values_of
from seurantalo.proposing.wire import MOST_FILES, Proposal, ProposedFile, is_path, pack
from seurantalo.publishing.addresses import PROPOSE
from seurantalo.reading import Reading

#: The act that adds a record of a kind.
_ADDS: Final[Mapping[Kind, Act]] = {
    Kind.EVENT: Act.EVENT,
    Kind.ORGANISATION: Act.ORGANISATION,
    Kind.VENUE: Act.VENUE,
    Kind.PRACTICE: Act.PRACTICE,
    Kind.ADOPTION: Act.ADOPTION,
    Kind.IDEA: Act.IDEA,
    Kind.COMMENT: Act.COMMENT,
}
#: What may come along with something else: an organiser and a place that are new.
_HELPERS: Final = frozenset({Kind.ORGANISATION, Kind.VENUE})


def form_link(
    project: Project, understood: Sequence[Understood], before: Reading, blobs: Mapping[str, str]
) -> tuple[str, str]:
    """Return the form's page, and its fragment with the whole proposal; two empty texts where no form can hold it.

    ``before`` is what was there, ``blobs`` the git blob of each file that was, by path. The form shows one record,
    with an organiser and a place that are new; more at once are no form's.
    """
    mine = [one for one in understood if one.news is not News.REMOVED]
    main = [one for one in mine if one.record.KIND not in _HELPERS] or mine[:1]
    others = [one for one in mine if one not in main]
    if len(main) != 1 or len(mine) > MOST_FILES:
        return "", ""
    earlier = {(one.KIND, one.id): one for one in before.records}
    files = list(_files([*main, *others], earlier, blobs, project))
    if len(files) != len(mine) or any(not one.is_new for one in files[1:]):
        return "", ""
    act = _ADDS[files[0].kind] if files[0].is_new else Act.CHANGE
    if not files[0].is_new and files[0].kind is not Kind.EVENT:
        return "", ""
    return f"{PROPOSE}{FORM[act].page}", pack(Proposal(act=act, files=tuple(files)))


def _files(
    ours: Sequence[Understood],
    earlier: Mapping[tuple[Kind, str], Record],
    blobs: Mapping[str, str],
    project: Project,
) -> Iterator[ProposedFile]:
    """Yield the files that a form can hold: of a file that was there only what differs."""
    timezone = project.settings.timezone
    for one in ours:
        kind, path = one.record.KIND, as_proposed(project, one.place.path)
        if kind not in _ADDS or not is_path(kind, path):
            continue
        values = values_of(one.record, timezone=timezone)
        old = earlier.get((kind, one.record.id))
        if old is None or one.place.path not in blobs:
            yield ProposedFile(kind=kind, path=path, values=values)
            continue
        was = values_of(old, timezone=timezone)
        changed = {name: value for name, value in values.items() if was.get(name) != value}
        gone = tuple(name for name in was if name not in values)
        yield ProposedFile(kind=kind, path=path, base=blobs[one.place.path], values=changed, drop=gone)
