"""What is known: practices, the handbook, sources, words, themes and audiences, well-being trees."""
