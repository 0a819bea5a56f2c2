"""Forms of the agenda."""

import secrets
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action, Actor
from netra.domain.law import zone_of
from netra.records.accounts.models import Office
from netra.records.cases.models import Case
from netra.records.correspondence.content import EntryContent, Links
from netra.records.correspondence.models import AgendaEntry
from netra.records.observations.models import Finding, Tracing
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report
from netra.web.desk.correspondence.words import Shape
from netra.web.desk.supervision.access import MatterForm
from netra.web.desk.supervision.observation_forms import long_field, must
from netra.web.portal.forms_files import FilesField
from netra.web.portal.forms_people import text_field
from netra.web.portal.forms_story import day_field

__all__ = [
    "EntryForm",
    "LinkForm",
    "MailForm",
    "QuickForm",
    "ReasonForm",
    "ScansForm",
    "SendingForm",
    "matter_numbered",
]

_MATTERS: Mapping[str, Any] = {
    "case": Case,
    "report": Report,
    "finding": Finding,
    "tracing": Tracing,
    "referral": Referral,
}


def matter_numbered(number: str, actor: Actor) -> Links | None:
    """Return the matter of a number on which somebody may write; `None` without one."""
    for name, model in _MATTERS.items():
        rows = model.objects.visible_to(actor, Action.KEEP_AGENDA)
        found = rows.filter(number__iexact=number.strip()).first()
        if found is not None:
            return Links(**{name: found})
    return None


def _about() -> forms.CharField:
    return text_field(
        gettext_lazy("Tentang berkas nomor"),
        gettext_lazy(
            "Nomor perkara, laporan, temuan, penelusuran, atau surat penerusan. "
            "Kosongkan bila tentang hal lain."
        ),
        length=80,
    )


def _source() -> forms.BooleanField:
    return forms.BooleanField(
        label=gettext_lazy("Menyebut pelapor atau saksi"),
        help_text=gettext_lazy(
            "Namanya lalu disimpan tersegel dan tidak tampil di daftar; membukanya "
            "perlu alasan."
        ),
        required=False,
    )


class _AboutForm(MatterForm):
    """A form whose entry may be about a matter with a number."""

    about: Any
    actor: Actor

    def clean_about(self) -> Links:
        """Find the matter of the number.

        Raises:
            ValidationError: the office has nothing with this number.
        """
        number = self.cleaned_data["about"].strip()
        if not number:
            return Links()
        found = matter_numbered(number, self.actor)
        if found is None:
            raise forms.ValidationError(
                _("Nomor ini tidak ada pada kantor Anda. Salin nomornya utuh.")
            )
        return found


