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

/// As of the lens's day, by field; of several charges of one agency with one field the last.
std::vector<responsibility> responsibilities_on(const lens& through);

}  // namespace mandate
