"""Render the sample papers and lay their sheets side by side: `make papers`.

Every sample of `tests/records/documents/samples.py` becomes a PDF, every sheet a
picture, and the pictures contact sheets under `docs/papers/`, small enough to be
committed; so does a register book. With a folder as argument the PDF and DOCX files
are kept there.
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from netra.records.documents.letters import render_docx  # noqa: E402
from netra.records.documents.papers import Paper, ReferralLetter  # noqa: E402
from netra.records.documents.rendering import render_pdf  # noqa: E402
from tests.records.documents import samples  # noqa: E402
from tests.records.documents.book_sample import sample_book  # noqa: E402

BOOK = "register_book"
TARGET = ROOT / "docs" / "papers"
SHEETS = {
    "letters": ("receipt", "missing_items", "status_notice", "referral_letter"),
    "supervision": (
        "observation_report",
        "tracing_report",
        "finding",
        "finding_plenary",
    ),
    "records": ("initial_study", "registration", "study", "plenary_decision"),
    "forms": ("report_form", "completion_receipt", "office_form"),
    "clarification": (
        "invitation",
        "service_record",
        "oath",
        "expert_oath",
        "clarification_minutes",
    ),
    "notices": ("notice", "reply_letter", "exoneration_letter"),
    "turns": ("turn_letter", "turn_record"),
    "registers": (BOOK,),
}
WIDTH_PX, COLUMNS, GAP_PX, LABEL_PX = 1400, 4, 18, 26
CELL_PX = (WIDTH_PX - GAP_PX * (COLUMNS + 1)) // COLUMNS
GROUND, INK = "#dfe5e3", "#12211f"
COLOURS = 48


def pictures(name: str, pdf: bytes) -> list[tuple[str, Image.Image]]:
    """Return each sheet of a PDF as a picture of cell width, with its label."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for index, page in enumerate(document):
        picture = page.render(scale=2 * CELL_PX / page.get_width()).to_pil()
        size = (CELL_PX, round(CELL_PX * picture.height / picture.width))
        shrunk = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        found.append((f"{name}, {index + 1}", shrunk))
    return found


def contact_sheet(cells: list[tuple[str, Image.Image]]) -> Image.Image:
    """Return the pictures in rows of four on one ground, each under its label."""
    height = max(picture.height for _, picture in cells)
    step = height + LABEL_PX + GAP_PX
    rows = -(-len(cells) // COLUMNS)
    sheet = Image.new("RGB", (WIDTH_PX, rows * step + GAP_PX), GROUND)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(size=14)
    for index, (label, picture) in enumerate(cells):
        x = GAP_PX + (index % COLUMNS) * (CELL_PX + GAP_PX)
        y = GAP_PX + (index // COLUMNS) * step
        draw.text((x, y + 2), label, fill=INK, font=font)
        sheet.paste(picture, (x, y + LABEL_PX))
    return sheet


def keep(folder: Path, name: str, paper: Paper, pdf: bytes) -> None:
    """Write the PDF of a sample, and the DOCX of a letter, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.pdf").write_bytes(pdf)
    if isinstance(paper, ReferralLetter):
        (folder / f"{name}.docx").write_bytes(render_docx(paper))


def main() -> None:
    """Render all samples and write the contact sheets."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    cells: dict[str, list[tuple[str, Image.Image]]] = {}
    drawn = [(n, p, render_pdf(p)) for n, p in samples.all_samples().items()]
    for name, paper, pdf in drawn:
        kind, fullness = name.rsplit("-", 1)
        sheet = "sparse" if fullness == "sparse" else _sheet_of(kind)
        cells.setdefault(sheet, []).extend(pictures(name, pdf))
        if folder:
            keep(folder, name, paper, pdf)
    cells["registers"] = pictures(BOOK, sample_book())
    TARGET.mkdir(parents=True, exist_ok=True)
    for sheet, found in cells.items():
        picture = contact_sheet(found).quantize(COLOURS, dither=Image.Dither.NONE)
        path = TARGET / f"{sheet}.png"
        picture.save(path, optimize=True)
        print(f"{path.relative_to(ROOT)}: {len(found)} sheets")


def _sheet_of(kind: str) -> str:
    return next(name for name, kinds in SHEETS.items() if kind in kinds)


if __name__ == "__main__":
    main()
