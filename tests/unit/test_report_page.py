"""report.html: one file that needs nothing else, safe with any id, honest about what it leaves out."""

import datetime as dt
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests import invented_duties as invented

from goldenthread.check.report import children, figures, page, sources
from goldenthread.check.run import Run
from goldenthread.standards.thread import Coverage

BOOK = {each.id: each for each in invented.standards()}


class Page(HTMLParser):
    """A page taken apart: its elements with their attributes, its headings, its text."""

    def __init__(self, text):
        super().__init__()
        self.source, self.elements, self.headings, self.words, self._inside = text, [], [], [], []
        self.feed(text)
        self.text = re.sub(r"\s+", " ", " ".join(self.words))

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._inside.append(tag)

    def handle_endtag(self, tag):
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data):
        if "style" in self._inside:
            return
        self.words.append(data)
        if "h2" in self._inside and data.strip():
            self.headings.append(data.strip())


def report(connection, tmp_path, **more):
    given = {
        "standards": invented.standards(), "as_at": invented.AS_AT, "as_at_why": invented.AS_AT_WHY,
        "summaries": invented.summaries(), "coverage": invented.coverage(), "authority": "Northborough",
    }  # fmt: skip
    page.write_report(connection, tmp_path / "report.html", Run(**given | more))
    return Page((tmp_path / "report.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The report of an invented authority."""
    return report(invented.authority(150), tmp_path_factory.mktemp("report"))


def test_it_is_one_file_without_script_network_or_inline_style(whole):
    tags = {tag for tag, _ in whole.elements}
    assert not tags & {"script", "link", "img", "iframe", "form", "object", "base"}
    names = {name for _, attributes in whole.elements for name in attributes}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert all(each["href"].startswith("#") for tag, each in whole.elements if tag == "a")
    assert "url(" not in whole.source
    assert "@import" not in whole.source
    assert "http" not in whole.source


def test_the_sections_come_in_the_order_the_eye_needs(whole):
    assert whole.headings == [
        "On this page", "Where children are waiting now", "What was kept in time", "Children who have waited longest",
        "Each area, each standard", "Each child", "Social workers", "Questions worth asking", "Lifted by an exception",
        "What could not be judged", "What was not read", "Sources", "How to read this",
    ]  # fmt: skip


def test_every_link_leads_somewhere_and_every_id_is_one(whole):
    ids = [each["id"] for _, each in whole.elements if "id" in each]
    assert len(ids) == len(set(ids))
    links = {each["href"][1:] for tag, each in whole.elements if tag == "a"}
    labels = {each["aria-labelledby"] for _, each in whole.elements if "aria-labelledby" in each}
    assert (links | labels) - set(ids) == set()


def test_every_chart_is_hidden_beside_its_numbers_or_said_in_words(whole):
    charts = [each for tag, each in whole.elements if tag == "svg"]
    assert charts
    assert all(each.get("aria-hidden") == "true" or each["aria-label"] for each in charts)


def test_the_day_and_why_and_the_sources_are_stated(whole):
    assert "As at 31 March 2026 : the 31 March on or after the latest start in the return." in whole.text
    assert "Read from Ofsted Annex A (annex_a.xlsx, 5,210 rows) , SSDA903 (reviews.csv, 1,480 rows) ." in whole.text
    assert "The counts add up" in whole.text
    assert "Columns that the format does not know were passed over: annex_a.xlsx (3)." in whole.text


def test_no_value_that_was_not_read_is_on_it(whole):
    assert "31/02/2020" not in whole.text
    assert "NOBODY KNOWS" not in whole.text
    assert "a day of the calendar" in whole.text


def test_it_uses_the_fields_words_and_gives_no_grade(whole):
    for word in ("finding", "breach", "verdict", "owner", "spell", "inadequate", "outstanding", "non-compliant"):
        assert not re.search(rf"\b{word}", whole.text, re.IGNORECASE), word


def test_an_id_is_text_whatever_it_holds(tmp_path):
    hostile = '<script>alert(1)</script>" onload="x'
    row = invented.duty(BOOK["return-interview"], hostile, invented.AS_AT, invented.AS_AT, "not_met", "<b>told</b>",
                        rows=["<i>.csv:1"], caveats=["<u>"])  # fmt: skip
    read = report(invented.connection_with([row]), tmp_path, authority="<h1>Here</h1>")
    assert not {tag for tag, _ in read.elements} & {"script", "b", "i", "u"}
    assert hostile in read.text
    assert "<b>told</b>" in read.text


def test_the_earlier_version_of_a_standard_is_told_beside_the_one_in_force(whole):
    assert "Until 14 December 2023: A child protection plan is first reviewed within 3 months." in whole.text


def test_a_standard_on_our_default_says_so(whole):
    after = whole.text.split("Standards that rest on our default")[1]
    assert "A child in need is visited at least every 6 weeks." in after
    assert "first reviewed within 20 working days" not in after


def test_a_list_too_long_to_read_states_its_total(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MOST_WAITING_LONGEST", 2)
    monkeypatch.setattr(page, "MOST_QUESTIONS", 1)
    monkeypatch.setattr(page, "MOST_NOT_READ", 1)
    monkeypatch.setattr(children, "MOST_SECTIONS", 3)
    monkeypatch.setattr(children, "MOST_EACH", 1)
    monkeypatch.setattr(children, "MOST_LISTED", 2)
    connection = invented.authority(150)
    waiting = connection.execute(
        """SELECT count(DISTINCT subject_id) FROM duties WHERE kind = 'duty' AND subject_type = 'child'
           AND status IN ('overdue', 'not_met') AND closed_on IS NULL AND done_on IS NULL"""
    ).fetchone()[0]
    read = report(connection, tmp_path)
    assert f"The first 2 of {waiting} children waiting" in read.text
    assert f"The 3 with the gravest shortfalls, of {waiting} children with an open one" in read.text
    assert re.search(r"The first 2, the longest first\. All \d+ are in shortfalls\.xlsx", read.text)
    assert re.search(r"The first 1 of \d+: all are in shortfalls\.xlsx", read.text)
    assert "The 1 most frequent of 2 kinds" in read.text
    assert sum(each.get("class") == "person" for _, each in read.elements) <= 3 + 150 // 10
    links = {each["href"][1:] for tag, each in read.elements if tag == "a"}
    assert links <= {each["id"] for _, each in read.elements if "id" in each}


def test_no_child_waiting_says_what_good_looks_like(tmp_path):
    row = invented.duty(BOOK["first-review"], "1", invented.AS_AT, invented.AS_AT, "met", done_on=invented.AS_AT)
    read = report(invented.connection_with([row]), tmp_path)
    assert "That is what good looks like" in read.text
    assert "Each child" not in read.headings


def test_nothing_judged_says_so_and_does_not_say_that_all_is_well(tmp_path):
    read = report(invented.connection_with([]), tmp_path, standards=[], summaries=[], coverage=[], authority=None)
    assert "No duty to a child could be judged" in read.text
    assert "what good looks like" not in read.text
    assert "Nothing that could be judged fell due" in read.text


def test_rows_that_do_not_add_up_are_owned_to(tmp_path):
    astray = replace(invented.summaries()[0], rows=1)
    read = report(invented.connection_with([]), tmp_path, summaries=[astray])
    assert "do not add up. That is a fault of ours" in read.text


def test_many_files_are_told_source_by_source_first(tmp_path):
    files = [replace(invented.summaries()[1], file=f"reviews{n}.csv") for n in range(20)]
    read = report(invented.connection_with([]), tmp_path, summaries=files)
    assert "Read from SSDA903 (20 files, 29,600 rows) ." in read.text
    assert read.text.index("20 files SSDA903") < read.text.index("File by file") < read.text.index("reviews19.csv")


def test_what_a_source_can_show_is_said_in_words():
    unheard_of = Coverage("SSDA903", "unheard_of", invented.AS_AT, invented.AS_AT)
    run = Run([], invented.AS_AT, "", coverage=[*invented.coverage(), unheard_of])
    said = sources.coverage_in_words(run)
    assert [each.extent for each in said["Ofsted Annex A"]][:2] == ["Everything", "Some, though there may be others"]
    assert said["Ofsted Annex A"][2] == sources.Witness(
        "Only the latest", "from 1 April 2023 to 31 March 2026", ["a child protection visit"]
    )
    assert [each.between for each in said["SSDA903"]][:2] == ["from 1 April 2020 to 31 March 2026", "to 31 March 2026"]
    assert said["SSDA903"][2].things == ["unheard_of"]


def trend_of(*shares):
    months = [figures.Kept(met=share, owed=100 if share is not None else 0) for share in shares]
    return page.trend_words(figures.Trend(months), [dt.date(2026, n + 1, 1) for n in range(len(shares))])


def test_a_line_is_said_by_where_it_began_and_is_and_its_lowest_and_highest():
    assert trend_of(None, 80, 60, None, 90, 70) == (
        "80% in February 2026, 70% in June 2026; lowest 60% in March 2026, highest 90% in May 2026."
    )
    assert trend_of(100, None, 100) == "100% from January 2026 to March 2026, in every month counted."
    assert trend_of(None, None) == "Nothing fell due."


@pytest.mark.parametrize(
    "reason, said",
    [
        ("No source holds: protection_visit.is_alone, review",
         "No source holds: a child protection visit (the child was seen alone); a looked-after review"),
        ("Outside the days that the sources cover", "Outside the days that the sources cover"),
        ("Left out: by the settings", "Left out: by the settings"),
    ],
)  # fmt: skip
def test_why_something_was_not_judged_is_said_in_words(reason, said):
    assert sources.reason_in_words(reason) == said
