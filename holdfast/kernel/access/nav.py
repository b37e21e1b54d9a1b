"""The service navigation: each room says which of its pages which roles find at the top."""

from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.frame import NavItem


@dataclass(frozen=True)
class Page:
    """A page at the top, for some roles. `order` is its place from left to right.

    Pages `under` one heading stand in a second row, which is shown while one of them is open.
    `abroad` pages are offered to posts of other areas too.
    """

    label: str
    url_name: str
    roles: frozenset[Role]
    order: int
    under: str
    abroad: bool


PAGES: list[Page] = []


def declare(
    label: str,
    url_name: str,
    *,
    roles: frozenset[Role],
    order: int,
    under: str = "",
    abroad: bool = False,
) -> None:
    PAGES.append(Page(label, url_name, roles, order, under or label, abroad))


def declare_own() -> None:
    """The pages of this room: the records guardian's, and disposals for the chair too."""
    guardian = frozenset({Role.RECORDS_GUARDIAN})
    declare("Access log", "access:log", roles=guardian, order=60)
    declare("Reviews", "access:reviews", roles=guardian, order=61)
    declare("Grants and ends", "access:grants", roles=guardian, order=62)
    declare("Disposals", "access:disposals", roles=guardian | {Role.BOARD_CHAIR}, order=63)


@dataclass(frozen=True)
class Menu:
    """What a post finds at the top: the headings, and the pages under the heading it is at."""

    headings: tuple[NavItem, ...] = ()
    pages: tuple[NavItem, ...] = ()


def menu_for(post: Post | None, *, at: Area, here: str) -> Menu:
    """Return a post's menu in the partnership of an area. `here` is the path that is shown."""
    mine = [(page, reverse(page.url_name)) for page in _pages_of(post, at)]
    current = max((url for _, url in mine if here.startswith(url)), key=len, default="")
    at_heading = next((page.under for page, url in mine if url == current), "")
    first: dict[str, str] = {}
    for page, url in mine:
        first.setdefault(page.under, url)
    under = [(page.label, url) for page, url in mine if page.under == at_heading]
    return Menu(
        tuple(NavItem(word, url, current=word == at_heading) for word, url in first.items()),
        tuple(NavItem(word, url, current=url == current) for word, url in under if len(under) > 1),
    )


def home_of(post: Post | None, *, at: Area) -> str:
    """Return the first page of a post's own."""
    mine = _pages_of(post, at)
    return reverse(mine[0].url_name) if mine else reverse("access:nothing_here")


def _pages_of(post: Post | None, at: Area) -> list[Page]:
    if post is None:
        return []
    away = post.agency.area_id != at.pk
    mine = [p for p in PAGES if Role(post.role) in p.roles and (p.abroad or not away)]
    return sorted(mine, key=lambda page: page.order)
