"""The door list: every route of the installation and who may come in."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp

from netra.web.desk import (
    case_doors,
    keys_doors,
    office_doors,
    reception_doors,
    report_doors,
    supervision_doors,
)
from netra.web.desk import (
    information_doors as information_desk_doors,
)
from netra.web.desk.clarifications import doors as clarification_doors
from netra.web.desk.closing import doors as closing_doors
from netra.web.desk.correspondence import doors as correspondence_doors
from netra.web.desk.meeting import doors as meeting_doors
from netra.web.desk.notices import doors as notices_doors
from netra.web.desk.packs import doors as packs_doors
from netra.web.desk.papers import doors as papers_doors
from netra.web.desk.parties import doors as parties_doors
from netra.web.desk.proof import doors as proof_doors
from netra.web.desk.recusal import doors as recusal_doors
from netra.web.desk.study import doors as study_doors
from netra.web.desk.turns import doors as turns_doors
from netra.web.portal import (
    display,
    health,
    home,
    information_doors,
    law_pages,
    receipt_doors,
    reply_doors,
    reporting_doors,
    style_page,
)
from netra.web.routes import public, signed_in
from netra.web.sign_in import forgotten_password

_PORTAL = [
    public("", home.home, name="home"),
    public("bantuan/", home.help_page, name="help"),
    public("hukum/", law_pages.law_list, name="law"),
    public("hukum/<path:key>/", law_pages.law_value, name="law_value"),
    public("gaya/", style_page.style, name="style"),
    public("tampilan/", display.set_theme, name="set_theme"),
    public("bahasa/", display.set_language, name="set_language"),
    public("sehat", health.health, name="health"),
]

_SIGN_IN = [
    public("masuk/", account.login, name="account_login"),
    public("keluar/", account.logout, name="account_logout"),
    public("masuk/nonaktif/", account.account_inactive, name="account_inactive"),
    public("masuk/daftar/", account.signup, name="account_signup"),
    public("masuk/lupa-sandi/", forgotten_password, name="account_reset_password"),
    public("masuk/dua-langkah/", mfa.authenticate, name="mfa_authenticate"),
    signed_in("akun/pastikan/", account.reauthenticate, name="account_reauthenticate"),
    signed_in("akun/pastikan/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    signed_in("akun/sandi/", account.password_change, name="account_change_password"),
    signed_in("akun/dua-langkah/", mfa.index, name="mfa_index"),
    signed_in("akun/dua-langkah/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    signed_in(
        "akun/dua-langkah/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"
    ),
    signed_in(
        "akun/kode-cadangan/",
        codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    signed_in(
        "akun/kode-cadangan/buat/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    signed_in(
        "akun/kode-cadangan/unduh/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

urlpatterns = [
    *_PORTAL,
    *information_doors.DOORS,
    *reporting_doors.DOORS,
    *receipt_doors.DOORS,
    *reply_doors.DOORS,
    *notices_doors.DOORS,
    *_SIGN_IN,
    *report_doors.DOORS,
    *reception_doors.DOORS,
    *case_doors.DOORS,
    *clarification_doors.DOORS,
    *packs_doors.DOORS,
    *parties_doors.DOORS,
    *proof_doors.DOORS,
    *closing_doors.DOORS,
    *recusal_doors.DOORS,
    *study_doors.DOORS,
    *meeting_doors.DOORS,
    *supervision_doors.DOORS,
    *information_desk_doors.DOORS,
    *keys_doors.DOORS,
    *office_doors.DOORS,
    *papers_doors.DOORS,
    *correspondence_doors.DOORS,
    *turns_doors.DOORS,
]

handler400 = "netra.web.portal.failures.bad_request"
