"""The process that reads a message: bytes come in, one JSON document goes out."""

import json
import sys
from base64 import b64encode

from netra.records.correspondence.mail.message import (
    MessageFaultError,
    ReadMessage,
    read_message,
)
from netra.records.evidence.cleaning.confinement import confine, shut_in


def main() -> None:
    """Read the message from standard input and answer."""
    confine()
    content = sys.stdin.buffer.read()
    _load_encodings()
    shut_in()
    try:
        answer = _told(read_message(content))
    except MessageFaultError as fault:
        answer = {"fault": fault.kind}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()


def _load_encodings() -> None:
    """Load the encodings messages use while libraries can still be opened."""
    for name in ("latin-1", "iso-8859-15", "cp1252", "utf-16", "utf-7", "gb18030"):
        "".encode(name)
    for name in ("shift_jis", "iso-2022-jp", "euc-kr", "big5", "koi8-r", "idna"):
        "".encode(name)


def _told(message: ReadMessage) -> dict[str, object]:
    return {
        "sender": message.sender,
        "subject": message.subject,
        "sent_at": message.sent_at.isoformat() if message.sent_at else None,
        "text": message.text,
        "is_from_html": message.is_from_html,
        "is_cut": message.is_cut,
        "message_key": message.message_key,
        "answer_keys": list(message.answer_keys),
        "unkept": list(message.unkept),
        "attachments": [
            {
                "name": part.name,
                "media_type": part.media_type,
                "content": b64encode(part.content).decode(),
            }
            for part in message.attachments
        ],
    }


if __name__ == "__main__":
    main()
