"""Write the Word template of the referral letter.

The template is committed beside the code that fills it; run this after a change of
its layout: `.venv/bin/python scripts/build_referral_template.py`.
"""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from netra.records.documents.letters import without_clock_times

TARGET = (
    Path(__file__).resolve().parent.parent
    / "src/netra/records/documents/templates/referral_letter.docx"
)
SERIF, SANS = "Noto Serif", "Noto Sans"
SOFT = RGBColor(0x33, 0x41, 0x3E)
LABEL_TAB = Mm(27)
MARK = "{% if STATUS != confirmed %} (belum dikonfirmasi){% endif %}"


def style_of(document: DocumentType, name: str) -> ParagraphStyle:
    """Return a paragraph style by its name."""
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - narrows python-docx's type
    return style


def set_font(style: ParagraphStyle, family: str, size_pt: float, *, bold: bool) -> None:
    """Give a style one family for all scripts, a size and a weight."""
    style.font.name, style.font.size, style.font.bold = family, Pt(size_pt), bold
    style.font.color.rgb = RGBColor(0x11, 0x11, 0x11)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), family)


def lay_out(document: DocumentType) -> None:
    """Set A4, margins and the styles of text, headings and lists."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(18)
    section.top_margin, section.bottom_margin = Mm(23), Mm(24)
    section.header_distance, section.footer_distance = Mm(12.5), Mm(12.5)
    normal = style_of(document, "Normal")
    set_font(normal, SERIF, 10, bold=False)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1.25
    for name, size_pt in (("Heading 1", 11.5), ("Heading 2", 10.5), ("Heading 3", 9.5)):
        style = style_of(document, name)
        set_font(style, SANS, size_pt, bold=True)
        style.paragraph_format.space_before = Pt(10)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.keep_with_next = True
    numbers = style_of(document, "List Number")
    numbers.paragraph_format.space_after = Pt(2)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "id-ID")
    normal.element.get_or_add_rPr().append(language)


def add(document: DocumentType, text: str, style: str = "Normal") -> Paragraph:
    """Append a paragraph."""
    return document.add_paragraph(text, style=style)


def small(paragraph: Paragraph, size_pt: float = 8) -> Paragraph:
    """Set a paragraph as furniture: small, sans, soft, without space after."""
    for run in paragraph.runs:
        run.font.size, run.font.name, run.font.color.rgb = Pt(size_pt), SANS, SOFT
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def rule(paragraph: Paragraph) -> None:
    """Draw a rule under a paragraph."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "4")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    # Word asks for the parts of a paragraph's properties in the order of the schema.
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:tabs", "w:spacing", "w:ind", "w:jc")


def field(paragraph: Paragraph, instruction: str) -> None:
    """Append a field that Word computes, for example `PAGE`."""
    for kind in ("begin", "instruction", "separate", "result", "end"):
        run = paragraph.add_run("1" if kind == "result" else "")
        if kind == "instruction":
            text = OxmlElement("w:instrText")
            text.text = instruction
            run._r.append(text)
        elif kind != "result":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def furnish(document: DocumentType) -> None:
    """Put the marks of every sheet in the header, number and page in the footer."""
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.add_run(
        "{% if head.demo %}DATA CONTOH · Semua orang, perkara, dan berkas dalam surat"
        " ini rekaan.{% endif %}{% if head.letterhead.not_official %} Bukan dokumen"
        " resmi.{% endif %}"
    ).bold = True
    small(header)
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("{{ head.number }} · Kode periksa {{ head.check_code }}\tHalaman ")
    field(footer, "PAGE")
    footer.add_run(" dari ")
    field(footer, "NUMPAGES")
    small(footer, 7.5)


def letterhead(document: DocumentType) -> None:
    """Append the letterhead, words and a rule, and the marks under it."""
    lines = (
        small(add(document, "{{ head.letterhead.tier_label }}"), 8.5),
        add(document, ""),
        small(add(document, "{{ head.letterhead.contact }}")),
    )
    name = lines[1].add_run("{{ head.letterhead.office_name }}")
    name.bold, name.font.size, name.font.name = True, Pt(15), SANS
    lines[1].paragraph_format.space_after = Pt(0)
    for line in lines:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rule(lines[2])
    form = MARK.replace("STATUS", "head.form.status")
    for condition, text in (
        ("head.form and head.form.text", "{{ head.form.text }}" + form),
        (
            "head.provisional_layout",
            "Susunan sementara: bentuk resmi belum kami lihat.",
        ),
    ):
        only_if(document, condition, partial(marks_line, document, text))


def marks_line(document: DocumentType, text: str) -> None:
    """Append a small line at the right edge."""
    small(add(document, text), 7.5).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def only_if(
    document: DocumentType, condition: str, write: Callable[[], object]
) -> None:
    """Append what `write` appends, kept only where the condition holds."""
    add(document, "{%p if " + condition + " %}")
    write()
    add(document, "{%p endif %}")


def labelled(document: DocumentType, label: str, text: str) -> None:
    """Append a line of label and value, the values in one column."""
    line = add(document, f"{label}\t{text}")
    line.paragraph_format.tab_stops.add_tab_stop(LABEL_TAB)
    line.paragraph_format.left_indent = LABEL_TAB
    line.paragraph_format.first_line_indent = -LABEL_TAB
    line.paragraph_format.space_after = Pt(1)


