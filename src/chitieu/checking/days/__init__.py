"""Days, weeks, deadlines and times of reports."""
