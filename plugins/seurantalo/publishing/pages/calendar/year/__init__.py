"""The year wheel and the pages of years."""
