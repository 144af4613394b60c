#include "model/delay_causes.hpp"

#include <algorithm>
#include <functional>

namespace mandate {
namespace {

constexpr default_cause causes[default_cause_count] = {
    {"approval.session", "Phải chờ kỳ họp", "waiting for a session", "toplantının beklenmesi"},
    {"approval.signature", "Chờ ký, ban hành", "waiting for signature", "imza bekleniyor"},
    {"approval.waiting_body", "Chờ ý kiến Thường trực, Ban Thường vụ",
     "waiting for the Standing Board or Committee", "Daimi Heyet / Komite görüşü"},
    {"coordination.disagreement", "Ý kiến giữa các cơ quan chưa thống nhất", "agencies disagree",
     "görüş ayrılığı"},
    {"coordination.late_data", "Cơ sở gửi số liệu, báo cáo chậm",
     "subordinate units sent data late", "verilerin geç gönderilmesi"},
    {"coordination.late_reply", "Cơ quan phối hợp trả lời chậm", "coordinating agency replied late",
     "görüşün geç bildirilmesi"},
    {"coordination.unclear_lead", "Phân công chủ trì, phối hợp chưa rõ", "lead or roles unclear",
     "sorumluluğun belirsizliği"},
    {"means.budget", "Chưa bố trí kinh phí", "no funds allotted", "ödenek yokluğu"},
    {"means.facilities", "Thiếu cơ sở vật chất, trang thiết bị, phương tiện",
     "lack of facilities, equipment, means", "tesis ve donanım eksikliği"},
    {"means.it", "Hạ tầng công nghệ thông tin, đường truyền không đáp ứng",
     "IT and network insufficient", "bilişim altyapısı yetersiz"},
    {"means.procurement", "Vướng thủ tục đầu tư, mua sắm, đất đai",
     "procurement, investment or land procedure", "ihale ve arazi işlemleri"},
    {"means.staff", "Thiếu biên chế", "lack of staff", "personel eksikliği"},
    {"objective.complex", "Nội dung mới, khó, phạm vi rộng", "new, hard or wide matter",
     "konunun kapsamı"},
    {"objective.force_majeure", "Thiên tai, dịch bệnh", "natural disaster, epidemic",
     "doğal afet, salgın"},
    {"objective.law_changed", "Văn bản cấp trên thay đổi", "superior document changed",
     "mevzuat değişikliği"},
    {"objective.no_guidance", "Chưa có hướng dẫn của Trung ương", "no guidance from the centre yet",
     "merkezî yönerge yok"},
    {"objective.reorganisation", "Sắp xếp tổ chức bộ máy, đơn vị hành chính", "reorganisation",
     "teşkilat değişikliği"},
    {"objective.unplanned", "Nhiệm vụ phát sinh, đột xuất nhiều", "many unplanned tasks",
     "plan dışı görevler"},
    {"other", "Nguyên nhân khác (ghi rõ)", "other (state)", "diğer (belirtilecek)"},
    {"subjective.capacity", "Năng lực tham mưu của cán bộ hạn chế",
     "limited advisory capacity of staff", "personel yeterliliği"},
    {"subjective.late_start", "Chậm triển khai, thiếu chủ động", "started late, not proactive",
     "geç başlanması"},
    {"subjective.planning", "Xây dựng kế hoạch, thời hạn chưa sát",
     "unrealistic plan or deadline proposed", "gerçekçi olmayan plan"},
    {"subjective.quality", "Chất lượng dự thảo chưa đạt, phải trả lại",
     "draft of poor quality, returned", "taslak niteliğinin yetersizliği"},
    {"subjective.staff_turnover", "Thay đổi nhân sự phụ trách, bàn giao chậm",
     "change of officer, late hand-over", "personel değişikliği"},
    {"subjective.weak_direction", "Lãnh đạo cơ quan chỉ đạo chưa quyết liệt",
     "weak direction by the agency's leaders", "yönetimin yetersiz takibi"},
};

static_assert(std::ranges::is_sorted(causes, std::ranges::less{}, &default_cause::key));

}  // namespace

std::span<const default_cause, default_cause_count> default_causes() noexcept { return causes; }

bool is_default_cause(std::string_view key) noexcept {
    return std::ranges::binary_search(causes, key, std::ranges::less{}, &default_cause::key);
}

const policy_record::cause* own_cause(const state& s, std::string_view key, const view& v) {
    if (s.policies.size() == 0) return nullptr;
    const policy_record::cause* found = nullptr;
    s.policies[0].causes.each(v, [&](const auto& c) {
        if (c.value.key == key) found = &c.value;
    });
    return found;
}

}  // namespace mandate
