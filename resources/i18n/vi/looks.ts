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
  <context>
    <name>inspection_words</name>
    <message><source>altered</source><translation>đã bị sửa</translation></message>
    <message><source>taken out</source><translation>đã bị lấy ra</translation></message>
    <message><source>cut off at the end</source><translation>đã bị cắt ở cuối</translation></message>
    <message><source>written anew, links and all, somewhere among these</source><translation>đã bị viết lại cùng cả chuỗi, ở đâu đó trong các dòng này</translation></message>
    <message><source>under a seal that no known desk has made</source><translation>có niêm phong không phải của máy quầy nào đã biết</translation></message>
    <message><source>Line {first}: {damage}</source><translation>Dòng {first}: {damage}</translation></message>
    <message><source>Lines {first} to {last}: {damage}</source><translation>Dòng {first} đến {last}: {damage}</translation></message>
    <message><source>looked a record up and began no dossier</source><translation>tra cứu dân cư nhưng không lập hồ sơ</translation></message>
    <message><source>looked outside the office's hours</source><translation>xem ngoài giờ làm việc</translation></message>
    <message><source>looked {count} times within an hour</source><translation>xem {count} lần trong một giờ</translation></message>
    <message><source>searched the register {count} times within an hour</source><translation>tìm trong sổ {count} lần trong một giờ</translation></message>
    <message><source>dossier {about}</source><translation>hồ sơ {about}</translation></message>
    <message><source>digitised papers of {about}: {count}</source><translation>giấy tờ đã số hóa của {about}: {count}</translation></message>
    <message><source>outcome handed over: {about}</source><translation>kết quả đã trả: {about}</translation></message>
    <message><source>draft of procedure {about}</source><translation>tờ khai dở dang, thủ tục {about}</translation></message>
    <message><source>entries that wait for the hub: {count}</source><translation>nội dung chờ gửi lên máy chủ: {count}</translation></message>
    <message><source>copy of the record for an appointment</source><translation>bản sao thông tin dân cư cho lịch hẹn</translation></message>
    <message><source>applicant</source><translation>người nộp</translation></message>
    <message><source>holder</source><translation>chủ hồ sơ</translation></message>
    <message><source>named in it</source><translation>được nêu trong đó</translation></message>
  </context>
  <context>
    <name>InspectionView</name>
    <message><source>Reading history …</source><translation>Đang đọc nhật ký …</translation></message>
    <message><source>Is history what was written?</source><translation>Nhật ký có còn nguyên như đã ghi?</translation></message>
    <message><source>{lines} lines, sealed up to line {sealed}</source><translation>{lines} dòng, đã niêm phong đến dòng {sealed}</translation></message>
    <message><source>Yes: {told}</source><translation>Còn nguyên: {told}</translation></message>
    <message><source>No: {told}</source><translation>KHÔNG còn nguyên: {told}</translation></message>
    <message><source>Looks that ask for an explanation</source><translation>Lượt xem cần giải trình</translation></message>
    <message><source>None</source><translation>Không có</translation></message>
    <message><source>The latest {count}; all of them stand in the export</source><translation>{count} lượt gần nhất; đầy đủ trong tệp xuất</translation></message>
    <message><source>This desk holds nothing about this number</source><translation>Máy quầy này không giữ dữ liệu nào về số này</translation></message>
    <message><source>Looked at {count} times</source><translation>Đã xem {count} lần</translation></message>
    <message><source>Held on request: nothing of it is deleted</source><translation>Đang giữ lại theo yêu cầu: không xóa</translation></message>
    <message><source>Export history</source><translation>Xuất nhật ký</translation></message>
    <message><source>Inspection</source><translation>Kiểm tra</translation></message>
    <message><source>What does this desk hold about the &amp;number</source><translation>Máy quầy đang giữ dữ liệu nào về &amp;số định danh</translation></message>
    <message><source>All twelve digits, or nine of before</source><translation>Đủ mười hai chữ số, hoặc chín chữ số cũ</translation></message>
    <message><source>&amp;Tell</source><translation>&amp;Cho biết</translation></message>
    <message><source>&amp;Print the sheet for the citizen</source><translation>&amp;In phiếu cho công dân</translation></message>
    <message><source>Inspect &amp;again</source><translation>Kiểm tra &amp;lại</translation></message>
    <message><source>&amp;Export history …</source><translation>&amp;Xuất nhật ký …</translation></message>
    <message><source>&amp;Close</source><translation>Đó&amp;ng</translation></message>
  </context>
  <context>
    <name>InspectionDesk</name>
    <message><source>History is written to {file}</source><translation>Đã ghi nhật ký vào {file}</translation></message>
  </context>
  <context>
    <name>RegisterScreen</name>
    <message><source>&amp;Inspection</source><translation>K&amp;iểm tra</translation></message>
  </context>
</TS>
