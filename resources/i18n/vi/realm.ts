<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>error_words</name>
    <message>
        <source>This card is for training: nobody has this number.</source>
        <translation>Thẻ này chỉ để luyện tập: không ai có số này.</translation>
    </message>
    <message>
        <source>Ask for the citizen's own card. Practice cards belong to a training desk.</source>
        <translation>Đề nghị công dân đưa thẻ của mình. Thẻ tập huấn chỉ dùng ở máy tập huấn.</translation>
    </message>
    <message>
        <source>This paper is for training and proves nothing.</source>
        <translation>Giấy này chỉ để luyện tập, không chứng minh điều gì.</translation>
    </message>
    <message>
        <source>Ask for the real paper. Practice papers belong to a training desk.</source>
        <translation>Đề nghị đưa giấy tờ thật. Giấy tập huấn chỉ dùng ở máy tập huấn.</translation>
    </message>
    <message>
        <source>This is a training desk: it takes no real person's card.</source>
        <translation>Đây là máy tập huấn: không nhận thẻ của người thật.</translation>
    </message>
    <message>
        <source>Use a practice card; their numbers begin with 000.</source>
        <translation>Hãy dùng thẻ tập huấn; số của thẻ bắt đầu bằng 000.</translation>
    </message>
    <message>
        <source>The citizen does not have this paper with them.</source>
        <translation>Công dân không mang theo giấy này.</translation>
    </message>
    <message>
        <source>Ask whether the law wants it at all; if so, write down what is missing.</source>
        <translation>Xem luật có cần giấy này không; nếu cần, ghi rõ còn thiếu gì để bổ sung.</translation>
    </message>
</context>
</TS>