def opening(document: DocumentType) -> None:
    """Append date, title, reference lines and addressee."""
    dateline = add(document, "{{ head.place }}, {{ head.issued_on|date }}")
    dateline.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add(document, "{{ head.title }}", "Heading 1")
    labelled(document, "Nomor", "{{ head.number }}")
    labelled(document, "Perihal", "{{ letter.subject }}")
    for label, name in (
        ("Register", "registration_number"),
        ("Saluran", "channel"),
        ("Bentuk", "instrument"),
    ):
        value = "{{ letter." + name + " }}"
        only_if(
            document,
            f"letter.{name}",
            partial(labelled, document, label, value),
        )
    count = "{{ letter.enclosures|length }} berkas"
    only_if(
        document, "letter.enclosures", lambda: labelled(document, "Lampiran", count)
    )
    to = add(document, "Kepada Yth.")
    to.paragraph_format.space_before, to.paragraph_format.space_after = Pt(12), Pt(0)
    name = add(document, "")
    name.add_run("{{ letter.addressee }}").bold = True
    name.add_run(MARK.replace("STATUS", "letter.route_status"))
    name.paragraph_format.space_after = Pt(0)
    only_if(
        document,
        "letter.addressee_place",
        lambda: add(document, "{{ letter.addressee_place }}"),
    )


def listed(document: DocumentType, title: str, values: str) -> None:
    """Append a heading and a numbered list, both only if there are values."""
    add(document, "{%p if " + values + " %}")
    add(document, title, "Heading 2")
    add(document, "{%p for value in " + values + " %}")
    line = add(document, "{{ loop.index }}.\t{{ value }}")
    line.paragraph_format.left_indent = Mm(7)
    line.paragraph_format.first_line_indent = Mm(-7)
    line.paragraph_format.tab_stops.add_tab_stop(Mm(7))
    line.paragraph_format.space_after = Pt(2)
    add(document, "{%p endfor %}")
    add(document, "{%p endif %}")


def acts(document: DocumentType) -> None:
    """Append one block for each respondent and act."""
    add(document, "Terlapor dan perbuatan", "Heading 2")
    add(document, "{%p for item in letter.acts %}")
    add(document, "{{ loop.index }}. {{ item.respondent.name }}", "Heading 3")
    post = "{% if item.respondent.post %}, {{ item.respondent.post }}{% endif %}"
    place = (
        "{% if item.respondent.workplace %}, {{ item.respondent.workplace }}{% endif %}"
    )
    labelled(document, "Kedudukan", "{{ item.respondent.class_label }}" + post + place)
    labelled(document, "Perbuatan", "{{ item.act }}")
    article = "{{ item.article }}" + MARK.replace("STATUS", "item.status")
    for label, name, value in (
        ("Norma", "norm", "{{ item.norm }}"),
        ("Dasar", "article", article),
    ):
        only_if(document, f"item.{name}", partial(labelled, document, label, value))
    sanction = "{{ item.sanction }}" + MARK.replace("STATUS", "item.sanction_status")
    only_if(
        document,
        "item.sanction",
        lambda: labelled(document, "Ancaman sanksi", sanction),
    )
    add(document, "{%p endfor %}")


def unregistered(document: DocumentType) -> None:
    """Append on what a letter without registration rests."""
    add(document, "Mengapa tanpa registrasi", "Heading 2")
    mark = MARK.replace("STATUS", "letter.unregistered.status")
    add(document, "{{ letter.unregistered.text }}" + mark)


def closing(document: DocumentType) -> None:
    """Append signature, copies and the way to check the letter."""
    for text, before_pt in (
        ("{{ letter.signatory.role }}", 16),
        ("………………………………………………", 44),
        ("{{ letter.signatory.name or '' }}", 0),
        ("{{ letter.signatory.post }}", 0),
    ):
        line = add(document, text)
        line.paragraph_format.left_indent = Mm(98)
        line.paragraph_format.space_before = Pt(before_pt)
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.keep_with_next = True
    listed(document, "Tembusan", "letter.copies")
    code = add(document, "{{ qr }}")
    code.paragraph_format.space_before = Pt(12)
    code.paragraph_format.space_after = Pt(0)
    code.paragraph_format.keep_with_next = True
    check = add(
        document,
        "Periksa keaslian surat ini di {{ head.check_url }}, kode periksa"
        " {{ head.check_code }}. Diterbitkan {{ head.issued_at|stamp }}.",
    )
    small(check)


def main() -> None:
    """Build the template and write it."""
    document = Document()
    lay_out(document)
    furnish(document)
    letterhead(document)
    opening(document)
    only_if(document, "letter.body", lambda: add(document, "{{ letter.body|flat }}"))
    only_if(document, "letter.unregistered", partial(unregistered, document))
    listed(document, "Dasar", "letter.basis")
    acts(document)
    add(document, "{%p if letter.request %}")
    add(document, "Permintaan", "Heading 2")
    add(document, "{{ letter.request|flat }}")
    add(document, "{%p endif %}")
    listed(document, "Lampiran", "letter.enclosures")
    closing(document)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "Netra", "", ""
    properties.created = properties.modified = datetime(2025, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    TARGET.write_bytes(without_clock_times(out.getvalue()))


if __name__ == "__main__":
    main()
