"""The pages of a case that was registered from a finding: no reporter anywhere."""

import pytest
from django.urls import reverse

from netra.domain.law import Paper
from netra.records.cases.models import Case
from netra.records.documents.actions import issue_paper
from netra.records.evidence.actions import receive_blob
from netra.records.ledger import actions as ledger
from netra.records.ledger.models import LedgerEntry
from netra.records.observations import actions as supervision
from netra.records.referrals.actions import refer_tracing
from netra.web.desk.case_trail import subjects_of, trail_of
from netra.web.desk.decisions import waiting_for
from netra.web.desk.search import found_by
from tests import people
from tests.people import as_actor
from tests.web.desk.case_walk import as_, get, post, text_of
from tests.web.desk.reading import queries_of

STEPS = ("study", "plenary_outcome", "referral", "status_notice", "follow_up")
PAGES = {
    "study": ("case", "case_study", "case_allege", "case_extend"),
    "plenary_outcome": ("case", "case_approve", "case_study"),
    "referral": ("case", "case_refer"),
    "status_notice": ("case",),
    "follow_up": ("case",),
}


@pytest.fixture(autouse=True)
def _today(clock) -> None:
    clock.set(people.TOLD_AT)


def with_exhibit(cast, origin):
    supervision.gather_exhibit(
        matter=origin,
        blob=receive_blob(chunks=[people.PNG], at=people.TRACED_AT),
        name="foto-contoh.png",
        actor=as_actor(cast.lia if origin.office == cast.subdistrict else cast.budi),
        at=people.TRACED_AT,
    )
    return origin


@pytest.mark.parametrize("kind", ["observation", "tracing"])
@pytest.mark.parametrize("step", STEPS)
def test_every_page_of_every_step_opens(cast, client, step, kind) -> None:
    build = people.tracing_on if kind == "tracing" else people.observation_on
    origin = with_exhibit(cast, build(cast))
    case = people.case_of_finding(cast, step, origin=origin)
    who = "eko" if step == "plenary_outcome" else "budi"
    as_(client, cast, who)
    for route in PAGES[step]:
        page = get(client, case, route)
        assert page.status_code == 200, route
        words = text_of(page)
        for word in ("Pelapor 1", "identitas pelapor", "Uraian pelapor"):
            assert word not in words, route
    assert client.get(reverse("cases")).status_code == 200


def test_the_page_says_finding_and_who_found(cast, client) -> None:
    case = people.case_of_finding(cast)
    page = text_of(get(as_(client, cast, "budi"), case, "case"))
    assert "Penemu" in page
    assert "Lia Contoh" in page
    assert reverse("finding", args=[case.finding_id]) in page
    assert reverse("observation", args=[case.finding.observation_id]) in page


def test_an_auditor_reads_no_name_of_anybody(cast, client) -> None:
    origin = with_exhibit(cast, people.observation_on(cast))
    case = people.case_of_finding(cast, origin=origin)
    page = text_of(get(as_(client, cast, "dewi"), case, "case"))
    for name in ("Contohperdana", "Contohsatu", "foto-contoh", "Badan Contoh"):
        assert name not in page
    assert "Pengawas yang menemukan" in page


def test_a_gathered_file_opens_from_the_case(cast, client) -> None:
    origin = with_exhibit(cast, people.observation_on(cast))
    case = people.case_of_finding(cast, origin=origin)
    url = reverse("gathered_exhibit", args=[origin.exhibits.get().pk])
    as_(client, cast, "budi")
    assert url in text_of(get(client, case, "case"))
    opened = client.get(url)
    assert b"".join(opened.streaming_content) == people.PNG


def test_the_respondent_of_a_finding_is_described_from_the_case(cast, client) -> None:
    case = people.case_of_finding(cast)
    person = case.respondents.get()
    as_(client, cast, "budi")
    sent = {
        "employment_class": "pppk",
        "holds_office": "yes",
        "post": "pranata contoh",
        "workplace": "Badan Contoh",
    }
    assert post(client, case, "case_respondent", person.pk, **sent).status_code == 302
    person.refresh_from_db()
    assert (person.employment_class, person.post) == ("pppk", "pranata contoh")


def test_members_vote_and_close_on_the_pages(cast, client) -> None:
    case = people.case_of_finding(cast, "plenary_outcome")
    people.convened(people.approved(case, cast), cast)
    person = case.respondents.get()
    ballot = {f"r{person.pk}-outcome": "other_law_asn", f"r{person.pk}-reason": "Ya."}
    for name in ("sari", "tono", "rina"):
        as_(client, cast, name)
        assert post(client, case, "case_vote", **ballot).status_code == 302
    sent = {"decision_text": "DATA CONTOH. Diteruskan."}
    as_(client, cast, "sari")
    assert get(client, case, "case_close").status_code == 200
    assert post(client, case, "case_close", **sent).status_code == 302
    case.refresh_from_db()
    assert case.step == "referral"


def test_papers_of_a_finding_are_issued_from_the_case(cast, client) -> None:
    case = people.case_of_finding(cast)
    as_(client, cast, "budi")
    page = text_of(get(client, case, "case"))
    assert "Formulir temuan" in page
    assert "Berita acara pleno temuan" in page
    for kind in ("finding", "finding_plenary", "registration"):
        assert post(client, case, "case_issue_paper", kind=kind).status_code == 302
    for paper in case.finding.papers.all():
        assert client.get(reverse("paper", args=[paper.pk])).status_code == 200


