"""How well agreed language is found again: planted edits, recurrences, coded parents, graded pairs, drafts, samples."""
