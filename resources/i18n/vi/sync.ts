<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>FiledPage</name>
    <message>
        <source>Acknowledged by the hub</source>
        <translation>Máy chủ đã xác nhận</translation>
    </message>
    <message>
        <source>Kept here: this desk has no hub</source>
        <translation>Lưu tại đây: máy này không có máy chủ đồng bộ</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Set aside: F7 says why</source>
        <translation>Để riêng: bấm F7 để xem lý do</translation>
    </message>
</context>
<context>
    <name>FilingCard</name>
    <message>
        <source>&amp;Code it came with, from the portal</source>
        <translation>&amp;Mã hồ sơ có sẵn từ Cổng</translation>
    </message>
    <message>
        <source>empty: this office gives one</source>
        <translation>để trống: nơi tiếp nhận cấp mã</translation>
    </message>
</context>
<context>
    <name>OutboxScreen</name>
    <message>
        <source>&amp;One-time code of the hub</source>
        <translation>&amp;Mã dùng một lần của máy chủ</translation>
    </message>
    <message>
        <source>&amp;Reason for leaving it out</source>
        <translation>&amp;Lý do bỏ ra</translation>
    </message>
    <message>
        <source>Enrol this desk</source>
        <translation>Đăng ký máy này</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>Never send this entry: give a reason first (Ctrl+D)</source>
        <translation>Không bao giờ gửi mục này: trước hết ghi lý do (Ctrl+D)</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>The hub does not accept this desk ({code}): tell whoever looks after it.</source>
        <translation>Máy chủ không chấp nhận máy này ({code}): báo cho người quản lý máy chủ.</translation>
    </message>
    <message>
        <source>What this desk sends to the hub</source>
        <translation>Gửi máy chủ đồng bộ</translation>
    </message>
    <message>
        <source>From the hub:</source>
        <translation>Máy chủ gửi:</translation>
    </message>
    <message>
        <source>Onto a stick</source>
        <translation>Ghi ra USB</translation>
    </message>
    <message>
        <source>Seal what waits for the hub into files, for days without a line (Ctrl+S)</source>
        <translation>Niêm phong những gì đang chờ thành tệp cho máy chủ, dùng khi mất mạng nhiều ngày (Ctrl+S)</translation>
    </message>
    <message>
        <source>From a stick</source>
        <translation>Đọc từ USB</translation>
    </message>
    <message>
        <source>Take in receipts, and other desks&apos; files to carry them on (Ctrl+I)</source>
        <translation>Nhận biên nhận, và tệp của quầy khác để chuyển tiếp (Ctrl+I)</translation>
    </message>
    <message>
        <source>Where the stick is, to write</source>
        <translation>Chọn USB để ghi</translation>
    </message>
    <message>
        <source>Where the stick is, to read</source>
        <translation>Chọn USB để đọc</translation>
    </message>
</context>
<context>
    <name>OutboxTable</name>
    <message>
        <source>What waits to be sent</source>
        <translation>Những gì đang chờ gửi</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>Go on working: everything is kept here and sent once the line is back.</source>
        <translation>Cứ tiếp tục làm việc: mọi thứ được lưu tại đây và gửi đi khi có mạng trở lại.</translation>
    </message>
    <message>
        <source>Go on working: it is tried again by itself.</source>
        <translation>Cứ tiếp tục làm việc: máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>Look at the code once more, or tell whoever looks after the hub.</source>
        <translation>Xem lại mã, hoặc báo cho người quản lý máy chủ.</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>The hub cannot be reached now.</source>
        <translation>Hiện chưa kết nối được máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>The hub does not accept this from this desk.</source>
        <translation>Máy chủ đồng bộ không chấp nhận việc này từ máy này.</translation>
    </message>
    <message>
        <source>The hub has a fault of its own.</source>
        <translation>Máy chủ đồng bộ đang gặp lỗi.</translation>
    </message>
    <message>
        <source>The hub has too much to do now.</source>
        <translation>Máy chủ đồng bộ đang quá bận.</translation>
    </message>
    <message>
        <source>This desk belongs to a hub already.</source>
        <translation>Máy này đã thuộc một máy chủ đồng bộ.</translation>
    </message>
    <message>
        <source>This desk has no hub: everything is kept here.</source>
        <translation>Máy này chưa có máy chủ đồng bộ: mọi thứ được lưu tại đây.</translation>
    </message>
    <message>
        <source>What answers at the hub's address is no hub of this version.</source>
        <translation>Nơi trả lời ở địa chỉ máy chủ không phải là máy chủ đồng bộ của phiên bản này.</translation>
    </message>
    <message>
        <source>Where there is one, its address goes into counter.toml under [hub].</source>
        <translation>Nếu có, ghi địa chỉ của nó vào counter.toml, mục [hub].</translation>
    </message>
    <message>
        <source>This file is no bundle for this desk.</source>
        <translation>Tệp này không phải gói dữ liệu dành cho quầy này.</translation>
    </message>
    <message>
        <source>Nothing of it was taken. Have it written again at the desk it comes from.</source>
        <translation>Không nhận gì từ tệp. Đề nghị quầy gửi ghi lại tệp.</translation>
    </message>
    <message>
        <source>The hub&apos;s key is not known at this desk yet.</source>
        <translation>Quầy này chưa biết khóa của máy chủ.</translation>
    </message>
    <message>
        <source>Enrol, and let the desk send once over a line; then sticks can be written.</source>
        <translation>Hãy đăng ký và để quầy gửi một lần qua mạng; sau đó mới ghi được ra USB.</translation>
    </message>
