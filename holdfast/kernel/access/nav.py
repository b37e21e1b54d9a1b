"""The service navigation: each room says which of its pages which roles find at the top."""

from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.frame import NavItem


@dataclass(frozen=True)
class Page:
    """A page at the top, for some roles. `order` is its place from left to right."""

    label: str
    url_name: str
    roles: frozenset[Role]
    order: int


PAGES: list[Page] = []


def declare(label: str, url_name: str, *, roles: frozenset[Role], order: int) -> None:
    PAGES.append(Page(label, url_name, roles, order))


def declare_own() -> None:
    """The pages of this room: the records guardian's, and disposals for the chair too."""
    guardian = frozenset({Role.RECORDS_GUARDIAN})
    declare("Access log", "access:log", roles=guardian, order=60)
    declare("Reviews", "access:reviews", roles=guardian, order=61)
    declare("Grants and ends", "access:grants", roles=guardian, order=62)
    declare("Disposals", "access:disposals", roles=guardian | {Role.BOARD_CHAIR}, order=63)


def items_for(post: Post | None, *, here: str) -> tuple[NavItem, ...]:
    """Return what a post finds at the top. `here` is the path of the page that is shown."""
    if post is None:
        return ()
    mine = [page for page in PAGES if Role(post.role) in page.roles]
    found = [(page.label, reverse(page.url_name)) for page in sorted(mine, key=_place)]
    current = max((url for _, url in found if here.startswith(url)), key=len, default="")
    return tuple(NavItem(label, url, current=url == current) for label, url in found)


def home_of(post: Post | None) -> str:
    """Return the first page of a post's own."""
    mine = items_for(post, here="")
    return mine[0].url if mine else reverse("access:nothing_here")


def _place(page: Page) -> int:
    return page.order
