#pragma once
// How apply() reads an event: its fields as the records keep them, and the row it is about.

#include "mandate/base/error.hpp"
#include "mandate/model/command.hpp"
#include "model/state.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mandate {

// Reads the fields of one event as the state stores them.
class event_reader {
public:
    event_reader(const state& s, const event& e) : state_{s}, event_{e} {}

    std::string text(field id) const { return std::string{event_.command.text(id).value_or("")}; }
    std::vector<std::string> texts(field id) const {
        std::vector<std::string> all;
        for (const std::string_view one : event_.command.texts(id)) all.emplace_back(one);
        return all;
    }
    std::optional<civil_day> day(field id) const { return event_.command.day(id); }
    std::int64_t integer(field id, std::int64_t otherwise) const {
        return event_.command.integer(id).value_or(otherwise);
    }
    template <class Choice>
    Choice choice(field id, Choice otherwise) const {
        return static_cast<Choice>(integer(id, static_cast<std::int64_t>(otherwise)));
    }
    period span(field id) const { return parse_period(event_.command.text(id).value_or("")); }
    precision exact(field id) const {
        return static_cast<precision>(integer(id, static_cast<std::int64_t>(precision::day)));
    }
    row_number row(field id) const {
        const auto code = event_.command.text(id);
        return code ? row_of(id, *code) : no_row;
    }
    std::vector<row_number> rows(field id) const {
        std::vector<row_number> all;
        for (const std::string_view code : event_.command.texts(id))
            all.push_back(row_of(id, code));
        return all;
    }
    words name() const {
        return {text(field::name_vi), text(field::name_en), text(field::name_tr)};
    }
    words title() const {
        return {text(field::title_vi), text(field::title_en), text(field::title_tr)};
    }
    words said() const {
        return {text(field::text_vi), text(field::text_en), text(field::text_tr)};
    }
    std::vector<period> spans(field id) const {
        std::vector<period> all;
        for (const std::string_view one : event_.command.texts(id))
            all.push_back(parse_period(one));
        return all;
    }
    std::optional<int> count(field id) const {
        const auto given = event_.command.integer(id);
        return given ? std::optional{static_cast<int>(*given)} : std::nullopt;
    }
    template <class Choice>
    std::optional<Choice> choice_if(field id) const {
        const auto given = event_.command.integer(id);
        return given ? std::optional{static_cast<Choice>(*given)} : std::nullopt;
    }
    std::vector<int> counts(field id) const {
        std::vector<int> all;
        for (const field_value& v : event_.command.values)
            if (v.name == id) all.push_back(static_cast<int>(std::get<std::int64_t>(v.content)));
        return all;
    }
    bool has(field id) const { return event_.command.has(id); }
    const event& of() const noexcept { return event_; }
    std::vector<alias> aliases() const {
        std::vector<alias> all;
        std::uint8_t language = 0;
        for (const field names : {field::alias_vi, field::alias_en, field::alias_tr}) {
            ++language;
            for (std::string& one : texts(names)) all.push_back({std::move(one), language});
        }
        return all;
    }
    remark remarks() const { return {texts(field::source), text(field::note)}; }

private:
    row_number row_of(field id, std::string_view code) const {
        const field_descriptor& d = descriptor_of(id);
        if (const auto found = state_.find(d.entity, code)) return *found;
        throw error{errc::damaged,
                    "event " + std::to_string(event_.seq) + ": " + std::string{d.name} + " " +
                        std::string{code} + " is not in the ledger",
                    {{"seq", std::to_string(event_.seq)}}};
    }

    const state& state_;
    const event& event_;
};

// The row a command is about: made new, or found.
template <class Row>
row_number subject(state& s, shared_rows<Row>& rows, entity_kind kind, const event& e, field id) {
    const std::string code{e.command.text(id).value_or("")};
    if (const auto found = s.find(kind, code)) return *found;
    const auto made = static_cast<row_number>(rows.size());
    Row row;
    row.code = code;
    rows.push_back(std::move(row));
    s.name(kind, code, made);
    return made;
}

}  // namespace mandate
