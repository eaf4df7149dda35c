"""Pictures drawn as SVG by small pure functions: the year wheel, the year's days, the well-being tree.

A picture is a piece of HTML to stand in a page. It has no colours of its own: classes are given theirs by the style
sheets, in light, in dark and on paper. Numbers have at most two decimals, so the same input gives the same bytes.
"""
