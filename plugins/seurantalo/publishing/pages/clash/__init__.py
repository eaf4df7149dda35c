"""Clashing dates: their page, and a finding wherever one is shown."""
