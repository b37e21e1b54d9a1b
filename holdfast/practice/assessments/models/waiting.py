"""What the front door decided for an assessment, and nobody has begun: pulled, never pushed."""

from django.db.models import QuerySet

from holdfast.kernel.directory.models import Agency
from holdfast.practice.assessments.models.case import Assessment
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules.law import Decision


def waiting_at(agency: Agency) -> QuerySet[Contact]:
    """Return the contacts of an agency that wait for an assessment, the oldest first."""
    begun = Assessment.objects.exclude(contact_record=None).values("contact_record")
    decided = Contact.objects.filter(decision=Decision.ASSESSMENT.value, decided_on__isnull=False)
    mine = decided.filter(record__owner=agency).exclude(record__in=begun)
    return mine.for_list().order_by("received_on", "pk")
