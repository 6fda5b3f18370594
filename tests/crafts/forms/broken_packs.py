"""A whole pack that uses everything a pack may, and many ways to break it, each with the line to be named."""

from __future__ import annotations

from dataclasses import dataclass

WHOLE_PACK = """\
code = "9.000001"
other_codes = ["9.000002"]
essential = 3
version = "2026-01-01"
name = "Thủ tục mẫu"
name_en = "Sample procedure"
short_name = "Mẫu"
field_of_work = "Hộ tịch"
authority = "Ủy ban nhân dân cấp xã"
received_by = "Bộ phận Một cửa"
supported_by = "VNeID"
form = "small"
form_name = "Tờ khai nhỏ"
request_words = "Thủ tục mẫu"
capacities = ["self", "proxy"]
channels = ["direct", "online"]
outcome = "Giấy mẫu"
outcome_place = "Nơi nộp"
slips = "general"
search_words = ["mẫu"]
source = "Luật mẫu"
effective_from = 2026-01-01
effective_to = 2027-12-31
checked_on = 2026-11-22
status = "verified"

[clock]
starts = "fee_paid"
stops = ["supplement", "other_body"]
restarts = ["supplement"]

[[roles]]
role = "guardian"
name = "Người giám hộ"
name_en = "Guardian"
present = true
when = "age(holder.born_on) < 18"

[[roles]]
role = "mother"
name = "Mẹ"
name_en = "Mother"
required = false

[[requirements]]
holds = "age(holder.born_on) >= 14"
words = "Phải đủ 14 tuổi"
words_en = "Must be 14"
severity = "warn"

[[cases]]
name = "late"
when = "days_between(born_on, today()) > 60"
words = "quá hạn"

[[processing]]
unit = "working_days"
amount = 3
words = "03 ngày làm việc"

[[processing]]
unit = "same_day"
cut_off = 15:00:00
words = "trong ngày"
case = "late"

[[papers]]
slot = "lease"
name = "Hợp đồng thuê"
name_en = "Lease"
kind = "copy"
needed_if = 'relation == "mother"'

[[papers.held]]
database = "land"
words = "Tra cứu trước"
law = "Nghị quyết 66.7/2025/NQ-CP"
annex = 736
source = "Nghị quyết 66.7/2025/NQ-CP, Phụ lục"
effective_from = 2026-01-01
effective_to = 2027-02-28
status = "unverified"

[[papers]]
slot = "title"
name = "Giấy chứng nhận"
name_en = "Title"
kind = "original"
quantity = 2
required = false
condition = "Nhà của mình"
instead_of = ["lease"]
valid_months = 6

[[fees]]
key = "usual"
name = "Lệ phí"
channels = ["direct"]
amount = 15_000
unit = "person"
quantity = "count(people) + 1"
steps = [100, 70, 60]
words = "lệ phí mẫu"
waivers = ["young"]

[[fees]]
key = "usual"
name = "Lệ phí"
channels = ["online"]
formula = "share(most(count(people), 1), 7000, 1)"
words = "lệ phí mẫu, trực tuyến"
case = "late"

[[fees]]
key = "usual"
name = "Lệ phí"
channels = ["online"]
amount = 7_000
words = "lệ phí mẫu, trực tuyến"

[[waivers]]
key = "young"
words = "trẻ em"
percent = 50
channels = ["direct"]
applies_if = "age(holder.born_on) < 16"

[[notes]]
words = "Nhớ hỏi"
when = 'channel == "direct"'
"""


@dataclass(frozen=True, slots=True)
class Broken:
    """One way to break the pack: ``old`` becomes ``new``, and the fault stands on the line of ``shown``.

    ``shown`` is a piece of the broken text; empty, it is ``new``.
    """

    old: str
    new: str
    key: str
    problem: str
    nearest: str = ""
    shown: str = ""

    @property
    def text(self) -> str:
        """The broken pack."""
        assert self.old in WHOLE_PACK
        return WHOLE_PACK.replace(self.old, self.new, 1)

    @property
    def line(self) -> int:
        """The line on which the fault stands, from 1."""
        at = self.text.index(self.shown or self.new.splitlines()[0])
        return self.text.count("\n", 0, at) + 1


