// A program that migrates: links everything that the package promises and opens a database with it.
#include <schema/lms.hpp>
#include <schema/runtime.hpp>

int main() {
  schema::connection connection("sqlite::memory:");
  long long one = 0;
  connection.session() << "SELECT 1", soci::into(one);
  return one == 1 ? 0 : 1;
}
