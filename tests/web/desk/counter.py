"""What is typed at the counter, and how it is sent."""

from django.core.files.uploadedfile import SimpleUploadedFile

from netra.records.reports.models import ReportDraft
from netra.web.portal import drafts
from tests.people import at
from tests.web.desk.reading import PDF, Reader

NOW = at("2024-11-01 17:30")  # a Friday, after the hours
FILLED = {
    "kantor-via": "letter",
    "kantor-received_at": "2024-11-01T17:05",
    "kantor-letter_on": "2024-10-31",
    "kantor-region": "33.74.01",
    "kantor-place": "Lapangan Contoh",
    "waktu-known_on": "2024-10-30",
    "waktu-happened_on": "2024-10-28",
    "waktu-happened_time": "pagi",
    "jumlah-terlapor": "2",
    "terlapor-0-name": "Bambang Contohadi",
    "terlapor-0-workplace": "Dinas Contoh",
    "terlapor-0-employment_class": "pns",
    "terlapor-1-workplace": "Puskesmas Contoh",
    "terlapor-1-employment_class": "pppk",
    "peristiwa-event": "Mengajak memilih pada acara kampanye",
    "peristiwa-account": "DATA CONTOH. Ia berbicara di panggung.",
    "jumlah-saksi": "1",
    "saksi-0-name": "Citra Contohsari",
    "pelapor-name": "Wati Contohwati",
    "pelapor-address": "Jalan Contoh 1",
    "kuasa-name": "Dodi Contohdodi",
    "kuasa-power_on": "2024-10-30",
    "akhir": "1",
}


def letter(name: str = "surat.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def record(budi: Reader, page: str, **more: object):
    return budi.client.post(page, {**FILLED, "catat": "1", **more})


def held() -> drafts.Typed:
    return drafts.read(ReportDraft.objects.get())
