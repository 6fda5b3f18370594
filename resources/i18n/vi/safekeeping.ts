<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>page_words</name>
    <message>
        <source>Put a copy of the desk back</source>
        <translation>Đã phục hồi máy quầy từ một bản sao lưu</translation>
    </message>
</context>
</TS>
