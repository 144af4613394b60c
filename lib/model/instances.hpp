#pragma once
// Instances of a task that do not say what their task says any more (lib/README.md, decision 26).

#include "model/state.hpp"

#include <string>
#include <vector>

namespace mandate {

/// An instance of whose task something else is said by now of before the event that made it: that
/// was corrected, or entered late.
struct instance_left_behind {
    row_number instance;
    seq_number made_by;      ///< the event; correcting it brings the instance up to its task
    std::string differs_in;  ///< as the column of `instances` names them, separated by spaces
};

/// Those of the task in this view, in the order in which they were made. Cost: the instances.
std::vector<instance_left_behind> instances_left_behind(const state& s, row_number task,
                                                        const view& at);

}  // namespace mandate
