"""The web door: the reading room, its pages and what they are made with."""
