"""The pages of the site, a folder for each subject: Python, templates, style sheets, browser modules."""
