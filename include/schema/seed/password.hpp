// Floor 6. The admin's password: asked for, hashed, never shown and never built in.
#pragma once

#include <schema/seed/fault.hpp>

#include <crypt.h>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace schema::seed {

/// The environment variable that may hold it.
inline constexpr const char* password_variable = "SCHEMA_ADMIN_PASSWORD";

/// The yescrypt hash of a password with a salt of its own, as crypt(5) writes it. Throws seed_error for an
/// empty password, one with a zero byte or over 512 bytes, and where crypt knows no yescrypt.
inline std::string hash_password(const std::string& password) {
  if (password.empty()) throw seed_error("the admin's password is empty");
  if (password.find('\0') != std::string::npos || password.find('\n') != std::string::npos)
    throw seed_error("the admin's password has more than one line, or a zero byte");
  if (password.size() >= CRYPT_MAX_PASSPHRASE_SIZE)
    throw seed_error("the admin's password is over 511 bytes long");
  const auto work = std::make_unique<crypt_data>();
  char setting[CRYPT_GENSALT_OUTPUT_SIZE];
  std::string hash;
  if (crypt_gensalt_rn("$y$", 0, nullptr, 0, setting, int(sizeof setting)))
    if (const char* made = crypt_r(password.c_str(), setting, work.get()); made && made[0] == '$')
      hash = made;
  explicit_bzero(work.get(), sizeof(crypt_data));
  if (hash.empty()) throw seed_error("this system's crypt has no yescrypt");
  return hash;
}

/// The first line of a file, without its end. Throws seed_error.
inline std::string password_from_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw seed_error("can't read the password file " + path);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!text.empty() && text.back() == '\n') text.pop_back();
  if (!text.empty() && text.back() == '\r') text.pop_back();
  if (text.empty()) throw seed_error("the password file " + path + " is empty");
  return text;
}

namespace detail {

/// A terminal without echo, as long as it lives. A signal ends the reading, so that the echo comes back
/// before the program goes.
class silent_terminal {
public:
  explicit silent_terminal(int descriptor) : descriptor_(descriptor) {
    caught() = 0;
    struct sigaction catching {};
    catching.sa_handler = [](int number) { caught() = number; }; // without SA_RESTART: read() returns
    for (std::size_t i = 0; i < std::size(signals); ++i) sigaction(signals[i], &catching, &handlers_[i]);
    known_ = tcgetattr(descriptor_, &before_) == 0;
    termios silent = before_;
    silent.c_lflag &= ~tcflag_t(ECHO);
    if (known_) tcsetattr(descriptor_, TCSAFLUSH, &silent);
  }
  silent_terminal(const silent_terminal&) = delete;
  silent_terminal& operator=(const silent_terminal&) = delete;
  ~silent_terminal() {
    if (known_) tcsetattr(descriptor_, TCSAFLUSH, &before_);
    for (std::size_t i = 0; i < std::size(signals); ++i) sigaction(signals[i], &handlers_[i], nullptr);
    if (caught()) raise(caught());
  }

private:
  static constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  static volatile std::sig_atomic_t& caught() {
    static volatile std::sig_atomic_t number = 0;
    return number;
  }
  int descriptor_;
  bool known_{};
  termios before_{};
  struct sigaction handlers_[std::size(signals)]{};
};

inline void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(std::size_t(written));
  }
}

inline std::string read_line(int descriptor) {
  std::string line;
  for (char c = 0; ::read(descriptor, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

} // namespace detail

/// Asks on the terminal, twice, without echo. Throws seed_error when there is none or the two differ.
inline std::string password_from_terminal() {
  if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
    throw seed_error(fmt::format("the admin's password is needed: give --admin-password-file FILE or set {}",
                                 password_variable));
  std::string first, second;
  {
    const detail::silent_terminal silent(STDIN_FILENO);
    detail::write_all(STDERR_FILENO, "Password for the admin: ");
    first = detail::read_line(STDIN_FILENO);
    detail::write_all(STDERR_FILENO, "\nThe same again: ");
    second = detail::read_line(STDIN_FILENO);
    detail::write_all(STDERR_FILENO, "\n");
  }
  if (first != second) throw seed_error("the two passwords differ");
  return first;
}

/// The password from a file when one is named, else from the environment, else from the terminal. Throws
/// seed_error.
inline std::string ask_password(const std::string& file) {
  if (!file.empty()) return password_from_file(file);
  if (const char* given = std::getenv(password_variable)) return given;
  return password_from_terminal();
}

} // namespace schema::seed
