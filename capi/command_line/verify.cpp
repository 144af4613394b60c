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
    // Words destroyed by order are told, but nothing is wrong with them.
    const auto count = mandate_table_rows(findings.get());
    std::int64_t shredded = 0;
    std::int64_t told = 0;  // of them
    for (std::int64_t row = 0; row < count; ++row) {
        const std::string key = text_at(findings, 0, row);
        shredded += key == "payload.shredded";
        told += key == "payload.shredded" || key == "payload.copied";
    }
    report += std::to_string(revision_of(of)) + " events, " + std::to_string(count - told) +
              " findings" + (shredded == 0 ? "" : ", " + std::to_string(shredded) + " shredded") +
              "\n";
    print(report);
    return count == told ? done : has_findings;
}

}  // namespace command_line
