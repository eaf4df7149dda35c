"""Fields, each told once: what files may hold, and all that is said of it wherever it shows.

``field`` says what a field is, ``names`` holds the names that several kinds share, ``choices`` the words of closed
choices, ``parts`` the parts that several kinds share; every other module holds a subject's kinds of record. This is
data: how a type of value is read or shown is told by the room that reads or shows it, once for each ``Shape``.
"""
