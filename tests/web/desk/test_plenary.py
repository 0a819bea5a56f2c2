"""The plenary pages: who is present, who sees which votes, what is decided."""

import pytest

from netra.domain.access import Role
from netra.records.accounts.models import User
from netra.records.cases import actions
from netra.records.cases.models import Case, Vote
from netra.records.ledger.models import LedgerEntry
from netra.records.reports.content import PersonContent
from tests import people
from tests.web.desk.case_walk import as_, get, post, text_of

REASON = "DATA CONTOH. Alasan seorang anggota."
TWO = people.told(
    respondents=(
        people.RESPONDENT,
        PersonContent(name="Endang Contohwan", employment_class="pppk"),
    )
)


@pytest.fixture
def case(cast, clock) -> Case:
    clock.set(people.CONVENED_AT)
    return people.case_on(cast, "plenary_outcome")


@pytest.fixture
def sitting(cast, case) -> Case:
    people.convened(people.approved(case, cast), cast)
    return case


def ballot(case: Case, outcome: str = "other_law_asn", reason: str = REASON):
    sent = {}
    for person in case.report.respondents.all():
        sent[f"r{person.pk}-outcome"] = outcome
        sent[f"r{person.pk}-reason"] = reason
    return sent


def pks(*users) -> list[int]:
    return [user.pk for user in users]


# Convening -------------------------------------------------------------------------


def test_the_members_of_the_day_are_offered_and_the_quorum_is_a_custom(
    cast, client, case
):
    page = text_of(get(as_(client, cast, "sari"), case, "case_convene"))
    for name in ("Sari Contoh", "Tono Contoh", "Rina Contoh"):
        assert name in page
    for name in ("Anton Contoh", "Gita Contoh"):
        assert name not in page
    assert "Kuorum kantor ini 3 anggota" in page
    assert "kebiasaan, bukan aturan" in page


def test_an_approved_study_lets_the_plenary_open(cast, client, case):
    people.approved(case, cast)
    as_(client, cast, "sari")
    sent = {"members": pks(*cast.members), "place": "Ruang contoh"}
    assert post(client, case, "case_convene", **sent).status_code == 302
    plenary = case.plenaries.get()
    assert plenary.attendance.count() == 3
    page = text_of(get(client, case, "case"))
    assert "Ruang contoh" in page
    assert "0 dari 3 anggota sudah bersuara" in page


def test_fewer_members_than_the_quorum_cannot_open_what_could_never_close(
    cast, client, case
):
    people.approved(case, cast)
    as_(client, cast, "sari")
    sent = {"members": pks(cast.sari, cast.tono), "place": "Ruang contoh"}
    answer = post(client, case, "case_convene", **sent)
    assert answer.status_code == 422
    assert "Kuorum kantor ini 3 anggota; yang dipilih baru 2." in text_of(answer)
    assert "Ruang contoh" in text_of(answer)
    assert not case.plenaries.exists()


def test_a_member_of_another_office_cannot_be_seated(cast, client, case):
    people.approved(case, cast)
    as_(client, cast, "sari")
    sent = {"members": pks(*cast.members, cast.anton)}
    assert post(client, case, "case_convene", **sent).status_code == 422
    assert not case.plenaries.exists()


def test_without_an_approval_the_plenary_stays_closed(cast, client, case):
    as_(client, cast, "sari")
    answer = post(client, case, "case_convene", members=pks(*cast.members))
    assert answer.status_code == 422
    assert "belum disetujui oleh orang selain penyusunnya" in text_of(answer)


def test_without_a_quorum_the_way_to_settle_it_is_told(db, client, clock):
    cast = people.make_cast(quorum=None)
    clock.set(people.CONVENED_AT)
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    as_(client, cast, "sari")
    page = text_of(get(client, case, "case_convene"))
    assert "Netra tidak mengarang angka" in page
    answer = post(client, case, "case_convene", members=pks(cast.sari))
    assert answer.status_code == 422
    assert not case.plenaries.exists()


def test_a_second_plenary_is_a_conflict(cast, client, sitting):
    as_(client, cast, "sari")
    answer = post(client, sitting, "case_convene", members=pks(*cast.members))
    assert answer.status_code == 409
    assert sitting.plenaries.count() == 1


# Voting ----------------------------------------------------------------------------


