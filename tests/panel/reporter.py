"""The simulated reporter: types, answers questions, and comes back or does not."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from netra.domain.coach import Kind
from netra.records.evidence.actions import receive_blob
from netra.records.evidence.models import Blob
from netra.records.reports import actions as reports
from netra.records.reports.models import Exhibit, ReportDraft
from netra.web.portal import drafts
from netra.web.portal.drafts import Typed
from netra.web.portal.reporting_clock import window_of
from netra.web.portal.reporting_coach import coach_of
from tests.panel.reading import PanelReport
from tests.web.portal.walking import PNG

SEED = 1

ASKED_FOR: Mapping[str, tuple[str, ...]] = {
    "account": ("act", "how"),
    "account_short": ("act",),
    "account_source": ("how",),
    "day_or_time": ("day", "about"),
    "about_which_day": ("day", "about"),
    "spot": ("place",),
    "respondent_workplace": ("workplace",),
    "respondent_mark": ("post",),
    "evidence": ("evidence",),
    "evidence_named": ("evidence",),
    "link_picture": ("evidence",),
    "link_day": ("link_day",),
    "signed_page": ("sign",),
    "identity_card": ("card",),
    "reporter_address": ("address",),
    "address_short": ("address",),
}
"""What a reader of each question would tell; the others ask for what is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """How reporters behave.

    Attributes:
        patience: How many questions of the coach are read; `None` for all.
        answers_share: With which chance one that could be answered is answered.
        returns_share: Chance of coming back in time after a notice; `None` for what
            the panel says of each reporter.
    """

    patience: int | None = None
    answers_share: float = 1.0
    returns_share: float | None = None

    def answers(self, report: PanelReport, key: str) -> bool:
        """Say whether this reporter answers this question; the same every time."""
        return _drawn(report, f"answers {key}") < self.answers_share

    def returns(self, report: PanelReport) -> bool:
        """Say whether this reporter comes back in time after a notice."""
        if self.returns_share is None:
            return report.returns == "in_time"
        return _drawn(report, "returns") < self.returns_share


def _drawn(report: PanelReport, what: str) -> float:
    return random.Random(f"{SEED} {report.id} {what}").random()


def blob_of(report: PanelReport, kind: str) -> Blob:
    """Return a file of this reporter, its bytes unlike those of any other."""
    return receive_blob(chunks=[PNG, f"{report.id} {kind}".encode()], at=report.at)


def first_typed(report: PanelReport) -> Typed:
    """Return the draft as it is before anybody asks."""
    first, code = report.first, report.region
    promises = {
        "signed_at_office": "on" if first.sign == "office" else "",
        "card_at_office": "on" if first.card == "office" else "",
    }
    return Typed(
        fields={
            "waktu": {
                "known_on": report.known_on,
                "happened_on": first.happened_on,
                "happened_time": first.happened_time,
            },
            "tempat": {
                "province": code[:2],
                "regency": code[:5],
                "subdistrict": code if len(code) > 5 else "",
                "place": first.place,
            },
            "peristiwa": {"event": report.event, "account": first.account},
            "bukti": {"links": first.links},
            "pelapor": {
                "name": report.reporter,
                "address": first.address,
                "phone": first.phone,
            },
            "tanda-tangan": promises,
        },
        people={
            "terlapor": [
                {"name": first.name, "workplace": first.workplace, "post": first.post}
            ]
        },
    )


@dataclass(slots=True, kw_only=True)
class Desk:
    """A reporter in front of a draft."""

    report: PanelReport
    draft: ReportDraft
    typed: Typed

    @classmethod
    def sit_down(cls, report: PanelReport) -> "Desk":
        """Open a draft and type what is given at first."""
        draft = reports.open_draft(at=report.at)
        desk = cls(report=report, draft=draft, typed=first_typed(report))
        for kind in report.first.files:
            desk._attach(Exhibit.Kind.EVIDENCE, kind)
        if report.first.sign == "photo":
            desk._attach(Exhibit.Kind.SIGNED_PAGE, "sign")
        if report.first.card == "photo":
            desk._attach(Exhibit.Kind.IDENTITY_CARD, "card")
        drafts.keep(draft, desk.typed, report.at)
        return desk

    def _attach(self, kind: Exhibit.Kind, name: str) -> None:
        reports.add_draft_file(
            draft=self.draft,
            blob=blob_of(self.report, name),
            kind=kind,
            name=f"{name}.png",
            at=self.report.at,
        )

    def _write(self, step: str, **row: str) -> None:
        self.typed = self.typed.with_fields(step, row)

    def _say(self, sentence: str) -> None:
        told = self.typed.of("peristiwa").get("account", "")
        self._write("peristiwa", account=f"{told} {sentence}".strip())

    def _person(self, **row: str) -> None:
        (person,) = self.typed.named("terlapor")
        self.typed = self.typed.with_people("terlapor", [{**person, **row}])

    def _prove(self, kind: Exhibit.Kind, fact: str, promise: str, way: str) -> None:
        if way == "photo":
            self._attach(kind, fact)
        else:
            self._write("tanda-tangan", **{promise: "on"})

    def give(self, fact: str) -> None:
        """Put one fact where it belongs, if this reporter has it."""
        value = self.report.could.get(fact)
        if value is None:
            return
        ways = {
            "act": lambda: self._say(value),
            "how": lambda: self._say(value),
            "link_day": lambda: self._say(value),
            "day": lambda: self._write("waktu", happened_on=value),
            "about": lambda: self._write("waktu", happened_time=value),
            "place": lambda: self._write("tempat", place=value),
            "workplace": lambda: self._person(workplace=value),
            "post": lambda: self._person(post=value),
            "address": lambda: self._write("pelapor", address=value),
            "evidence": lambda: self._attach(Exhibit.Kind.EVIDENCE, value),
            "sign": lambda: self._prove(
                Exhibit.Kind.SIGNED_PAGE, "sign", "signed_at_office", value
            ),
            "card": lambda: self._prove(
                Exhibit.Kind.IDENTITY_CARD, "card", "card_at_office", value
            ),
        }
        ways[fact]()

    def _next_question(self, asked: list[str]) -> str | None:
        window = window_of(self.typed, self.report.at)
        coach = coach_of(self.draft, self.typed, window)
        assert coach is not None
        return next(
            (
                question.key
                for question in coach.questions
                if question.kind in (Kind.MISSING, Kind.HINT)
                and question.key not in asked
            ),
            None,
        )

    def listen(self, behaviour: Behaviour) -> list[str]:
        """Go through the questions of the coach, each once; return which were read."""
        asked: list[str] = []
        given: set[str] = set()
        while behaviour.patience is None or len(asked) < behaviour.patience:
            key = self._next_question(asked)
            if key is None:
                break
            asked.append(key)
            if behaviour.answers(self.report, key):
                for fact in ASKED_FOR.get(key, ()):
                    if fact not in given:
                        self.give(fact)
                        given.add(fact)
        drafts.keep(self.draft, self.typed, self.report.at)
        return asked
