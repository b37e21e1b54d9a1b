"""What may be typed about a cycle or a return. Forms check shape; the verbs check the rest."""

from holdfast.board.section11.forms.cycles import (
    CarryInForm,
    ClaimForm,
    CloseForm,
    ClusterForm,
    CycleForm,
    ExpectForm,
    FrameForm,
    PanelSeatForm,
    SurveyForm,
)
from holdfast.board.section11.forms.others import (
    FindingForm,
    OverviewForm,
    SignForm,
    StaffForm,
)
from holdfast.board.section11.forms.returns import (
    ActionForm,
    AddendumForm,
    AnswerForm,
    ChallengeForm,
    ConsentForm,
    PlainForm,
    ReasonForm,
    ReturnForm,
    SendBackForm,
    TakeInForm,
)

__all__ = [
    "ActionForm",
    "AddendumForm",
    "AnswerForm",
    "CarryInForm",
    "ChallengeForm",
    "ClaimForm",
    "CloseForm",
    "ClusterForm",
    "ConsentForm",
    "CycleForm",
    "ExpectForm",
    "FindingForm",
    "FrameForm",
    "OverviewForm",
    "PanelSeatForm",
    "PlainForm",
    "ReasonForm",
    "ReturnForm",
    "SendBackForm",
    "SignForm",
    "StaffForm",
    "SurveyForm",
    "TakeInForm",
]
