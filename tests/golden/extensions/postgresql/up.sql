-- 1 extensions
-- create_extension pgcrypto
CREATE EXTENSION IF NOT EXISTS "pgcrypto";
-- create_extension uuid-ossp
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
-- create_extension pg_trgm
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- 2 one goes, and comes again
-- drop_extension pg_trgm
DROP EXTENSION "pg_trgm";
-- drop_extension uuid-ossp
DROP EXTENSION "uuid-ossp";
-- create_extension pg_trgm
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

