<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>LockView</name>
    <message>
        <source>You serve here and keep the accounts. Others are added later, with Ctrl+Shift+U.</source>
        <translation>Bạn vừa tiếp nhận vừa quản trị tài khoản. Thêm người khác sau, bằng Ctrl+Shift+U.</translation>
    </message>
    <message>
        <source>Recovery code …</source>
        <translation>Mã khôi phục …</translation>
    </message>
    <message>
        <source>Come back by the recovery code</source>
        <translation>Đăng nhập lại bằng mã khôi phục</translation>
    </message>
    <message>
        <source>It was printed once and sealed. It opens an administrator's account, and is kept on record.</source>
        <translation>Mã được in một lần và niêm phong. Mã mở lại tài khoản quản trị, việc dùng mã được ghi vào nhật ký.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>Choose a password of your own</source>
        <translation>Đặt mật khẩu của riêng mình</translation>
    </message>
    <message>
        <source>Code number {number}</source>
        <translation>Mã số thứ tự {number}</translation>
    </message>
    <message>
        <source>Code of the device</source>
        <translation>Mã trên thiết bị</translation>
    </message>
    <message>
        <source>First start: who keeps this desk?</source>
        <translation>Lần chạy đầu: ai quản trị quầy này?</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nhập lại mật khẩu mới</translation>
    </message>
    <message>
        <source>Nothing is lost: the visit goes on where it was. Somebody else begins their own.</source>
        <translation>Không mất gì cả: việc đang làm sẽ tiếp tục. Người khác đăng nhập sẽ bắt đầu phiên của mình.</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Somebody else has set the one of before. Long and easy to remember is best.</source>
        <translation>Mật khẩu cũ do người khác đặt. Nên đặt dài và dễ nhớ.</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>Quầy đang khóa</translation>
    </message>
    <message>
        <source>The two are not the same. Type the new password twice.</source>
        <translation>Hai lần nhập không giống nhau. Hãy nhập mật khẩu mới hai lần.</translation>
    </message>
    <message>
        <source>Whoever signs in sees their own drafts and nobody else's.</source>
        <translation>Ai đăng nhập chỉ thấy hồ sơ đang soạn của chính mình.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
