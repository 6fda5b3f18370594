<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>claim_words</name>
    <message>
        <source>Open it in the register</source>
        <translation>Mở trong sổ theo dõi</translation>
    </message>
    <message>
        <source>The acknowledgement is forged: the desk it names has never signed it. Show the paper to whoever is in charge.</source>
        <translation>Giấy tiếp nhận là giả: quầy ghi trên giấy chưa từng ký giấy này. Hãy đưa giấy cho người phụ trách xem.</translation>
    </message>
    <message>
        <source>The acknowledgement is genuine, but its due time has changed: the time of {code} stands still.</source>
        <translation>Giấy tiếp nhận là thật, nhưng hẹn trả đã thay đổi: thời hạn của {code} đang tạm dừng.</translation>
    </message>
    <message>
        <source>The acknowledgement is genuine, but its due time has changed: {code} is now due {due}.</source>
        <translation>Giấy tiếp nhận là thật, nhưng hẹn trả đã thay đổi: {code} nay hẹn trả lúc {due}.</translation>
    </message>
    <message>
        <source>The acknowledgement is genuine: {code} was received at {desk}, due {due}.</source>
        <translation>Giấy tiếp nhận là thật: {code} do {desk} tiếp nhận, hẹn trả lúc {due}.</translation>
    </message>
    <message>
        <source>The acknowledgement is genuine: {code} was received here and is due {due}.</source>
        <translation>Giấy tiếp nhận là thật: {code} được tiếp nhận tại đây, hẹn trả lúc {due}.</translation>
    </message>
    <message>
        <source>The acknowledgement is void: {code} was voided after it had been received. Keep the paper.</source>
        <translation>Giấy tiếp nhận không còn giá trị: {code} đã bị hủy sau khi tiếp nhận. Hãy giữ lại giấy.</translation>
    </message>
    <message>
        <source>The acknowledgement of {code} cannot be checked here: this desk does not know the key it was signed with.</source>
        <translation>Không kiểm tra được giấy tiếp nhận của {code} tại đây: quầy này không biết khóa đã ký giấy.</translation>
    </message>
    <message>
        <source>The acknowledgement of {code} cannot be checked here: the key file {desk} cannot be read. Copy it from that desk again.</source>
        <translation>Không kiểm tra được giấy tiếp nhận của {code} tại đây: không đọc được tệp khóa {desk}. Hãy chép lại tệp từ quầy đó.</translation>
    </message>
    <message>
        <source>The acknowledgement was altered: of {code} the register says something else. Keep to the register and show the paper to whoever is in charge.</source>
        <translation>Giấy tiếp nhận đã bị sửa: sổ theo dõi ghi khác về {code}. Hãy làm theo sổ và đưa giấy cho người phụ trách xem.</translation>
    </message>
    <message>
        <source>This desk has signed the acknowledgement of {code}, but its register does not hold the dossier. Tell whoever looks after this desk.</source>
        <translation>Quầy này đã ký giấy tiếp nhận của {code}, nhưng sổ theo dõi không có hồ sơ. Hãy báo người phụ trách máy.</translation>
    </message>
    <message>
        <source>This is the code of an acknowledgement, but it did not come through whole. Smooth the paper and show it again.</source>
        <translation>Đây là mã của giấy tiếp nhận nhưng đọc chưa trọn. Hãy vuốt phẳng giấy rồi đưa lại.</translation>
    </message>
    <message>
        <source>{code} and {count} more</source>
        <translation>{code} và {count} hồ sơ khác</translation>
    </message>
</context>
</TS>
