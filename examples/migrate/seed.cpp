// seed: fills the tables with the rows of seed_data/.
#include "command.hpp"

namespace migrate {

void add_seed(CLI::App& app, const settings&, action& chosen) {
  auto* verb = app.add_subcommand("seed", "Load the rows of seed_data/");
  verb->callback(
      [&chosen] { chosen = []() -> int { throw std::runtime_error("this program has no seeds"); }; });
}

} // namespace migrate
