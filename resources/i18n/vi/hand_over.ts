<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DossierPage</name>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>handed over to {name}, {when}</source>
        <translation>đã trả cho {name}, {when}</translation>
    </message>
</context>
<context>
    <name>HandOverView</name>
    <message>
        <source>&amp;Hand over</source>
        <translation>&amp;Trả kết quả</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>T&amp;hôi</translation>
    </message>
    <message>
        <source>&amp;Name of the paper</source>
        <translation>Tên &amp;giấy tờ</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Máy ảnh</translation>
    </message>
    <message>
        <source>Choose a &amp;file</source>
        <translation>Chọn tệ&amp;p</translation>
    </message>
    <message>
        <source>Given &amp;to</source>
        <translation>&amp;Người nhận</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Hand over the outcome</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Name of the paper</source>
        <translation>Tên giấy tờ</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Trang {number}/{count}</translation>
    </message>
    <message>
        <source>Pages of the outcome</source>
        <translation>Các trang của kết quả</translation>
    </message>
    <message>
        <source>Pictures and PDF ({patterns})</source>
        <translation>Ảnh và PDF ({patterns})</translation>
    </message>
    <message>
        <source>Practice s&amp;heet</source>
        <translation>Giấy &amp;mẫu</translation>
    </message>
    <message>
        <source>Somebody else has come: scan their card with the hand scanner.</source>
        <translation>Người khác đến nhận: quét thẻ của họ bằng máy quét cầm tay.</translation>
    </message>
    <message>
        <source>Take &amp;page</source>
        <translation>&amp;Chụp trang</translation>
    </message>
    <message>
        <source>&amp;Scanner</source>
        <translation>Má&amp;y quét</translation>
    </message>
    <message>
        <source>Start sca&amp;nning</source>
        <translation>&amp;Bắt đầu quét</translation>
    </message>
</context>
<context>
    <name>OutcomeScans</name>
    <message>
        <source>Pages read: {count}</source>
        <translation>Đã quét: {count} trang</translation>
    </message>
</context>
<context>
    <name>RegisterScreen</name>
    <message>
        <source>Hand over the &amp;outcome</source>
        <translation>T&amp;rả kết quả</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>Its page in the register says when.</source>
        <translation>Trang hồ sơ trong sổ ghi rõ đã trả lúc nào.</translation>
    </message>
    <message>
        <source>Take its pages and name it as it is called on the paper.</source>
        <translation>Chụp các trang và ghi tên đúng như trên giấy.</translation>
    </message>
    <message>
        <source>The outcome of this dossier was handed over before.</source>
        <translation>Kết quả của hồ sơ này đã trả rồi.</translation>
    </message>
    <message>
        <source>There is no page of the outcome yet, or it has no name.</source>
        <translation>Chưa có trang nào của kết quả, hoặc chưa có tên.</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>Outcome handed over</source>
        <translation>Trả kết quả</translation>
    </message>
</context>
</TS>
