"""Forms about letters under way, packs, needs and keys of bodies."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import zone_of
from netra.records.accounts.models import OutsideBody
from netra.records.law.queries import law
from netra.records.packs.queries import PackableExhibit
from netra.records.referrals.models import Answer, Hop, Referral
from netra.records.regions.models import Region
from netra.records.reports.models import Respondent
from netra.web.desk.case_words import class_words
from netra.web.desk.packs.access import ActForm

_PROOF_HELP = gettext_lazy("Foto, pindaian, atau PDF. Boleh dikosongkan.")


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": gettext_lazy("Isi tanggalnya.")},
    )


def _line(label: Any, length: int, *, needed: bool = False, hint: Any = "") -> Any:
    return forms.CharField(
        label=label,
        max_length=length,
        required=needed,
        help_text=hint,
        error_messages={"required": gettext_lazy("Isian ini belum diisi.")},
    )


def _text(label: Any, *, needed: bool = False, hint: Any = "", rows: int = 3) -> Any:
    return forms.CharField(
        label=label,
        required=needed,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": gettext_lazy("Isian ini belum diisi.")},
    )


def _capitalised(choices: Sequence[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(value, str(label).capitalize()) for value, label in choices]


class HopForm(ActForm):
    """One station of a letter."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Yang terjadi"),
        choices=lambda: _capitalised(Hop.Kind.choices),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih yang terjadi.")},
    )
    happened_on = _day(gettext_lazy("Tanggal"))
    happened_at = forms.TimeField(
        label=gettext_lazy("Jam"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": gettext_lazy("Isi jamnya.")},
    )
    body = _line(
        gettext_lazy("Lembaga yang menerima"),
        200,
        hint=gettext_lazy("Wajib diisi bila ada tanda terima."),
    )
    channel = _line(gettext_lazy("Dikirim lewat"), 160)
    number = _line(gettext_lazy("Nomor resi atau agenda lembaga"), 120)
    note = _text(gettext_lazy("Catatan"))
    proof = forms.FileField(
        label=gettext_lazy("Bukti pengiriman atau tanda terima"),
        help_text=_PROOF_HELP,
        required=False,
        widget=forms.FileInput,
    )

    def moment(self, referral: Referral) -> datetime:
        """Return when it happened, in the zone of the place."""
        at: time = self.cleaned_data["happened_at"]
        zone = zone_of(referral.matter.place_region)
        return datetime.combine(self.cleaned_data["happened_on"], at, tzinfo=zone)


class AnswerForm(ActForm):
    """What a body answered."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Jawaban"),
        choices=lambda: _capitalised(Answer.Kind.choices),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih jawabannya.")},
    )
    body = _line(gettext_lazy("Lembaga yang menjawab"), 200, needed=True)
    answered_on = _day(gettext_lazy("Tanggal jawaban"))
    number = _line(gettext_lazy("Nomor surat jawaban"), 120)
    level = forms.ChoiceField(
        label=gettext_lazy("Tingkat hukuman atau sanksi"),
        help_text=gettext_lazy("Hanya bila hukuman atau sanksi dijatuhkan."),
        required=False,
    )
    text = _text(gettext_lazy("Isi jawaban"), needed=True)
    proof = forms.FileField(
        label=gettext_lazy("Surat jawaban"),
        help_text=_PROOF_HELP,
        required=False,
        widget=forms.FileInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the sanctions of the law data."""
        super().__init__(*args, **kwargs)
        level: Any = self.fields["level"]
        known = law().sanctions.items()
        level.choices = [("", _("Tidak disebut")), *((k, s.title) for k, s in known)]


class EndForm(ActForm):
    """Why a case is watched no more."""

    reason = _text(
        gettext_lazy("Alasan"),
        hint=gettext_lazy("Wajib bila ada penerusan yang belum dijawab."),
    )


class ReasonForm(ActForm):
    """A reason that is recorded."""

    reason = _text(gettext_lazy("Alasan"), needed=True)


class PackForm(ActForm):
    """For whom, about whom, with which evidence."""

    body = forms.ModelChoiceField(
        label=gettext_lazy("Untuk lembaga"),
        queryset=OutsideBody.objects.none(),
        empty_label=gettext_lazy("Pilih lembaga"),
        error_messages={"required": gettext_lazy("Pilih lembaganya.")},
    )
    respondents = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Tentang siapa"),
        help_text=gettext_lazy(
            "Salinan untuk sebuah instansi hanya memuat pegawainya sendiri."
        ),
        queryset=Respondent.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih sedikitnya satu orang.")},
    )
    exhibits = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Bukti yang aman dibagikan"),
        help_text=gettext_lazy(
            "Tandai hanya yang sudah Anda lihat dan dengar seluruhnya, dan yang tidak "
            "menampakkan pelapor, kuasa, atau saksi. Yang dikirim salinan tanpa jejak."
        ),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        bodies: Any,
        people: Any,
        exhibits: Sequence[PackableExhibit],
        **kwargs: Any,
    ) -> None:
        """Offer the receivers, the respondents and the evidence of a letter."""
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["body"].queryset = bodies
        fields["respondents"].queryset = people
        fields["respondents"].label_from_instance = _person
        offered = [row for row in exhibits if row.is_evidence]
        fields["exhibits"].choices = [(row.place, _exhibit(row)) for row in offered]
        if not offered:
            del fields["exhibits"]


