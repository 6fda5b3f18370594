<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>ExcuseBox</name>
    <message>
        <source>Another reason, then Enter</source>
        <translation>Lý do khác, rồi Enter</translation>
    </message>
    <message>
        <source>Why is it not asked for?</source>
        <translation>Vì sao không yêu cầu nộp?</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Camera</source>
        <translation>Máy ảnh</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
    <message>
        <source>Page {number}, to be looked at</source>
        <translation>Trang {number}, cần xem lại</translation>
    </message>
</context>
<context>
    <name>PageBrowser</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Trang {number}/{count}</translation>
    </message>
</context>
<context>
    <name>PageQuality</name>
    <message>
        <source>Lay the sheet under the camera, drop a file here, or paste a picture</source>
        <translation>Đặt tờ giấy dưới máy ảnh, kéo thả tệp hoặc dán ảnh vào đây</translation>
    </message>
    <message>
        <source>Take it a&amp;gain</source>
        <translation>Chụp &amp;lại</translation>
    </message>
    <message>
        <source>The page is sharp and whole</source>
        <translation>Trang rõ nét, đủ mép</translation>
    </message>
</context>
<context>
    <name>PageStage</name>
    <message>
        <source>&amp;Remove page</source>
        <translation>&amp;Bỏ trang</translation>
    </message>
    <message>
        <source>As &amp;kept</source>
        <translation>Bản &amp;lưu</translation>
    </message>
    <message>
        <source>As ta&amp;ken</source>
        <translation>Ảnh c&amp;hụp</translation>
    </message>
    <message>
        <source>Page as it will be kept</source>
        <translation>Trang sẽ lưu</translation>
    </message>
    <message>
        <source>Waiting for the camera …</source>
        <translation>Đang chờ máy ảnh …</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page as taken: Tab picks a corner, arrows move it</source>
        <translation>Trang như đã chụp: Tab chọn góc, phím mũi tên dời góc</translation>
    </message>
</context>
<context>
    <name>PaperChecklist</name>
    <message>
        <source>Papers of this procedure</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>&amp;Not asked for …</source>
        <translation>Không &amp;yêu cầu nộp …</translation>
    </message>
    <message>
        <source>Ask for it &amp;again</source>
        <translation>Yêu cầu nộp l&amp;ại</translation>
    </message>
    <message>
        <source>Looked up: the State &amp;has it</source>
        <translation>Đã tra cứu: &amp;có</translation>
    </message>
    <message>
        <source>Looked up: &amp;nothing there</source>
        <translation>Đã tra cứu: &amp;không có</translation>
    </message>
</context>
<context>
    <name>PapersScreen</name>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Go to reception</source>
        <translation>Sang tiếp nhận</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>Giấy tờ tiếp theo</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Đã đủ giấy tờ</translation>
    </message>
    <message>
        <source>Pictures and PDF ({patterns})</source>
        <translation>Ảnh và PDF ({patterns})</translation>
    </message>
    <message>
        <source>Practice sheet</source>
        <translation>Tờ giấy tập huấn</translation>
    </message>
    <message>
        <source>Still missing: {count}</source>
        <translation>Còn thiếu: {count}</translation>
    </message>
    <message>
        <source>Take another page</source>
        <translation>Chụp thêm trang</translation>
    </message>
    <message>
        <source>Take page</source>
        <translation>Chụp trang</translation>
    </message>
</context>
<context>
    <name>_RowHead</name>
    <message>
        <source>Another paper stands in for it</source>
        <translation>Đã có giấy tờ thay thế</translation>
    </message>
    <message>
        <source>Must not be asked for</source>
        <translation>Không được yêu cầu nộp</translation>
    </message>
    <message>
        <source>Not handed in</source>
        <translation>Không nộp</translation>
    </message>
    <message>
        <source>Only if needed</source>
        <translation>Chỉ nộp khi cần</translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation>Số trang: {count}</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Looked up at {time}: the database did not answer</source>
        <translation>Tra cứu lúc {time}: cơ sở dữ liệu không trả lời</translation>
    </message>
    <message>
        <source>Looked up at {time}: nothing there</source>
        <translation>Tra cứu lúc {time}: không có</translation>
    </message>
</context>
</TS>
