"""What every page knows: the installation, the reader, the moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from netra.domain.access import Action, Actor, is_allowed
from netra.domain.law import zone_label, zone_of
from netra.records.accounts.models import Office
from netra.records.accounts.queries import PUBLIC, an_office_is_authorised
from netra.records.jobs import moment

THEMES = {"terang": "light", "gelap": "dark"}
THEME_COOKIE = "tampilan"


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """One line of the desk's side navigation."""

    url_name: str
    label: str
    icon: str
    current: bool
    group: str


def office_of(actor: Actor) -> Office | None:
    """Return the office the actor serves first; queries the database."""
    return (
        Office.objects.filter(pk=actor.office_id).first() if actor.office_id else None
    )


def _navigation(request: HttpRequest, actor: Actor) -> list[NavItem]:
    today, work = _("Hari ini"), pgettext("menu", "Pekerjaan")
    reference = _("Rujukan")
    rows = [
        (today, "desk", _("Meja saya"), "cal", Action.VIEW_DESK),
        (today, "arrivals", _("Masuk"), "inbox", Action.VIEW_REPORT),
        (
            today,
            "information_list",
            _("Informasi awal"),
            "lock",
            Action.VIEW_INFORMATION,
        ),
        (today, "reception", _("Terima di kantor"), "upload", Action.RECEIVE_ITEM),
        (today, "my_decisions", _("Putusan saya"), "check", Action.APPROVE_STUDY),
        (today, "tasks", _("Tugas"), "check", Action.KEEP_TASKS),
        (
            work,
            "observations",
            _("Hasil pengawasan"),
            "doc",
            Action.VIEW_OBSERVATION,
        ),
        (work, "tracings", _("Penelusuran"), "search", Action.VIEW_TRACING),
        (work, "findings", _("Temuan"), "shield", Action.VIEW_FINDING),
        (work, "cases", pgettext("menu", "Perkara"), "folder", Action.VIEW_CASE),
        (work, "referrals", _("Penerusan"), "send", Action.VIEW_CASE),
        (work, "clarifications", _("Klarifikasi"), "clock", Action.HEAR_PARTY),
        (work, "agenda", _("Buku agenda"), "inbox", Action.VIEW_AGENDA),
        (work, "papers", _("Surat terbit"), "doc", Action.VIEW_PAPER),
        (work, "registers", _("Buku register"), "folder", Action.VIEW_REGISTERS),
        (work, "contests", pgettext("menu", "Pemilihan"), "chart", Action.VIEW_CONTEST),
        (reference, "law", _("Hukum dan jam"), "doc", Action.VIEW_DESK),
        (reference, "calendar", _("Kalender"), "cal", Action.VIEW_CALENDAR),
        (reference, "keys", _("Kunci kantor"), "lock", Action.KEEP_KEYS),
        (
            reference,
            "bodies",
            _("Lembaga penerima"),
            "lock",
            Action.KEEP_BODY_KEYS,
        ),
        (reference, "paper_rules", _("Aturan surat"), "doc", Action.MANAGE_PAPERS),
        (reference, "people", _("Orang dan peran"), "person", Action.VIEW_PEOPLE),
    ]
    match = request.resolver_match
    current = match.url_name if match else ""
    current = "arrivals" if current == "inbox" else current
    return [
        NavItem(
            url_name=name,
            label=label,
            icon=icon,
            current=current == name,
            group=group,
        )
        for group, name, label, icon, action in rows
        if is_allowed(actor, action, None)
    ]


def local_zone(office: Office | None) -> tuple[ZoneInfo, str]:
    """Return the zone of an office and its label; Jakarta's for the nation."""
    if office is None or not office.region:
        return ZoneInfo(settings.TIME_ZONE), "WIB"
    return zone_of(office.region), zone_label(office.region)


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the values the base templates use."""
    actor: Actor = getattr(request, "actor", PUBLIC)
    office = office_of(actor)
    zone, label = local_zone(office)
    now: datetime = moment.now().astimezone(zone)
    signed_in = actor is not PUBLIC
    return {
        "demo": moment.is_demonstration(),
        "not_official": not an_office_is_authorised(),
        "office": office,
        "office_name": office.name if office else "",
        "theme": THEMES.get(request.COOKIES.get(THEME_COOKIE, ""), ""),
        "now": now,
        "zone_label": label,
        "actor": actor,
        "nav": _navigation(request, actor) if signed_in else [],
        "desk_url": reverse("desk") if signed_in else "",
    }