</context>
<context>
    <name>account_words</name>
    <message>
        <source>card of codes</source>
        <translation>thẻ mã</translation>
    </message>
    <message>
        <source>counting device</source>
        <translation>thiết bị đếm mã</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Cán bộ tiếp nhận</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Người hướng dẫn</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>A code is needed beside the password.</source>
        <translation>Cần thêm mã, ngoài mật khẩu.</translation>
    </message>
    <message>
        <source>A password has {count} letters or more.</source>
        <translation>Mật khẩu phải có từ {count} ký tự trở lên.</translation>
    </message>
    <message>
        <source>A password is not the name of its owner.</source>
        <translation>Mật khẩu không được là tên của người dùng.</translation>
    </message>
    <message>
        <source>An account needs a role.</source>
        <translation>Tài khoản phải có vai trò.</translation>
    </message>
    <message>
        <source>Another official began this.</source>
        <translation>Việc này do cán bộ khác bắt đầu.</translation>
    </message>
    <message>
        <source>Ask a colleague who may, or the administrator of this desk.</source>
        <translation>Nhờ đồng nghiệp có quyền, hoặc người quản trị quầy này.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Hãy chọn ít nhất một.</translation>
    </message>
    <message>
        <source>Give another sign.</source>
        <translation>Hãy đặt ký hiệu khác.</translation>
    </message>
    <message>
        <source>Look at Caps Lock and at the input method, then type it again.</source>
        <translation>Xem phím Caps Lock và bộ gõ, rồi nhập lại.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Hãy giao quyền quản trị cho người khác trước.</translation>
    </message>
    <message>
        <source>Name, password or code do not fit.</source>
        <translation>Tên, mật khẩu hoặc mã không đúng.</translation>
    </message>
    <message>
        <source>Nobody else keeps the accounts of this desk.</source>
        <translation>Không còn ai khác quản trị tài khoản của quầy.</translation>
    </message>
    <message>
        <source>Only they go on with it; they find it when they sign in.</source>
        <translation>Chỉ người đó làm tiếp được; họ sẽ thấy lại khi đăng nhập.</translation>
    </message>
    <message>
        <source>Sign in; its administrator adds more.</source>
        <translation>Hãy đăng nhập; người quản trị thêm tài khoản.</translation>
    </message>
    <message>
        <source>The account that is signed in may not do this.</source>
        <translation>Tài khoản đang dùng không có quyền làm việc này.</translation>
    </message>
    <message>
        <source>There is an account with this sign already.</source>
        <translation>Đã có tài khoản mang ký hiệu này.</translation>
    </message>
    <message>
        <source>Think of another password.</source>
        <translation>Hãy nghĩ mật khẩu khác.</translation>
    </message>
    <message>
        <source>This desk has accounts already.</source>
        <translation>Quầy này đã có tài khoản.</translation>
    </message>
    <message>
        <source>This password has too few different letters.</source>
        <translation>Mật khẩu này có quá ít ký tự khác nhau.</translation>
    </message>
    <message>
        <source>This password is not taken.</source>
        <translation>Không nhận mật khẩu này.</translation>
    </message>
    <message>
        <source>This password is too long.</source>
        <translation>Mật khẩu này quá dài.</translation>
    </message>
    <message>
        <source>This password was used before.</source>
        <translation>Mật khẩu này đã dùng trước đây.</translation>
    </message>
    <message>
        <source>Too many tries have failed.</source>
        <translation>Đã nhập sai quá nhiều lần.</translation>
    </message>
    <message>
        <source>Too many tries have failed. The next one is in {count} minutes.</source>
        <translation>Đã nhập sai quá nhiều lần. Chờ {count} phút nữa mới nhập lại được.</translation>
    </message>
    <message>
        <source>Too many tries have failed. The next one is in {count} seconds.</source>
        <translation>Đã nhập sai quá nhiều lần. Chờ {count} giây nữa mới nhập lại được.</translation>
    </message>
    <message>
        <source>Type the code of the number that is asked for.</source>
        <translation>Nhập mã có số thứ tự được hỏi.</translation>
    </message>
    <message>
        <source>Wait, or ask the administrator to set a new password.</source>
        <translation>Hãy chờ, hoặc nhờ người quản trị đặt mật khẩu mới.</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>Recovery code made</source>
        <translation>Tạo mã khôi phục</translation>
    </message>
    <message>
        <source>Password set by the recovery code</source>
        <translation>Đặt mật khẩu bằng mã khôi phục</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>Đóng tài khoản</translation>
    </message>
    <message>
        <source>Password set</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <source>Roles of an account changed</source>
        <translation>Đổi vai trò của tài khoản</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>Khóa màn hình</translation>
    </message>
    <message>
        <source>Second factor of an account changed</source>
        <translation>Đổi yếu tố xác thực thứ hai</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Đăng nhập không thành</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Kết thúc phiên</translation>
    </message>
</context>
<context>
    <name>AccountsView</name>
    <message>
        <source>What is made here is shown once: print it and hand it over. Each change is kept.</source>
        <translation>Nội dung tạo ở đây chỉ hiện một lần: in và giao tận tay. Mọi thay đổi đều được ghi nhật ký.</translation>
    </message>
    <message>
        <source>&amp;Full name of somebody new</source>
        <translation>&amp;Họ tên người mới</translation>
    </message>
    <message>
        <source>&amp;Add with these roles</source>
        <translation>&amp;Thêm với các vai trò này</translation>
    </message>
    <message>
        <source>&amp;Give these roles</source>
        <translation>&amp;Giao các vai trò này</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>Mật khẩu &amp;mới</translation>
    </message>
    <message>
        <source>Card of &amp;codes</source>
        <translation>Thẻ mã &amp;xác thực</translation>
    </message>
    <message>
        <source>C&amp;lose the account</source>
        <translation>Đó&amp;ng tài khoản</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>Mã &amp;khôi phục</translation>
    </message>
    <message>
        <source>Pr&amp;int it</source>
        <translation>&amp;In ra</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>X&amp;ong</translation>
    </message>
</context>
<context>
    <name>AccountsDesk</name>
    <message>
        <source>A card of codes is made for {name}: print it and hand it over.</source>
        <translation>Đã tạo thẻ mã cho {name}: in và giao tận tay.</translation>
    </message>
    <message>
        <source>By this code an administrator returns who cannot sign in any more. Print it, seal it, and keep it away from this desk; the one before is worth nothing now.</source>
        <translation>Dùng mã này khi người quản trị không còn đăng nhập được. In ra, niêm phong và để xa máy quầy; mã trước đó không còn giá trị.</translation>
    </message>
    <message>
        <source>{name} signs in with this once, and then chooses another password.</source>
        <translation>{name} đăng nhập bằng mật khẩu này một lần rồi đặt mật khẩu khác.</translation>
    </message>
    <message>
        <source>It is changed, and in force at once.</source>
        <translation>Đã thay đổi, có hiệu lực ngay.</translation>
    </message>
</context>
</TS>
