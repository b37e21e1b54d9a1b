"""What is kept: frameworks and their editions; bodies' grades and the evidence that they cite."""

from holdfast.engines.standards.models.frameworks import (
    Criterion,
    Edition,
    Framework,
    FrameworkEditionQuerySet,
    Standard,
)
from holdfast.engines.standards.models.grades import (
    Assessment,
    Citation,
    Evidence,
    Grade,
)

__all__ = [
    "Assessment",
    "Citation",
    "Criterion",
    "Edition",
    "FrameworkEditionQuerySet",
    "Evidence",
    "Framework",
    "Grade",
    "Standard",
]
