<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>fault_words</name>
    <message>
        <source>a column has no such key</source>
        <translation>cột không có khóa ấy</translation>
    </message>
    <message>
        <source>a composed field takes no facts and no default</source>
        <translation>ô ghép từ ô khác thì không có facts, không có default</translation>
    </message>
    <message>
        <source>a curly bracket without its twin</source>
        <translation>dấu ngoặc nhọn thiếu một nửa</translation>
    </message>
    <message>
        <source>a database replaces a paper of this procedure (Resolution 66.7), and no row tells</source>
        <translation>có cơ sở dữ liệu thay giấy tờ của thủ tục này (Nghị quyết 66.7) mà không hàng nào nói tới</translation>
    </message>
    <message>
        <source>a field of this kind has no such key</source>
        <translation>loại ô này không có khóa ấy</translation>
    </message>
    <message>
        <source>a list is wanted here, in square brackets</source>
        <translation>chỗ này phải là danh sách, trong ngoặc vuông</translation>
    </message>
    <message>
        <source>a name has small letters a-z, digits and _ only</source>
        <translation>tên chỉ gồm chữ thường a–z, chữ số và dấu _</translation>
    </message>
    <message>
        <source>a time in this unit has no such key</source>
        <translation>thời hạn theo đơn vị này không có khóa ấy</translation>
    </message>
    <message>
        <source>a value of another type is wanted here</source>
        <translation>chỗ này cần giá trị loại khác</translation>
    </message>
    <message>
        <source>allowed is {nearest}</source>
        <translation>được phép: {nearest}</translation>
    </message>
    <message>
        <source>a pack whose national code is not known is not verified</source>
        <translation>gói chưa biết mã quốc gia thì chưa thể coi là đã đối chiếu</translation>
    </message>
    <message>
        <source>another file holds this version</source>
        <translation>một tệp khác đã có bản này</translation>
    </message>
    <message>
        <source>another row tells of the same case, channel and day</source>
        <translation>một hàng khác đã nói về cùng trường hợp, cách nộp và ngày</translation>
    </message>
    <message>
        <source>as {nearest} does</source>
        <translation>như mục {nearest}</translation>
    </message>
    <message>
        <source>at least one is needed</source>
        <translation>phải có ít nhất một</translation>
    </message>
    <message>
        <source>at most {nearest} letters</source>
        <translation>nhiều nhất {nearest} chữ</translation>
    </message>
    <message>
        <source>did you mean “{nearest}”?</source>
        <translation>có phải là “{nearest}”?</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>kết thúc trước khi bắt đầu</translation>
    </message>
    <message>
        <source>is it what is called “{nearest}”?</source>
        <translation>có phải là khóa đang ghi “{nearest}”?</translation>
    </message>
    <message>
        <source>its own are {nearest}</source>
        <translation>số của thủ tục này là {nearest}</translation>
    </message>
    <message>
        <source>more than 300 rows</source>
        <translation>hơn 300 hàng</translation>
    </message>
    <message>
        <source>no fee tells what this way of filing costs</source>
        <translation>không khoản thu nào nói cách nộp này tốn bao nhiêu</translation>
    </message>
    <message>
        <source>no field or fact has this name</source>
        <translation>không có ô hay điều đã biết nào tên như vậy</translation>
    </message>
    <message>
        <source>no form has this code</source>
        <translation>không có tờ khai nào mang mã này</translation>
    </message>
    <message>
        <source>no pack has this code</source>
        <translation>không có gói thủ tục nào mang mã này</translation>
    </message>
    <message>
        <source>no such key here</source>
        <translation>chỗ này không có khóa ấy</translation>
    </message>
    <message>
        <source>no words stand here</source>
        <translation>chỗ này để trống</translation>
    </message>
    <message>
        <source>nobody knows a fact of this name</source>
        <translation>không có điều đã biết nào tên như vậy</translation>
    </message>
    <message>
        <source>not a TOML file</source>
        <translation>không phải tệp TOML</translation>
    </message>
    <message>
        <source>not a procedure's code, such as 1.004194</source>
        <translation>không phải mã thủ tục, ví dụ 1.004194</translation>
    </message>
    <message>
        <source>not one of the words allowed here</source>
        <translation>không phải từ được phép ở đây</translation>
    </message>
    <message>
        <source>nothing has this name here</source>
        <translation>ở đây không có gì tên như vậy</translation>
    </message>
    <message>
        <source>number {nearest}</source>
        <translation>số {nearest}</translation>
    </message>
    <message>
        <source>one row must stand without a case</source>
        <translation>phải có một hàng không nêu case</translation>
    </message>
    <message>
        <source>only one of two keys may stand here</source>
        <translation>chỉ được ghi một trong hai khóa</translation>
    </message>
    <message>
        <source>starts {nearest}</source>
        <translation>bắt đầu {nearest}</translation>
    </message>
    <message>
        <source>such as {nearest}</source>
        <translation>ví dụ {nearest}</translation>
    </message>
    <message>
        <source>the example does not come out as it says</source>
        <translation>hồ sơ mẫu không ra kết quả như đã ghi</translation>
    </message>
    <message>
        <source>the example leaves this open</source>
        <translation>hồ sơ mẫu để ngỏ điều này</translation>
    </message>
    <message>
        <source>the expression cannot be read</source>
        <translation>không đọc được biểu thức</translation>
    </message>
    <message>
        <source>the expression is longer than 500 letters</source>
        <translation>biểu thức dài quá 500 chữ</translation>
    </message>
    <message>
        <source>the field has no such answer</source>
        <translation>ô này không có câu trả lời ấy</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>không mở được tệp</translation>
    </message>
    <message>
        <source>the file is larger than 256 KiB</source>
        <translation>tệp lớn hơn 256 KiB</translation>
    </message>
    <message>
        <source>the first argument must be a table or its column</source>
        <translation>tham số thứ nhất phải là bảng hay cột của bảng</translation>
    </message>
    <message>
        <source>the function takes another number of arguments</source>
        <translation>hàm nhận số tham số khác</translation>
    </message>
    <message>
        <source>the number is too small or too large</source>
        <translation>số quá nhỏ hoặc quá lớn</translation>
    </message>
    <message>
        <source>the other is {nearest}</source>
        <translation>khóa kia là {nearest}</translation>
    </message>
    <message>
        <source>the record vouches for this answer; an [unlock] reason is missing</source>
        <translation>cơ sở dữ liệu đã ghi điều này; thiếu lý do ở [unlock]</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>lời quá dài</translation>
    </message>
    <message>
        <source>there is no such function</source>
        <translation>không có hàm này</translation>
    </message>
    <message>
        <source>this default may not stand in the field</source>
        <translation>giá trị mặc định này không hợp với ô</translation>
    </message>
    <message>
        <source>this key is missing</source>
        <translation>thiếu khóa này</translation>
    </message>
    <message>
        <source>this name was given before</source>
        <translation>tên này đã dùng ở trên</translation>
    </message>
    <message>
        <source>this number of the annex is another procedure's</source>
        <translation>số này trong Phụ lục là của thủ tục khác</translation>
    </message>
    <message>
        <source>too many brackets within brackets</source>
        <translation>quá nhiều ngoặc lồng nhau</translation>
    </message>
    <message>
        <source>try {nearest}</source>
        <translation>thử {nearest}</translation>
    </message>
    <message>
        <source>what is set side by side must ask the same</source>
        <translation>những mục in cạnh nhau phải hỏi như nhau</translation>
    </message>
    <message>
        <source>words are not written in this way</source>
        <translation>không có cách viết này</translation>
    </message>
</context>
</TS>
