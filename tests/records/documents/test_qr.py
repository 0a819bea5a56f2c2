"""The QR code holds the check address, module by module."""

import re
from xml.etree import ElementTree

import pytest
import segno

from netra.records.documents.errors import PaperContentError
from netra.records.documents.qr import qr_png, qr_svg


def test_the_code_on_a_paper_holds_the_check_address_and_nothing_else() -> None:
    address = "https://netra.example/periksa/K7QM-2XTD"
    matrix = segno.make(address, error="m", micro=False, boost_error=False).matrix
    drawn = _drawn_modules(qr_svg(address), len(matrix))
    assert drawn == [[bool(module) for module in row] for row in matrix]


def _drawn_modules(svg: str, size: int) -> list[list[bool]]:
    """Walk the strokes of the SVG path: each is a run of black modules in a row."""
    path = next(
        found.get("d")
        for found in ElementTree.fromstring(svg).iter()
        if found.get("stroke")
    )
    drawn = [[False] * size for _ in range(size)]
    x, y = 0.0, 0.0
    for command, values in re.findall(r"([Mmh])([-\d. ]+)", path):
        numbers = [float(number) for number in values.split()]
        if command == "h":
            for column in range(int(x), int(x + numbers[0])):
                drawn[int(y) - 4][column - 4] = True
            x += numbers[0]
        elif command == "M":
            x, y = numbers
        else:
            x, y = x + numbers[0], y + numbers[1]
    return drawn


def test_a_code_is_the_same_every_time() -> None:
    assert qr_svg("https://netra.example/p") == qr_svg("https://netra.example/p")
    assert qr_png("https://netra.example/p").startswith(b"\x89PNG")


@pytest.mark.parametrize("text", ["", "a" * 3000])
def test_a_text_that_no_code_can_hold_is_refused(text: str) -> None:
    with pytest.raises(PaperContentError):
        qr_svg(text)
