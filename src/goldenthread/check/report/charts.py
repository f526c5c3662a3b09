"""Small charts as SVG, made here: they grow with the page, print, and always stand beside their numbers."""

from collections.abc import Sequence

from markupsafe import Markup, escape

LEAST = 0.5
"""No part of a bar is drawn shorter than this per cent of it: one child among thousands is still seen."""


def bar(numbers: dict[str, int], whole: int | None = None) -> Markup:
    """A bar in parts, each with the look of its name; as long as the parts are of `whole` (their sum, unless given).

    The numbers always stand beside it, so it is hidden from a screen reader.
    """
    whole = sum(numbers.values()) if whole is None else whole
    widths = {name: max(LEAST, 100 * number / whole) for name, number in numbers.items() if number}
    squeeze = min(1, 100 / (sum(widths.values()) or 1))
    at, drawn = 0.0, []
    for name, width in widths.items():
        drawn.append(f'<rect class="part-{name}" x="{at:.2f}%" width="{width * squeeze:.2f}%" height="100%"/>')
        at += width * squeeze
    return Markup(f'<svg class="bar" aria-hidden="true" focusable="false">{"".join(drawn)}</svg>')


def line(shares: Sequence[float | None], label: str, description: str, look: str = "small") -> Markup:
    """A line through shares of 0 to 100, evenly spaced; a month without a share breaks it, a lone one is a dot."""
    step = 100 / max(1, len(shares) - 1)
    points = [(at * step, 100 - share) if share is not None else None for at, share in enumerate(shares)]
    strokes = "".join(_stroke(run) for run in _runs(points))
    last = next((point for point in reversed(points) if point), None)
    end = f'<path class="end" d="M{last[0]:.2f} {last[1]:.2f}h.001"/>' if last else ""
    grid = "".join(f'<path class="grid" d="M0 {y}H100"/>' for y in (0, 50, 100))
    return Markup(
        f'<svg class="line {look}" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(label)}. {escape(description)}">'
        f"<title>{escape(label)}</title><desc>{escape(description)}</desc>{grid}{strokes}{end}</svg>"
    )


def _runs(points):
    """The stretches of points without a gap."""
    run = []
    for point in [*points, None]:
        if point:
            run.append(point)
        elif run:
            yield run
            run = []


def _stroke(run) -> str:
    first, *rest = run
    drawn = f"M{first[0]:.2f} {first[1]:.2f}" + "".join(f"L{x:.2f} {y:.2f}" for x, y in rest)
    return f'<path class="stroke" d="{drawn if rest else drawn + "h.001"}"/>'
