<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Opening</name>
    <message>
        <source>Open the desk</source>
        <translation>Mở máy quầy</translation>
    </message>
    <message>
        <source>These words do not open the desk's key. Type them once more, with marks and blanks.</source>
        <translation>Cụm từ này không mở được khóa của máy quầy. Gõ lại, đúng dấu và khoảng trắng.</translation>
    </message>
    <message>
        <source>Passphrase of this desk</source>
        <translation>Cụm từ bí mật của máy quầy</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Thoát</translation>
    </message>
    <message>
        <source>The database of this desk is damaged. Nothing was changed.</source>
        <translation>Cơ sở dữ liệu của máy quầy này bị hỏng. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>There is no good copy here. Tell whoever looks after this desk.</source>
        <translation>Ở đây không có bản sao lưu tốt. Hãy báo người phụ trách máy.</translation>
    </message>
    <message>
        <source>The newest good copy is of {moment}. Put in place, it gives no number a second time; what was received since then has to be entered again from the papers. The damaged file is kept aside.</source>
        <translation>Bản sao lưu tốt mới nhất là lúc {moment}. Khi phục hồi, không số nào bị cấp lần thứ hai; hồ sơ tiếp nhận sau lúc đó phải nhập lại từ giấy tờ. Tệp hỏng được giữ riêng.</translation>
    </message>
    <message>
        <source>&amp;Put the copy in place</source>
        <translation>&amp;Phục hồi từ bản sao</translation>
    </message>
</context>
<context>
    <name>SafekeepingDesk</name>
    <message>
        <source>The disk is too full for today's copy of the desk. Nothing is lost yet: make room on it.</source>
        <translation>Đĩa quá đầy, chưa tạo được bản sao lưu hôm nay. Chưa mất gì: hãy giải phóng chỗ trên đĩa.</translation>
    </message>
    <message>
        <source>A page of the database is damaged. Receive nothing more: close the desk and open it again, and it offers the newest good copy.</source>
        <translation>Một trang của cơ sở dữ liệu bị hỏng. Đừng tiếp nhận thêm: đóng chương trình rồi mở lại, máy sẽ đề nghị bản sao lưu tốt mới nhất.</translation>
    </message>
    <message>
        <source>Today's copy of the desk could not be made: look whether its disk is there. It is tried again.</source>
        <translation>Chưa tạo được bản sao lưu hôm nay: xem ổ đĩa chứa bản sao có ở đó không. Máy sẽ thử lại.</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>This desk is open in another program, which needs it alone.</source>
        <translation>Máy quầy đang mở trong một chương trình khác cần dùng riêng.</translation>
    </message>
    <message>
        <source>Wait until that one is done, then start again.</source>
        <translation>Chờ chương trình đó xong rồi mở lại.</translation>
    </message>
    <message>
        <source>There is no copy of the desk that this version can read.</source>
        <translation>Không có bản sao lưu nào của máy quầy mà phiên bản này đọc được.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Chọn thư mục khác.</translation>
    </message>
    <message>
        <source>This copy of the desk is damaged or was altered; nothing was changed.</source>
        <translation>Bản sao lưu này bị hỏng hoặc đã bị sửa; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Take another copy.</source>
        <translation>Dùng bản sao lưu khác.</translation>
    </message>
    <message>
        <source>This copy was made under a key that is not here.</source>
        <translation>Bản sao lưu này được tạo bằng một khóa không có ở đây.</translation>
    </message>
    <message>
        <source>Take another copy, or one that a passphrase opens.</source>
        <translation>Dùng bản sao lưu khác, hoặc bản mở được bằng cụm từ bí mật.</translation>
    </message>
    <message>
        <source>Another desk lives in this folder; nothing was changed.</source>
        <translation>Thư mục này là của một máy quầy khác; chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Chọn một thư mục trống.</translation>
    </message>
    <message>
        <source>These words do not open the desk's key.</source>
        <translation>Cụm từ này không mở được khóa của máy quầy.</translation>
    </message>
    <message>
        <source>Type them once more, with marks and blanks as they were set.</source>
        <translation>Gõ lại đúng dấu và khoảng trắng như khi đặt.</translation>
    </message>
    <message>
        <source>These words are too short to guard a whole desk.</source>
        <translation>Cụm từ này quá ngắn để bảo vệ cả máy quầy.</translation>
    </message>
    <message>
        <source>Take fourteen signs at least; some words in a row are easy to keep in mind.</source>
        <translation>Dùng ít nhất 14 ký tự; vài từ liền nhau rất dễ nhớ.</translation>
    </message>
    <message>
        <source>Words that open the copy on another machine are not set yet.</source>
        <translation>Chưa đặt cụm từ bí mật để mở bản sao trên máy khác.</translation>
    </message>
    <message>
        <source>Set them first; then copy.</source>
        <translation>Hãy đặt cụm từ trước rồi sao lưu.</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>Put a copy of the desk back</source>
        <translation>Đã phục hồi máy quầy từ một bản sao lưu</translation>
    </message>
    <message>
        <source>Changed the desk's key</source>
        <translation>Đã thay khóa của máy quầy</translation>
    </message>
    <message>
        <source>Moved the desk to another machine</source>
        <translation>Đã chuyển máy quầy sang máy khác</translation>
    </message>
</context>
</TS>
