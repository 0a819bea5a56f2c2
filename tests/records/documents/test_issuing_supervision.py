"""Papers of supervision reports, tracings and findings, from the records."""

import io

import pdfplumber
import pytest

from netra.domain.law import Paper
from netra.records.access import NotAllowedError
from netra.records.documents import store
from netra.records.documents.actions import issue_paper
from netra.records.documents.errors import PaperContentError
from netra.records.documents.models import IssuedPaper
from netra.records.documents.queries import (
    papers_due,
    papers_due_of_finding,
    papers_due_of_observation,
    papers_due_of_tracing,
    papers_of_case,
)
from netra.records.ledger.replaying import compare
from netra.records.observations import actions as supervision
from netra.records.referrals import actions as referrals
from tests import people
from tests.people import as_actor

WITNESS, ASKED = "Saksi Contohsatu", "Pengurus Contohbalai"
TOKENS = ("sealed-token-one", "sealed-token-two", "sealed-token-three")


def words_of(paper: IssuedPaper) -> str:
    with pdfplumber.open(io.BytesIO(store.verified_bytes(paper))) as pdf:
        return " ".join(" ".join(p.extract_text() for p in pdf.pages).split())


def issue(kind, cast, *, by=None, **matter) -> IssuedPaper:
    actor = as_actor(by or cast.budi)
    return issue_paper(kind, actor=actor, at=people.TOLD_AT, **matter)


def traced_letter(cast):
    tracing = people.tracing_on(cast, mailboxes=TOKENS)
    return referrals.refer_tracing(
        tracing=tracing,
        text="DATA CONTOH. Hasil penelusuran diteruskan.",
        actor=as_actor(cast.budi),
        at=people.REFERRED_AT,
    )[0]


def test_form_a_has_its_five_parts_and_no_letterhead(cast) -> None:
    seen = people.observation_on(cast)
    paper = issue(Paper.OBSERVATION_REPORT, cast, by=cast.lia, observation=seen)
    text = words_of(paper)
    for title in (
        "I. Data pengawas",
        "II. Kegiatan pengawasan",
        "III. Uraian singkat hasil pengawasan belum dikonfirmasi",
        "IV. Informasi dugaan pelanggaran belum dikonfirmasi",
        "V. Informasi potensi sengketa belum dikonfirmasi",
    ):
        assert title in text
    assert paper.form_code == "A"
    assert seen.office.name not in text
    assert people.FOUND.name in text


def test_form_a_without_suspicion_says_nil(cast) -> None:
    from dataclasses import replace

    calm = replace(
        people.observed(cast.contest),
        has_suspicion=False,
        event="",
        account="",
        dispute="",
        respondents=(),
    )
    seen = people.observation_on(cast, content=calm)
    text = words_of(
        issue(Paper.OBSERVATION_REPORT, cast, by=cast.lia, observation=seen)
    )
    assert text.count("Nihil.") == 2


def test_form_a_is_issued_by_those_who_may_write_it(cast) -> None:
    seen = people.observation_on(cast)
    with pytest.raises(NotAllowedError):
        issue(Paper.OBSERVATION_REPORT, cast, by=cast.budi, observation=seen)
    assert not IssuedPaper.objects.exists()


def test_the_finding_form_follows_its_fields_and_names_no_witness(cast) -> None:
    finding = people.finding_on(cast, "set")
    paper = issue(Paper.FINDING, cast, finding=finding)
    text = words_of(paper)
    for said in (
        finding.number,
        finding.observation.number,
        people.FOUND.name,
        "Lia Contoh",
        "Kamis, 31 Oktober 2024",
        "tidak dicetak di sini",
    ):
        assert said in text
    assert WITNESS not in text
    assert (paper.form_code, paper.form_status) == ("A.2", "confirmed")
    assert paper.case is None


def test_a_finding_that_is_not_set_has_no_form_and_no_minutes(cast) -> None:
    finding = people.finding_on(cast, "proposed")
    for kind in (Paper.FINDING, Paper.FINDING_PLENARY):
        with pytest.raises(PaperContentError):
            issue(kind, cast, finding=finding)


@pytest.mark.parametrize(
    ("state", "words"),
    [("set", "Ditetapkan sebagai temuan"), ("dropped", "Tidak ditetapkan")],
)
def test_the_minutes_tell_how_the_plenary_decided(cast, state, words) -> None:
    finding = people.finding_on(cast, state)
    text = words_of(issue(Paper.FINDING_PLENARY, cast, finding=finding))
    assert words in text
    assert "kebiasaan, bukan aturan" in text
    assert all(member.name in text for member in cast.members)


def test_a_dropped_finding_gets_minutes_but_no_form(cast) -> None:
    finding = people.finding_on(cast, "dropped")
    due = papers_due_of_finding(finding)
    assert due == [Paper.FINDING_PLENARY]


