"""The law as dated, cited data, and the questions Netra asks it.

`load_law()` reads the tables of `data/`. `deadlines_from` and `running_deadlines`
count, `stage_on` places a day in a contest, `norms_for`, `hinge` and `sanctions_for`
hold the catalogue against an act, `route` names the addressee of an outcome, and a
`Procedure` knows the road of a report. Nothing here reads a clock or a database.
"""

from .bodies import Authority, RouteRow, SbtStep
from .calendar import DayOff, DayOffKind, WorkCalendar, seed_calendar
from .catalogue import (
    Norm,
    Sanction,
    StatutePeriod,
    SubjectClass,
    Violation,
)
from .citations import in_indonesian
from .clarifying import (
    ClarificationRule,
    OathForms,
    QuestionList,
    clarification_rule,
    oath_forms,
    question_lists,
)
from .counting import CountedDay
from .deadlines import Deadline, deadlines_from, events_of, running_deadlines
from .elections import Election, PhaseRule, RegionNote, Stage
from .elements import Element, elements_of
from .entries import LawEntry
from .errors import (
    BeforeTheLawError,
    CalendarGapError,
    ElectionKindNeededError,
    LawDataError,
    LawError,
    MomentOutOfRangeError,
    NaiveMomentError,
    NoRouteError,
    NotInForceError,
    NotOnRoadError,
    UnknownClassError,
    UnknownContestError,
    UnknownEventError,
    UnknownKeyError,
    UnknownRegionError,
)
from .loading import ClockRule, Label, Law, load_law
from .norms import (
    Hinge,
    OfferedNorm,
    citations_on,
    cited_on,
    hinge,
    norms_for,
    sanctions_for,
)
from .procedures import (
    AttorneyRule,
    CheckItem,
    Condition,
    Form,
    NumberTemplate,
    Outcome,
    Paper,
    Procedure,
    ReceptionHours,
    SideRule,
    Step,
    StepKind,
    Term,
    WaitsFor,
    open_needs,
)
from .reception import (
    HoursInForce,
    Reception,
    counted_from,
    hours_in_force,
    reception_at,
)
from .routes import Alternative, Route, route
from .stages import Phase, StageFinding, contest_region, phase_of, stage_on
from .status import Status, Unit, weakest
from .supervision import FormPart, SupervisionForm, supervision_form
from .wording import in_words
from .zones import zone_label, zone_of

__all__ = [
    "Alternative",
    "AttorneyRule",
    "Authority",
    "BeforeTheLawError",
    "CalendarGapError",
    "CheckItem",
    "ClarificationRule",
    "ClockRule",
    "Condition",
    "CountedDay",
    "DayOff",
    "DayOffKind",
    "Deadline",
    "Election",
    "ElectionKindNeededError",
    "Element",
    "Form",
    "FormPart",
    "Hinge",
    "HoursInForce",
    "Label",
    "Law",
    "LawDataError",
    "LawEntry",
    "LawError",
    "MomentOutOfRangeError",
    "NaiveMomentError",
    "NoRouteError",
    "Norm",
    "NotInForceError",
    "NotOnRoadError",
    "NumberTemplate",
    "OathForms",
    "OfferedNorm",
    "Outcome",
    "Paper",
    "Phase",
    "PhaseRule",
    "Procedure",
    "QuestionList",
    "Reception",
    "ReceptionHours",
    "RegionNote",
    "Route",
    "RouteRow",
    "Sanction",
    "SbtStep",
    "SideRule",
    "Stage",
    "StageFinding",
    "Status",
    "StatutePeriod",
    "Step",
    "StepKind",
    "SubjectClass",
    "SupervisionForm",
    "Term",
    "Unit",
    "UnknownClassError",
    "UnknownContestError",
    "UnknownEventError",
    "UnknownKeyError",
    "UnknownRegionError",
    "Violation",
    "WaitsFor",
    "WorkCalendar",
    "citations_on",
    "cited_on",
    "clarification_rule",
    "contest_region",
    "counted_from",
    "deadlines_from",
    "elements_of",
    "events_of",
    "hinge",
    "hours_in_force",
    "in_indonesian",
    "in_words",
    "load_law",
    "norms_for",
    "oath_forms",
    "open_needs",
    "phase_of",
    "question_lists",
    "reception_at",
    "route",
    "running_deadlines",
    "sanctions_for",
    "seed_calendar",
    "stage_on",
    "supervision_form",
    "weakest",
    "zone_label",
    "zone_of",
]
