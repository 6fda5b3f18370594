<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DossierPage</name>
    <message>
        <source>History</source>
        <translation>Quá trình</translation>
    </message>
    <message>
        <source>None but the form</source>
        <translation>Chỉ có tờ khai</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>Lần in</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>The dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>pages: {count}</source>
        <translation>số trang: {count}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>tập huấn</translation>
    </message>
</context>
<context>
    <name>RegisterScreen</name>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Hôm nay</translation>
    </message>
    <message>
        <source>All &amp;days</source>
        <translation>&amp;Mọi ngày</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>Code, name, or last digits of the ID number</source>
        <translation>Mã hồ sơ, họ tên hoặc các số cuối của số định danh</translation>
    </message>
    <message>
        <source>Nothing goes by that; try fewer letters, or the last digits of the ID number</source>
        <translation>Không tìm thấy. Thử gõ ít chữ hơn hoặc các số cuối của số định danh.</translation>
    </message>
    <message>
        <source>Nothing has been received at this desk yet</source>
        <translation>Quầy này chưa tiếp nhận hồ sơ nào.</translation>
    </message>
    <message>
        <source>Nothing of today goes by that; look through all days</source>
        <translation>Hôm nay không có hồ sơ nào như vậy. Chọn “Mọi ngày” để tìm tiếp.</translation>
    </message>
    <message>
        <source>Nothing was received today; older dossiers stand under all days</source>
        <translation>Hôm nay chưa tiếp nhận hồ sơ nào. Hồ sơ trước đó ở mục “Mọi ngày”.</translation>
    </message>
    <message>
        <source>Open dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Print again, marked as a copy</source>
        <translation>In lại (ghi rõ bản in lại)</translation>
    </message>
    <message>
        <source>Register of received dossiers</source>
        <translation>Sổ tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>Tìm trong sổ</translation>
    </message>
    <message>
        <source>The first {count}; type more to find the others</source>
        <translation>{count} hồ sơ đầu tiên; gõ thêm để thu hẹp</translation>
    </message>
    <message><source>Register &amp;pages</source><translation>&amp;Trang sổ (07)</translation></message>
  </context>
<context>
    <name>RegisterTable</name>
    <message>
        <source>Received dossiers</source>
        <translation>Hồ sơ đã tiếp nhận</translation>
    </message>
</context>
<context>
    <name>register_rows</name>
    <message>
        <source>Code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>In</translation>
    </message>
</context>
  <context>
    <name>BookView</name>
    <message><source>Register pages (07)</source><translation>Trang sổ theo dõi hồ sơ (07)</translation></message>
    <message><source>A day (23/11/2026), a month (11/2026) or a year (2026). One line alone is enough.</source><translation>Một ngày (23/11/2026), một tháng (11/2026) hoặc một năm (2026). Chỉ cần điền một ô.</translation></message>
    <message><source>This is no day, month or year: write 23/11/2026, 11/2026 or 2026.</source><translation>Đây không phải ngày, tháng hay năm: hãy viết 23/11/2026, 11/2026 hoặc 2026.</translation></message>
    <message><source>&amp;From</source><translation>&amp;Từ</translation></message>
    <message><source>&amp;Until</source><translation>Đế&amp;n</translation></message>
    <message><source>&amp;Today</source><translation>&amp;Hôm nay</translation></message>
    <message><source>This &amp;week</source><translation>T&amp;uần này</translation></message>
    <message><source>This &amp;month</source><translation>Thán&amp;g này</translation></message>
    <message><source>&amp;Print</source><translation>&amp;In</translation></message>
    <message><source>&amp;Leave it</source><translation>&amp;Bỏ qua</translation></message>
  </context>
</TS>
