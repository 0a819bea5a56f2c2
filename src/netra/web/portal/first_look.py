"""The first screen of a report: the days left, and what a report needs.

A reader may ask for the days left before anything is kept: the day of learning and the
province go to the server in the address, and no draft is opened. The address holds no
more than a day and a province; who goes on from here takes both along.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from netra.domain.law import CheckItem, zone_of
from netra.records.accounts.models import Office
from netra.records.regions.queries import provinces
from netra.web.portal.drafts import Typed
from netra.web.portal.forms_story import TimeForm, day_field
from netra.web.portal.reporting_clock import Window, place_of, window_at

__all__ = ["DAY", "PROVINCE", "FirstLook", "WindowForm", "first_look", "taken_along"]

DAY, PROVINCE = "tahu", "provinsi"


class WindowForm(forms.Form):
    """When the reader learnt of the act, and in which province it happened."""

    tahu = day_field(
        gettext_lazy("Kapan Anda mengetahui kejadian ini?"),
        gettext_lazy("Tanggal Anda pertama kali melihat atau mendengarnya."),
    )
    provinsi = forms.ChoiceField(
        label=gettext_lazy("Di provinsi mana kejadiannya?"),
        help_text=gettext_lazy("Provinsi menentukan zona waktunya."),
        error_messages={"required": gettext_lazy("Pilih provinsinya.")},
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        """Offer the provinces; queries them."""
        super().__init__(*args, **kwargs)
        self.at = at
        chosen = self.fields[PROVINCE]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 # narrows the type
        chosen.choices = [
            ("", gettext_lazy("Pilih")),
            *((region.code, region.name) for region in provinces()),
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a day ahead of the local day of the place."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        day, province = cleaned.get(DAY), cleaned.get(PROVINCE)
        if day and province:
            today = self.at.astimezone(zone_of(province)).date()
            held = TimeForm({"known_on": day.isoformat()}, today=today)
            for text in held.errors.get("known_on", []):
                self.add_error(DAY, text)
        return cleaned


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """What the first screen shows.

    Attributes:
        form: Asks for day and province; bound when both were asked.
        window: The time left; nothing is counted before a day was given.
        needs: What the procedure asks of a report, formal first.
        day: The day given, `None` before.
        province: The province given.
    """

    form: WindowForm
    window: Window
    needs: tuple[CheckItem, ...]
    day: date | None = None
    province: str = ""


def _bound(data: Any, at: datetime) -> WindowForm:
    return WindowForm({DAY: data.get(DAY, ""), PROVINCE: data[PROVINCE]}, at=at)


def _nearest() -> str:
    return place_of(Typed())[:2]


def first_look(request: HttpRequest, at: datetime) -> FirstLook:
    """Return the first screen as it was asked for; queries offices and regions."""
    if PROVINCE in request.GET:
        form = _bound(request.GET, at)
    else:
        has_office = Office.objects.exclude(region="").exists()
        form = WindowForm(initial={PROVINCE: _nearest()} if has_office else {}, at=at)
    is_right = form.is_bound and form.is_valid()
    day = form.cleaned_data[DAY] if is_right else None
    province = form.cleaned_data[PROVINCE] if is_right else ""
    window = window_at(day, province or _nearest(), at)
    held = window.procedure
    needs = (*held.formal_items, *held.material_items) if held else ()
    return FirstLook(form=form, window=window, needs=needs, day=day, province=province)


def taken_along(request: HttpRequest, at: datetime) -> Typed | None:
    """Return what a fresh draft begins with, `None` for nothing."""
    if PROVINCE not in request.POST:
        return None
    form = _bound(request.POST, at)
    if not form.is_valid():
        return None
    return Typed(
        fields={
            "waktu": {"known_on": form.cleaned_data[DAY].isoformat()},
            "tempat": {"province": form.cleaned_data[PROVINCE]},
        }
    )
