<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>CameraLine</name>
    <message>
        <source>&amp;Mirror the picture</source>
        <translation>&amp;Soi gương (lật ngang hình)</translation>
    </message>
    <message>
        <source>C&amp;amera: {camera}</source>
        <translation>&amp;Máy ảnh: {camera}</translation>
    </message>
    <message>
        <source>{camera} (not connected)</source>
        <translation>{camera} (chưa kết nối)</translation>
    </message>
    <message>
        <source>{camera}: choose another camera</source>
        <translation>{camera}: chọn máy ảnh khác</translation>
    </message>
</context>
<context>
    <name>camera_words</name>
    <message>
        <source>Number {number}</source>
        <translation>Số {number}</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Tập huấn</translation>
    </message>
    <message>
        <source>a coarse picture: hold the card nearer</source>
        <translation>hãy để thẻ gần hơn</translation>
    </message>
    <message>
        <source>focuses by itself</source>
        <translation>tự lấy nét</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>{rate} hình/giây</translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation>{width} × {height}</translation>
    </message>
</context>
</TS>
