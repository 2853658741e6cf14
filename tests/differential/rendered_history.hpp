// The steps of a history that was made at run time, for a backend, rendered at run time.
#pragma once

#include <schema/dialect/script.hpp>
#include <tests/differential/history_values.hpp>

#include <stdexcept>

namespace test {

class rendered_history {
public:
  /// History is a generated_history, or made by hand with the same members.
  template <class History>
  rendered_history(const History& history, schema::backend target) : target_(target) {
    const fuzzed_timeline& line = history.line();
    using writer = schema::script_writer<4'000'000, 20'000>;
    using places = schema::scripts::direction_places<fuzzed_room::value.migrations>;
    const auto out = std::make_unique<writer>();
    const auto kept = std::make_unique<schema::kept_texts<fuzzed_timeline>>();
    const auto up = std::make_unique<places>(), down = std::make_unique<places>();
    schema::rendering<fuzzed_timeline, writer> r{line, *out, *kept, target};
    schema::scripts::write_direction(r, false, *up);
    schema::scripts::write_direction(r, true, *down);
    if (!writer::room.holds(out->needed())) throw std::length_error("a generated history that is too long");
    words_.assign(out->words, out->words + out->size / schema::word_bytes + 1);
    statements_.resize(out->count);
    schema::scripts::list_statements(*out, words_.data(), statements_.data());
    schema::u64 sum = schema::checksum_version;
    for (schema::u32 i = 0; i < history.size(); ++i) {
      schema::step_text step;
      step.version = history.migrations()[i]->version;
      step.checksum = sum = schema::checksum_of(*history.migrations()[i], sum);
      step.up = {statements_.data() + up->first[i], up->count[i], up->rebuilds[i], false};
      step.down = {statements_.data() + down->first[i], down->count[i], down->rebuilds[i],
                   schema::is_step_irreversible(line, i)};
      steps_.push_back(step);
    }
  }
  schema::program program() const { return {target_, steps_.data(), schema::u32(steps_.size())}; }

private:
  schema::backend target_;
  std::vector<schema::text_word> words_;
  std::vector<schema::statement_text> statements_;
  std::vector<schema::step_text> steps_;
};

} // namespace test
