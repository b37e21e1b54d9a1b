"""What access keeps: who is let in (`letting_in`), who looked (`looking`), drafts (`halfway`)."""

from holdfast.kernel.access.models.halfway import Draft
from holdfast.kernel.access.models.letting_in import (
    BreakGlass,
    BreakGlassReview,
    Grant,
    GrantEnd,
    Member,
    MemberEnd,
    ShutOut,
    ShutOutLift,
)
from holdfast.kernel.access.models.looking import (
    Disposal,
    DisposalConfirmed,
    Entry,
    Link,
    Parcel,
    Seal,
    Write,
)

__all__ = [
    "BreakGlass",
    "BreakGlassReview",
    "Disposal",
    "DisposalConfirmed",
    "Draft",
    "Entry",
    "Grant",
    "GrantEnd",
    "Link",
    "Member",
    "MemberEnd",
    "Parcel",
    "Seal",
    "ShutOut",
    "ShutOutLift",
    "Write",
]
