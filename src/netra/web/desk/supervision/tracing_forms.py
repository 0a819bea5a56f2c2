"""Forms of tracings."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from netra.domain.access import Actor
from netra.records.accounts.models import Office, User
from netra.records.contests.models import Contest
from netra.records.contests.queries import contest_on, contests_for
from netra.records.observations.content import TracingPlan
from netra.records.observations.models import Tracing
from netra.web.desk.due import held_by
from netra.web.desk.supervision.access import MatterForm, serving
from netra.web.desk.supervision.observation_forms import long_field, must
from netra.web.desk.supervision.places import place_choices
from netra.web.portal.forms_people import text_field
from netra.web.portal.forms_story import day_field

__all__ = [
    "CloseTracingForm",
    "HolderForm",
    "PlainForm",
    "ReferTracingForm",
    "StepForm",
    "StepResultForm",
    "TracingFilter",
    "TracingForm",
]


class PlainForm(MatterForm):
    """A button: nothing to fill in."""


class TracingForm(MatterForm):
    """What is to be found out."""

    office = forms.ModelChoiceField(
        label=gettext_lazy("Kantor"), queryset=Office.objects.none(), empty_label=None
    )
    contest = forms.ModelChoiceField(
        label=gettext_lazy("Pemilihan"),
        queryset=Contest.objects.none(),
        empty_label=gettext_lazy("Pilih"),
        error_messages={"required": gettext_lazy("Pilih pemilihannya.")},
    )
    event = must(
        gettext_lazy("Yang ditelusuri"),
        gettext_lazy(
            "Perbuatannya dalam satu kalimat, tanpa nama orang. Misalnya unggahan, "
            "berita, atau yang dilihat pengawas sendiri."
        ),
        length=200,
    )
    question = long_field(
        gettext_lazy("Pertanyaan yang harus terjawab"),
        gettext_lazy(
            "Misalnya: siapa, apakah ASN, kapan, dan siapa lagi yang melihat."
        ),
        required=True,
    )
    place_region = forms.ChoiceField(
        label=gettext_lazy("Kecamatan atau kabupaten"),
        error_messages={"required": gettext_lazy("Pilih tempatnya.")},
    )
    place = text_field(
        gettext_lazy("Tempat"),
        gettext_lazy("Gedung, jalan, atau akun bila terjadi di internet."),
        length=200,
    )
    happened_on = day_field(
        gettext_lazy("Tanggal peristiwa"),
        gettext_lazy("Kosongkan bila belum diketahui."),
        required=False,
    )
    happened_time = text_field(gettext_lazy("Jam peristiwa"), length=80)
    due_on = day_field(
        gettext_lazy("Tenggat penelusuran"),
        gettext_lazy(
            "Tidak ada aturan yang menetapkannya. Kosongkan untuk memakai kebiasaan "
            "kantor, bila kantor ini sudah menetapkannya."
        ),
        required=False,
    )

    def __init__(self, data: Any, *, offices: list[Office], today: date) -> None:
        """Offer the contests and places of the offices somebody traces for."""
        first = offices[0]
        initial = {
            "office": first.pk,
            "contest": contest_on(first.region, today),
            "place_region": first.region,
        }
        super().__init__(data, initial=initial)
        fields: dict[str, Any] = self.fields
        fields["office"].queryset = Office.objects.filter(
            pk__in=[office.pk for office in offices]
        )
        if len(offices) == 1:
            fields["office"].widget = forms.HiddenInput()
        found = Q()
        for office in offices:
            found |= Q(pk__in=contests_for(office.region).order_by().values("pk"))
        fields["contest"].queryset = Contest.objects.filter(found)
        places = dict(c for office in offices for c in place_choices(office.region))
        fields["place_region"].choices = list(places.items())

    def plan(self) -> TracingPlan:
        """Return what was typed as one value."""
        told = dict(self.cleaned_data)
        del told["office"]
        return TracingPlan(**told)


class StepForm(MatterForm):
    """A step of the plan."""

    what = must(
        gettext_lazy("Langkah"),
        gettext_lazy("Apa yang akan dilakukan, tanpa nama orang."),
        length=200,
    )
    asked = text_field(
        gettext_lazy("Siapa yang ditanya"),
        gettext_lazy("Disimpan tersandi."),
        length=300,
    )
    planned_on = day_field(gettext_lazy("Rencana tanggal"), "", required=False)


class StepResultForm(MatterForm):
    """What came of a step."""

    done_on = day_field(gettext_lazy("Dilakukan tanggal"), "")
    result = long_field(gettext_lazy("Hasil"), required=True, rows=3)


class CloseTracingForm(MatterForm):
    """Why a tracing leads to nothing further."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Alasan"),
        choices=[(key, capfirst(label)) for key, label in Tracing.Reason.choices],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih alasannya.")},
    )
    text = long_field(
        gettext_lazy("Hasil penelusuran"),
        gettext_lazy(
            "Apa yang ditelusuri, apa yang ditemukan, dan mengapa ditutup. Ini dasar "
            "jawaban kepada pemberi informasi: jangan tulis nama orang."
        ),
        required=True,
        rows=6,
    )


class ReferTracingForm(MatterForm):
    """What was traced and why it goes on without registration."""

    text = long_field(
        gettext_lazy("Hasil penelusuran"),
        gettext_lazy(
            "Apa yang ditemukan, dan mengapa diteruskan tanpa registrasi. Ini dasar "
            "jawaban kepada pemberi informasi: jangan tulis nama orang."
        ),
        required=True,
        rows=6,
    )


class HolderForm(MatterForm):
    """Who holds a matter."""

    holder = forms.ModelChoiceField(
        label=gettext_lazy("Pemegang"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Pilih orang"),
        error_messages={
            "required": gettext_lazy("Pilih siapa yang memegangnya."),
            "invalid_choice": gettext_lazy("Orang ini tidak bertugas di kantor ini."),
        },
    )

    def __init__(
        self, data: Any, *, office: Office, day: date, holder: int | None
    ) -> None:
        """Offer who serves the office on the day."""
        super().__init__(data, initial={"holder": holder})
        field: Any = self.fields["holder"]
        field.queryset = serving(office, day)


class TracingFilter(forms.Form):
    """What the list is narrowed by; every part may be empty."""

    q = forms.CharField(
        label=gettext_lazy("Nomor, peristiwa, atau tempat"),
        required=False,
        max_length=200,
    )
    keadaan = forms.ChoiceField(
        label=gettext_lazy("Keadaan"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua")),
            ("terbuka", gettext_lazy("Sedang ditelusuri")),
            *((key, capfirst(label)) for key, label in Tracing.End.choices),
        ],
    )
    pemegang = forms.ChoiceField(
        label=gettext_lazy("Pemegang"),
        required=False,
        choices=[
            ("", gettext_lazy("Siapa saja")),
            ("saya", gettext_lazy("Saya")),
            ("belum", gettext_lazy("Belum dibagi")),
        ],
    )

    def found(self, rows: QuerySet[Tracing], actor: Actor) -> QuerySet[Tracing]:
        """Return the rows that fit; what cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        for word in (asked.get("q") or "").split():
            rows = rows.filter(
                Q(number__icontains=word)
                | Q(event__icontains=word)
                | Q(place__icontains=word)
            )
        state, holder = asked.get("keadaan"), asked.get("pemegang")
        if state:
            is_open = state == "terbuka"
            rows = rows.filter(ended_as="" if is_open else state)
        if holder:
            nobody = Q(assigned_to__isnull=True)
            rows = rows.filter(held_by(actor) if holder == "saya" else nobody)
        return rows
