"""The line drawings of Netra: one meaning each, on a 24 grid, in the ink around them.

The mark is an eye in the opening of a plaited mat. It is no emblem of the state and
stands in no shield. All drawings are our own.
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["ICONS", "MARK"]

MARK = (
    '<path fill="none" stroke="currentColor" stroke-width="4.4" d="M.2 '
    "28.8l3.4-2.4M10.4 21.6 30.8 7.2M17.2 7.2l3.4 2.4M27.4 14.4l20.4 14.4M.2 "
    '19.2l20.4 14.4M27.4 38.4l3.4 2.4M17.2 40.8l20.4-14.4M44.4 21.6l3.4-2.4"/><circle '
    'cx="24" cy="24" r="5.2" fill="currentColor"/>'
)

ICONS: Mapping[str, str] = MappingProxyType(
    {
        "ask": '<path d="M8 9a4 4 0 1 1 6 3.4c-1.5.9-2 1.6-2 3.1M12 19.4v.1"/>',
        "cal": (
            '<rect x="4" y="5" width="16" height="15" rx="1"/><path d="M4 10h16M8 '
            '3v4M16 3v4"/>'
        ),
        "chart": '<path d="M4 20h16M7 16v-5M12 16V6M17 16V9"/>',
        "check": '<path d="m5 12.5 4.5 4.5L19 7"/>',
        "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
        "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
        "doc": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
        "down": '<path d="M12 4v12M7 11l5 5 5-5M4 20h16"/>',
        "folder": '<path d="M3 6h6l2 2h10v11H3z"/>',
        "inbox": '<path d="m4 13 3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5"/>',
        "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>',
        "lock": (
            '<rect x="5" y="11" width="14" height="9" rx="1"/><path d="M8 11V8a4 4 0 '
            '0 1 8 0v3"/>'
        ),
        "person": (
            '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>'
        ),
        "photo": (
            '<rect x="3" y="5" width="18" height="14" rx="1"/><circle cx="8.5" '
            'cy="10" r="1.5"/><path d="m4 18 6-5 3 2.5 3-3 4.5 4.5"/>'
        ),
        "search": (
            '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>'
        ),
        "send": '<path d="m3 11 18-7-7 17-3-7z"/>',
        "shield": '<path d="m12 3 8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z"/>',
        "upload": '<path d="M12 16V4M7 9l5-5 5 5M4 20h16"/>',
        "voice": '<path d="M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5"/>',
        "wait": (
            '<path d="M7 3h10M7 21h10M8 3c0 5 8 6 8 9s-8 4-8 9M16 3c0 5-8 6-8 9s8 4 8 '
            '9"/>'
        ),
        "warn": '<path d="M12 3.5 2.5 20h19zM12 10v4.5M12 17.4v.1"/>',
    }
)
