<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
  <context>
    <name>CapacityQuestion</name>
    <message><source>New-born child without an ID number yet</source><translation>Trẻ mới sinh, chưa có số định danh</translation></message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message><source>not named yet</source><translation>chưa khai tên</translation></message>
    <message><source>New-born child, no ID number yet</source><translation>Trẻ mới sinh, chưa có số định danh</translation></message>
  </context>
  <context>
    <name>DossierPage</name>
    <message><source>no ID number yet</source><translation>chưa có số định danh</translation></message>
  </context>
  <context>
    <name>register_rows</name>
    <message><source>none yet</source><translation>chưa có</translation></message>
  </context>
</TS>
