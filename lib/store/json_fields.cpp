#include "store/json_fields.hpp"

#include "base/quote.hpp"
#include "mandate/base/civil_day.hpp"
#include "mandate/base/error.hpp"
#include "model/short_fact.hpp"

namespace mandate {
namespace {

[[noreturn]] void fail(errc code, const field_descriptor& f, const std::string& what,
                       std::vector<fact> more = {}) {
    more.insert(more.begin(), {"field", std::string{f.name}});
    throw error{code, std::string{f.name} + what, std::move(more)};
}

std::int64_t day_number(const field_descriptor& f, std::string_view text) {
    try {
        return parse_day(text).since_epoch();
    } catch (const error& e) {
        fail(e.code(), f, std::string{": "} + e.what(), short_fact("value", text));
    }
}

std::int64_t number_of_choice(const field_descriptor& f, std::string_view text) {
    if (const auto number = choice_number(f.id, text)) return *number;
    std::string names;
    for (const choice_descriptor& choice : f.choices)
        names.append(names.empty() ? "" : ", ").append(choice.name);
    fail(errc::malformed, f, " " + in_quotes(text) + " is none of " + names,
         short_fact("value", text));
}

}  // namespace

void json_fields::begin(std::size_t expected) {
    used_ = 0;
    values_.reserve(expected);
    seen_.reset();
    current_ = nullptr;
    in_list_ = false;
}

void json_fields::key(const field_descriptor& f) {
    const auto bit = static_cast<std::size_t>(f.id);
    if (seen_[bit]) fail(errc::malformed, f, " is there twice");
    seen_.set(bit);
    current_ = &f;
}

void json_fields::begin_list() {
    if (in_list_) refuse("an array in an array");
    in_list_ = true;
}

void json_fields::take(std::string_view text) {
    const field_descriptor& f = *current_;
    switch (f.type) {
        case value_type::text:
        case value_type::code:
        case value_type::period: {
            value& content = add();
            if (auto* const memory = std::get_if<std::string>(&content))
                memory->assign(text);
            else
                content.emplace<std::string>(text);
            break;
        }
        case value_type::day:
            add() = day_number(f, text);
            break;
        case value_type::choice:
            add() = number_of_choice(f, text);
            break;
        case value_type::integer:
            refuse("text");
    }
}

void json_fields::take(std::int64_t number) {
    if (current_->type != value_type::integer) refuse("a number");
    add() = number;
}

value& json_fields::add() {
    field_value& v = used_ < values_.size() ? values_[used_] : values_.emplace_back();
    ++used_;
    v.name = current_->id;
    return v.content;
}

void json_fields::refuse(std::string_view kind) const {
    const std::string_view wanted = current_->type == value_type::integer ? "an integer"
                                    : current_->type == value_type::day ? "a day as \"2024-04-25\""
                                    : current_->type == value_type::choice ? "the name of a choice"
                                                                           : "text";
    fail(errc::malformed, *current_,
         " is " + std::string{kind} + "; it takes " + std::string{wanted});
}

}  // namespace mandate
