"""Who has tried what: practices by municipality, from adoptions and from what was held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.practice import Adoption, Practice
from seurantalo.wiki.adoption import adoptions_of
from seurantalo.wiki.practice_log import PracticeLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A practice in a municipality: who there has taken it up, furthest first, and how often it was held.

    ``home`` is True where the practice's own page names the municipality.

    >>> trials = method_matrix(library, [practice], {practice.id: log}, most=5).rows[0].trials
    >>> trials["vimpeli"].held, trials["vimpeli"].home, [one.adopter for one in trials["alajarvi"].adoptions]
    (1, True, ['nuoret'])
    """

    adoptions: tuple[Adoption, ...] = ()
    held: int = 0
    home: bool = False


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A practice and its trials, by the id of the municipality."""

    practice: Practice
    trials: Mapping[str, Trial]


@dataclass(frozen=True, slots=True)
class MethodMatrix:
    """Practices that somebody has tried by municipality, and practices that nobody has told of trying.

    ``municipalities`` are ids, those with the most trials first, at most as many as were asked for; ``left_out``
    counts the others.

    >>> narrow = method_matrix(library, [practice], {practice.id: log}, most=1)
    >>> narrow.municipalities, narrow.left_out
    (('alajarvi',), 1)
    """

    municipalities: tuple[str, ...]
    rows: tuple[MethodRow, ...]
    untried: tuple[Practice, ...]
    left_out: int


def method_matrix(
    community: Community, practices: Iterable[Practice], logs: Mapping[str, PracticeLog], most: int
) -> MethodMatrix:
    """Return who has tried which of some practices, in the order given; columns for ``most`` municipalities.

    >>> evening = library.practices["kylailta"]
    >>> matrix = method_matrix(library, [practice, evening], {practice.id: log, evening.id: PracticeLog()}, most=5)
    >>> [row.practice.id for row in matrix.rows], [practice.id for practice in matrix.untried]
    (['pyorea-poyta'], ['kylailta'])
    """
    rows: list[MethodRow] = []
    untried: list[Practice] = []
    count: Counter[str] = Counter()
    for practice in practices:
        trials = _trials(community, practice, logs[practice.id])
        count.update(trials.keys())
        if trials:
            rows.append(MethodRow(practice, trials))
        else:
            untried.append(practice)
    places = sorted(count, key=lambda name: (-count[name], name))
    return MethodMatrix(tuple(places[:most]), tuple(rows), tuple(untried), max(len(places) - most, 0))


def _trials(community: Community, practice: Practice, log: PracticeLog) -> Mapping[str, Trial]:
    held: Counter[str] = Counter()
    for line in log.lines:
        if line.event is not None:
            held[line.event.municipality] += line.dates
    adoptions: dict[str, list[Adoption]] = defaultdict(list)
    for adoption in adoptions_of(community, practice):
        adoptions[adoption.municipality].append(adoption)
    home = set(practice.municipalities)
    return {
        name: Trial(adoptions=tuple(adoptions.get(name, ())), held=held[name], home=name in home)
        for name in sorted({*held, *adoptions, *home} - {""})
    }
