<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>MakerList</name>
    <message>
        <source>2. If letters do not arrive whole</source>
        <translation>2. Nếu chữ nhận được không nguyên vẹn</translation>
    </message>
    <message>
        <source>Best: a USB COM port (CDC), UTF-8 unchanged. Then choose the port on the left.</source>
        <translation>Tốt nhất: chuyển máy sang cổng USB COM (CDC), giữ nguyên UTF-8, rồi chọn cổng ở bên trái.</translation>
    </message>
    <message>
        <source>Codes differ from model to model, so none is shown here: scan the one in your own manual. (*) Named by other users, not checked against the manual.</source>
        <translation>Mã khác nhau theo từng đời máy nên không in ở đây: hãy quét mã trong sách hướng dẫn của chính máy đó. (*) Tên mục do người dùng khác ghi lại, chưa đối chiếu với sách của hãng.</translation>
    </message>
    <message>
        <source>If it must type: keyboard country US (English), output by Alt + Unicode number, suffix Enter.</source>
        <translation>Nếu phải để máy gõ như bàn phím: chọn bàn phím US (English), xuất chữ bằng Alt + mã Unicode, kết thúc bằng Enter.</translation>
    </message>
    <message>
        <source>Where the manual has the code to scan</source>
        <translation>Mã cần quét nằm ở mục nào trong sách hướng dẫn</translation>
    </message>
    <message>
        <source>While it types: Unikey or EVKey on English (E), Num Lock on, Caps Lock off.</source>
        <translation>Khi máy gõ: chuyển Unikey, EVKey sang chữ E (tiếng Anh), bật Num Lock, tắt Caps Lock.</translation>
    </message>
</context>
<context>
    <name>ScanDesk</name>
    <message>
        <source>A code was scanned that is no citizen card; nothing was filled in.</source>
        <translation>Mã vừa quét không phải thẻ căn cước; không ghi vào ô nào.</translation>
    </message>
    <message>
        <source>A code was scanned. Say who serves first, then scan again.</source>
        <translation>Vừa có mã được quét. Hãy nhập người trực trước, rồi quét lại.</translation>
    </message>
    <message>
        <source>Set this visit aside, serve that person</source>
        <translation>Tạm gác, phục vụ người này</translation>
    </message>
    <message>
        <source>The card of another person was read; nothing was filled in.</source>
        <translation>Vừa đọc thẻ của người khác; không ghi vào ô nào.</translation>
    </message>
    <message>
        <source>This is the card of the citizen being served; nothing was filled in.</source>
        <translation>Đây là thẻ của người đang được phục vụ; không ghi vào ô nào.</translation>
    </message>
