"""A small council whose returns are stored: enough children for a scorecard, few enough that some counts are small."""

from factories.children import store

EARLIER, LATER = "2022-23", "2023-24"
IN_A_CHILDRENS_HOME = 3  # few enough to be hidden


def episodes(children, *, in_homes=IN_A_CHILDRENS_HOME, started="01/05/2021"):
    """So many children in care for long, all but some of them with the council's own foster carers."""
    lines = ["CHILD | DECOM | RNE | PLACE | PLACE_PROVIDER"]
    for child in range(children):
        place, provider = ("K2", "PR4") if child < in_homes else ("U6", "PR1")
        lines.append(f"{100 + child} | {started} | S | {place} | {provider}")
    return "\n".join(lines)


def store_council(authority, *, children=40):
    """Two years of returns: the later one has two more children."""
    store(authority, EARLIER, upload=1, episodes=episodes(children - 2))
    store(authority, LATER, upload=2, episodes=episodes(children))
