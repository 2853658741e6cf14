// Floor 5. Where a database is, as people write it; nothing here ever repeats a password.
#pragma once

#include <schema/model/operation.hpp>
#include <schema/runtime/native.hpp>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace schema {

/// A database URL that can't be read. One line, without any part of the URL that could be a secret.
struct database_url_error : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

/// A database: `sqlite:lms.db`, `sqlite:/abs/path with spaces.db`, `sqlite::memory:`,
/// `postgresql://user@host/name` (also `postgres://`), or libpq's `host=/run/postgresql dbname=lms`
/// (PostgreSQL manual, 34.1.1).
class database_url {
public:
  /// Reads a URL. Throws database_url_error.
  static database_url parse(std::string_view text);

  backend target() const { return target_; }
  /// SQLite: the path, `:memory:` for a database that lives as long as its connection.
  const std::string& path() const { return path_; }
  bool in_memory() const { return target_ == backend::sqlite && path_ == ":memory:"; }
  /// PostgreSQL: what was given, values by keyword. May hold a password: for libpq only.
  const std::map<std::string, std::string>& parameters() const { return parameters_; }
  /// What may be shown and logged: never a password.
  std::string redacted() const;
  /// `text`, a message of the database say, with the password replaced by `***` wherever it stands.
  std::string without_secrets(std::string text) const;

private:
  static database_url parse_postgresql(const std::string& text);

  backend target_{};
  std::string path_;
  std::map<std::string, std::string> parameters_;
};

namespace detail {

inline bool starts_with_scheme(std::string_view text, std::string_view scheme) {
  if (text.size() < scheme.size()) return false;
  for (std::size_t i = 0; i < scheme.size(); ++i)
    if (lower(text[i]) != scheme[i]) return false;
  return true;
}

/// The scheme of a URL when it is surely one and no secret: letters before the first colon.
inline std::string scheme_of(std::string_view text) {
  const auto colon = text.find("://");
  if (colon == 0 || colon == std::string_view::npos || colon > 20) return {};
  for (char c : text.substr(0, colon))
    if ((lower(c) < 'a' || lower(c) > 'z') && !is_digit(c) && c != '+') return {};
  return std::string(text.substr(0, colon));
}

/// libpq's messages quote the very part of the text that may be the password: only their kind is told.
inline std::string reason_of(std::string_view libpq) {
  constexpr struct {
    std::string_view sign;
    const char* reason;
  } reasons[] = {
      {"missing \"=\"", "a keyword has no \"=\" behind it"},
      {"unterminated quoted", "a quoted value does not end"},
      {"percent-encoded", "a \"%\" is not followed by two hexadecimal digits; write %25 for itself"},
      {"forbidden value %00", "a value holds %00"},
      {"end of string", "the host's \"]\" is missing"},
      {"unexpected character", "something stands after the host or the port that can't stand there"},
      {"invalid URI query parameter", "an option after \"?\" is not one of libpq's"},
      {"extra key/value separator", "an option after \"?\" has two \"=\""},
      {"missing key/value separator", "an option after \"?\" has no \"=\""},
      {"invalid connection option", "a keyword is not one of libpq's"},
  };
  for (const auto& [sign, reason] : reasons)
    if (libpq.find(sign) != std::string_view::npos) return reason;
  return "libpq can't read it";
}

/// Whether an unescaped "@" or "/" stands before the last "@" of a URL: libpq would take a part of the
/// password for the host or the database, and those are shown.
inline bool is_password_unescaped(std::string_view url) {
  const auto begin = url.find("://") + 3;
  const auto place = url.substr(begin, url.find('?', begin) - begin);
  const auto end = place.rfind('@');
  return end != std::string_view::npos && place.find_first_of("@/") < end;
}

} // namespace detail

inline database_url database_url::parse(std::string_view text) {
  if (text.empty())
    throw database_url_error("the database URL is empty: sqlite:lms.db or postgresql://user@host/name");
  if (text.find('\0') != std::string_view::npos)
    throw database_url_error("the database URL holds a zero byte");
  if (detail::starts_with_scheme(text, "sqlite:")) {
    database_url url;
    url.target_ = backend::sqlite;
    url.path_ = std::string(text.substr(7));
    if (url.path_.empty())
      throw database_url_error("sqlite: needs a path behind it: sqlite:lms.db, or sqlite::memory:");
    if (url.path_.rfind("//", 0) == 0)
      throw database_url_error(
          "sqlite: takes a path, not slashes of a URL: sqlite:lms.db or sqlite:/abs/path.db");
    // SOCI's connection string has no escape: quotes end a value, and "=" makes it look for keywords.
    if (url.path_.find('"') != std::string::npos)
      throw database_url_error("a path with a double quote can't be opened: " + url.path_);
    return url;
  }
  if (detail::starts_with_scheme(text, "postgresql://") || detail::starts_with_scheme(text, "postgres://")) {
    if (detail::is_password_unescaped(text))
      throw database_url_error("an \"@\" or \"/\" before the host: in a user or password write %40 or %2F");
    std::string lowered(text);
    for (std::size_t i = 0; lowered[i] != ':'; ++i)
      lowered[i] = lower(lowered[i]); // libpq wants small letters
    return parse_postgresql(lowered);
  }
  if (const std::string scheme = detail::scheme_of(text); !scheme.empty())
    throw database_url_error("no database is known as " + scheme +
                             "://: write sqlite:path, postgresql://… or key=value");
  if (text.find('=') != std::string_view::npos) return parse_postgresql(std::string(text));
  throw database_url_error(
      "not a database URL: write sqlite:path, postgresql://user@host/name or host=… dbname=…");
}

inline database_url database_url::parse_postgresql(const std::string& text) {
  char* raw_message = nullptr;
  const native::detail::owned<PQconninfoOption, &PQconninfoFree> options(
      PQconninfoParse(text.c_str(), &raw_message));
  const native::detail::owned<char, &PQfreemem> message(raw_message);
  if (!options)
    throw database_url_error("not a PostgreSQL URL or connection string: " +
                             detail::reason_of(message ? message.get() : ""));
  database_url url;
  url.target_ = backend::postgresql;
  for (const auto* option = options.get(); option->keyword; ++option) {
    const std::string keyword = option->keyword;
    if (option->val) url.parameters_[keyword] = option->val;
  }
  return url;
}

inline std::string database_url::redacted() const {
  if (target_ == backend::sqlite) return "sqlite:" + path_;
  std::string user, host, port, database;
  for (const auto& [key, value] : parameters_) {
    if (key == "user") user = value;
    if (key == "host" || (key == "hostaddr" && host.empty())) host = value;
    if (key == "port") port = value;
    if (key == "dbname") database = value;
  }
  const bool socket = !host.empty() && host.front() == '/';
  if (!user.empty()) user += '@';
  if (!port.empty()) port.insert(0, ":");
  if (socket) return without_secrets("postgresql://" + user + port + "/" + database + "?host=" + host);
  return without_secrets("postgresql://" + user + host + port + "/" + database);
}

inline std::string database_url::without_secrets(std::string text) const {
  for (const auto& [key, value] : parameters_) {
    if ((key != "password" && key != "sslpassword") || value.empty()) continue;
    for (auto at = text.find(value); at != std::string::npos; at = text.find(value, at + 3))
      text.replace(at, value.size(), "***");
  }
  return text;
}

} // namespace schema