def test_a_member_votes_with_a_reason_and_sees_the_others_only_then(
    cast, client, sitting
):
    secret = "DATA CONTOH. Alasan Tono."
    as_(client, cast, "tono")
    sent = ballot(sitting, "not_a_violation", secret)
    assert post(client, sitting, "case_vote", **sent).status_code == 302
    as_(client, cast, "sari")
    before = text_of(get(client, sitting, "case_vote"))
    assert secret not in before
    assert "Suara anggota lain tampak sesudah Anda bersuara." in before
    assert secret not in text_of(get(client, sitting, "case"))
    post(client, sitting, "case_vote", **ballot(sitting))
    after = text_of(get(client, sitting, "case_vote"))
    assert secret in after
    assert "1 suara" in after
    assert "Belum bersuara: Rina Contoh." in after


def test_the_outcome_before_registration_is_no_choice_of_a_plenary(
    cast, client, sitting
):
    as_(client, cast, "sari")
    assert 'value="not_registered"' not in text_of(get(client, sitting, "case_vote"))
    sent = ballot(sitting, "not_registered")
    assert post(client, sitting, "case_vote", **sent).status_code == 422
    assert not Vote.objects.exists()


@pytest.mark.parametrize("missing", ["outcome", "reason"])
def test_a_vote_needs_outcome_and_reason_and_keeps_the_other(
    cast, client, sitting, missing
):
    as_(client, cast, "sari")
    sent = {k: ("" if k.endswith(missing) else v) for k, v in ballot(sitting).items()}
    answer = post(client, sitting, "case_vote", **sent)
    assert answer.status_code == 422
    kept = REASON if missing == "outcome" else "checked"
    assert kept in text_of(answer)
    assert not Vote.objects.exists()


def test_two_respondents_are_voted_on_both_or_not_at_all(cast, client, clock):
    clock.set(people.CONVENED_AT)
    case = people.registered(cast, telling=TWO)
    _study_of_two(case, cast)
    people.convened(people.approved(case, cast), cast)
    as_(client, cast, "sari")
    first, second = case.report.respondents.all()
    sent = ballot(case) | {f"r{second.pk}-reason": ""}
    assert post(client, case, "case_vote", **sent).status_code == 422
    assert not Vote.objects.exists()
    post(client, case, "case_vote", **ballot(case))
    assert Vote.objects.filter(respondent__in=[first, second]).count() == 2


def _study_of_two(case: Case, cast) -> None:
    for person in case.report.respondents.all():
        offered = actions.alleging.offered_norms(case, person, people.ACT_ON)
        actions.allege(
            case=case,
            respondent=person,
            norm=next(o.violation.id for o in offered if o.fits),
            act_on=people.ACT_ON,
            side=None,
            phase_reason="",
            actor=people.as_actor(cast.budi),
            at=people.WRITTEN_AT,
        )
    people.written(case, cast)
    actions.submit_study(
        case=case, actor=people.as_actor(cast.budi), at=people.HANDED_UP_AT
    )


def test_a_vote_can_be_changed_while_the_plenary_is_open(cast, client, sitting):
    as_(client, cast, "sari")
    post(client, sitting, "case_vote", **ballot(sitting, "not_a_violation"))
    post(client, sitting, "case_vote", **ballot(sitting, "other_law_asn"))
    assert Vote.objects.get().outcome == "other_law_asn"


def test_a_member_who_is_not_recorded_as_present_cannot_vote(cast, client, case, clock):
    people.person("Yuni", (Role.MEMBER, cast.city))
    people.convened(people.approved(case, cast), cast)
    client.force_login(User.objects.get(username="yuni"))
    page = text_of(get(client, case, "case_vote"))
    assert "Hanya anggota yang tercatat hadir yang bersuara." in page
    answer = post(client, case, "case_vote", **ballot(case))
    assert answer.status_code == 422
    assert not Vote.objects.exists()


def test_a_vote_after_the_closing_is_a_conflict_that_keeps_the_reason(
    cast, client, sitting
):
    people.voted(sitting.plenaries.get(), cast, "other_law_asn")
    actions.close_plenary(
        case=sitting,
        decision_text="DATA CONTOH. Putusan.",
        actor=people.as_actor(cast.tono),
        at=people.DECIDED_AT,
    )
    as_(client, cast, "sari")
    before = LedgerEntry.objects.count()
    answer = post(
        client, sitting, "case_vote", **ballot(sitting, reason="DATA CONTOH. X")
    )
    assert answer.status_code == 409
    assert "DATA CONTOH. X" in text_of(answer)
    assert LedgerEntry.objects.count() == before


