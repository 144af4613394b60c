#pragma once
// The one table that describes every command, field, choice and question: the JSON form, the C
// constants, the Python methods and the reference pages come from it.

#include "mandate/model/command.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mandate {

/// What a thing with a code is. Codes of one kind are unique and never reused.
enum class entity_kind : std::uint8_t {
    none,
    agency,
    official,
    post,
    document,
    meeting,
    conclusion,
    task,
    link,
    recommendation,
    indicator,
    clause,
    document_review,
    term,
    programme,
    item,
    access_class,
    consultation,
    attribute,  ///< of the host, on another thing; nobody refers to one
    policy,     ///< the ledger's own; nobody refers to it
    review,
};
std::string_view name_of(entity_kind kind) noexcept;

enum class value_type : std::uint8_t {
    text,     ///< UTF-8, NFC, not empty, no NUL
    code,     ///< the code of a new entity, or a reference to one of `entity`
    integer,  ///< within [low, high]
    day,      ///< JSON: "2024-04-25"
    choice,   ///< JSON: the choice's name
    period,   ///< text, "2024-Q1"
};

struct choice_descriptor {
    std::int32_t number;
    std::string_view name;
};

struct field_descriptor {
    mandate::field id;
    std::string_view name;  ///< as in JSON, Python and, in capitals, C
    value_type type;
    entity_kind entity;  ///< of a code
    std::int64_t low, high;
    std::span<const choice_descriptor> choices;
    std::string_view unit;  ///< of an integer
    std::string_view doc;
    std::string_view since = "1.0";
};

struct field_use {
    mandate::field id;
    bool required = false;
    bool list = false;  ///< may be repeated
    /// Of a field that is a choice: those that are taken here; empty: all of the field.
    std::span<const choice_descriptor> choices{};
};

struct command_descriptor {
    command_kind id;
    std::string_view name;
    entity_kind creates;  ///< the entity whose code is the first field, if the command makes one
    std::string_view doc;
    std::span<const field_use> fields;  ///< besides the fields every command has: source, note
    std::string_view since = "1.0";

    /// How the command uses the field, common fields included; null if it does not have it.
    const field_use* use(mandate::field of) const noexcept;
};

struct column_descriptor {
    std::string_view name;
    std::string_view type;  ///< "text", "int64", "day"
    std::string_view doc;
};

struct question_descriptor {
    question_kind id;
    std::string_view name;
    std::string_view doc;
    std::span<const field_use> arguments;
    std::span<const column_descriptor> columns;
    std::string_view since = "1.0";
};

std::span<const command_descriptor> commands() noexcept;
std::span<const field_descriptor> fields() noexcept;
std::span<const question_descriptor> questions() noexcept;
/// The fields every command may have: source (list) and note.
std::span<const field_use> common_fields() noexcept;

/// The arguments of a report (of a review).
std::span<const field_use> report_arguments() noexcept;
/// The arguments of the import of a CSV list of tasks.
std::span<const field_use> task_list_arguments() noexcept;

const command_descriptor* find_command(std::int32_t number) noexcept;
const command_descriptor* find_command(std::string_view name) noexcept;
const field_descriptor* find_field(std::int32_t number) noexcept;
const field_descriptor* find_field(std::string_view name) noexcept;
const question_descriptor* find_question(std::int32_t number) noexcept;
const question_descriptor* find_question(std::string_view name) noexcept;
/// @pre the number is a known one.
const command_descriptor& descriptor_of(command_kind kind) noexcept;
const field_descriptor& descriptor_of(field id) noexcept;
/// The name of a choice of the field, or "" if it has no such number.
std::string_view choice_name(field id, std::int64_t number) noexcept;
std::optional<std::int64_t> choice_number(field id, std::string_view name) noexcept;

/// Checks form, not meaning: fields known to the command, required ones there, lists only where
/// allowed, types, ranges, valid UTF-8, no empty text, less than 1 MiB of it, codes of at most 100
/// bytes; brings text to NFC, but a host_value, which stays as it is to the byte.
/// @throws error{errc::unknown_field, missing_field, out_of_range, malformed, invalid_utf8} that
/// names the command and the field.
void check_form(command& c);
/// The same for the arguments of a question or a report; `what` names it in the error.
void check_form(arguments& a, std::span<const field_use> allowed, std::string_view what);

/// The whole table as JSON, for tools and generators.
std::string describe();

}  // namespace mandate
