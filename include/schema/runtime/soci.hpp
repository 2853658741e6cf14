// Floor 5. SOCI with both backends, <sqlite3.h> and <libpq-fe.h>, in any order of inclusion. Nothing else of
// this library includes SOCI's backend headers.
#pragma once

// SOCI 4.0 includes <sqlite3.h> inside namespace sqlite_api: after <sqlite3.h> its names are missing there,
// before it they are missing here. Included first and handed on by using-declarations, they are the same in
// both places. SOCI 4.1 declares what it needs by itself and no longer includes <libpq-fe.h>.
#include <soci/soci.h>

#include <libpq-fe.h>

#if SOCI_VERSION < 400100

#ifndef SOCI_SQLITE3_H_INCLUDED
#include <sqlite3.h>
namespace sqlite_api {
using ::sqlite3;
using ::sqlite3_destructor_type;
using ::sqlite3_int64;
using ::sqlite3_stmt;
} // namespace sqlite_api
#include <soci/sqlite3/soci-sqlite3.h>
#else
// The program included SOCI's header itself; what this library calls is brought back.
using sqlite_api::sqlite3;
using sqlite_api::sqlite3_bind_int64;
using sqlite_api::sqlite3_bind_text;
using sqlite_api::sqlite3_busy_timeout;
using sqlite_api::sqlite3_clear_bindings;
using sqlite_api::sqlite3_close;
using sqlite_api::sqlite3_column_bytes;
using sqlite_api::sqlite3_column_count;
using sqlite_api::sqlite3_column_int64;
using sqlite_api::sqlite3_column_text;
using sqlite_api::sqlite3_column_type;
using sqlite_api::sqlite3_destructor_type;
using sqlite_api::sqlite3_errmsg;
using sqlite_api::sqlite3_errstr;
using sqlite_api::sqlite3_extended_errcode;
using sqlite_api::sqlite3_extended_result_codes;
using sqlite_api::sqlite3_finalize;
using sqlite_api::sqlite3_get_autocommit;
using sqlite_api::sqlite3_int64;
using sqlite_api::sqlite3_open;
using sqlite_api::sqlite3_open_v2;
using sqlite_api::sqlite3_prepare_v2;
using sqlite_api::sqlite3_reset;
using sqlite_api::sqlite3_step;
using sqlite_api::sqlite3_stmt;
#endif

// SOCI redefines it with the type of its own namespace; both are the null pointer.
#undef SQLITE_STATIC
#define SQLITE_STATIC ((sqlite3_destructor_type)0)

#else
#include <soci/sqlite3/soci-sqlite3.h>
#include <sqlite3.h>
#endif

#include <soci/postgresql/soci-postgresql.h>
