<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>procedure_list</name>
    <message>
        <source>{code}, provisional</source>
        <translation>mã tạm {code}</translation>
    </message>
</context>
<context>
    <name>CapacityQuestion</name>
    <message>
        <source>As father, mother or guardian</source>
        <translation>Là cha, mẹ hoặc người giám hộ</translation>
    </message>
    <message>
        <source>For a child</source>
        <translation>Nộp cho con</translation>
    </message>
    <message>
        <source>For oneself</source>
        <translation>Nộp cho chính mình</translation>
    </message>
    <message>
        <source>On behalf of another</source>
        <translation>Nộp thay người khác</translation>
    </message>
    <message>
        <source>Somebody else: show their card …</source>
        <translation>Người khác: đưa thẻ căn cước của người đó …</translation>
    </message>
    <message>
        <source>The citizen at the desk is the holder</source>
        <translation>Người đến quầy là chủ hồ sơ</translation>
    </message>
    <message>
        <source>Who is the holder? ↑ ↓ to move, Enter to choose</source>
        <translation>Chủ hồ sơ là ai? ↑ ↓ để di chuyển, Enter để chọn</translation>
    </message>
    <message>
        <source>With an authorisation, or as a relative</source>
        <translation>Được ủy quyền hoặc là người thân</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>anh, chị, em</translation>
    </message>
    <message>
        <source>child</source>
        <translation>con</translation>
    </message>
    <message>
        <source>father</source>
        <translation>cha</translation>
    </message>
    <message>
        <source>father or mother</source>
        <translation>cha, mẹ</translation>
    </message>
    <message>
        <source>grandchild</source>
        <translation>cháu</translation>
    </message>
    <message>
        <source>head of household</source>
        <translation>chủ hộ</translation>
    </message>
    <message>
        <source>husband or wife</source>
        <translation>vợ, chồng</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>mẹ</translation>
    </message>
    <message>
        <source>no ID number yet</source>
        <translation>chưa có số định danh</translation>
    </message>
    <message>
        <source>other relative</source>
        <translation>người thân khác</translation>
    </message>
</context>
<context>
    <name>ProcedureScreen</name>
    <message>
        <source>Begin the form</source>
        <translation>Lập hồ sơ</translation>
    </message>
    <message>
        <source>Find a procedure: name, without marks too, or code</source>
        <translation>Tìm thủ tục: gõ tên (không cần dấu) hoặc mã</translation>
    </message>
    <message>
        <source>No procedure goes by these words. Try fewer words, or a part of the code.</source>
        <translation>Không có thủ tục nào khớp. Hãy gõ ít từ hơn hoặc một phần của mã.</translation>
    </message>
    <message>
        <source>Procedures found</source>
        <translation>Các thủ tục tìm thấy</translation>
    </message>
    <message>
        <source>filed by the person alone</source>
        <translation>chỉ nộp cho chính mình</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>không thu phí</translation>
    </message>
    <message>
        <source>no fee known</source>
        <translation>chưa rõ mức thu</translation>
    </message>
    <message>
        <source>no time known</source>
        <translation>chưa rõ thời hạn</translation>
    </message>
    <message>
        <source>not filed for oneself</source>
        <translation>không nộp cho chính mình</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>chưa kiểm chứng</translation>
    </message>
    <message>
        <source>papers: {count}</source>
        <translation>{count} giấy tờ</translation>
    </message>
    <message>
        <source>papers: {count} to {most}</source>
        <translation>{count}–{most} giấy tờ</translation>
    </message>
    <message>
        <source>{amount} a copy</source>
        <translation>{amount}/bản</translation>
    </message>
    <message>
        <source>{amount} a person</source>
        <translation>{amount}/người</translation>
    </message>
    <message>
        <source>{name}: for whom is the dossier?</source>
        <translation>{name} nộp hồ sơ cho ai?</translation>
    </message>
</context>
</TS>
