"""A signed copy of a return for another borough's board: what the agency said, answered once."""

import hmac
from collections.abc import Iterable
from hashlib import sha256

from django.conf import settings

from holdfast.board.section11.models import AgencyReturn
from holdfast.board.section11.rules.package_file import (
    Package,
    PackedEvidence,
    PackedGrade,
    code_of,
    signed,
)
from holdfast.engines.standards.models import Grade
from holdfast.kernel.records.moves import NotAllowed


def signed_copy(found: AgencyReturn, grades: Iterable[Grade], *, board: str) -> bytes:
    """Return the file, signed with this board's key.

    Only the agency's own grades, words and evidence travel: no moderated grade, no challenge, no
    post and no person. Raises NotAllowed without consent.
    """
    if not found.consent_to or found.consent_on is None or found.sent_on is None:
        raise NotAllowed("The agency has not agreed to a copy. Ask it, and keep its consent.")
    own = list(grades)
    package = Package(
        year=found.cycle.year,
        board=board,
        agency=found.agency.name,
        service=found.service,
        framework=found.cycle.edition.framework.code,
        edition=found.cycle.edition.label,
        scale=found.cycle.edition.scale_code,
        reply=found.reply,
        reason=found.reason,
        sent_on=found.sent_on.isoformat(),
        consent_to=found.consent_to,
        consent_by=found.consent_by,
        consent_on=found.consent_on.isoformat(),
        grades=tuple(
            PackedGrade(one.criterion.code, one.self_value, one.self_words)
            for one in own
            if one.self_value and not one.to_confirm
        ),
        evidence=tuple(
            PackedEvidence(
                one.criterion.code,
                cited.evidence.what,
                cited.evidence.dated_on.isoformat(),
                cited.evidence.expires_on.isoformat() if cited.evidence.expires_on else "",
            )
            for one in own
            for cited in one.citations.all()
        ),
        said=tuple((question, answer) for question, answer in found.said),
    )
    return signed(package, seed=_seed())


def board_code() -> str:
    """Return the short code of this board's key, for the other board to compare."""
    return code_of(_seed())


def _seed() -> bytes:
    """Return the seed of this board's key, derived so that the secret itself signs nothing."""
    secret = str(settings.SECRET_KEY).encode()
    return hmac.new(secret, b"holdfast.section11.copy", sha256).digest()
