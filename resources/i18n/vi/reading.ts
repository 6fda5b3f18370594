<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>PageKept</name>
    <message>
        <source>1 page, {kilo} kB</source>
        <translation>1 trang, {kilo} kB</translation>
    </message>
    <message>
        <source>Kept as a photograph</source>
        <translation>Lưu dạng ảnh chụp</translation>
    </message>
    <message>
        <source>Kept in black and white</source>
        <translation>Lưu đen trắng</translation>
    </message>
    <message>
        <source>Kept in colour</source>
        <translation>Lưu có màu</translation>
    </message>
    <message>
        <source>{count} pages, {kilo} kB</source>
        <translation>{count} trang, {kilo} kB</translation>
    </message>
    <message>
        <source>{kind}, as chosen</source>
        <translation>{kind}, do cán bộ chọn</translation>
    </message>
    <message>
        <source>{size}: over {limit} kB a page</source>
        <translation>{size}: quá {limit} kB một trang</translation>
    </message>
</context>
<context>
    <name>PageRemarkLine</name>
    <message>
        <source>By its dates, this paper held until {day} at the latest</source>
        <translation>Theo ngày ghi trên giấy, giấy tờ này chỉ có giá trị đến hết ngày {day}</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Move it there</source>
        <translation>Chuyển sang đó</translation>
    </message>
    <message>
        <source>Show the page</source>
        <translation>Xem trang đó</translation>
    </message>
    <message>
        <source>This looks like: {paper}</source>
        <translation>Trang này có vẻ là: {paper}</translation>
    </message>
    <message>
        <source>This paper is about somebody else: {name}</source>
        <translation>Giấy tờ này mang thông tin của người khác: {name}</translation>
    </message>
    <message>
        <source>Sheets not taken yet: {count}</source>
        <translation>Tờ chưa lấy: {count}</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Lấy thêm</translation>
    </message>
    <message>
        <source>The card&apos;s other side is missing</source>
        <translation>Còn thiếu mặt kia của thẻ</translation>
    </message>
</context>
</TS>
