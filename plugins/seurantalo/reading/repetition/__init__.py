"""How often something is, in words and as a rule of RFC 5545."""
