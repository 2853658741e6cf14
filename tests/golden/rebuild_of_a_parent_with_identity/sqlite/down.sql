-- 4 numbers go on
-- data insert vertices
DELETE FROM vertices WHERE name = 'fifth';

-- 3 another name (rebuilds)
-- rename_column leaves.node_id vertex_id
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "leaves" RENAME COLUMN "vertex_id" TO "node_id";
PRAGMA legacy_alter_table=ON;
DROP INDEX "leaves_vertex_id_idx";
-- keep leaves
CREATE TABLE "_schema_new_leaves" (
  "id" INTEGER NOT NULL CONSTRAINT "leaves_pkey" PRIMARY KEY AUTOINCREMENT,
  "node_id" INTEGER NOT NULL CHECK ("node_id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "leaves_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "vertices" ("id") ON DELETE CASCADE
) STRICT;
INSERT INTO "_schema_new_leaves" ("id", "node_id") SELECT "id", "node_id" FROM "leaves";
DELETE FROM sqlite_sequence WHERE name = '_schema_new_leaves';
INSERT INTO sqlite_sequence (name, seq) SELECT '_schema_new_leaves', seq FROM sqlite_sequence WHERE name = 'leaves';
DROP TABLE "leaves";
ALTER TABLE "_schema_new_leaves" RENAME TO "leaves";
CREATE INDEX "leaves_node_id_idx" ON "leaves" ("node_id");
-- restore leaves
-- rename_table nodes vertices
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "vertices" RENAME TO "nodes";
PRAGMA legacy_alter_table=ON;
-- keep nodes
CREATE TABLE "_schema_new_nodes" (
  "id" INTEGER NOT NULL CONSTRAINT "nodes_pkey" PRIMARY KEY AUTOINCREMENT CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "parent_id" INTEGER CHECK ("parent_id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL CHECK (length("name") <= 40),
  CONSTRAINT "nodes_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "nodes" ("id") ON DELETE CASCADE
) STRICT;
INSERT INTO "_schema_new_nodes" ("id", "parent_id", "name") SELECT "id", "parent_id", "name" FROM "nodes";
DELETE FROM sqlite_sequence WHERE name = '_schema_new_nodes';
INSERT INTO sqlite_sequence (name, seq) SELECT '_schema_new_nodes', seq FROM sqlite_sequence WHERE name = 'nodes';
DROP TABLE "nodes";
ALTER TABLE "_schema_new_nodes" RENAME TO "nodes";
-- restore nodes

-- 2 names are short (rebuilds)
-- alter_column nodes.name
-- keep nodes
CREATE TABLE "_schema_new_nodes" (
  "id" INTEGER NOT NULL CONSTRAINT "nodes_pkey" PRIMARY KEY AUTOINCREMENT CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "parent_id" INTEGER CHECK ("parent_id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL,
  CONSTRAINT "nodes_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "nodes" ("id") ON DELETE CASCADE
) STRICT;
INSERT INTO "_schema_new_nodes" ("id", "parent_id", "name") SELECT "id", "parent_id", "name" FROM "nodes";
DELETE FROM sqlite_sequence WHERE name = '_schema_new_nodes';
INSERT INTO sqlite_sequence (name, seq) SELECT '_schema_new_nodes', seq FROM sqlite_sequence WHERE name = 'nodes';
DROP TABLE "nodes";
ALTER TABLE "_schema_new_nodes" RENAME TO "nodes";
-- restore nodes

-- 1 a tree
-- create_table leaves
DROP TABLE "leaves";
-- create_table nodes
DROP TABLE "nodes";

