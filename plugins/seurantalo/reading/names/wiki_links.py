"""Wiki links in texts: whether they lead to a record, and whether they lead on at all where they stand."""

from __future__ import annotations

from seurantalo.model.problem import Severity
from seurantalo.model.wiki_link import kind_of, wiki_links
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.names.references import report_missing
from seurantalo.reading.yaml.tree import Scalar


def check_wiki_links(scope: Scope, field_name: str, node: Scalar, text: str) -> None:
    """Report the links of a text that lead to no record."""
    for link in wiki_links(text):
        place = scope.find(f"[[{link.kind_word}:{link.target}", node)
        kind = kind_of(link.kind_word)
        if kind is None:
            scope.report("wiki-link-kind", place, field_name, found=link.kind_word)
        elif scope.known.resolve(kind, link.target) is None:
            report_missing(scope, kind, place, field_name, link.target)


def words_of_links(scope: Scope, field_name: str, node: Scalar, text: str) -> str:
    """Return a text that is never more than words, with those of its wiki links in their place; report these."""
    pieces: list[str] = []
    end = 0
    for link in wiki_links(text):
        written, read = text[link.offset : link.end], link.text or link.target
        place = scope.find(written, node)
        mend = scope.instead(place, written, link.text) if link.text else None
        scope.report(
            "wiki-link-not-here", place, field_name, Severity.WARNING, mend, found=written[:60], read=read[:60]
        )
        pieces += (text[end : link.offset], read)
        end = link.end
    return "".join((*pieces, text[end:]))
