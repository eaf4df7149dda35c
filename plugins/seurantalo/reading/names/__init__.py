"""Words that name something: records, fields, addresses in the web, titles."""
