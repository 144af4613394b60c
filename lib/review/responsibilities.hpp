#pragma once
// Which agency, and which post of it, is charged with which field.

#include "review/lens.hpp"

#include <string>
#include <vector>

namespace mandate {

struct responsibility {
    const version<agency_record::charge>* charge;
    row_number agency;
    std::string folded;  ///< the field; "": its words were destroyed, so no task is of it
    std::int64_t own = 0, others = 0;
};

/// The charges of the agency that hold in the view: of several with one field the last, unless it
/// has run out. By field.
std::vector<const version<agency_record::charge>*> charges_of(const agency_record& agency,
                                                              const view& at);

/// As of the lens's day, by field. Where an agency has ended, who alone goes on for it has its
/// charges, unless it has one of its own with that field.
std::vector<responsibility> responsibilities_on(const lens& through);

}  // namespace mandate
