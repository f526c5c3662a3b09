"""Small numbers, suppressed in whatever leaves the building, and so that nobody can work them out from the totals.

1 to 5 are suppressed; 0 is told. Where a row or column with its total would still give one away, more is suppressed:
the smallest number that will do, and a total only where nothing else is left. Whoever reads the table and knows that
each suppressed number is at least 1 finds for every one of them more than one number that it may be.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count

MOST = 5
"""The largest number that is suppressed for itself."""

SUPPRESSED = "c"
"""What stands in place of a suppressed number, as in the statistics of the Department for Education."""

ONE_MORE, A_TOTAL = 10, 10**6
"""What it costs to hide one more number, besides its size; and a total, which more than any table can make up for."""

Cell = tuple[int, int]


def small(number: int) -> bool:
    """Whether a number is one that must not be told."""
    return 1 <= number <= MOST


def suppress(rows: Sequence[Sequence[int]], down: bool = True) -> list[list[int | str]]:
    """A table of these numbers with a total for each row and, if `down`, for each column: as it may leave."""
    numbers = [[*row, sum(row)] for row in rows]
    if not down:
        return [told for row in numbers for told in _Table([row], down).told()]
    return _Table([*numbers, [sum(column) for column in zip(*numbers, strict=True)]], down).told()


def suppress_row(numbers: Mapping[str, int]) -> dict[str, int | str]:
    """Numbers that add up to a total: as they may leave, and the total itself as `total`."""
    (told,) = suppress([list(numbers.values())], down=False)
    return dict(zip([*numbers, "total"], told, strict=True))


class _Table:
    """Numbers with totals: the last of each row and, if `down`, the last row; and which are `hidden`.

    Rows and columns are the places of a network and hidden numbers its pipes: a number can be another than it is if and
    only if what is added to it can flow back another way. A total counts against its line, so its pipe runs the other
    way. Where there are no totals down, columns say nothing: they are one place.
    """

    def __init__(self, numbers: list[list[int]], down: bool):
        self.numbers, self.down = numbers, down
        self.cells = [(r, c) for r, row in enumerate(numbers) for c in range(len(row))]
        self.hidden = {cell for cell in self.cells if small(self.at(cell))}
        self.lines: dict[tuple, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            for end in self._ends(cell):
                self.lines[end].append(cell)

    def told(self) -> list[list[int | str]]:
        """The table as it may leave."""
        self.settle()
        return [[SUPPRESSED if (r, c) in self.hidden else number for c, number in enumerate(row)]
                for r, row in enumerate(self.numbers)]  # fmt: skip

    def at(self, cell: Cell) -> int:
        return self.numbers[cell[0]][cell[1]]

    def totals(self, cell: Cell) -> int:
        """Of how many lines a cell is the total."""
        return (cell[1] == len(self.numbers[0]) - 1) + (self.down and cell[0] == len(self.numbers) - 1)

    def settle(self) -> None:
        """Hide until nothing hidden is given away: whatever is hidden besides varies with what it was hidden for."""
        for cell in sorted(self.hidden):
            self.hidden |= min(self._rings(cell), key=lambda ring: sum(map(self._cost, ring)))

    def _rings(self, cell: Cell) -> Iterator[set[Cell]]:
        """The cheapest ring of numbers that may vary together with this one, up and down, as far as there are such."""
        row, column = self._ends(cell)
        for start, end in ((column, row), (row, column)):
            if self._open(cell, from_row=end == row):
                ring = self._cheapest(start, end, cell)
                if ring is not None:
                    yield ring

    def _ends(self, cell: Cell) -> tuple[tuple, tuple]:
        return ("row", cell[0]), ("column", cell[1] if self.down else 0)

    def _open(self, cell: Cell, from_row: bool) -> bool:
        """Whether the pipe of a number lets something through from its row, or from its column: up always, down to 1."""
        return self.at(cell) > 1 or (self.at(cell) == 1 and from_row != (self.totals(cell) == 1))

    def _cost(self, cell: Cell) -> int:
        """What hiding a number costs: nothing where it is hidden already, little of a small one, much of a total."""
        return 0 if cell in self.hidden else ONE_MORE + self.at(cell) + A_TOTAL * self.totals(cell)

    def _cheapest(self, start: tuple, end: tuple, but: Cell) -> set[Cell] | None:
        """The numbers on the cheapest way from one line to another that does not go through `but`."""
        best, tried, waiting = {start: 0}, count(), [(0, 0, start, frozenset())]
        while waiting:
            cost, _, place, way = heappop(waiting)
            if place == end:
                return set(way)
            for cell in self.lines[place]:
                row, column = self._ends(cell)
                if cell == but or not self._open(cell, from_row=place == row):
                    continue
                there, costs = (column if place == row else row), cost + self._cost(cell)
                if costs < best.get(there, costs + 1):
                    best[there] = costs
                    heappush(waiting, (costs, next(tried), there, way | {cell}))
        return None
