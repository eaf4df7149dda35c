"""The page of the search; its modules run in the browser and in Node.js."""
