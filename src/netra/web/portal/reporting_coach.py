"""The coach beside a draft: which requirements of the procedure are met so far.

The requirements are those of the procedure's data; here stands only how a page can
tell that one is met. What it cannot tell is left to the officer, and says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from netra.domain.law import CheckItem
from netra.records.reports.models import Exhibit, ReportDraft
from netra.web.portal.drafts import Typed
from netra.web.portal.forms_story import region_of
from netra.web.portal.reporting_clock import Window

__all__ = ["Coach", "CoachLine", "coach_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachLine:
    """One requirement: met, missing, or left to the officer (`None`)."""

    label: str
    help: str
    present: bool | None
    status: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """Every requirement of the procedure for the draft."""

    lines: tuple[CoachLine, ...]

    @property
    def present_count(self) -> int:
        """How many are met."""
        return sum(1 for line in self.lines if line.present)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    typed: Typed
    window: Window
    kinds: frozenset[str]

    def has(self, step: str, *names: str) -> bool:
        row = self.typed.of(step)
        return all(row.get(name, "").strip() for name in names)


def _respondent(told: _Told) -> bool:
    rows = told.typed.named("terlapor")
    return any(row.get("name") or row.get("workplace") for row in rows)


def _time_place(told: _Told) -> bool:
    place = region_of(told.typed.of("tempat"))
    return bool(place) and (
        told.has("waktu", "happened_on") or told.has("waktu", "happened_time")
    )


def _evidence(told: _Told) -> bool:
    return Exhibit.Kind.EVIDENCE in told.kinds or told.has("bukti", "links")


_TESTS: Mapping[str, tuple[str, Callable[[_Told], bool]]] = {
    "reporter_name_address": ("pelapor", lambda t: t.has("pelapor", "name", "address")),
    "respondent_identity": ("terlapor", _respondent),
    "within_window": (
        "waktu",
        lambda t: t.window.deadline is not None and not t.window.is_late,
    ),
    "signature_matches_id": (
        "tanda-tangan",
        lambda t: Exhibit.Kind.SIGNED_PAGE in t.kinds,
    ),
    "identity_card": ("tanda-tangan", lambda t: Exhibit.Kind.IDENTITY_CARD in t.kinds),
    "time_place": ("tempat", _time_place),
    "account": ("peristiwa", lambda t: t.has("peristiwa", "account")),
    "evidence": ("bukti", _evidence),
}
_AT_OFFICE = {
    "signature_matches_id": "signed_at_office",
    "identity_card": "card_at_office",
}


def _line(item: CheckItem, told: _Told) -> CoachLine:
    step, test = _TESTS.get(item.key, ("", None))
    promised = _AT_OFFICE.get(item.key, "")
    text = item.help
    if promised and told.has("tanda-tangan", promised):
        text = _("Anda menyerahkannya di kantor. Bawa nomor laporan Anda.")
    return CoachLine(
        label=item.label,
        help=text,
        present=test(told) if test else None,
        status=item.status,
        step=step,
    )


def coach_of(draft: ReportDraft, typed: Typed, window: Window) -> Coach | None:
    """Return the requirements held against the draft; queries its files.

    Returns:
        `None` where no procedure is in force.
    """
    if window.procedure is None:
        return None
    kinds = frozenset(draft.files.values_list("kind", flat=True))
    told = _Told(typed=typed, window=window, kinds=kinds)
    items = (*window.procedure.formal_items, *window.procedure.material_items)
    return Coach(lines=tuple(_line(item, told) for item in items))
