#pragma once
// Who may see what: classes in order, and the agencies named for each. Rights are judged by all
// that is recorded, never as of a past day.

#include "model/state.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mandate {

/// The highest class the ledger may hold; no_row: nothing that has a class.
row_number highest_class(const state& s);

/// The rank of a class as it stands now; 0 for no_row.
int rank_of(const state& s, row_number access_class);

/// Whether codes that begin like this one are for things of this class alone.
bool is_reserved(const state& s, row_number access_class, std::string_view code);

/// Whether the agency is named for this class or a higher one.
bool is_cleared(const state& s, row_number agency, row_number access_class);

/// Whether the task is a placeholder, or an instance of one, by all that is recorded.
bool is_placeholder(const state& s, row_number task);

/// What is said of a placeholder without a text, and of any other task with one: the key of the
/// cause explains its delay, and an answer to that says that it was answered. So the text is
/// optional in the table, and a rule demands it (lib/README.md, decision 153).
constexpr bool is_said_in_words(command_kind command) noexcept {
    return command == command_kind::explain_delay || command == command_kind::answer_explanation;
}

/// The classes of things as seen in one view. Cost of making it: the things that have a class.
class access_marks {
public:
    access_marks() = default;
    access_marks(const state& s, const view& at);

    /// no_row: everybody may see it.
    row_number class_of(entity_kind kind, row_number row) const;
    bool is_placeholder(row_number task) const;
    /// Nothing has a class.
    bool empty() const noexcept { return marks_.empty(); }

private:
    struct mark {
        row_number access_class;
        bool placeholder;
    };
    static std::uint64_t key(entity_kind kind, row_number row) noexcept {
        return std::uint64_t{static_cast<std::uint8_t>(kind)} << 32 | row;
    }
    std::unordered_map<std::uint64_t, mark> marks_;
};

/// The class by the last statement about the thing: what decides who may see it, in any view. A
/// thing that was withdrawn keeps the class that it had. Cost: a few look-ups for each class.
row_number class_in_force(const state& s, entity_kind kind, row_number row);

/// What an agency, or somebody who acts for several, may see. Borrowed: the state outlives it.
class sight {
public:
    /// No agencies: the host, who sees everything.
    sight(const state& s, std::vector<row_number> agencies);

    /// By the class in which the thing stands now, whatever the day of a view. What stands in no
    /// class everybody may see, unless it hangs on a thing that may not be seen: a conclusion on
    /// its meeting, a clause and a duty to review on their document, a link and a consultation on
    /// their tasks, an instance on its task, an attribute on what it was given to.
    bool may_see(entity_kind kind, row_number row) const;
    /// Whether the event is about nothing that may not be seen: neither its subject nor what an
    /// agency hands over or delegates by it, nor the other document of a relation, nor what an
    /// event was about whose words it destroys or that it signs. A withdrawal is about what it
    /// withdraws. @pre it is recorded. Cost: of these kinds, what was handed over, delegated,
    /// destroyed or signed.
    bool may_see_event(seq_number event) const;
    /// Whether it is named for the class, or a higher one.
    bool is_cleared_for(row_number access_class) const;
    /// Whether it is named for every class in which anything stands.
    bool sees_all() const;

private:
    bool may_see_what_it_hangs_on(entity_kind kind, row_number row) const;

    const state& s_;
    std::vector<row_number> agencies_;
    bool all_;
    mutable std::vector<signed char> cleared_;  // by class: not asked yet, no, yes
};

}  // namespace mandate
