// A program that migrates and seeds: links everything that the package promises, takes a database through a
// history and fills it with rows that are part of the program.
#include "schema.hpp"

#include <schema/lms/seeds.hpp>
#include <schema/runtime.hpp>
#include <schema/seed/loader.hpp>
#include <shop/seeds.hpp>

int main() {
  schema::connection connection("sqlite::memory:");
  const auto steps = schema::migrator_for<shop::history>(connection.session()).up();

  schema::seed::fault_list faults;
  std::vector<schema::seed::seed_set> sets;
  sets.push_back(schema::seed::find_set(shop::seeds::all(), "base", faults));
  schema::seed::load(connection.session(), schema::seed::seed_facts<shop::tables>(), sets, {}, faults);

  const auto demo = schema::seed::find_set(lms::seeds::all(), "demo", faults);
  long long orders = -1;
  connection.session() << "SELECT count(note) FROM orders", soci::into(orders);
  return steps.size() == 2 && orders == 1 && !demo.files.empty() ? 0 : 1;
}
