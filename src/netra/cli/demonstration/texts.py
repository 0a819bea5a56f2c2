"""Texts of the demonstration: accounts from patterns, studies, votes, decisions."""

import json
from collections.abc import Mapping
from functools import cache

from netra.cli.demonstration.offices import DATA

MARK = "DATA CONTOH."

STUDY = {
    "position": (
        "DATA CONTOH. Pelapor menyampaikan bahwa terlapor diduga berbuat sebagai "
        "berikut: %(event)s. Perbuatan terjadi di %(place)s."
    ),
    "facts": (
        "DATA CONTOH. Bukti yang diterima telah dicocokkan dengan uraian pelapor. "
        "Status kepegawaian terlapor diperiksa pada unit kerjanya untuk hari perbuatan."
    ),
    "analysis": (
        "DATA CONTOH. Perbuatan diuji terhadap norma: %(norm)s. Yang dipakai ialah "
        "tahapan yang berlaku di hari perbuatan. Keterangan saling bersesuaian."
    ),
    "conclusion": (
        "DATA CONTOH. Perbuatan diperiksa terhadap norma yang dicatat pada perkara "
        "ini. Hasilnya ditetapkan untuk setiap terlapor dalam pleno."
    ),
    "recommendation": (
        "DATA CONTOH. Perkara ini diajukan kepada pleno untuk ditetapkan hasilnya."
    ),
}
"""Sentences of a full study, by part; event, place and norm are filled in."""

VOTES = {
    "other_law_asn": (
        "DATA CONTOH. Bukti menunjukkan keberpihakan, dan terlapor terikat aturan "
        "netralitas pada hari perbuatan."
    ),
    "criminal": (
        "DATA CONTOH. Terlapor memangku jabatan dan tindakannya diduga memenuhi unsur "
        "tindak pidana pemilihan."
    ),
    "not_a_violation": (
        "DATA CONTOH. Bukti tidak cukup menunjukkan keberpihakan terlapor."
    ),
}
"""Reasons of votes, by outcome."""

DECISION = (
    "DATA CONTOH. Pleno memeriksa kajian, mendengar pendapat anggota, dan menetapkan "
    "hasil untuk setiap terlapor sebagaimana tercatat."
)
EXTENSION = "DATA CONTOH. Masih diperlukan keterangan tambahan dari pelapor."
HANDED_IN = "DATA CONTOH. Kekurangan diserahkan pelapor."
IDENTITY_REASON = "DATA CONTOH. Menyampaikan pemberitahuan kekurangan kepada pelapor."
STUDY_NOTE = "DATA CONTOH. Tempat kejadian di wilayah kantor ini; belum ditangani."


@cache
def patterns() -> Mapping[str, str]:
    """Return the texts of the incident patterns by id."""
    lines = (DATA / "incident-patterns.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return {row["id"]: row["text"] for row in rows}


def study_texts(*, event: str, place: str, norm: str) -> dict[str, str]:
    """Return a full study of a matter, by part; `norm` is the title of its norm."""
    filled = {"event": event, "place": place, "norm": norm}
    return {part: text % filled for part, text in STUDY.items()}
