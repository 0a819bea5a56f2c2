"""Choosing norms: what is offered, why not, and what is kept."""

import pytest

from netra.records.cases.models import Allegation, Case
from netra.records.reports.actions import describe_respondent
from netra.records.reports.models import Respondent
from tests import people
from tests.web.desk.case_walk import as_, get, post, text_of

ACT = people.ACT_ON.isoformat()
BEFORE = "2024-09-01"  # before candidates were determined on 22 September 2024


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.WRITTEN_AT)
    return people.registered(cast)


def person_of(case: Case) -> Respondent:
    return case.report.respondents.get()


def described(case: Case, cast, **changes: object) -> None:
    person = person_of(case)
    now = {
        "employment_class": person.employment_class,
        "holds_office": person.holds_office,
        "post": person.post,
        "workplace": person.workplace,
    }
    describe_respondent(
        respondent=person,
        **{**now, **changes},
        actor=people.as_actor(cast.budi),
        at=people.WRITTEN_AT,
    )


def offer(client, case: Case, act_on: str = ACT):
    query = f"?respondent={person_of(case).pk}&act_on={act_on}"
    return get(client, case, "case_allege", query=query).context["offer"]


def send(client, case: Case, norm: str, act_on: str = ACT, **more: object):
    sent = {"respondent": person_of(case).pk, "act_on": act_on, "norm": norm}
    return post(client, case, "case_allege", **sent, **more)


def test_the_act_of_the_report_is_asked_first(cast, client, case):
    answer = get(as_(client, cast, "budi"), case, "case_allege")
    assert answer.status_code == 200
    assert answer.context["offer"].finding.on == people.ACT_ON
    assert "Senin, 28 Oktober 2024" in text_of(answer)
    assert '<option value="">Pilih terlapor</option>' in text_of(answer)


def test_norms_that_fit_come_first_and_others_say_why_not(cast, client, case):
    found = offer(as_(client, cast, "budi"), case)
    assert found.fitting
    assert all(norm.fits for norm in found.fitting)
    assert found.outside
    assert all(len(norm.reasons) == 1 for norm in found.outside)
    assert found.closed
    assert all(norm.reasons for norm in found.closed)
    page = text_of(get(client, case, "case_allege"))
    for norm in found.closed:
        assert f'value="{norm.violation.id}"' not in page
    assert page.index(found.fitting[0].violation.title) < page.index("<summary>")


def test_the_hinge_says_which_side_the_day_lies_on(cast, client, case):
    as_(client, cast, "budi")
    after, before = offer(client, case).hinge, offer(client, case, BEFORE).hinge
    assert after.applies.kind == "discipline"
    assert before.applies.kind == "ethics"
    assert "Calon ditetapkan" in text_of(get(client, case, "case_allege"))


def test_without_a_class_the_way_to_enter_it_is_shown(cast, client, case):
    described(case, cast, employment_class="")
    answer = get(as_(client, cast, "budi"), case, "case_allege")
    assert answer.status_code == 422
    assert f"/meja/perkara/{case.pk}/terlapor/{person_of(case).pk}/" in text_of(answer)
    assert 'name="norm"' not in text_of(answer)


def test_a_day_that_has_not_come_is_refused(cast, client, case):
    as_(client, cast, "budi")
    query = f"?respondent={person_of(case).pk}&act_on=2024-11-03"
    page = text_of(get(client, case, "case_allege", query=query))
    assert "Tanggal ini ada di masa depan." in page
    assert 'name="norm"' not in page


@pytest.mark.parametrize("act_on", ["", "kemarin", "2024-13-40"])
def test_a_day_that_is_no_day_is_asked_again(cast, client, case, act_on):
    as_(client, cast, "budi")
    query = f"?respondent={person_of(case).pk}&act_on={act_on}"
    answer = get(client, case, "case_allege", query=query)
    assert answer.status_code == 200
    assert "aria-invalid" in text_of(answer)


def test_a_fitting_norm_is_held_with_side_stage_and_article(cast, client, case):
    as_(client, cast, "budi")
    norm = offer(client, case).fitting[0].violation
    side = case.contest.sides.first()
    assert send(client, case, norm.id, side=side.pk).status_code == 302
    row = Allegation.objects.get(case=case)
    assert (row.norm, row.side, row.stage) == (norm.id, side, "campaign")
    page = text_of(get(client, case, "case"))
    assert norm.title in page
    assert "Pasangan Contoh 1" in page
    assert "Kampanye · Sejak penetapan calon sampai pemungutan suara" in page


def test_the_page_of_the_case_explains_the_hinge_of_an_allegation(cast, client, case):
    as_(client, cast, "budi")
    twins = [n for n in offer(client, case).fitting if n.violation.counterpart]
    send(client, case, twins[0].violation.id)
    page = text_of(get(client, case, "case"))
    assert "Mengapa etik atau disiplin" in page
    assert "22 Sep 2024" in page


