"""What the browser says of a search, in the site's language: it stands in the list of words, not on every page."""

from __future__ import annotations

from seurantalo.language.catalogue import Language


def spoken(words: Language) -> dict[str, str]:
    """Return the sentences by their names in ``search-dialog.js``; ``{n}`` and ``{words}`` are filled in there.

    >>> spoken(lang)["none"]
    'Haulla ”{words}” ei löytynyt mitään. Kokeile lyhyempää tai toista sanaa.'
    """
    return {
        "search": words.say("Search"),
        "field": words.say("What are you looking for?"),
        "close": words.say("Close"),
        "one": words.say("1 hit"),
        "some": words.say("{n} hits", n="{n}"),
        "most": words.say("The {n} best hits", n="{n}"),
        "none": words.say("Nothing was found with “{words}”. Try a shorter word, or another.", words="{words}"),
        "failed": words.say("The search did not load. Are you connected to the network?"),
        "all": words.say("This search as a page of its own"),
        "key": words.say("The key / opens the search on every page"),
        "event": words.say("Coming events"),
        "practice": words.say("Good practices"),
        "organisation": words.say("Associations and other actors"),
        "venue": words.say("Venues"),
        "other": words.say("Other pages"),
        "past": words.say("Past events"),
    }
