// Recording: a batch, or a whole file.

#include "base/quote.hpp"
#include "batch.hpp"
#include "call.hpp"
#include "mandate/exchange/csv_reader.hpp"
#include "mandate/exchange/json_reader.hpp"
#include "mandate/exchange/repeated_import.hpp"
#include "mandate/model/descriptor.hpp"
#include "results.hpp"

#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate::capi {
namespace {

/// "title_vi=Task": the column headed Task fills title_vi.
std::pair<field, std::string> column_in(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == text.npos || equals + 1 == text.size())
        throw error{errc::malformed,
                    "column " + in_quotes(text) + " is not FIELD=HEADING",
                    {{"column", std::string{text}}}};
    const std::string name{text.substr(0, equals)};
    const field_descriptor* found = find_field(name);
    if (found == nullptr)
        throw error{errc::unknown_field,
                    "column " + in_quotes(text) + ": there is no field " + in_quotes(name),
                    {{"field", name}}};
    return {found->id, std::string{text.substr(equals + 1)}};
}

csv_task_list task_list_of(const arguments& args) {
    csv_task_list how;
    for (const std::string_view column : args.texts(field::column))
        how.columns.push_back(column_in(column));
    for (const std::string_view document : args.texts(field::document))
        how.documents.emplace_back(document);
    for (const std::string_view source : args.texts(field::source))
        how.sources.emplace_back(source);
    how.code_prefix = args.text(field::code_prefix).value_or("");
    how.assigner = args.text(field::assigner).value_or("");
    how.assigned_on = args.day(field::assigned_on).value();  // required, so check_form saw it
    return how;
}

/// The file and how it is read, for a request_id of its own.
std::string request_of(const call& in, int32_t format, const mandate_batch* args,
                       std::string_view data) {
    std::vector<std::string> how{std::to_string(format)};
    if (format == MANDATE_FORMAT_CSV)
        for (const field_value& v :
             arguments_of(in, args, task_list_arguments(), "an import of CSV").values) {
            how.emplace_back(descriptor_of(v.name).name);
            how.push_back(std::holds_alternative<std::string>(v.content)
                              ? std::get<std::string>(v.content)
                              : std::to_string(std::get<std::int64_t>(v.content)));
        }
    return import_request_id(data, how);
}

/// What a file of tasks says, before it is recorded.
csv_import read_file(const call& in, const ledger& into, const mandate_batch* args,
                     std::string_view data) {
    return read_task_list(
        data, task_list_of(arguments_of(in, args, task_list_arguments(), "an import of CSV")),
        into.known_agencies());
}

/// Recorded as it is read.
outcome import_json(ledger& into, const act& by, std::string_view text) {
    bool reading = false;  // an error of reading tells its place, one of recording the command
    try {
        return into.import(by, [&]() -> command_pieces {
            auto reader = std::make_shared<json_command_reader>(text, into.utc_offset_minutes());
            return [reader, &reading] {
                reading = true;
                const std::span<const command> some = reader->next();
                reading = false;
                return some;
            };
        });
    } catch (const error& e) {
        if (reading) throw;
        throw in_json(e, text);
    }
}

}  // namespace
}  // namespace mandate::capi

using mandate::capi::call;
using mandate::capi::guard;

mandate_status mandate_check(const mandate_ledger* ledger, const mandate_act* act,
                             const mandate_batch* batch, mandate_table** findings,
                             mandate_error** err) noexcept {
    return guard("mandate_check", err, [&](const call& in) {
        mandate_table*& answer = in.output(findings, "findings");
        const auto commands = mandate::capi::commands_of(in, batch);
        const auto outcome = in.opened(ledger).check(in.read(act), commands);
        answer = mandate::capi::new_findings(outcome.findings);
    });
}

mandate_status mandate_record(mandate_ledger* ledger, const mandate_act* act,
                              const mandate_batch* batch, int64_t* revision,
                              mandate_error** err) noexcept {
    if (revision != nullptr) *revision = 0;
    return guard("mandate_record", err, [&](const call& in) {
        const auto commands = mandate::capi::commands_of(in, batch);
        const auto outcome = in.opened(ledger).record(in.read(act), commands);
        if (revision != nullptr) *revision = outcome.revision;
    });
}

mandate_status mandate_import(mandate_ledger* ledger, const mandate_act* act, int32_t format,
                              const mandate_batch* args, const char* data, size_t data_len,
                              int64_t* revision, mandate_table** findings,
                              mandate_error** err) noexcept {
    if (revision != nullptr) *revision = 0;
    if (findings != nullptr) *findings = nullptr;
    return guard("mandate_import", err, [&](const call& in) {
        auto& into = in.opened(ledger);
        auto by = in.read(act);
        in.required(data, "data");
        const std::string_view text = in.content(data, data_len, "data");
        mandate::csv_import file;
        if (format == MANDATE_FORMAT_CSV)
            file = mandate::capi::read_file(in, into, args, text);
        else if (format == MANDATE_FORMAT_JSON)
            mandate::capi::arguments_of(in, args, {}, "an import of JSON");
        else
            in.refuse("format", "is neither MANDATE_FORMAT_JSON nor MANDATE_FORMAT_CSV");
        if (by.request_id.empty())
            by.request_id = mandate::capi::request_of(in, format, args, text), by.names_file = true;
        // Made before anything is recorded: after that, no want of memory may look like a failure.
        std::unique_ptr<mandate_table> notes{mandate::capi::new_findings(file.findings)};
        const auto outcome = format == MANDATE_FORMAT_JSON
                                 ? mandate::capi::import_json(into, by, text)
                                 : into.import(by, file.commands);
        try {
            auto& all = file.findings;
            if (outcome.repeated)
                all.push_back({"import.repeated",
                               "this file was imported before, up to revision " +
                                   std::to_string(outcome.revision) + "; nothing is recorded",
                               {{"revision", std::to_string(outcome.revision)}}});
            all.insert(all.end(), outcome.findings.begin(), outcome.findings.end());
            notes.reset(mandate::capi::new_findings(all));
        } catch (const std::bad_alloc&) {
            // Those of the file alone, then.
        }
        if (findings != nullptr) *findings = notes.release();
        if (revision != nullptr) *revision = outcome.revision;
    });
}

mandate_status mandate_sign(mandate_ledger* ledger, const mandate_act* act, const char* key,
                            size_t key_len, int64_t event, int64_t* revision,
                            mandate_error** err) noexcept {
    if (revision != nullptr) *revision = 0;
    return guard("mandate_sign", err, [&](const call& in) {
        auto& into = in.opened(ledger);
        const auto by = in.read(act);
        if (event < 0) in.refuse("event", "is negative");
        const auto outcome = into.sign(by, std::string{in.text(key, key_len, "key")}, event);
        if (revision != nullptr) *revision = outcome.revision;
    });
}

mandate_status mandate_statement_to_sign(const mandate_ledger* ledger, int64_t event, int32_t day,
                                         mandate_bytes** out, mandate_error** err) noexcept {
    return guard("mandate_statement_to_sign", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        answer =
            new mandate_bytes{in.opened(ledger).statement_to_sign(event, mandate::civil_day{day})};
    });
}
