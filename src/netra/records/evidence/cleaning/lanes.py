"""One stream of a recording on its way into a new container: bytes and times alone."""

import re
from itertools import takewhile
from typing import TypeAlias

from av.bitstream import BitStreamFilterContext
from av.container import OutputContainer
from av.packet import Packet
from av.stream import Stream

from netra.records.evidence.cleaning.xiph import without_comments

# Messages inside the film itself (settings of the encoder, positions of a dash camera):
# SEI units of H.264 (6) and HEVC (39, 40), metadata units of AV1 (5).
_MESSAGES = {
    "h264": "filter_units=remove_types=6",
    "hevc": "filter_units=remove_types=39|40",
    "av1": "filter_units=remove_types=5",
}
_UNIT = re.compile(rb"\0{2,3}\x01(.*?)(?=\0{2,3}\x01|\Z)", re.DOTALL)
# The codes that begin a text of the encoder in MPEG-4 part 2 cannot stand in pictures.
_USER_TEXT = re.compile(rb"\0\0\x01\xb2.*?(?=\0\0\x01|\Z)", re.DOTALL)


_Packet: TypeAlias = "Packet[Stream]"  # generic for readers of types only


class WrongMuxerError(Exception):
    """The container does not take a codec of the recording."""


def codec_of(stream: Stream) -> str:
    """Return FFmpeg's name of the codec, whichever decoder it would choose."""
    context = stream.codec_context
    return context.codec.canonical_name if context and context.codec else "unknown"


class Lane:
    """A stream of the old container and its likeness in the new one."""

    def __init__(self, source: Stream, packed: OutputContainer) -> None:
        """Announce the stream to the new container, without its labels.

        Raises:
            WrongMuxerError: the container does not take its codec.
            FaultError: its headers are broken.
        """
        self.source = source
        self.codec = codec_of(source)
        try:
            self.target = packed.add_stream_from_template(source, opaque=True)
        except ValueError as error:
            raise WrongMuxerError from error
        self.target.metadata.clear()
        self._filter = self._message_filter()
        self._clean_headers()
        self._waiting: list[_Packet] = []
        self._is_timed = False

    def _message_filter(self) -> BitStreamFilterContext | None:
        if description := _MESSAGES.get(self.codec):
            return BitStreamFilterContext(description, self.source, self.target)
        return None

    def _clean_headers(self) -> None:
        context = self.target.codec_context
        headers = context.extradata or b""
        if self.codec == "vorbis":
            context.extradata = without_comments(headers)
        elif self.codec == "mpeg4":
            context.extradata = _USER_TEXT.sub(b"", headers)
        elif headers.startswith(b"\0\0") and self.codec in ("h264", "hevc"):
            # The filter passes the headers on with their messages.
            context.extradata = _without_messages(headers, self.codec)

    def passed(self, packet: _Packet) -> list[_Packet]:
        """Return what is ready for the new container; an empty packet ends the lane."""
        is_last = not packet.size
        found = [packet]
        if self._filter is not None:
            found = self._filter.filter(None if is_last else packet)
        return self._timed(
            [self._anew(one) for one in found if self._is_content(one)], is_last
        )

    def _is_content(self, packet: _Packet) -> bool:
        # Labels that stand between or behind the frames of MP3 are no frames.
        return bool(packet.size) and (
            self.codec != "mp3" or bytes(packet)[:2] >= b"\xff\xe0"
        )

    def _anew(self, packet: _Packet) -> _Packet:
        content = bytes(packet)
        if self.codec == "mpeg4":
            content = _USER_TEXT.sub(b"", content)
        copy: _Packet = Packet(content)
        copy.stream = self.target
        copy.time_base = packet.time_base
        copy.pts, copy.dts = packet.pts, packet.dts
        copy.duration = packet.duration
        copy.is_keyframe = packet.is_keyframe
        return copy

    def _timed(self, packets: list[_Packet], is_last: bool) -> list[_Packet]:
        """Hold back the first packets until one says when it is to be decoded.

        Matroska does not say it for the first pictures of a film whose pictures refer
        to later ones; they are then decoded one tick before each other.
        """
        if self._is_timed:
            return packets
        self._waiting += packets
        first = next((one.dts for one in self._waiting if one.dts is not None), None)
        if first is None and not is_last:
            return []
        if first is not None:
            untimed = list(takewhile(lambda one: one.dts is None, self._waiting))
            for ticks, one in enumerate(reversed(untimed), start=1):
                one.dts = first - ticks
        self._is_timed = True
        ready, self._waiting = self._waiting, []
        return ready


def _without_messages(headers: bytes, codec: str) -> bytes:
    """Return headers of H.264 or HEVC (with start codes) without their SEI units."""
    units = _UNIT.findall(headers)
    return b"".join(
        b"\0\0\0\x01" + unit for unit in units if not _is_message(unit, codec)
    )


def _is_message(unit: bytes, codec: str) -> bool:
    if codec == "h264":
        return bool(unit) and unit[0] & 0x1F == 6
    return bool(unit) and unit[0] >> 1 & 0x3F in (39, 40)
