"""Sound and film packed anew: the same packets, none of the labels."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import av
import av.error
import av.logging
from av.bitstream import BitStreamFilterContext
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Disposition, Stream

from netra.records.evidence.cleaning.faults import bomb, not_cleanable
from netra.records.evidence.cleaning.limits import MAX_STREAMS
from netra.records.evidence.cleaning.marks import Removed
from netra.records.evidence.cleaning.recording_marks import marks_of_recording
from netra.records.evidence.cleaning.xiph import without_comments

av.logging.set_level(None)

# Demuxer, and the muxers to try in turn: not every one takes every codec. The demuxer
# is always named: a guess could end at a playlist that opens other files.
_FORMATS: dict[str, tuple[str, tuple[str, ...]]] = {
    "audio/aac": ("aac", ("adts",)),
    "audio/x-hx-aac-adts": ("aac", ("adts",)),
    "audio/amr": ("amr", ("amr",)),
    "audio/flac": ("flac", ("flac",)),
    "audio/mpeg": ("mp3", ("mp3",)),
    "audio/mp4": ("mov", ("ipod", "mp4")),
    "audio/x-m4a": ("mov", ("ipod", "mp4")),
    "audio/ogg": ("ogg", ("ogg",)),
    "audio/x-wav": ("wav", ("wav",)),
    "video/3gpp": ("mov", ("mp4", "3gp")),
    "video/mp4": ("mov", ("mp4", "mov")),
    "video/quicktime": ("mov", ("mp4", "mov")),
    "video/webm": ("matroska", ("webm",)),
    "video/x-matroska": ("matroska", ("matroska",)),
}
_WRITTEN_TYPES = {
    "adts": "audio/x-hx-aac-adts",
    "amr": "audio/amr",
    "flac": "audio/flac",
    "mp3": "audio/mpeg",
    "ipod": "audio/x-m4a",
    "ogg": "audio/ogg",
    "wav": "audio/x-wav",
    "mp4": "video/mp4",
    "3gp": "video/3gpp",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "matroska": "video/x-matroska",
}
# No program's name, no date, no random number; MP3 without its information frame.
_PLAIN = {"fflags": "+bitexact"}
_PLAIN_MP3 = {"write_xing": "0", "id3v2_version": "0", "write_id3v1": "0"}
# Messages inside the film itself (settings of the encoder, positions of a dash camera):
# SEI units of H.264 and HEVC, metadata units of AV1.
_MESSAGES = {
    "h264": "filter_units=remove_types=6",
    "hevc": "filter_units=remove_types=39|40",
    "av1": "filter_units=remove_types=5",
}
_USER_TEXT = re.compile(rb"\0\0\x01\xb2.*?(?=\0\0\x01|\Z)", re.DOTALL)  # MPEG-4 part 2
_CODECS = frozenset(
    "aac alac amr_nb amr_wb av1 flac h263 h264 hevc mp3 mpeg4 opus "
    "vorbis vp8 vp9 speex pcm_alaw pcm_mulaw pcm_s16be pcm_s16le pcm_s24be pcm_s24le "
    "pcm_s32le pcm_f32le pcm_u8 adpcm_ima_wav adpcm_ms".split()
)
_PICTURES = Disposition.attached_pic | Disposition.timed_thumbnails


class _WrongMuxerError(Exception):
    """This container does not take a codec of the recording."""


def reveals(content: bytes, media_type: str) -> set[Removed]:
    """Return what a recording tells beside what is heard and seen.

    Raises:
        FaultError: it cannot be opened.
    """
    with _opened(content, media_type) as recording:
        return marks_of_recording(content, recording)


def clean(content: bytes, media_type: str) -> tuple[bytes, str]:
    """Return the recording packed anew, and its media type.

    Raises:
        FaultError: it is broken, or of a make that cannot be packed anew.
    """
    for muxer in _FORMATS[media_type][1]:
        with _opened(content, media_type) as recording:
            try:
                return _packed(recording, muxer), _WRITTEN_TYPES[muxer]
            except _WrongMuxerError:
                continue
    raise not_cleanable("no container takes its codecs")


@contextmanager
def _opened(content: bytes, media_type: str) -> Iterator[InputContainer]:
    demuxer = _FORMATS[media_type][0]
    try:
        with av.open(
            io.BytesIO(content), "r", format=demuxer, metadata_errors="replace"
        ) as recording:
            if len(recording.streams) > MAX_STREAMS:
                raise bomb(f"more than {MAX_STREAMS} streams")
            yield recording
    except (av.error.FFmpegError, ValueError, EOFError) as error:
        raise not_cleanable("the recording is broken") from error


def _packed(recording: InputContainer, muxer: str) -> bytes:
    out = io.BytesIO()
    options = _PLAIN | (_PLAIN_MP3 if muxer == "mp3" else {})
    packed = av.open(out, "w", format=muxer, options=options)
    with packed:
        lanes = [_Lane(stream, packed) for stream in _kept(recording)]
        _write_head(packed)
        by_stream = {lane.source.index: lane for lane in lanes}
        for packet in recording.demux([lane.source for lane in lanes]):
            packed.mux(by_stream[packet.stream_index].passed(packet))
    return out.getvalue()


def _kept(recording: InputContainer) -> list[Stream]:
    """Return the streams of picture and sound that can be packed.

    A stream of unknown make is left behind only if another of its kind is kept.
    """
    wanted = [
        stream
        for stream in recording.streams
        if stream.type in ("audio", "video") and not stream.disposition & _PICTURES
    ]
    kept = [stream for stream in wanted if _codec_of(stream) in _CODECS]
    if not kept or {stream.type for stream in wanted} != {one.type for one in kept}:
        raise not_cleanable("a codec that is not taken")
    return kept


def _codec_of(stream: Stream) -> str:
    context = stream.codec_context
    return context.codec.canonical_name if context and context.codec else "unknown"


def _write_head(packed: OutputContainer) -> None:
    try:
        packed.start_encoding()
    except (av.error.FFmpegError, ValueError) as error:
        raise _WrongMuxerError from error


class _Lane:
    """One stream on its way from the old container into the new one."""

    def __init__(self, source: Stream, packed: OutputContainer) -> None:
        """Announce the stream to the new container, without its labels.

        Raises:
            _WrongMuxerError: the container does not take its codec.
        """
        self.source = source
        self.codec = _codec_of(source)
        try:
            self.target = packed.add_stream_from_template(source, opaque=True)
        except ValueError as error:
            raise _WrongMuxerError from error
        self.target.metadata = {}
        if self.codec == "vorbis":
            context = self.target.codec_context
            context.extradata = without_comments(context.extradata or b"")
        elif self.codec == "mpeg4":
            context = self.target.codec_context
            context.extradata = _USER_TEXT.sub(b"", context.extradata or b"")
        self._filter = (
            BitStreamFilterContext(_MESSAGES[self.codec], source, self.target)
            if self.codec in _MESSAGES
            else None
        )

    def passed(self, packet: Packet) -> list[Packet]:
        """Return the packet anew: its bytes and times, nothing beside them."""
        if self._filter is None:
            return self._anew([packet])
        return self._anew(self._filter.filter(packet if packet.size else None))

    def _anew(self, packets: list[Packet]) -> list[Packet]:
        return [self._copy(packet) for packet in packets if self._is_content(packet)]

    def _is_content(self, packet: Packet) -> bool:
        # Labels that stand between or behind the frames of MP3 are no frames.
        return bool(packet.size) and (
            self.codec != "mp3" or bytes(packet)[:2] >= b"\xff\xe0"
        )

    def _copy(self, packet: Packet) -> Packet:
        content = bytes(packet)
        if self.codec == "mpeg4":
            content = _USER_TEXT.sub(b"", content)
        copy = Packet(content)
        copy.stream = self.target
        copy.time_base = self.source.time_base
        copy.pts = packet.pts
        copy.dts = packet.pts if packet.dts is None else packet.dts
        copy.duration = packet.duration
        copy.is_keyframe = packet.is_keyframe
        return copy
