"""The Group of Seven, of Eight from 1998 to 2013: names."""

from acquis.organisations import Organ, Organisation

ENTRY = Organisation(
    code="g7",
    names=(
        *("Group of Seven", "Group of Eight", "G7", "G8", "Группа семи", "Группа восьми", "Groupe des Sept"),
        *("Groupe des Huit", "Grupo de los Siete", "七国集团", "八国集团", "主要7か国"),
    ),
    languages=("en",),
    organs=(
        Organ("S", ("G7 Summit", "G8 Summit", "Саммит Группы семи"), level=1, adopts="consensus"),
        Organ("FM", ("G7 Foreign Ministers", "G8 Foreign Ministers"), level=2, adopts="consensus"),
    ),
    founded="1975-11-15",
    source="general knowledge",
)
