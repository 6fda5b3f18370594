<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>print_words</name>
    <message><source>{printer} has no paper</source><translation>{printer} hết giấy</translation></message>
    <message><source>paper is jammed in {printer}</source><translation>{printer} bị kẹt giấy</translation></message>
    <message><source>a cover of {printer} is open</source><translation>nắp của {printer} đang mở</translation></message>
    <message><source>{printer} has no ink or toner</source><translation>{printer} hết mực</translation></message>
    <message><source>the output tray of {printer} is full or missing</source><translation>khay ra của {printer} đã đầy hoặc không có</translation></message>
    <message><source>{printer} does not answer</source><translation>{printer} không trả lời</translation></message>
    <message><source>{printer} is stopped</source><translation>{printer} đang tạm dừng</translation></message>
    <message><source>{printer} takes no papers</source><translation>{printer} không nhận lệnh in</translation></message>
    <message><source>{printer} is busy with another paper</source><translation>{printer} đang bận in giấy khác</translation></message>
    <message><source>nothing moves at {printer}</source><translation>{printer} đứng yên</translation></message>
    <message><source>{printer} failed</source><translation>{printer} in không thành</translation></message>
    <message><source>{printer} cannot print this kind of paper</source><translation>{printer} không in được loại giấy này</translation></message>
    <message><source>no paper</source><translation>hết giấy</translation></message>
    <message><source>paper jam</source><translation>kẹt giấy</translation></message>
    <message><source>cover open</source><translation>nắp đang mở</translation></message>
    <message><source>no ink or toner</source><translation>hết mực</translation></message>
    <message><source>output tray full</source><translation>khay ra đầy</translation></message>
    <message><source>does not answer</source><translation>không trả lời</translation></message>
    <message><source>stopped</source><translation>đang tạm dừng</translation></message>
    <message><source>takes no papers</source><translation>không nhận lệnh in</translation></message>
    <message><source>busy</source><translation>đang bận</translation></message>
    <message><source>nothing moves</source><translation>đứng yên</translation></message>
    <message><source>failed</source><translation>in không thành</translation></message>
    <message><source>other kind of paper</source><translation>khác loại giấy</translation></message>
    <message><source>main tray</source><translation>khay chính</translation></message>
    <message><source>upper tray</source><translation>khay trên</translation></message>
    <message><source>middle tray</source><translation>khay giữa</translation></message>
    <message><source>lower tray</source><translation>khay dưới</translation></message>
    <message><source>by hand</source><translation>nạp tay</translation></message>
    <message><source>side tray</source><translation>khay bên</translation></message>
    <message><source>envelopes</source><translation>khay phong bì</translation></message>
    <message><source>roll</source><translation>cuộn giấy</translation></message>
    <message><source>the printer</source><translation>máy in</translation></message>
    <message><source>the folder {folder}</source><translation>thư mục {folder}</translation></message>
    <message><source>Printing on {printer}…</source><translation>Đang in trên {printer}…</translation></message>
    <message><source>Printed on {printer}.</source><translation>Đã in trên {printer}.</translation></message>
    <message><source>printed on {printer} instead.</source><translation>đã in trên {printer} thay vào đó.</translation></message>
    <message><source>now trying {printer}…</source><translation>đang thử {printer}…</translation></message>
    <message><source>the paper lies as {file} in the folder {folder}: print it elsewhere, then delete it.</source><translation>giấy nằm trong tệp {file} ở thư mục {folder}: hãy in ở máy khác rồi xóa tệp đi.</translation></message>
    <message><source>the paper could not even be saved; what was received is kept.</source><translation>giấy cũng không lưu được thành tệp; hồ sơ đã tiếp nhận vẫn còn nguyên.</translation></message>
    <message><source>The print was cancelled at {printer}.</source><translation>Lệnh in đã bị hủy ở {printer}.</translation></message>
    <message><source>Pages of it that came out of {printer} are void: throw them away.</source><translation>Trang đã ra ở {printer} không dùng được: hãy bỏ đi.</translation></message>
    <message><source>It could not be called back from {printer}: if it comes out there, throw it away.</source><translation>Không gọi lại được từ {printer}: nếu giấy ra ở đó, hãy bỏ đi.</translation></message>
    <message><source>The print left at {printer} was called back; it will not come out twice.</source><translation>Đã gọi lại lệnh in còn ở {printer}; giấy sẽ không ra hai lần.</translation></message>
    <message><source>{printer} shows another key than before</source><translation>{printer} đưa ra khóa khác với trước</translation></message>
    <message><source>another key</source><translation>khóa khác</translation></message>
    <message><source>Printers that make themselves known on the network: {count}.</source><translation>Máy in tự báo có mặt trong mạng: {count}.</translation></message>
    <message><source>The network is not searched: “ippfind” is missing (Debian: cups-ipp-utils).</source><translation>Không tìm trong mạng được: thiếu “ippfind” (Debian: cups-ipp-utils).</translation></message>
    <message><source>The network is not searched: avahi-daemon does not run here.</source><translation>Không tìm trong mạng được: avahi-daemon không chạy trên máy này.</translation></message>
    <message><source>The search of the network came to no end.</source><translation>Việc tìm trong mạng không kết thúc.</translation></message>
    <message><source>It bears no digital signature, for the key is locked: sign it by hand.</source><translation>Giấy chưa có chữ ký số vì khóa ký đang khóa: hãy ký tay.</translation></message>
    <message><source>It bears no digital signature, for the key is not there: sign it by hand.</source><translation>Giấy chưa có chữ ký số vì không thấy khóa ký: hãy ký tay.</translation></message>
    <message><source>The print left at {printer} is still there: if it comes out, throw it away.</source><translation>Lệnh in vẫn còn ở {printer}: nếu giấy ra ở đó, hãy bỏ đi.</translation></message>
  </context>
  <context>
    <name>printer_setup</name>
    <message><source>&amp;A4</source><translation>&amp;A4</translation></message>
    <message><source>A&amp;5</source><translation>A&amp;5</translation></message>
    <message><source>&amp;Slip, 80 mm</source><translation>&amp;Phiếu 80 mm</translation></message>
    <message><source>La&amp;bel</source><translation>&amp;Nhãn</translation></message>
  </context>
  <context>
    <name>PrinterSetupDesk</name>
    <message><source>Looking for printers on the network…</source><translation>Đang tìm máy in trong mạng…</translation></message>
  </context>
  <context>
    <name>PrinterSetup</name>
    <message><source>Printers: which paper goes where</source><translation>Máy in: giấy nào in ở đâu</translation></message>
    <message><source>Add a prin&amp;ter, from the list or by its address</source><translation>Thêm &amp;máy in, chọn trong danh sách hoặc gõ địa chỉ</translation></message>
    <message><source>ipps://… (encrypted) or ipp://… for a network printer; socket://…:9100 or device:/dev/usb/lp0 for a thermal one</source><translation>ipps://… (có mã hóa) hoặc ipp://… cho máy in trong mạng; socket://…:9100 hoặc device:/dev/usb/lp0 cho máy in nhiệt</translation></message>
    <message><source>A&amp;dd</source><translation>&amp;Thêm</translation></message>
    <message><source>Print a test &amp;page</source><translation>&amp;In trang thử</translation></message>
    <message><source>The test page at its true size</source><translation>Trang thử đúng cỡ thật</translation></message>
    <message><source>Hold a ruler to the screen: from 0 to 100 it &amp;measures, in mm</source><translation>Áp thước lên màn hình: từ 0 đến 100 đ&amp;o được (mm)</translation></message>
    <message><source>&amp;Close</source><translation>Đón&amp;g</translation></message>
  </context>
  <context>
    <name>PrinterOrder</name>
    <message><source>As the printer has it</source><translation>Theo máy in</translation></message>
    <message><source>Last of all: a PDF in the folder {folder}</source><translation>Sau cùng: tệp PDF trong thư mục {folder}</translation></message>
    <message><source>Tried in this order</source><translation>Thử theo thứ tự này</translation></message>
    <message><source>This kind of paper has no printers of its own yet: it comes out as shown here.</source><translation>Loại giấy này chưa có máy in riêng: hiện in như trên đây.</translation></message>
    <message><source>&amp;Earlier</source><translation>&amp;Lên</translation></message>
    <message><source>&amp;Later</source><translation>&amp;Xuống</translation></message>
    <message><source>&amp;Remove</source><translation>&amp;Bỏ ra</translation></message>
    <message><source>Tra&amp;y</source><translation>&amp;Khay giấy</translation></message>
    <message><source>Tray</source><translation>Khay giấy</translation></message>
  </context>
</TS>
