"""The closed words of the law data, in the language of the page.

The data speak in codes (`calendar_days`, `other_law_asn`, `pns`), so that programs
can read them; here every code has its words.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from netra.domain.law import Law, LawEntry, Status, Unit
from netra.web.templatetags.moments import local_date, number_text

__all__ = [
    "GROUP_WORDS",
    "KIND_WORDS",
    "STATUS_TONES",
    "STATUS_WORDS",
    "group_words",
    "kind_words",
    "label_words",
    "part_words",
    "status_meaning",
    "status_words",
    "unit_words",
    "value_words",
]

STATUS_WORDS: Mapping[Status, Promise] = {
    Status.CONFIRMED: _("Terkonfirmasi"),
    Status.DERIVED: _("Diturunkan"),
    Status.ESTIMATE: _("Perkiraan"),
    Status.UNCONFIRMED: _("Belum dikonfirmasi"),
}
# Tone and drawing of the pill.
STATUS_TONES: Mapping[Status, tuple[str, str]] = {
    Status.CONFIRMED: ("good", "check"),
    Status.DERIVED: ("info", "info"),
    Status.ESTIMATE: ("warn", "ask"),
    Status.UNCONFIRMED: ("warn", "ask"),
}
_MEANINGS: Mapping[Status, Promise] = {
    Status.CONFIRMED: _(
        "Bunyi pasalnya, atau pernyataan resmi tentangnya, sudah dilihat."
    ),
    Status.DERIVED: _(
        "Dihitung atau disimpulkan dari bagian yang sudah dikonfirmasi; bunyinya "
        "sendiri tidak tertulis demikian."
    ),
    Status.ESTIMATE: _(
        "Diperkirakan dari sumber yang tidak lengkap. Dapat bergeser setelah sumbernya "
        "terbaca."
    ),
    Status.UNCONFIRMED: _(
        "Diyakini benar, tetapi harus dicocokkan dengan naskah lengkap sebelum "
        "dianggap mengikat. Selama itu petugas diperingatkan lebih awal."
    ),
}
_PARTS: Mapping[str, Promise] = {
    "length": _("Lamanya"),
    "unit": _("Jenis hari"),
    "event": _("Saat mulai dihitung"),
    "article": _("Pasalnya"),
    "counting_rule": _("Cara menghitung hari pertama"),
    "in_force": _("Masa berlaku peraturannya"),
}
_UNITS: Mapping[str, Callable[[int], str]] = {
    Unit.CALENDAR_DAYS: lambda n: ngettext("hari kalender", "hari kalender", n),
    Unit.WORKING_DAYS: lambda n: ngettext("hari kerja", "hari kerja", n),
    Unit.HOURS: lambda n: ngettext("jam", "jam", n),
    Unit.DAYS: lambda n: ngettext("hari", "hari", n),
    "minutes": lambda n: ngettext("menit", "menit", n),
    "months": lambda n: ngettext("bulan", "bulan", n),
    "percent": lambda _n: "%",
}
KIND_WORDS: Mapping[str, Promise] = {
    "procedure": _("Prosedur"),
    "deadline": _("Tenggat"),
    "step": _("Langkah"),
    "form": _("Formulir"),
    "outcome": _("Jenis putusan"),
    "side_rule": _("Aturan samping"),
    "rule": _("Ketentuan lain"),
    "requirement": _("Syarat laporan"),
    "number": _("Nomor registrasi"),
    "hours": _("Jam penerimaan"),
    "clock": _("Cara menghitung"),
    "violation": _("Pelanggaran"),
    "norm": _("Norma kepegawaian"),
    "sanction": _("Sanksi"),
    "statute": _("Masa berlaku peraturan"),
    "authority": _("Lembaga"),
    "route": _("Alamat penerusan"),
    "sbt_step": _("Langkah sesudah penerusan"),
    "election": _("Pemilihan"),
    "stage": _("Tahapan"),
    "class": _("Golongan orang"),
    "phase_rule": _("Fase pemilihan"),
    "news_category": _("Jenis berita"),
    "future": _("Akan berubah"),
}
GROUP_WORDS: Mapping[str, Promise] = {
    "clock": _("Cara menghitung"),
    "ethics": _("Daftar etik"),
    "discipline": _("Daftar disiplin"),
    "criminal": _("Tindak pidana pemilihan"),
    "norms": _("Norma kepegawaian"),
    "sanctions": _("Sanksi"),
    "statutes": _("Masa berlaku peraturan"),
    "authorities": _("Lembaga"),
    "routes": _("Alamat penerusan"),
    "sbt": _("Sesudah penerusan"),
    "classes": _("Golongan orang"),
    "elections": _("Pemilihan"),
    "statistics": _("Statistik"),
    "future": _("Akan berubah"),
    "supervision": _("Pengawasan"),
}
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_CODE = re.compile(r"[a-z]+(?:[_-][a-z]+)*")


def status_words(status: Status | str) -> str:
    """Return how sure a value is, in one or two words."""
    return str(STATUS_WORDS[Status(status)])


def status_meaning(status: Status | str) -> str:
    """Return what a status means for somebody who relies on the value."""
    return str(_MEANINGS[Status(status)])


def part_words(part: str) -> str:
    """Return what part of a value a status speaks of."""
    return str(_PARTS.get(part, part))


def unit_words(unit: str, count: int = 2) -> str:
    """Return what a length is counted in; of unknown days only *hari* is said.

    Args:
        unit: As the tables name it.
        count: How many; English tells one from several.
    """
    said = _UNITS.get(unit)
    return said(count) if said else unit


def kind_words(kind: str) -> str:
    """Return what sort of value an entry is."""
    return str(KIND_WORDS.get(kind, kind))


def group_words(law: Law, group: str) -> str:
    """Return the title of the procedure, election or list an entry belongs to."""
    if group in law.procedures:
        return law.procedures[group].title
    if group in law.elections:
        return law.elections[group].title
    return str(GROUP_WORDS.get(group, group))


@cache
def _people(law: Law) -> Mapping[str, str | Promise]:
    """Return the words of outcome and class codes; bodies share some of these codes."""
    outcomes = {
        key: outcome.title
        for procedure in law.procedures.values()
        for key, outcome in procedure.outcomes.items()
    }
    classes = {key: subject.label for key, subject in law.classes.items()}
    return {**outcomes, **classes, "any": _("siapa pun")}


@cache
def _bodies(law: Law) -> Mapping[str, str]:
    return {key: law.told(body.title) for key, body in law.authorities.items()}


def _decoded(codes: Mapping[str, str | Promise], text: str) -> str:
    return _CODE.sub(lambda found: str(codes.get(found[0], found[0])), text)


def label_words(law: Law, entry: LawEntry) -> str:
    """Return the label of an entry, its codes in words."""
    is_coded = entry.kind == "route"
    return _decoded(_people(law), entry.label) if is_coded else entry.label


def value_words(law: Law, entry: LawEntry) -> str:
    """Return the value of an entry with its unit, its codes and days in words."""
    if not isinstance(entry.value, str):
        number = number_text(entry.value)
        count = int(entry.value)
        return f"{number} {unit_words(entry.unit, count)}" if entry.unit else number
    if entry.value in _UNITS:
        return unit_words(entry.value)
    text = entry.value
    if entry.kind == "route":
        text = _decoded(_bodies(law), text)
    elif entry.kind == "class":
        text = _decoded(_people(law), text)
    return _ISO_DAY.sub(lambda day: local_date(date.fromisoformat(day[0])), text)
