"""Where files that arrive in pieces belong, and who may reach that place.

A place answers two questions of the tus endpoint: where a new file would go, and
whether the visit may still reach where a file under way belongs. Both look at the
cookie or the session of the visit; nothing in an address opens anything.
"""

import base64
import binascii
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest
from django.urls import reverse

from netra.domain.law import CheckItem
from netra.records.evidence.arriving import abandon, arrived, under_way
from netra.records.evidence.errors import (
    ArrivalGoneError,
    TooManyFilesError,
    TooMuchError,
)
from netra.records.evidence.models import Arriving, Blob
from netra.records.reports.actions import add_draft_file
from netra.records.reports.models import Exhibit, Report, ReportDraft
from netra.web.portal import drafts
from netra.web.portal.status_items import add_blob, item_named
from netra.web.portal.status_key import open_status, opened_report
from netra.web.portal.status_road import standing_of
from netra.web.portal.uploads import plain_name

__all__ = [
    "PLACES",
    "About",
    "CompletionTarget",
    "DraftTarget",
    "Place",
    "Target",
    "Waiting",
    "about_of",
    "give_up",
    "waiting",
]

About = Mapping[str, str]
"""What the sender says of a file: `name`, `kind`, `item`, `print`."""

TOGETHER = 2
"""All files of one report may be this many times as large as the largest one."""


class Target(Protocol):
    """A draft or a report that takes a file."""

    @property
    def key(self) -> str:
        """What is kept beside the file while it is under way."""

    def require_room(self, length_bytes: int, at: datetime) -> None:
        """Refuse a file for which there is no room.

        Raises:
            TooManyFilesError: there are as many as are taken.
            TooMuchError: together they are larger than is taken.
        """

    def keep(self, blob: Blob, about: About, at: datetime) -> None:
        """Write the row of the room.

        Raises:
            EvidenceError: it is there already, or there are too many.
            ReportError: nothing more is taken.
        """


class Place(Protocol):
    """A kind of target, as the address of the endpoint names it."""

    def begun(self, request: HttpRequest, about: About, at: datetime) -> Target | None:
        """Return where a new file of this visit goes, `None` if nowhere."""

    def reached(self, request: HttpRequest, key: str, at: datetime) -> Target | None:
        """Return the target with this key if the visit may reach it."""