def test_the_tracing_report_is_netras_own_and_tells_nothing_of_sources(cast) -> None:
    letter = traced_letter(cast)
    paper = issue(Paper.TRACING_REPORT, cast, tracing=letter.tracing)
    text = words_of(paper)
    assert "Susunan Netra sendiri" in text
    assert paper.form_code == ""
    assert "Pengurus membenarkan" in text
    for secret in (ASKED, *TOKENS, "sumber", "Sumber", "informan"):
        assert secret not in text
    assert papers_due_of_tracing(letter.tracing) == []


def test_an_open_tracing_has_no_report_yet(cast) -> None:
    tracing = people.tracing_on(cast)
    assert papers_due_of_tracing(tracing) == []
    with pytest.raises(PaperContentError):
        issue(Paper.TRACING_REPORT, cast, tracing=tracing)


def test_the_letter_on_a_traced_matter_says_on_what_it_rests(cast) -> None:
    letter = traced_letter(cast)
    text = words_of(issue(Paper.REFERRAL_LETTER, cast, referral=letter))
    assert "tanpa registrasi" in text
    assert "Ini praktik, bukan pasal peraturan." in text
    assert people.FOUND.name in text
    assert "Register" not in text
    for secret in (ASKED, WITNESS, *TOKENS, "sumber", "informan", "Pelapor"):
        assert secret not in text


def test_a_referral_from_a_finding_names_neither_witness_nor_finder(cast) -> None:
    case = people.case_of_finding(cast, "status_notice")
    text = words_of(issue(Paper.REFERRAL_LETTER, cast, referral=case.referrals.get()))
    assert people.FOUND.name in text
    assert WITNESS not in text
    assert "Lia Contoh" not in text


@pytest.mark.parametrize("kind", ["observation", "tracing"])
def test_every_paper_of_a_case_from_a_finding_is_issued(cast, kind) -> None:
    traced = kind == "tracing"
    origin = people.tracing_on(cast, mailboxes=TOKENS) if traced else None
    case = people.case_of_finding(cast, "follow_up", origin=origin)
    for due in papers_due(case):
        letter = due is Paper.REFERRAL_LETTER
        matter = {"referral": case.referrals.get()} if letter else {"case": case}
        assert words_of(issue(due, cast, **matter))
    assert papers_due(case) == []
    kinds = set(papers_of_case(case).values_list("kind", flat=True))
    assert kinds == {
        *(["tracing_report"] if traced else []),
        "finding",
        "finding_plenary",
        "registration",
        "study",
        "plenary_decision",
        "referral_letter",
        "status_notice",
    }
    assert compare().difference is None


def test_papers_of_a_finding_speak_of_a_finding(cast) -> None:
    case = people.case_of_finding(cast, "status_notice")
    registration = words_of(issue(Paper.REGISTRATION, cast, case=case))
    assert f"Nomor temuan {case.finding.number}" in registration
    assert "ditetapkan rapat pleno pada Kamis, 31 Oktober 2024" in registration
    study = words_of(issue(Paper.STUDY, cast, case=case))
    assert "Temuan pengawas pemilihan" in study
    assert "Pelapor" not in study
    told = words_of(issue(Paper.STATUS_NOTICE, cast, case=case))
    assert "Pleno memutus temuan ini" in told
    assert people.FOUND.name not in told
    assert "Yth. Pelapor" not in told


def test_a_paper_of_a_report_is_refused_for_a_finding(cast) -> None:
    case = people.case_of_finding(cast)
    for kind in (Paper.RECEIPT, Paper.INITIAL_STUDY, Paper.MISSING_ITEMS_NOTICE):
        with pytest.raises(PaperContentError):
            issue(kind, cast, case=case)


def test_a_file_name_of_a_traced_matter_stands_on_no_paper(cast) -> None:
    from netra.records.evidence.actions import receive_blob

    tracing = people.tracing_on(cast, mailboxes=TOKENS)
    supervision.gather_exhibit(
        matter=tracing,
        blob=receive_blob(chunks=[people.PNG], at=people.TRACED_AT),
        name="foto-dari-pak-rahasia.png",
        actor=as_actor(cast.budi),
        at=people.TRACED_AT,
    )
    case = people.case_of_finding(cast, "plenary_outcome", origin=tracing)
    for kind in (Paper.TRACING_REPORT, Paper.FINDING, Paper.STUDY):
        text = words_of(issue(kind, cast, case=case))
        assert "Bukti 1" in text
        assert "rahasia" not in text


def test_a_paper_without_a_matter_is_refused_by_the_database(cast) -> None:
    from django.db import IntegrityError, transaction

    paper = issue(Paper.FINDING, cast, finding=people.finding_on(cast, "set"))
    with (
        pytest.raises(IntegrityError, match="paper_has_a_matter"),
        transaction.atomic(),
    ):
        IssuedPaper.objects.filter(pk=paper.pk).update(finding=None)


def test_form_a_is_due_once(cast) -> None:
    seen = people.observation_on(cast)
    assert papers_due_of_observation(seen) == [Paper.OBSERVATION_REPORT]
    issue(Paper.OBSERVATION_REPORT, cast, by=cast.lia, observation=seen)
    assert papers_due_of_observation(seen) == []
