-- 4 numbers go on
-- data insert vertices
DELETE FROM vertices WHERE name = 'fifth';

-- 3 another name
-- rename_column leaves.node_id vertex_id
ALTER TABLE "leaves" RENAME COLUMN "vertex_id" TO "node_id";
ALTER TABLE "leaves" RENAME CONSTRAINT "leaves_vertex_id_fkey" TO "leaves_node_id_fkey";
ALTER INDEX "leaves_vertex_id_idx" RENAME TO "leaves_node_id_idx";
-- rename_table nodes vertices
ALTER TABLE "vertices" RENAME TO "nodes";
ALTER TABLE "nodes" RENAME CONSTRAINT "vertices_pkey" TO "nodes_pkey";
ALTER TABLE "nodes" RENAME CONSTRAINT "vertices_parent_id_fkey" TO "nodes_parent_id_fkey";
ALTER SEQUENCE "vertices_id_seq" RENAME TO "nodes_id_seq";

-- 2 names are short
-- alter_column nodes.name
ALTER TABLE "nodes" ALTER COLUMN "name" TYPE text;

-- 1 a tree
-- create_table leaves
DROP TABLE "leaves";
-- create_table nodes
DROP TABLE "nodes";

