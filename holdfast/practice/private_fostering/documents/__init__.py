"""Papers that leave the room: the year's statement, and a decision's notice to the carer."""

from holdfast.practice.private_fostering.documents.notice import notice, refusal, withheld
from holdfast.practice.private_fostering.documents.statement import frozen, lines, word

__all__ = ["frozen", "lines", "notice", "refusal", "withheld", "word"]
