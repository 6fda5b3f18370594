"""The training desk: an office that does not exist, and who serves there."""

from counter_app.domain.account import Account
from counter_app.domain.office import Duty, Office, Official
from counter_app.domain.rights import Role

_OFFICE = Office(
    name="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG MẪU",
    parent="ỦY BAN NHÂN DÂN PHƯỜNG MẪU",
    commune="phường Mẫu",
    province="thành phố Mẫu",
    code="H26.99",
    phone="0500000000",
    training=True,
)


def specimen_duty() -> Duty:
    """Give the training desk's usual duty: one official at counter 3 of the made-up office."""
    return Duty(Official("Nguyễn Thị Mẫu", "nguyen.thi.mau"), _OFFICE, "Quầy 3")


def specimen_accounts() -> tuple[Account, ...]:
    """Give who may be chosen to practise as, without passwords: one who may do all, then one a role."""
    usual = specimen_duty().official
    return (
        Account(usual.sign, usual.full_name, tuple(Role)),
        Account("tran.van.vi.du", "Trần Văn Ví Dụ", (Role.OFFICIAL,)),
        Account("le.thi.thu.nghiem", "Lê Thị Thử Nghiệm", (Role.SUPERVISOR,)),
        Account("pham.van.huong.dan", "Phạm Văn Hướng Dẫn", (Role.TRAINER,)),
        Account("hoang.thi.quan.tri", "Hoàng Thị Quản Trị", (Role.ADMINISTRATOR,)),
        Account("vo.van.kiem.tra", "Võ Văn Kiểm Tra", (Role.INSPECTOR,)),
    )
