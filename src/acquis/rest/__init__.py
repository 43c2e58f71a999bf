"""The REST door: the verbs of the archive as JSON, described by OpenAPI; `mcp` gives the same answers."""
