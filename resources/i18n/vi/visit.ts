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
    <message><source>Nine digits: the number of a former card, no longer asked for (Decree 58/2026/NĐ-CP). The person is looked for by it; nobody has to confirm it.</source><translation>9 chữ số: số CMND cũ, nay không còn được yêu cầu (Nghị định 58/2026/NĐ-CP). Quầy tra cứu người theo số này; công dân không phải xác nhận số cũ.</translation></message>
  </context>
  <context>
    <name>RegisterScreen</name>
    <message><source>Found by the nine-digit number, which is no longer asked for: {count}</source><translation>Tìm thấy theo số CMND 9 số (số này không còn được yêu cầu): {count}</translation></message>
  </context>
  <context>
    <name>error_words</name>
    <message><source>Nobody is known here by this nine-digit number, name and birth date.</source><translation>Không tìm thấy ai có số CMND 9 số, họ tên và ngày sinh này.</translation></message>
    <message><source>Ask for the card or the twelve-digit number. Do not ask for a confirmation of the former one.</source><translation>Đề nghị xuất trình thẻ hoặc cho biết số định danh 12 số. Không yêu cầu giấy xác nhận số CMND cũ.</translation></message>
  </context>
</TS>
