"""The index of a pack, for people and for machines."""

import html
import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedItem:
    """One file of a pack: neutral name, title, hash and size in bytes."""

    name: str
    title: str
    sha256: str
    size_bytes: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What belongs to the matter and is not in this part, with the reason."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackIndex:
    """What a pack holds; names the matter by numbers and the receiver by office.

    `notes` are sentences of the sender, such as that the data are invented.
    """

    pack: str
    part: str
    title: str
    referral: str
    matter: str
    receiver: str
    sender: str
    made_on: str
    notes: tuple[str, ...] = ()
    items: tuple[PackedItem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def index_json(index: PackIndex) -> bytes:
    """Return the index for machines: UTF-8, sorted keys."""
    told = {
        "format": "netra-pack-index 1",
        "pack": index.pack,
        "part": index.part,
        "referral": index.referral,
        "matter": index.matter,
        "receiver": index.receiver,
        "sender": index.sender,
        "made_on": index.made_on,
        "notes": list(index.notes),
        "files": [
            {
                "name": item.name,
                "title": item.title,
                "sha256": item.sha256,
                "size_bytes": item.size_bytes,
                "media_type": item.media_type,
            }
            for item in index.items
        ],
        "left_out": [
            {"title": one.title, "reason": one.reason} for one in index.left_out
        ],
    }
    text = json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False)
    return text.encode() + b"\n"


def manifest_text(items: Iterable[PackedItem]) -> bytes:
    """Return the hashes, one line a file, as `sha256sum --check` reads them."""
    lines = (f"{item.sha256}  {item.name}\n" for item in items)
    return "".join(lines).encode()


_STYLE = (
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:.4rem;text-align:left;vertical-align:top}"
    "code{font-size:.8rem;overflow-wrap:anywhere}"
)


def index_html(index: PackIndex) -> bytes:
    """Return the index for people: one page that loads nothing and runs nothing."""
    facts = (
        ("Nomor berkas", index.pack),
        ("Surat penerusan", index.referral),
        ("Perkara", index.matter),
        ("Untuk", index.receiver),
        ("Dari", index.sender),
        ("Disusun", index.made_on),
    )
    shown = "".join(f"<dt>{_safe(k)}</dt><dd>{_safe(v)}</dd>" for k, v in facts)
    notes = "".join(f"<p><strong>{_safe(note)}</strong></p>" for note in index.notes)
    rows = "".join(map(_row, index.items))
    page = (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        f"<title>{_safe(index.title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{_safe(index.title)}</h1>{notes}<dl>{shown}</dl>"
        "<h2>Isi berkas</h2><table><thead><tr><th>Berkas</th><th>Judul</th>"
        "<th>Ukuran (byte)</th><th>Jenis</th><th>SHA-256</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>{_left_out(index.left_out)}</body></html>"
    )
    return page.encode()


def _row(item: PackedItem) -> str:
    return (
        f'<tr><td><a href="{_safe(item.name)}">{_safe(item.name)}</a></td>'
        f"<td>{_safe(item.title)}</td><td>{item.size_bytes}</td>"
        f"<td>{_safe(item.media_type)}</td><td><code>{item.sha256}</code></td></tr>"
    )


def _left_out(rows: tuple[LeftOut, ...]) -> str:
    if not rows:
        return ""
    told = "".join(f"<li>{_safe(one.title)}: {_safe(one.reason)}</li>" for one in rows)
    return f"<h2>Tidak disertakan</h2><ul>{told}</ul>"


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
