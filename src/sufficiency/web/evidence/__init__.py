"""What is known: studies, good practice, policy, gaps, asks, and a narrative that rests on them."""
