"""What announcements need of a site besides its records: its address, its name, and who reads Markdown."""

from __future__ import annotations

from seurantalo.announcing.facts import Means
from seurantalo.publishing.parts import Parts
from seurantalo.publishing.plain_words import words_by_lines
from seurantalo.publishing.prose import ProseContext, render_prose

__all__ = ["means_of"]


def means_of(parts: Parts) -> Means:
    """Return the means of a site.

    >>> means_of(parts).plain("Tule **mukaan**!", "fi")
    'Tule mukaan!'
    """

    def plain(words: str, code: str) -> str:
        return words_by_lines(str(render_prose(words, ProseContext(community=parts.community, language=code))))

    return Means(
        site_url=parts.site.url,
        site_name=parts.site.name,
        language=parts.settings.language,
        templates=parts.channel_templates,
        plain=plain,
    )
