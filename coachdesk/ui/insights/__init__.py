"""Insights: figures of the team, each with how sure it is and the evidence it rests on."""
