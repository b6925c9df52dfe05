"""Who people are, which authorities they act for, and what they may do there."""
