"""The training desk: an office that does not exist, and who serves there."""

from counter_app.domain.office import Duty, Office, Official

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
