#include "model/delay_causes.hpp"

namespace mandate {
namespace {

constexpr std::string_view keys[] = {"approval.session",
                                     "approval.signature",
                                     "approval.waiting_body",
                                     "coordination.disagreement",
                                     "coordination.late_data",
                                     "coordination.late_reply",
                                     "coordination.unclear_lead",
                                     "means.budget",
                                     "means.facilities",
                                     "means.it",
                                     "means.procurement",
                                     "means.staff",
                                     "objective.complex",
                                     "objective.force_majeure",
                                     "objective.law_changed",
                                     "objective.no_guidance",
                                     "objective.reorganisation",
                                     "objective.unplanned",
                                     "other",
                                     "subjective.capacity",
                                     "subjective.late_start",
                                     "subjective.planning",
                                     "subjective.quality",
                                     "subjective.staff_turnover",
                                     "subjective.weak_direction"};

}  // namespace

std::span<const std::string_view> default_causes() noexcept { return keys; }

const policy_record::cause* own_cause(const state& s, std::string_view key, const view& v) {
    if (s.policies.size() == 0) return nullptr;
    const policy_record::cause* found = nullptr;
    s.policies[0].causes.each(v, [&](const auto& c) {
        if (c.value.key == key) found = &c.value;
    });
    return found;
}

}  // namespace mandate
