"""The site where there is no coverage: what a device keeps of it and how old that is, and the site as an app."""
