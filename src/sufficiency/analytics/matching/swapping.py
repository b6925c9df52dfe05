"""Why not swap: what each exchange with the holder of a home somebody would rather have would do to the whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from sufficiency.analytics.matching.allocating import Arrangement, Option

ROUNDING = 1e-6


@dataclass(frozen=True)
class Swap:
    """A request, the better home, who holds it, and the points the exchange would change; None where not lawful."""

    request: str
    wants: str
    held_by: str
    change: float | None

    @property
    def text(self) -> str:
        """The proof in a sentence."""
        if self.change is None:
            return f"{self.request} would be better in {self.wants}, but {self.held_by} has no lawful home by swapping."
        return (
            f"{self.request} would be better in {self.wants}, but swapping with {self.held_by} changes the total by "
            f"{self.change:+.2f} points."
        )


def swaps(arrangement: Arrangement) -> list[Swap]:
    """For every home that a request values more than its own: the exchange with each who holds it."""
    return [swap for number in arrangement.chosen for swap in _wanted(arrangement, number)]


def _wanted(arrangement: Arrangement, number: int) -> Iterator[Swap]:
    own = arrangement.chosen[number]
    holders = _holders(arrangement)
    for option in arrangement.options:
        if option.request == number and option.value > own.value + ROUNDING:
            for holder in holders.get(option.home, ()):
                yield _swap(arrangement, own, option, arrangement.chosen[holder])


def _swap(arrangement: Arrangement, own: Option, wanted: Option, held: Option) -> Swap:
    back = arrangement.by_pair.get((held.request, own.home))
    change = None if back is None else wanted.value + back.value - own.value - held.value
    requests = [arrangement.rankings[option.request].request.id for option in (own, held)]
    home = arrangement.rankings[own.request].homes[wanted.home].id
    return Swap(requests[0], home, requests[1], None if change is None else round(change, 2))


def _holders(arrangement: Arrangement) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, option in arrangement.chosen.items():
        found.setdefault(option.home, []).append(number)
    return found
