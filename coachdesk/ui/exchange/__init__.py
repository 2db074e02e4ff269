"""Everything out of the program: one file, or tables."""
