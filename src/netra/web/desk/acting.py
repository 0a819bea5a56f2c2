"""Carrying out what a form asks for, and saying beside it why that was refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from django import forms
from django.core.exceptions import PermissionDenied

from netra.records.access import NotAllowedError
from netra.records.accounts.errors import AccountError
from netra.records.contests.errors import ContestError
from netra.records.law.errors import CalendarError

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_Made = TypeVar("_Made")
_REFUSALS = (AccountError, ContestError, CalendarError)


class ActForm(forms.Form):
    """A form whose act may be refused after its fields were found right."""

    refused = False

    @property
    def status(self) -> int:
        """Status of the answer that shows this form: 200, 422 or, refused, 409."""
        if self.refused:
            return 409
        return 422 if self.is_bound and self.errors else 200


def carried_out(form: ActForm, act: Callable[[], _Made]) -> _Made | None:
    """Do what a valid form asks for; `None` when it was refused and the form says why.

    Raises:
        PermissionDenied: the actor may not do this here.
    """
    try:
        return act()
    except NotAllowedError as error:
        raise PermissionDenied(error.reader_message) from error
    except _REFUSALS as error:
        form.refused = True
        form.add_error(None, error.reader_message)
        return None


def day_field(label: StrOrPromise, help_text: StrOrPromise = "") -> forms.DateField:
    """Return a field for one local day, with the calendar of the browser."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
