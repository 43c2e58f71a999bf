"""The pages of the project: `python -m docs.generate` writes what can be listed, `python -m docs.run` tries the rest."""
