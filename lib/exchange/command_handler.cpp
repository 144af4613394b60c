#include "exchange/command_handler.hpp"

#include "base/quote.hpp"
#include "mandate/base/civil_day.hpp"
#include "mandate/base/text.hpp"
#include "model/short_fact.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace mandate {

const std::array<command_handler::key_form, command_handler::own_keys> command_handler::key_forms{{
    {"command", "the name of a command"},
    {"effective_on", "a day as \"2024-04-25\""},
    {"recorded_at", "an instant as \"2024-04-25T16:30:00+07:00\""},
    {"actor", "text"},
    {"corrects", "the number of an event"},
    {"//", "text or an array of texts"},
    {"mandate", "the number 1"},
    {"commands", "an array of commands"},
}};

command_handler::key command_handler::find_key(std::string_view name) noexcept {
    for (std::size_t i = 0; i < key_forms.size(); ++i)
        if (key_forms[i].name == name) return static_cast<key>(i);
    return key::none;
}

namespace {

// Where it is, and in which field, is found out from the whole text.
void require_utf8(std::string_view text) {
    if (find_invalid_utf8(text)) throw error{errc::invalid_utf8, "not UTF-8"};
}

}  // namespace

void command_handler::refuse(std::string_view what) const {
    if (key_ == key::field) fields_.refuse(what);
    if (key_ == key::none || in_list_of_commands())
        throw error{errc::malformed,
                    "a command is an object, not " + std::string{what},
                    {{"field", "command"}}};
    const key_form& form = key_forms[static_cast<std::size_t>(key_)];
    const std::string name{form.name};
    throw error{errc::malformed,
                name + " is " + std::string{what} + "; it takes " + std::string{form.takes},
                {{"field", name}}};
}

void command_handler::begin_object() {
    outer_ = object_;
    object_ = documents_ > 0 || in_commands_ ? object::command : object::undecided;
    key_ = key::none;
    seen_.reset();
    kind_ = nullptr;
    fields_.begin(expected_fields_);
    lists_before_kind_.clear();
    command_.kind = {};
    command_.effective_on.reset();
    command_.corrects = 0;
    command_.recorded_at_us.reset();
    command_.actor.clear();
}

void command_handler::end_command() {
    object_ = object::command;  // also when it is empty and so still undecided
    if (!kind_) throw error{errc::missing_field, "command is missing", {{"field", "command"}}};
    for (const field id : lists_before_kind_) require_list(id);
    command_.values.swap(fields_.values());
    expected_fields_ = std::min<std::size_t>(command_.values.size(), 32);
    // Where a class is named, the ledger looks at that before anything else, so that no error can
    // repeat words that it may not hold.
    if (!command_.has(field::access_class)) {
        check_form(command_);
    } else {
        require_utf8(command_.actor);
        for (const field_value& v : command_.values)
            if (const auto* text = std::get_if<std::string>(&v.content)) require_utf8(*text);
    }
    if (count == commands.size()) commands.emplace_back();
    std::swap(commands[count++], command_);
    fields_.use_memory_of(command_.values);
    object_ = outer_;
    key_ = outer_ == object::wrapper ? key::commands : key::none;
}

void command_handler::end_wrapper() {
    object_ = object::none;
    for (const key needed : {key::mandate, key::commands})
        if (!seen_of_wrapper_[static_cast<std::size_t>(needed)]) {
            const std::string name{key_forms[static_cast<std::size_t>(needed)].name};
            throw error{errc::missing_field, name + " is missing", {{"field", name}}};
        }
}

void command_handler::begin_array() {
    switch (key_) {
        case key::field: {
            const field_descriptor& f = fields_.current();
            fields_.begin_list();
            if (!kind_)
                lists_before_kind_.push_back(f.id);
            else
                require_list(f.id);
            return;
        }
        case key::remark:
            if (in_remarks_) refuse("an array in an array");
            in_remarks_ = true;
            return;
        case key::none:
            if (in_commands_ || documents_ > 0) refuse("an array");
            in_commands_ = whole_ = true;
            return;
        case key::commands:
            if (in_commands_) refuse("an array");
            in_commands_ = true;
            return;
        default:
            refuse("an array");
    }
}

void command_handler::require_list(field id) const {
    const field_use* use = kind_->use(id);
    if (use && !use->list)
        throw error{errc::malformed,
                    std::string{descriptor_of(id).name} + " takes one value, not an array",
                    {{"field", std::string{descriptor_of(id).name}}}};
}

void command_handler::take_key(std::string_view name) {
    const field_descriptor* f = object_ == object::wrapper ? nullptr : find_field(name);
    key_ = f ? key::field : find_key(name);
    if (object_ == object::undecided && key_ != key::remark) {
        whole_ = key_ == key::mandate || key_ == key::commands;
        object_ = whole_ ? object::wrapper : object::command;
        if (whole_) seen_of_wrapper_ = seen_;
    }
    const bool of_wrapper = key_ == key::mandate || key_ == key::commands;
    if (key_ == key::none || (key_ != key::remark && of_wrapper != (object_ == object::wrapper)))
        throw error{errc::unknown_field, "key " + in_quotes(name) + " is not known",
                    short_fact("field", name)};
    if (f) {
        if (kind_ && !kind_->use(f->id))
            throw error{errc::unknown_field,
                        std::string{f->name} + " is not a field of it",
                        {{"field", std::string{f->name}}}};
        return fields_.key(*f);
    }
    key_set& seen = object_ == object::wrapper ? seen_of_wrapper_ : seen_;
    const auto bit = static_cast<std::size_t>(key_);
    if (seen[bit])
        throw error{
            errc::malformed, std::string{name} + " is there twice", {{"field", std::string{name}}}};
    seen.set(bit);
}

void command_handler::take(std::string_view text) {
    switch (key_) {
        case key::field:
            return fields_.take(text);
        case key::command:
            return take_kind(text);
        case key::effective_on:
        case key::recorded_at:
            return take_time(text);
        case key::actor:
            if (text.empty())
                throw error{errc::missing_field, "actor is empty", {{"field", "actor"}}};
            command_.actor = text;
            return;
        case key::remark:
            return require_utf8(text);
        default:
            refuse("text");
    }
}

void command_handler::take(std::int64_t number) {
    switch (key_) {
        case key::field:
            return fields_.take(number);
        case key::corrects:
            if (number < 1)
                throw error{errc::malformed,
                            "corrects is " + to_text(number) + "; it takes " +
                                std::string{key_forms[static_cast<std::size_t>(key_)].takes},
                            {{"field", "corrects"}}};
            command_.corrects = number;
            return;
        case key::mandate:
            if (number == 1) return;
            throw error{errc::malformed,
                        "mandate is " + to_text(number) + "; only form 1 is known",
                        {{"field", "mandate"}}};
        default:
            refuse("a number");
    }
}

void command_handler::take_kind(std::string_view name) {
    kind_ = find_command(name);
    if (!kind_) {
        std::vector<fact> facts = short_fact("value", name);
        facts.emplace_back("field", "command");
        throw error{errc::malformed, in_quotes(name) + " is not a command", std::move(facts)};
    }
    command_.kind = kind_->id;
}

void command_handler::take_time(std::string_view text) {
    try {
        if (key_ == key::effective_on)
            command_.effective_on = parse_day(text);
        else
            command_.recorded_at_us = parse_instant(text, utc_offset_minutes_);
    } catch (const error& e) {
        const std::string name{key_forms[static_cast<std::size_t>(key_)].name};
        throw e.at(name, {{"field", name}});
    }
}

}  // namespace mandate
