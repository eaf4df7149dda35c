"""Who arranges and where: municipalities, organisations, venues, the directory of contacts."""
