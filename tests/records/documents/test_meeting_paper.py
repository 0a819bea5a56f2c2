"""The plenary decision tells of the call, the absent, the recused and the dissent."""

from netra.domain.law import Paper
from netra.records.accounts import actions as accounts
from netra.records.accounts.models import OfficeSetting
from netra.records.accounts.queries import INSTALLATION
from netra.records.cases import actions
from netra.records.cases.models import Recusal
from netra.records.documents.composing.heads import Issue
from netra.records.documents.composing.of_case import plenary
from netra.records.documents.matters import matter_of
from netra.records.documents.rendering import render_html
from tests import people

SECRET = "DATA CONTOH. Ipar dari terlapor."


def test_the_decision_prints_the_meeting_and_keeps_the_tie_to_itself(
    cast: people.Cast,
) -> None:
    accounts.settle(
        office=cast.city,
        key=OfficeSetting.Key.PLENARY_QUORUM,
        value="2",
        actor=INSTALLATION,
        at=people.LAID_AT,
    )
    case = people.approved(people.case_on(cast, "plenary_outcome"), cast)
    sari = people.as_actor(cast.sari)
    actions.call_plenary(
        case=case,
        meets_at=people.CONVENED_AT,
        place="Ruang pleno",
        is_online=False,
        agenda="DATA CONTOH. Memutus perkara.",
        invited=cast.members,
        actor=sari,
        at=people.at("2024-11-04 14:00"),
    )
    actions.declare_tie(
        case=case,
        relation=Recusal.Relation.KIN,
        reason=SECRET,
        actor=people.as_actor(cast.tono),
        at=people.at("2024-11-04 15:00"),
    )
    row = actions.convene_plenary(
        case=case,
        members=[cast.sari, cast.rina],
        place="",
        actor=sari,
        at=people.CONVENED_AT,
    )
    for member in (cast.sari, cast.rina):
        actions.cast_vote(
            plenary=row,
            respondent=case.respondents.get(),
            outcome="other_law_asn",
            reason="DATA CONTOH. Alasan suara.",
            actor=people.as_actor(member),
            at=people.VOTED_AT,
        )
    actions.write_dissent(
        plenary=row,
        text="DATA CONTOH. Pertimbangan saya berbeda.",
        actor=people.as_actor(cast.rina),
        at=people.VOTED_AT,
    )
    actions.close_plenary(
        case=case,
        decision_text="DATA CONTOH. Putusan.",
        actor=sari,
        at=people.DECIDED_AT,
    )
    kind = Paper.PLENARY_DECISION
    issue = Issue(
        kind=kind,
        matter=matter_of(case, kind),
        at=people.DECIDED_AT,
        check_code="C" * 16,
        check_url="https://contoh.example/periksa/",
    )
    page = render_html(plenary(issue, case))
    assert "Undangan dikirim Senin, 4 November 2024" in page
    assert "Kantor belum menetapkan jeda undangan" in page
    assert "Tidak ikut karena benturan kepentingan" in page
    assert cast.tono.name in page
    assert "Yang berbenturan kepentingan tidak dihitung hadir (1 orang)" in page
    assert "Pertimbangan saya berbeda" in page
    assert "Ipar" not in page
    assert "keluarga atau kerabat" not in page
