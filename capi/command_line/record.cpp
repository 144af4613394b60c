#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <string>

namespace command_line {

int run(const record_options& options) {
    const std::string json = read_all(options.file);
    const ledger into = open_ledger(options.ledger, MANDATE_OPEN_WRITE);
    const mandate_act act = act_now(into, options.act);
    const auto commands = made<batch>(mandate_batch_new);
    about(options.file,
          [&] { call(mandate_batch_json, commands.get(), json.data(), json.size()); });
    const std::int64_t before = revision_of(into);

    std::int64_t revision = 0;
    about(options.file, [&] { call(mandate_record, into.get(), &act, commands.get(), &revision); });
    // A request that was recorded before gives the revision of then.
    const std::int64_t recorded = revision > before ? revision - before : 0;
    print(counted(recorded, "event") + " recorded, revision " + std::to_string(revision) + "\n");
    return done;
}

namespace {

// Null: there is none yet.
ledger existing(const std::string& path) {
    try {
        return open_ledger(path, MANDATE_OPEN_READ);
    } catch (const failure& f) {
        if (f.status() != MANDATE_E_NOT_FOUND) throw;
        return nullptr;
    }
}

// As the import that would make the ledger: its first file may be the history of another record.
table checked_as_first(const std::string& json, const check_options& options) {
    open_ledger(options.ledger, MANDATE_OPEN_CREATE);  // whether it could be made; makes nothing
    const ledger none = made<ledger>(mandate_ledger_memory, viet_nam);
    print_line_of_error("note: ", shown(options.ledger) +
                                      " does not exist yet; checked as the import that makes it");
    const mandate_act act = act_now(none, options.act);
    std::int64_t revision = 0;
    return made<table>(mandate_import, none.get(), &act, MANDATE_FORMAT_JSON, nullptr, json.data(),
                       json.size(), &revision);
}

}  // namespace

int run(const check_options& options) {
    const std::string json = read_all(options.file);
    const ledger of = existing(options.ledger);
    const auto commands = made<batch>(mandate_batch_new);
    about(options.file,
          [&] { call(mandate_batch_json, commands.get(), json.data(), json.size()); });
    try {
        table findings;
        if (of == nullptr) {
            findings = checked_as_first(json, options);
        } else {
            const mandate_act act = act_now(of, options.act);
            findings = made<table>(mandate_check, of.get(), &act, commands.get());
        }
        print("yes\n");
        constexpr std::int32_t text = 1;  // key, text, facts
        for (const std::string& line : column_of(findings, text))
            print_line_of_error("note: ", line);
        return done;
    } catch (const failure& f) {
        if (f.exit_code() != bad_input) throw;
        print(std::string{"no: "} + f.what() + "\n");
        return has_findings;
    }
}

int run(const sign_options& options) {
    const std::string key = read_all(options.key);
    const ledger into = open_ledger(options.ledger, MANDATE_OPEN_WRITE);
    const mandate_act act = act_now(into, options.act);
    std::int64_t revision = 0;
    call(mandate_sign, into.get(), &act, key.data(), key.size(), options.event, &revision);
    print("event " + std::to_string(options.event == 0 ? revision - 1 : options.event) +
          " signed by event " + std::to_string(revision) + "\n");
    return done;
}

}  // namespace command_line
