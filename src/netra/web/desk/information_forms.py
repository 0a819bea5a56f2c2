"""Forms of information at the desk; what a source said is in none of them."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy

from netra.domain.access import Actor
from netra.records.accounts.models import Office
from netra.records.information.actions.arriving import LONGEST_TEXT
from netra.records.information.content import InformationContent
from netra.records.information.models import Information
from netra.records.observations.models import Tracing
from netra.records.observations.queries import open_tracings
from netra.web.desk.due import held_by
from netra.web.desk.supervision.access import MatterForm
from netra.web.desk.supervision.places import place_choices
from netra.web.portal.forms_people import text_field

__all__ = [
    "EndForm",
    "InformationFilter",
    "JoinForm",
    "OriginalForm",
    "PlainForm",
    "ReleaseForm",
    "TellForm",
    "ToldForm",
    "WriteForm",
]

_States = Information.State
_Ends = Information.End
_BY_TRACING = {_Ends.FINDING, _Ends.REFERRAL}
_MOST_TAKEN = 200


def _area(
    label: Any, help_text: Any = "", *, rows: int = 5, required: Any = ""
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(required),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
        error_messages={"required": required or ""},
    )


class PlainForm(MatterForm):
    """A button: nothing to fill in."""


class InformationFilter(forms.Form):
    """What the list is narrowed by; every part may be empty, none is content."""

    q = forms.CharField(label=gettext_lazy("Nomor"), required=False, max_length=80)
    keadaan = forms.ChoiceField(
        label=gettext_lazy("Keadaan"),
        required=False,
        choices=[
            ("", gettext_lazy("Di meja")),
            ("balasan", gettext_lazy("Ada balasan baru")),
            *_States.choices,
            ("semua", gettext_lazy("Semua")),
        ],
    )
    cara = forms.ChoiceField(
        label=gettext_lazy("Cara masuk"),
        required=False,
        choices=[("", gettext_lazy("Semua")), *Information.Via.choices],
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
    kelompok = forms.UUIDField(required=False, widget=forms.HiddenInput())

    def found(self, rows: QuerySet[Information], actor: Actor) -> QuerySet[Information]:
        """Return the rows that fit; what cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        if asked.get("kelompok"):
            return rows.filter(group=asked["kelompok"])
        rows = rows.filter(self._state(asked.get("keadaan") or ""))
        if asked.get("q"):
            rows = rows.filter(number__icontains=asked["q"])
        if asked.get("cara"):
            rows = rows.filter(via=asked["cara"])
        if asked.get("pemegang") == "saya":
            return rows.filter(held_by(actor))
        if asked.get("pemegang"):
            return rows.filter(assigned_to__isnull=True)
        return rows

    @staticmethod
    def _state(state: str) -> Q:
        if state == "semua":
            return Q()
        if state == "balasan":
            unread = Information.objects.filter(
                messages__from_source=True, messages__seen=False
            )
            return Q(pk__in=unread.values("pk"))
        if state:
            return Q(state=state)
        return ~Q(state__in=(_States.QUEUED, _States.ENDED))


class ReleaseForm(MatterForm):
    """How many to take from the queue."""

    count = forms.IntegerField(
        label=gettext_lazy("Ambil dari antrean"), min_value=1, max_value=_MOST_TAKEN
    )


class WriteForm(MatterForm):
    """What the office writes to a source."""

    text = _area(
        gettext_lazy("Pesan untuk sumber"),
        gettext_lazy(
            "Dibaca siapa pun yang memegang kodenya. Jangan tulis nama orang, dan "
            "jangan minta hal yang dapat membuka siapa sumbernya."
        ),
        required=gettext_lazy("Tulis pesannya."),
    )


class TellForm(WriteForm):
    """What every source of a tracing reads."""


class EndForm(MatterForm):
    """How information ends without a tracing, and what the source reads."""

    ended_as = forms.ChoiceField(
        label=gettext_lazy("Alasan"),
        choices=[choice for choice in _Ends.choices if choice[0] not in _BY_TRACING],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih alasannya.")},
    )
    text = _area(
        gettext_lazy("Penjelasan untuk sumber"),
        gettext_lazy(
            "Dengan kata biasa: apa yang dinilai, dan mengapa tidak dilanjutkan. "
            "Jangan tulis nama orang."
        ),
        rows=4,
        required=gettext_lazy("Tulis penjelasannya; sumber berhak tahu alasannya."),
    )


