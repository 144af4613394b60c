#include "batch.hpp"

#include "base/quote.hpp"
#include "mandate/base/text.hpp"
#include "mandate/exchange/json_reader.hpp"

#include <charconv>
#include <iterator>
#include <string>
#include <utility>

namespace mandate::capi {
namespace {

const field_descriptor& field_of(const call& in, int32_t number) {
    const field_descriptor* found = find_field(number);
    if (found == nullptr) in.refuse("field", to_text(number) + " is not known");
    return *found;
}

/// Reads a text as the value of a field. What stands in a command is not repeated in an error: the
/// command may name a class of access that the ledger may not hold.
class value_reader {
public:
    value_reader(const field_descriptor& of, std::string_view text, bool in_command)
        : of_{of}, text_{text}, in_command_{in_command} {}

    /// What the text means for the field. Ranges, lists and normal form are check_form's.
    value read() const {
        switch (of_.type) {
            case value_type::integer:
                return number();
            case value_type::day:
                return day();
            case value_type::choice:
                return choice();
            case value_type::text:
            case value_type::code:
            case value_type::period:
                break;
        }
        return std::string{text_};
    }

private:
    [[noreturn]] void refuse(errc code, const std::string& wanted) const {
        const std::string name{of_.name};
        std::vector<fact> facts{{"field", name}};
        if (!in_command_) facts.emplace_back("value", text_);
        throw error{code,
                    "field " + name + ": " + (in_command_ ? "the text" : in_quotes(text_)) +
                        " is not " + wanted,
                    std::move(facts)};
    }
    std::int64_t number() const {
        std::int64_t number = 0;
        const char* last = text_.data() + text_.size();
        const auto [end, problem] = std::from_chars(text_.data(), last, number);
        if (problem != std::errc{} || end != last) refuse(errc::malformed, "a whole number");
        return number;
    }
    std::int64_t choice() const {
        if (const auto number = choice_number(of_.id, text_)) return *number;
        std::string names = "one of";
        for (const choice_descriptor& c : of_.choices) names.append(" ").append(c.name);
        refuse(errc::out_of_range, names);
    }
    std::int64_t day() const {
        try {
            return parse_day(text_).since_epoch();
        } catch (const error& e) {
            if (in_command_) refuse(e.code(), "a day of 1900 to 2199, as 2024-04-25");
            const std::string name{of_.name};
            throw e.at("field " + name, {{"field", name}});
        }
    }

    const field_descriptor& of_;
    std::string_view text_;
    bool in_command_;
};

bool holds_number(const field_descriptor& of) {
    return of.type == value_type::integer || of.type == value_type::day ||
           of.type == value_type::choice;
}

arguments& last_of(mandate_batch& batch) {
    if (batch.commands.empty()) return batch.before_first;
    return batch.commands.back();
}

}  // namespace

std::vector<command> commands_of(const call& in, const mandate_batch* batch) {
    const batch_in_use held{in, batch, "batch"};
    if (!held->before_first.values.empty())
        in.refuse("batch", "has values before its first command");
    return held->commands;
}

arguments arguments_of(const call& in, const mandate_batch* batch,
                       std::span<const field_use> allowed, std::string_view what) {
    arguments given;
    if (batch != nullptr) {
        const batch_in_use held{in, batch, "args"};
        if (!held->commands.empty()) in.refuse("args", "holds commands");
        given = held->before_first;
    }
    check_form(given, allowed, what);
    return given;
}

bool gives(const call& in, const mandate_batch* batch, field name) {
    if (batch == nullptr) return false;
    const batch_in_use held{in, batch, "args"};
    return held->before_first.has(name);
}

}  // namespace mandate::capi

using mandate::capi::batch_in_use;
using mandate::capi::call;
using mandate::capi::guard;

mandate_status mandate_batch_new(mandate_batch** out, mandate_error** err) noexcept {
    return guard("mandate_batch_new", err, [&](const call& in) {
        mandate_batch*& answer = in.output(out, "out");
        answer = new mandate_batch;
    });
}

void mandate_batch_free(mandate_batch* batch) noexcept {
    if (batch == nullptr) return;
    batch->tag = 0;
    delete batch;
}

mandate_status mandate_batch_add(mandate_batch* batch, int32_t command, int32_t effective_on,
                                 mandate_error** err) noexcept {
    return guard("mandate_batch_add", err, [&](const call& in) {
        const batch_in_use held{in, batch, "batch"};
        const auto* described = mandate::find_command(command);
        if (described == nullptr) in.refuse("command", mandate::to_text(command) + " is not known");
        mandate::command made;
        made.kind = described->id;
        if (effective_on != MANDATE_SAME_DAY) {
            made.effective_on = mandate::civil_day{effective_on};
            mandate::require_covered(*made.effective_on, "effective_on");
        }
        held->commands.push_back(std::move(made));
    });
}

mandate_status mandate_batch_corrects(mandate_batch* batch, int64_t event,
                                      mandate_error** err) noexcept {
    return guard("mandate_batch_corrects", err, [&](const call& in) {
        const batch_in_use held{in, batch, "batch"};
        if (held->commands.empty()) in.refuse("batch", "has no command yet");
        if (event < 1) in.refuse("event", "is less than 1");
        held->commands.back().corrects = event;
    });
}

mandate_status mandate_batch_text(mandate_batch* batch, int32_t field, const char* text,
                                  size_t text_len, mandate_error** err) noexcept {
    return guard("mandate_batch_text", err, [&](const call& in) {
        const batch_in_use held{in, batch, "batch"};
        const auto& of = mandate::capi::field_of(in, field);
        const auto given = in.text(text, text_len, "text", of.name);
        auto content = mandate::capi::value_reader{of, given, !held->commands.empty()}.read();
        mandate::capi::last_of(*batch).values.push_back({of.id, std::move(content)});
    });
}

mandate_status mandate_batch_int(mandate_batch* batch, int32_t field, int64_t value,
                                 mandate_error** err) noexcept {
    return guard("mandate_batch_int", err, [&](const call& in) {
        const batch_in_use held{in, batch, "batch"};
        const auto& of = mandate::capi::field_of(in, field);
        if (!mandate::capi::holds_number(of))
            in.refuse("field", std::string{of.name} + " holds text, not a number");
        mandate::capi::last_of(*batch).values.push_back({of.id, value});
    });
}

mandate_status mandate_batch_json(mandate_batch* batch, const char* json, size_t json_len,
                                  mandate_error** err) noexcept {
    return guard("mandate_batch_json", err, [&](const call& in) {
        const batch_in_use held{in, batch, "batch"};
        // The offset counts for times of recording only, and only an import may state those.
        auto read = mandate::read_json_commands(in.content(json, json_len, "json"), 0);
        held->commands.reserve(held->commands.size() + read.size());
        std::move(read.begin(), read.end(), std::back_inserter(held->commands));
    });
}
