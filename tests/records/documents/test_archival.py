"""A paper can be kept for decades and read aloud: PDF/A-2a and PDF/UA-1 in one file."""

import io
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tests.records.documents import sheets

_PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMES = ("receipt-full", "study-full", "referral_letter-sparse")


def opened(name: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(sheets.sample_pdf(name)))


def described(reader: pypdf.PdfReader) -> ET.Element:
    told = reader.root_object["/Metadata"].get_object().get_data()
    return ET.fromstring(told)


def structure(node: object) -> Iterator[DictionaryObject]:
    """Walk the tree of tags."""
    while isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, ArrayObject):
        for child in node:
            yield from structure(child)
    if isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        yield from structure(node.get("/K"))


def fonts(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    seen = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            found = font.get_object()
            if found["/BaseFont"] not in seen:
                seen.add(found["/BaseFont"])
                yield found


@pytest.mark.parametrize("name", NAMES)
def test_both_standards_are_declared_in_one_description(name: str) -> None:
    xmp = described(opened(name))
    (rdf,) = xmp.findall(f"{_RDF}RDF")
    told = {key: value for row in rdf for key, value in row.attrib.items()}
    assert told[f"{_PDFA}part"] == "2"
    assert told[f"{_PDFA}conformance"] == "A"
    assert told[f"{_UA}part"] == "1"
    assert "PDF/UA identification schema" in "".join(rdf.itertext())


@pytest.mark.parametrize("name", NAMES)
def test_the_title_of_the_description_is_that_of_the_file(name: str) -> None:
    reader = opened(name)
    assert reader.metadata.title in "".join(described(reader).itertext())


@pytest.mark.parametrize("name", NAMES)
def test_fonts_and_colours_lie_in_the_file(name: str) -> None:
    reader = opened(name)
    for font in fonts(reader):
        (inner,) = font["/DescendantFonts"]
        descriptor = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
        assert "/ToUnicode" in font
    (intent,) = reader.root_object["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert len(intent["/DestOutputProfile"].get_object().get_data()) > 1000


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_the_file_runs_or_leads_out(name: str) -> None:
    catalog = opened(name).root_object
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(catalog)
    assert not opened(name).is_encrypted


def test_headings_tables_and_pictures_are_tagged() -> None:
    tags = list(structure(opened("receipt-full").root_object["/StructTreeRoot"]))
    kinds = [tag["/S"] for tag in tags]
    assert kinds.count("/H1") == 1
    assert {"/H2", "/Table", "/TR", "/TH", "/TD", "/P"} <= set(kinds)
    pictures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert pictures
    assert all(tag.get("/Alt") for tag in pictures)
