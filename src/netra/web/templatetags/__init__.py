"""The words and drawings of a page: dates, sizes, clocks, marks and form fields."""
