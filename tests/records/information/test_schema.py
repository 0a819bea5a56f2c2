"""No chain of keys leads from a matter to who gave the information, or back."""

from collections import deque

import pytest
from django.apps import apps
from django.db import models

from netra.records.cases.models import Case
from netra.records.information.models import Information
from netra.records.observations.models import Finding, Tracing
from netra.records.referrals.models import Referral
from netra.records.reports.models import Report

OFFICE_LEVEL = {
    "accounts.Office",
    "accounts.User",
    "custody.OfficeKey",
    "custody.KeyHolder",
    "custody.HolderCopy",
}
"""Rows that everything of an office shares; they name no matter and no source."""

MATTERS = (Case, Finding, Tracing, Referral, Report)


def _label(model: type[models.Model]) -> str:
    return model._meta.label


def _neighbours(model: type[models.Model]) -> set[type[models.Model]]:
    found = set()
    for field in model._meta.get_fields(include_hidden=True):
        if field.is_relation and field.related_model:
            found.add(field.related_model)
            through = getattr(getattr(field, "remote_field", None), "through", None)
            if through is not None:
                found.add(through)
    return found


def _reachable(start: type[models.Model]) -> set[str]:
    seen, waiting = {start}, deque([start])
    while waiting:
        for other in _neighbours(waiting.popleft()):
            if other not in seen and _label(other) not in OFFICE_LEVEL:
                seen.add(other)
                waiting.append(other)
    return {_label(model) for model in seen}


@pytest.mark.parametrize("matter", MATTERS, ids=_label)
def test_no_key_leads_from_a_matter_to_information(matter):
    reached = _reachable(matter)
    assert not {label for label in reached if label.startswith("information.")}
    assert len(reached) > 1


def test_no_key_leads_from_information_to_a_matter():
    reached = _reachable(Information)
    assert {label.partition(".")[0] for label in reached} == {"information"}


def test_what_the_office_shares_holds_no_key_to_a_matter_or_information():
    for label in OFFICE_LEVEL:
        own = {
            field.related_model._meta.label
            for field in apps.get_model(label)._meta.get_fields()
            if field.is_relation and field.concrete and field.related_model
        }
        rooms = {name.partition(".")[0] for name in own}
        assert rooms <= {"accounts", "custody", "auth", "contenttypes"}


def test_no_column_of_a_matter_could_hold_the_name_of_information():
    """Names of information are random UUIDs; no matter has a column of that kind."""
    rooms = {"cases", "observations", "referrals", "documents"}
    columns = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in rooms
        for field in model._meta.concrete_fields
        if isinstance(field, models.UUIDField)
    ]
    assert columns == []


def test_the_sealed_tokens_are_the_only_way_from_a_tracing():
    names = {field.name for field in Tracing._meta.concrete_fields}
    assert {name for name in names if "mail" in name or "source" in name} == {
        "mailboxes",
        "source_count",
    }
    assert isinstance(Tracing._meta.get_field("source_count"), models.IntegerField)


def test_information_keeps_days_and_no_moment_of_a_source():
    opening = "information.InformationOpening"  # an officer's act, with its moment
    moments = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_app_config("information").get_models()
        if model._meta.label != opening
        for field in model._meta.concrete_fields
        if isinstance(field, models.DateTimeField | models.TimeField)
    ]
    assert moments == []


def test_keys_of_information_do_not_count_up():
    counting = [
        model._meta.label
        for model in apps.get_app_config("information").get_models()
        if isinstance(model._meta.pk, models.AutoField)
    ]
    assert set(counting) <= {"information.FilePart", "information.InformationOpening"}
