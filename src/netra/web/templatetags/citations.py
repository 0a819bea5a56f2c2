"""Citations in the language of the page."""

from django.utils.translation import get_language

from netra.domain.law import in_indonesian

__all__ = ["citation_text"]


def citation_text(citation: str) -> str:
    """Return a citation in the language of the page."""
    if not (get_language() or "id").startswith("id"):
        return citation
    return in_indonesian(citation)
