"""How well acquis reads real, labelled texts: `python -m evaluation`."""
