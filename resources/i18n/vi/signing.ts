<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DossierPage</name>
    <message>
        <source>Signed by {name}, {when}; unchanged since</source>
        <translation>Ký số: {name}, {when}; chưa bị sửa đổi</translation>
    </message>
    <message>
        <source>The signature of {name} does not fit what is stored</source>
        <translation>Chữ ký số của {name} không khớp với bản đang lưu</translation>
    </message>
</context>
<context>
    <name>PasswordQuestion</name>
    <message>
        <source>&amp;Password of the signing key</source>
        <translation>&amp;Mật khẩu khóa ký số</translation>
    </message>
    <message>
        <source>&amp;Sign and receive</source>
        <translation>&amp;Ký số và tiếp nhận</translation>
    </message>
    <message>
        <source>Each digitised paper is signed when it is filed. The password is asked once a shift.</source>
        <translation>Mỗi giấy tờ số hóa được ký số khi lưu. Mật khẩu chỉ hỏi một lần trong ca.</translation>
    </message>
    <message>
        <source>Receive &amp;without signatures in this shift</source>
        <translation>Tiếp nhận, &amp;không ký số trong ca này</translation>
    </message>
    <message>
        <source>Sign the papers</source>
        <translation>Ký số giấy tờ</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Ký số</translation>
    </message>
    <message>
        <source>This is not the key's password. Some tokens lock after a few tries.</source>
        <translation>Mật khẩu chưa đúng. Có thiết bị ký số tự khóa sau vài lần nhập sai.</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>Give the key's password in the window, then receive once more.</source>
        <translation>Nhập mật khẩu khóa ký số rồi tiếp nhận lại.</translation>
    </message>
    <message>
        <source>Look whether the token is plugged in; or receive without signatures in this shift.</source>
        <translation>Xem thiết bị ký số đã cắm chưa; hoặc tiếp nhận không ký số trong ca này.</translation>
    </message>
    <message>
        <source>Papers of this office are signed, and the key is locked.</source>
        <translation>Giấy tờ phải ký số mà khóa ký chưa mở.</translation>
    </message>
    <message>
        <source>The password does not open the signing key.</source>
        <translation>Mật khẩu không mở được khóa ký số.</translation>
    </message>
    <message>
        <source>The signing key is not there; nothing was received.</source>
        <translation>Không thấy khóa ký số; chưa tiếp nhận gì.</translation>
    </message>
    <message>
        <source>Type it once more; some tokens lock after a few tries.</source>
        <translation>Nhập lại; có thiết bị tự khóa sau vài lần nhập sai.</translation>
    </message>
</context>
</TS>
