"""So many done, so many under way, so many left."""

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhận 1.450 đơn; đã giải quyết 1.380 đơn, đang giải quyết 90 đơn.", ["parts-exceed"]),
        ("Nhận 1.450 đơn; đã giải quyết 1.380 đơn, đang giải quyết 50 đơn.", []),
        ("Nhận 1.450 đơn; đã giải quyết 1.280 đơn (đạt 88,3%), còn lại 270 đơn.", ["parts-sum"]),
        ("Nhận 1.450 đơn; đã giải quyết 1.280 đơn (đạt 88,3%), còn lại 170 đơn.", []),
        (
            "Giao 72 nhiệm vụ, đã hoàn thành 51 nhiệm vụ, đang thực hiện 12 nhiệm vụ, chưa thực hiện 19 nhiệm vụ.",
            ["parts-sum"],
        ),
        ("Giao 72 nhiệm vụ, đã hoàn thành 51 nhiệm vụ, đang thực hiện 12 nhiệm vụ, chưa thực hiện 9 nhiệm vụ.", []),
        # one beside what is left, in any words; several where they come to all but for a slip
        ("Có 120 xã, 95 xã đạt chuẩn, còn lại 35 xã.", ["parts-sum"]),
        ("Có 120 xã, 95 xã đạt chuẩn, 12 xã kiểu mẫu, còn lại 25 xã.", []),
        ("Phát hiện 315 vụ, phạt 284 vụ, khởi tố 13 vụ, còn lại 81 vụ.", ["parts-sum"]),
        # those of before come on top
        ("Nhận 1.450 đơn, kỳ trước chuyển sang 50 đơn; đã giải quyết 1.280 đơn, còn lại 220 đơn.", []),
        # in time and late
        (
            "Giao 72 nhiệm vụ: hoàn thành đúng hạn 50 nhiệm vụ, hoàn thành trễ hạn 9 nhiệm vụ, đang thực hiện trong hạn 10 nhiệm vụ, quá hạn chưa xong 2 nhiệm vụ.",
            ["parts-sum"],
        ),
        (
            "Giao 72 nhiệm vụ: hoàn thành đúng hạn 50 nhiệm vụ, hoàn thành trễ hạn 9 nhiệm vụ, đang thực hiện trong hạn 11 nhiệm vụ, quá hạn chưa xong 2 nhiệm vụ.",
            [],
        ),
        ("Đã hoàn thành 60 nhiệm vụ (đúng hạn 51, quá hạn 7).", ["parts-sum"]),
        ("Đã hoàn thành 60 nhiệm vụ (đúng hạn 51, quá hạn 9).", []),
        # what a bracket says of a part is none of the whole
        (
            "Giao 90 nhiệm vụ; đã hoàn thành 60 nhiệm vụ (55 đúng hạn, 5 trễ hạn), đang thực hiện trong hạn 40 nhiệm vụ.",
            ["parts-exceed"],
        ),
        (
            "Giao 90 nhiệm vụ; đã hoàn thành 60 nhiệm vụ (55 đúng hạn, 5 trễ hạn), đang thực hiện trong hạn 30 nhiệm vụ.",
            [],
        ),
        # the same done to some and not to others
        ("Có 120 trạm bơm; đã kiên cố hóa 80 trạm, chưa kiên cố hóa 60 trạm.", ["parts-sum"]),
        ("Có 120 trạm bơm; đã kiên cố hóa 80 trạm, chưa kiểm định 60 trạm.", []),
        ("Đất sạch có 640 ha. Trong đó, đã giao 410 ha, còn lại 320 ha.", ["parts-sum"]),
        ("Giao 90 nhiệm vụ: đã hoàn thành 60 nhiệm vụ, còn 5 nhiệm vụ chậm.", []),
        ("Giao 90 nhiệm vụ: đã hoàn thành 60 nhiệm vụ, còn 50 nhiệm vụ chậm.", ["parts-exceed"]),
        ("Khởi công 12 cầu, hoàn thành 8 cầu, đang thi công 10 cầu.", []),
        ("Có 120 xã; đã có 95 xã đạt chuẩn, 40 xã nâng cao.", []),
    ],
)
def test_outcomes_exclude_one_another(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # none of them is all there are, and together they are of its size: half of it to twice as much
        ("Nhận 60 đơn; đã giải quyết 59 đơn, đang giải quyết 5 đơn.", ["64 đơn"]),
        ("Nhận 60 đơn; đã giải quyết 60 đơn, đang giải quyết 5 đơn.", []),
        ("Nhận 60 đơn; đã giải quyết 70 đơn, đang giải quyết 5 đơn.", []),
        ("Giao 100 đề án; đã hoàn thành 30 đề án, đang thực hiện 19 đề án, chưa thực hiện 1 đề án.", ["50 đề án"]),
        ("Giao 100 đề án; đã hoàn thành 30 đề án, đang thực hiện 18 đề án, chưa thực hiện 1 đề án.", []),
        ("Giao 100 đề án; đã hoàn thành 99 đề án, đang thực hiện 98 đề án, chưa thực hiện 3 đề án.", ["200 đề án"]),
        ("Giao 100 đề án; đã hoàn thành 99 đề án, đang thực hiện 98 đề án, chưa thực hiện 4 đề án.", []),
        # in any order; of those done so many in time; a state that is told twice
        ("Giao 100 đề án; đang thực hiện 15 đề án, đã hoàn thành 60 đề án, chưa thực hiện 30 đề án.", ["105 đề án"]),
        ("Giao 100 đề án; đã hoàn thành 80 đề án, hoàn thành đúng hạn 70 đề án, đang thực hiện 30 đề án.", []),
        ("Giao 100 đề án; đã hoàn thành 80 đề án, đang thực hiện 15 đề án, đang thực hiện 15 đề án.", []),
        ("Giao 100 đề án; đã hoàn thành 80 đề án, đang thực hiện 25 đề án, đang thực hiện 15 đề án.", ["105 đề án"]),
        # what is said of some and of others, or left of them, is said of the first amount of a sentence
        ("Mở 9 lớp. Có 120 trạm bơm; đã kiên cố hóa 80 trạm, chưa kiên cố hóa 60 trạm.", ["140 trạm bơm"]),
        ("Mở 9 lớp, có 120 trạm bơm; đã kiên cố hóa 80 trạm, chưa kiên cố hóa 60 trạm.", []),
        ("Có 120 trạm bơm; đã kiên cố hóa 80 trạm, đã kiên cố hóa 60 trạm.", []),
        ("Mở 9 lớp, có 120 xã, 95 xã đạt chuẩn, còn lại 35 xã.", []),
        ("Có 120 xã, 95 xã đạt chuẩn, 12 xã kiểu mẫu, còn lại 31 xã.", ["138 xã"]),
        # one clause for each, and nothing else between
        ("Giao 90 đề án, đã hoàn thành 60 đề án và đang thực hiện 40 đề án.", ["100 đề án"]),
        ("Giao 90 đề án, trong đó đã hoàn thành 60 đề án, đang thực hiện 40 đề án.", ["100 đề án"]),
        ("Giao 90 đề án đã hoàn thành 60 đề án, đang thực hiện 40 đề án.", []),
        ("Giao 90 đề án, đã hoàn thành 60 đề án; tăng so với kỳ trước, đang thực hiện 40 đề án.", []),
        ("Giao 90 đề án: đã hoàn thành 60 đề án. Đang thực hiện 40 đề án.", []),
        ("Thu tiền cát 900 tỷ đồng; phí, lệ phí 400 tỷ đồng; các khoản còn lại 199 tỷ đồng.", []),
        ("Thu tiền cát 900 tỷ đồng; phí, lệ phí 400 tỷ đồng; các khoản còn lại 200 tỷ đồng.", ["600 tỷ đồng"]),
        ("Giao 90 đề án; đã hoàn thành 60 đề án, đang thực hiện 40 dự án.", []),
        ("Đã có 90 đề án; đã hoàn thành 60 đề án, đang thực hiện 40 đề án.", []),
        (
            "Giao 90 đề án; đã hoàn thành 60 đề án, các sở đều báo cáo kết quả lên cổng điện tử trước ngày mùng năm của tháng sau, cùng với những việc mới giao thêm trong kỳ họp, đang thực hiện 40 đề án.",
            [],
        ),
    ],
)
def test_the_states_of_one_number(text, expected):
    found = ct.check(ct.Plan(text=text), rules=["parts-sum", "parts-exceed"])
    assert [str(one.fields["expected"]) for one in found] == expected
