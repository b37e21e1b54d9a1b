"""What a page about a plan is about, reached only through the record that was let in."""

from django.shortcuts import get_object_or_404

from holdfast.board.workplan.models import Plan
from holdfast.kernel.access.door import Visit


def the_plan(visit: Visit) -> Plan:
    plans = Plan.objects.select_related("record__area").prefetch_related("meetings", "priorities")
    return get_object_or_404(plans, record=visit.record)
