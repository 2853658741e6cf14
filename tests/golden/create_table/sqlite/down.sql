-- 1 every type
-- create_table things
DROP TABLE "things";
-- create_table parents
DROP TABLE "parents";

