<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>readiness_words</name>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>The desk's key</source>
        <translation>Khóa của máy quầy</translation>
    </message>
    <message>
        <source>Copies of the desk</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Every page can be read.</source>
        <translation>Đọc được mọi trang.</translation>
    </message>
    <message>
        <source>It is large: today's copy reads it through in the background.</source>
        <translation>Dữ liệu lớn: bản sao lưu hôm nay sẽ đọc kiểm tra toàn bộ ở phía sau.</translation>
    </message>
    <message>
        <source>It is damaged. Receive nothing: open the desk anew, and it offers the newest good copy.</source>
        <translation>Dữ liệu bị hỏng. Đừng tiếp nhận: đóng chương trình rồi mở lại, máy sẽ đề nghị bản sao lưu tốt mới nhất.</translation>
    </message>
    <message>
        <source>{fact} free.</source>
        <translation>Còn trống {fact}.</translation>
    </message>
    <message>
        <source>Only {fact} free. Make room on the disk this week.</source>
        <translation>Chỉ còn trống {fact}. Giải phóng chỗ trên đĩa trong tuần này.</translation>
    </message>
    <message>
        <source>Only {fact} free. Make room before anything is received.</source>
        <translation>Chỉ còn trống {fact}. Giải phóng chỗ trước khi tiếp nhận.</translation>
    </message>
    <message>
        <source>{fact}</source>
        <translation>{fact}</translation>
    </message>
    <message>
        <source>{fact} is not the hub's time. Set the computer's clock.</source>
        <translation>{fact} không khớp giờ máy chủ. Chỉnh lại đồng hồ máy tính.</translation>
    </message>
    <message>
        <source>{fact} is earlier than what this desk has written. Set the clock before anything is received.</source>
        <translation>{fact} sớm hơn những gì máy quầy đã ghi. Chỉnh lại đồng hồ máy tính trước khi tiếp nhận.</translation>
    </message>
    <message>
        <source>In the system's keyring, or under a passphrase.</source>
        <translation>Trong kho khóa của hệ thống, hoặc dưới cụm từ bí mật.</translation>
    </message>
    <message>
        <source>In a file beside the data: who takes the disk has both. counter-app rekey puts it elsewhere.</source>
        <translation>Trong một tệp cạnh dữ liệu: ai lấy ổ đĩa thì có cả hai. Lệnh counter-app rekey chuyển khóa sang chỗ khác.</translation>
    </message>
    <message>
        <source>The newest is of {fact}.</source>
        <translation>Bản mới nhất lúc {fact}.</translation>
    </message>
    <message>
        <source>The newest is of {fact}. Look whether the disk of the copies is there.</source>
        <translation>Bản mới nhất lúc {fact}. Xem ổ đĩa chứa bản sao có được cắm không.</translation>
    </message>
    <message>
        <source>None yet: the first is made in a minute, while the desk is open.</source>
        <translation>Chưa có: bản đầu tiên được tạo trong một phút nữa, khi máy quầy đang mở.</translation>
    </message>
    <message>
        <source>{fact} can be filed today.</source>
        <translation>Hôm nay nhận được {fact} thủ tục.</translation>
    </message>
    <message>
        <source>Left out for a fault in them: {fact}. Tell whoever looks after this desk.</source>
        <translation>Có lỗi nên không dùng: {fact}. Hãy báo người phụ trách máy.</translation>
    </message>
    <message>
        <source>{fact} is a working day.</source>
        <translation>{fact} là ngày làm việc.</translation>
    </message>
    <message>
        <source>{fact} is a day off: what comes in counts from the next working day.</source>
        <translation>{fact} là ngày nghỉ: hồ sơ nhận hôm nay tính từ ngày làm việc kế tiếp.</translation>
    </message>
    <message>
        <source>The holidays of {fact} are not confirmed yet: due times may still move.</source>
        <translation>Lịch nghỉ năm {fact} chưa được xác nhận: ngày hẹn trả còn có thể thay đổi.</translation>
    </message>
    <message>
        <source>None: this desk works by itself.</source>
        <translation>Không có: máy quầy này làm việc độc lập.</translation>
    </message>
    <message>
        <source>It answers, and everything is sent.</source>
        <translation>Máy chủ trả lời, đã gửi hết.</translation>
    </message>
    <message>
        <source>It answers; {fact} wait to be sent.</source>
        <translation>Máy chủ trả lời; còn {fact} mục chờ gửi.</translation>
    </message>
    <message>
        <source>This desk is not enrolled. Ask the hub for a one-time code.</source>
        <translation>Máy quầy chưa đăng ký. Xin mã dùng một lần của máy chủ.</translation>
    </message>
    <message>
        <source>{fact} lie aside and want a person's decision.</source>
        <translation>Có {fact} mục để riêng, cần người quyết định.</translation>
    </message>
    <message>
        <source>It does not answer; {fact} wait, and nothing is lost.</source>
        <translation>Máy chủ không trả lời; {fact} mục đang chờ, không mất gì.</translation>
    </message>
    <message>
        <source>It gives a picture: {fact}</source>
        <translation>Có hình: {fact}</translation>
    </message>
    <message>
        <source>{fact} gives no picture. Look at its plug, or choose another one.</source>
        <translation>{fact} không có hình. Xem lại dây cắm, hoặc chọn camera khác.</translation>
    </message>
    <message>
        <source>None is chosen yet.</source>
        <translation>Chưa chọn camera nào.</translation>
    </message>
    <message>
        <source>None answers: papers come by camera or as files. A hand scanner types by itself.</source>
        <translation>Không có máy nào trả lời: giấy tờ lấy bằng camera hoặc tệp. Máy quét cầm tay tự gõ như bàn phím.</translation>
    </message>
    <message>
        <source>The hand scanner at {fact} is not plugged in.</source>
        <translation>Máy quét cầm tay ở {fact} chưa được cắm.</translation>
    </message>
    <message>
        <source>{fact} does not answer. Look whether it is on.</source>
        <translation>{fact} không trả lời. Xem máy đã bật chưa.</translation>
    </message>
    <message>
        <source>None: papers would lie as PDF in {fact}</source>
        <translation>Không có: giấy tờ sẽ được lưu thành PDF trong {fact}</translation>
    </message>
    <message>
        <source>No answer in time. The desk can be used; look again later.</source>
        <translation>Chưa trả lời kịp. Vẫn dùng được máy quầy; kiểm tra lại sau.</translation>
    </message>
    <message>
        <source>Set up ({figure})</source>
        <translation>Cài đặt ({figure})</translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Mend what is marked red before anything is received.</source>
        <translation>Khắc phục mục màu đỏ trước khi tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Đang kiểm tra …</translation>
    </message>
    <message>
        <source>The desk can be opened; somebody should look at what is marked today.</source>
        <translation>Máy quầy dùng được; trong ngày cần có người xem các mục được đánh dấu.</translation>
    </message>
    <message>
        <source>All is well: the desk is ready.</source>
        <translation>Mọi thứ đều tốt: máy quầy đã sẵn sàng.</translation>
    </message>
    <message>
        <source>Enter goes on without waiting. Ctrl+Shift+O opens this page again; a figure sets a line up.</source>
        <translation>Enter để tiếp tục, không cần chờ. Ctrl+Shift+O mở lại trang này; bấm số để cài đặt mục tương ứng.</translation>
    </message>
    <message>
        <source>Look &amp;again</source>
        <translation>Kiểm tra &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
</context>
</TS>