def test_a_sanction_is_shown_only_to_classes_it_reaches(cast, client, case):
    as_(client, cast, "budi")
    norms = offer(client, case).fitting
    norm = next(n for n in norms if n.violation.kind == "discipline")
    send(client, case, norm.violation.id)
    assert "PP 94" in text_of(get(client, case, "case"))
    (shown,) = get(client, case, "case").context["respondents"][0].allegations
    assert shown.sanctions
    assert all("pns" in s.applies_to or "any" in s.applies_to for s in shown.sanctions)
    described(case, cast, employment_class="tni")
    answer = get(client, case, "case")
    (shown,) = answer.context["respondents"][0].allegations
    assert not any("pns" in sanction.applies_to for sanction in shown.sanctions)
    assert "Tidak ada sanksi dalam tabel hukum" in text_of(answer)


def test_no_norm_chosen_is_said_beside_the_norms(cast, client, case):
    as_(client, cast, "budi")
    sent = {"respondent": person_of(case).pk, "act_on": ACT}
    answer = post(client, case, "case_allege", **sent, phase_reason="DATA CONTOH. A.")
    assert answer.status_code == 422
    assert answer.context["form"].errors["norm"] == ["Pilih satu norma."]
    assert "DATA CONTOH. A." in text_of(answer)


def test_a_norm_outside_its_phase_needs_a_reason(cast, client, case):
    as_(client, cast, "budi")
    norm = offer(client, case).outside[0].violation.id
    answer = send(client, case, norm)
    assert answer.status_code == 422
    assert "phase_reason" in answer.context["form"].errors
    assert not case.allegations.exists()
    reason = "DATA CONTOH. Perbuatan berlanjut sejak sebelum penetapan."
    assert send(client, case, norm, phase_reason=reason).status_code == 302
    assert reason in text_of(get(client, case, "case"))


@pytest.mark.parametrize("reason", ["", "DATA CONTOH. Alasan."])
def test_a_norm_that_reaches_nobody_here_is_refused(cast, client, case, reason):
    as_(client, cast, "budi")
    norm = offer(client, case).closed[0].violation.id
    answer = send(client, case, norm, phase_reason=reason)
    assert answer.status_code == 422
    assert "norm" in answer.context["form"].errors
    assert not case.allegations.exists()


def test_a_norm_that_does_not_exist_is_refused(cast, client, case):
    answer = send(as_(client, cast, "budi"), case, "act-invented")
    assert answer.status_code == 422
    assert "norm" in answer.context["form"].errors


def test_the_same_allegation_is_not_held_twice(cast, client, case):
    as_(client, cast, "budi")
    norm = people.alleged(case, cast).norm
    answer = send(client, case, norm)
    assert answer.status_code == 422
    assert "sudah dicatat" in text_of(answer)
    assert case.allegations.count() == 1


def test_the_side_of_another_contest_is_refused(cast, client, case):
    as_(client, cast, "budi")
    side = cast.elsewhere_contest.sides.first()
    norm = offer(client, case).fitting[0].violation.id
    answer = send(client, case, norm, side=side.pk)
    assert answer.status_code == 422
    assert "side" in answer.context["form"].errors


def test_the_respondent_of_another_case_is_refused(cast, client, case):
    other = person_of(people.registered(cast))
    as_(client, cast, "budi")
    query = f"?respondent={other.pk}&act_on={ACT}"
    answer = get(client, case, "case_allege", query=query)
    assert "offer" not in answer.context


def test_an_allegation_is_withdrawn_only_after_it_was_asked(cast, client, case):
    as_(client, cast, "budi")
    row = people.alleged(case, cast)
    page = text_of(get(client, case, "case_withdraw", row.pk))
    assert "Tarik dugaan" in page
    assert case.allegations.exists()
    assert post(client, case, "case_withdraw", row.pk).status_code == 302
    assert not case.allegations.exists()
    assert "Dugaan ditarik" in text_of(get(client, case, "case"))


def test_after_the_study_nothing_is_alleged_or_withdrawn(cast, client, clock):
    clock.set(people.APPROVED_AT)
    case = people.case_on(cast, "plenary_outcome")
    as_(client, cast, "budi")
    row = case.allegations.get()
    other = offer(client, case).fitting[1].violation.id
    answer = send(client, case, other, phase_reason="DATA CONTOH. B.")
    assert answer.status_code == 409
    assert "DATA CONTOH. B." in text_of(answer)
    assert post(client, case, "case_withdraw", row.pk).status_code == 409
    assert case.allegations.count() == 1
