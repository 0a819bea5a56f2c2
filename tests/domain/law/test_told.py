"""Readers meet Indonesian, also where the tables keep a remark in English."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from netra.domain import law

ENGLISH = re.compile(
    r"\b(the|and|of|is|not|was|by|to|with|as|in|for|seen|believed|letter|only|notice"
    r"|outside|receives?|deadlines?|goes|final|team)\b",
    re.IGNORECASE,
)
# Values that are codes, citations or names rather than sentences.
CODED = ("form", "procedure", "route", "statute", "class")


def remarks(tables: law.Law) -> Iterator[str]:
    for entry in tables.entries():
        if entry.kind != "statute":
            yield entry.label
        if isinstance(entry.value, str) and entry.kind not in CODED:
            yield entry.value
        yield from (note for note in entry.notes if not re.match(r"[AB]\.\d", note))
    for row in tables.routes:
        on = row.valid_from
        found = law.route(tables, row.subjects[0], row.outcome, on, row.election_kind)
        yield from (found.to_label, found.channel_label or "", found.note or "")
        yield from (found.instrument_label or "", found.copy_note or "")
        yield from (other.only_if for other in found.alternatives)


def test_no_remark_a_reader_meets_is_in_english(tables: law.Law) -> None:
    assert [text for text in remarks(tables) if ENGLISH.search(text)] == []


def test_every_sentence_for_readers_belongs_to_a_remark_that_exists(
    tables: law.Law,
) -> None:
    told = set(remarks(tables))
    assert set(tables.remarks.values()) - told <= {
        tables.told("closed outside 24-hour days"),
        "",
    }


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("letter", "Surat"),
        ("as practice", "Sebagai praktik."),
        ("Sesuatu yang lain", "Sesuatu yang lain"),
    ],
)
def test_a_remark_is_told_in_its_own_words(tables: law.Law, remark, told) -> None:
    assert tables.told(remark) == told


def test_the_words_of_the_table_stay_beside_what_is_told(tables: law.Law) -> None:
    found = law.route(tables, "pns", "other_law_asn", date(2024, 9, 10))
    assert found.channel == "Letter of referral uploaded in SBT (sbt.bkn.go.id)"
    assert found.channel_label == "Surat penerusan yang diunggah di SBT (sbt.bkn.go.id)"
