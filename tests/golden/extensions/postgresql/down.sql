-- 2 one goes, and comes again
-- create_extension pg_trgm
DROP EXTENSION "pg_trgm";
-- drop_extension uuid-ossp
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
-- drop_extension pg_trgm
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- 1 extensions
-- create_extension pg_trgm
DROP EXTENSION "pg_trgm";
-- create_extension pgcrypto
DROP EXTENSION "pgcrypto";

