<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>error_words</name>
    <message>
        <source>Move each to its paper, or remove it, in the step Papers.</source>
        <translation>Ở bước Giấy tờ, chuyển từng trang vào đúng giấy tờ hoặc bỏ trang đó.</translation>
    </message>
    <message>
        <source>Scanned pages lie aside that belong to no paper yet.</source>
        <translation>Còn trang đã quét để riêng, chưa thuộc giấy tờ nào.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>A sheet is stuck in the feeder.</source>
        <translation>Giấy bị kẹt trong khay nạp.</translation>
    </message>
    <message>
        <source>Close it.</source>
        <translation>Hãy đóng lại.</translation>
    </message>
    <message>
        <source>Lay the sheets in until they catch, or use the glass.</source>
        <translation>Đặt giấy vào cho đến khi khớp, hoặc quét trên mặt kính.</translation>
    </message>
    <message>
        <source>Look at its switch and its cable.</source>
        <translation>Kiểm tra công tắc và dây của máy.</translation>
    </message>
    <message>
        <source>Open the lid, take the sheet out, and lay in the rest.</source>
        <translation>Mở nắp, lấy tờ giấy kẹt ra rồi nạp tiếp các tờ còn lại.</translation>
    </message>
    <message>
        <source>Somebody else is using the scanner.</source>
        <translation>Máy quét đang có người khác dùng.</translation>
    </message>
    <message>
        <source>Switch it off and on, then scan again.</source>
        <translation>Tắt máy quét rồi bật lại, sau đó quét lại.</translation>
    </message>
    <message>
        <source>Take pages by camera or file, and tell whoever looks after this desk.</source>
        <translation>Hãy chụp bằng camera hoặc chọn tệp, và báo cho người phụ trách máy ở quầy này.</translation>
    </message>
    <message>
        <source>Tell whoever looks after this desk.</source>
        <translation>Báo cho người phụ trách máy ở quầy này.</translation>
    </message>
    <message>
        <source>The scanner does not answer: off, unplugged or asleep.</source>
        <translation>Máy quét không trả lời: đang tắt, tuột dây hoặc đang ngủ.</translation>
    </message>
    <message>
        <source>The scanner stopped with a fault of its own.</source>
        <translation>Máy quét dừng vì lỗi của chính nó.</translation>
    </message>
    <message>
        <source>The scanner takes too long; it was given up.</source>
        <translation>Máy quét chờ quá lâu nên đã dừng lại.</translation>
    </message>
    <message>
        <source>The scanner's cover is open.</source>
        <translation>Nắp máy quét đang mở.</translation>
    </message>
    <message>
        <source>The system's scanning program (SANE) is not installed.</source>
        <translation>Máy tính chưa cài chương trình quét (SANE).</translation>
    </message>
    <message>
        <source>There is no sheet in the feeder.</source>
        <translation>Khay nạp chưa có giấy.</translation>
    </message>
    <message>
        <source>This user may not use the scanner.</source>
        <translation>Tài khoản này không được phép dùng máy quét.</translation>
    </message>
    <message>
        <source>Wait a moment, then scan again.</source>
        <translation>Chờ một lát rồi quét lại.</translation>
    </message>
</context>
</TS>
