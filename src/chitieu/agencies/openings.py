"""How names of agencies, and of groups of them, begin in a text."""

from __future__ import annotations

import re

__all__ = ["BRANCH", "FIRST_WORD", "FIRST_WORDS", "GROUP", "HEAD", "MEDIA_HOUSE", "OPEN_GROUP", "TITLE"]

_HEADS = (
    "Sở|Ban(?! hành| đầu)|Tổng cục|Cục|Chi cục|Văn phòng|VP|Công an|Bộ Chỉ huy|Bộ chỉ huy|Bộ CHQS|Bộ Tư lệnh|BCH|Thanh tra(?!,| kiểm)|Ngân hàng|NHNN|Kho bạc|KBNN|Bảo hiểm(?! thất| tự)|BHXH|"
    "UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng nhân dân|Hội(?! nhập| nghị| thảo| chợ| đồng| họp)|Hội đồng|Liên đoàn|Liên minh|Liên hiệp|Đài|Báo(?! cáo)|Trung tâm|Trường(?! hợp)|Tòa án|Trạm(?= Y tế)|Viện|Thuế(?! sản| thu| và| suất)|Thống kê(?! truy cập| số| kết quả| danh| tình hình| lượt| tổng| các| đầy đủ)|Hải quan|Chi nhánh|"
    "Công ty|Điện lực|Bưu điện|Tỉnh đoàn|Tỉnh Đoàn|Đoàn Thanh niên|Đoàn thanh niên|Đoàn TNCS|Đoàn đại biểu|Đoàn Đại biểu|Đoàn ĐBQH|Đoàn Luật sư|Đoàn Kinh tế|Đoàn Nghệ thuật|Đoàn Khối|Đoàn khối|Mặt trận|MTTQ|Thủ trưởng|Giám đốc|Chủ tịch|Chánh|Hạt Kiểm lâm|Hạt Quản lý|Quỹ|Cảng vụ|Đảng ủy|Tỉnh ủy|Thành ủy|Thường trực|Hiệp hội|Đội(?! ngũ)|Phòng(?!,| chống| cháy| ngừa| trừ)|"
    "Bộ đội|Biên phòng|Cảnh sát|Vườn quốc gia|Tổ công tác|Quân sự|Lực lượng|Bệnh viện|Tập đoàn|Tổng công ty|Quản lý thị trường|Thi hành án"
)
# Not inside a document number (07/2021/NQ-HĐND); behind "Trưởng" the head itself may be small (Trưởng ban Dân tộc).
HEAD = re.compile(rf"(?<![\w&])(?<![A-ZĐ]-)(?<![0-9]/)(?:{_HEADS}|(?<=[Tt]rưởng )(?:ban|phòng)(?= [A-ZĐ]))(?![\w&])")
TITLE = re.compile(r"(?:Thủ trưởng|Giám đốc|Chủ tịch|Chánh)\s(?=[^\W\d_])")
BRANCH = re.compile(r"(?<![\w&])(?:[Nn]gành|Bộ)\s(?=[A-ZĐ])")
MEDIA_HOUSE = re.compile(
    r"(?<![\w&])(?:Đài (?:Phát thanh|PT)\s?(?:-|và|,)\s?(?:Truyền hình|TH) (?:và|-) Báo(?:\s[A-ZĐ]\w+){1,4}"
    r"|Báo và (?:Đài )?[Pp]hát thanh(?: -|,| và) [Tt]ruyền hình(?: tỉnh(?!\w))?(?:\s[A-ZĐ]\w+){0,4})"
)
"""A newspaper and a broadcaster that are one house; else ``và`` before a head begins another agency."""
GROUP = re.compile(
    r"(?<![\w&])(?:[Cc]ác |[Mm]ột số |[Mm]ỗi |[Tt]hủ trưởng các )?(?:"
    r"[Ss]ở,? ?(?:- ?)?ban,? ?ngành(?:,? (?:đoàn thể|địa phương))*(?: cấp)?(?: tỉnh| thành phố)?(?: khác)?"
    r"|[Ss]ở,? ngành(?: liên quan)?(?: tỉnh)?(?:, địa phương)?"
    r"|UBND (?:cấp (?:huyện|xã)|các (?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận|địa phương)(?:(?:,|/| và) ?(?:các )?(?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận))*)(?: thuộc tỉnh)?"
    r"|Ủy ban nhân dân (?:cấp (?:huyện|xã)|các (?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận)(?:(?:,|/| và) ?(?:các )?(?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận))*)"
    r"|(?<=[Cc]ác )ngành(?:,| và) (?:các )?(?:địa phương|huyện(?:, thị xã)?(?:, thành phố)?)"
    r"|cơ quan Trung ương đóng trên địa bàn(?: tỉnh)?"
    r"|(?:cơ quan|đơn vị|địa phương|ngành|tổ chức|sở)(?:, (?:cơ quan|đơn vị|địa phương|ngành|tổ chức)){0,6}(?: có)? liên quan"
    r")(?![\w&])"
)
_MEMBER = (
    r"(?:cơ quan(?: chuyên môn| chức năng)?|đơn vị|địa phương|ngành(?: chức năng)?|tổ chức chính trị(?:\s?-\s?|\s)xã hội"
    r"|tổ chức|đoàn thể|cấp|sở|ban|hội|huyện|thị xã|thành phố|xã|phường|đặc khu|thị trấn)"
)
OPEN_GROUP = re.compile(
    rf"(?:[Cc]ác|[Mm]ọi|[Nn]hững) {_MEMBER}(?:(?:,| và|;) (?:các )?{_MEMBER})*"
    r"(?: có liên quan| liên quan| khác| trên địa bàn(?: tỉnh)?| của tỉnh| cấp tỉnh| tỉnh)?(?!\w)"
)
"""``các ngành, địa phương``: agencies only where agencies are expected; elsewhere these words mean much else."""
FIRST_WORD = re.compile(r"[^\W\d_]+")
FIRST_WORDS = frozenset(
    {word.lower() for head in re.sub(r"\(\?![^)]*\)", "", _HEADS).split("|") for word in FIRST_WORD.findall(head)[:1]}
    | {"các", "một", "thủ", "sở", "ubnd", "ủy", "cơ", "đơn", "địa", "ngành", "tổ", "mỗi"}
)
"""Words an agency or a group can begin with: one look-up spares the patterns where nothing can match."""
