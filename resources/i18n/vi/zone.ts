<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>NumberCheck</name>
    <message>
        <source>Compared: the &amp;digits agree</source>
        <translation>Đã so: các chữ số &amp;khớp</translation>
    </message>
    <message>
        <source>Read by machine, not certain: compare digit by digit with the picture.</source>
        <translation>Máy đọc từ ảnh, cần kiểm tra: so từng chữ số với ảnh dưới đây.</translation>
    </message>
    <message>
        <source>The number as it is printed on the card</source>
        <translation>Ảnh số định danh in trên thẻ</translation>
    </message>
</context>
<context>
    <name>NumberDesk</name>
    <message>
        <source>Hold the side with the number near and still and try again, or type it.</source>
        <translation>Đưa mặt có số lại gần, giữ yên rồi thử lại, hoặc nhập tay.</translation>
    </message>
    <message>
        <source>No printed ID number could be read in the camera's picture.</source>
        <translation>Không đọc được số định danh in trên thẻ trong hình máy ảnh.</translation>
    </message>
</context>
<context>
    <name>PersonBadges</name>
    <message>
        <source>Read from the lines on the back; the name was typed</source>
        <translation>Đọc từ dòng mã máy (MRZ), tên gõ tay</translation>
    </message>
</context>
<context>
    <name>TypedCardForm</name>
    <message>
        <source>Compare the digits with the picture and tick that they agree</source>
        <translation>So các chữ số với ảnh rồi đánh dấu là khớp</translation>
    </message>
    <message>
        <source>Not the name in the card's lines: {letters}</source>
        <translation>Không khớp tên ở dòng mã máy: {letters}</translation>
    </message>
    <message>
        <source>With all its marks; the card's lines say: {letters}</source>
        <translation>Đủ dấu; dòng mã máy ghi: {letters}</translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>Read th&amp;e number printed on the card</source>
        <translation>Đọc số &amp;in trên thẻ</translation>
    </message>
</context>
<context>
    <name>ZoneDesk</name>
    <message>
        <source>No QR code was read, but the lines on the card's back were.</source>
        <translation>Chưa đọc được mã QR, đã đọc dòng mã máy (MRZ) ở mặt sau thẻ.</translation>
    </message>
    <message>
        <source>The name stands there without marks: {letters}. Type it with its marks, then Enter.</source>
        <translation>Họ tên ở đó không dấu: {letters}. Nhập họ tên đủ dấu rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Type the full name with its marks, then Enter.</source>
        <translation>Nhập họ tên đủ dấu rồi nhấn Enter.</translation>
    </message>
</context>
<context>
    <name>ZoneLines</name>
    <message>
        <source>Agrees with the machine-readable lines</source>
        <translation>Khớp dòng MRZ</translation>
    </message>
    <message>
        <source>QR code and machine-readable lines differ:</source>
        <translation>QR và dòng mã máy đọc khác nhau:</translation>
    </message>
    <message>
        <source>What was typed and the machine-readable lines differ:</source>
        <translation>Nội dung gõ và dòng mã máy đọc khác nhau:</translation>
    </message>
    <message>
        <source>{aspect}: {in_code} / lines: {in_zone}</source>
        <translation>{aspect}: {in_code} / dòng mã máy: {in_zone}</translation>
    </message>
</context>
</TS>
