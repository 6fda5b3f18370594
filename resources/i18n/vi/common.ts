<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>DifferenceList</name>
    <message>
        <source>Card: {value}</source>
        <translation>Thẻ: {value}</translation>
    </message>
    <message>
        <source>Record: {value}</source>
        <translation>CSDL: {value}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Đóng thông báo</translation>
    </message>
</context>
<context>
    <name>PersonBadges</name>
    <message>
        <source>Not verified by chip or VNeID</source>
        <translation>Chưa xác thực bằng chip, VNeID</translation>
    </message>
    <message>
        <source>Read from the QR code</source>
        <translation>Đọc từ mã QR</translation>
    </message>
    <message>
        <source>Read from the QR; its parts were out of place</source>
        <translation>Đọc từ mã QR, thứ tự các mục lạ</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>Nhập tay</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>No citizen yet</source>
        <translation>Chưa có công dân</translation>
    </message>
    <message>
        <source>Show a citizen card to the camera to begin.</source>
        <translation>Đưa thẻ căn cước vào máy ảnh để bắt đầu.</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>birth registered in {place}</source>
        <translation>đăng ký khai sinh tại {place}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} nơi khác</translation>
    </message>
    <message>
        <source>Divided or unclear since July 2025. Ask which it is today:</source>
        <translation>Đã chia hoặc chưa rõ từ 01/7/2025. Hỏi công dân nay thuộc nơi nào:</translation>
    </message>
    <message>
        <source>In today's units</source>
        <translation>Theo địa giới hiện nay</translation>
    </message>
    <message>
        <source>Before July 2025: {address}</source>
        <translation>Trước 01/7/2025: {address}</translation>
    </message>
    <message>
        <source>Card and record differ: {count}</source>
        <translation>Thẻ và CSDL khác nhau: {count} mục</translation>
    </message>
    <message>
        <source>Dossiers received before: {count}</source>
        <translation>Hồ sơ đã tiếp nhận trước đây: {count}</translation>
    </message>
    <message>
        <source>Hide the ID number</source>
        <translation>Ẩn số định danh</translation>
    </message>
    <message>
        <source>Name not readable</source>
        <translation>Không đọc được họ tên</translation>
    </message>
    <message>
        <source>Open drafts: {count}</source>
        <translation>Hồ sơ đang làm dở: {count}</translation>
    </message>
    <message>
        <source>Residence as the card prints it</source>
        <translation>Nơi thường trú ghi trên thẻ</translation>
    </message>
    <message>
        <source>Show the whole ID number</source>
        <translation>Hiện đủ số định danh</translation>
    </message>
    <message>
        <source>{age} years old</source>
        <translation>{age} tuổi</translation>
    </message>
    <message>
        <source>Correct the record …</source>
        <translation>Điều chỉnh dữ liệu …</translation>
    </message>
    <message>
        <source>Change the card …</source>
        <translation>Đổi thẻ căn cước …</translation>
    </message>
    <message>
        <source>Begins that procedure, already filled</source>
        <translation>Mở thủ tục đó, đã điền sẵn</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Find a received dossier (Ctrl+F)</source>
        <translation>Tìm hồ sơ đã tiếp nhận (Ctrl+F)</translation>
    </message>
    <message>
        <source>Nothing on hold</source>
        <translation>Không có hồ sơ đang giữ</translation>
    </message>
    <message>
        <source>On hold ({count})</source>
        <translation>Đang giữ ({count})</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Sổ tiếp nhận</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>done</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>còn thiếu {count}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Change who serves at this counter; {keys} locks the desk</source>
        <translation>Đổi người trực quầy; {keys} để khóa quầy</translation>
    </message>
    <message>
        <source>{counter} · {office}</source>
        <translation>{counter} · {office}</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>TẬP HUẤN</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>A file or setting of the desk is not right.</source>
        <translation>Tệp hoặc thiết lập của máy quầy không đúng.</translation>
    </message>
    <message>
        <source>Choose a printer for A4 or A5.</source>
        <translation>Hãy chọn máy in khổ A4 hoặc A5.</translation>
    </message>
    <message>
        <source>This paper is too wide for a slip printer.</source>
        <translation>Giấy này rộng hơn khổ máy in nhiệt.</translation>
    </message>
    <message>
        <source>A font for papers is missing.</source>
        <translation>Thiếu phông chữ để in giấy tờ.</translation>
    </message>
    <message>
        <source>A rule of this form is written wrongly.</source>
        <translation>Quy tắc của tờ khai này bị viết sai.</translation>
    </message>
    <message>
        <source>A stored page is damaged and is not shown.</source>
        <translation>Một trang đã lưu bị hỏng nên không hiển thị.</translation>
    </message>
    <message>
        <source>An ID number has twelve digits.</source>
        <translation>Số định danh cá nhân gồm 12 chữ số.</translation>
    </message>
    <message>
        <source>Ask for their card, or type their details.</source>
        <translation>Đề nghị xuất trình thẻ của người đó hoặc nhập tay.</translation>
    </message>
    <message>
        <source>Choose another file, or print it again.</source>
        <translation>Chọn tệp khác hoặc in lại.</translation>
    </message>
    <message>
        <source>Choose another file, or use the camera.</source>
        <translation>Chọn tệp khác hoặc dùng máy ảnh.</translation>
    </message>
    <message>
        <source>Compare it with the card.</source>
        <translation>Đối chiếu lại với thẻ.</translation>
    </message>
    <message>
        <source>Compare it with the paper, or search by name.</source>
        <translation>Đối chiếu với giấy tờ hoặc tìm theo họ tên.</translation>
    </message>
    <message>
        <source>Do it again; if it happens once more, tell whoever looks after the desk.</source>
        <translation>Thực hiện lại; nếu vẫn gặp lỗi, báo người phụ trách kỹ thuật.</translation>
    </message>
    <message>
        <source>Enter your full name: every paper carries it.</source>
        <translation>Nhập họ tên của anh/chị: giấy tờ nào cũng ghi tên người tiếp nhận.</translation>
    </message>
    <message>
        <source>Fill in what is marked.</source>
        <translation>Điền các ô được đánh dấu.</translation>
    </message>
    <message>
        <source>Give a reason to change it.</source>
        <translation>Nêu lý do để sửa.</translation>
    </message>
    <message>
        <source>Go on with the card; what it says is marked as not matched.</source>
        <translation>Tiếp tục với thông tin trên thẻ; các ô này được ghi rõ là chưa đối chiếu.</translation>
    </message>
    <message>
        <source>Go on with what works and do this again later.</source>
        <translation>Tiếp tục các việc khác và thực hiện lại sau.</translation>
    </message>
    <message>
        <source>ID number, full name and birth date are needed together.</source>
        <translation>Cần đủ số định danh, họ tên và ngày sinh.</translation>
    </message>
    <message>
        <source>Look at its plug; it is tried again by itself.</source>
        <translation>Kiểm tra dây cắm; máy tự kết nối lại.</translation>
    </message>
    <message>
        <source>Look at its plug; the other ways in still work.</source>
        <translation>Kiểm tra dây cắm; các cách khác vẫn dùng được.</translation>
    </message>
    <message>
        <source>Look at what is marked, put it right and do it again.</source>
        <translation>Xem chỗ được đánh dấu, sửa rồi thực hiện lại.</translation>
    </message>
    <message>
        <source>Look for it in the register.</source>
        <translation>Tìm trong sổ tiếp nhận.</translation>
    </message>
    <message>
        <source>Look whether the disk is there and has room, then do it again.</source>
        <translation>Kiểm tra ổ đĩa và dung lượng trống rồi thực hiện lại.</translation>
    </message>
    <message>
        <source>Make room on the disk, then do it again.</source>
        <translation>Giải phóng dung lượng ổ đĩa rồi thực hiện lại.</translation>
    </message>
    <message>
        <source>No camera answers.</source>
        <translation>Không kết nối được máy ảnh.</translation>
    </message>
    <message>
        <source>No dossier number is left for today.</source>
        <translation>Đã hết số hồ sơ của ngày hôm nay.</translation>
    </message>
    <message>
        <source>No rule of this procedure is in force on that day.</source>
        <translation>Vào ngày này thủ tục không có quy định đang áp dụng.</translation>
    </message>
    <message>
        <source>Print it again from the register.</source>
        <translation>In lại từ sổ tiếp nhận.</translation>
    </message>
    <message>
        <source>Receive once more: the next number is taken.</source>
        <translation>Bấm tiếp nhận lần nữa: máy lấy số tiếp theo.</translation>
    </message>
    <message>
        <source>Something is still missing or wrong.</source>
        <translation>Hồ sơ còn thiếu hoặc chưa đúng.</translation>
    </message>
    <message>
        <source>Something the desk needs does not answer now.</source>
        <translation>Một dịch vụ cần dùng hiện không trả lời.</translation>
    </message>
    <message>
        <source>Take the page again, and tell whoever looks after this desk.</source>
        <translation>Chụp lại trang đó và báo người phụ trách kỹ thuật.</translation>
    </message>
    <message>
        <source>Tell whoever looks after this desk.</source>
        <translation>Báo người phụ trách kỹ thuật.</translation>
    </message>
    <message>
        <source>The PDF cannot be opened.</source>
        <translation>Không mở được tệp PDF.</translation>
    </message>
    <message>
        <source>The camera has stopped.</source>
        <translation>Máy ảnh đã ngừng hoạt động.</translation>
    </message>
    <message>
        <source>The description of a form is written wrongly.</source>
        <translation>Tệp mô tả tờ khai bị viết sai.</translation>
    </message>
    <message>
        <source>The desk could not do this.</source>
        <translation>Chưa thực hiện được việc này.</translation>
    </message>
    <message>
        <source>The disk is full; this was not saved.</source>
        <translation>Ổ đĩa đã đầy; thao tác vừa rồi chưa được lưu.</translation>
    </message>
    <message>
        <source>The draft's form could not be read.</source>
        <translation>Không đọc được tờ khai của hồ sơ đang làm dở.</translation>
    </message>
    <message>
        <source>The file could not be read or written.</source>
        <translation>Không đọc hoặc ghi được tệp.</translation>
    </message>
    <message>
        <source>The form could not be worked with.</source>
        <translation>Không xử lý được tờ khai.</translation>
    </message>
    <message>
        <source>The form has no such field.</source>
        <translation>Tờ khai không có ô này.</translation>
    </message>
    <message>
        <source>The form of this procedure is not installed.</source>
        <translation>Máy chưa có tờ khai của thủ tục này.</translation>
    </message>
    <message>
        <source>The name of who receives is missing.</source>
        <translation>Chưa có họ tên người tiếp nhận.</translation>
    </message>
    <message>
        <source>The paper could not be drawn; the dossier is kept.</source>
        <translation>Chưa tạo được giấy tờ để in; hồ sơ vẫn được lưu.</translation>
    </message>
    <message>
        <source>The picture could not be worked with.</source>
        <translation>Không xử lý được ảnh này.</translation>
    </message>
    <message>
        <source>The population database does not answer now.</source>
        <translation>CSDL quốc gia về dân cư hiện không trả lời.</translation>
    </message>
    <message>
        <source>The program met something it did not foresee; the draft is kept.</source>
        <translation>Chương trình gặp lỗi ngoài dự kiến; hồ sơ đang làm dở vẫn được lưu.</translation>
    </message>
    <message>
        <source>The record names this person without an ID number.</source>
        <translation>CSDL không có số định danh của người này.</translation>
    </message>
    <message>
        <source>The steps on the left count what is missing.</source>
        <translation>Các bước bên trái ghi số mục còn thiếu.</translation>
    </message>
    <message>
        <source>This answer is verified and therefore locked.</source>
        <translation>Ô này đã được xác thực nên bị khóa.</translation>
    </message>
    <message>
        <source>This cannot be done as it stands.</source>
        <translation>Chưa đủ điều kiện để thực hiện.</translation>
    </message>
    <message>
        <source>This dossier code was given before.</source>
        <translation>Mã hồ sơ này đã được cấp.</translation>
    </message>
    <message>
        <source>This is not a dossier code.</source>
        <translation>Đây không phải mã hồ sơ.</translation>
    </message>
    <message>
        <source>What the paper's QR code should say does not fit into it.</source>
        <translation>Nội dung mã QR trên giấy quá dài.</translation>
    </message>
    <message>
        <source>This procedure is not installed on this desk.</source>
        <translation>Máy quầy chưa có thủ tục này.</translation>
    </message>
    <message>
        <source>What was asked for is not kept here any more.</source>
        <translation>Nội dung cần tìm không còn lưu ở máy này.</translation>
    </message>
    <message>
        <source>This person cannot take that part: the sex on record is another.</source>
        <translation>Người này không đúng vai: giới tính ghi nhận khác.</translation>
    </message>
    <message>
        <source>Show the right card, or choose by name.</source>
        <translation>Quét đúng thẻ, hoặc chọn theo tên.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>A finger is in the picture: it hides no writing</source>
        <translation>Có ngón tay trong ảnh, nhưng không che chữ</translation>
    </message>
    <message>
        <source>A finger lies on the writing: take it away</source>
        <translation>Ngón tay che chữ: bỏ tay ra rồi chụp lại</translation>
    </message>
    <message>
        <source>A newer card has been issued</source>
        <translation>Đã có thẻ mới hơn được cấp</translation>
    </message>
    <message>
        <source>An edge is cut off: take in the whole sheet</source>
        <translation>Trang bị cắt mép: chụp trọn cả tờ</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Blurred: hold still and take it again</source>
        <translation>Ảnh bị mờ: giữ yên rồi chụp lại</translation>
    </message>
    <message>
        <source>Bring the card nearer</source>
        <translation>Đưa thẻ lại gần hơn</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Công dân</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Former ID number</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Hold the card still</source>
        <translation>Giữ yên thẻ</translation>
    </message>
    <message>
        <source>It is too dark: turn on a light</source>
        <translation>Thiếu sáng: hãy bật thêm đèn</translation>
    </message>
    <message>
        <source>Light is reflected: tilt the card</source>
        <translation>Thẻ bị lóa: nghiêng thẻ để tránh bóng đèn</translation>
    </message>
    <message>
        <source>Light is reflected: tilt the sheet</source>
        <translation>Trang bị lóa: nghiêng tờ giấy một chút</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Matched with a stored copy</source>
        <translation>Khớp bản lưu</translation>
    </message>
    <message>
        <source>Matched with the population database</source>
        <translation>Khớp CSDL dân cư</translation>
    </message>
    <message>
        <source>Move the card a little away</source>
        <translation>Đưa thẻ ra xa một chút</translation>
    </message>
    <message>
        <source>No QR code found on the card: use another way</source>
        <translation>Không thấy mã QR trên thẻ: hãy dùng cách khác</translation>
    </message>
    <message>
        <source>No QR code on this side: turn the card over</source>
        <translation>Mặt này không có mã QR: lật mặt kia của thẻ</translation>
    </message>
    <message>
        <source>No record agrees with this card</source>
        <translation>CSDL không có người khớp với thẻ</translation>
    </message>
    <message>
        <source>Not looked up: name or birth date missing</source>
        <translation>Chưa tra cứu: thiếu họ tên hoặc ngày sinh</translation>
    </message>
    <message>
        <source>Out of focus: move the card a little away or nearer</source>
        <translation>Hình chưa nét: đưa thẻ ra xa hoặc lại gần một chút</translation>
    </message>
    <message>
        <source>Population database not reachable</source>
        <translation>Không kết nối được CSDL dân cư</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>The ID number does not fit the card</source>
        <translation>Số định danh không khớp thông tin trên thẻ</translation>
    </message>
    <message>
        <source>The card has expired</source>
        <translation>Thẻ đã hết hạn</translation>
    </message>
    <message>
        <source>The card may have expired: look at the date printed on it</source>
        <translation>Thẻ có thể đã hết hạn: xem ngày hết hạn in trên thẻ</translation>
    </message>
    <message>
        <source>The card's number was cancelled; the record has another</source>
        <translation>Số trên thẻ đã bị hủy; cơ sở dữ liệu có số khác</translation>
    </message>
    <message>
        <source>The file has too many pages.</source>
        <translation>Tệp có quá nhiều trang.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Tệp bị hỏng.</translation>
    </message>
    <message>
        <source>The file would start programs: print it and scan the sheet.</source>
        <translation>Tệp có lệnh tự chạy: hãy in ra rồi quét tờ giấy.</translation>
    </message>
    <message>
        <source>The file is a form that rewrites itself: print and scan it.</source>
        <translation>Tệp là biểu mẫu tự thay đổi nội dung: hãy in ra rồi quét lại.</translation>
    </message>
    <message>
        <source>Other files hide in the file: print it and scan the sheet.</source>
        <translation>Trong tệp có kèm tệp khác: hãy in ra rồi quét tờ giấy.</translation>
    </message>
    <message>
        <source>The phone's picture is HEIC: have it sent as JPEG.</source>
        <translation>Ảnh điện thoại ở dạng HEIC: hãy gửi lại ở dạng JPEG.</translation>
    </message>
    <message>
        <source>The file is locked with a password.</source>
        <translation>Tệp có đặt mật khẩu.</translation>
    </message>
    <message>
        <source>The file is no picture that can be read here.</source>
        <translation>Tệp không phải ảnh mà máy đọc được.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Tệp không còn ở chỗ cũ.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>Tệp quá lớn.</translation>
    </message>
    <message>
        <source>The file takes too long to read.</source>
        <translation>Đọc tệp mất quá nhiều thời gian.</translation>
    </message>
    <message>
        <source>The page looks blank: turn it over</source>
        <translation>Trang có vẻ trống: lật mặt kia</translation>
    </message>
    <message>
        <source>The paper is no longer valid</source>
        <translation>Giấy tờ đã hết giá trị sử dụng</translation>
    </message>
    <message>
        <source>The picture is too small.</source>
        <translation>Ảnh quá nhỏ.</translation>
    </message>
    <message>
        <source>The record says that this person has died</source>
        <translation>CSDL ghi nhận người này đã chết</translation>
    </message>
    <message>
        <source>This is the other side: turn it over</source>
        <translation>Đây là mặt kia: lật lại rồi chụp</translation>
    </message>
    <message>
        <source>This looks like another paper than the one asked for</source>
        <translation>Có vẻ là giấy tờ khác với loại được yêu cầu</translation>
    </message>
    <message>
        <source>This paper seems to be about somebody else</source>
        <translation>Giấy tờ này có vẻ mang thông tin của người khác</translation>
    </message>
    <message>
        <source>The picture shows other sheets, too</source>
        <translation>Trong ảnh còn có tờ giấy khác</translation>
    </message>
    <message>
        <source>Too bright: the writing has faded, take it again</source>
        <translation>Quá sáng: chữ bị mất nét, chụp lại</translation>
    </message>
    <message>
        <source>Too dark: give it more light and take it again</source>
        <translation>Quá tối: thêm ánh sáng rồi chụp lại</translation>
    </message>
    <message>
        <source>Too small: bring the sheet nearer</source>
        <translation>Quá nhỏ: đưa tờ giấy lại gần máy ảnh</translation>
    </message>
    <message>
        <source>Turn the card the right way up</source>
        <translation>Xoay thẻ cho chữ xuôi chiều</translation>
    </message>
    <message>
        <source>Two cards are in view: leave one</source>
        <translation>Có hai thẻ trong khung: chỉ để lại một thẻ</translation>
    </message>
    <message>
        <source>Two sheets are in the picture: lay one down alone</source>
        <translation>Có hai tờ trong ảnh: đặt riêng từng tờ</translation>
    </message>
    <message>
        <source>it says another sex</source>
        <translation>số chỉ giới tính khác</translation>
    </message>
    <message>
        <source>it says another year of birth</source>
        <translation>số chỉ năm sinh khác</translation>
    </message>
    <message>
        <source>its first digits name no province or country</source>
        <translation>ba số đầu không phải mã tỉnh hoặc mã nước</translation>
    </message>
    <message>
        <source>the card is newer</source>
        <translation>thẻ mới hơn</translation>
    </message>
    <message>
        <source>the record is newer</source>
        <translation>CSDL mới hơn</translation>
    </message>
    <message>
        <source>unknown which is newer</source>
        <translation>chưa rõ bên nào mới hơn</translation>
    </message>
</context>
</TS>
