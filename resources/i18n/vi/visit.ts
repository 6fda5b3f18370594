<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>CapacityQuestion</name>
    <message><source>New-born child without an ID number yet</source><translation>Trẻ mới sinh, chưa có số định danh</translation></message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message><source>not named yet</source><translation>chưa khai tên</translation></message>
    <message><source>New-born child, no ID number yet</source><translation>Trẻ mới sinh, chưa có số định danh</translation></message>
  </context>
  <context>
    <name>DossierPage</name>
    <message><source>no ID number yet</source><translation>chưa có số định danh</translation></message>
  </context>
  <context>
    <name>register_rows</name>
    <message><source>none yet</source><translation>chưa có</translation></message>
  </context>
  <context>
    <name>TypedCardForm</name>
    <message><source>Nine digits: a former card's number, no longer asked for (Decree 58/2026/NĐ-CP); it can still be looked up.</source><translation>Số CMND 9 số: không còn được yêu cầu (Nghị định 58/2026/NĐ-CP), nhưng vẫn tra cứu được.</translation></message>
  </context>
  <context>
    <name>RegisterScreen</name>
    <message><source>Declaration on &amp;paper</source><translation>In tờ &amp;khai</translation></message>
    <message><source>Found by the nine-digit number, which is no longer asked for: {count}</source><translation>Tìm thấy theo số CMND 9 số (số này không còn được yêu cầu): {count}</translation></message>
  </context>
  <context>
    <name>error_words</name>
    <message><source>Nobody is known here by this nine-digit number, name and birth date.</source><translation>Không tìm thấy ai có số CMND 9 số, họ tên và ngày sinh này.</translation></message>
    <message><source>Ask for the card or the twelve-digit number. Do not ask for a confirmation of the former one.</source><translation>Đề nghị xuất trình thẻ hoặc cho biết số định danh 12 số. Không yêu cầu giấy xác nhận số CMND cũ.</translation></message>
  </context>
  <context>
    <name>LackingLines</name>
    <message><source>Missing paper: {what}</source><translation>Thiếu giấy tờ: {what}</translation></message>
    <message><source>Not right: {what}</source><translation>Chưa đúng: {what}</translation></message>
    <message><source>Missing on the form: {what}</source><translation>Tờ khai còn thiếu: {what}</translation></message>
    <message><source>And {count} more on the form</source><translation>Và {count} mục khác trên tờ khai</translation></message>
    <message><source>Go there</source><translation>Đến mục này</translation></message>
    <message><source>{form}: missing {what}, and {count} more</source><translation>{form}: còn thiếu {what} và {count} mục khác</translation></message>
    <message><source>{form}: missing {what}</source><translation>{form}: còn thiếu {what}</translation></message>
  </context>
  <context>
    <name>ReceiveScreen</name>
    <message><source>Missing: {what} and {count} more</source><translation>Còn thiếu: {what} và {count} mục khác</translation></message>
    <message><source>Missing: {what}</source><translation>Còn thiếu: {what}</translation></message>
    <message><source>Cannot be received</source><translation>Không thể tiếp nhận</translation></message>
  </context>
  <context>
    <name>RoleQuestion</name>
    <message><source>The card of {name} was read. Whose is it?</source><translation>Vừa đọc thẻ của {name}. Người này là ai trong hồ sơ?</translation></message>
    <message><source>Whose card was read?</source><translation>Thẻ vừa đọc là của ai?</translation></message>
    <message><source>Somebody else: set this visit aside, serve that person</source><translation>Người khác: tạm gác lượt này, phục vụ người đó</translation></message>
    <message><source>Nobody: leave the card alone (Esc)</source><translation>Không dùng thẻ này (Esc)</translation></message>
  </context>
  <context>
    <name>RoleDesk</name>
    <message><source>This person is in this dossier already; nothing was filled in.</source><translation>Người này đã có trong hồ sơ; không điền thêm gì.</translation></message>
    <message><source>The card was taken for: {role}.</source><translation>Đã lấy thẻ cho: {role}.</translation></message>
    <message><source>Take back</source><translation>Bỏ ra</translation></message>
  </context>
  <context>
    <name>DeclarationScreen</name>
    <message><source>As it was received. Every print after the first is marked as a copy.</source><translation>Tờ khai như khi tiếp nhận. Mọi bản in sau bản đầu đều ghi là bản in lại.</translation></message>
  </context>
  <context>
    <name>page_words</name>
    <message><source>Declaration printed</source><translation>In tờ khai</translation></message>
    <message><source>Slip printed</source><translation>In phiếu</translation></message>
    <message><source>Slip printed again, marked as a copy</source><translation>In lại phiếu, có ghi là bản in lại</translation></message>
    <message><source>Declaration printed again, marked as a copy</source><translation>In lại tờ khai, có ghi là bản in lại</translation></message>
  </context>
</TS>
