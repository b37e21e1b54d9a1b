"""The words in which facts about a child are kept, with the codes of the CIN census."""

from enum import StrEnum


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


SEX_WORDS = {Sex.FEMALE: "Girl", Sex.MALE: "Boy", Sex.UNKNOWN: "Not known"}


class NameKind(StrEnum):
    """What kind of name it is. A child has one current name at a time."""

    CURRENT = "current"
    BIRTH = "birth"
    ALSO = "also"


NAME_WORDS = {
    NameKind.CURRENT: "Name",
    NameKind.BIRTH: "Name at birth",
    NameKind.ALSO: "Also known as",
}


class TieKind(StrEnum):
    """How somebody stands to a child."""

    MOTHER = "mother"
    FATHER = "father"
    STEP_PARENT = "step_parent"
    PARTNER = "parents_partner"
    GRANDPARENT = "grandparent"
    AUNT_UNCLE = "aunt_or_uncle"
    SIBLING = "sibling"
    HALF_SIBLING = "half_sibling"
    COUSIN = "cousin"
    CARER = "carer"
    FRIEND = "family_friend"
    ALLEGED = "alleged_perpetrator"
    OTHER = "other"


TIE_WORDS = {
    TieKind.MOTHER: "Mother",
    TieKind.FATHER: "Father",
    TieKind.STEP_PARENT: "Step-parent",
    TieKind.PARTNER: "Parent’s partner",
    TieKind.GRANDPARENT: "Grandparent",
    TieKind.AUNT_UNCLE: "Aunt or uncle",
    TieKind.SIBLING: "Brother or sister",
    TieKind.HALF_SIBLING: "Half-brother or half-sister",
    TieKind.COUSIN: "Cousin",
    TieKind.CARER: "Carer",
    TieKind.FRIEND: "Family friend",
    TieKind.ALLEGED: "Said to have harmed the child",
    TieKind.OTHER: "Other",
}
GENERATION = {
    TieKind.GRANDPARENT: 0,
    TieKind.AUNT_UNCLE: 0,
    TieKind.SIBLING: 2,
    TieKind.HALF_SIBLING: 2,
    TieKind.COUSIN: 2,
}
"""In which row of the family network somebody is drawn; parents and others stand in row 1."""
BETWEEN_CHILDREN = frozenset({TieKind.SIBLING, TieKind.HALF_SIBLING, TieKind.COUSIN})


class MarkerKind(StrEnum):
    """What a reader must know before the next step. Each has its date and its review."""

    RISK_TO_WORKER = "risk_to_worker"
    ADDRESS_KEPT = "address_kept"
    NO_CONTACT = "no_contact"
    ALLERGY = "allergy"
    INTERPRETER = "interpreter"
    OTHER = "other"


MARKER_WORDS = {
    MarkerKind.RISK_TO_WORKER: "Risk to whoever visits",
    MarkerKind.ADDRESS_KEPT: "Address to be kept from",
    MarkerKind.NO_CONTACT: "Not to have contact",
    MarkerKind.ALLERGY: "Allergy or medical need",
    MarkerKind.INTERPRETER: "Interpreter or signer needed",
    MarkerKind.OTHER: "To know before you visit",
}

ETHNICITY = {
    "": "Not asked yet",
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "Any other White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other Mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "BCRB": "Black Caribbean",
    "BAFR": "Black African",
    "BOTH": "Any other Black background",
    "CHNE": "Chinese",
    "OOTH": "Any other ethnic group",
    "REFU": "Did not want to say",
    "NOBT": "Could not be found out",
}
"""CIN census code list for ethnicity (DfE CIN census guide, Ethnicity; V2)."""

DISABILITY = {
    "NONE": "None",
    "MOB": "Mobility",
    "HAND": "Hand function",
    "PC": "Personal care",
    "INC": "Incontinence",
    "COMM": "Communication",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Vision",
    "BEH": "Behaviour",
    "CON": "Consciousness",
    "AUT": "Autism or Asperger syndrome",
    "DDA": "Another disability under the Act",
}
"""CIN census code list for disability (DfE CIN census guide, Disability; V2)."""
