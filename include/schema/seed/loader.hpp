// Floor 6. Seeds a database: all sets in one transaction, checked before anything is written; a second run
// changes nothing.
#pragma once

#include <schema/seed/order.hpp>
#include <schema/seed/password.hpp>
#include <schema/seed/records.hpp>
#include <schema/seed/report.hpp>
#include <schema/seed/staged_check.hpp>
#include <schema/seed/writing.hpp>

#include <ctime>
#include <functional>

namespace schema::seed {

struct seed_options {
  bool prune{};           ///< delete rows that a set wrote and its files no longer hold
  bool dry_run{};         ///< find out what would be done, and do nothing; no password is asked for
  std::optional<i64> now; ///< milliseconds since 1970; the clock when absent
  /// Gives the admin's password; called at most once, and only when a row that needs it is going to be
  /// inserted.
  std::function<std::string()> admin_password;
};

namespace detail {

inline i64 clock_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return i64(now.tv_sec) * 1'000 + now.tv_nsec / 1'000'000;
}

/// One seeding, from the files to the commit.
class seeding {
public:
  seeding(soci::session& session, const database_facts& facts, const std::vector<seed_set>& sets,
          const seed_options& options)
      : session_(session), facts_(facts), sets_(sets), options_(options), order_(order_of(facts)),
        now_(options.now ? *options.now : clock_milliseconds()) {}

  seed_report run(fault_list& faults) {
    check_files(faults);
    find_password();
    transaction open(session_);
    make_records(session_);
    if (first_instants() != instants_) check_files(faults); // another process seeded first, since we looked
    stage_files();
    take_rows();
    check_staged(session_, facts_, files_, doomed_, faults);
    faults.refuse();
    fill_password();
    write();
    drop_staged(session_, files_);
    drop_staged(session_, doomed_);
    if (!options_.dry_run) open.commit();
    return std::move(report_);
  }

private:
  std::vector<i64> first_instants() {
    std::vector<i64> instants;
    for (const auto& set : sets_) instants.push_back(first_seeding(session_, set.name).value_or(now_));
    return instants;
  }

  void check_files(fault_list& faults) {
    instants_ = first_instants();
    checked_.clear();
    for (std::size_t s = 0; s < sets_.size(); ++s)
      for (const auto& file : sets_[s].files) {
        checked_.push_back({s, check_file(facts_, *file, instants_[s], faults)});
        if (faults.is_full()) break;
      }
    faults.refuse();
    std::vector<std::size_t> position(facts_.tables.size());
    for (std::size_t i = 0; i < order_.tables.size(); ++i) position[order_.tables[i]] = i;
    std::sort(checked_.begin(), checked_.end(), [&](const auto& a, const auto& b) {
      return std::pair(position[a.second.table], a.first) < std::pair(position[b.second.table], b.first);
    });
  }

  bool is_there(const checked_file& file, std::size_t row) {
    const table_facts& table = facts_.tables[file.table];
    std::string where;
    for (u32 c : table.primary_key)
      where += fmt::format(
          "{}{} = {}", where.empty() ? "" : " AND ", native::identifier(table.columns[c].name),
          sql_value(backend_of(session_), table.columns[c].type, file.value(row, file.find(c)).text));
    const auto count =
        native::query(session_, fmt::format("SELECT count(*) FROM {} WHERE {}", relation(table), where));
    return count.at(0).at(0) != "0";
  }

  template <class Visit> static void each_password(const checked_file& file, Visit visit) {
    for (std::size_t i = 0; i < file.values.size(); ++i)
      if (file.values[i].state == value_state::admin_password)
        visit(i / file.columns.size(), file.columns[i % file.columns.size()].column);
  }

  /// Before the transaction: a person may take their time to type.
  void find_password() {
    bool needed = false;
    for (const auto& [set, file] : checked_)
      each_password(file,
                    [&, &rows = file](std::size_t row, u32) { needed = needed || !is_there(rows, row); });
    if (!needed) return;
    if (options_.dry_run)
      hash_ = "*"; // crypt(5): no password has this hash
    else if (options_.admin_password)
      hash_ = hash_password(options_.admin_password());
    else
      throw seed_error("the admin's password is needed and nobody can be asked for it");
  }

  void fill_password() {
    for (const auto& file : files_)
      each_password(*file.rows, [&](std::size_t row, u32 column) {
        const std::string of_row = fmt::format("s.{} = {}", row_column, row);
        const auto is_new = native::query(
            session_, fmt::format("SELECT 1 FROM {} s WHERE {} AND NOT EXISTS (SELECT 1 FROM {} t WHERE {})",
                                  file.staged, of_row, file.target,
                                  match(*file.table, file.table->primary_key, "t", "s")));
        if (is_new.empty()) return;
        if (hash_.empty()) throw seed_error("the admin was deleted while the seeds were checked; try again");
        native::run(session_, fmt::format("UPDATE {} AS s SET {} = {} WHERE {}", file.staged,
                                          native::identifier(file.table->columns[column].name),
                                          native::literal(hash_), of_row));
      });
  }

