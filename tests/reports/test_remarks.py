from sufficiency.reports.remarks import together


def test_the_same_remark_of_several_years_is_one_with_all_it_counts():
    notes = [
        {"message": "Ends before it starts", "where": "2024-25 episodes", "count": 2},
        {"message": "Overlaps", "where": "all years", "count": 1},
        {"message": "Ends before it starts", "where": "2025-26 episodes", "count": 3},
    ]
    assert together(notes) == [
        {"message": "Ends before it starts", "count": 5},
        {"message": "Overlaps", "count": 1},
    ]
    assert together([]) == []
