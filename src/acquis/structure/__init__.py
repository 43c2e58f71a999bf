"""Turns a file into numbered paragraphs and sentences; reads, keeps nothing."""
