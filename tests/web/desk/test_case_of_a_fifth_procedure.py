"""A procedure added by TOML alone is decided and ended on the pages of a case."""

from datetime import date

import pytest

from netra.records.cases import actions
from netra.records.cases.models import Case
from netra.records.reports.actions import finish_initial_study
from tests import people
from tests.people import at
from tests.records.test_fifth_procedure import FIFTH
from tests.web.desk.case_walk import as_, get, post, text_of


@pytest.fixture
def case(cast, clock, law_dir) -> Case:
    (law_dir / "fifth.toml").write_text(FIFTH.read_text(encoding="utf-8"))
    clock.set(at("2026-03-04 09:00"))
    told = people.told(known_on=date(2026, 3, 2), happened_on=date(2026, 3, 1))
    report = people.submitted(cast, telling=told, moment=at("2026-03-03 09:00"))
    report = finish_initial_study(
        report=report,
        findings=people.findings(report),
        alleged_kind="",
        note="",
        refusal_reason="",
        actor=people.as_actor(cast.budi),
        at=at("2026-03-03 10:00"),
    )
    return actions.register_report(
        report=report, actor=people.as_actor(cast.budi), at=at("2026-03-03 11:00")
    )


def test_its_own_steps_outcomes_and_deadlines_lead_the_pages(cast, client, case):
    as_(client, cast, "sari")
    page = text_of(get(client, case, "case"))
    assert "Sidangkan berkas" in page
    assert "Tenggat: Sidang" in page
    assert f"/meja/perkara/{case.pk}/pleno/buka/" in page
    members = [member.pk for member in cast.members]
    assert post(client, case, "case_convene", members=members).status_code == 302
    person = case.report.respondents.get()
    for name in ("sari", "tono", "rina"):
        as_(client, cast, name)
        assert "Suara saya" in text_of(get(client, case, "case"))
        assert "Terbukti (contoh)" in text_of(get(client, case, "case_vote"))
        sent = {f"r{person.pk}-outcome": "proven", f"r{person.pk}-reason": "CONTOH."}
        assert post(client, case, "case_vote", **sent).status_code == 302
    closed = post(client, case, "case_close", decision_text="DATA CONTOH.")
    assert closed.status_code == 302
    as_(client, cast, "budi")
    page = text_of(get(client, case, "case"))
    assert "Beri jawaban" in page
    assert "Terbukti (contoh)" in page
    assert post(client, case, "case_tell").status_code == 302
    case.refresh_from_db()
    assert case.step == "end"
