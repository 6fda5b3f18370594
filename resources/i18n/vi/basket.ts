<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>BasketStrip</name>
    <message>
        <source>{form} (lacks {count})</source>
        <translation>{form} (còn thiếu {count})</translation>
    </message>
    <message>
        <source>Handed in together:</source>
        <translation>Nộp cùng lúc:</translation>
    </message>
    <message>
        <source>Leave this &amp;one out</source>
        <translation>Bỏ thủ tục &amp;này</translation>
    </message>
    <message>
        <source>Throw this form away; the others stay (Ctrl+PgDown goes round)</source>
        <translation>Bỏ tờ khai này, các tờ khai khác vẫn giữ (Ctrl+PgDown: chuyển sang thủ tục kế tiếp)</translation>
    </message>
</context>
<context>
    <name>PromisedCard</name>
    <message>
        <source>To be paid</source>
        <translation>Tổng phải nộp</translation>
    </message>
</context>
<context>
    <name>ReceivedCard</name>
    <message>
        <source>Received together: {count}</source>
        <translation>Tiếp nhận cùng lúc: {count} hồ sơ</translation>
    </message>
    <message>
        <source>counted from the outcome of dossier …{codes}</source>
        <translation>tính từ khi có kết quả của hồ sơ …{codes}</translation>
    </message>
    <message>
        <source>Ready at {moment}</source>
        <translation>Hẹn trả {moment}</translation>
    </message>
</context>
<context>
    <name>ProcedureScreen</name>
    <message>
        <source>Add this procedure</source>
        <translation>Thêm thủ tục này</translation>
    </message>
    <message>
        <source>one declaration, up to {count} dossiers</source>
        <translation>một tờ khai, đến {count} hồ sơ</translation>
    </message>
    <message>
        <source>each with its own time and fee</source>
        <translation>mỗi hồ sơ thời hạn, phí riêng</translation>
    </message>
</context>
</TS>
