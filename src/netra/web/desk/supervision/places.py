"""Where an office supervises: the places it may name."""

from netra.records.regions.queries import beneath, name_of, official_codes

__all__ = ["place_choices"]

_REGENCY_LENGTH = 5


def place_choices(region: str) -> list[tuple[str, str]]:
    """Return code and name of the places of an office.

    A regency offers itself and its sub-districts, a province its regencies, the nation
    every regency; a sub-district only itself.
    """
    if not region:
        return [
            (code, name)
            for code, name in official_codes().items()
            if len(code) == _REGENCY_LENGTH
        ]
    below = [(row.code, row.name) for row in beneath(region)]
    if len(region) < _REGENCY_LENGTH:
        return below
    return [(region, name_of(region)), *below]
