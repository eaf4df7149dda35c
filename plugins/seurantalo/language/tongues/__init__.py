"""One module for each of our languages; :mod:`seurantalo.language.registry` lists them."""
