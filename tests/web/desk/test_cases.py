"""The list of cases, the page of a case, and the doors of both."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netra.domain.law import StepKind
from netra.records.cases import actions
from netra.records.cases.conditions import known_conditions
from netra.records.cases.models import Case
from netra.records.law.errors import EmptyCalendarError
from netra.records.law.queries import law
from netra.records.ledger import replaying
from netra.records.ledger.models import LedgerEntry
from netra.records.reports.content import PersonContent
from netra.web.desk import case_words
from netra.web.desk.case_doors import DOORS
from netra.web.desk.case_steps import ENDING, REMEDIES
from tests import people
from tests.web.desk.case_walk import as_, get, post, text_of

WITNESSED = people.told(witnesses=(PersonContent(name="Citra Contohsaksi"),))
ROUTES = sorted(door.name for door in DOORS)
POST_ONLY = {"case_study_submit", "case_tell", "case_assign", "case_issue_paper"}
MORE = {"case_respondent": "respondent", "case_withdraw": "allegation"}


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.WRITTEN_AT)
    case = people.registered(cast, telling=WITNESSED)
    people.alleged(case, cast)
    return case


def url_of(route: str, case: Case) -> str:
    more = {
        "respondent": case.report.respondents.get().pk,
        "allegation": case.allegations.get().pk,
    }
    extra = [more[MORE[route]]] if route in MORE else []
    args = [case.pk, *extra] if route not in ("cases", "referrals") else []
    return reverse(route, args=args)


# Who comes in ----------------------------------------------------------------------


def test_somebody_of_another_region_finds_nothing(cast, client, case):
    as_(client, cast, "anton")
    for route in sorted(set(ROUTES) - {"cases", "referrals"}):
        url = url_of(route, case)
        assert client.post(url).status_code == 404, route
        opened = client.get(url).status_code
        assert opened == (405 if route in POST_ONLY else 404), route


def test_the_lists_of_another_region_are_empty(cast, client, clock):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "follow_up")
    as_(client, cast, "anton")
    for route in ("cases", "referrals"):
        assert case.number not in text_of(client.get(reverse(route)))
    as_(client, cast, "budi")
    for route in ("cases", "referrals"):
        assert "33.74" in text_of(client.get(reverse(route)))


READS = {"cases", "case", "referrals"}


def test_an_auditor_sees_but_does_not_act(cast, client, case):
    as_(client, cast, "dewi")
    before = LedgerEntry.objects.count()
    for route in ROUTES:
        answer = client.get(url_of(route, case))
        assert answer.status_code == (200 if route in READS else 403), route
        if route not in READS:
            assert client.post(url_of(route, case)).status_code == 403, route
    assert LedgerEntry.objects.count() == before


def test_an_auditor_neither_reads_nor_writes_a_study(cast, client, case):
    as_(client, cast, "dewi")
    assert get(client, case, "case_study").status_code == 403
    page = get(client, case, "case").text
    assert reverse("case_study", args=[case.pk]) not in page
    assert post(client, case, "case_study", position="x").status_code == 403


def test_a_member_of_the_province_sees_the_case_but_does_not_decide_it(
    cast, client, case
):
    as_(client, cast, "gita")
    assert get(client, case, "case").status_code == 200
    for route in ("case_convene", "case_approve", "case_vote", "case_close"):
        assert post(client, case, route).status_code == 403, route


def test_people_who_handle_no_cases_are_turned_away(cast, client, case):
    for who in ("lia", "putri", "nur"):
        as_(client, cast, who)
        assert get(client, case, "case").status_code == 403, who
        assert client.get(reverse("cases")).status_code == 403, who


def test_an_auditor_reads_no_name_of_anybody(cast, client, case):
    as_(client, cast, "dewi")
    page = text_of(get(client, case, "case"))
    assert "Contohadi" not in page
    assert "Contohwati" not in page
    assert "Contohsaksi" not in page
    assert "Dinas Contoh" not in page


def test_the_text_of_a_decision_is_closed_to_an_auditor(cast, client):
    decided = people.case_on(cast, "status_notice")
    as_(client, cast, "dewi")
    assert "Putusan pleno." not in text_of(get(client, decided, "case"))
    as_(client, cast, "budi")
    assert "Putusan pleno." in text_of(get(client, decided, "case"))


def test_reporter_and_witness_are_masked_even_for_the_officer(cast, client, case):
    page = text_of(get(as_(client, cast, "budi"), case, "case"))
    assert "Bambang Contohadi" in page
    assert "Contohwati" not in page
    assert "Contohsaksi" not in page
    assert "Pelapor 1" in page
    assert "Saksi 1" in page
    assert reverse("report_open_identity", args=[case.report_id]) in page


# The page --------------------------------------------------------------------------


@pytest.mark.parametrize("step", people.CASE_STEPS)
def test_the_case_opens_on_every_step(cast, clock, client, step):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, step)
    for who in ("budi", "sari", "dewi"):
        page = text_of(get(as_(client, cast, who), case, "case"))
        assert case.title in page
        assert law().procedure(case.procedure).step(step).label_now in page
        assert page.count("<h1") == 1
        assert page.count('class="button"') <= 1


def test_the_deadline_stands_with_its_days_and_its_article(cast, client, case):
    page = text_of(get(as_(client, cast, "budi"), case, "case"))
    assert "Penanganan sampai penetapan hasil" in page
    assert "Pasal 134 ayat (5)" in page
    assert 'class="day is-skipped"' in page
    assert "Senin, 4 November 2024, 23.59 WIB" in page


def test_what_blocks_is_named_and_the_first_remedy_is_the_button(cast, client, clock):
    clock.set(people.WRITTEN_AT)
    case = people.registered(cast)
    page = text_of(get(as_(client, cast, "budi"), case, "case"))
    conditions = law().conditions
    assert conditions["study_text"].blocks in page
    assert conditions["allegation_for_every_respondent"].blocks in page
    button = re.search(r'<a class="button" href="([^"]+)"', page)
    assert button
    assert button[1] == reverse("case_study", args=[case.pk])


def test_the_member_is_told_whose_turn_it_is(cast, client, case):
    page = text_of(get(as_(client, cast, "sari"), case, "case"))
    assert "Dikerjakan petugas kantor yang menangani." in page
    assert 'class="button"' not in page


def test_a_case_that_has_ended_says_that_nothing_is_left(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "status_notice", outcome="not_a_violation")
    as_(client, cast, "budi")
    assert post(client, case, "case_tell").status_code == 302
    case.refresh_from_db()
    assert case.step == "end"
    assert "Tidak ada yang perlu dikerjakan" in text_of(get(client, case, "case"))


def test_telling_the_status_twice_is_a_conflict_and_writes_nothing(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "status_notice")
    as_(client, cast, "budi")
    assert post(client, case, "case_tell").status_code == 302
    before = LedgerEntry.objects.count()
    again = post(client, case, "case_tell")
    assert again.status_code == 409
    assert "baru saja diubah orang lain" in text_of(again)
    assert LedgerEntry.objects.count() == before


def test_a_referred_case_is_followed_after_its_status_was_told(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "status_notice")
    post(as_(client, cast, "budi"), case, "case_tell")
    case.refresh_from_db()
    assert case.step == "follow_up"
    assert "Menunggu pihak lain sejak" in text_of(get(client, case, "case"))


def test_the_trail_shows_every_entry_with_number_hash_and_words(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "follow_up")
    as_(client, cast, "budi")
    post(client, case, "case_issue_paper", kind="status_notice")
    page = text_of(get(client, case, "case"))
    entries = LedgerEntry.objects.filter(subject__in=_subjects(case))
    assert entries.count() > 10
    for entry in entries:
        assert f"Entri {entry.number} ·" in page
        assert f"{entry.leaf[:4]}…{entry.leaf[-4:]}" in page
        assert case_words.ENTRIES[entry.kind]


def _subjects(case: Case) -> list[str]:
    return [
        case.ledger_subject,
        case.report.ledger_subject,
        *(p.ledger_subject for p in case.plenaries.all()),
        *(r.ledger_subject for r in case.referrals.all()),
        *(p.ledger_subject for p in case.report.papers.all()),
    ]


def test_a_calendar_that_is_not_loaded_is_said_and_the_page_still_opens(
    cast, client, case, monkeypatch
):
    def missing() -> None:
        raise EmptyCalendarError

    monkeypatch.setattr("netra.records.cases.queries.current_calendar", missing)
    response = get(as_(client, cast, "budi"), case, "case")
    assert response.status_code == 200
    assert "Kalender libur belum dimuat" in text_of(response)


# The list --------------------------------------------------------------------------


def test_cases_are_found_by_words_state_step_and_holder(cast, clock, client):
    clock.set(people.TOLD_AT)
    running = people.case_on(cast, "study")
    ended = people.case_on(cast, "status_notice", outcome="not_a_violation")
    actions.tell_status(
        case=ended, follow_up=False, actor=people.as_actor(cast.budi), at=people.TOLD_AT
    )
    actions.assign_case(
        case=running,
        holder=cast.eko,
        actor=people.as_actor(cast.budi),
        at=people.TOLD_AT,
    )
    as_(client, cast, "budi")

    def found(query: str) -> set[int]:
        rows = client.get(reverse("cases") + query).context["rows"]
        return {row.case.pk for row in rows}

    assert found("") == {running.pk, ended.pk}
    assert found("?state=open") == {running.pk}
    assert found("?state=closed") == {ended.pk}
    assert found("?step=study") == {running.pk}
    assert found(f"?holder={cast.eko.pk}") == {running.pk}
    assert found(f"?q={running.number.split('/')[0]}+kampanye") == {running.pk}
    assert found("?q=tidak+ada+di+mana+pun") == set()
    assert found("?step=asal&holder=asal&state=asal") == {running.pk, ended.pk}


def test_a_search_without_result_says_what_to_try(cast, client, case):
    page = text_of(as_(client, cast, "budi").get(reverse("cases") + "?q=zzz"))
    assert "Tidak ada perkara yang cocok di wilayah Anda" in page


def test_the_list_costs_the_same_for_one_case_and_for_many(
    cast, clock, client, django_assert_num_queries
):
    clock.set(people.WRITTEN_AT)
    as_(client, cast, "budi")
    people.registered(cast)
    client.get(reverse("cases"))
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(reverse("cases"))
    for _ in range(3):
        people.registered(cast)
    with django_assert_num_queries(len(one)):
        client.get(reverse("cases"))
    assert len(one) <= 20


def test_htmx_gets_the_rows_alone(cast, client, case):
    as_(client, cast, "budi")
    part = text_of(client.get(reverse("cases"), headers={"HX-Request": "true"}))
    assert "<h1" not in part
    assert case.title in part


# The tables ------------------------------------------------------------------------


def test_every_condition_of_a_case_has_a_page_that_fulfils_it():
    assert set(REMEDIES) == known_conditions()


def test_every_kind_of_step_a_case_stands_on_has_an_end_or_waits_for_others():
    kinds = {
        step.kind
        for procedure in law().procedures.values()
        for step in procedure.steps.values()
        if step.results and not step.side
    }
    before_a_case = {
        StepKind.INTAKE,
        StepKind.INITIAL_STUDY,
        StepKind.NOTICE,
        StepKind.COMPLETION,
        StepKind.COMPLETION_CHECK,
        StepKind.REGISTRATION,
    }
    assert kinds - before_a_case - set(ENDING) == {StepKind.FOLLOW_UP}


def test_a_walked_case_still_equals_its_ledger(cast, clock, client):
    clock.set(people.TOLD_AT)
    case = people.case_on(cast, "status_notice")
    post(as_(client, cast, "budi"), case, "case_tell")
    post(client, case, "case_issue_paper", kind="status_notice")
    report = replaying.compare()
    assert report.difference is None
