"""How well the register works out who was what on which day: treaties and their parties."""
