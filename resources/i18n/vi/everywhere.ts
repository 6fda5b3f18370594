<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>everywhere</name>
    <message>
        <source>Accounts of this desk</source>
        <translation>Tài khoản của máy quầy</translation>
    </message>
    <message>
        <source>Is the desk ready?</source>
        <translation>Máy quầy đã sẵn sàng chưa?</translation>
    </message>
    <message><source>Check a PDF</source><translation>Kiểm tra tệp PDF</translation></message>
    <message><source>Check a PDF: who signed it, and is it whole?</source><translation>Kiểm tra tệp PDF: ai đã ký, còn nguyên vẹn không?</translation></message>
    <message><source>Cover the screen</source><translation>Che màn hình</translation></message>
    <message>
        <source>Applicant</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>As set up (F10)</source>
        <translation>Theo cài đặt (F10)</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>By: {law}</source>
        <translation>Căn cứ: {law}</translation>
    </message>
    <message>
        <source>Dossiers: {count}</source>
        <translation>Số hồ sơ: {count}</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tư cách nộp</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Tờ khai</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Next citizen</source>
        <translation>Công dân tiếp theo</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>Máy &amp;in</translation>
    </message>
    <message>
        <source>Pages of this paper</source>
        <translation>Các trang của giấy tờ này</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Permanent residence</source>
        <translation>Nơi thường trú</translation>
    </message>
    <message>
        <source>Picture of the camera</source>
        <translation>Hình từ máy ảnh</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Ready at</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Đã lưu thành {name}.</translation>
    </message>
    <message>
        <source>This machine has no printer: save the paper as a PDF and print it elsewhere</source>
        <translation>Máy này chưa có máy in: lưu thành PDF rồi in ở máy khác</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>{paper} – not handed in: {reason}</source>
        <translation>{paper} – không nộp: {reason}</translation>
    </message>
</context>
</TS>
