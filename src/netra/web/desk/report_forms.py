"""Forms of the report pages."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import CheckItem, Procedure, zone_of
from netra.records.accounts.models import User
from netra.records.reports.actions.checking import Finding, items_of
from netra.records.reports.models import Exhibit, Report
from netra.web.desk.case_forms import NOT_VOTED
from netra.web.desk.report_access import handlers_of
from netra.web.desk.report_hints import Hint

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

__all__ = [
    "AssignForm",
    "CheckForm",
    "InitialStudyForm",
    "NotifyForm",
    "ReasonForm",
    "ReceiveForm",
]

PRESENT, MISSING = "ada", "belum"
REASONS = (
    gettext_lazy("Disampaikan sesudah batas waktu"),
    gettext_lazy("Syaratnya tetap belum lengkap"),
    gettext_lazy("Bukan dugaan pelanggaran pemilihan atau netralitas"),
    gettext_lazy("Peristiwanya sudah ditangani"),
    gettext_lazy("Kewenangan kantor atau lembaga lain"),
    gettext_lazy("Dicabut pelapor"),
)
"""What offices usually write; a choice of ours, and free text stands beside it."""
_TEXT_LIMIT = 4000

POWER = "power_of_attorney"
"""What is handed in for an attorney; no requirement of a procedure names it."""

_FILE_KINDS: Mapping[str, Exhibit.Kind] = {
    "identity_card": Exhibit.Kind.IDENTITY_CARD,
    "signature_matches_id": Exhibit.Kind.SIGNED_PAGE,
    POWER: Exhibit.Kind.POWER_OF_ATTORNEY,
}


def _text(label: "_StrPromise", help_text: "_StrPromise") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=_TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CheckForm(forms.Form):
    """One answer and one note for every requirement of a procedure.

    `hints` says beside a requirement what Netra found by itself; the officer answers.
    """

    refusal_kind = forms.ChoiceField(
        label=gettext_lazy("Pilih alasan"),
        required=False,
        help_text=gettext_lazy(
            "Perlu dipilih atau ditulis hanya bila laporan tidak dapat diregistrasi."
        ),
    )
    refusal_reason = _text(
        gettext_lazy("Alasan tidak diregistrasi"),
        gettext_lazy(
            "Dengan kata Anda sendiri; menyusul alasan yang dipilih. Alasan ini masuk "
            "catatan."
        ),
    )

    def __init__(
        self,
        data: object = None,
        *,
        procedure: Procedure,
        hints: Mapping[str, Hint] | None = None,
        found: Iterable[str] = (),
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a QueryDict, seldom typed
        self.procedure = procedure
        self.hints = hints or {}
        known = set(found)
        own = self.fields
        self.fields = {}
        for item in items_of(procedure):
            self.fields[f"item-{item.key}"] = self._answer(item, item.key in known)
            self.fields[f"note-{item.key}"] = forms.CharField(
                label=_("Catatan untuk: %(item)s") % {"item": item.label},
                required=False,
                max_length=_TEXT_LIMIT,
            )
        own["refusal_kind"].choices = [  # type: ignore[attr-defined] # a choice field
            ("", _("Pilih bila perlu")),
            *((str(reason), reason) for reason in REASONS),
        ]
        self.fields |= own

    def clean(self) -> dict[str, Any]:
        """Put the chosen reason before the words that explain it."""
        told = self.cleaned_data
        kind, words = told.get("refusal_kind"), told.get("refusal_reason", "").strip()
        if kind:
            told["refusal_reason"] = f"{kind}. {words}".strip()
        return told

    @staticmethod
    def _answer(item: CheckItem, is_known: bool) -> forms.ChoiceField:
        return forms.ChoiceField(
            label=item.label,
            choices=[(PRESENT, _("Ada")), (MISSING, _("Belum ada"))],
            widget=forms.RadioSelect,
            initial=PRESENT if is_known else None,
            error_messages={
                "required": _("Jawab syarat ini: ada atau belum ada."),
                "invalid_choice": _("Jawab syarat ini: ada atau belum ada."),
            },
        )

    def rows_of(
        self, items: Iterable[CheckItem]
    ) -> list[tuple[CheckItem, BoundField, BoundField, Hint | None]]:
        """Return requirement, answer, note and hint, for the page."""
        return [
            (
                item,
                self[f"item-{item.key}"],
                self[f"note-{item.key}"],
                self.hints.get(item.key),
            )
            for item in items
        ]

    @property
    def formal_rows(
        self,
    ) -> list[tuple[CheckItem, BoundField, BoundField, Hint | None]]:
        """Return the rows of the formal requirements."""
        return self.rows_of(self.procedure.formal_items)

    @property
    def material_rows(
        self,
    ) -> list[tuple[CheckItem, BoundField, BoundField, Hint | None]]:
        """Return the rows of the material requirements."""
        return self.rows_of(self.procedure.material_items)

    def findings(self) -> dict[str, Finding]:
        """Return what was answered, by the key of the requirement."""
        return {
            item.key: Finding(
                present=self.cleaned_data[f"item-{item.key}"] == PRESENT,
                note=self.cleaned_data[f"note-{item.key}"],
            )
            for item in items_of(self.procedure)
        }


class InitialStudyForm(CheckForm):
    """The initial study: the requirements, what the matter looks like, and a note."""

    alleged_kind = forms.ChoiceField(
        label=gettext_lazy("Dugaan awal"),
        required=False,
        help_text=gettext_lazy(
            "Seperti apa perkara ini terlihat sekarang. Pleno yang memutuskan."
        ),
    )
    note = _text(
        gettext_lazy("Catatan kajian awal"),
        gettext_lazy(
            "Misalnya tempat kejadian, pelimpahan, atau bahwa hal ini sudah ditangani."
        ),
    )
    field_order = ("alleged_kind", "note", "refusal_kind", "refusal_reason")

    def __init__(self, data: object = None, **more: Any) -> None:
        super().__init__(data, **more)
        outcomes = self.procedure.outcomes.values()
        self.fields["alleged_kind"].choices = [  # type: ignore[attr-defined] # a choice field
            ("", _("Belum dapat ditentukan")),
            *((one.key, one.title) for one in outcomes if one.key != NOT_VOTED),
        ]


class NotifyForm(forms.Form):
    """When the notice of what is missing reached the reporter."""

    received_at = forms.DateTimeField(
        label=gettext_lazy("Pemberitahuan diterima pelapor"),
        widget=forms.DateTimeInput(
            attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        ),
        error_messages={
            "required": gettext_lazy("Tulis kapan pemberitahuan diterima pelapor."),
            "invalid": gettext_lazy(
                "Tulis tanggal dan jam, misalnya 2024-11-01 09.30."
            ),
        },
    )

    def __init__(self, data: object = None, *, report: Report, now: datetime) -> None:
        self.zone = zone_of(report.place_region)
        self.now, self.report = now, report
        here = now.astimezone(self.zone).replace(tzinfo=None)
        super().__init__(data, initial={"received_at": here})  # type: ignore[arg-type] # as above

    def clean_received_at(self) -> datetime:
        """Read the moment on the clock of the place; it lies after the initial study.

        The field knows minutes only, so a moment in the very minute counts as after.
        """
        typed: datetime = self.cleaned_data["received_at"]
        moment = typed.replace(tzinfo=self.zone)
        if moment > self.now:
            raise forms.ValidationError(_("Waktu ini ada di masa depan."))
        studied_at = self.report.step_since
        if moment < studied_at.replace(second=0, microsecond=0):
            raise forms.ValidationError(_("Waktu ini mendahului kajian awalnya."))
        return max(moment, studied_at)


class ReceiveForm(forms.Form):
    """A requirement that is handed in at the office, with a file if there is one."""

    item = forms.ChoiceField(
        label=gettext_lazy("Yang diserahkan"),
        error_messages={"required": gettext_lazy("Pilih yang diserahkan.")},
    )
    note = _text(
        gettext_lazy("Keterangan"), gettext_lazy("Misalnya ditunjukkan aslinya.")
    )
    file = forms.FileField(
        label=gettext_lazy("Berkas"),
        required=False,
        help_text=gettext_lazy("Foto, video, suara, atau PDF."),
        error_messages={
            "empty": gettext_lazy("Berkas ini kosong. Pilih berkas lain, atau lewati.")
        },
    )
    complete = forms.BooleanField(
        label=gettext_lazy("Pelapor menyatakan sudah selesai melengkapi"),
        required=False,
    )

    def __init__(
        self,
        data: object = None,
        files: object = None,
        *,
        items: Iterable[CheckItem],
        can_complete: bool,
        has_attorney: bool = False,
    ) -> None:
        super().__init__(data, files)  # type: ignore[arg-type] # as above
        self.fields["item"].choices = [  # type: ignore[attr-defined] # a choice field
            *((item.key, item.label) for item in items),
            *([(POWER, _("Surat kuasa"))] if has_attorney else []),
        ]
        if not can_complete:
            del self.fields["complete"]

    @property
    def file_kind(self) -> Exhibit.Kind:
        """Return what the file is for, by the requirement it fulfils."""
        return _FILE_KINDS.get(self.cleaned_data["item"], Exhibit.Kind.EVIDENCE)


class ReasonForm(forms.Form):
    """Why something closed is opened."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=_TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Nama Anda, waktu, dan alasan ini dicatat."),
        error_messages={
            "required": gettext_lazy("Tulis alasannya; alasan ini masuk catatan.")
        },
    )


class AssignForm(forms.Form):
    """Who takes the report on."""

    holder = forms.ModelChoiceField(
        label=gettext_lazy("Pemegang"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Pilih petugas"),
        error_messages={
            "required": gettext_lazy("Pilih siapa yang memegang laporan ini."),
            "invalid_choice": gettext_lazy(
                "Orang ini tidak bertugas menangani laporan di kantor ini."
            ),
        },
    )

    def __init__(self, data: object = None, *, report: Report, now: datetime) -> None:
        super().__init__(data, initial={"holder": report.assigned_to_id})  # type: ignore[arg-type] # as above
        self.fields["holder"].queryset = handlers_of(report, now)  # type: ignore[attr-defined] # a model field
