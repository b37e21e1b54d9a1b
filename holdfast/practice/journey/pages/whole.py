"""Everything that a reader may know of a child, as lists: what the whole record is made of."""

from holdfast.kernel.access.door import Visit
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.children.models import Child
from holdfast.practice.children.pages.record import child_page
from holdfast.practice.journey.documents import List
from holdfast.practice.journey.pages.everything import everything
from holdfast.practice.journey.pages.told import Reader


def lists_of(child: Child, *, visit: Visit) -> list[List]:
    """Return every list of the record. What is closed to this reader is in none of them."""
    told = everything(child, Reader(visit.post, visit.today))
    facts = child_page(child, visit=visit)
    known = [*facts.facts, *facts.places]
    ties = facts.network.groups if facts.network else ()
    return [
        List("facts", "Who the child is", ("What", "Known", "Note"),
             [("Name", child.known_as, child.record.reference),
              *((one.key, one.value, one.note) for one in known)]),
        List("network", "Who there is around the child", ("How", "Who"),
             [(group.title, line) for group in ties for line in group.lines]),
        List("timeline", "What happened", ("Day", "What", "Who says so", "In their words"),
             [(h.on.isoformat(), h.what, h.source, h.text) for h in told.happened]),
        List("words", "The child’s own words", ("Day", "Words", "To whom"),
             [(s.on.isoformat(), s.words, s.to_whom) for s in told.said]),
        List("seen", "Who has seen the child", ("Day", "Who", "Where", "Alone?"),
             [(s.on.isoformat(), s.who, s.where, s.alone) for s in told.seen]),
        List("worries", "Worries", ("Day", "Worry", "Who says so"),
             [(w.on.isoformat(), w.text, w.source) for w in told.worries]),
        List("good", "What goes well", ("Day", "What", "Who says so"),
             [(w.on.isoformat(), w.text, w.source) for w in told.good]),
        List("promises", "Promises", ("What", "By", "Whose"),
             [(p.what, day_words(p.due_on), p.owner_words) for p in told.promises]),
        List("clocks", "Clocks that run", ("What", "Due", "On"),
             [(c.clock.duty, day_words(c.clock.due_on), c.on.text) for c in told.clocks]),
    ]  # fmt: skip
