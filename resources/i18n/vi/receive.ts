<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>FiledPage</name>
    <message>
        <source>Not acknowledged yet</source>
        <translation>Máy chủ chưa xác nhận</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi về máy chủ</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Tình trạng lưu, gửi</translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>Provisional code: the hub will give the lasting one</source>
        <translation>Mã tạm: máy chủ sẽ cấp mã chính thức</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Saved on this desk</source>
        <translation>Đã lưu tại quầy</translation>
    </message>
    <message>
        <source>Sealed, papers: {count}</source>
        <translation>Đã niêm phong, số giấy tờ: {count}</translation>
    </message>
    <message>
        <source>The acknowledgement as it will be printed</source>
        <translation>Giấy tiếp nhận như sẽ in ra</translation>
    </message>
</context>
<context>
    <name>ReceiveScreen</name>
    <message>
        <source>Print &amp;form</source>
        <translation>In tờ &amp;khai</translation>
    </message>
    <message>
        <source>Hand over the acknowledgement</source>
        <translation>Giao giấy tiếp nhận cho công dân</translation>
    </message>
    <message>
        <source>Read it out to the citizen</source>
        <translation>Đọc lại cho công dân xác nhận</translation>
    </message>
    <message>
        <source>Save the acknowledgement</source>
        <translation>Lưu giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Still to be put right before it can be received: {count}</source>
        <translation>Chưa tiếp nhận được, còn phải hoàn thiện: {count}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Answers to be confirmed</source>
        <translation>Nội dung cần công dân xác nhận</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Chưa xác định</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Không thu</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Who, and what is asked for</source>
        <translation>Người nộp và yêu cầu</translation>
    </message>
    <message>
        <source>amount not verified</source>
        <translation>mức thu chưa kiểm chứng</translation>
    </message>
    <message>
        <source>days off not official yet</source>
        <translation>lịch nghỉ chưa chính thức</translation>
    </message>
    <message>
        <source>{count} more answers come from the population database and are verified</source>
        <translation>{count} mục khác lấy từ CSDL dân cư, đã xác thực</translation>
    </message>
    <message>
        <source>{paper} – pages: {count}</source>
        <translation>{paper} – số trang: {count}</translation>
    </message>
    <message>
        <source>{paper} – still missing</source>
        <translation>{paper} – còn thiếu</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>Acknowledgement printed</source>
        <translation>In giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Dossier begun</source>
        <translation>Lập hồ sơ</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Hủy hồ sơ đang làm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>thứ Sáu</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>thứ Hai</translation>
    </message>
    <message>
        <source>Opened in the register</source>
        <translation>Mở xem trong sổ</translation>
    </message>
    <message>
        <source>Paper added</source>
        <translation>Thêm giấy tờ</translation>
    </message>
    <message>
        <source>Paper removed</source>
        <translation>Bỏ giấy tờ</translation>
    </message>
    <message>
        <source>Population record looked up</source>
        <translation>Tra cứu CSDL dân cư</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>thứ Năm</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>thứ Ba</translation>
    </message>
    <message>
        <source>Verified answer changed</source>
        <translation>Sửa nội dung đã xác thực</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>thứ Tư</translation>
    </message>
    <message>
        <source>counted from the reception, days off left out</source>
        <translation>tính từ lúc tiếp nhận, không kể ngày nghỉ</translation>
    </message>
    <message>
        <source>for their child</source>
        <translation>nộp cho con</translation>
    </message>
    <message>
        <source>for themselves</source>
        <translation>nộp cho chính mình</translation>
    </message>
    <message>
        <source>on behalf of another person</source>
        <translation>nộp thay theo ủy quyền</translation>
    </message>
    <message>
        <source>received after the hour up to which it is done the same day</source>
        <translation>nhận sau giờ giải quyết trong ngày</translation>
    </message>
    <message>
        <source>the last day is a day off, so the next working day counts</source>
        <translation>ngày cuối là ngày nghỉ nên tính sang ngày làm việc tiếp theo</translation>
    </message>
    <message>
        <source>Person added for a role</source>
        <translation>Đã thêm người theo vai</translation>
    </message>
    <message>
        <source>Database looked up for a paper</source>
        <translation>Đã tra cứu cơ sở dữ liệu về giấy tờ</translation>
    </message>
</context>
</TS>
