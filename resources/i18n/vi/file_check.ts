<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>file_check_words</name>
    <message><source>Signed by {name}, {when} by the signer's own clock.</source><translation>{name} đã ký, {when} theo đồng hồ của người ký.</translation></message>
    <message><source>Signed by {name}; it is not said when.</source><translation>{name} đã ký; không ghi lúc nào.</translation></message>
    <message><source>Nothing was changed since.</source><translation>Từ đó không có gì bị sửa đổi.</translation></message>
    <message><source>What was signed is unchanged; something that signing allows was added, such as a further signature.</source><translation>Nội dung đã ký không đổi; sau đó chỉ thêm điều được phép, như một chữ ký nữa.</translation></message>
    <message><source>It was changed since: something lies over what was signed. Do not trust what the pages show.</source><translation>Tệp đã bị sửa sau khi ký: có nội dung phủ lên phần đã ký. Đừng tin những gì trang giấy hiện ra.</translation></message>
    <message><source>It was changed since: this signature does not fit the file any more.</source><translation>Tệp đã bị sửa sau khi ký: chữ ký này không còn khớp với tệp.</translation></message>
    <message><source>The certificate was issued by {issuer}, whom this office trusts.</source><translation>Chứng thư số do {issuer} cấp, là nơi cơ quan này tin cậy.</translation></message>
    <message><source>Who issued the certificate ({issuer}) is not known here: the name alone proves nothing.</source><translation>Ở đây không biết nơi cấp chứng thư số ({issuer}): chỉ cái tên thì chưa chứng minh được gì.</translation></message>
    <message><source>The certificate, issued by {issuer}, did not hold for signing at that time.</source><translation>Chứng thư số do {issuer} cấp không có hiệu lực để ký vào lúc đó.</translation></message>
    <message><source>Nobody has signed this file by certificate.</source><translation>Chưa ai ký số tệp này.</translation></message>
    <message><source>A signature in it cannot be read: the file is damaged, or was made to look signed.</source><translation>Có chữ ký số không đọc được: tệp bị hỏng, hoặc được làm cho giống như đã ký.</translation></message>
    <message><source>No page carries the code of an acknowledgement.</source><translation>Không trang nào có mã của giấy tiếp nhận.</translation></message>
    <message><source>It says of itself to be fit to be kept: PDF/A-{archive}.</source><translation>Tệp tự khai là bản lưu trữ được: PDF/A-{archive}.</translation></message>
    <message><source>It does not say to be made for being kept (PDF/A).</source><translation>Tệp không khai là bản để lưu trữ (PDF/A).</translation></message>
</context>
<context>
    <name>FileCheckScreen</name>
    <message><source>Looking at {name}…</source><translation>Đang xem {name}…</translation></message>
    <message><source>{name}, pages: {pages}</source><translation>{name}, số trang: {pages}</translation></message>
    <message><source>PDF to be checked</source><translation>Tệp PDF cần kiểm tra</translation></message>
    <message><source>PDF (*.pdf)</source><translation>PDF (*.pdf)</translation></message>
    <message><source>Drop a file here or choose one. It is looked at on this computer alone, and not kept.</source><translation>Thả tệp vào đây hoặc chọn tệp. Tệp chỉ được xem trên máy này và không lưu lại.</translation></message>
    <message><source>Choose a &amp;file…</source><translation>Chọn &amp;tệp…</translation></message>
    <message><source>&amp;Close</source><translation>Đó&amp;ng</translation></message>
</context>
</TS>
