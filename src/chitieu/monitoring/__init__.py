"""What was reached: observations, their ratings, series over years, states of tasks, progress of a plan."""
