"""Papers that last: PDF/A-2a for the archive, and PDF/UA-1 for every reader, in one.

WeasyPrint writes one of the two standards into the metadata of a file. A paper follows
both, so the second is declared beside the first; PDF/A asks that a word it does not
know be described where it is used.
"""

import io
from functools import cache
from importlib.resources import files

import pydyf  # type: ignore[import-untyped] # has no types
from weasyprint.css import ColorProfile
from weasyprint.document import Document

_LEVEL = "pdf/a-2a"  # fonts and colours inside, every text in Unicode, tagged
_COLOURS = "srgb"
_RGB = (["r"], ["g"], ["b"])
_END = b"</rdf:RDF>"
_ACCESSIBLE = b"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>\
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\
</pdfaExtension:schemas></rdf:Description>"""


@cache
def _profile() -> bytes:
    return files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()


def archived(document: Document) -> bytes:
    """Return the sheets as one file that follows both standards."""
    document.color_profiles[_COLOURS] = ColorProfile(
        io.BytesIO(_profile()), "sRGB2014.icc", "relative-colorimetric", _RGB
    )
    pdf: bytes = document.write_pdf(
        pdf_variant=_LEVEL,
        output_intent="given",  # the profile above; WeasyPrint leaves its file open
        finisher=_declare,
    )
    return pdf


def _declare(_document: Document, pdf: pydyf.PDF) -> None:
    """Declare PDF/UA-1 in the metadata of a file that is PDF/A already.

    Source:
        ISO 14289-1:2014, 5; ISO 19005-2:2011, 6.6.2.3.2 on extension schemas.
    """
    number = int(pdf.catalog["Metadata"].split()[0])
    stream = pdf.objects[number]
    told = b"".join(stream.stream)
    stream.stream = [told.replace(_END, _ACCESSIBLE + _END)]