</context>
<context>
    <name>outbox_rows</name>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Số lần thử</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Ghi lúc</translation>
    </message>
</context>
<context>
    <name>outbox_words</name>
    <message>
        <source>All sent {when}</source>
        <translation>Đã gửi hết {when}</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Everything has been sent and acknowledged.</source>
        <translation>Mọi thứ đã được gửi và xác nhận.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>It cannot be read any more</source>
        <translation>Không đọc được nữa</translation>
    </message>
    <message>
        <source>Its paper is damaged on this disk</source>
        <translation>Tệp giấy tờ trên ổ đĩa này bị hỏng</translation>
    </message>
    <message>
        <source>Its paper is not on this disk any more</source>
        <translation>Không còn thấy giấy tờ trên ổ đĩa này</translation>
    </message>
    <message>
        <source>Kept on this desk</source>
        <translation>Lưu tại máy này</translation>
    </message>
    <message>
        <source>Not enrolled with the hub yet</source>
        <translation>Chưa đăng ký với máy chủ</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Không có gì cần gửi</translation>
    </message>
    <message>
        <source>Open the dossier and look at what is named. Then send again, or leave this out with a reason.</source>
        <translation>Mở hồ sơ và xem mục được nêu tên. Sau đó gửi lại, hoặc bỏ ra kèm lý do.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Paper used again</source>
        <translation>Giấy tờ dùng lại</translation>
    </message>
    <message>
        <source>Restore the folder of papers from its copy and send again; or ask for it anew and leave this out.</source>
        <translation>Khôi phục thư mục giấy tờ từ bản sao lưu rồi gửi lại; hoặc xin lại giấy tờ và bỏ mục này ra.</translation>
    </message>
    <message>
        <source>Set aside: {count}</source>
        <translation>Để riêng: {count}</translation>
    </message>
    <message>
        <source>Step of the clock</source>
        <translation>Mốc thời hạn</translation>
    </message>
    <message>
        <source>Supplement asked for</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Tell whoever looks after the hub, then send again. Nothing here is lost.</source>
        <translation>Báo người quản lý máy chủ rồi gửi lại. Ở máy này không mất gì.</translation>
    </message>
    <message>
        <source>The clock of this machine is {span} fast. Set it right: papers carry it.</source>
        <translation>Đồng hồ máy này nhanh {span}. Hãy chỉnh lại: giờ này được in trên giấy tờ.</translation>
    </message>
    <message>
        <source>The clock of this machine is {span} slow. Set it right: papers carry it.</source>
        <translation>Đồng hồ máy này chậm {span}. Hãy chỉnh lại: giờ này được in trên giấy tờ.</translation>
    </message>
    <message>
        <source>The clock of this machine was set back by {span}. Set it right: papers carry it.</source>
        <translation>Đồng hồ máy này bị chỉnh lùi {span}. Hãy chỉnh lại: giờ này được in trên giấy tờ.</translation>
    </message>
    <message>
        <source>The hub does not take its paper</source>
        <translation>Máy chủ không nhận tệp giấy tờ</translation>
    </message>
    <message>
        <source>The hub has something else under this id</source>
        <translation>Máy chủ đã có nội dung khác với mã này</translation>
    </message>
    <message>
        <source>The hub last answered at {when}.</source>
        <translation>Máy chủ trả lời lần cuối lúc {when}.</translation>
    </message>
    <message>
        <source>The hub refuses it</source>
        <translation>Máy chủ từ chối</translation>
    </message>
    <message>
        <source>This desk is not enrolled yet: ask for a one-time code. Until then everything is kept here.</source>
        <translation>Máy này chưa đăng ký: hãy xin một mã dùng một lần. Cho đến lúc đó mọi thứ được lưu tại đây.</translation>
    </message>
    <message>
        <source>This desk works by itself: everything is kept here, sealed, and nothing is sent.</source>
        <translation>Máy này làm việc độc lập: mọi thứ được lưu tại đây, không gửi đi đâu.</translation>
    </message>
    <message>
        <source>Voided dossier</source>
        <translation>Hồ sơ hủy</translation>
    </message>
    <message>
        <source>Waiting: {waiting}. Set aside: {aside}.</source>
        <translation>Đang chờ: {waiting}. Để riêng: {aside}.</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>đã xác nhận</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>đã bỏ ra</translation>
    </message>
    <message>
        <source>next try at {when}</source>
        <translation>thử lại lúc {when}</translation>
    </message>
    <message>
        <source>sent, no answer yet</source>
        <translation>đã gửi, chưa trả lời</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} giờ</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} phút</translation>
    </message>
    <message>
        <source>{count} waiting since {when}</source>
        <translation>{count} mục chờ gửi từ {when}</translation>
    </message>
    <message>
        <source>✓✓ left out</source>
        <translation>✓✓ bỏ ra</translation>
    </message>
    <message>
        <source>✓✓ set aside</source>
        <translation>✓✓ để riêng</translation>
    </message>
    <message>
        <source>✓✓ waits</source>
        <translation>✓✓ chờ gửi</translation>
    </message>
    <message>
        <source>✓✓✓ sent</source>
        <translation>✓✓✓ đã gửi</translation>
    </message>
    <message>
        <source>✓✓✓✓ there</source>
        <translation>✓✓✓✓ đã tới</translation>
    </message>
    <message>
        <source>the hub has not signed it</source>
        <translation>không có chữ ký của máy chủ</translation>
    </message>
    <message>
        <source>Refused: {name}, version {version} ({why})</source>
        <translation>Từ chối: {name}, phiên bản {version} ({why})</translation>
    </message>
    <message>
        <source>Procedure {name}, version {version}: in force from {day}</source>
        <translation>Thủ tục {name}, phiên bản {version}: áp dụng từ {day}</translation>
    </message>
    <message>
        <source>Calendar {name}, version {version}: from the next start on</source>
        <translation>Lịch làm việc {name}, phiên bản {version}: áp dụng từ lần mở sau</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, phiên bản {version}</translation>
    </message>
    <message>
        <source>From the hub: {count} new, {refused} of them refused (F7).</source>
        <translation>Máy chủ gửi {count} mục mới, {refused} mục bị từ chối (F7).</translation>
    </message>
    <message>
        <source>From the hub: {count} new (F7).</source>
        <translation>Máy chủ gửi {count} mục mới (F7).</translation>
    </message>
