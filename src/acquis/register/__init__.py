"""Who was what on which day: members, organs, instruments, partners, names."""
