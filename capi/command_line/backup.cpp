// What leaves a ledger as a file: a backup, plain tables.
#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"

#include <string>

namespace command_line {

int run(const backup_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    call(mandate_backup, static_cast<const mandate_ledger*>(of.get()), options.file.data(),
         options.file.size());
    print(std::to_string(revision_of(of)) + " events copied to " + shown(options.file) + "\n");
    return done;
}

int run(const export_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const mandate_view view = view_of(of, options.view);
    call(mandate_export_sqlite, static_cast<const mandate_ledger*>(of.get()), &view,
         options.output.data(), options.output.size());
    return done;
}

}  // namespace command_line
