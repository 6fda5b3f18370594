<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>LessonDesk</name>
    <message><source>Seen, go on</source><translation>Đã xem, đi tiếp</translation></message>
    <message><source>Ask for the card</source><translation>Mời đưa thẻ</translation></message>
  </context>
  <context>
    <name>LessonStrip</name>
    <message><source>Lesson {title}: step {number} of {of}</source><translation>Bài {title}: bước {number}/{of}</translation></message>
    <message><source>Show me</source><translation>Chỉ cho tôi</translation></message>
    <message><source>End the lesson</source><translation>Dừng bài</translation></message>
  </context>
  <context>
    <name>LessonResult</name>
    <message><source>{points} of {most} points</source><translation>{points}/{most} điểm</translation></message>
    <message><source>What you did, and when</source><translation>Bạn đã làm gì, lúc nào</translation></message>
    <message><source>What a right visit leaves behind</source><translation>Một lượt tiếp đúng để lại điều gì</translation></message>
    <message><source>What was counted</source><translation>Số liệu của bài</translation></message>
    <message><source>Time taken</source><translation>Thời gian</translation></message>
    <message><source>Keys pressed</source><translation>Số lần gõ phím</translation></message>
    <message><source>Hints</source><translation>Số gợi ý đã xem</translation></message>
    <message><source>Errors, of them caught</source><translation>Số lỗi, trong đó đã tự sửa</translation></message>
    <message><source>Papers asked for against the law</source><translation>Giấy tờ đòi sai luật</translation></message>
    <message><source>Points taken off</source><translation>Điểm bị trừ</translation></message>
    <message><source>Lesson</source><translation>Bài luyện tập</translation></message>
    <message><source>Print the certificate</source><translation>In giấy chứng nhận</translation></message>
    <message><source>Once more</source><translation>Làm lại</translation></message>
    <message><source>Close</source><translation>Đóng</translation></message>
  </context>
  <context>
    <name>ClassConsole</name>
    <message><source>{name} (away)</source><translation>{name} (đã rời)</translation></message>
    <message><source>The table lies in {place}</source><translation>Bảng điểm đã lưu ở {place}</translation></message>
    <message><source>Class – TRAINING</source><translation>Lớp học – TẬP HUẤN</translation></message>
    <message><source>Desks join with this code at {address}. What is chosen goes to the marked desks, or to all.</source><translation>Các máy vào lớp bằng mã này tại {address}. Lệnh chọn ở dưới gửi tới các máy đang đánh dấu, hoặc tới tất cả.</translation></message>
    <message><source>Start the lesson</source><translation>Bắt đầu bài</translation></message>
    <message><source>Have it happen now</source><translation>Cho xảy ra ngay</translation></message>
    <message><source>Put the desks back</source><translation>Đưa máy về ban đầu</translation></message>
    <message><source>Save the table</source><translation>Lưu bảng điểm</translation></message>
    <message><source>With names</source><translation>Kèm tên</translation></message>
    <message><source>Large</source><translation>Chữ lớn</translation></message>
    <message><source>No.</source><translation>Số</translation></message>
    <message><source>Desk</source><translation>Máy</translation></message>
    <message><source>Lesson</source><translation>Bài</translation></message>
    <message><source>Step</source><translation>Bước</translation></message>
    <message><source>Time taken</source><translation>Thời gian</translation></message>
    <message><source>Errors</source><translation>Lỗi</translation></message>
    <message><source>Hints</source><translation>Gợi ý</translation></message>
    <message><source>Points</source><translation>Điểm</translation></message>
  </context>
  <context>
    <name>lesson_words</name>
    <message><source>The person was known</source><translation>Đã nhận ra công dân</translation></message>
    <message><source>Looked and went on</source><translation>Đã xem và đi tiếp</translation></message>
    <message><source>The procedure was chosen</source><translation>Đã chọn thủ tục</translation></message>
    <message><source>A person joined the form</source><translation>Đã thêm một người vào tờ khai</translation></message>
    <message><source>A locked answer was changed with a reason</source><translation>Đã sửa một ô có khóa, có lý do</translation></message>
    <message><source>The right answer was given</source><translation>Đã điền đúng câu trả lời</translation></message>
    <message><source>The form was complete</source><translation>Tờ khai đã đủ</translation></message>
    <message><source>A paper was taken</source><translation>Đã chụp một giấy tờ</translation></message>
    <message><source>A page was taken out</source><translation>Đã bỏ một trang</translation></message>
    <message><source>A paper was excused</source><translation>Đã miễn một giấy tờ có lý do</translation></message>
    <message><source>A database was asked for a paper</source><translation>Đã tra cơ sở dữ liệu thay cho giấy tờ</translation></message>
    <message><source>An earlier paper was used again</source><translation>Đã dùng lại giấy tờ nộp lần trước</translation></message>
    <message><source>The papers were complete</source><translation>Giấy tờ đã đủ</translation></message>
    <message><source>The dossier was received</source><translation>Đã tiếp nhận hồ sơ</translation></message>
    <message><source>The acknowledgement was printed</source><translation>Đã in giấy tiếp nhận và hẹn trả</translation></message>
    <message><source>The declaration was printed</source><translation>Đã in tờ khai</translation></message>
    <message><source>A slip was printed</source><translation>Đã in một phiếu</translation></message>
    <message><source>The visit was set aside</source><translation>Đã tạm giữ hồ sơ</translation></message>
    <message><source>The visit was taken up again</source><translation>Đã mở lại hồ sơ tạm giữ</translation></message>
    <message><source>The reception was taken back</source><translation>Đã mở lại hồ sơ vừa tiếp nhận</translation></message>
    <message><source>A dossier was voided</source><translation>Đã hủy một hồ sơ</translation></message>
    <message><source>A dossier was opened in the register</source><translation>Đã mở một hồ sơ trong sổ</translation></message>
    <message><source>The outcome was handed over</source><translation>Đã trả kết quả</translation></message>
    <message><source>The screen was covered</source><translation>Đã che màn hình</translation></message>
    <message><source>The screen was uncovered</source><translation>Đã bỏ che màn hình</translation></message>
    <message><source>Everything was sent</source><translation>Đã gửi hết</translation></message>
    <message><source>The next citizen was called</source><translation>Đã mời người kế tiếp</translation></message>
    <message><source>The shift was closed</source><translation>Đã chốt ca</translation></message>
    <message><source>The population database goes away</source><translation>Mất kết nối CSDL dân cư</translation></message>
    <message><source>The population database is back</source><translation>CSDL dân cư trả lời trở lại</translation></message>
    <message><source>The network goes away</source><translation>Mất mạng</translation></message>
    <message><source>The network is back</source><translation>Có mạng trở lại</translation></message>
    <message><source>The printer jams</source><translation>Máy in kẹt giấy</translation></message>
    <message><source>The printer prints again</source><translation>Máy in hoạt động lại</translation></message>
    <message><source>The camera goes away</source><translation>Mất máy ảnh</translation></message>
    <message><source>The camera is back</source><translation>Máy ảnh hoạt động lại</translation></message>
    <message><source>The card is forged</source><translation>Thẻ bị làm giả</translation></message>
    <message><source>The record differs from the card</source><translation>Dữ liệu dân cư khác với thẻ</translation></message>
    <message><source>The power is cut</source><translation>Mất điện</translation></message>
    <message><source>The citizen is in a hurry</source><translation>Công dân đang vội</translation></message>
    <message><source>The citizen leaves</source><translation>Công dân bỏ đi</translation></message>
    <message><source>A stranger looks at the screen</source><translation>Người lạ nhìn vào màn hình</translation></message>
    <message><source>Begun: {about}</source><translation>Bắt đầu: {about}</translation></message>
    <message><source>Done: {about}</source><translation>Xong: {about}</translation></message>
    <message><source>{about}</source><translation>{about}</translation></message>
    <message><source>A hint was asked for</source><translation>Xem một gợi ý</translation></message>
    <message><source>An error: {about}</source><translation>Lỗi: {about}</translation></message>
    <message><source>A wrong page was caught and taken out</source><translation>Đã phát hiện và bỏ trang sai</translation></message>
    <message><source>A paper was asked for that the law forbids to ask for</source><translation>Đòi giấy tờ mà luật cấm đòi</translation></message>
    <message><source>It happens: {about}</source><translation>Sự cố: {about}</translation></message>
    <message><source>The trainer had it happen: {about}</source><translation>Giảng viên gây sự cố: {about}</translation></message>
  </context>
</TS>
