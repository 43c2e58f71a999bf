"""What joins the rooms: the assent ledger, instruments in force."""
