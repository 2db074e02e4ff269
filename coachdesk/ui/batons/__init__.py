"""Who holds every promise to a customer: the team's baton lines on one screen."""
