"""Where were these words agreed before? Likeness, alignment, lineage, certificate."""
