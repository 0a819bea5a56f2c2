"""The living page of the design system: every component, rendered by its own tag.

What is shown is invented and says so; the deadlines are computed by the law data.
"""

from datetime import date, datetime, timedelta

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import (
    Deadline,
    Hinge,
    deadlines_from,
    hinge,
    load_law,
    seed_calendar,
    zone_of,
)
from netra.web.templatetags.drawings import ICONS

__all__ = ["SampleForm", "style"]

REGION = "19.01"
SHOWN_AT = datetime(2025, 8, 20, 9, 40, tzinfo=zone_of(REGION))
COLOURS = (
    ("paper", "sunken", gettext_lazy("dasar, cekung")),
    ("surface", "line", gettext_lazy("permukaan, garis hias")),
    ("ink", "ink-soft", gettext_lazy("tulisan")),
    ("rule", "focus", gettext_lazy("garis bermakna, fokus")),
    ("accent", "accent-strong", gettext_lazy("aksen")),
    ("accent-soft", "deep", gettext_lazy("aksen lembut, dalam")),
    ("danger", "danger-soft", gettext_lazy("bahaya")),
    ("warn", "warn-soft", gettext_lazy("awas")),
    ("info", "info-soft", gettext_lazy("kabar")),
    ("good", "good-soft", gettext_lazy("baik")),
    ("fig-1", "fig-2", gettext_lazy("angka")),
    ("fig-3", "fig-4", gettext_lazy("angka")),
)


class SampleForm(forms.Form):
    """Every kind of field, with errors in two of them."""

    name = forms.CharField(
        label=gettext_lazy("Nama terlapor"),
        help_text=gettext_lazy("Nama panggilan dan tempat kerja sudah cukup."),
        required=False,
    )
    happened_on = forms.DateField(
        label=gettext_lazy("Tanggal kejadian"),
        widget=forms.DateInput(attrs={"class": "is-short"}),
        input_formats=["%d-%m-%Y"],
    )
    story = forms.CharField(
        label=gettext_lazy("Uraian"), widget=forms.Textarea, required=False
    )
    favoured = forms.ChoiceField(
        label=gettext_lazy("Pihak yang diuntungkan"),
        widget=forms.RadioSelect,
        choices=[
            ("ticket", gettext_lazy("Pasangan calon")),
            ("empty", gettext_lazy("Kolom kosong\nHanya bila calon tunggal")),
        ],
    )
    place = forms.ChoiceField(
        label=gettext_lazy("Kecamatan"),
        choices=[("a", "Sungailiat"), ("b", "Belinyu")],
        required=False,
    )
    proof = forms.FileField(
        label=gettext_lazy("Pilih berkas"),
        help_text=gettext_lazy("Foto, video, rekaman, atau PDF"),
        required=False,
    )
    is_true = forms.BooleanField(
        label=gettext_lazy("Keterangan saya benar"),
        help_text=gettext_lazy("Dibaca kembali kepada Anda sebelum dikirim"),
        error_messages={"required": gettext_lazy("Kotak ini belum dicentang.")},
    )

    def clean_happened_on(self) -> date:
        """Refuse a day that lies after the day this page pretends to be."""
        happened_on: date = self.cleaned_data["happened_on"]
        if happened_on > SHOWN_AT.date():
            raise forms.ValidationError(
                _("Tanggal ini ada di masa depan. Hari ini 20 Agustus 2025.")
            )
        return happened_on


def _deadline(procedure: str, event: str, key: str, at: datetime) -> Deadline:
    law = load_law()
    found = deadlines_from(
        law, law.procedure(procedure), event, at, REGION, seed_calendar({2025, 2026})
    )
    return next(deadline for deadline in found if deadline.key == key)


def _clocks() -> dict[str, object]:
    registered_at = datetime(2025, 8, 15, 9, 15, tzinfo=zone_of(REGION))
    handling = _deadline(
        "pemilihan-2024", "report_registered", "handling", registered_at
    )
    working = _deadline("pemilu-2022", "report_registered", "handling", registered_at)
    due_at = handling.due_at
    moments = (
        due_at + timedelta(hours=9, minutes=40),
        due_at - timedelta(hours=14, minutes=19),
        due_at - timedelta(days=2, hours=14),
        registered_at + timedelta(hours=1),
    )
    long = _deadline(
        "discipline-pns-2021", "appeal_received", "bpasn_decision", registered_at
    )
    return {"handling": handling, "working": working, "long": long, "moments": moments}


def _hinges() -> list[Hinge]:
    law, determined_on = load_law(), date(2025, 7, 22)
    violation = next(found for found in law.violations.values() if found.counterpart)
    days = (date(2025, 7, 10), date(2025, 8, 9))
    found = (hinge(law, violation.id, day, determined_on) for day in days)
    return [pair for pair in found if pair is not None]


def style(request: HttpRequest) -> HttpResponse:
    """Show every component as the pages use it."""
    sample = SampleForm(
        {"happened_on": "29-08-2025", "favoured": "ticket", "place": "a"}
    )
    context = {
        **_clocks(),
        "hinges": _hinges(),
        "shown_at": SHOWN_AT,
        "colours": COLOURS,
        "icons": list(ICONS),
        "sample": sample,
        "page_obj": Paginator(range(1, 501), 50).page(4),
        "number": "004/Reg/LP/PB/Kab/19.01/VIII/2025",
        "facts_sample": [
            (_("Waktu dan tempat"), _("Sabtu 9 Agustus 2025, Kecamatan Sungailiat")),
            (_("Pihak diuntungkan"), _("Pasangan calon contoh A")),
        ],
    }
    return render(request, "portal/style.html", context)
