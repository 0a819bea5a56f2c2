"""From records to papers: which words of a matter stand on which paper."""
