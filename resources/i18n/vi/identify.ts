<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CameraView</name>
    <message>
        <source>“{camera}” does not answer. It is tried again by itself; another camera or way works meanwhile.</source>
        <translation>Không nhận được hình từ “{camera}”. Máy tự thử lại; trong khi chờ, hãy chọn máy ảnh khác hoặc dùng cách khác.</translation>
    </message>
    <message>
        <source>Opening the camera …</source>
        <translation>Đang mở máy ảnh …</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Đã đọc</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>Use another way until the camera is back.</source>
        <translation>Dùng cách khác cho đến khi máy ảnh hoạt động lại.</translation>
    </message>
    <message>
        <source>Read. Looking the person up …</source>
        <translation>Đã đọc thẻ. Đang tra cứu …</translation>
    </message>
    <message>
        <source>The code is read by itself as soon as it can be seen.</source>
        <translation>Máy tự đọc mã QR khi nhìn rõ thẻ.</translation>
    </message>
</context>
<context>
    <name>IdentifyScreen</name>
    <message>
        <source>Lay the card of the person the dossier is about in the frame</source>
        <translation>Đưa thẻ căn cước của chủ hồ sơ vào khung</translation>
    </message>
    <message>
        <source>Lay the citizen's card in the frame, QR code up</source>
        <translation>Đưa thẻ căn cước của công dân vào khung, mặt có mã QR</translation>
    </message>
    <message>
        <source>Picture of the card</source>
        <translation>Ảnh chụp thẻ</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Ảnh ({patterns})</translation>
    </message>
    <message>
        <source>Lay this person's card in the frame: {role}</source>
        <translation>Đặt thẻ của người này vào khung: {role}</translation>
    </message>
</context>
<context>
    <name>PracticeList</name>
    <message>
        <source>Find an invented person</source>
        <translation>Tìm người tập huấn theo tên</translation>
    </message>
    <message>
        <source>Invented people</source>
        <translation>Người dùng để tập huấn</translation>
    </message>
    <message>
        <source>Nobody goes by that name. Search for a part of the name.</source>
        <translation>Không có ai tên như vậy. Thử tìm theo một phần họ tên.</translation>
    </message>
    <message>
        <source>Show this &amp;card to the camera</source>
        <translation>Đưa thẻ này &amp;lên máy ảnh</translation>
    </message>
</context>
<context>
    <name>TypedCardForm</name>
    <message>
        <source>&amp;Birth date</source>
        <translation>Ngày &amp;sinh</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>Họ, chữ đệm &amp;và tên</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>Tra &amp;cứu</translation>
    </message>
    <message>
        <source>15/03/1999, or the year alone</source>
        <translation>Ví dụ 15/03/1999, hoặc chỉ năm sinh</translation>
    </message>
    <message>
        <source>Exactly twelve digits are needed</source>
        <translation>Phải đủ 12 chữ số</translation>
    </message>
    <message>
        <source>ID &amp;number</source>
        <translation>Số định &amp;danh cá nhân</translation>
    </message>
    <message>
        <source>The full name is needed</source>
        <translation>Chưa nhập họ tên</translation>
    </message>
    <message>
        <source>This is no date: write 15/03/1999, or the year alone</source>
        <translation>Ngày chưa đúng: ghi như 15/03/1999, hoặc chỉ năm sinh</translation>
    </message>
    <message>
        <source>Twelve digits</source>
        <translation>12 chữ số trên thẻ</translation>
    </message>
    <message>
        <source>With all its marks, as on the card</source>
        <translation>Đủ dấu, như ghi trên thẻ</translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>&amp;Picture of the card …</source>
        <translation>Chọn ản&amp;h chụp thẻ …</translation>
    </message>
    <message>
        <source>&amp;Type the number, name and birth date</source>
        <translation>&amp;Nhập số định danh, họ tên, ngày sinh</translation>
    </message>
    <message>
        <source>&amp;Hand scanner: set up and try …</source>
        <translation>Máy &amp;quét cầm tay: cài đặt …</translation>
    </message>
    <message>
        <source>It is always listened to: just scan the card.</source>
        <translation>Luôn sẵn sàng: chỉ cần quét thẻ.</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>Cách khác</translation>
    </message>
    <message>
        <source>P&amp;ractice cards</source>
        <translation>Thẻ tập h&amp;uấn</translation>
    </message>
    <message>
        <source>You can also drop a picture here, or paste it (Ctrl+V).</source>
        <translation>Có thể kéo thả hoặc dán ảnh vào đây (Ctrl+V).</translation>
    </message>
</context>
</TS>
