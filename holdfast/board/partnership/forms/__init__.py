"""What may be typed in about bodies, seats and money. Forms check shape; the verbs the rest."""

from holdfast.board.partnership.forms.bodies import (
    ChangeBodyForm,
    EndBodyForm,
    EndLinkForm,
    LinkForm,
    OpenBodyForm,
    TermsForm,
)
from holdfast.board.partnership.forms.fields import AboutForm
from holdfast.board.partnership.forms.money import (
    ContributionForm,
    ContributionLineForm,
    SpendForm,
    SpendLineForm,
)
from holdfast.board.partnership.forms.seats import (
    DeclareForm,
    DeputyForm,
    EndDeputyForm,
    EndInterestForm,
    EndSeatForm,
    InductionForm,
    LayReviewForm,
    LayTermForm,
    NewSeatForm,
    SeatForm,
)

__all__ = [
    "AboutForm",
    "ChangeBodyForm",
    "ContributionForm",
    "ContributionLineForm",
    "DeclareForm",
    "DeputyForm",
    "EndBodyForm",
    "EndDeputyForm",
    "EndInterestForm",
    "EndLinkForm",
    "EndSeatForm",
    "InductionForm",
    "LayReviewForm",
    "LayTermForm",
    "LinkForm",
    "NewSeatForm",
    "OpenBodyForm",
    "SeatForm",
    "SpendForm",
    "SpendLineForm",
    "TermsForm",
]