BROKEN = (
    Broken('code = "9.000001"', 'code = "9.00001"', "code", "not_a_code"),
    Broken('code = "9.000001"', "code = 9.000001", "code", "wrong_type", '"1.004194"'),
    Broken('code = "9.000001"\n', "", "code", "missing_key", "", "other_codes"),
    Broken('["9.000002"]', '["9.000002", "x"]', "other_codes[2]", "not_a_code", "", "other_codes"),
    Broken("essential = 3", "essential = 26", "essential", "out_of_range", "1-25"),
    Broken("essential = 3", "essential = true", "essential", "wrong_type", "15_000"),
    Broken('version = "2026-01-01"', "version = 2026-01-01", "version", "wrong_type", '"text"'),
    Broken('name = "Thủ tục mẫu"', 'name = " "', "name", "empty_text"),
    Broken('name_en = "Sample', 'nameen = "Sample', "nameen", "unknown_key", "name_en"),
    Broken('short_name = "Mẫu"', 'short_name = "' + "x" * 2001 + '"', "short_name", "too_long", "2000"),
    Broken('form = "small"', 'form = "smal"', "form", "unknown_form", "small"),
    Broken('form = "small"', 'form = "../small"', "form", "not_a_name"),
    Broken('["self", "proxy"]', '["self", "proxi"]', "capacities[2]", "unknown_word", "proxy"),
    Broken('["self", "proxy"]', '"self"', "capacities", "not_a_list"),
    Broken('["self", "proxy"]', "[]", "capacities", "empty_list", "", "capacities"),
    Broken(
        '["direct", "online"]', '["direct", "online", "post"]', "channels[3]", "no_fee_for_channel", "post"
    ),
    Broken('slips = "general"', 'slips = "genral"', "slips", "unknown_word", "general"),
    Broken('outcome = "Giấy mẫu"', "", "outcome", "missing_key", "", "code ="),
    Broken('search_words = ["mẫu"]', "search_words = [3]", "search_words[1]", "wrong_type", '"text"'),
    Broken('source = "Luật mẫu"', 'sauce = "Luật mẫu"', "sauce", "unknown_key", "source"),
    Broken(
        "effective_from = 2026-01-01",
        'effective_from = "1/1/2026"',
        "effective_from",
        "wrong_type",
        "2026-11-22",
    ),
    Broken(
        "effective_from = 2026-01-01",
        "effective_from = 2026-01-01T08:00:00",
        "effective_from",
        "wrong_type",
        "2026-11-22",
    ),
    Broken(
        "effective_to = 2027-12-31",
        "effective_to = 2025-12-31",
        "effective_to",
        "ends_before_it_starts",
        "2026-01-01",
    ),
    Broken('status = "verified"', 'status = "verifed"', "status", "unknown_word", "verified"),
    Broken('starts = "fee_paid"', 'starts = "fee_payed"', "clock.starts", "unknown_word", "fee_paid"),
    Broken(
        'stops = ["supplement", "other_body"]',
        'stops = ["suplement"]',
        "clock.stops[1]",
        "unknown_word",
        "supplement",
    ),
    Broken("[clock]\n", "[[clock]]\n", "clock", "wrong_type", "{ key = … }"),
    Broken("[clock]\n", "[clocks]\n", "clocks", "unknown_key", "clock"),
    Broken('role = "guardian"', 'role = "gardian"', "roles[1].role", "unknown_word", "guardian"),
    Broken(
        'role = "mother"',
        'role = "guardian"',
        "roles[2].role",
        "duplicate_name",
        "guardian",
        'role = "guardian"\nname = "Mẹ"',
    ),
    Broken("present = true", 'present = "yes"', "roles[1].present", "wrong_type", "true"),
    Broken(
        '"age(holder.born_on) < 18"',
        '"age(holder.bornon) < 18"',
        "roles[1].when",
        "unknown_field",
        "holder.born_on",
    ),
    Broken(
        '"age(holder.born_on) >= 14"',
        '"age(holder.born_on >= 14"',
        "requirements[1].holds",
        "unreadable_expression",
    ),
    Broken(
        '"age(holder.born_on) >= 14"',
        '"aged(holder.born_on) >= 14"',
        "requirements[1].holds",
        "unknown_function",
        "age",
    ),
    Broken(
        'holds = "age(holder.born_on) >= 14"',
        'hold = "1 == 1"',
        "requirements[1].hold",
        "unknown_key",
        "holds",
    ),
    Broken(
        'severity = "warn"', 'severity = "stop"', "requirements[1].severity", "unknown_word", "refuse, warn"
    ),
    Broken('name = "late"', 'name = "Trễ"', "cases[1].name", "not_a_name"),
    Broken(
        '"days_between(born_on, today()) > 60"',
        '"days_between(born_on) > 60"',
        "cases[1].when",
        "wrong_number_of_arguments",
        "days_between",
    ),
    Broken(
        '"days_between(born_on, today()) > 60"',
        '"' + "not " * 30 + 'born_on"',
        "cases[1].when",
        "expression_too_deep",
    ),
    Broken(
        '"days_between(born_on, today()) > 60"',
        '"' + "born_on or " * 60 + 'born_on"',
        "cases[1].when",
        "expression_too_long",
    ),
    Broken(
        '"days_between(born_on, today()) > 60"', "\"__import__('os')\"", "cases[1].when", "unknown_function"
    ),
    Broken(
        '"days_between(born_on, today()) > 60"',
        "\"open('/etc/passwd')\"",
        "cases[1].when",
        "unknown_function",
    ),
    Broken(
        'unit = "working_days"', 'unit = "work_days"', "processing[1].unit", "unknown_word", "working_days"
    ),
    Broken("amount = 3\n", "", "processing[1].amount", "missing_key", "", "[[processing]]"),
    Broken("amount = 3\n", "amount = 0\n", "processing[1].amount", "out_of_range"),
    Broken("amount = 3\n", "amount = 3.5\n", "processing[1].amount", "wrong_type", "15_000"),
    Broken("amount = 3\n", "amount = 3000\n", "processing[1].amount", "out_of_range", "1-2000"),
    Broken(
        "amount = 3\n",
        "amount = 3\ncut_off = 15:00:00\n",
        "processing[1].cut_off",
        "not_for_this_unit",
        "",
        "cut_off",
    ),
    Broken("cut_off = 15:00:00", 'cut_off = "15h"', "processing[2].cut_off", "wrong_type", "15:00:00"),
    Broken(
        "cut_off = 15:00:00",
        "cut_off = 15:00:00\namount = 1",
        "processing[2].amount",
        "not_for_this_unit",
        "",
        "amount = 1\n",
    ),
    Broken(
        'words = "trong ngày"\ncase = "late"',
        'words = "trong ngày"\ncase = "lates"',
        "processing[2].case",
        "unknown_name",
        "late",
        'case = "lates"',
    ),
    Broken(
        'words = "03 ngày làm việc"',
        'words = "03 ngày làm việc"\ncase = "late"',
        "processing",
        "no_usual_row",
        "",
        "[[processing]]",
    ),
    Broken(
        'slot = "title"',
        'slot = "lease"',
        "papers[2].slot",
        "duplicate_name",
        "lease",
        'slot = "lease"\nname = "Giấy',
    ),
    Broken('kind = "copy"', 'kind = "coppy"', "papers[1].kind", "unknown_word", "copy"),
    Broken("quantity = 2", "quantity = 0", "papers[2].quantity", "out_of_range", "1-20"),
    Broken("valid_months = 6", "valid_months = 0", "papers[2].valid_months", "out_of_range", "1-600"),
    Broken(
        'condition = "Nhà của mình"\n',
        "",
        "papers[2].condition",
        "missing_key",
        "",
        '[[papers]]\nslot = "title"',
    ),
    Broken(
        'instead_of = ["lease"]', 'instead_of = ["leese"]', "papers[2].instead_of[1]", "unknown_name", "lease"
    ),
    Broken('instead_of = ["lease"]', 'instead_of = ["title"]', "papers[2].instead_of[1]", "unknown_name"),
    Broken(
        "'relation == \"mother\"'", "'relation == \"mothr\"'", "papers[1].needed_if", "not_a_choice", "mother"
    ),
    Broken(
        "'relation == \"mother\"'",
        "'relatoin == \"mother\"'",
        "papers[1].needed_if",
        "unknown_field",
        "relation",
    ),
    Broken('database = "land"', 'database = "lands"', "papers[1].held[1].database", "unknown_word", "land"),
    Broken("annex = 736", "annex = 801", "papers[1].held[1].annex", "out_of_range", "1-800"),
    Broken(
        "effective_to = 2027-02-28",
        "effective_to = 2025-02-28",
        "papers[1].held[1].effective_to",
        "ends_before_it_starts",
        "2026-01-01",
    ),
    Broken('status = "unverified"\n', "", "papers[1].held[1].status", "missing_key", "", "[[papers.held]]"),
    Broken(
        'law = "Nghị quyết 66.7/2025/NQ-CP"',
        'lau = "Nghị quyết"',
        "papers[1].held[1].lau",
        "unknown_key",
        "law",
    ),
    Broken("amount = 15_000", "amount = -1", "fees[1].amount", "out_of_range", "0-100000000"),
    Broken("amount = 15_000", 'amount = "15.000"', "fees[1].amount", "wrong_type", "15_000"),
    Broken(
        "amount = 15_000",
        'amount = 15_000\nformula = "1"',
        "fees[1].formula",
        "one_of_two",
        "amount",
        'formula = "1"',
    ),
    Broken("amount = 15_000\n", "", "fees[1].amount", "missing_key", "formula", "[[fees]]"),
    Broken('unit = "person"', 'unit = "people"', "fees[1].unit", "unknown_word", "person"),
    Broken(
        '"count(people) + 1"', '"count(sex(people)) + 1"', "fees[1].quantity", "unknown_function", "share"
    ),
    Broken('"count(people) + 1"', '"count(3) + 1"', "fees[1].quantity", "not_a_table", "count"),
    Broken('"count(people) + 1"', '"sum(people.age)"', "fees[1].quantity", "unknown_field", "people"),
    Broken("steps = [100, 70, 60]", "steps = [100, 170]", "fees[1].steps[2]", "out_of_range", "0-100"),
    Broken('waivers = ["young"]', 'waivers = ["yong"]', "fees[1].waivers[1]", "unknown_name", "young"),
    Broken(
        'channels = ["direct"]\namount', 'channels = ["post"]\namount', "fees[1].channels[1]", "unknown_name"
    ),
    Broken(
        'channels = ["direct"]\namount',
        'channels = ["direct", "online"]\namount',
        "fees[3].key",
        "overlapping_rows",
        "fees[1]",
        'key = "usual"\nname = "Lệ phí"\nchannels = ["online"]\namount',
    ),
    Broken(
        'cut_off = 15:00:00\nwords = "trong ngày"\ncase = "late"',
        'words = "trong ngày"',
        "processing[2].unit",
        "overlapping_rows",
        "processing[1]",
        'unit = "same_day"',
    ),
    Broken("percent = 50", "percent = 0", "waivers[1].percent", "out_of_range", "1-100"),
    Broken('key = "young"', 'key = "young people"', "waivers[1].key", "not_a_name"),
    Broken("'channel == \"direct\"'", "'channel == \"desk\"'", "notes[1].when", "not_a_choice"),
    Broken("[[notes]]", "[[note]]", "note", "unknown_key", "notes"),
    Broken("[[waivers]]", "[[waivers]", "", "not_toml"),
    Broken('key = "young"', 'key = "young', "", "not_toml"),
    Broken("percent = 50", "percent = 50\npercent = 60", "", "not_toml", "", "percent = 60"),
)
