"""What is kept about a child: who it is, where and with whom, and what a reader must know."""

from holdfast.practice.children.models.child import Child, ChildQuerySet
from holdfast.practice.children.models.facts import Address, Identifier, Marker, Name
from holdfast.practice.children.models.finding import Double, ListRow, Merge, SearchKey, SharedList
from holdfast.practice.children.models.network import Adult, Household, Tie

__all__ = [
    "Address",
    "Adult",
    "Child",
    "ChildQuerySet",
    "Double",
    "Household",
    "Identifier",
    "ListRow",
    "Marker",
    "Merge",
    "Name",
    "SearchKey",
    "SharedList",
    "Tie",
]
