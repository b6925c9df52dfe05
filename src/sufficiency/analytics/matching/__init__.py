"""From a child's needs to a home: hard rules, explained fit, and joint arrangements for planned moves."""
