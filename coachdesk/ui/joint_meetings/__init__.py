"""The joint meeting: one page to plan it with a partner, to print it, and to note what was said."""