def about_of(header: str) -> dict[str, str]:
    """Read an `Upload-Metadata` header; what is no metadata is left out.

    Source:
        tus 1.0.0, Creation: pairs of key and base64 value, separated by commas.
    """
    told = {}
    for pair in header.split(","):
        key, _space, coded = pair.strip().partition(" ")
        try:
            told[key] = base64.b64decode(coded, validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file that stopped on its way, as a page shows it to who may go on with it.

    Attributes:
        place: Where it goes on.
        fingerprint: By which the browser knows the same file again.
    """

    pk: uuid.UUID
    name: str
    fingerprint: str
    place: str
    arrived_bytes: int
    length_bytes: int

    @property
    def percent(self) -> int:
        """How much has arrived, rounded down."""
        return 100 * self.arrived_bytes // self.length_bytes


def waiting(place: str, target: str, at: datetime) -> list[Waiting]:
    """Return what stopped on its way to a target.

    Args:
        place: Key of `PLACES`.
        target: Key of the target.
        at: Moment of reading.
    """
    shown = []
    for one in under_way(target, at=at):
        about = about_of(one.about)
        try:
            shown.append(
                Waiting(
                    pk=one.pk,
                    name=plain_name(about.get("name", "")),
                    fingerprint=about.get("print", ""),
                    place=reverse("upload", kwargs={"key": place, "pk": one.pk}),
                    arrived_bytes=arrived(one),
                    length_bytes=one.length_bytes,
                )
            )
        except ArrivalGoneError:  # given up while we came to it
            continue
    return shown


def give_up(target: str, told: str) -> None:
    """Erase the file under way that a form names, if it belongs to the target."""
    for arriving in Arriving.objects.filter(target=target):
        if str(arriving.pk) == told:
            abandon(arriving=arriving)


def _require_room(
    key: str, held: int, held_bytes: int, most: int, length_bytes: int, at: datetime
) -> None:
    coming = under_way(key, at=at)
    if held + coming.count() >= most:
        raise TooManyFilesError(most)
    coming_bytes = coming.aggregate(all=Sum("length_bytes"))["all"] or 0
    limit = TOGETHER * settings.RESUMABLE_LIMIT_BYTES
    if held_bytes + coming_bytes + length_bytes > limit:
        raise TooMuchError(limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTarget:
    """A draft of this device that was not handed in."""

    draft: ReportDraft

    @property
    def key(self) -> str:
        """As the draft names itself."""
        return self.draft.upload_target

    def require_room(self, length_bytes: int, at: datetime) -> None:
        """Count what the draft holds and what is under way."""
        size = self.draft.files.aggregate(all=Sum("blob__size_bytes"))["all"] or 0
        _require_room(
            self.key,
            self.draft.files.count(),
            size,
            settings.UPLOADS_PER_REPORT,
            length_bytes,
            at,
        )

    def keep(self, blob: Blob, about: About, at: datetime) -> None:
        """Add the file to the draft."""
        told = about.get("kind", "")
        add_draft_file(
            draft=self.draft,
            blob=blob,
            kind=Exhibit.Kind(told if told in Exhibit.Kind.values else "evidence"),
            name=plain_name(about.get("name", "")),
            at=at,
        )


class DraftPlace:
    """Drafts, reached by the key in the cookie of the device."""

    def begun(
        self, request: HttpRequest, _about: About, _at: datetime
    ) -> Target | None:
        """Return the draft that the address names, or the one chosen last."""
        draft = drafts.current_draft(request)
        if draft is None or draft.handed_in_at is not None:
            return None
        return DraftTarget(draft=draft)

    def reached(self, request: HttpRequest, key: str, _at: datetime) -> Target | None:
        """Return the draft of this device with that key."""
        held = drafts.unsent(request)
        return next(
            (DraftTarget(draft=one) for one in held if one.upload_target == key), None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionTarget:
    """A requirement of a report that this visit opened by number and code."""

    report: Report
    item: CheckItem

    @property
    def key(self) -> str:
        """Report and requirement."""
        return f"report/{self.report.pk}/{self.item.key}"

    def require_room(self, length_bytes: int, at: datetime) -> None:
        """Count what the report holds and what is under way."""
        size = self.report.exhibits.aggregate(all=Sum("blob__size_bytes"))["all"] or 0
        most = settings.UPLOADS_PER_REPORT * TOGETHER
        count = self.report.exhibits.count()
        _require_room(self.key, count, size, most, length_bytes, at)

    def keep(self, blob: Blob, about: About, at: datetime) -> None:
        """Add the file to the report and say which requirement it answers."""
        name = plain_name(about.get("name", ""))
        add_blob(self.report, self.item, blob, name, at)


class CompletionPlace:
    """Reports, reached by the number and code that this visit has shown."""

    def begun(self, request: HttpRequest, about: About, at: datetime) -> Target | None:
        """Return the requirement that the sender names."""
        return self._target(request, about.get("item", ""), at)

    def reached(self, request: HttpRequest, key: str, at: datetime) -> Target | None:
        """Return the requirement of the key, if it is of the opened report."""
        target = self._target(request, key.rpartition("/")[2], at)
        return target if target is not None and target.key == key else None

    @staticmethod
    def _target(
        request: HttpRequest, item_key: str, at: datetime
    ) -> CompletionTarget | None:
        report = opened_report(request, at)
        if report is None:
            return None
        open_status(request, report, at)  # a long upload keeps the report open
        item = item_named(standing_of(report), item_key)
        return CompletionTarget(report=report, item=item) if item else None


PLACES: Mapping[str, Place] = {"isian": DraftPlace(), "tambahan": CompletionPlace()}
"""By the part of the address that names them."""
