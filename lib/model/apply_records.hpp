#pragma once
// What apply() does for events about agencies, documents, work programmes and classes of access.

#include "model/event_reader.hpp"

#include <optional>

namespace mandate {

/// Each puts what the event says and returns the row it is about; nothing if the event is of
/// another kind.
std::optional<row_number> put_organisation(state& s, const event& e, const standing& at,
                                           const event_reader& r);
std::optional<row_number> put_document(state& s, const event& e, const standing& at,
                                       const event_reader& r);
std::optional<row_number> put_programme(state& s, const event& e, const standing& at,
                                        const event_reader& r);
std::optional<row_number> put_access(state& s, const event& e, const standing& at,
                                     const event_reader& r);
std::optional<row_number> put_review(state& s, const event& e, const standing& at,
                                     const event_reader& r);

/// What an event says beside its subject: the class of access of the thing it made, and the clauses
/// that a task carries out.
void put_marks(state& s, const event& e, const standing& at, const event_reader& r,
               row_number subject);

/// The kind of thing that events of this kind are about; nothing for kinds of other files.
std::optional<entity_kind> record_subject_kind(command_kind kind) noexcept;

}  // namespace mandate
