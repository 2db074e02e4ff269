"""Joint visits, what was observed on them, and the index of words to search.

The table of observations is rebuilt, so that its columns stand in the order of the fields. The
index is filled when the store opens: what can be found is defined by the program, not by a step.
"""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of this step."""
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
