"""Own wordings, the rep's own ratings, opportunities, activities, labels, plans, reflections.

Nothing that is there is changed. Labels of past months are written when the store opens.
"""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of this step."""
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
