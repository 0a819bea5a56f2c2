"""Forms about keys: the phrase, the envelope, and who holds a copy."""

from typing import Any

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.accounts.models import User
from netra.records.custody.actions.holding import LEAST_PHRASE
from netra.web.desk.supervision.access import MatterForm

__all__ = [
    "ButtonForm",
    "ChangePhraseForm",
    "GiveForm",
    "OpenForm",
    "PhraseForm",
    "RecoverForm",
    "safe_way_back",
]

BACK = "kembali"
_LONGEST = 400
_ROOT = "/meja/"


def safe_way_back(asked: str) -> str:
    """Return the address to come back to; anything but a page of the desk is empty."""
    here = asked.startswith(_ROOT) and "\\" not in asked
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if here and is_ours else ""


def _phrase(label: Any, help_text: Any = "", *, new: bool = False) -> forms.CharField:
    """Return a field for a phrase; it is never filled in again."""
    known = "new-password" if new else "off"
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=_LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": known}),
        error_messages={"required": gettext_lazy("Tulis kalimat kuncinya.")},
    )


class ButtonForm(MatterForm):
    """A button: nothing to fill in."""


class OpenForm(MatterForm):
    """The phrase, and where to come back to."""

    kalimat = _phrase(
        gettext_lazy("Kalimat kunci Anda"),
        gettext_lazy("Kunci terbuka lima belas menit di peramban ini saja."),
    )
    kembali = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, data: Any = None, *, back: str = "") -> None:
        """Come back to `back`, a page of the desk."""
        super().__init__(data, initial={BACK: back}, auto_id="kunci_%s")

    def clean_kembali(self) -> str:
        """Read the way back; a foreign one is left out."""
        return safe_way_back(self.cleaned_data[BACK])


class _RepeatedForm(MatterForm):
    """A new phrase, typed twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say how long a phrase is at least."""
        super().__init__(*args, **kwargs)
        self.fields["baru"].help_text = _(
            "Beberapa kata yang hanya Anda ketahui, sekurang-kurangnya %(least)s "
            "tanda. Jangan pakai sandi masuk Anda."
        ) % {"least": LEAST_PHRASE}

    def clean(self) -> dict[str, Any]:
        """Refuse two different phrases, and one that is too short."""
        told = self.cleaned_data
        new, again = told.get("baru"), told.get("ulang")
        if new is not None and again is not None and new != again:
            self.add_error("ulang", _("Kedua kalimat tidak sama. Tulis sekali lagi."))
        return told


class PhraseForm(_RepeatedForm):
    """A first phrase, or one that replaces a forgotten one."""

    baru = _phrase(gettext_lazy("Kalimat kunci baru"), new=True)
    ulang = _phrase(gettext_lazy("Tulis sekali lagi"), new=True)


class ChangePhraseForm(_RepeatedForm):
    """Another phrase for the same copies."""

    lama = _phrase(gettext_lazy("Kalimat kunci sekarang"))
    baru = _phrase(gettext_lazy("Kalimat kunci baru"), new=True)
    ulang = _phrase(gettext_lazy("Tulis sekali lagi"), new=True)


class GiveForm(MatterForm):
    """Who gets a copy of the key."""

    to = forms.ModelChoiceField(
        label=gettext_lazy("Diberikan kepada"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Pilih orang"),
        error_messages={
            "required": gettext_lazy("Pilih siapa yang menerimanya."),
            "invalid_choice": gettext_lazy(
                "Orang ini belum membuat kalimat kunci, sudah memegang kunci, atau "
                "tidak bertugas di kantor ini."
            ),
        },
    )

    def __init__(self, data: Any = None, *, people: Any) -> None:
        """Offer `people`."""
        super().__init__(data)
        field: Any = self.fields["to"]
        field.queryset = people


class RecoverForm(_RepeatedForm):
    """The code out of the envelope, and a new phrase for who has none or forgot it."""

    kode = forms.CharField(
        label=gettext_lazy("Kode pemulihan"),
        help_text=gettext_lazy(
            "52 tanda dari amplop kantor. Huruf besar atau kecil, spasi, dan tanda "
            "hubung tidak berpengaruh."
        ),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Tulis kode dari amplop.")},
    )
    baru = _phrase(gettext_lazy("Kalimat kunci baru"), new=True)
    ulang = _phrase(gettext_lazy("Tulis sekali lagi"), new=True)

    def __init__(self, data: Any = None, *, has_phrase: bool) -> None:
        """Ask for a phrase; who has one may keep it."""
        super().__init__(data)
        for name in ("baru", "ulang"):
            self.fields[name].required = not has_phrase
