<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>PageBrowser</name>
    <message>
        <source>Before page {number}</source>
        <translation>Trước trang {number}</translation>
    </message>
    <message>
        <source>In place of page {number}</source>
        <translation>Thay cho trang {number}</translation>
    </message>
</context>
<context>
    <name>PageDesk</name>
    <message>
        <source>Hold still…</source>
        <translation>Giữ yên…</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>&amp;1  By what is on it</source>
        <translation>&amp;1  Theo nội dung trang</translation>
    </message>
    <message>
        <source>&amp;2  Black and white</source>
        <translation>&amp;2  Đen trắng</translation>
    </message>
    <message>
        <source>&amp;3  In colour</source>
        <translation>&amp;3  Có màu</translation>
    </message>
    <message>
        <source>&amp;4  As a photograph</source>
        <translation>&amp;4  Ảnh chụp</translation>
    </message>
    <message>
        <source>Keep the page otherwise…</source>
        <translation>Lưu trang theo dạng khác…</translation>
    </message>
    <message>
        <source>Move the page back</source>
        <translation>Chuyển trang ra sau</translation>
    </message>
    <message>
        <source>Move the page forward</source>
        <translation>Chuyển trang lên trước</translation>
    </message>
    <message>
        <source>Move the page to another paper…</source>
        <translation>Chuyển trang sang giấy tờ khác…</translation>
    </message>
    <message>
        <source>Take a page before this one</source>
        <translation>Chụp thêm một trang trước trang này</translation>
    </message>
    <message>
        <source>Take this page again, in its place</source>
        <translation>Chụp lại trang này, đúng chỗ cũ</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>Xoay trái</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Xoay phải</translation>
    </message>
</context>
<context>
    <name>PapersScreen</name>
    <message>
        <source>Put it aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Start scanning</source>
        <translation>Bắt đầu quét</translation>
    </message>
</context>
<context>
    <name>ScanOptions</name>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Feeder</source>
        <translation>Khay nạp</translation>
    </message>
    <message>
        <source>Feeder, both sides</source>
        <translation>Khay, hai mặt</translation>
    </message>
    <message>
        <source>Fineness</source>
        <translation>Độ mịn</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Lấy từ</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Mặt kính</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Xám</translation>
    </message>
    <message>
        <source>Look for scanners again</source>
        <translation>Tìm lại máy quét</translation>
    </message>
    <message>
        <source>Practice scanner</source>
        <translation>Máy quét tập huấn</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
</context>
<context>
    <name>ScanState</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>Scan a&amp;gain</source>
        <translation>Quét &amp;lại</translation>
    </message>
    <message>
        <source>Use the feede&amp;r</source>
        <translation>Dùng khay &amp;nạp</translation>
    </message>
    <message>
        <source>Use the g&amp;lass</source>
        <translation>Dùng mặt &amp;kính</translation>
    </message>
</context>
<context>
    <name>ScannerDesk</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>Đã lưu thành {name}.</translation>
    </message>
</context>
<context>
    <name>ScannerPanel</name>
    <message>
        <source>&amp;Print separator sheets</source>
        <translation>&amp;In tờ phân cách</translation>
    </message>
    <message>
        <source>Asking the scanner what it can do…</source>
        <translation>Đang hỏi khả năng của máy quét…</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Đóng (Esc)</translation>
    </message>
    <message>
        <source>Lay the page on the glass, then press Enter.</source>
        <translation>Úp trang giấy lên mặt kính rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Lay the stack into the feeder, then press Enter.</source>
        <translation>Đặt tập giấy vào khay nạp rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Looking for scanners…</source>
        <translation>Đang tìm máy quét…</translation>
    </message>
    <message>
        <source>No scanner answers.</source>
        <translation>Không có máy quét nào trả lời.</translation>
    </message>
    <message>
        <source>Pages read: {count}</source>
        <translation>Đã đọc {count} trang</translation>
    </message>
    <message>
        <source>Sa&amp;ve them as a PDF</source>
        <translation>Lư&amp;u thành PDF</translation>
    </message>
    <message>
        <source>Save separator sheets</source>
        <translation>Lưu tờ phân cách</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét giấy tờ</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>Đang quét…</translation>
    </message>
    <message>
        <source>Separator sheets sort it into its papers by themselves.</source>
        <translation>Có tờ phân cách thì các trang tự vào đúng giấy tờ.</translation>
    </message>
    <message>
        <source>Separator sheets.pdf</source>
        <translation>Tờ phân cách.pdf</translation>
    </message>
    <message>
        <source>Switch it on, look at its cable, then look again.</source>
        <translation>Bật máy, kiểm tra dây rồi tìm lại.</translation>
    </message>
    <message>
        <source>The page that came last</source>
        <translation>Trang vừa quét xong</translation>
    </message>
