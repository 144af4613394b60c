#pragma once
// What events said, in the words in which they were recorded. The state keeps what counts; reasons
// and remarks that nothing is computed from stand in the log alone.

#include "ledger/recorder.hpp"
#include "mandate/base/table.hpp"
#include "review/lens.hpp"

namespace mandate {

/// The answer to the question `said`. Of an event that the viewer may not see, or one that is set
/// aside, nothing; of others what refers to hidden things is left out. Cost: one read of the store
/// for each event.
/// @throws error{errc::missing_field} without an event or a task
table answer_said(const lens& through, const arguments& args, recorder& log);

}  // namespace mandate
