"""Made-up requests and homes of one day, with a truth that no ranking can see: for judging rankings."""
