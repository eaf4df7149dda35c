"""Files of the site that are no records: ordinary pages, and what lies loose beside them."""
