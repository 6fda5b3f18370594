<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>BeforeLine</name>
    <message>
        <source>Before: {value}</source>
        <translation>Trước đó: {value}</translation>
    </message>
    <message>
        <source>Before: {value} ({source})</source>
        <translation>Trước đó: {value} ({source})</translation>
    </message>
    <message>
        <source>Put it &amp;back</source>
        <translation>&amp;Khôi phục</translation>
    </message>
</context>
<context>
    <name>DeclarationScreen</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>Have the citizen read it through and sign it.</source>
        <translation>Mời công dân đọc lại và ký.</translation>
    </message>
    <message>
        <source>Save the declaration</source>
        <translation>Lưu tờ khai</translation>
    </message>
    <message>
        <source>The declaration as it will be printed</source>
        <translation>Tờ khai như khi in ra</translation>
    </message>
    <message>
        <source>The declaration on paper</source>
        <translation>Tờ khai trên giấy</translation>
    </message>
</context>
<context>
    <name>FieldNotes</name>
    <message>
        <source>Reason: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Show the earlier value (Alt+O)</source>
        <translation>Xem giá trị trước (Alt+O)</translation>
    </message>
    <message>
        <source>Verified. Unlock to change it (Alt+U)</source>
        <translation>Đã xác thực. Mở khóa để sửa (Alt+U)</translation>
    </message>
    <message>
        <source>to be chosen</source>
        <translation>chưa chọn</translation>
    </message>
</context>
<context>
    <name>FormScreen</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Mở khóa</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Đã đủ</translation>
    </message>
    <message>
        <source>Earlier value</source>
        <translation>Giá trị trước</translation>
    </message>
    <message>
        <source>Print form</source>
        <translation>In tờ khai</translation>
    </message>
    <message>
        <source>On to the papers</source>
        <translation>Sang giấy tờ</translation>
    </message>
    <message>
        <source>form not verified</source>
        <translation>mẫu chưa kiểm chứng</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>Còn {count} mục</translation>
    </message>
    <message>
        <source>{count} left – next</source>
        <translation>Còn {count} mục – đến mục tiếp theo</translation>
    </message>
</context>
<context>
    <name>ReasonBox</name>
    <message>
        <source>Enter unlocks; the reason is kept with the dossier. Esc leaves it locked.</source>
        <translation>Enter để mở khóa, lý do được lưu cùng hồ sơ. Esc để giữ nguyên.</translation>
    </message>
    <message>
        <source>Why is the verified value changed?</source>
        <translation>Vì sao sửa thông tin đã xác thực?</translation>
    </message>
    <message>
        <source>for example: as in the court's decision shown</source>
        <translation>ví dụ: theo quyết định cải chính công dân xuất trình</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <source>Add a person by hand</source>
        <translation>Thêm người ngoài danh sách</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Row {row}, {column}</source>
        <translation>Dòng {row}, {column}</translation>
    </message>
    <message>
        <source>Take row {row} away</source>
        <translation>Xóa dòng {row}</translation>
    </message>
    <message>
        <source>Take this row away</source>
        <translation>Xóa dòng này</translation>
    </message>
</context>
<context>
    <name>field_words</name>
    <message>
        <source>Choose one of the answers offered.</source>
        <translation>Chọn một trong các mục có sẵn.</translation>
    </message>
    <message>
        <source>Choose yes or no.</source>
        <translation>Chọn Có hoặc Không.</translation>
    </message>
    <message>
        <source>Day, month and year are all needed.</source>
        <translation>Cần ghi đủ ngày, tháng, năm.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Only digits are taken here.</source>
        <translation>Chỉ ghi chữ số.</translation>
    </message>
    <message>
        <source>Row {row}, {column}: {words}</source>
        <translation>Dòng {row}, {column}: {words}</translation>
    </message>
    <message>
        <source>Still to be filled in.</source>
        <translation>Chưa có nội dung.</translation>
    </message>
    <message>
        <source>The number has exactly 12 digits.</source>
        <translation>Số định danh gồm đúng 12 chữ số.</translation>
    </message>
    <message>
        <source>The number tells another sex. Look at it again.</source>
        <translation>Số định danh cho thấy giới tính khác. Hãy xem lại.</translation>
    </message>
    <message>
        <source>The number tells another year of birth. Look at it again.</source>
        <translation>Số định danh cho thấy năm sinh khác. Hãy xem lại.</translation>
    </message>
    <message>
        <source>There are signs in it that cannot be printed. Type it again.</source>
        <translation>Có ký tự lạ không in được. Hãy nhập lại.</translation>
    </message>
    <message>
        <source>This date cannot be read. Write 15/3/1999, 3/1999 or 1999.</source>
        <translation>Không đọc được ngày này. Ghi 15/3/1999, 3/1999 hoặc 1999.</translation>
    </message>
    <message>
        <source>This date is too early.</source>
        <translation>Ngày này quá sớm.</translation>
    </message>
    <message>
        <source>This date is too late.</source>
        <translation>Ngày này quá muộn.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Ngày này chưa đến.</translation>
    </message>
    <message>
        <source>This is no e-mail address, such as name@example.vn.</source>
        <translation>Không phải địa chỉ email, ví dụ ten@example.vn.</translation>
    </message>
    <message>
        <source>This is no telephone number: 8 to 15 digits.</source>
        <translation>Không phải số điện thoại: cần 8 đến 15 chữ số.</translation>
    </message>
    <message>
        <source>Too long: at most {maximum} letters.</source>
        <translation>Quá dài: tối đa {maximum} ký tự.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>card</source>
        <translation>thẻ</translation>
    </message>
    <message>
        <source>composed</source>
        <translation>tự tính</translation>
    </message>
    <message>
        <source>declared at the desk</source>
        <translation>khai tại quầy</translation>
    </message>
    <message>
        <source>language: en</source>
        <translation>language: vi</translation>
    </message>
    <message>
        <source>office</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>population data</source>
        <translation>CSDL dân cư</translation>
    </message>
    <message>
        <source>usual answer</source>
        <translation>mặc định</translation>
    </message>
    <message>
        <source>{label} (not required)</source>
        <translation>{label} (không bắt buộc)</translation>
    </message>
    <message>
        <source>{limit} at the earliest.</source>
        <translation>Sớm nhất là ngày {limit}.</translation>
    </message>
    <message>
        <source>{limit} at the latest.</source>
        <translation>Muộn nhất là ngày {limit}.</translation>
    </message>
    <message>
        <source>{maximum} at most.</source>
        <translation>Nhiều nhất là {maximum}.</translation>
    </message>
    <message>
        <source>{minimum} at least.</source>
        <translation>Ít nhất là {minimum}.</translation>
    </message>
    <message>
        <source>told today</source>
        <translation>đã khai hôm nay</translation>
    </message>
    <message>
        <source>told earlier</source>
        <translation>đã khai lần trước</translation>
    </message>
</context>
<context>
    <name>RoleLine</name>
    <message>
        <source>Show the card: {name}</source>
        <translation>Quét thẻ: {name}</translation>
    </message>
    <message>
        <source>Choose by name</source>
        <translation>Chọn theo tên</translation>
    </message>
    <message>
        <source>Choose by name: {name}</source>
        <translation>Chọn theo tên: {name}</translation>
    </message>
    <message>
        <source>Not {name}: leave it open</source>
        <translation>Không phải {name}: để trống vai này</translation>
    </message>
</context>
</TS>
