"""Forms about people, their roles and the offices they serve."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.access import Action, Actor, Role
from netra.records.accounts.models import Office, RoleAssignment, User
from netra.web.desk.acting import ActForm, day_field
from netra.web.templatetags.moments import local_date

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def password_field(label: StrOrPromise) -> forms.CharField:
    """Return a field for a new password, never filled in again."""
    return forms.CharField(
        label=label,
        help_text=gettext_lazy("Paling sedikit 12 huruf; pakai kalimat."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class PersonForm(ActForm):
    """A new account."""

    name = forms.CharField(
        label=gettext_lazy("Nama"),
        help_text=gettext_lazy("Seperti orangnya menulisnya sendiri."),
        max_length=120,
    )
    username = forms.CharField(
        label=gettext_lazy("Nama pengguna"),
        help_text=gettext_lazy("Dipakai untuk masuk. Jangan pakai NIP atau NIK."),
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        widget=forms.TextInput(
            attrs={
                "autocapitalize": "none",
                "autocomplete": "off",
                "spellcheck": "false",
            }
        ),
    )
    password = password_field(gettext_lazy("Kata sandi pertama"))

    def clean_username(self) -> str:
        """Refuse a name that is taken, in whatever case."""
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(
                _("Nama pengguna ini sudah dipakai. Pilih yang lain.")
            )
        return username

    def clean_password(self) -> str:
        """Refuse a password the installation finds weak."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class PasswordForm(ActForm):
    """A new password for somebody who forgot theirs."""

    password = password_field(gettext_lazy("Kata sandi baru"))

    def clean_password(self) -> str:
        """Refuse a password the installation finds weak."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class RoleForm(ActForm):
    """A role for a person in an office, from a day on."""

    username = forms.CharField(
        label=gettext_lazy("Nama pengguna"),
        help_text=gettext_lazy("Akunnya harus sudah dibuka."),
        max_length=150,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    office = forms.ModelChoiceField(
        Office.objects.none(),
        label=gettext_lazy("Kantor"),
        empty_label=gettext_lazy("Pilih kantor"),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Peran"),
        choices=RoleAssignment.ROLES,
        widget=forms.RadioSelect,
    )
    post = forms.CharField(
        label=gettext_lazy("Jabatan"),
        help_text=gettext_lazy("Misalnya: ketua, kepala subbagian."),
        max_length=120,
        required=False,
    )
    from_on = day_field(gettext_lazy("Mulai tanggal"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        """Offer the offices whose people the actor manages."""
        super().__init__(*args, **kwargs)
        offices = Office.objects.visible_to(actor, Action.MANAGE_PEOPLE)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]

    def clean_username(self) -> User:
        """Return the account of that name."""
        wanted = self.cleaned_data["username"]
        user = User.objects.filter(username=wanted, is_active=True).first()
        if user is None:
            raise forms.ValidationError(
                _("Tidak ada akun aktif bernama itu. Buka akunnya lebih dulu.")
            )
        return user

    def clean_role(self) -> Role:
        """Return the role as the domain names it."""
        return Role(self.cleaned_data["role"])


class RoleEndForm(ActForm):
    """The last day of a role."""

    to_on = day_field(
        gettext_lazy("Hari terakhir"),
        gettext_lazy("Pada tanggal ini perannya masih berlaku; besoknya tidak lagi."),
    )

    def __init__(self, *args: Any, from_on: date, **kwargs: Any) -> None:
        """Keep the first day of the role."""
        super().__init__(*args, **kwargs)
        self.from_on = from_on

    def clean_to_on(self) -> date:
        """Refuse a day before the role began."""
        to_on: date = self.cleaned_data["to_on"]
        if to_on < self.from_on:
            raise forms.ValidationError(
                _("Peran ini baru mulai %(day)s; pilih hari itu atau sesudahnya.")
                % {"day": local_date(self.from_on)}
            )
        return to_on
