"""Forms about notices, replies and clearances."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import zone_of
from netra.records.accounts.models import Office
from netra.records.notices.actions.telling import Addressee
from netra.records.notices.matters import Matter, report_of
from netra.records.notices.models import Clearance, Notice, Reply
from netra.records.notices.queries import has_happened
from netra.records.notices.wording import is_told
from netra.records.reports.models import Respondent
from netra.web.portal.forms_files import FilesField

__all__ = [
    "ClearForm",
    "DeliveryForm",
    "InviteForm",
    "NoticeForm",
    "ReasonForm",
    "RecordReplyForm",
]

_MOMENT = "%Y-%m-%dT%H:%M"


def person_words(person: Respondent) -> str:
    """Return how a respondent is named in a choice: by name, or that none is known."""
    return person.name or _("Terlapor yang belum dikenal")


class ReasonForm(forms.Form):
    """A reason that is kept with the act."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Nama Anda, waktu, dan alasan ini dicatat."),
        error_messages={
            "required": gettext_lazy("Tulis alasannya; alasan ini masuk catatan.")
        },
    )


class NoticeForm(forms.Form):
    """What is told, to whom, and how."""

    event = forms.ChoiceField(
        label=gettext_lazy("Tentang"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Hanya yang sudah terjadi yang dapat diberitahukan."),
        error_messages={"required": gettext_lazy("Pilih apa yang diberitahukan.")},
    )
    addressee = forms.ChoiceField(
        label=gettext_lazy("Kepada"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih siapa yang diberi tahu.")},
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("Saluran"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih salurannya.")},
    )

    def __init__(
        self,
        sent: QueryDict | None,
        *,
        matter: Matter,
        people: Iterable[Respondent],
        offices: Iterable[Office],
    ) -> None:
        super().__init__(sent)
        self._addressees = _addressees(matter, people, offices)
        self.fields["channel"].choices = _capital(Notice.Channel.choices)  # type: ignore[attr-defined] # of ChoiceField
        self.fields["addressee"].choices = [  # type: ignore[attr-defined] # of ChoiceField
            (one.key, words) for words, one in self._addressees.values()
        ]
        self.fields["event"].choices = _events(matter, self._addressees)  # type: ignore[attr-defined] # as above

    def chosen(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        told = self.cleaned_data
        return {
            "event": Notice.Event(told["event"]),
            "addressee": self._addressees[told["addressee"]][1],
            "channel": Notice.Channel(told["channel"]),
        }


_Addressees = dict[str, tuple[str, Addressee]]


def _addressees(
    matter: Matter, people: Iterable[Respondent], offices: Iterable[Office]
) -> _Addressees:
    report = report_of(matter)
    found = []
    if report is None:
        found.append((_("Pengawas yang menemukan"), Addressee(to=Notice.To.FINDER)))
    else:
        found.append((_("Pelapor"), Addressee(to=Notice.To.REPORTER)))
    if report is not None and hasattr(report, "attorney"):
        found.append((_("Kuasa pelapor"), Addressee(to=Notice.To.ATTORNEY)))
    for person in people:
        one = Addressee(to=Notice.To.RESPONDENT, respondent=person)
        found.append((_("Terlapor: %(name)s") % {"name": person_words(person)}, one))
    for office in offices:
        below = len(office.region) > len(matter.region)
        to = Notice.To.OFFICE_BELOW if below else Notice.To.OFFICE_ABOVE
        found.append((office.name, Addressee(to=to, office=office)))
    return {one.key: (words, one) for words, one in found}


def _capital(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    """Return choices with words that begin like a sentence."""
    return [(value, capfirst(str(words))) for value, words in choices]


def _events(matter: Matter, addressees: _Addressees) -> list[tuple[str, str]]:
    """Return the events that have happened and that somebody here is told of."""
    offered = []
    for value, words in Notice.Event.choices:
        for _words, one in addressees.values():
            if is_told(value, one.to) and has_happened(matter, value, one.respondent):
                offered.append((value, capfirst(str(words))))
                break
    return offered


class _MomentForm(forms.Form):
    """A form with a moment on the clock of the place, not in the future."""

    def __init__(
        self,
        data: QueryDict | None,
        files: Any = None,
        *,
        place: str,
        now: datetime,
        **more: Any,
    ) -> None:
        self.zone, self.now = zone_of(place), now
        here = now.astimezone(self.zone).replace(tzinfo=None)
        super().__init__(data, files, initial={"moment": here}, **more)

    def clean_moment(self) -> datetime:
        """Read the moment; it does not lie ahead."""
        typed: datetime = self.cleaned_data["moment"]
        moment = typed.replace(tzinfo=self.zone)
        if moment > self.now:
            raise forms.ValidationError(_("Waktu ini ada di masa depan."))
        return moment


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MOMENT),
        error_messages={
            "required": gettext_lazy("Tulis tanggal dan jamnya."),
            "invalid": gettext_lazy(
                "Tulis tanggal dan jam, misalnya 2024-11-01 09.30."
            ),
        },
    )


class DeliveryForm(_MomentForm):
    """When and how a notice reached its addressee."""

    moment = _moment(gettext_lazy("Sampai kepada penerima"))
    note = forms.CharField(
        label=gettext_lazy("Bagaimana sampainya"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Misalnya siapa yang menerima, nomor resi, atau isi singkat telepon. "
            "Disegel."
        ),
    )
    uploads = FilesField(
        label=gettext_lazy("Bukti pengiriman"),
        help_text=gettext_lazy("Foto atau PDF tanda terima; satu berkas."),
    )
    field_order = ("moment", "note", "uploads")


class InviteForm(forms.Form):
    """Who may answer, and until when."""

    respondent = forms.ModelChoiceField(
        label=gettext_lazy("Terlapor"),
        queryset=Respondent.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Pilih terlapornya.")},
    )
    due_on = forms.DateField(
        label=gettext_lazy("Jawaban ditunggu sampai"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self, sent: QueryDict | None, *, people: Any, custom_days: int | None
    ) -> None:
        super().__init__(sent)
        who: Any = self.fields["respondent"]
        who.queryset, who.label_from_instance = people, person_words
        self.fields["due_on"].help_text = (
            _("Tidak ada aturan yang menetapkannya. Kebiasaan kantor ini belum diisi.")
            if custom_days is None
            else _(
                "Kosongkan untuk memakai kebiasaan kantor ini, %(days)s hari "
                "(kebiasaan, bukan aturan)."
            )
            % {"days": custom_days}
        )


class RecordReplyForm(_MomentForm):
    """An answer that came to the office in writing."""

    respondent = forms.ModelChoiceField(
        label=gettext_lazy("Terlapor"),
        queryset=Respondent.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Pilih terlapornya.")},
    )
    via = forms.ChoiceField(
        label=gettext_lazy("Cara"),
        widget=forms.RadioSelect,
        choices=[
            (Reply.Via.COUNTER.value, gettext_lazy("Diserahkan di kantor")),
            (Reply.Via.LETTER.value, gettext_lazy("Surat")),
        ],
        error_messages={"required": gettext_lazy("Pilih caranya.")},
    )
    moment = _moment(gettext_lazy("Diterima"))
    text = forms.CharField(
        label=gettext_lazy("Isi jawaban"),
        required=False,
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Salin isinya, atau unggah pindaian suratnya."),
    )
    uploads = FilesField(label=gettext_lazy("Berkas"))

    def __init__(self, *args: Any, people: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        who: Any = self.fields["respondent"]
        who.queryset, who.label_from_instance = people, person_words


class ClearForm(ReasonForm):
    """Why somebody is cleared."""

    ground = forms.ChoiceField(
        label=gettext_lazy("Dasar"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih dasarnya.")},
    )
    field_order = ("ground", "reason")

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        self.fields["ground"].choices = _capital(Clearance.Ground.choices)  # type: ignore[attr-defined] # of ChoiceField
