"""Finding a return through the record that the door let in, and which side the visitor is on."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from holdfast.engines.asks.access import is_author, reads_answers
from holdfast.engines.asks.models import Answer, Request, listed
from holdfast.engines.asks.rules.questions import Section
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.gate import Can, Refused


@dataclass(frozen=True)
class Found:
    """A return as one visitor finds it."""

    request: Request
    author: bool
    asker: bool
    names: bool
    reads: bool

    @classmethod
    def by(cls, visit: Visit) -> "Found":
        requests = listed(Request.objects.prefetch_related("due_changes"))
        request = get_object_or_404(requests, record=visit.record)
        return cls(
            request=request,
            author=is_author(visit.post, visit.record),
            asker=gate.may(visit.post, Can.WORK, request.round.record),
            names=gate.may_at_home(visit.post, Can.WORK, visit.record),
            reads=reads_answers(
                visit.post,
                visit.record,
                was_sent=request.first_sent_on is not None,
                right=visit.answer,
            ),
        )

    def require(self, *, author: bool = False, asker: bool = False) -> None:
        """Raise Refused, which is answered as not found, unless the visitor is on a side asked."""
        if not ((author and self.author) or (asker and self.asker)):
            raise Refused("This page is for the other side of a return.")

    def require_naming(self) -> None:
        """Raise Refused unless the visitor may say who is on the team: nobody by a grant."""
        if not self.names:
            raise Refused("An author passes nothing on.")

    def section(self, key: str) -> Section:
        found = self.request.round.question_set.questions.section(key)
        if found is None:
            raise Http404
        return found

    def answers(self) -> dict[str, Answer]:
        current = self.request.answers.current().select_related("by", "link")
        return {one.question: one for one in current}
