<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>error_words</name>
    <message>
        <source>There is no such lesson.</source>
        <translation>Không có bài tập huấn này.</translation>
    </message>
    <message>
        <source>Choose one from the list of lessons.</source>
        <translation>Chọn một bài trong danh sách.</translation>
    </message>
    <message>
        <source>The lesson that plays by itself did not go on.</source>
        <translation>Bài tự chạy bị dừng giữa chừng.</translation>
    </message>
    <message>
        <source>Begin it again; the desk is as it was left.</source>
        <translation>Chạy lại từ đầu; máy quầy vẫn như lúc dừng.</translation>
    </message>
    <message>
        <source>The class does not let this desk in.</source>
        <translation>Lớp tập huấn không nhận máy quầy này.</translation>
    </message>
    <message>
        <source>Look at the code on the trainer's screen, or take another name.</source>
        <translation>Xem lại mã trên màn hình của giảng viên, hoặc đặt tên khác.</translation>
    </message>
    <message>
        <source>No class can be held at this address.</source>
        <translation>Không mở được lớp tại địa chỉ này.</translation>
    </message>
    <message>
        <source>Choose another address; perhaps another program uses this one.</source>
        <translation>Chọn địa chỉ khác; có thể chương trình khác đang dùng địa chỉ này.</translation>
    </message>
    <message>
        <source>What came from the class cannot be read.</source>
        <translation>Không đọc được tin của lớp tập huấn.</translation>
    </message>
    <message>
        <source>Check that desk and console are of the same version.</source>
        <translation>Kiểm tra máy quầy và bảng điều khiển có cùng phiên bản không.</translation>
    </message>
    <message>
        <source>This desk serves citizens; nothing of it is ever put back.</source>
        <translation>Máy quầy này đang phục vụ công dân, không bao giờ đưa về trạng thái cũ.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use a training desk.</source>
        <translation>Chưa có gì thay đổi. Hãy dùng máy tập huấn.</translation>
    </message>
    <message>
        <source>This desk belongs to a hub, which would get its numbers twice.</source>
        <translation>Máy quầy này đã gắn với máy chủ; số sẽ bị cấp hai lần.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use a training desk that belongs to none.</source>
        <translation>Chưa có gì thay đổi. Hãy dùng máy tập huấn không gắn với máy chủ nào.</translation>
    </message>
    <message>
        <source>The neighbour desk does not answer, or takes nothing now.</source>
        <translation>Máy quầy bên cạnh không trả lời, hoặc lúc này không nhận.</translation>
    </message>
    <message>
        <source>Go on working: everything is kept here; a stick can carry it, too (F7).</source>
        <translation>Cứ làm tiếp: mọi thứ được giữ tại đây; cũng có thể chuyển bằng USB (F7).</translation>
    </message>
</context>
</TS>