def _person(row: Respondent) -> str:
    return f"{row.name or _('Belum dikenal')}\n{class_words(row.employment_class)}"


def _exhibit(row: PackableExhibit) -> str:
    kind = row.blob.media_type
    if row.can_be_cleaned:
        return f"{row.title}\n{kind}"
    unsafe = _("%(kind)s: tidak ada salinan yang aman, jadi tidak ikut")
    return f"{row.title}\n{unsafe % {'kind': kind}}"


class PassageForm(ActForm):
    """A passage that is covered wherever it stands."""

    passage = _line(
        gettext_lazy("Kata atau kalimat yang ditutup"),
        400,
        needed=True,
        hint=gettext_lazy("Salin persis dari naskahnya."),
    )


class SpareForm(ActForm):
    """A word that may stay although it is a part of somebody's name."""

    passage = _line(
        gettext_lazy("Kata yang dibiarkan"),
        60,
        needed=True,
        hint=gettext_lazy("Satu kata, misalnya nama tempat."),
    )
    reason = _text(
        gettext_lazy("Mengapa kata ini tidak menunjuk siapa pun"), needed=True, rows=2
    )


class NeedForm(ActForm):
    """Which body asked for identities, by which article and letter."""

    body = forms.ModelChoiceField(
        label=gettext_lazy("Lembaga yang meminta"),
        queryset=OutsideBody.objects.none(),
        empty_label=gettext_lazy("Pilih lembaga"),
        error_messages={"required": gettext_lazy("Pilih lembaganya.")},
    )
    ground = _line(
        gettext_lazy("Pasal atau dasar hukum"),
        300,
        needed=True,
        hint=gettext_lazy("Seperti disebut dalam suratnya; Netra tidak menilainya."),
    )
    letter = _line(gettext_lazy("Nomor surat permintaan"), 120, needed=True)
    letter_on = _day(gettext_lazy("Tanggal surat permintaan"))

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        """Offer the bodies near by."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset = bodies


class ButtonForm(ActForm):
    """A button: nothing to fill in."""


class BodyForm(ActForm):
    """A body outside, as letters address it."""

    authority = forms.ChoiceField(label=gettext_lazy("Jenis lembaga"))
    name = _line(gettext_lazy("Nama pada surat"), 160, needed=True)
    region = forms.CharField(
        label=gettext_lazy("Kode wilayah"),
        help_text=gettext_lazy("Misalnya 33.74; kosongkan untuk lembaga nasional."),
        max_length=8,
        required=False,
    )
    address = _line(gettext_lazy("Alamat"), 200)
    email = forms.EmailField(label=gettext_lazy("Surel"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the authorities of the law data."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["authority"]
        book = law()
        field.choices = [
            (key, book.told(one.title)) for key, one in book.authorities.items()
        ]

    def clean_region(self) -> str:
        """Refuse a code that is no region."""
        code = str(self.cleaned_data["region"]).strip()
        if code and not Region.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Kode wilayah ini tidak dikenal."))
        return code


class KeyForm(ActForm):
    """The public line a body handed over."""

    public = _text(
        gettext_lazy("Kunci publik lembaga"),
        needed=True,
        hint=gettext_lazy("Satu baris yang diawali “netra-body-key-1:”."),
        rows=2,
    )


class ConfirmForm(ActForm):
    """How the fingerprint was compared."""

    how = _line(
        gettext_lazy("Dengan siapa dan bagaimana dibandingkan"),
        200,
        needed=True,
        hint=gettext_lazy(
            "Misalnya: dibacakan kepala bagian lewat nomor telepon resmi instansi."
        ),
    )