class OriginalForm(MatterForm):
    """Why an original is opened."""

    reason = _area(
        gettext_lazy("Alasan membuka berkas asli"),
        gettext_lazy("Nama Anda, waktu, dan alasan ini dicatat."),
        rows=2,
        required=gettext_lazy("Tulis alasannya; alasan ini dicatat."),
    )


class JoinForm(MatterForm):
    """Which open tracing it belongs to."""

    tracing = forms.ModelChoiceField(
        label=gettext_lazy("Penelusuran yang sedang berjalan"),
        queryset=Tracing.objects.none(),
        empty_label=gettext_lazy("Pilih penelusuran"),
        error_messages={"required": gettext_lazy("Pilih penelusurannya.")},
    )

    def __init__(self, data: Any = None, *, office: Office) -> None:
        """Offer the open tracings of the office."""
        super().__init__(data)
        field: Any = self.fields["tracing"]
        field.queryset = open_tracings().filter(office=office).order_by("-pk")
        field.label_from_instance = lambda row: f"{row.number} · {row.event}"


class ToldForm(MatterForm):
    """What somebody told an officer, who writes it down."""

    office = forms.ModelChoiceField(
        label=gettext_lazy("Kantor"), queryset=Office.objects.none(), empty_label=None
    )
    origin = forms.ChoiceField(
        label=gettext_lazy("Cara disampaikan"),
        choices=[
            ("lisan", gettext_lazy("Lisan, di kantor atau di lapangan")),
            ("telepon", gettext_lazy("Telepon atau pesan")),
            ("surat", gettext_lazy("Surat")),
        ],
    )
    place_region = forms.ChoiceField(
        label=gettext_lazy("Kecamatan atau kabupaten"),
        error_messages={"required": gettext_lazy("Pilih tempatnya.")},
    )
    text = _area(
        gettext_lazy("Yang disampaikan"),
        gettext_lazy("Tulis seperti yang disampaikan. Tersegel begitu disimpan."),
        rows=7,
    )
    place = text_field(gettext_lazy("Tempatnya"), length=200)
    when = text_field(gettext_lazy("Kapan terjadinya"), length=120)
    who = text_field(gettext_lazy("Siapa yang terlibat"), length=400)
    links = _area(gettext_lazy("Tautan unggahan"), rows=2)
    name = text_field(
        gettext_lazy("Nama sumber"),
        gettext_lazy("Hanya bila sumber mau. Ikut tersegel."),
        length=120,
    )
    contact = text_field(
        gettext_lazy("Cara menghubungi sumber"),
        gettext_lazy("Hanya bila sumber mau. Ikut tersegel."),
        length=200,
    )
    with_code = forms.BooleanField(
        label=gettext_lazy("Buatkan kode kotak pesan untuk sumber"),
        help_text=gettext_lazy(
            "Kode tampil satu kali untuk diserahkan. Tanpa kode, sumber tidak dapat "
            "membaca jawaban dan kantor tidak dapat menulis kepadanya."
        ),
        required=False,
        initial=True,
    )

    def __init__(self, data: Any, *, offices: list[Office], today: date) -> None:
        """Offer the places of the offices somebody receives for."""
        first = offices[0]
        super().__init__(
            data, initial={"office": first.pk, "place_region": first.region}
        )
        self.today = today
        fields: dict[str, Any] = self.fields
        fields["office"].queryset = Office.objects.filter(
            pk__in=[office.pk for office in offices]
        )
        if len(offices) == 1:
            fields["office"].widget = forms.HiddenInput()
        places = dict(c for office in offices for c in place_choices(office.region))
        fields["place_region"].choices = list(places.items())

    def content(self) -> InformationContent:
        """Return what was told as one value."""
        told = {
            name: str(self.cleaned_data[name]).strip()
            for name in InformationContent.__dataclass_fields__
            if name in self.cleaned_data and name != "origin"
        }
        chosen = dict(self.fields["origin"].choices)  # type: ignore[attr-defined] # a choice field
        return InformationContent(
            **told, origin=str(chosen[self.cleaned_data["origin"]])
        )
