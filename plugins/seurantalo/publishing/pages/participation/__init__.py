"""Taking part: ideas and what came of them, processes, participatory budgeting, campaigns."""
