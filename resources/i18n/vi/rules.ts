<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ClockPage</name>
    <message>
        <source>A supplement was asked for twice: it counts as overdue</source>
        <translation>Đã yêu cầu bổ sung hai lần: hồ sơ bị tính là quá hạn</translation>
    </message>
    <message>
        <source>Ask all the same</source>
        <translation>Vẫn yêu cầu lần hai</translation>
    </message>
    <message>
        <source>Ask for a supplement again …</source>
        <translation>Yêu cầu bổ sung lần nữa …</translation>
    </message>
    <message>
        <source>Begins once the fee is paid</source>
        <translation>Bắt đầu tính khi đã nộp phí, lệ phí</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Thời hạn giải quyết</translation>
    </message>
    <message>
        <source>Due {at}</source>
        <translation>Hạn trả: {at}</translation>
    </message>
    <message>
        <source>Go on: {wait} is there</source>
        <translation>Tiếp tục: hết chờ {wait}</translation>
    </message>
    <message>
        <source>Only one supplement may be asked for: a second counts as overdue.</source>
        <translation>Chỉ được yêu cầu bổ sung một lần; yêu cầu lần thứ hai thì hồ sơ bị tính là quá hạn.</translation>
    </message>
    <message>
        <source>Stands still, waiting for {waits}</source>
        <translation>Đang tạm dừng, chờ {waits}</translation>
    </message>
    <message>
        <source>Stop: wait for {wait}</source>
        <translation>Tạm dừng: chờ {wait}</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Rút lại bước vừa ghi</translation>
    </message>
    <message>
        <source>The fee has been paid</source>
        <translation>Đã nộp phí, lệ phí</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Filed</source>
        <translation>Cách nộp</translation>
    </message>
</context>
<context>
    <name>FilingCard</name>
    <message>
        <source>How it is filed</source>
        <translation>Cách nộp, diện miễn giảm</translation>
    </message>
    <message>
        <source>Particular case</source>
        <translation>Trường hợp riêng</translation>
    </message>
    <message>
        <source>Reasons to pay less: tick what was proven</source>
        <translation>Diện miễn, giảm: đánh dấu khi đã xem chứng minh</translation>
    </message>
    <message>
        <source>by what is known</source>
        <translation>tự động theo thông tin đã có</translation>
    </message>
    <message>
        <source>lowers the fee</source>
        <translation>đang được áp dụng</translation>
    </message>
    <message>
        <source>proof: {proof}</source>
        <translation>chứng minh: {proof}</translation>
    </message>
</context>
<context>
    <name>PackDesk</name>
    <message>
        <source>Files that are not right and were left out: {count}. They are listed at Procedure.</source>
        <translation>Có {count} tệp quy định bị lỗi nên không dùng; danh sách ở bước Thủ tục.</translation>
    </message>
</context>
<context>
    <name>PackNotes</name>
    <message>
        <source>Files left out: {count}</source>
        <translation>Tệp bị lỗi, không dùng: {count}</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>dòng {line}</translation>
    </message>
    <message>
        <source>– and {count} more, on the form</source>
        <translation>– còn {count} lưu ý nữa ở bước Tờ khai</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Tell the citizen first: {tip}</source>
        <translation>Nói trước với công dân: {tip}</translation>
    </message>
</context>
<context>
    <name>SpokenCard</name>
    <message>
        <source>Answered at once, nothing is received</source>
        <translation>Trả lời ngay, không tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>From the population record</source>
        <translation>Theo Cơ sở dữ liệu quốc gia về dân cư</translation>
    </message>
    <message>
        <source>Neither card nor record holds one; look into VNeID.</source>
        <translation>Thẻ và cơ sở dữ liệu không có số này; xem trên VNeID.</translation>
    </message>
    <message>
        <source>Nine-digit number of {name}</source>
        <translation>Số chứng minh nhân dân 9 số của {name}</translation>
    </message>
    <message>
        <source>Read from the card</source>
        <translation>Đọc từ thẻ căn cước</translation>
    </message>
    <message>
        <source>Show the whole number</source>
        <translation>Xem đủ số</translation>
    </message>
