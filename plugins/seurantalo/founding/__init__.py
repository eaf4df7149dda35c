"""A region's own repository: what `seurantalo init` writes and `seurantalo upgrade` renews."""

from __future__ import annotations

from seurantalo.founding.answers import ANSWERS, FORGES, AnswerError, Answers, answered, answers_now
from seurantalo.founding.municipalities import NoMunicipalityError, find_municipality
from seurantalo.founding.open_ends import open_ends
from seurantalo.founding.program import Program
from seurantalo.founding.site_files import SITE_LANGUAGES, SiteFile, site_files
from seurantalo.founding.state import STATE_FILE, State, StateError, with_state
from seurantalo.founding.upgrading import WORKFLOWS, Upgrade, news_since, paths_of, upgrade
from seurantalo.founding.writing import NotEmptyError, refuse_unless_empty, write_site

__all__ = [
    "ANSWERS",
    "FORGES",
    "SITE_LANGUAGES",
    "STATE_FILE",
    "WORKFLOWS",
    "AnswerError",
    "Answers",
    "NoMunicipalityError",
    "NotEmptyError",
    "Program",
    "SiteFile",
    "State",
    "StateError",
    "Upgrade",
    "answered",
    "answers_now",
    "find_municipality",
    "news_since",
    "open_ends",
    "paths_of",
    "refuse_unless_empty",
    "site_files",
    "upgrade",
    "with_state",
    "write_site",
]
