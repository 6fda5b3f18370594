<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>card_words</name>
    <message>
        <source>Ask for the citizen card itself, or type the ID number, full name and birth date.</source>
        <translation>Xin quét thẻ căn cước, hoặc nhập số định danh, họ tên và ngày sinh.</translation>
    </message>
    <message>
        <source>Child's card, 6 to 14 years (since July 2024)</source>
        <translation>Thẻ căn cước trẻ em từ 6 đến dưới 14 tuổi (mẫu từ 7/2024)</translation>
    </message>
    <message>
        <source>Child's card, under 6 years (since July 2024)</source>
        <translation>Thẻ căn cước trẻ em dưới 6 tuổi (mẫu từ 7/2024)</translation>
    </message>
    <message>
        <source>Citizen card (since July 2024)</source>
        <translation>Thẻ căn cước (mẫu từ 7/2024)</translation>
    </message>
    <message>
        <source>Citizen card with chip (2021)</source>
        <translation>Thẻ CCCD gắn chip (mẫu 2021)</translation>
    </message>
    <message>
        <source>Do not pay with it. For the citizen, show the QR code of their card.</source>
        <translation>Không chuyển tiền theo mã này. Xin quét mã QR của thẻ căn cước.</translation>
    </message>
    <message>
        <source>Hold the card still and show it again, or type what it says.</source>
        <translation>Giữ yên thẻ và quét lại, hoặc nhập tay thông tin trên thẻ.</translation>
    </message>
    <message>
        <source>Look for the dossier in the register (Ctrl+F), or show the citizen's card.</source>
        <translation>Tìm hồ sơ trong sổ tiếp nhận (Ctrl+F), hoặc quét thẻ căn cước của công dân.</translation>
    </message>
    <message>
        <source>Nine digits, as on the old ID cards, which have not been valid since 1 January 2025.</source>
        <translation>Mã có 9 chữ số, như số chứng minh nhân dân (hết giá trị sau 31/12/2024).</translation>
    </message>
    <message>
        <source>No code of a citizen card was found.</source>
        <translation>Không tìm thấy mã của thẻ căn cước.</translation>
    </message>
    <message>
        <source>Only a part of the card's code came through.</source>
        <translation>Chỉ đọc được một phần mã của thẻ căn cước.</translation>
    </message>
    <message>
        <source>Only an ID number came through, without a name and a birth date.</source>
        <translation>Mã chỉ có số định danh, không có họ tên và ngày sinh.</translation>
    </message>
    <message>
        <source>Perhaps: {kind}</source>
        <translation>Có thể là: {kind}</translation>
    </message>
    <message>
        <source>Show the card's QR code: on the front of cards of 2021, on the back of cards since July 2024.</source>
        <translation>Xin quét mã QR của thẻ: ở mặt trước (thẻ 2021) hoặc mặt sau (thẻ từ 7/2024).</translation>
    </message>
    <message>
        <source>The lines on the card's back did not come through whole.</source>
        <translation>Dòng mã MRZ ở mặt sau thẻ đọc chưa trọn vẹn.</translation>
    </message>
    <message>
        <source>These are the lines of a passport, not of a citizen card.</source>
        <translation>Đây là dòng mã của hộ chiếu, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This code is a place on a map, not a citizen card.</source>
        <translation>Đây là vị trí trên bản đồ, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This code is a telephone number, not a citizen card.</source>
        <translation>Đây là số điện thoại, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This code is a web address, not a citizen card.</source>
        <translation>Đây là địa chỉ trang web, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This code is an e-mail address, not a citizen card.</source>
        <translation>Đây là địa chỉ thư điện tử, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This code is for joining a Wi-Fi network, not a citizen card.</source>
        <translation>Đây là mã kết nối Wi-Fi, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This code is not of a citizen card.</source>
        <translation>Mã này không phải của thẻ căn cước.</translation>
    </message>
    <message>
        <source>This code is only a number, not a citizen card.</source>
        <translation>Mã này chỉ là một dãy số, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is a dossier code, as slips carry it, not a citizen card.</source>
        <translation>Đây là mã hồ sơ (in trên phiếu), không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is the code of an acknowledgement, not of a citizen card.</source>
        <translation>Đây là mã của giấy tiếp nhận, không phải của thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is a payment code (VietQR), not a citizen card.</source>
        <translation>Đây là mã thanh toán (VietQR), không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is a payment code that is cut off or altered, not a citizen card.</source>
        <translation>Đây là mã thanh toán bị thiếu hoặc bị sửa, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is a protected code, perhaps of VNeID; it cannot be read at this desk.</source>
        <translation>Đây là mã được bảo vệ (có thể của VNeID); máy ở quầy không đọc được.</translation>
    </message>
    <message>
        <source>This is the barcode of goods, not a citizen card.</source>
        <translation>Đây là mã vạch hàng hóa, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is the code of a business card, not of a citizen card.</source>
        <translation>Đây là mã danh thiếp, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is the code of a civil status paper, not of a citizen card.</source>
        <translation>Đây là mã trên giấy tờ hộ tịch, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is the code of a driving or vehicle paper, not of a citizen card.</source>
        <translation>Đây là mã trên giấy phép lái xe hoặc giấy tờ xe, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is the code of a health insurance card, not of a citizen card.</source>
        <translation>Đây là mã trên thẻ bảo hiểm y tế, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is the code of a vaccination certificate, not of a citizen card.</source>
        <translation>Đây là mã chứng nhận tiêm chủng, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>This is the number of a postal item, not a citizen card.</source>
        <translation>Đây là mã bưu gửi, không phải thẻ căn cước.</translation>
    </message>
    <message>
        <source>Type the full name and birth date beside it, or show the card's QR code.</source>
        <translation>Xin nhập thêm họ tên và ngày sinh, hoặc quét mã QR của thẻ.</translation>
    </message>
    <message>
        <source>ends between {earliest} and {latest}</source>
        <translation>hết hạn trong khoảng {earliest} – {latest}</translation>
    </message>
    <message>
        <source>ends on {earliest} or later, or never</source>
        <translation>hết hạn từ {earliest} trở đi hoặc không thời hạn</translation>
    </message>
    <message>
        <source>holds until {day}</source>
        <translation>có giá trị đến {day}</translation>
    </message>
    <message>
        <source>holds without end</source>
        <translation>không thời hạn</translation>
    </message>
    <message>
        <source>reckoned by age</source>
        <translation>tính theo tuổi</translation>
    </message>
</context>
</TS>
