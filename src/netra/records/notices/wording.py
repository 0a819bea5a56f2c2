"""What notices say: whole sentences that name neither person nor unit.

A notice leaves the office. It says by number what has happened and what its reader may
do; who reported, who saw it and who is reported is in none of them. To the reporter,
the end of a matter is told without its result once somebody in it is cleared.
"""

from collections.abc import Mapping
from datetime import date

from django.utils import formats, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from netra.records.notices.models import Notice

_Event, _To = Notice.Event, Notice.To
_OFFICES = (_To.OFFICE_BELOW, _To.OFFICE_ABOVE)
REPORTERS = (_To.REPORTER, _To.ATTORNEY)

_TO_REPORTER: Mapping[str, Promise] = {
    _Event.RECEIVED: _("Laporan bernomor %(number)s sudah kami terima."),
    _Event.REGISTERED: _(
        "Laporan bernomor %(origin)s sudah diregistrasi dengan nomor %(number)s dan "
        "mulai ditangani."
    ),
    _Event.NOT_REGISTERED: _(
        "Laporan bernomor %(number)s tidak memenuhi syarat untuk diregistrasi. Isinya "
        "tetap disimpan."
    ),
    _Event.REDIRECTED: _(
        "Isi laporan bernomor %(number)s merupakan kewenangan lembaga lain. Anda dapat "
        "menyampaikannya ke lembaga itu; kantor kami dapat menunjukkan caranya."
    ),
    _Event.DELEGATED: _(
        "Penanganan %(number)s dilimpahkan ke kantor pengawas pemilu lain. Nomor dan "
        "kode Anda tetap berlaku di halaman status."
    ),
    _Event.DECIDED: _(
        "Penanganan %(number)s sudah diputus. Statusnya dapat dibaca di halaman status "
        "dengan nomor dan kode Anda."
    ),
    _Event.REFERRED: _(
        "Hasil penanganan %(number)s sudah diteruskan kepada lembaga yang berwenang."
    ),
    _Event.CLEARED: _("Penanganan %(number)s sudah berakhir."),
}
_TO_FINDER: Mapping[str, Promise] = {
    _Event.REGISTERED: _(
        "Temuan bernomor %(origin)s sudah diregistrasi dengan nomor %(number)s."
    ),
    _Event.DELEGATED: _(
        "Penanganan temuan %(number)s dilimpahkan ke kantor pengawas pemilu lain."
    ),
    _Event.DECIDED: _("Penanganan temuan %(number)s sudah diputus."),
    _Event.REFERRED: _(
        "Hasil penanganan temuan %(number)s sudah diteruskan kepada lembaga yang "
        "berwenang."
    ),
    _Event.CLEARED: _("Penanganan temuan %(number)s sudah berakhir."),
}
_TO_RESPONDENT: Mapping[str, Promise] = {
    _Event.REPLY_INVITED: _(
        "Anda diberi kesempatan menjawab dugaan dalam perkara %(number)s sampai "
        "%(due_on)s. Cara menjawabnya ada pada surat dan lembar kode. Dugaan bukan "
        "putusan; tidak menjawab tidak dianggap mengakui."
    ),
    _Event.DECIDED: _(
        "Perkara %(number)s, yang menyebut Anda sebagai terlapor, sudah diputus pleno. "
        "Isi putusannya dapat Anda minta di kantor kami dengan menunjukkan identitas."
    ),
    _Event.REFERRED: _(
        "Hasil penanganan perkara %(number)s, yang menyebut Anda sebagai terlapor, "
        "sudah diteruskan kepada lembaga yang berwenang."
    ),
    _Event.CLEARED: _(
        "Anda tidak lagi menjadi terlapor dalam perkara %(number)s. Nama Anda "
        "dikeluarkan dari semua daftar kami dan hanya tersimpan tersegel dalam berkas."
    ),
}
_TO_OFFICE: Mapping[str, Promise] = {
    _Event.REGISTERED: _("Perkara %(number)s sudah diregistrasi dan mulai ditangani."),
    _Event.DELEGATED: _("Penanganan perkara %(number)s berpindah kantor."),
    _Event.DECIDED: _("Perkara %(number)s sudah diputus pleno."),
    _Event.REFERRED: _("Hasil perkara %(number)s sudah diteruskan."),
    _Event.CLEARED: _(
        "Seorang terlapor dalam perkara %(number)s sudah dipulihkan namanya. Namanya "
        "jangan lagi ditampilkan dalam daftar mana pun."
    ),
}
_BY_ADDRESSEE: Mapping[str, Mapping[str, Promise]] = {
    _To.REPORTER: _TO_REPORTER,
    _To.ATTORNEY: _TO_REPORTER,
    _To.FINDER: _TO_FINDER,
    _To.RESPONDENT: _TO_RESPONDENT,
    _To.OFFICE_BELOW: _TO_OFFICE,
    _To.OFFICE_ABOVE: _TO_OFFICE,
}
CHANNELS: Mapping[str, tuple[Notice.Channel, ...]] = {
    _To.REPORTER: tuple(Notice.Channel),
    _To.ATTORNEY: (
        Notice.Channel.LETTER,
        Notice.Channel.BY_HAND,
        Notice.Channel.PHONE,
    ),
    _To.FINDER: (Notice.Channel.LETTER, Notice.Channel.BY_HAND, Notice.Channel.PHONE),
    _To.RESPONDENT: (Notice.Channel.LETTER, Notice.Channel.BY_HAND),
    _To.OFFICE_BELOW: (
        Notice.Channel.LETTER,
        Notice.Channel.BY_HAND,
        Notice.Channel.PHONE,
    ),
    _To.OFFICE_ABOVE: (
        Notice.Channel.LETTER,
        Notice.Channel.BY_HAND,
        Notice.Channel.PHONE,
    ),
}
"""Ways of telling each addressee; a respondent is never told by telephone or e-mail."""


def is_told(event: str, to: str) -> bool:
    """Say whether this addressee is ever told of this event."""
    return event in _BY_ADDRESSEE[to]


def text_of(
    event: str, to: str, *, number: str, origin: str, due_on: date | None = None
) -> str:
    """Return the text of a notice, always in Indonesian: it is a text of the office.

    Args:
        event: What is told; one of those `is_told` allows.
        to: Whom.
        number: Of the case, or of the report without one.
        origin: Number of the report or finding it came from.
        due_on: Last day for the reply.
    """
    with translation.override("id"):
        day = formats.date_format(due_on, "DATE_FORMAT") if due_on else ""
        told = {"number": number, "origin": origin, "due_on": day}
        return str(_BY_ADDRESSEE[to][event]) % told