</context>
<context>
    <name>clock_words</name>
    <message>
        <source>{at}: begins anew, done the same day</source>
        <translation>{at}: tính lại từ đầu, xong trong ngày</translation>
    </message>
    <message>
        <source>{at}: begins anew, {left} to go</source>
        <translation>{at}: tính lại từ đầu, còn {left}</translation>
    </message>
    <message>
        <source>{at}: begins, done the same day</source>
        <translation>{at}: bắt đầu tính, xong trong ngày</translation>
    </message>
    <message>
        <source>{at}: begins, {left} to go</source>
        <translation>{at}: bắt đầu tính, còn {left}</translation>
    </message>
    <message>
        <source>{at}: due</source>
        <translation>{at}: đến hạn</translation>
    </message>
    <message>
        <source>{at}: due, for it came after the hour up to which it is done the same day</source>
        <translation>{at}: đến hạn, vì nhận sau giờ giải quyết trong ngày</translation>
    </message>
    <message>
        <source>{at}: due, for the last day is a day off and the next working day takes its place</source>
        <translation>{at}: đến hạn, vì ngày cuối là ngày nghỉ nên lấy ngày làm việc tiếp theo</translation>
    </message>
    <message>
        <source>{at}: goes on, done the same day</source>
        <translation>{at}: tiếp tục, xong trong ngày</translation>
    </message>
    <message><source>{at}: due, as promised anew with an apology</source><translation>{at}: hẹn trả, theo thời gian hẹn lại trong văn bản xin lỗi</translation></message>
    <message>
        <source>{at}: goes on, {left} to go</source>
        <translation>{at}: tiếp tục, còn {left}</translation>
    </message>
    <message>
        <source>{at}: stopped to wait for {wait}</source>
        <translation>{at}: tạm dừng, chờ {wait}</translation>
    </message>
    <message>
        <source>{at}: stopped to wait for {wait}; {spent} spent, {left} to go</source>
        <translation>{at}: tạm dừng, chờ {wait}; đã dùng {spent}, còn {left}</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>{count} ngày làm việc</translation>
    </message>
    <message>
        <source>{day}: day off, {name}</source>
        <translation>{day}: ngày nghỉ, {name}</translation>
    </message>
    <message>
        <source>{hours} working hours</source>
        <translation>{hours} giờ làm việc</translation>
    </message>
    <message>
        <source>{hours} working hours {minutes} minutes</source>
        <translation>{hours} giờ {minutes} phút làm việc</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>A supplement has been asked for once already; a second one counts as overdue.</source>
        <translation>Đã yêu cầu bổ sung một lần; lần thứ hai bị tính là quá hạn.</translation>
    </message>
    <message>
        <source>Ask for everything at once, or keep the second request knowingly.</source>
        <translation>Yêu cầu đủ trong một lần, hoặc ghi lần thứ hai khi đã biết rõ.</translation>
    </message>
    <message>
        <source>Choose one of the ways shown.</source>
        <translation>Chọn một trong các cách đang hiện.</translation>
    </message>
    <message>
        <source>Nobody may be asked for this any more; nothing is received.</source>
        <translation>Thủ tục này không còn được yêu cầu công dân; không tiếp nhận.</translation>
    </message>
    <message>
        <source>Open the dossier again and look how its clock stands.</source>
        <translation>Mở lại hồ sơ và xem thời hạn đang thế nào.</translation>
    </message>
    <message>
        <source>Tell the citizen what the law says and give the answer at once.</source>
        <translation>Nói với công dân quy định và trả lời ngay.</translation>
    </message>
    <message>
        <source>The clock of this dossier cannot be moved that way now.</source>
        <translation>Lúc này không thể ghi như vậy cho thời hạn của hồ sơ.</translation>
    </message>
    <message>
        <source>This procedure is not filed that way.</source>
        <translation>Thủ tục này không nộp theo cách đó.</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>At this desk</source>
        <translation>Trực tiếp tại quầy</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>Qua dịch vụ bưu chính</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>Tạm dừng thời hạn, chờ</translation>
    </message>
    <message><source>New time promised with an apology</source><translation>Hẹn lại thời gian, kèm văn bản xin lỗi</translation></message>
    <message>
        <source>Clock went on</source>
        <translation>Tiếp tục thời hạn, hết chờ</translation>
    </message>
    <message>
        <source>Fee paid</source>
        <translation>Đã nộp phí, lệ phí</translation>
    </message>
    <message>
        <source>Last step of the clock taken back</source>
        <translation>Rút lại bước vừa ghi của thời hạn</translation>
    </message>
    <message>
        <source>Online, keyed in at this desk</source>
        <translation>Trực tuyến, nhập hộ tại quầy</translation>
    </message>
    <message>
        <source>Supplement asked for a second time</source>
        <translation>Yêu cầu bổ sung lần thứ hai</translation>
    </message>
    <message>
        <source>Way of filing, case or exemption changed</source>
        <translation>Đổi cách nộp, trường hợp hoặc diện miễn giảm</translation>
    </message>
    <message>
        <source>another body</source>
        <translation>cơ quan khác</translation>
    </message>
    <message>
        <source>the payment</source>
        <translation>nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>the supplement</source>
        <translation>bổ sung hồ sơ</translation>
    </message>
</context>
</TS>
