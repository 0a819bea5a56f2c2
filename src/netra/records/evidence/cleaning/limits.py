"""How much a file may ask of the process that cleans it."""

MAX_PIXELS = 120_000_000
"""Pixels of a picture, all frames together. Phones write up to 108 megapixels
(12,000 × 9,000); Pillow holds 4 bytes for each, so a copy weighs 480 MB."""

MAX_FRAMES = 500
"""Frames of a moving picture: half a minute at 16 frames a second."""

MAX_PAGES = 200
"""Pages of a PDF: twice the thickest decision seen; 200 pages of A4 take about half a
minute of one core."""

PAGE_DPI = 150
"""Dots per inch of a page: small print of 6 points stays readable, and a page of A4
weighs about 300 kB."""

MAX_PAGE_PIXELS = 20_000_000
"""Pixels of one page: A3 at 200 dpi twice over. Larger sheets are drawn coarser."""

MAX_STREAMS = 16
"""Streams of a recording; a telephone writes two to six."""

MEMORY_BYTES = 3 * 2**30
"""Address space of the child: five copies of the largest picture, or a recording of
500 MB (the installation's largest file) with its copy and libraries."""

CPU_SECONDS = 90
"""Time on the processor, three times what 200 pages of A4 took when measured."""

WALL_SECONDS = 180
"""Time on the clock, twice the time on the processor: a busy machine gives half."""

CHILDREN_AT_ONCE = 2
"""Children of one server process: a flood of files waits instead of filling the
memory. Two, so that one long film does not keep all others waiting."""
