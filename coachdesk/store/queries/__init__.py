"""Named reads, one module per screen, that fill the records of the views."""