class EntryForm(_AboutForm):
    """A letter, call or visit."""

    office = forms.ModelChoiceField(
        label=gettext_lazy("Kantor"), queryset=Office.objects.none(), empty_label=None
    )
    direction = forms.ChoiceField(
        label=gettext_lazy("Arah"),
        choices=AgendaEntry.Direction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih arahnya.")},
    )
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"))
    happened_on = day_field(
        gettext_lazy("Tanggal"),
        gettext_lazy("Tanggal diterima, dikirim, atau terjadi."),
    )
    happened_time = forms.TimeField(
        label=gettext_lazy("Jam"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={
            "required": gettext_lazy("Jam ini perlu diisi."),
            "invalid": gettext_lazy("Jam ini tidak terbaca. Tulis seperti 14.30."),
        },
    )
    counterpart = must(
        gettext_lazy("Dari atau kepada"),
        gettext_lazy("Lembaga atau orang di seberang."),
        length=200,
    )
    names_source = _source()
    subject = must(
        gettext_lazy("Perihal"),
        gettext_lazy("Dalam satu baris, tanpa nama orang."),
        length=200,
    )
    letter_number = text_field(
        gettext_lazy("Nomor surat"),
        gettext_lazy("Nomor yang tertulis pada suratnya."),
        length=120,
    )
    letter_on = day_field(gettext_lazy("Tanggal surat"), "", required=False)
    about = _about()
    note = long_field(
        gettext_lazy("Catatan"), gettext_lazy("Disimpan tersandi."), rows=3
    )
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(
        self,
        data: Any = None,
        *,
        shape: Shape,
        offices: list[Office],
        actor: Actor,
        now: datetime,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """Ask for what this way of entering has."""
        local = now.astimezone(zone_of(offices[0].region))
        own = {
            "office": offices[0].pk,
            "happened_on": local.date(),
            "happened_time": local.time(),
            "direction": shape.direction or AgendaEntry.Direction.IN,
            "kind": shape.kinds[0],
            "once": secrets.token_hex(8),
        }
        super().__init__(data, initial={**own, **(initial or {})})
        self.actor = actor
        self.shape = shape
        self._narrow(offices)

    def _narrow(self, offices: list[Office]) -> None:
        fields: dict[str, Any] = self.fields
        fields["office"].queryset = Office.objects.filter(
            pk__in=[office.pk for office in offices]
        )
        if len(offices) == 1:
            fields["office"].widget = forms.HiddenInput()
        labels = dict(AgendaEntry.Kind.choices)
        fields["kind"].choices = [(k, capfirst(labels[k])) for k in self.shape.kinds]
        if not self.shape.is_letter:
            del fields["letter_number"], fields["letter_on"]
        if not self.shape.asks_direction:
            del fields["direction"]
        if len(self.shape.kinds) == 1:
            del fields["kind"]

    def for_existing(self, *, keeps_seal: bool) -> None:
        """Leave out what comes along with an entry that is corrected or answered."""
        for name in ("office", "direction", "about"):
            self.fields.pop(name, None)
        if keeps_seal:
            self.fields["counterpart"].required = False
            self.fields["counterpart"].help_text = _(
                "Kosongkan untuk memakai yang sudah tersegel."
            )

    @property
    def kind_chosen(self) -> AgendaEntry.Kind:
        """The kind that was chosen, or the only one there is."""
        return AgendaEntry.Kind(self.cleaned_data.get("kind") or self.shape.kinds[0])

    @property
    def direction_chosen(self) -> AgendaEntry.Direction:
        """The direction that was chosen, or the only one there is."""
        chosen = self.cleaned_data.get("direction") or self.shape.direction
        return AgendaEntry.Direction(chosen)

    def content(self, office: Office) -> EntryContent:
        """Return what was typed as one value."""
        told = self.cleaned_data
        return EntryContent(
            counterpart=told["counterpart"],
            subject=told["subject"],
            happened_at=_moment(told["happened_on"], told["happened_time"], office),
            letter_number=told.get("letter_number", ""),
            letter_on=told.get("letter_on"),
            names_source=told["names_source"],
            note=told["note"],
            links=told.get("about") or Links(),
        )


def _moment(day: date, clock: time, office: Office) -> datetime:
    return datetime.combine(day, clock, zone_of(office.region))


class MailForm(_AboutForm):
    """A message as a file, and what the officer says of it."""

    message = forms.FileField(
        label=gettext_lazy("Berkas surel (.eml)"),
        help_text=gettext_lazy(
            "Pada program surel, pilih Simpan sebagai atau Unduh pesan. Lampirannya "
            "ikut menjadi pindaian."
        ),
        widget=forms.FileInput(attrs={"accept": ".eml,message/rfc822"}),
        error_messages={
            "required": gettext_lazy("Pilih berkas surelnya."),
            "empty": gettext_lazy("Berkas ini kosong. Pilih berkas lain."),
        },
    )
    office = forms.ModelChoiceField(
        label=gettext_lazy("Kantor"), queryset=Office.objects.none(), empty_label=None
    )
    direction = forms.ChoiceField(
        label=gettext_lazy("Arah"),
        choices=AgendaEntry.Direction.choices,
        widget=forms.RadioSelect,
        initial=AgendaEntry.Direction.IN,
    )
    names_source = _source()
    subject = text_field(
        gettext_lazy("Perihal"),
        gettext_lazy(
            "Kosongkan untuk memakai perihal surelnya. Perlu diisi, tanpa nama orang, "
            "bila surel menyebut pelapor atau saksi."
        ),
        length=200,
    )
    about = _about()

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        offices: list[Office],
        actor: Actor,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """Offer the offices whose agenda somebody keeps."""
        super().__init__(
            data, files, initial={"office": offices[0].pk, **(initial or {})}
        )
        self.actor = actor
        fields: dict[str, Any] = self.fields
        fields["office"].queryset = Office.objects.filter(
            pk__in=[office.pk for office in offices]
        )
        if len(offices) == 1:
            fields["office"].widget = forms.HiddenInput()


class ReasonForm(MatterForm):
    """Why something is voided or opened."""

    reason = long_field(
        gettext_lazy("Alasan"),
        gettext_lazy("Tersimpan bersama nama Anda dan waktunya."),
        required=True,
        rows=3,
    )


class ScansForm(MatterForm):
    """Files of an entry."""

    uploads = FilesField(
        label=gettext_lazy("Pindaian, foto, rekaman, atau PDF"),
        help_text=gettext_lazy("Beberapa berkas boleh sekaligus."),
    )


class LinkForm(_AboutForm):
    """The matter an entry turns out to be about."""

    about = _about()

    def __init__(self, data: Any = None, *, actor: Actor) -> None:
        """Remember who asks."""
        super().__init__(data)
        self.actor = actor
        self.fields["about"].required = True
        self.fields["about"].error_messages["required"] = _("Tulis nomor berkasnya.")


class SendingForm(MatterForm):
    """Whom an issued paper went to."""

    counterpart = must(
        gettext_lazy("Kepada"),
        gettext_lazy("Lembaga, jabatan, atau peran; bukan nama pelapor atau saksi."),
        length=200,
    )


class QuickForm(MatterForm):
    """A note from the page of a case: it happened just now."""

    what = forms.ChoiceField(
        label=gettext_lazy("Apa"),
        choices=[
            ("call-in", gettext_lazy("Telepon masuk")),
            ("call-out", gettext_lazy("Telepon keluar")),
            ("visit-in", gettext_lazy("Tamu")),
            ("letter-in", gettext_lazy("Surat masuk")),
            ("letter-out", gettext_lazy("Surat keluar")),
        ],
    )
    counterpart = must(gettext_lazy("Dari atau kepada"), length=200)
    names_source = _source()
    subject = must(
        gettext_lazy("Perihal"),
        gettext_lazy("Dalam satu baris, tanpa nama orang."),
        length=200,
    )
    note = long_field(gettext_lazy("Catatan"), rows=2)
