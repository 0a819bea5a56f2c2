"""Copies of files without what they tell about their source.

`derivatives` holds `clean`, `reveals` and `Derivative`; `marks` the closed set
`Removed` of what a file can tell; `words` its Indonesian sentences; `errors` the named
errors. Nothing here touches a disk: bytes go through pipes to a child process of its
own, started with `python -m netra.records.evidence.cleaning.child`, which decodes them
under limits of memory and time. This module stays empty of imports so that the child
starts without Django.
"""