</context>
<context>
    <name>ScannerSetup</name>
    <message>
        <source>&amp;Close</source>
        <translation>Đó&amp;ng</translation>
    </message>
    <message>
        <source>1. Try it</source>
        <translation>1. Quét thử</translation>
    </message>
    <message>
        <source>Another code arrived.</source>
        <translation>Vừa nhận một mã khác.</translation>
    </message>
    <message>
        <source>Code of an invented card, to be scanned</source>
        <translation>Mã của thẻ giả định để quét thử</translation>
    </message>
    <message>
        <source>Every letter arrived. The scanner is ready.</source>
        <translation>Nhận đủ từng chữ. Máy quét đã sẵn sàng.</translation>
    </message>
    <message>
        <source>Hand scanner</source>
        <translation>Máy quét cầm tay</translation>
    </message>
    <message>
        <source>Hand scanner: set up and try</source>
        <translation>Máy quét cầm tay: cài đặt và quét thử</translation>
    </message>
    <message>
        <source>How the scanner is &amp;connected</source>
        <translation>&amp;Cách nối máy quét</translation>
    </message>
    <message>
        <source>It sends them through its port.</source>
        <translation>Máy gửi qua cổng COM.</translation>
    </message>
    <message>
        <source>It types like a keyboard</source>
        <translation>Gõ như bàn phím</translation>
    </message>
    <message>
        <source>It types them.</source>
        <translation>Máy gõ như bàn phím.</translation>
    </message>
    <message>
        <source>It was put right; better set the scanner up.</source>
        <translation>Phần mềm đã sửa lại đúng; vẫn nên cài đặt lại máy quét.</translation>
    </message>
    <message>
        <source>Nothing has arrived yet.</source>
        <translation>Chưa nhận được gì.</translation>
    </message>
    <message>
        <source>Only the digits can be taken.</source>
        <translation>Chỉ dùng được các chữ số.</translation>
    </message>
    <message>
        <source>Scan the code shown here, or a citizen card.</source>
        <translation>Hãy quét mã trên màn hình này hoặc một thẻ căn cước.</translation>
    </message>
    <message>
        <source>Scan this code, or any citizen card, with the hand scanner.</source>
        <translation>Dùng máy quét cầm tay quét mã này, hoặc một thẻ căn cước bất kỳ.</translation>
    </message>
    <message>
        <source>Where nothing arrives at all, look at the cable, and choose the port if it has one.</source>
        <translation>Nếu quét mà không nhận được gì: kiểm tra dây cáp; nếu máy dùng cổng COM thì chọn cổng ở dưới.</translation>
    </message>
    <message>
        <source>{port} (not plugged in)</source>
        <translation>{port} (chưa cắm)</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>The hand scanner does not answer on its port.</source>
        <translation>Máy quét cầm tay không trả lời qua cổng đã chọn.</translation>
    </message>
    <message>
        <source>The picture shows more than one citizen card; none was taken.</source>
        <translation>Ảnh có nhiều hơn một thẻ căn cước; chưa nhận thẻ nào.</translation>
    </message>
    <message>
        <source>Give a picture of one card, or lay that card alone under the camera.</source>
        <translation>Đưa ảnh chỉ có một thẻ, hoặc đặt riêng thẻ đó dưới camera.</translation>
    </message>
    <message>
        <source>The hand scanner has stopped.</source>
        <translation>Máy quét cầm tay đã ngừng.</translation>
    </message>
</context>
<context>
    <name>scan_words</name>
    <message>
        <source>A Vietnamese input method was at work while the scanner typed.</source>
        <translation>Bộ gõ tiếng Việt đang bật khi máy quét gõ.</translation>
    </message>
    <message>
        <source>Add the name with its marks and check the birth date, then Enter.</source>
        <translation>Nhập họ tên đủ dấu, kiểm tra ngày sinh, rồi bấm Enter.</translation>
    </message>
    <message>
        <source>Caps Lock was on while the scanner typed.</source>
        <translation>Caps Lock đang bật khi máy quét gõ.</translation>
    </message>
    <message>
        <source>Only the digits of the card are certain.</source>
        <translation>Chỉ đọc chắc chắn được các chữ số trên thẻ.</translation>
    </message>
    <message>
        <source>Scanner and computer are set to keyboards of different countries.</source>
        <translation>Máy quét và máy tính đặt bàn phím của hai nước khác nhau.</translation>
    </message>
    <message>
        <source>Set the scanner's keyboard country to US (English).</source>
        <translation>Đặt bàn phím của máy quét là US (English).</translation>
    </message>
    <message>
        <source>Switch the input method to English (Ctrl+Shift in Unikey), scan again.</source>
        <translation>Chuyển bộ gõ sang tiếng Anh (Unikey: Ctrl+Shift) rồi quét lại.</translation>
    </message>
    <message>
        <source>Switch the scanner to a USB COM port, or its output to UTF-8.</source>
        <translation>Chuyển máy quét sang cổng USB COM, hoặc chọn xuất UTF-8.</translation>
    </message>
    <message>
        <source>Switch the scanner to a USB COM port: then every letter arrives.</source>
        <translation>Chuyển máy quét sang cổng USB COM để nhận đủ từng chữ.</translation>
    </message>
    <message>
        <source>The scanner sends letters in another encoding than UTF-8.</source>
        <translation>Máy quét gửi chữ không theo bảng mã UTF-8.</translation>
    </message>
    <message>
        <source>Turn Caps Lock off and scan again.</source>
        <translation>Tắt Caps Lock rồi quét lại.</translation>
    </message>
    <message>
        <source>Vietnamese letters did not come through whole.</source>
        <translation>Chữ có dấu không nhận được nguyên vẹn.</translation>
    </message>
</context>
</TS>