</context>
<context>
    <name>_RowHead</name>
    <message>
        <source>Lying aside: {count}; move each to its paper</source>
        <translation>Để riêng {count} trang; hãy chuyển từng trang vào đúng giấy tờ</translation>
    </message>
    <message>
        <source>Pages of no paper yet</source>
        <translation>Trang chưa thuộc giấy tờ nào</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>Move each to its paper, or remove it, in the step Papers.</source>
        <translation>Ở bước Giấy tờ, chuyển từng trang vào đúng giấy tờ hoặc bỏ trang đó.</translation>
    </message>
    <message>
        <source>Scanned pages lie aside that belong to no paper yet.</source>
        <translation>Còn trang đã quét để riêng, chưa thuộc giấy tờ nào.</translation>
    </message>
</context>
<context>
    <name>scanner_words</name>
    <message>
        <source>No page was read.</source>
        <translation>Chưa đọc được trang nào.</translation>
    </message>
    <message>
        <source>Pages read: {pages}, papers: {papers}</source>
        <translation>Đã đọc {pages} trang, vào {papers} giấy tờ</translation>
    </message>
    <message>
        <source>The pages were added to the dossier they were scanned for.</source>
        <translation>Các trang đã được thêm vào đúng hồ sơ đang quét.</translation>
    </message>
    <message>
        <source>blank pages kept and marked: {count}</source>
        <translation>giữ và đánh dấu {count} trang trắng</translation>
    </message>
    <message>
        <source>lying aside: {count}</source>
        <translation>để riêng {count} trang</translation>
    </message>
    <message>
        <source>no page came after the separator of: {papers}</source>
        <translation>sau tờ phân cách không có trang nào: {papers}</translation>
    </message>
    <message>
        <source>separator sides left out: {count}</source>
        <translation>bỏ {count} mặt tờ phân cách</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>A sheet is stuck in the feeder.</source>
        <translation>Giấy bị kẹt trong khay nạp.</translation>
    </message>
    <message>
        <source>Close it.</source>
        <translation>Hãy đóng lại.</translation>
    </message>
    <message>
        <source>Lay the sheets in until they catch, or use the glass.</source>
        <translation>Đặt giấy vào cho đến khi khớp, hoặc quét trên mặt kính.</translation>
    </message>
    <message>
        <source>Look at its switch and its cable.</source>
        <translation>Kiểm tra công tắc và dây của máy.</translation>
    </message>
    <message>
        <source>Open the lid, take the sheet out, and lay in the rest.</source>
        <translation>Mở nắp, lấy tờ giấy kẹt ra rồi nạp tiếp các tờ còn lại.</translation>
    </message>
    <message>
        <source>Somebody else is using the scanner.</source>
        <translation>Máy quét đang có người khác dùng.</translation>
    </message>
    <message>
        <source>Switch it off and on, then scan again.</source>
        <translation>Tắt máy quét rồi bật lại, sau đó quét lại.</translation>
    </message>
    <message>
        <source>Take pages by camera or file, and tell whoever looks after this desk.</source>
        <translation>Hãy chụp bằng camera hoặc chọn tệp, và báo cho người phụ trách máy ở quầy này.</translation>
    </message>
    <message>
        <source>Tell whoever looks after this desk.</source>
        <translation>Báo cho người phụ trách máy ở quầy này.</translation>
    </message>
    <message>
        <source>The scanner does not answer: off, unplugged or asleep.</source>
        <translation>Máy quét không trả lời: đang tắt, tuột dây hoặc đang ngủ.</translation>
    </message>
    <message>
        <source>The scanner stopped with a fault of its own.</source>
        <translation>Máy quét dừng vì lỗi của chính nó.</translation>
    </message>
    <message>
        <source>The scanner takes too long; it was given up.</source>
        <translation>Máy quét chờ quá lâu nên đã dừng lại.</translation>
    </message>
    <message>
        <source>The scanner's cover is open.</source>
        <translation>Nắp máy quét đang mở.</translation>
    </message>
    <message>
        <source>The system's scanning program (SANE) is not installed.</source>
        <translation>Máy tính chưa cài chương trình quét (SANE).</translation>
    </message>
    <message>
        <source>There is no sheet in the feeder.</source>
        <translation>Khay nạp chưa có giấy.</translation>
    </message>
    <message>
        <source>This user may not use the scanner.</source>
        <translation>Tài khoản này không được phép dùng máy quét.</translation>
    </message>
    <message>
        <source>Wait a moment, then scan again.</source>
        <translation>Chờ một lát rồi quét lại.</translation>
    </message>
</context>
</TS>
