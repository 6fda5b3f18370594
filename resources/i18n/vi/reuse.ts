<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DossierPage</name>
    <message>
        <source>used again from dossier {code}</source>
        <translation>dùng lại từ hồ sơ {code}</translation>
    </message>
</context>
<context>
    <name>EarlierOffer</name>
    <message>
        <source>Do not &amp;use it again</source>
        <translation>&amp;Thôi dùng lại</translation>
    </message>
    <message>
        <source>Look at it and &amp;use it again</source>
        <translation>Xem và &amp;dùng lại</translation>
    </message>
    <message>
        <source>On file: from dossier {code}, digitised {day}</source>
        <translation>Có sẵn: từ hồ sơ {code}, số hóa ngày {day}</translation>
    </message>
    <message>
        <source>The scan of dossier {code} ({day}) is damaged and cannot be used</source>
        <translation>Bản số hóa của hồ sơ {code} ({day}) đã hỏng, không dùng lại được</translation>
    </message>
    <message>
        <source>valid until {day} at the latest</source>
        <translation>còn giá trị muộn nhất đến {day}</translation>
    </message>
</context>
<context>
    <name>EarlierView</name>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Không dùng</translation>
    </message>
    <message>
        <source>&amp;Use it again</source>
        <translation>&amp;Dùng lại</translation>
    </message>
    <message>
        <source>Earlier paper</source>
        <translation>Giấy tờ có sẵn</translation>
    </message>
    <message>
        <source>From dossier {code}, digitised {day}. See that it is whole and still true.</source>
        <translation>Từ hồ sơ {code}, số hóa ngày {day}. Xem giấy có đủ trang và còn đúng không.</translation>
    </message>
    <message>
        <source>Pages of the earlier paper</source>
        <translation>Các trang của giấy tờ có sẵn</translation>
    </message>
</context>
<context>
    <name>_RowHead</name>
    <message>
        <source>Used again from dossier {code}</source>
        <translation>Dùng lại từ hồ sơ {code}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>{paper} – used again from dossier {code}</source>
        <translation>{paper} – dùng lại từ hồ sơ {code}</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>Earlier paper used again</source>
        <translation>Dùng lại giấy tờ có sẵn</translation>
    </message>
</context>
</TS>
