<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>TodayLine</name>
    <message>
        <source>In today's units: {address}</source>
        <translation>Theo đơn vị hành chính hiện nay: {address}</translation>
    </message>
    <message>
        <source>Write it so (Alt+A)</source>
        <translation>Ghi như vậy (Alt+A)</translation>
    </message>
    <message>
        <source>Unclear; perhaps {units} today. Ask the citizen.</source>
        <translation>Chưa rõ, có thể nay là {units}. Hãy hỏi công dân.</translation>
    </message>
    <message>
        <source>Divided or unclear since July 2025: {count} places today. Ask the citizen.</source>
        <translation>Đã chia tách hoặc chưa rõ từ tháng 7/2025, nay có thể thuộc {count} nơi. Hãy hỏi công dân.</translation>
    </message>
    <message>
        <source>Choose (Alt+A)</source>
        <translation>Chọn (Alt+A)</translation>
    </message>
</context>
</TS>
