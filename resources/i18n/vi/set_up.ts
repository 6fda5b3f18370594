<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>SetUpDialog</name>
    <message>
        <source>A code of an office has a letter and figures, such as H26.98.</source>
        <translation>Mã cơ quan gồm một chữ cái và các chữ số, ví dụ H26.98.</translation>
    </message>
    <message>
        <source>This is needed: {what}</source>
        <translation>Cần điền: {what}</translation>
    </message>
    <message>
        <source>The address of a hub begins with https:// and is given by whoever runs it.</source>
        <translation>Địa chỉ máy chủ bắt đầu bằng https://, do đơn vị vận hành máy chủ cung cấp.</translation>
    </message>
    <message>
        <source>The two are not the same. Type the passphrase twice.</source>
        <translation>Hai lần gõ không giống nhau. Gõ cụm từ bí mật hai lần.</translation>
    </message>
    <message>
        <source>Set up an office's desk</source>
        <translation>Cài đặt máy quầy của cơ quan</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Tiếp theo</translation>
    </message>
    <message>
        <source>&amp;Open the desk</source>
        <translation>&amp;Mở máy quầy</translation>
    </message>
    <message>
        <source>Which office is this?</source>
        <translation>Máy quầy này của cơ quan nào?</translation>
    </message>
    <message>
        <source>These words stand on every paper. Enter goes on; Escape leaves, and what was kept stays.</source>
        <translation>Các chữ này in trên mọi giấy tờ. Enter để tiếp tục; Esc để thoát, phần đã lưu vẫn còn.</translation>
    </message>
    <message>
        <source>Is there a hub?</source>
        <translation>Có máy chủ không?</translation>
    </message>
    <message>
        <source>Leave it empty for a desk that works by itself. The desk enrols later, from its opening check.</source>
        <translation>Để trống nếu máy quầy làm việc độc lập. Việc đăng ký với máy chủ làm sau, từ trang kiểm tra đầu ngày.</translation>
    </message>
    <message>
        <source>Where does the desk's key lie?</source>
        <translation>Khóa của máy quầy để ở đâu?</translation>
    </message>
    <message>
        <source>Everything at rest is encrypted by this key. The arrows choose. Under a passphrase it is asked for at each start; beside another place a passphrase opens copies on another machine.</source>
        <translation>Mọi dữ liệu lưu trên máy được mã hóa bằng khóa này. Chọn bằng phím mũi tên. Nếu chỉ dùng cụm từ bí mật thì mỗi lần mở máy đều hỏi; nếu chọn chỗ khác, cụm từ giúp mở bản sao lưu trên máy khác.</translation>
    </message>
    <message>
        <source>Name of the &amp;office</source>
        <translation>Tên &amp;cơ quan</translation>
    </message>
    <message>
        <source>&amp;Authority above it</source>
        <translation>Cơ quan cấp t&amp;rên</translation>
    </message>
    <message>
        <source>&amp;Commune</source>
        <translation>&amp;Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>&amp;Province</source>
        <translation>Tỉnh, thành &amp;phố</translation>
    </message>
    <message>
        <source>Co&amp;de of the office</source>
        <translation>&amp;Mã cơ quan</translation>
    </message>
    <message>
        <source>&amp;Telephone (may be empty)</source>
        <translation>Điện th&amp;oại (có thể để trống)</translation>
    </message>
    <message>
        <source>This co&amp;unter</source>
        <translation>&amp;Quầy này</translation>
    </message>
    <message>
        <source>&amp;Address of the hub</source>
        <translation>Địa &amp;chỉ máy chủ</translation>
    </message>
    <message>
        <source>In the &amp;keyring of this system</source>
        <translation>Trong &amp;kho khóa của hệ thống</translation>
    </message>
    <message>
        <source>Under a &amp;passphrase alone</source>
        <translation>Chỉ dưới &amp;cụm từ bí mật</translation>
    </message>
    <message>
        <source>In a &amp;file that only this user can read</source>
        <translation>Trong một &amp;tệp chỉ người dùng này đọc được</translation>
    </message>
    <message>
        <source>Pa&amp;ssphrase</source>
        <translation>Cụm từ &amp;bí mật</translation>
    </message>
    <message>
        <source>Passphrase a&amp;gain</source>
        <translation>&amp;Gõ lại cụm từ bí mật</translation>
    </message>
</context>
</TS>
