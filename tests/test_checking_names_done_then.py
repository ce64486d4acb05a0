"""What a body did while it was there."""

import pytest
from small_plans import found, plan


def old_names(task):
    """Return the bodies reported of a task of January 2026."""
    return [one.about for one in found(plan(work=f"1. Sở Nội vụ\n- {task}"), "agency-not-existing")]


@pytest.mark.parametrize("old", ["Sở Kế hoạch và Đầu tư", "Sở Giao thông vận tải"])
@pytest.mark.parametrize(
    "task",
    [
        "Rà soát danh mục do {} lập cuối năm 2024.",
        "Tiếp tục 5 việc do {} giao trước ngày 01/3/2025 và theo dõi tiếp.",
        "Đối chiếu số liệu tháng 12/2024 của {} với sổ hiện có.",
    ],
)
def test_law_work_of_its_time_is_told_of_any_department(old, task):
    """With a time by its last day, a body behind what it made is told of; without one it is counted on."""
    assert old_names(task.format(old)) == []


@pytest.mark.parametrize(
    "task",
    [
        "Giao Sở Kế hoạch và Đầu tư tổng hợp số liệu năm 2026.",
        "Phối hợp với Sở Kế hoạch và Đầu tư lập danh mục, xong trước ngày 30/6/2026.",
        "Mở 3 lớp học do Sở Kế hoạch và Đầu tư tổ chức trước ngày 30/6/2026.",
    ],
)
def test_work_to_come_is_none_of_a_body_that_ended(task):
    assert old_names(task) == ["Sở Kế hoạch và Đầu tư"]


def test_districts_in_a_list_did_it_too():
    assert old_names("Thu hồi tạm ứng do UBND các huyện, thị xã cấp trước ngày 30/6/2025.") == []


@pytest.mark.parametrize(
    "task",
    [
        "Trung tâm Y tế huyện Tân Mỹ đổi tên từ ngày 01/10/2025.",
        "Bàn giao trụ sở của UBND huyện Tân Mỹ sáp nhập năm 2025.",
    ],
)
def test_who_was_renamed_or_merged_is_named_as_such(task):
    assert old_names(task) == []


@pytest.mark.parametrize(("length", "reported"), [(0, []), (300, ["Sở Kế hoạch và Đầu tư"])])
def test_a_time_stands_near(length, reported):
    assert old_names(f"Rà soát danh mục do Sở Kế hoạch và Đầu tư lập {'x ' * length}cuối năm 2024.") == reported
