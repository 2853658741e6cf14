// A program that migrates: links everything that the package promises and takes a database through a history.
#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

namespace shop {
using namespace schema::dsl;

struct m0001 : migration<1, "orders", create_table<"orders", column<"id", integer, primary_key>>> {};
struct m0002 : migration<2, "notes", add_column<"orders", column<"note", text, nullable>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace shop

int main() {
  schema::connection connection("sqlite::memory:");
  const auto steps = schema::migrator_for<shop::history>(connection.session()).up();
  long long orders = -1;
  connection.session() << "SELECT count(note) FROM orders", soci::into(orders);
  return steps.size() == 2 && orders == 0 ? 0 : 1;
}
