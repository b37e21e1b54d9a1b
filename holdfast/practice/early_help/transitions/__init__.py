"""The verbs of early help. Nothing else in this room writes to the database."""

from holdfast.practice.early_help.transitions.assessing import (
    Clash,
    assess_again,
    complete_assessment,
    write_conclusion,
    write_section,
)
from holdfast.practice.early_help.transitions.circle import (
    join_team,
    leave_team,
    name_lead,
)
from holdfast.practice.early_help.transitions.ending import (
    SurveyTold,
    close,
    enter_surveys,
    give_survey,
)
from holdfast.practice.early_help.transitions.helping import (
    offer_support,
    promise,
    promise_kept,
    say_how_it_went,
    say_where_it_stands,
    write_entry,
)
from holdfast.practice.early_help.transitions.linking import link_child, open_and_link
from holdfast.practice.early_help.transitions.meeting import (
    MeetingTold,
    call_meeting,
    record_meeting,
)
from holdfast.practice.early_help.transitions.opening import (
    agree,
    agree_again,
    decline,
    offer,
    withdraw_agreement,
)
from holdfast.practice.early_help.transitions.programmes import (
    ProgrammeTold,
    SessionTold,
    end_place,
    end_programme,
    give_place,
    plan_sessions,
    start_programme,
    take_register,
)
from holdfast.practice.early_help.transitions.stepping import (
    come_back,
    step_down,
    step_up,
    take_over,
)
from holdfast.practice.early_help.transitions.told import (
    FamilyChildTold,
    OfferTold,
    RelativeTold,
)

__all__ = [
    "Clash",
    "FamilyChildTold",
    "MeetingTold",
    "OfferTold",
    "ProgrammeTold",
    "RelativeTold",
    "SessionTold",
    "SurveyTold",
    "agree",
    "agree_again",
    "assess_again",
    "call_meeting",
    "close",
    "come_back",
    "complete_assessment",
    "decline",
    "end_place",
    "end_programme",
    "enter_surveys",
    "give_place",
    "give_survey",
    "join_team",
    "leave_team",
    "link_child",
    "name_lead",
    "step_down",
    "step_up",
    "offer",
    "offer_support",
    "open_and_link",
    "plan_sessions",
    "promise",
    "promise_kept",
    "record_meeting",
    "say_how_it_went",
    "say_where_it_stands",
    "start_programme",
    "take_over",
    "take_register",
    "withdraw_agreement",
    "write_conclusion",
    "write_entry",
    "write_section",
]