# Closing ---------------------------------------------------------------------------


def test_closing_says_what_is_missing(cast, client, sitting):
    as_(client, cast, "sari")
    page = text_of(get(client, sitting, "case_close"))
    assert "Ada terlapor yang hasilnya belum diputuskan oleh pleno." in page
    answer = post(client, sitting, "case_close", decision_text="DATA CONTOH. Belum.")
    assert answer.status_code == 422
    assert "DATA CONTOH. Belum." in text_of(answer)


@pytest.mark.parametrize(
    ("outcome", "step"),
    [("other_law_asn", "referral"), ("not_a_violation", "status_notice")],
)
def test_the_outcome_decides_which_step_follows(cast, client, sitting, outcome, step):
    people.voted(sitting.plenaries.get(), cast, outcome)
    as_(client, cast, "sari")
    assert "3 suara" in text_of(get(client, sitting, "case_close"))
    answer = post(client, sitting, "case_close", decision_text="DATA CONTOH. Putusan.")
    assert answer.status_code == 302
    sitting.refresh_from_db()
    assert sitting.step == step
    page = text_of(get(client, sitting, "case"))
    assert "DATA CONTOH. Putusan." in page
    assert "Diduga, belum diputus." not in page
    assert "DATA CONTOH. Alasan suara." in page
    assert f"pemilihan-2024.outcome.{outcome}" in page
    auditor = text_of(get(as_(client, cast, "dewi"), sitting, "case"))
    assert "DATA CONTOH. Alasan suara." not in auditor
    assert "Contohadi" not in auditor


def test_a_decision_needs_a_text(cast, client, sitting):
    people.voted(sitting.plenaries.get(), cast, "other_law_asn")
    answer = post(as_(client, cast, "sari"), sitting, "case_close", decision_text="  ")
    assert answer.status_code == 422
    assert "Tulis isi putusan." in text_of(answer)


def test_a_tie_is_told_and_nothing_is_decided(cast, client, sitting):
    plenary = sitting.plenaries.get()
    people.voted(plenary, cast, "other_law_asn")
    as_(client, cast, "tono")
    post(client, sitting, "case_vote", **ballot(sitting, "not_a_violation"))
    as_(client, cast, "rina")
    post(client, sitting, "case_vote", **ballot(sitting, "administrative"))
    answer = post(client, sitting, "case_close", decision_text="DATA CONTOH. Y")
    assert answer.status_code == 422
    assert "Suara seimbang" in text_of(answer)
    assert "DATA CONTOH. Y" in text_of(answer)
    sitting.refresh_from_db()
    assert sitting.step == "plenary_outcome"


def test_two_members_close_at_once_and_the_second_is_told(cast, client, sitting):
    people.voted(sitting.plenaries.get(), cast, "other_law_asn")
    as_(client, cast, "sari")
    text = {"decision_text": "DATA CONTOH. Putusan kedua."}
    assert post(client, sitting, "case_close", **text).status_code == 302
    again = post(client, sitting, "case_close", **text)
    assert again.status_code == 409
    assert "sudah diputus" in text_of(again)
    assert "DATA CONTOH. Putusan kedua." in text_of(again)


def test_the_list_of_those_present_is_corrected(client, cast, case) -> None:
    plenary = people.convened(people.approved(case, cast), cast)
    actions.correct_attendance(
        plenary=plenary,
        members=(*cast.members, cast.eko),
        actor=people.as_actor(cast.sari),
        at=people.VOTED_AT,
    )
    as_(client, cast, "sari")
    assert "Eko" in text_of(get(client, case, "case_seats"))
    answer = post(client, case, "case_seats", members=pks(*cast.members))
    assert answer.status_code == 302
    assert plenary.attendance.count() == 3


def test_too_few_present_are_refused_beside_the_form(client, cast, case) -> None:
    people.convened(people.approved(case, cast), cast)
    as_(client, cast, "sari")
    answer = post(client, case, "case_seats", members=pks(cast.sari))
    assert answer.status_code == 422
    assert "Kuorum kantor ini 3 anggota" in text_of(answer)


def test_without_an_open_plenary_there_is_no_list_to_correct(
    client, cast, case
) -> None:
    as_(client, cast, "sari")
    assert "Tidak ada pleno yang terbuka" in text_of(get(client, case, "case_seats"))
