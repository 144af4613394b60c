#include "mandate/model/descriptor.hpp"

#include "model/descriptor_table.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mandate {
namespace {

// Every key of every JSON object that is read is looked up here, so the indexes are built once and
// hold no pointers to free: a direct table by number, an open hash table by name.

using table_position = std::uint16_t;
constexpr table_position nothing = 0xFFFF;
constexpr std::int32_t number_end = 1024;

/// Position in the descriptor table by number. Numbers are below 1024.
class number_index {
public:
    template <class Table>
    explicit number_index(const Table& table) noexcept {
        positions_.fill(nothing);
        table_position position = 0;
        for (const auto& row : table) positions_[static_cast<std::size_t>(row.id)] = position++;
    }
    table_position operator[](std::int32_t number) const noexcept {
        return number < 0 || number >= number_end ? nothing
                                                  : positions_[static_cast<std::size_t>(number)];
    }

private:
    std::array<table_position, number_end> positions_;
};

/// Position in the descriptor table by name, with linear probing; at least half of the slots
/// are free.
class name_index {
public:
    template <class Table>
    explicit name_index(const Table& table) noexcept {
        assert(table.size() <= slots / 2);
        positions_.fill(nothing);
        table_position position = 0;
        for (const auto& row : table) {
            std::size_t slot = slot_of(row.name);
            while (positions_[slot] != nothing) slot = (slot + 1) % slots;
            positions_[slot] = position++;
        }
    }
    template <class Table>
    auto find(const Table& table, std::string_view name) const noexcept -> decltype(&table[0]) {
        for (std::size_t slot = slot_of(name); positions_[slot] != nothing;
             slot = (slot + 1) % slots) {
            const auto& row = table[positions_[slot]];
            if (row.name == name) return &row;
        }
        return nullptr;
    }

private:
    static constexpr std::size_t slots = 1024;
    // The first and the last eight bytes, which overlap in shorter names, mixed by one
    // multiplication (Knuth, The Art of Computer Programming 3, 6.4).
    static std::size_t slot_of(std::string_view name) noexcept {
        const std::uint64_t ends = word(name) ^ std::rotl(word_at_end(name), 23) ^ name.size();
        return static_cast<std::size_t>(ends * 0x9E37'79B9'7F4A'7C15U >> 54);
    }
    static std::uint64_t word(std::string_view name) noexcept {
        if (name.size() >= 8) return load<std::uint64_t>(name.data());
        if (name.size() >= 4) return load<std::uint32_t>(name.data());
        return name.empty() ? 0U : static_cast<unsigned char>(name.front());
    }
    static std::uint64_t word_at_end(std::string_view name) noexcept {
        if (name.size() >= 8) return load<std::uint64_t>(name.data() + name.size() - 8);
        if (name.size() >= 4) return load<std::uint32_t>(name.data() + name.size() - 4);
        return name.empty() ? 0U : static_cast<unsigned char>(name.back());
    }
    template <class Word>
    static Word load(const char* from) noexcept {
        Word word;
        std::memcpy(&word, from, sizeof word);
        return word;
    }

    std::array<table_position, slots> positions_;
};

template <class Table>
auto at_or_null(const Table& table, table_position position) noexcept -> decltype(&table[0]) {
    return position == nothing ? nullptr : &table[position];
}

/// For each command, by the field's position in its table: the position of the field among the
/// command's own fields, and behind them the common ones.
class use_index {
public:
    use_index() noexcept : commands_{commands()}, fields_{mandate::fields()} {
        assert(commands().size() <= rows_.size());
        assert(mandate::fields().size() <= rows_[0].size());
        std::size_t row = 0;
        for (const command_descriptor& command : commands()) {
            rows_[row].fill(no_use);
            std::uint8_t position = 0;
            for (const auto uses : {command.fields, common_fields()})
                for (const field_use& use : uses)
                    rows_[row][fields_[static_cast<std::int32_t>(use.id)]] = position++;
            ++row;
        }
    }
    std::uint8_t position(command_kind kind, field id) const noexcept {
        const table_position row = commands_[static_cast<std::int32_t>(kind)];
        const table_position column = fields_[static_cast<std::int32_t>(id)];
        return row == nothing || column == nothing ? no_use : rows_[row][column];
    }
    static constexpr std::uint8_t no_use = 0xFF;

private:
    number_index commands_;
    number_index fields_;
    std::array<std::array<std::uint8_t, 512>, 256> rows_;
};

}  // namespace

std::span<const command_descriptor> commands() noexcept { return tables::commands(); }
std::span<const field_descriptor> fields() noexcept { return tables::fields(); }
std::span<const question_descriptor> questions() noexcept { return tables::questions(); }
std::span<const field_use> common_fields() noexcept { return tables::common_fields(); }
std::span<const field_use> report_arguments() noexcept { return tables::report_arguments(); }
std::span<const field_use> task_list_arguments() noexcept { return tables::task_list_arguments(); }

std::string_view name_of(entity_kind kind) noexcept {
    switch (kind) {
        case entity_kind::none:
            return "none";
        case entity_kind::agency:
            return "agency";
        case entity_kind::official:
            return "official";
        case entity_kind::post:
            return "post";
        case entity_kind::document:
            return "document";
        case entity_kind::meeting:
            return "meeting";
        case entity_kind::conclusion:
            return "conclusion";
        case entity_kind::task:
            return "task";
        case entity_kind::link:
            return "link";
        case entity_kind::recommendation:
            return "recommendation";
        case entity_kind::indicator:
            return "indicator";
        case entity_kind::clause:
            return "clause";
        case entity_kind::document_review:
            return "document_review";
        case entity_kind::term:
            return "term";
        case entity_kind::programme:
            return "programme";
        case entity_kind::item:
            return "item";
        case entity_kind::access_class:
            return "access_class";
        case entity_kind::consultation:
            return "consultation";
        case entity_kind::attribute:
            return "attribute";
        case entity_kind::policy:
            return "policy";
        case entity_kind::review:
            return "review";
    }
    return "";
}

const field_use* command_descriptor::use(field of) const noexcept {
    static const use_index index;
    const std::uint8_t position = index.position(id, of);
    if (position == use_index::no_use) return nullptr;
    return position < fields.size() ? &fields[position]
                                    : &common_fields()[position - fields.size()];
}

const command_descriptor* find_command(std::int32_t number) noexcept {
    static const number_index index{commands()};
    return at_or_null(commands(), index[number]);
}

const command_descriptor* find_command(std::string_view name) noexcept {
    static const name_index index{commands()};
    return index.find(commands(), name);
}

const field_descriptor* find_field(std::int32_t number) noexcept {
    static const number_index index{fields()};
    return at_or_null(fields(), index[number]);
}

const field_descriptor* find_field(std::string_view name) noexcept {
    static const name_index index{fields()};
    return index.find(fields(), name);
}

const question_descriptor* find_question(std::int32_t number) noexcept {
    static const number_index index{questions()};
    return at_or_null(questions(), index[number]);
}

const question_descriptor* find_question(std::string_view name) noexcept {
    static const name_index index{questions()};
    return index.find(questions(), name);
}

const command_descriptor& descriptor_of(command_kind kind) noexcept {
    const command_descriptor* found = find_command(static_cast<std::int32_t>(kind));
    assert(found);
    return *found;
}

const field_descriptor& descriptor_of(field id) noexcept {
    const field_descriptor* found = find_field(static_cast<std::int32_t>(id));
    assert(found);
    return *found;
}

std::string_view choice_name(field id, std::int64_t number) noexcept {
    for (const choice_descriptor& choice : descriptor_of(id).choices)
        if (choice.number == number) return choice.name;
    return "";
}

std::optional<std::int64_t> choice_number(field id, std::string_view name) noexcept {
    for (const choice_descriptor& choice : descriptor_of(id).choices)
        if (choice.name == name) return choice.number;
    return std::nullopt;
}

}  // namespace mandate
