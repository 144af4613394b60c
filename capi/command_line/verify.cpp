#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <string>

namespace command_line {

int run(const verify_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const auto findings = made<table>(mandate_verify, of.get());
    std::string report;
    for (const std::string& finding : findings_in(findings)) report += finding + '\n';
    const auto count = mandate_table_rows(findings.get());
    report += std::to_string(revision_of(of)) + " events, " + std::to_string(count) + " findings\n";
    print(report);
    return count == 0 ? done : has_findings;
}

}  // namespace command_line