def test_a_paper_of_a_report_is_refused_on_the_page(cast, client) -> None:
    case = people.case_of_finding(cast)
    as_(client, cast, "budi")
    answer = post(client, case, "case_issue_paper", kind="receipt")
    assert answer.status_code == 422


# The trail --------------------------------------------------------------------------


def test_the_trail_tells_of_the_finding_and_what_it_came_from(cast) -> None:
    case = people.case_of_finding(cast, "follow_up", origin=people.tracing_on(cast))
    issue_paper(Paper.FINDING, case=case, actor=as_actor(cast.budi), at=people.TOLD_AT)
    kinds = set(
        LedgerEntry.objects.filter(subject__in=subjects_of(case)).values_list(
            "kind", flat=True
        )
    )
    assert {
        "tracing.begun",
        "tracing.ended",
        "finding.decided",
        "finding.registered",
        "case.opened",
        "respondent.found",
        "paper.issued",
    } <= kinds
    shown = [row.words for row in trail_of(subjects_of(case))]
    assert not [words for words in shown if "." in words]  # every kind has its words


def test_the_trail_of_a_finding_says_nothing_of_sources(cast) -> None:
    tracing = people.tracing_on(cast, mailboxes=("sealed-token",))
    ledger.append(
        "tracing.mailboxes_opened",
        tracing.ledger_subject,
        actor=as_actor(cast.budi),
        at=people.TRACED_AT,
        facts={},
    )
    case = people.case_of_finding(cast, origin=tracing)
    assert not [s for s in subjects_of(case) if s.startswith("information")]
    assert not [row for row in trail_of(subjects_of(case)) if "mailbox" in row.words]


# Lists and search -------------------------------------------------------------------


def test_a_case_is_found_by_the_number_of_its_finding(cast) -> None:
    case = people.case_of_finding(cast)
    budi = as_actor(cast.budi)
    for query in (case.finding.number, "Contohperdana", "selebaran bahan", "bahan"):
        found = found_by(query, budi)
        if query == "selebaran bahan":
            assert not found
            continue
        told = {(row.kind, row.number) for row in found}
        assert ("Perkara", case.number) in told
        assert {kind for kind, _number in told} <= {"Perkara", "Hasil pengawasan"}


def test_a_finding_before_registration_is_found_as_a_finding(cast) -> None:
    finding = people.finding_on(cast, "set")
    (found,) = found_by(finding.number, as_actor(cast.budi))
    assert (found.kind, found.url) == ("Temuan", reverse("finding", args=[finding.pk]))
    assert found_by(finding.number, as_actor(cast.anton)) == []
    assert found_by("Contohperdana", as_actor(cast.dewi)) == []


def test_a_report_is_still_found_beside_a_case_from_a_finding(cast) -> None:
    people.case_of_finding(cast)
    report = people.submitted(cast)
    kinds = {row.kind for row in found_by(report.number, as_actor(cast.budi))}
    assert kinds == {"Laporan"}


def test_the_list_of_cases_filters_by_the_number_of_a_finding(cast, client) -> None:
    case = people.case_of_finding(cast)
    as_(client, cast, "budi")
    page = client.get(reverse("cases"), {"q": case.finding.number})
    assert case.title in text_of(page)


def test_the_list_of_referrals_shows_a_letter_without_registration(
    cast, client
) -> None:
    people.case_of_finding(cast, "status_notice")
    refer_tracing(
        tracing=people.tracing_on(cast),
        text="DATA CONTOH. Diteruskan.",
        actor=as_actor(cast.budi),
        at=people.REFERRED_AT,
    )
    page = text_of(as_(client, cast, "budi").get(reverse("referrals")))
    assert page.count("Penelusuran, tanpa registrasi") == 1
    assert reverse("case", args=[Case.objects.get().pk]) in page


def test_a_plenary_on_a_finding_waits_until_i_voted_on_everybody(cast) -> None:
    case = people.case_of_finding(cast, "plenary_outcome")
    plenary = people.convened(people.approved(case, cast), cast)
    assert waiting_for(as_actor(cast.sari)).plenaries == (plenary,)
    people.voted(plenary, cast, "other_law_asn")
    assert waiting_for(as_actor(cast.sari)).plenaries == ()


def test_a_case_of_a_finding_is_on_the_due_list(cast, client) -> None:
    case = people.case_of_finding(cast)
    page = text_of(as_(client, cast, "budi").get(reverse("due")))
    assert reverse("case", args=[case.pk]) in page


def test_the_page_of_a_case_costs_as_many_queries_for_many_files(cast, client) -> None:
    origin = with_exhibit(cast, people.observation_on(cast))
    case = people.case_of_finding(cast, origin=origin)
    as_(client, cast, "budi")
    one = queries_of(lambda: get(client, case, "case"))
    for number in range(4):
        supervision.gather_exhibit(
            matter=origin,
            blob=receive_blob(
                chunks=[people.PNG, bytes([number])], at=people.TRACED_AT
            ),
            name="foto-lain.png",
            actor=as_actor(cast.lia),
            at=people.TRACED_AT,
        )
    assert queries_of(lambda: get(client, case, "case")) == one
