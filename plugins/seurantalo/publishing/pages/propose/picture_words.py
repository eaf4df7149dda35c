"""What is said beside a picture that somebody has chosen: the sentences that ``picture.js`` has no words for."""

from __future__ import annotations

from seurantalo.language.catalogue import Language

__all__ = ["picture_words"]


def picture_words(lang: Language) -> dict[str, str]:
    """Return the sentences by what ``picture.js`` calls ``broken``; ``small`` where all went well, and ``apart``.

    In ``small``, ``{name}`` and ``{size}``, in kilobytes, are still open.

    >>> picture_words(lang)["pdf"]
    'PDF-tiedostoa ei voi lisätä kuvana. Ota julisteesta kuvakaappaus ja valitse se.'
    """
    say = lang.say
    return {
        "small": say("The picture is ready: {name}, {size} kB. It no longer tells where and when it was taken."),
        "apart": say("A link can’t carry the picture. Send it as an attachment of the message."),
        "heic": say("Your browser can’t read this picture (HEIC). Take a screenshot of it, and choose that."),
        "pdf": say("A PDF can’t be added as a picture. Take a screenshot of the poster, and choose that."),
        "large": say("The picture is larger than 50 MB. Choose a smaller one."),
        "unreadable": say("The file could not be read as a picture. Choose a JPEG or PNG picture."),
    }
