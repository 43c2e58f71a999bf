"""What joins the rooms: the brief, the assent ledger, instruments in force."""
