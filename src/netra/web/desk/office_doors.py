"""Doors to people, offices, contests, the calendar and one's own account."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk import (
    account_page,
    calendar_page,
    contest_pages,
    offices,
    people,
)
from netra.web.routes import signed_in, staff

_PEOPLE = [
    staff("meja/orang/", people.people, name="people", needs=Action.VIEW_PEOPLE),
    staff(
        "meja/orang/tambah/",
        people.person_add,
        name="person_add",
        needs=Action.MANAGE_PEOPLE,
    ),
    staff(
        "meja/orang/peran/",
        people.role_grant,
        name="role_grant",
        needs=Action.MANAGE_PEOPLE,
    ),
    staff(
        "meja/orang/peran/<int:pk>/akhiri/",
        people.role_end,
        name="role_end",
        needs=Action.MANAGE_PEOPLE,
    ),
    staff(
        "meja/orang/<int:pk>/sandi/",
        people.password_reset_by_admin,
        name="password_reset_by_admin",
        needs=Action.MANAGE_PEOPLE,
    ),
]

_OFFICES = [
    staff(
        "meja/orang/kantor/<int:pk>/",
        offices.office,
        name="office",
        needs=Action.VIEW_PEOPLE,
    ),
    staff(
        "meja/orang/kantor/<int:pk>/penetapan/",
        offices.office_authorise,
        name="office_authorise",
        needs=Action.MANAGE_OFFICE,
    ),
    staff(
        "meja/orang/kantor/<int:pk>/kebiasaan/<slug:key>/",
        offices.office_settle,
        name="office_settle",
        needs=Action.MANAGE_OFFICE,
    ),
    staff(
        "meja/orang/kantor/<int:pk>/buka/",
        offices.office_open,
        name="office_open",
        needs=Action.MANAGE_OFFICE,
    ),
]

_CONTESTS = [
    staff(
        "meja/pemilihan/",
        contest_pages.contests,
        name="contests",
        needs=Action.VIEW_CONTEST,
    ),
    staff(
        "meja/pemilihan/<path:pk>/tahapan/<slug:key>/",
        contest_pages.contest_stage,
        name="contest_stage",
        needs=Action.EDIT_CONTEST,
    ),
    staff(
        "meja/pemilihan/<path:pk>/pihak/",
        contest_pages.contest_side,
        name="contest_side",
        needs=Action.EDIT_CONTEST,
    ),
    staff(
        "meja/pemilihan/<path:pk>/",
        contest_pages.contest,
        name="contest",
        needs=Action.VIEW_CONTEST,
    ),
]

DOORS: list[URLPattern] = [
    *_PEOPLE,
    *_OFFICES,
    *_CONTESTS,
    staff(
        "meja/kalender/",
        calendar_page.calendar,
        name="calendar",
        needs=Action.VIEW_CALENDAR,
    ),
    staff(
        "meja/kalender/tambah/",
        calendar_page.calendar_add,
        name="calendar_add",
        needs=Action.EDIT_CALENDAR,
    ),
    signed_in("meja/akun/", account_page.account_settings, name="account_settings"),
]
