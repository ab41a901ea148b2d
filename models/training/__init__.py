"""What training and measuring of every network share. Never imported at run time."""
