"""Speed of numbers and quantities, as ratios to Babel measured in the same run.

python benchmarks/values.py
"""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal

from babel.numbers import format_decimal, parse_decimal

import chitieu as ct


def per_call(work: Callable[[], object], calls: int = 5000) -> float:
    """Return the time of one call, the best of some rounds."""
    rounds: list[float] = []
    for _ in range(7):
        begin = time.perf_counter()
        for _ in range(calls):
            work()
        rounds.append((time.perf_counter() - begin) / calls)
    return min(rounds)


def main() -> None:
    """Measure and print."""
    number = Decimal("1234567.891")
    babel_parse = per_call(lambda: parse_decimal("1.700,5", locale="vi", strict=True))
    babel_format = per_call(lambda: format_decimal(number, locale="vi"))
    babel_of_quantity = per_call(lambda: parse_decimal("32,1", locale="vi", strict=True))
    print(
        f"parse_number: Babel strict takes {babel_parse / per_call(lambda: ct.parse_number('1.700,5')):.1f} x as long"
    )
    print(f"format_number: Babel takes {babel_format / per_call(lambda: ct.format_number(number)):.1f} x as long")
    quantity = per_call(lambda: ct.parse_quantity("32,1 giường bệnh/vạn dân"))
    print(
        f"parse_quantity with its unit: {quantity / babel_of_quantity:.2f} x Babel's strict parse of the number alone"
    )
    column = ["32,1 giường bệnh/vạn dân", "9,3%", "28.000 tỷ đồng", "không rõ"] * 25_000
    begin = time.perf_counter()
    read = ct.parse_quantities(column)
    spent = time.perf_counter() - begin
    cells = len(read.quantities)
    print(
        f"parse_quantities: {cells} cells, {len(read.errors)} errors collected, {spent / cells / babel_of_quantity:.2f} x a cell"
    )


if __name__ == "__main__":
    main()
