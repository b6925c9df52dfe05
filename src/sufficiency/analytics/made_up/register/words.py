"""Names for made-up homes and providers, put together from words; nobody has them because of anyone real."""

_FIRST = (
    "Alder", "Bramble", "Clover", "Dunlin", "Elder", "Fern", "Gorse", "Heron", "Iris", "Juniper", "Kestrel", "Linnet",
    "Mallow", "Nettle", "Osier", "Plover", "Quince", "Reed", "Sedge", "Teal", "Umber", "Vetch", "Willow", "Yarrow",
)  # fmt: skip
_LAST = ("bank", "croft", "dale", "field", "fen", "gate", "ham", "holt", "lea", "mere", "moor", "wick")
HOMES, SUPPORTED = ("House", "Lodge", "Cottage", "Farm"), ("Court", "Place", "Yard", "Row")


def joined(number: int) -> str:
    """A name for a number, another for each of the first 288."""
    return _FIRST[number % len(_FIRST)] + _LAST[number // len(_FIRST) % len(_LAST)]


def household(number: int) -> str:
    """A carer household's name."""
    return f"{joined(number)} household"


def house(number: int, endings: tuple[str, ...]) -> str:
    """A house's name."""
    return f"{joined(number * 5 + 3)} {endings[number % len(endings)]}"
