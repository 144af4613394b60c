// The descriptor table as JSON. Generators of bindings and reference pages read it, so each entry
// says all about itself: a command lists the common fields too.

#include "mandate/model/descriptor.hpp"
#include "model/json_writer.hpp"

namespace mandate {
namespace {

std::string_view name_of_type(value_type type) {
    switch (type) {
        case value_type::text:
            return "text";
        case value_type::code:
            return "code";
        case value_type::integer:
            return "integer";
        case value_type::day:
            return "day";
        case value_type::choice:
            return "choice";
        case value_type::period:
            return "period";
    }
    return "";
}

void put(json_writer& out, std::string_view key, std::string_view text) {
    out.key(key);
    out.value(text);
}

void put(json_writer& out, std::string_view key, std::int64_t number) {
    out.key(key);
    out.value(number);
}

void put_choices(json_writer& out, std::span<const choice_descriptor> choices) {
    out.key("choices");
    out.begin_array();
    for (const choice_descriptor& choice : choices) {
        out.begin_object();
        put(out, "number", std::int64_t{choice.number});
        put(out, "name", choice.name);
        out.end_object();
    }
    out.end_array();
}

void put_uses(json_writer& out, std::span<const field_use> uses) {
    for (const field_use& use : uses) {
        out.begin_object();
        put(out, "name", descriptor_of(use.id).name);
        out.key("required");
        out.truth(use.required);
        out.key("list");
        out.truth(use.list);
        if (!use.choices.empty()) put_choices(out, use.choices);
        out.end_object();
    }
}

void put_arguments(json_writer& out, std::string_view key, std::span<const field_use> uses) {
    out.key(key);
    out.begin_array();
    put_uses(out, uses);
    out.end_array();
}

void put_command(json_writer& out, const command_descriptor& command) {
    out.begin_object();
    put(out, "number", static_cast<std::int64_t>(command.id));
    put(out, "name", command.name);
    put(out, "creates", name_of(command.creates));
    put(out, "doc", command.doc);
    put(out, "since", command.since);
    out.key("fields");
    out.begin_array();
    put_uses(out, command.fields);
    put_uses(out, common_fields());
    out.end_array();
    out.end_object();
}

void put_field(json_writer& out, const field_descriptor& field) {
    out.begin_object();
    put(out, "number", static_cast<std::int64_t>(field.id));
    put(out, "name", field.name);
    put(out, "type", name_of_type(field.type));
    if (field.type == value_type::code) put(out, "entity", name_of(field.entity));
    if (field.type == value_type::integer) {
        put(out, "low", field.low);
        put(out, "high", field.high);
        put(out, "unit", field.unit);
    }
    if (field.type == value_type::choice) put_choices(out, field.choices);
    put(out, "doc", field.doc);
    out.end_object();
}

void put_question(json_writer& out, const question_descriptor& question) {
    out.begin_object();
    put(out, "number", static_cast<std::int64_t>(question.id));
    put(out, "name", question.name);
    put(out, "doc", question.doc);
    put(out, "since", question.since);
    put_arguments(out, "arguments", question.arguments);
    out.key("columns");
    out.begin_array();
    for (const column_descriptor& column : question.columns) {
        out.begin_object();
        put(out, "name", column.name);
        put(out, "type", column.type);
        put(out, "doc", column.doc);
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

template <class Table, class Put>
void put_table(json_writer& out, std::string_view key, const Table& table, Put put_row) {
    out.key(key);
    out.begin_array();
    for (const auto& row : table) put_row(out, row);
    out.end_array();
}

}  // namespace

std::string describe() {
    json_writer out;
    out.begin_object();
    put(out, "schema", std::int64_t{1});
    put_table(out, "commands", commands(), put_command);
    put_table(out, "fields", fields(), put_field);
    put_table(out, "questions", questions(), put_question);
    put_arguments(out, "report_arguments", report_arguments());
    put_arguments(out, "task_list_arguments", task_list_arguments());
    out.end_object();
    return out.take();
}

}  // namespace mandate
