"""What a guess costs: the numbers the decision names, not those of the tests."""

import ast
import inspect
from pathlib import Path

from nacl import pwhash

from netra.domain.sealing import phrases


def _written(name: str) -> int:
    tree = ast.parse(Path(inspect.getfile(phrases)).read_text())
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name:
            return eval(compile(ast.Expression(node.value), "cost", "eval"))
    raise AssertionError(f"{name} is not written")


def test_phrases_and_codes_cost_64_mebibytes_and_three_passes():
    assert (_written("_OPS"), _written("_MEMORY")) == (3, 64 * 2**20)


def test_the_stretched_key_is_that_of_argon2id(monkeypatch):
    ops, memory = _written("_OPS"), _written("_MEMORY")
    monkeypatch.setattr(phrases, "_OPS", ops)
    monkeypatch.setattr(phrases, "_MEMORY", memory)
    salt = bytes(16)
    expected = pwhash.argon2id.kdf(32, b"kata", salt, opslimit=ops, memlimit=memory)
    assert phrases.stretched(b"kata", salt, 32) == expected
