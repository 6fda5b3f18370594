"""Where a birth was registered, by the first three digits of an ID number (Circular 07/2016/TT-BCA)."""

BIRTH_PROVINCES = {
    "001": "Hà Nội", "002": "Hà Giang", "004": "Cao Bằng", "006": "Bắc Kạn", "008": "Tuyên Quang",
    "010": "Lào Cai", "011": "Điện Biên", "012": "Lai Châu", "014": "Sơn La", "015": "Yên Bái",
    "017": "Hòa Bình", "019": "Thái Nguyên", "020": "Lạng Sơn", "022": "Quảng Ninh", "024": "Bắc Giang",
    "025": "Phú Thọ", "026": "Vĩnh Phúc", "027": "Bắc Ninh", "030": "Hải Dương", "031": "Hải Phòng",
    "033": "Hưng Yên", "034": "Thái Bình", "035": "Hà Nam", "036": "Nam Định", "037": "Ninh Bình",
    "038": "Thanh Hóa", "040": "Nghệ An", "042": "Hà Tĩnh", "044": "Quảng Bình", "045": "Quảng Trị",
    "046": "Thừa Thiên Huế", "048": "Đà Nẵng", "049": "Quảng Nam", "051": "Quảng Ngãi", "052": "Bình Định",
    "054": "Phú Yên", "056": "Khánh Hòa", "058": "Ninh Thuận", "060": "Bình Thuận", "062": "Kon Tum",
    "064": "Gia Lai", "066": "Đắk Lắk", "067": "Đắk Nông", "068": "Lâm Đồng", "070": "Bình Phước",
    "072": "Tây Ninh", "074": "Bình Dương", "075": "Đồng Nai", "077": "Bà Rịa - Vũng Tàu", "079": "TP.HCM",
    "080": "Long An", "082": "Tiền Giang", "083": "Bến Tre", "084": "Trà Vinh", "086": "Vĩnh Long",
    "087": "Đồng Tháp", "089": "An Giang", "091": "Kiên Giang", "092": "Cần Thơ", "093": "Hậu Giang",
    "094": "Sóc Trăng", "095": "Bạc Liêu", "096": "Cà Mau",
}  # fmt: skip
"""The 63 provinces as they were when numbering began; frozen for ever inside the numbers."""

_FIRST_COUNTRY = 101
_COUNTRIES = """
    Afghanistan; Ai Cập; Albania; Algérie; Andorra; Angola; Anh; Antigua và Barbuda; Áo; Ả Rập Xê Út;
    Argentina; Armenia; Azerbaijan; Azerbaijan; Ấn Độ; Bahamas; Bahrain; Ba Lan; Bangladesh; Barbados;
    Belarus; Belize; Benin; Bhutan; Bỉ; Bolivia; Bosna và Hercegovina; Botswana; Bồ Đào Nha; Bờ Biển
    Ngà; Brasil; Brunei; Bulgaria; Burkina Faso; Burundi; Cabo Verde; Các Tiểu vương quốc Ả Rập Thống
    nhất; Cameroon; Campuchia; Canada; Chile; Colombia; Comoros; Cộng hòa Congo; Cộng hòa Dân chủ Congo;
    Costa Rica; Croatia; Croatia; Cuba; Djibouti; Dominica; Cộng hòa Dominicana; Đan Mạch; Đông Timor;
    Đức; Ecuador; El Salvador; Eritrea; Estonia; Ethiopia; Fiji; Gabon; Gambia; Ghana; Grenada; Gruzia;
    Guatemala; Guinea-Bissau; Guinea Xích Đạo; Guinea; Guyana; Haiti; Hà Lan; Hàn Quốc; Hoa Kỳ;
    Honduras; Hungary; Hy Lạp; Iceland; Indonesia; Iran; Iraq; Ireland; Israel; Jamaica; Jordan;
    Kazakhstan; Kenya; Kiribati; Kuwait; Síp; Kyrgyzstan; Lào; Latvia; Lesotho; Li Băng; Liberia; Libya;
    Liechtenstein; Litva; Luxembourg; Macedonia; Madagascar; Malawi; Malaysia; Maldives; Mali; Malta;
    Maroc; Quần đảo Marshall; Mauritanie; Mauritius; Mexico; Micronesia; Moldova; Monaco; Mông Cổ;
    Montenegro; Mozambique; Myanmar; Namibia; Nam Sudan; Nam Phi; Nauru; Na Uy; Nepal; New Zealand;
    Nicaragua; Niger; Nigeria; Nga; Nhật Bản; Oman; Pakistan; Palau; Panama; Papua New Guinea; Paraguay;
    Peru; Pháp; Phần Lan; Philippines; Qatar; Romania; Rwanda; Saint Kitts và Nevis; Saint Lucia; Saint
    Vincent và Grenadines; Samoa; San Marino; São Tomé và Príncipe; Séc; Sénégal; Serbia; Seychelles;
    Sierra Leone; Singapore; Slovakia; Slovenia; Solomon; Somalia; Sri Lanka; Sudan; Suriname;
    Swaziland; Syria; Tajikistan; Tanzania; Tây Ban Nha; Tchad; Thái Lan; Thổ Nhĩ Kỳ; Thụy Điển; Thụy
    Sĩ; Togo; Tonga; Triều Tiên; Trinidad và Tobago; Trung Quốc; Trung Phi; Tunisia; Turkmenistan;
    Tuvalu; Úc; Uganda; Ukraina; Uruguay; Uzbekistan; Vanuatu; Vatican; Venezuela; Ý; Yemen; Zambia;
    Zimbabwe
"""
"""The countries of Annex 2, numbered in its order; it lists Azerbaijan and Croatia twice each."""

BIRTH_COUNTRIES = {
    str(code): " ".join(name.split()) for code, name in enumerate(_COUNTRIES.split(";"), _FIRST_COUNTRY)
}
"""Countries of birth registration for who was born abroad, by code."""


def birth_place(code: str) -> str:
    """Name the province or country of a code in Vietnamese; empty where no place has it."""
    return BIRTH_PROVINCES.get(code) or BIRTH_COUNTRIES.get(code, "")