</context>
<context>
    <name>page_words</name>
    <message>
        <source>Decided which of two versions holds</source>
        <translation>Đã quyết định giữ bản nào trong hai bản</translation>
    </message>
    <message>
        <source>Lasting code given by the hub</source>
        <translation>Máy chủ cấp mã chính thức</translation>
    </message>
    <message>
        <source>Left out of what is sent to the hub</source>
        <translation>Bỏ ra khỏi những gì gửi máy chủ</translation>
    </message>
    <message>
        <source>Sent to the hub once more</source>
        <translation>Gửi lại máy chủ</translation>
    </message>
    <message>
        <source>The hub says how it stands</source>
        <translation>Máy chủ báo tình trạng</translation>
    </message>
</context>
<context>
    <name>register_rows</name>
    <message>
        <source>Hub</source>
        <translation>Máy chủ</translation>
    </message>
</context>
<context>
    <name>StickDesk</name>
    <message>
        <source>On the stick: {entries} entries in {bundles} sealed files, {receipts} receipts.</source>
        <translation>Đã ghi ra USB: {entries} mục trong {bundles} tệp niêm phong, {receipts} biên nhận.</translation>
    </message>
    <message>
        <source>From the stick: {acknowledged} entries acknowledged, {carried} bundles to carry on.</source>
        <translation>Từ USB: {acknowledged} mục được xác nhận, {carried} tệp để chuyển tiếp.</translation>
    </message>
    <message>
        <source>Files refused: {count} ({name}).</source>
        <translation>Tệp bị từ chối: {count} ({name}).</translation>
    </message>
</context>
</TS>
