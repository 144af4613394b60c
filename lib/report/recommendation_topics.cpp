// What recommendations are usually about. A ledger may use other words: they print as they are.

#include "report/labels.hpp"

#include <algorithm>
#include <functional>

namespace mandate::wording {
namespace {

constexpr label_row recommendation_topics_rows[] = {
    {"topic.administrative_units", "sắp xếp đơn vị hành chính", "administrative units",
     "idari birimlerin düzenlenmesi"},
    {"topic.budget", "kinh phí", "budget", "bütçe"},
    {"topic.cadre_planning", "quy hoạch cán bộ", "cadre planning", "kadro planlaması"},
    {"topic.central_guidance", "hướng dẫn nghiệp vụ của Trung ương", "guidance from the centre",
     "merkezî rehberlik"},
    {"topic.competence", "thẩm quyền, phân cấp", "competence, delegation", "yetki devri"},
    {"topic.coordination_rules", "cơ chế phối hợp, quy chế", "coordination rules",
     "eş güdüm kuralları"},
    {"topic.extension", "gia hạn, điều chỉnh nhiệm vụ", "extension, change of task",
     "süre ve görev değişikliği"},
    {"topic.facilities", "cơ sở vật chất, trang thiết bị, phương tiện", "facilities, means",
     "tesis ve donanım"},
    {"topic.information_technology", "công nghệ thông tin, chuyển đổi số",
     "IT, digital transformation", "bilişim, dijital dönüşüm"},
    {"topic.inspection", "kiểm tra, giám sát", "inspection, supervision", "denetim ve gözetim"},
    {"topic.job_positions", "vị trí việc làm, biên chế", "job positions, staffing", "norm kadro"},
    {"topic.member_admission", "phát triển đảng viên", "admission of members", "üye kabulü"},
    {"topic.other", "khác", "other", "diğer"},
    {"topic.party_building", "xây dựng tổ chức đảng", "Party building", "parti inşası"},
    {"topic.propaganda", "tuyên truyền, tạo đồng thuận", "propaganda and consensus",
     "tanıtım ve mutabakat"},
    {"topic.staff_policy", "chế độ, chính sách cán bộ", "staff policy", "özlük hakları"},
};
static_assert(std::ranges::is_sorted(recommendation_topics_rows, std::ranges::less{},
                                     &label_row::key));

}  // namespace

std::span<const label_row> recommendation_topics() noexcept { return recommendation_topics_rows; }

}  // namespace mandate::wording
