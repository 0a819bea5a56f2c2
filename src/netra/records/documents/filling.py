"""Filling in a form an office has typed: plain text with placeholders from a list.

Nothing is evaluated: a placeholder is a word in braces that the list knows, and every
other brace is refused when the form is written. No placeholder gives who reported.
"""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from netra.records.documents.errors import OwnFormError
from netra.records.documents.matters import Matter
from netra.records.documents.parts import PaperHead, Signatory
from netra.records.documents.wording import long_date
from netra.records.observations.models import Tracing

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_BRACE = re.compile(r"[{}]")
EMPTY = "–"

PLACEHOLDERS: Mapping[str, str] = {
    "nomor": "Nomor perkara, laporan, atau temuan",
    "nomor_laporan": "Nomor laporan atau temuan asal",
    "nomor_registrasi": "Nomor registrasi perkara",
    "tanggal": "Tanggal terbit",
    "kota": "Kota pada surat",
    "kantor": "Nama kantor",
    "alamat_kantor": "Alamat kantor",
    "peristiwa": "Peristiwa",
    "terlapor": "Nama para terlapor",
    "jabatan_penandatangan": "Jabatan penanda tangan",
    "nama_penandatangan": "Nama penanda tangan",
}
"""Every placeholder a form may use, with what it gives."""


def check_body(body: str) -> None:
    """Refuse a text with a placeholder that is not on the list, or a stray brace.

    Raises:
        OwnFormError: with the sentence for the reader.
    """
    if not body.strip():
        raise OwnFormError("body", "empty", _("Tulis isi formulir."))
    unknown = sorted(set(_PLACEHOLDER.findall(body)) - set(PLACEHOLDERS))
    if unknown:
        raise OwnFormError(
            "body",
            "unknown placeholder",
            _("Isian ini tidak dikenal: %(names)s. Pilih dari daftar isian.")
            % {"names": ", ".join(f"{{{name}}}" for name in unknown)},
        )
    if _BRACE.search(_PLACEHOLDER.sub("", body)):
        raise OwnFormError(
            "body",
            "stray brace",
            _(
                "Ada kurung kurawal yang tidak berpasangan atau berisi tanda lain. "
                "Tulis isian seperti {nomor}."
            ),
        )


def filled(body: str, values: Mapping[str, str]) -> str:
    """Return the text with every placeholder replaced once; nothing is read again."""
    return _PLACEHOLDER.sub(lambda found: values[found[1]] or EMPTY, body)


def values_of(matter: Matter, head: PaperHead, signatory: Signatory) -> dict[str, str]:
    """Return what each placeholder gives for a matter; empty where nothing is known."""
    subject, case = matter.subject, matter.case
    return {
        "nomor": head.number,
        "nomor_laporan": "" if isinstance(subject, Tracing) else subject.number,
        "nomor_registrasi": case.number if case else "",
        "tanggal": long_date(head.issued_on),
        "kota": head.place,
        "kantor": head.letterhead.office_name,
        "alamat_kantor": head.letterhead.address,
        "peristiwa": subject.event,
        "terlapor": ", ".join(
            row.name or "belum dikenal" for row in subject.respondents.all()
        ),
        "jabatan_penandatangan": signatory.post,
        "nama_penandatangan": signatory.name or "",
    }
