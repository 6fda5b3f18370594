<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>ReceiveScreen</name>
    <message><source>&amp;Ask for what is missing (02)</source><translation>&amp;Yêu cầu bổ sung (02)</translation></message>
    <message><source>Re&amp;fuse (03)</source><translation>Từ &amp;chối (03)</translation></message>
  </context>
  <context>
    <name>GroundPanel</name>
    <message><source>Stated last under number {number}, {at}: {reason}</source><translation>Đã lập gần nhất số {number}, {at}: {reason}</translation></message>
    <message><source>Reason, as it will be printed</source><translation>Lý do (in nguyên văn trên phiếu)</translation></message>
    <message><source>Legal ground</source><translation>Căn cứ pháp lý</translation></message>
    <message><source>Who asks for it</source><translation>Bên yêu cầu dừng</translation></message>
    <message><source>How far the dossier has come</source><translation>Hồ sơ đang ở bước</translation></message>
    <message><source>What was decided</source><translation>Quyết định</translation></message>
    <message><source>The clock</source><translation>Thời hạn giải quyết</translation></message>
    <message><source>Keep and print</source><translation>Lưu và in</translation></message>
    <message><source>Print it again</source><translation>In lại phiếu đã lập</translation></message>
    <message><source>Print it, left to the pen</source><translation>In phiếu để viết tay</translation></message>
    <message><source>Leave it</source><translation>Để sau</translation></message>
    <message><source>What is asked for</source><translation>Nội dung yêu cầu bổ sung</translation></message>
    <message><source>New time for the outcome</source><translation>Thời gian trả kết quả mới</translation></message>
    <message><source>Stop: wait for {wait}</source><translation>Dừng tính: chờ {wait}</translation></message>
    <message><source>Leave the clock as it is</source><translation>Không thay đổi thời hạn</translation></message>
    <message><source>A new time was promised once already: it should stay the only one.</source><translation>Đã hẹn lại một lần: không nên hẹn lại lần nữa.</translation></message>
    <message><source>Only one supplement may be asked for: a second counts as overdue.</source><translation>Chỉ được yêu cầu bổ sung một lần: lần thứ hai tính là quá hạn.</translation></message>
  </context>
  <context>
    <name>MovementPanel</name>
    <message><source>{giver} to {taker}, {unit}</source><translation>{giver} giao {taker}, {unit}</translation></message>
    <message><source>It has not left this counter yet</source><translation>Hồ sơ chưa rời quầy này</translation></message>
    <message><source>Unit that takes it</source><translation>Cơ quan, bộ phận nhận</translation></message>
    <message><source>Who gives it</source><translation>Người giao</translation></message>
    <message><source>Who takes it</source><translation>Người nhận</translation></message>
    <message><source>Note</source><translation>Ghi chú</translation></message>
    <message><source>Append this hand-over</source><translation>Ghi thêm lần giao này</translation></message>
    <message><source>Print the sheet</source><translation>In phiếu</translation></message>
    <message><source>Leave it</source><translation>Để sau</translation></message>
  </context>
  <context>
    <name>PaymentPanel</name>
    <message><source>Due</source><translation>Phải nộp</translation></message>
    <message><source>Still open</source><translation>Còn phải nộp</translation></message>
    <message><source>nothing</source><translation>không</translation></message>
    <message><source>Amount in đồng</source><translation>Số tiền (đồng)</translation></message>
    <message><source>How it was paid</source><translation>Hình thức nộp</translation></message>
    <message><source>Number of the official e-receipt</source><translation>Số biên lai điện tử</translation></message>
    <message><source>A mistake is put right by noting the opposite amount, with a minus.</source><translation>Ghi nhầm thì ghi thêm số tiền ngược lại, có dấu trừ.</translation></message>
    <message><source>Note this payment</source><translation>Ghi nhận khoản nộp</translation></message>
    <message><source>Print the fee slip</source><translation>In thông tin phí</translation></message>
    <message><source>Leave it</source><translation>Để sau</translation></message>
  </context>
  <context>
    <name>page_words</name>
    <message><source>Page labels</source><translation>Nhãn giấy tờ</translation></message>
    <message><source>Mail label</source><translation>Nhãn gửi thư</translation></message>
    <message><source>Refusal (03)</source><translation>Từ chối (03)</translation></message>
    <message><source>Stated for a slip</source><translation>Đã ghi nội dung phiếu</translation></message>
    <message><source>Handed on to another unit</source><translation>Chuyển bộ phận khác</translation></message>
    <message><source>Payment noted</source><translation>Ghi nhận nộp phí</translation></message>
    <message><source>Missing number explained</source><translation>Giải thích số bị thiếu</translation></message>
    <message><source>Shift closed</source><translation>Chốt ca</translation></message>
    <message><source>in cash</source><translation>tiền mặt</translation></message>
    <message><source>by transfer</source><translation>chuyển khoản</translation></message>
    <message><source>by card</source><translation>thẻ</translation></message>
    <message><source>on the national portal</source><translation>Cổng Dịch vụ công quốc gia</translation></message>
  </context>
  <context>
    <name>error_words</name>
    <message><source>The new time lies in the past, or before the one that was promised.</source><translation>Thời gian mới đã qua hoặc sớm hơn thời gian đã hẹn.</translation></message>
    <message><source>Give a time that is still to come.</source><translation>Hãy chọn thời gian chưa tới.</translation></message>
    <message><source>Unit, who gives and who takes are needed together.</source><translation>Cần đủ bộ phận nhận, người giao và người nhận.</translation></message>
    <message><source>Fill in what is missing, then append it.</source><translation>Hãy điền phần còn thiếu rồi ghi thêm.</translation></message>
    <message><source>This is no amount that can be noted.</source><translation>Đây không phải số tiền ghi nhận được.</translation></message>
    <message><source>Write đồng in figures; no more can be taken back than was paid.</source><translation>Hãy ghi số đồng bằng chữ số; không trừ quá số đã nộp.</translation></message>
  </context>
</TS>
