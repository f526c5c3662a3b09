"""The charts: as long as their numbers, and said in words."""

import re
import xml.etree.ElementTree as xml

from goldenthread.check.report import charts


def widths(svg):
    return [float(width) for width in re.findall(r'width="([\d.]+)%"', svg)]


def test_a_bar_is_as_long_as_its_parts_are_of_the_whole():
    assert widths(charts.bar({"met": 30, "late": 10})) == [75, 25]
    assert widths(charts.bar({"met": 30, "late": 10}, 80)) == [37.5, 12.5]


def test_one_child_among_thousands_is_still_seen_and_the_bar_grows_no_longer_than_its_whole():
    drawn = widths(charts.bar({"met": 9_999, "open": 1}))
    assert drawn[1] >= 0.4
    assert sum(drawn) <= 100.01


def test_what_is_nothing_is_not_drawn():
    assert "part-late" not in charts.bar({"met": 3, "late": 0})
    assert widths(charts.bar({})) == []


def test_a_line_breaks_at_a_month_without_a_share():
    drawn = xml.fromstring(charts.line([50, 60, None, 70, 80], "Kept", "Said."))
    strokes = [path.get("d") for path in drawn if path.get("class") == "stroke"]
    assert strokes == ["M0.00 50.00L25.00 40.00", "M75.00 30.00L100.00 20.00"]


def test_a_lone_month_is_a_dot():
    drawn = xml.fromstring(charts.line([None, 60, None], "Kept", "Said."))
    assert [path.get("d") for path in drawn if path.get("class") == "stroke"] == ["M50.00 40.00h.001"]


def test_a_line_without_any_share_has_no_end():
    assert 'class="end"' not in charts.line([None, None], "Kept", "Nothing fell due.")


def test_a_line_is_said_to_those_who_cannot_see_it_and_cannot_break_out_of_its_label():
    drawn = xml.fromstring(charts.line([50], 'Kept "<in>" time', "50% & more"))
    assert drawn.get("role") == "img"
    assert drawn.get("aria-label") == 'Kept "<in>" time. 50% & more'
    assert [part.text for part in drawn[:2]] == ['Kept "<in>" time', "50% & more"]
