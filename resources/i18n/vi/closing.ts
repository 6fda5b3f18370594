<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>RegisterScreen</name>
    <message><source>&amp;Close the shift</source><translation>&amp;Chốt ca</translation></message>
  </context>
  <context>
    <name>ClosingDesk</name>
    <message><source>The shift was closed before as it stands; this sheet is a copy.</source><translation>Ca này đã chốt đúng như hiện trạng; bản này là bản in lại.</translation></message>
    <message><source>The shift is closed, closing {number}.</source><translation>Đã chốt ca, lần {number}.</translation></message>
  </context>
  <context>
    <name>ClosingView</name>
    <message><source>Counting …</source><translation>Đang kiểm đếm …</translation></message>
    <message><source>Does it balance?</source><translation>Đối chiếu</translation></message>
    <message><source>Yes: numbers, dossiers, acknowledgements, pages and fees agree</source><translation>Khớp: số đã cấp, hồ sơ, giấy tiếp nhận, trang số hóa và phí, lệ phí</translation></message>
    <message><source>Not yet, differences: {count}</source><translation>Chưa khớp, số mục: {count}</translation></message>
    <message><source>Number {number} has no dossier</source><translation>Số {number} không có hồ sơ</translation></message>
    <message><source>Why is there no dossier?</source><translation>Vì sao không có hồ sơ?</translation></message>
    <message><source>Keep the reason</source><translation>Lưu lý do</translation></message>
    <message><source>Later</source><translation>Để sau</translation></message>
    <message><source>Counted</source><translation>Kiểm đếm</translation></message>
    <message><source>Numbers given today</source><translation>Số đã cấp hôm nay</translation></message>
    <message><source>Received in this shift</source><translation>Tiếp nhận trong ca</translation></message>
    <message><source>By others or with another shift</source><translation>Của người khác, ca khác</translation></message>
    <message><source>Acknowledgements printed</source><translation>Đã in giấy tiếp nhận</translation></message>
    <message><source>Papers digitised</source><translation>Giấy tờ đã số hóa</translation></message>
    <message><source>{whole} of {pages} whole</source><translation>{whole}/{pages} nguyên vẹn</translation></message>
    <message><source>Sealed files</source><translation>Tệp niêm phong</translation></message>
    <message><source>Fees due</source><translation>Phí phải thu</translation></message>
    <message><source>Fees paid</source><translation>Đã ghi nhận nộp</translation></message>
    <message><source>Leased by the hub, not used</source><translation>Số máy chủ cấp trước, chưa dùng</translation></message>
    <message><source>Numbers without a dossier</source><translation>Số không còn hồ sơ</translation></message>
    <message><source>not explained yet</source><translation>chưa rõ lý do</translation></message>
    <message><source>Close the shift</source><translation>Chốt ca</translation></message>
    <message><source>&amp;Close and print</source><translation>&amp;Chốt và in</translation></message>
    <message><source>Count &amp;again</source><translation>Kiểm đếm &amp;lại</translation></message>
    <message><source>&amp;Register pages (07)</source><translation>In &amp;sổ (07)</translation></message>
    <message><source>&amp;Leave it open</source><translation>Để &amp;mở</translation></message>
  </context>
  <context>
    <name>closing_words</name>
    <message><source>Number {about} was given, and no dossier stands under it</source><translation>Số {about} đã cấp nhưng không có hồ sơ</translation></message>
    <message><source>{about}: no acknowledgement has come out</source><translation>{about}: chưa in giấy tiếp nhận</translation></message>
    <message><source>{about}: sealed files that are gone: {amount}</source><translation>{about}: thiếu tệp niêm phong: {amount}</translation></message>
    <message><source>{about}: sealed files that are damaged: {amount}</source><translation>{about}: tệp niêm phong hỏng: {amount}</translation></message>
    <message><source>{about}: still to be paid: {amount}</source><translation>{about}: còn phải nộp {amount}</translation></message>
    <message><source>{about}: paid too much: {amount}</source><translation>{about}: nộp thừa {amount}</translation></message>
    <message><source>{about}: {amount} was paid, and no e-receipt is noted</source><translation>{about}: đã nộp {amount}, chưa ghi số biên lai điện tử</translation></message>
    <message><source>{about}: void, and {amount} stands as paid</source><translation>{about}: đã hủy nhưng còn ghi nộp {amount}</translation></message>
    <message><source>Say why, below: it is kept with the number.</source><translation>Ghi lý do ở dưới: lý do được giữ cùng số.</translation></message>
    <message><source>Open it in the register and print it.</source><translation>Mở hồ sơ trong sổ và in.</translation></message>
    <message><source>Tell whoever looks after this desk; have the papers brought and scanned again.</source><translation>Báo người phụ trách máy; mời công dân mang lại giấy tờ để quét.</translation></message>
    <message><source>Tell whoever looks after this desk; scan the papers again.</source><translation>Báo người phụ trách máy; quét lại giấy tờ.</translation></message>
    <message><source>Take the fee and note it, or leave it to be paid later.</source><translation>Thu phí rồi ghi nhận, hoặc để nộp sau.</translation></message>
    <message><source>Note the opposite amount, and give it back.</source><translation>Ghi khoản ngược lại và hoàn tiền.</translation></message>
    <message><source>Note the e-receipt's number with the payment.</source><translation>Ghi số biên lai điện tử cùng khoản nộp.</translation></message>
  </context>
  <context>
    <name>error_words</name>
    <message><source>The register is printed for a year at most, from a first to a last day.</source><translation>Sổ chỉ in tối đa một năm, từ ngày đầu đến ngày cuối.</translation></message>
    <message><source>Choose fewer days.</source><translation>Hãy chọn ít ngày hơn.</translation></message>
  </context>
</TS>
