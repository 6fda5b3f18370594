<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>error_words</name>
    <message>
        <source>Go on working: everything is kept here and sent once the line is back.</source>
        <translation>Cứ tiếp tục làm việc: mọi thứ được lưu tại đây và gửi đi khi có mạng trở lại.</translation>
    </message>
    <message>
        <source>Go on working: it is tried again by itself.</source>
        <translation>Cứ tiếp tục làm việc: máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>Look at the code once more, or tell whoever looks after the hub.</source>
        <translation>Xem lại mã, hoặc báo cho người quản lý máy chủ.</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>The hub cannot be reached now.</source>
        <translation>Hiện chưa kết nối được máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>The hub does not accept this from this desk.</source>
        <translation>Máy chủ đồng bộ không chấp nhận việc này từ máy này.</translation>
    </message>
    <message>
        <source>The hub has a fault of its own.</source>
        <translation>Máy chủ đồng bộ đang gặp lỗi.</translation>
    </message>
    <message>
        <source>The hub has too much to do now.</source>
        <translation>Máy chủ đồng bộ đang quá bận.</translation>
    </message>
    <message>
        <source>This desk belongs to a hub already.</source>
        <translation>Máy này đã thuộc một máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>This desk has no hub: everything is kept here.</source>
        <translation>Máy này chưa có máy chủ đồng bộ: mọi thứ được lưu tại đây.</translation>
    </message>
    <message>
        <source>What answers at the hub's address is no hub of this version.</source>
        <translation>Nơi trả lời ở địa chỉ máy chủ không phải là máy chủ đồng bộ của phiên bản này.</translation>
    </message>
    <message>
        <source>Where there is one, its address goes into counter.toml under [hub].</source>
        <translation>Nếu có, ghi địa chỉ của nó vào counter.toml, mục [hub].</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>Lasting code given by the hub</source>
        <translation>Máy chủ cấp mã chính thức</translation>
    </message>
    <message>
        <source>Left out of what is sent to the hub</source>
        <translation>Bỏ ra khỏi những gì gửi máy chủ</translation>
    </message>
    <message>
        <source>Sent to the hub once more</source>
        <translation>Gửi lại máy chủ</translation>
    </message>
</context>
</TS>
