<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>SlipsPage</name>
    <message><source>Slips</source><translation>Các phiếu</translation></message>
  </context>
  <context>
    <name>page_words</name>
    <message><source>Notice of the outcome (CT08)</source><translation>Thông báo kết quả (CT08)</translation></message>
    <message><source>Confirmation of residence (CT07)</source><translation>Xác nhận cư trú (CT07)</translation></message>
    <message><source>Supplement request (02)</source><translation>Yêu cầu bổ sung (02)</translation></message>
    <message><source>Apology and extension (04)</source><translation>Xin lỗi, gia hạn (04)</translation></message>
    <message><source>Notice of stopping (05)</source><translation>Thông báo dừng (05)</translation></message>
    <message><source>Control sheet (06)</source><translation>Phiếu kiểm soát (06)</translation></message>
    <message><source>Fee slip</source><translation>Thông tin phí, lệ phí</translation></message>
    <message><source>Tear-off (80 mm)</source><translation>Phiếu hẹn khổ 80 mm</translation></message>
    <message><source>Slip in large type</source><translation>Phiếu hẹn chữ lớn</translation></message>
  </context>
</TS>
