#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <memory>
#include <string>

namespace command_line {
namespace {

bool is_csv(const import_options& options) {
    return options.format == "csv" || (options.format.empty() && options.file.ends_with(".csv"));
}

batch task_list_arguments(const import_options& options) {
    auto arguments = made<batch>(mandate_batch_new);
    for (const auto& column : options.columns) put(arguments, MANDATE_FIELD_COLUMN, column);
    for (const auto& document : options.documents) put(arguments, MANDATE_FIELD_DOCUMENT, document);
    for (const auto& source : options.sources) put(arguments, MANDATE_FIELD_SOURCE, source);
    put(arguments, MANDATE_FIELD_CODE_PREFIX, options.code_prefix);
    put(arguments, MANDATE_FIELD_ASSIGNER, options.assigner);
    put(arguments, MANDATE_FIELD_ASSIGNED_ON, options.assigned_on);
    return arguments;
}

bool has_list_options(const import_options& options) {
    return !(options.columns.empty() && options.documents.empty() && options.sources.empty() &&
             options.code_prefix.empty() && options.assigner.empty() &&
             options.assigned_on.empty());
}

}  // namespace

int run(const import_options& options) {
    const bool csv = is_csv(options);
    if (!csv && has_list_options(options))
        throw failure{
            "--column, --code-prefix, --document, --assigner, --assigned-on and --source "
            "are for CSV, and " +
                options.file + " is read as JSON",
            wrong_use};
    const std::string data = read_all(options.file);
    const ledger into = open_ledger(options.ledger, MANDATE_OPEN_CREATE);
    const mandate_act act = act_now(into, options.act);
    const batch arguments = csv ? task_list_arguments(options) : nullptr;
    const std::int64_t before = revision_of(into);

    std::int64_t revision = 0;
    const auto notes = about(options.file, [&] {
        return made<table>(mandate_import, into.get(), &act,
                           csv ? MANDATE_FORMAT_CSV : MANDATE_FORMAT_JSON, arguments.get(),
                           data.data(), data.size(), &revision);
    });
    for (const std::string& note : findings_in(notes)) print_line_of_error("note: ", note);
    const std::int64_t after = revision_of(into), all = mandate_table_rows(notes.get());
    bool repeated = false;  // then what came since is another's
    for (std::int64_t row = 0; row < all; ++row)
        repeated |= text_at(notes, 0, row) == "import.repeated";
    print(counted(repeated ? 0 : after - before, "event") + " recorded, revision " +
          std::to_string(after) + ", " + counted(all, "note") + "\n");
    return done;
}

}  // namespace command_line
