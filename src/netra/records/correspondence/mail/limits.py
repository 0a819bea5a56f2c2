"""How much a message may ask of the process that reads it."""

MAX_BYTES = 25 * 2**20
"""Largest message: what common mail servers let through (25 MB with encoding)."""

MAX_PARTS = 100
"""Parts of a message, counted wherever they lie."""

MAX_DEPTH = 8
"""How deep parts may lie in parts; a forwarded answer needs three or four."""

MAX_ATTACHMENTS = 20
"""Attachments kept on their own; the others lie in the original only."""

MAX_ATTACHED_BYTES = 30 * 2**20
"""All attachments together once decoded; base64 shrinks, so this is never reached by
an honest message."""

MAX_HEADER = 2000
"""Characters of a header line that are read: RFC 5322 allows 998 a line."""

MAX_HEADER_LINES = 5000
"""Lines that look like headers with folding; a message has a few hundred at most."""

MAX_TEXT = 100_000
"""Characters of text that are shown; the rest lies in the original."""

MAX_KEYS = 50
"""Identifiers of earlier messages that are read from one message."""

SECONDS = 20
"""Time on the clock for one message; ten megabytes take about one second."""
