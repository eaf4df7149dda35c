"""What becomes of the site's events in a regional calendar."""
