"""Errors of sealing."""


class SealingError(Exception):
    """Base of the errors about sealing; never carries what was sealed."""


class WrongKeyError(SealingError):
    """The key does not open this, or the ciphertext was altered."""


class CodeError(SealingError):
    """What was typed cannot be a code: wrong length or signs."""
