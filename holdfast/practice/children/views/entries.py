"""What can be written about a child: which form asks, and which verb acts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from holdfast.kernel.access.door import Visit
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.records.story import holder
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.forms import facts, network
from holdfast.practice.children.forms.facts import EntryForm
from holdfast.practice.children.models import Child

Act = Callable[[Child, dict[str, Any], Visit], object]


@dataclass(frozen=True)
class Writing:
    """`of_post` says that the form is told who asks; `home` that no grant opens it."""

    title: str
    form: type[EntryForm]
    act: Act
    submit: str = "Save"
    note: str = ""
    of_post: bool = False
    home: bool = False


def _plain(verb: Callable[..., object]) -> Act:
    """Hand what was given to a verb by the names of its form's fields."""

    def act(child: Child, given: dict[str, Any], visit: Visit) -> object:
        return verb(child, by=visit.post, on=visit.today, **given)

    return act


def _keep_from(child: Child, given: dict[str, Any], visit: Visit) -> None:
    address = child.addresses.filter(until_on=None).first()
    if address is None:
        raise NotAllowed("This record has no address to keep. Add the address first.")
    verbs.keep_from(address, by=visit.post, on=visit.today, **given)


def _adult(child: Child, given: dict[str, Any], visit: Visit) -> None:
    verbs.tie_new_adult(child, by=visit.post, on=visit.today, **given)


def _sibling(child: Child, given: dict[str, Any], visit: Visit) -> None:
    verbs.tie_children(
        child, given["reference"], kind=given["kind"], lives_with=given["lives_with"],
        by=visit.post, on=visit.today,
    )  # fmt: skip


def _join(child: Child, given: dict[str, Any], visit: Visit) -> None:
    verbs.merge(child, given["reference"], why=given["why"], by=visit.post, on=visit.today)


def _allocate(child: Child, given: dict[str, Any], visit: Visit) -> None:
    verbs.allocate(child, to=given["post"], by=visit.post, on=visit.today)


def _share(child: Child, given: dict[str, Any], visit: Visit) -> None:
    verbs.share(
        child, with_=given["post"], sections=given["sections"], purpose=given["purpose"],
        lawful_basis=given["lawful_basis"], until=given["until"],
        family_told=given["told"] == "yes", why_not_told=given["why_not_told"],
        by=visit.post, on=visit.today,
    )  # fmt: skip


def _restrict(child: Child, given: dict[str, Any], visit: Visit) -> None:
    verbs.restrict(child, circle=given["post"], why=given["why"], by=visit.post, on=visit.today)


def _keep_out(child: Child, given: dict[str, Any], visit: Visit) -> None:
    person = holder(given["post"]).person
    verbs.keep_out(child, person=person, why=given["why"], by=visit.post, on=visit.today)


WRITE = {
    "name": Writing("Another name", facts.NameForm, _plain(verbs.add_name)),
    "address": Writing("Another address", facts.AddressForm, _plain(verbs.add_address),
                       note="The address before ends on that day."),
    "number": Writing("A number", facts.NumberForm, _plain(verbs.add_identifier)),
    "marker": Writing("What to know before a visit", facts.MarkerForm, _plain(verbs.mark)),
    "keep-from": Writing("Keep the address from somebody", facts.KeepFromForm, _keep_from,
                         note="The address will be in no copy made for them."),
    "adult": Writing("Somebody of the family network", network.AdultForm, _adult),
    "child": Writing("A brother, sister or cousin", network.SiblingForm, _sibling, of_post=True),
}  # fmt: skip
LET = {
    "allocate": Writing("Say who works with the child", network.AllocateForm, _allocate,
                        "Allocate", of_post=True, home=True,
                        note="Who has the child now is let out of the record."),
    "share": Writing("Share with another agency’s post", network.ShareForm, _share, "Share",
                     of_post=True, home=True),
    "join": Writing("The same child as another record", network.JoinForm, _join, "Join them",
                    of_post=True, home=True,
                    note="Nothing is moved: this record shows both, and they can be taken apart."),
    "restrict": Writing("Restrict to a few posts", network.RestrictForm, _restrict, "Restrict",
                        of_post=True, home=True,
                        note="Nobody else will find this child, and there is no break-glass."),
    "keep-out": Writing("Keep out who is too near", network.KeepOutForm, _keep_out, "Keep out",
                        of_post=True, home=True),
}  # fmt: skip
