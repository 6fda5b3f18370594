<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>MainWindow</name>
    <message><source>Continue</source><translation>Tiếp tục</translation></message>
    <message><source>Set aside</source><translation>Tạm giữ</translation></message>
    <message><source>Set-aside dossiers</source><translation>Hồ sơ đang giữ</translation></message>
    <message><source>Undo</source><translation>Hoàn tác</translation></message>
    <message><source>Help for this step</source><translation>Trợ giúp cho bước này</translation></message>
    <message><source>Counter assistant – TRAINING</source><translation>Trợ lý quầy – TẬP HUẤN</translation></message>
    <message><source>Counter assistant</source><translation>Trợ lý quầy</translation></message>
</context>
<context>
    <name>Veil</name>
    <message><source>The screen is covered</source><translation>Màn hình đang được che</translation></message>
    <message><source>Nothing is lost. {keys} shows the visit again.</source><translation>Không mất gì. {keys} để xem lại.</translation></message>
</context>
<context>
    <name>Conductor</name>
    <message><source>The data is encrypted; its key lies in a file that only you can read.</source><translation>Dữ liệu đã mã hóa; khóa nằm trong tệp chỉ bạn đọc được.</translation></message>
    <message><source>The data is encrypted; its key lies in the keyring of this system.</source><translation>Dữ liệu đã mã hóa; khóa do hệ thống giữ (keyring).</translation></message>
</context>
<context>
    <name>error_words</name>
    <message><source>This procedure asks for no such paper.</source><translation>Thủ tục này không có giấy tờ đó.</translation></message>
    <message><source>Choose one of the papers in the list.</source><translation>Chọn một giấy tờ trong danh sách.</translation></message>
    <message><source>The printer did not take the paper; the dossier is kept.</source><translation>Máy in không nhận giấy này; hồ sơ vẫn được giữ.</translation></message>
    <message><source>Choose another printer, or save the paper as a PDF.</source><translation>Chọn máy in khác, hoặc lưu thành tệp PDF.</translation></message>
</context>
<context>
    <name>DutyScreen</name>
    <message><source>Start serving</source><translation>Vào ca trực</translation></message>
    <message><source>Who serves at this counter?</source><translation>Ai trực quầy này?</translation></message>
    <message><source>Every paper carries the name of the official who received the dossier.</source><translation>Giấy tờ in ra đều ghi tên cán bộ tiếp nhận hồ sơ.</translation></message>
    <message><source>Office</source><translation>Cơ quan</translation></message>
    <message><source>&amp;Full name of the official</source><translation>&amp;Họ và tên cán bộ</translation></message>
    <message><source>Full name of the official</source><translation>Họ và tên cán bộ</translation></message>
    <message><source>&amp;Counter</source><translation>&amp;Quầy</translation></message>
    <message><source>Counter</source><translation>Quầy</translation></message>
</context>
<context>
    <name>PageDesk</name>
    <message><source>The camera does not answer; a file works as well.</source><translation>Camera không trả lời; vẫn chọn tệp được.</translation></message>
    <message><source>The page is being read…</source><translation>Đang đọc trang…</translation></message>
</context>
<context>
    <name>step_help</name>
    <message><source>Lay the card under the camera, scan it, give a picture, or type number, name and birth date.</source><translation>Đặt thẻ dưới camera, quét thẻ, đưa ảnh, hoặc gõ số định danh, họ tên và ngày sinh.</translation></message>
    <message><source>Press 1, 2 or 3 for whom it is; then type part of the procedure's name and press Enter.</source><translation>Nhấn 1, 2 hoặc 3 để chọn nộp cho ai; sau đó gõ một phần tên thủ tục rồi nhấn Enter.</translation></message>
    <message><source>Enter goes to the next thing that lacks; Alt+U opens a locked answer with a reason.</source><translation>Enter đến mục còn thiếu tiếp theo; Alt+U mở mục đã khóa, phải ghi lý do.</translation></message>
    <message><source>Choose a paper; Ctrl+D takes the page, Ctrl+E opens the scanner. Drag corners that are wrong.</source><translation>Chọn giấy tờ; Ctrl+D để chụp trang, Ctrl+E để mở máy quét. Kéo bốn góc nếu nhận sai mép giấy.</translation></message>
    <message><source>Read the review with the citizen, then press Enter; printing comes after the code.</source><translation>Cùng công dân đọc lại, rồi nhấn Enter; có mã hồ sơ rồi mới in.</translation></message>
    <message><source>Type part of a code, a name without marks, or the last digits of the ID; Enter opens.</source><translation>Gõ một phần mã, tên không dấu, hoặc các số cuối của số định danh; Enter để mở.</translation></message>
</context>
  <context>
    <name>DraftDesk</name>
    <message><source>Unfinished dossiers kept from before: {count}.</source><translation>Hồ sơ dở dang còn giữ từ trước: {count}.</translation></message>
    <message><source>Open the latest</source><translation>Mở hồ sơ gần nhất</translation></message>
  </context>
</TS>