  void stage_files() {
    for (const auto& [set, file] : checked_)
      files_.push_back(stage(session_, facts_, file, sets_[set].name, next_name_++));
    for (std::size_t s = 0; s < sets_.size(); ++s) record_seeding(session_, sets_[s].name, instants_[s]);
  }

  table_report& report(std::string_view set, std::string_view table) {
    for (auto& entry : report_.tables)
      if (entry.set == set && entry.table == table) return entry;
    auto& entry = report_.tables.emplace_back();
    entry.set = set;
    entry.table = table;
    return entry;
  }

  /// Settles which rows are whose: those that left a file, and those of another set.
  void take_rows() {
    for (const auto& file : files_) {
      hand_over(session_, file, files_);
      report(file.set, file.table->name);
    }
    for (const auto& set : sets_)
      for (const auto& [name, keys] : rows_left(session_, set.name, files_)) {
        const u32 table = facts_.find(name);
        if (table == no_index || facts_.tables[table].primary_key.empty()) continue; // the table is gone
        if (!options_.prune) {
          report(set.name, name).left = keys.size();
          continue;
        }
        doomed_keys_.push_back(std::make_unique<checked_file>(keys_file(facts_, table, keys)));
        doomed_.push_back(stage(session_, facts_, *doomed_keys_.back(), set.name, next_name_++));
      }
    for (std::size_t i = 0; i < files_.size(); ++i)
      report(files_[i].set, files_[i].table->name).elsewhere =
          leave_to_others(session_, files_[i], {files_.begin(), files_.begin() + std::ptrdiff_t(i)});
  }

  /// The columns that stay NULL until all tables are written.
  std::vector<u32> waiting_columns(const staged_file& file) const {
    std::vector<u32> waiting;
    for (std::size_t r = 0; r < file.table->references.size(); ++r)
      if (order_.deferred[file.rows->table][r])
        for (u32 c : file.table->references[r].columns)
          if (file.table->columns[c].nullable) waiting.push_back(c);
    return waiting;
  }

  void write() {
    std::vector<difference> differences;
    for (const auto& file : files_) differences.push_back(compare(session_, file));
    std::vector<const staged_file*> again;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const staged_file& file = files_[i];
      const difference& d = differences[i];
      table_report& entry = report(file.set, file.table->name);
      entry.rows.inserted = d.rows - d.known;
      entry.rows.updated = d.changed;
      entry.rows.unchanged = d.known - d.changed;
      if (entry.rows.changes() == 0) continue;
      const auto waiting = waiting_columns(file);
      if (d.known > 0 || !doomed_.empty())
        make_room(session_, file, find_doomed(doomed_, file.table, file.set));
      upsert(session_, file, waiting);
      if (!waiting.empty()) again.push_back(&file);
      if (entry.rows.inserted && !options_.dry_run) follow_identity(session_, file); // setval is not undone
    }
    for (const auto* file : again) upsert(session_, *file, {});
    for (const auto& file : files_) record_rows(session_, file);
    for (std::size_t i = order_.tables.size(); i-- > 0;)
      for (const auto& file : doomed_)
        if (file.rows->table == order_.tables[i])
          report(file.set, file.table->name).rows.pruned = prune(session_, file);
  }

  soci::session& session_;
  const database_facts& facts_;
  const std::vector<seed_set>& sets_;
  const seed_options& options_;
  const write_order order_;
  const i64 now_;
  std::vector<i64> instants_;                                 ///< of each set's first seeding
  std::vector<std::pair<std::size_t, checked_file>> checked_; ///< with the index of the set; parents first
  std::vector<staged_file> files_, doomed_;
  std::vector<std::unique_ptr<checked_file>> doomed_keys_;
  std::size_t next_name_{};
  std::string hash_;
  seed_report report_;
};

} // namespace detail

/// Loads sets in one transaction. `faults` may hold what read_set found. `facts` are of the tables as they
/// stand in the database: check that nothing is pending first. Throws seed_refused (rows), seed_error,
/// native_error; then nothing was written.
inline seed_report load(soci::session& session, const database_facts& facts,
                        const std::vector<seed_set>& sets, const seed_options& options, fault_list& faults) {
  return detail::seeding(session, facts, sets, options).run(faults);
}

} // namespace schema::seed
