"""The project's pages: `python -m docs.generate` writes what can be listed, `python -m docs.run` tries the others."""
