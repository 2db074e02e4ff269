"""Rows, signs and sheets that several screens share."""
