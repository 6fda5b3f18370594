<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>PurposeQuestion</name>
    <message><source>What is this dossier opened for? It is kept in history.</source><translation>Mở hồ sơ này để làm gì? Lý do được lưu vào nhật ký.</translation></message>
  </context>
  <context>
    <name>page_words</name>
    <message><source>Looked up by a former number</source><translation>Tra cứu theo số CMND cũ</translation></message>
    <message><source>Register searched</source><translation>Tìm trong sổ</translation></message>
    <message><source>Earlier paper looked at</source><translation>Xem giấy tờ đã nộp trước đây</translation></message>
    <message><source>Deleted when its time was over</source><translation>Đã xóa khi hết thời hạn giữ</translation></message>
    <message><source>Held: nothing of it is deleted</source><translation>Giữ lại: không xóa gì của hồ sơ này</translation></message>
    <message><source>No longer held</source><translation>Thôi giữ lại</translation></message>
    <message><source>Told what is held about a citizen</source><translation>Đã cho công dân biết dữ liệu đang giữ</translation></message>
    <message><source>Notice of a breach filled</source><translation>Đã lập thông báo vi phạm</translation></message>
    <message><source>Copy of a paper given out</source><translation>Đã đưa ra bản sao giấy tờ</translation></message>
    <message><source>History inspected</source><translation>Kiểm tra nhật ký</translation></message>
    <message><source>the citizen files</source><translation>công dân nộp hồ sơ</translation></message>
    <message><source>own work of the day</source><translation>việc tự nhận trong ngày</translation></message>
    <message><source>the citizen shows the acknowledgement</source><translation>công dân đưa giấy tiếp nhận</translation></message>
    <message><source>the citizen asks about it</source><translation>công dân hỏi về hồ sơ</translation></message>
    <message><source>work on the dossier</source><translation>xử lý hồ sơ</translation></message>
    <message><source>the outcome is handed over</source><translation>trả kết quả</translation></message>
    <message><source>a complaint or a question of a superior</source><translation>khiếu nại hoặc cấp trên hỏi</translation></message>
    <message><source>sending it to the hub</source><translation>gửi hồ sơ lên máy chủ</translation></message>
    <message><source>the citizen wants to know what is held</source><translation>công dân hỏi dữ liệu nào về mình đang được giữ</translation></message>
    <message><source>inspection</source><translation>kiểm tra</translation></message>
  </context>
  <context>
    <name>error_words</name>
    <message><source>What is held is told of one whole ID number.</source><translation>Chỉ cho biết dữ liệu đang giữ về một số định danh đầy đủ.</translation></message>
    <message><source>Type its twelve digits, or the nine of before.</source><translation>Gõ đủ mười hai chữ số, hoặc chín chữ số của CMND cũ.</translation></message>
    <message><source>A dossier is opened for something: what for was not said.</source><translation>Chưa nói mở hồ sơ để làm gì.</translation></message>
    <message><source>Open it from the register and say what for.</source><translation>Hãy mở từ sổ và chọn lý do.</translation></message>
  </context>
</TS>
