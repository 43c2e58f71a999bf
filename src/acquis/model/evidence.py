"""The words that prove a fact."""

from dataclasses import dataclass

from acquis.model.pinpoint import Pinpoint


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words stand, the words, and a little text either side, so that the place is found after re-reading.

    `text` is the hash of the text layer that the address was taken from. `method` names the rule, person or model
    with its version ("rule:enacting-paragraph/1"). `confidence` is between 0 and 1 where there is one.
    """

    address: Pinpoint
    quotation: str
    before: str = ""
    after: str = ""
    text: str = ""
    method: str = ""
    confidence: float | None = None
