// The words of the report on agencies that wait for each other.

#include "report/labels.hpp"

#include <algorithm>
#include <functional>

namespace mandate::wording {
namespace {

constexpr label_row agency_labels_rows[] = {
    {"agencies.after", "cơ quan đang chờ", "agency that waits", "bekleyen kurum"},
    {"agencies.before", "cơ quan thực hiện trước", "agency that goes first", "önce yapan kurum"},
    {"agencies.between", "mức độ trung gian", "betweenness", "aradalık"},
    {"agencies.between_note",
     "Mức độ trung gian: số chuỗi chờ ngắn nhất giữa hai cơ quan khác đi qua cơ quan này.",
     "Betweenness: shortest chains of waiting between two other agencies that go through this one.",
     "Aradalık: diğer iki kurum arasındaki, bu kurumdan geçen en kısa bekleme zincirleri."},
    {"agencies.binding", "quyết định ngày bắt đầu", "decide a start", "başlangıcı belirleyen"},
    {"agencies.bottlenecks", "điểm nghẽn", "bottlenecks", "darboğazlar"},
    {"agencies.days", "số ngày làm việc còn lại", "working days left in them",
     "bu görevlerde kalan iş günü"},
    {"agencies.days_waited", "số ngày làm việc phải chờ", "working days to wait",
     "beklenecek iş günü"},
    {"agencies.group", "nhóm {n}: {agencies}", "group {n}: {agencies}", "{n}. grup: {agencies}"},
    {"agencies.hand_offs", "số lượt chuyển giao", "hand-offs", "devir sayısı"},
    {"agencies.no_mutual", "Không có cơ quan nào chờ lẫn nhau.", "No agencies wait for each other.",
     "Birbirini bekleyen kurum yok."},
    {"agencies.no_pairs", "Không có nhiệm vụ nào chờ nhiệm vụ của cơ quan khác.",
     "No task waits for a task of another agency.",
     "Başka bir kurumun görevini bekleyen görev yok."},
    {"agencies.open_waits", "số lượt đang chờ", "open waits", "açık bekleme"},
    {"agencies.pairs", "chuyển giao và chờ giữa các cơ quan",
     "hand-offs and waits between agencies", "kurumlar arası devir ve bekleme"},
    {"agencies.task_after", "nhiệm vụ đang chờ", "task that waits", "bekleyen görev"},
    {"agencies.task_before", "nhiệm vụ thực hiện trước", "task that goes first", "önceki görev"},
    {"agencies.tasks", "nhiệm vụ nơi khác đang chờ", "tasks of others that wait",
     "bekleyen diğer kurum görevleri"},
    {"agencies.title", "Các cơ quan chờ nhau tính đến {day}",
     "Agencies that wait for each other, as of {day}",
     "Birbirini bekleyen kurumlar ({day} itibarıyla)"},
    {"together.agencies", "từng cơ quan", "each agency", "kurumlar"},
    {"together.asked", "cơ quan được hỏi", "agency asked", "sorulan kurum"},
    {"together.asked_cases", "số lượt được hỏi", "times asked", "sorulma sayısı"},
    {"together.asking", "cơ quan hỏi", "asking agency", "soran kurum"},
    {"together.attention", "các cặp cơ quan cần quan tâm", "pairs that need attention",
     "dikkat edilmesi gereken kurum çiftleri"},
    {"together.attention_rule",
     "Xếp theo số ngày làm việc quá hạn chưa trả lời, sau đó theo số lượt trả lời chậm.",
     "In the order of working days overdue, then of late answers.",
     "Yanıtı geciken iş günü sayısına, sonra geç yanıt sayısına göre sıralanır."},
    {"together.consultation", "lấy ý kiến tham gia", "consultation", "görüş alma"},
    {"together.days_given", "số ngày cho trả lời", "days given", "yanıt için verilen gün"},
    {"together.days_overdue", "số ngày làm việc quá hạn", "working days overdue",
     "geciken iş günü"},
    {"together.days_taken", "số ngày trả lời", "days taken", "yanıt için geçen gün"},
    {"together.due", "thời hạn", "due", "son gün"},
    {"together.hand_off", "chờ nhiệm vụ khác hoàn thành", "waits for another task",
     "başka bir görevin bitmesi"},
    {"together.held_up", "số cơ quan bị ảnh hưởng", "agencies held up", "bekletilen kurum"},
    {"together.joint", "việc chung đúng hạn", "joint tasks in time", "süresinde ortak görev"},
    {"together.joint_good", "việc chung đạt yêu cầu", "joint tasks that meet requirements",
     "gereği karşılayan ortak görev"},
    {"together.kind", "hình thức", "kind", "tür"},
    {"together.late", "số lượt trả lời chậm", "late answers", "geç yanıt"},
    {"together.no_attention", "Không có cặp cơ quan nào trả lời chậm hoặc quá hạn.",
     "No pair has late or overdue answers.", "Yanıtı geç veya gecikmiş kurum çifti yok."},
    {"together.none", "Trong kỳ không có lượt phối hợp nào.", "No cases in the period.",
     "Dönemde kayıt yok."},
    {"together.note",
     "Số ngày: trung vị, ngày làm việc. Không trả lời: đã hết hạn mà chưa có ý kiến, kể cả khi im "
     "lặng được coi là đồng ý. * Số liệu ít, chỉ để tham khảo.",
     "Days: medians of working days. No answer: the due day passed without one, also where silence "
     "means agreement. * Few cases, for reference only.",
     "Günler: iş günlerinin ortancası. Yanıtsız: susmanın onay sayıldığı durumlar dâhil, süresi "
     "içinde yanıt gelmeyenler. * Az sayıda kayıt, yalnızca bilgi için."},
    {"together.obligation", "phần việc của cơ quan phối hợp", "own part of a coordinating agency",
     "eş güdüm yapan kurumun payı"},
    {"together.on_time", "đúng hạn", "on time", "süresinde"},
    {"together.pairs", "từng cặp cơ quan", "each pair of agencies", "kurum çiftleri"},
    {"together.silent", "không trả lời", "no answer", "yanıtsız"},
    {"together.since", "từ ngày", "since", "başlangıç"},
    {"together.title", "Công tác phối hợp {period}", "Coordination in {period}",
     "Eş güdüm ({period})"},
    {"together.unanswered", "chưa trả lời", "unanswered", "yanıtlanmayan"},
    {"together.waited_for_by", "số cơ quan đang chờ", "agencies that wait for it",
     "bekleyen kurum"},
};
static_assert(std::ranges::is_sorted(agency_labels_rows, std::ranges::less{}, &label_row::key));

}  // namespace

std::span<const label_row> agency_labels() noexcept { return agency_labels_rows; }

}  // namespace mandate::wording
