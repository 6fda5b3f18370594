<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>ReceiveScreen</name>
    <message><source>Take back ({seconds} s)</source><translation>Mở lại hồ sơ ({seconds} giây)</translation></message>
  </context>
  <context>
    <name>VoidDesk</name>
    <message><source>{codes} is void; the number stays in the register.</source><translation>Đã hủy {codes}; số vẫn giữ trong sổ.</translation></message>
    <message><source>Destroy what was printed of it: {count}.</source><translation>Hãy hủy các giấy đã in: {count} lần in.</translation></message>
  </context>
  <context>
    <name>VoidedCard</name>
    <message><source>Voided</source><translation>Đã hủy</translation></message>
    <message><source>When</source><translation>Lúc</translation></message>
    <message><source>Reason</source><translation>Lý do</translation></message>
    <message><source>By</source><translation>Người hủy</translation></message>
    <message><source>It became a draft again, to be received under another number</source><translation>Hồ sơ đã trở lại thành bản nháp, sẽ tiếp nhận với số khác</translation></message>
    <message><source>To be destroyed, papers printed of it: {count}</source><translation>Giấy đã in phải hủy: {count} lần in</translation></message>
  </context>
  <context>
    <name>VoidPage</name>
    <message><source>&amp;Void this dossier …</source><translation>&amp;Hủy hồ sơ này …</translation></message>
    <message><source>Void this dossier</source><translation>Hủy hồ sơ này</translation></message>
    <message><source>Its number stays in the register, crossed out. This cannot be taken back.</source><translation>Số hồ sơ vẫn giữ trong sổ, bị gạch ngang. Việc này không lấy lại được.</translation></message>
    <message><source>Why is it voided?</source><translation>Vì sao hủy?</translation></message>
    <message><source>Void for good</source><translation>Hủy hẳn</translation></message>
    <message><source>Leave it as it is</source><translation>Để nguyên</translation></message>
  </context>
  <context>
    <name>DossierPage</name>
    <message><source>void</source><translation>đã hủy</translation></message>
  </context>
  <context>
    <name>register_rows</name>
    <message><source>void</source><translation>đã hủy</translation></message>
  </context>
  <context>
    <name>page_words</name>
    <message><source>Voided</source><translation>Đã hủy hồ sơ</translation></message>
    <message><source>Reopened after its reception was taken back</source><translation>Mở lại sau khi hủy tiếp nhận</translation></message>
  </context>
  <context>
    <name>error_words</name>
    <message><source>This dossier was voided; its number stays in the register.</source><translation>Hồ sơ này đã hủy; số vẫn giữ trong sổ.</translation></message>
    <message><source>Receive it anew under another number, if it is still wanted.</source><translation>Nếu vẫn cần, hãy tiếp nhận lại với số khác.</translation></message>
    <message><source>The dossier can no longer be reopened: time is up, or it has gone on.</source><translation>Không mở lại hồ sơ được nữa: đã quá 30 giây hoặc hồ sơ đã được xử lý tiếp.</translation></message>
    <message><source>Void it with a reason in the register, and begin anew.</source><translation>Hãy hủy trong sổ kèm lý do rồi lập hồ sơ mới.</translation></message>
    <message><source>A reason is missing.</source><translation>Chưa có lý do.</translation></message>
    <message><source>Write why in a few words: the reason is kept in history.</source><translation>Hãy ghi ngắn gọn lý do: lý do được giữ trong lịch sử.</translation></message>
  </context>
</TS>
