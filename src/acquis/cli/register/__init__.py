"""The verbs of the register: who was what on which day."""
