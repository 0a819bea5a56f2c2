"""The page that checks receipts as one file: it works without network and server.

Script and style stand inside it, and its own content policy names them by hash.
"""

import hashlib
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

__all__ = ["standalone_page"]

_STATIC = Path(__file__).resolve().parent.parent / "static" / "web"
_EXPORT = re.compile(r"^export \{[^}]*\};?$", re.MULTILINE)
_IMPORT = re.compile(r"^import \{[^}]*\} from \"[^\"]*\";$", re.MULTILINE)


@cache
def _script() -> str:
    """Return both scripts as one module; what one exports stands beside the other."""
    library = (_STATIC / "vendor" / "noble-ed25519" / "index.js").read_text("utf-8")
    checking = (_STATIC / "receipts" / "check.js").read_text("utf-8")
    return f"{_EXPORT.sub('', library)}\n{_IMPORT.sub('', checking)}"


@cache
def _style() -> str:
    sheets = (_STATIC / "netra.css", _STATIC / "receipts" / "receipts.css")
    return "\n".join(sheet.read_text("utf-8") for sheet in sheets)


def _hash(content: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(content.encode()).digest()).decode()


def standalone_page(keys: str, *, address: str, is_sample: bool) -> str:
    """Return the checker as one HTML file that asks for nothing else.

    Args:
        keys: The key list that is trusted by who saves the file.
        address: Where the file came from, told on it.
        is_sample: Whether it comes from a demonstration, told on it too.
    """
    script, style = _script(), _style()
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; "
        f"style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    )
    title = escape(_("Periksa tanda terima"))
    body = render_to_string(
        "portal/receipts/_standalone.html",
        {"keys": keys, "address": address, "is_sample": is_sample, "standalone": True},
    )
    return (
        f'<!doctype html>\n<html lang="{get_language()}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} · Netra</title>\n<style>{style}</style>\n</head>\n"
        f'<body>{body}<script type="module">{script}</script></body>\n</html>\n'
    )
