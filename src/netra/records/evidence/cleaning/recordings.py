"""Sound and film packed anew: the same packets, none of the labels."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import av
import av.error
import av.logging
import av.subtitles.codeccontext  # PyAV imports it when a file has a stream unknown
import av.subtitles.stream  # to it; here nothing can be opened any more
from av.container import InputContainer, OutputContainer
from av.stream import Disposition, Stream

from netra.records.evidence.cleaning.faults import bomb, not_cleanable
from netra.records.evidence.cleaning.lanes import Lane, WrongMuxerError, codec_of
from netra.records.evidence.cleaning.limits import MAX_STREAMS
from netra.records.evidence.cleaning.marks import Removed
from netra.records.evidence.cleaning.recording_marks import marks_of_recording

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
_CODECS = re.compile(
    "aac|alac|amr_nb|amr_wb|av1|flac|h263|h264|hevc|mp3|mpeg4|opus|speex|vorbis|vp8|vp9"
    "|pcm_(alaw|mulaw|s16be|s16le|s24be|s24le|s32le|f32le|u8)|adpcm_(ima_wav|ms)"
)
_PICTURES = Disposition.attached_pic | Disposition.timed_thumbnails


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
            except WrongMuxerError:
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
    except MemoryError:  # one of PyAV's errors is both
        raise
    except (av.error.FFmpegError, ValueError, EOFError) as error:
        raise not_cleanable("the recording is broken") from error


def _packed(recording: InputContainer, muxer: str) -> bytes:
    out = io.BytesIO()
    options = _PLAIN | (_PLAIN_MP3 if muxer == "mp3" else {})
    packed = av.open(out, "w", format=muxer, options=options)
    with packed:
        lanes = [Lane(stream, packed) for stream in _kept(recording)]
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
    kept = [stream for stream in wanted if _CODECS.fullmatch(codec_of(stream))]
    if not kept or {stream.type for stream in wanted} != {one.type for one in kept}:
        raise not_cleanable("a codec that is not taken")
    return kept


def _write_head(packed: OutputContainer) -> None:
    try:
        packed.start_encoding()
    except (av.error.FFmpegError, ValueError) as error:
        raise WrongMuxerError from error
