"""Papers of the office: what a case hands out, as PDF and as DOCX.

This room renders; it decides nothing. A caller fills one frozen dataclass of
`papers`, built from the values of `parts`, and gets bytes from `rendering.render_pdf`
or `letters.render_docx`; `qr.qr_svg` draws the code that leads to the check page.
None of these touches the database, the network or the clock, so the same paper
gives the same bytes. Papers are written in Indonesian, whatever language a page has.

The receipt, the notice of missing items and the status notice leave the office:
their dataclasses have no field for the name of a reporter, respondent or unit. The
reporter has a name in no paper at all.
"""
