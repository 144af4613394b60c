// Labels of the answers that a review takes along.
#include "report/labels.hpp"

#include <algorithm>

namespace mandate::wording {

// Sorted by key.
namespace {

constexpr label_row answer_labels_rows[] = {
    {"answers.conclusions", "kết quả thực hiện kết luận các cuộc họp trước",
     "implementation of the conclusions of earlier meetings",
     "önceki toplantıların sonuç kararlarının uygulanması"},
    {"answers.each_part", "từng phần việc phối hợp", "the parts of coordinating agencies",
     "iş birliği payları"},
    {"answers.mutual", "các cơ quan chờ lẫn nhau", "agencies that wait for each other",
     "birbirini bekleyen kurumlar"},
    {"answers.none", "Không kèm theo trong báo cáo này.", "Not part of this review.",
     "Bu değerlendirmede yer almaz."},
    {"answers.own_parts", "việc phối hợp theo cơ quan", "what agencies coordinate",
     "kurumlara göre iş birliği"},
    {"answers.pairs", "phối hợp giữa từng cặp cơ quan", "coordination by pairs of agencies",
     "kurum çiftlerine göre iş birliği"},
    {"answers.ratings", "mức xếp loại cao nhất còn có thể đạt",
     "the best rating that these figures allow", "bu rakamlarla ulaşılabilecek en iyi derece"},
    {"answers.slipped", "số ngày chậm so với kế hoạch và cơ quan liên quan",
     "slipped days and who held the work", "planın gerisinde kalınan günler ve ilgili kurumlar"},
    {"answers.slow", "nhiệm vụ tiến độ chậm theo cơ quan", "slow work by agency",
     "kurumlara göre yavaş ilerleyen görevler"},
    {"answers.standings", "thứ tự thực hiện chỉ tiêu", "standings by indicator",
     "göstergelere göre sıralama"},
    {"answers.warnings", "cảnh báo sớm", "early warnings", "erken uyarılar"},
    {"conclusions.done", "đã xong", "done", "biten"},
    {"conclusions.in_time", "đúng hạn", "in time", "süresinde"},
    {"conclusions.late", "quá hạn", "late", "geç"},
    {"conclusions.note",
     "Gồm các kết luận từ cuộc họp giao ban kỳ trước và kết luận cũ hơn còn nhiệm vụ chưa xong. "
     "Nhiệm vụ có nhiệm vụ thành phần được tính theo nhiệm vụ thành phần; số nhiệm vụ gồm cả nhiệm "
     "vụ thường xuyên, tạm dừng và đưa ra khỏi danh mục.",
     "The conclusions since the meeting on the period before, and older ones with a task that is "
     "not done. A task with parts is counted by these; the tasks include standing, suspended and "
     "cancelled ones.",
     "Önceki dönemin toplantısından bu yana alınan sonuç kararları ile tamamlanmamış görevi "
     "bulunan "
     "daha eski kararlar. Alt görevleri olan görev bunlara göre sayılır; görev sayısına sürekli, "
     "askıya alınan ve iptal edilen görevler dâhildir."},
    {"conclusions.open", "chưa xong", "not done", "bitmeyen"},
    {"conclusions.overdue", "trong đó quá hạn", "of these overdue", "bunlardan süresi geçen"},
    {"conclusions.tasks", "số nhiệm vụ", "tasks", "görev sayısı"},
    {"conclusions.what", "kết luận (cuộc họp)", "conclusion (meeting)", "sonuç kararı (toplantı)"},
    {"few.note", "* Số liệu ít, chỉ để tham khảo.", "* Few cases: for reference only.",
     "* Az sayıda kayıt: yalnızca bilgi içindir."},
    {"mutual.group", "nhóm", "group", "grup"},
    {"pairs.rank", "thứ tự cần quan tâm", "rank of attention", "dikkat sırası"},
    {"parts.answered", "ngày trả lời", "answered on", "yanıt tarihi"},
    {"parts.coordinated", "nhiệm vụ phối hợp", "tasks coordinated", "iş birliği yapılan görev"},
    {"parts.due", "thời hạn của phần việc", "due day of the part", "payın süresi"},
    {"parts.lead", "cơ quan chủ trì", "lead agency", "sorumlu kurum"},
    {"parts.none", "không có phần việc riêng", "nothing of its own is stated",
     "kendine ait iş belirtilmemiş"},
    {"parts.note",
     "Mỗi phần việc được xếp theo thời hạn và ngày trả lời của chính cơ quan phối hợp, không tính "
     "vào tỷ lệ của cơ quan chủ trì; phần việc không ghi thời hạn riêng theo thời hạn của nhiệm "
     "vụ.",
     "Each part is classed by the day and the answer of the coordinating agency itself, and is in "
     "no rate of a lead; a part for which no day is stated has the deadline of the task.",
     "Her pay, iş birliği yapan kurumun kendi süresine ve yanıtına göre sınıflandırılır ve sorumlu "
     "kurumun oranlarına katılmaz; süresi belirtilmeyen pay için görevin süresi geçerlidir."},
    {"parts.stated", "có phần việc riêng", "with a part of its own", "kendi payı olan"},
    {"parts.task", "nhiệm vụ", "task", "görev"},
    {"ratings.behind", "chậm hoặc quá hạn", "late or overdue", "geç tamamlanan veya süresi geçen"},
    {"ratings.best", "mức cao nhất", "best rating", "en iyi derece"},
    {"ratings.completed", "hoàn thành nhiệm vụ", "completed", "görevini tamamladı"},
    {"ratings.due", "đến hạn", "due", "süresi gelen"},
    {"ratings.good", "hoàn thành tốt nhiệm vụ", "good", "iyi"},
    {"ratings.in_time", "đúng hạn", "in time", "süresinde"},
    {"ratings.not_completed", "không hoàn thành nhiệm vụ", "not completed", "görevini tamamlamadı"},
    {"ratings.note",
     "Chỉ tính theo tỷ lệ đúng hạn; tiêu chí khác không được xét. * Số liệu ít, chỉ để tham khảo.",
     "By the share done in time alone; other criteria are not judged. * Few cases: for reference "
     "only.",
     "Yalnızca süresinde tamamlama oranına göredir; diğer ölçütler değerlendirilmemiştir. * Az "
     "sayıda kayıt: yalnızca bilgi içindir."},
    {"slipped.acceptor", "chờ nghiệm thu", "as acceptor", "kabul makamı olarak"},
    {"slipped.by_none", "nguyên nhân khách quan", "objective reasons", "nesnel nedenler"},
    {"slipped.coordinating", "khi phối hợp", "as coordinating", "iş birliği yapan olarak"},
    {"slipped.days", "số ngày", "days", "gün"},
    {"slipped.lead", "khi chủ trì", "as lead", "sorumlu olarak"},
    {"slipped.means", "chưa bảo đảm điều kiện", "lack of means", "sağlanmayan imkân"},
    {"slipped.note",
     "Ngày làm việc so với kế hoạch ban đầu của mọi nhiệm vụ bị chậm kế hoạch, kể cả khi chưa quá "
     "hạn; một ngày được tính cho mỗi nhiệm vụ bị chậm theo.",
     "Working days against the baseline, of all tasks that have slipped against it, also where "
     "none is past its deadline; a day counts for each task that slipped with it.",
     "Başlangıç planının gerisinde kalan bütün görevlerin (süresi geçmemiş olsa da) iş günleri; "
     "bir gün, onunla birlikte geciken her görev için sayılır."},
    {"slipped.note_of_agencies",
     "Ngày làm việc so với kế hoạch ban đầu của các nhiệm vụ bị chậm kế hoạch do cơ quan, đơn vị "
     "được xem xét chủ trì, kể cả khi chưa quá hạn, theo cơ quan để chậm; một ngày được tính cho "
     "mỗi nhiệm vụ bị chậm theo.",
     "Working days against the baseline, of the slipped tasks that the agencies of this review "
     "lead, also where none is past its deadline, by who held them; a day counts for each task "
     "that slipped with it.",
     "Bu incelemedeki kurumların sorumlu olduğu ve başlangıç planının gerisinde kalan görevlerin "
     "(süresi geçmemiş olsa da) iş günleri, geciktiren kuruma göre; bir gün, onunla birlikte "
     "geciken her görev için sayılır."},
    {"slipped.objective", "khách quan", "objective", "nesnel nedenler"},
    {"slipped.tasks", "nhiệm vụ", "tasks", "görev"},
    {"slipped.won_back", "rút ngắn được", "won back", "kazanılan"},
    {"slow.after_due", "gia hạn sau khi quá hạn", "extended after the day",
     "süre dolduktan sonra uzatılan"},
    {"slow.extended", "gia hạn nhiều lần", "often extended", "sık uzatılan"},
    {"slow.extensions", "số lần gia hạn", "extensions", "süre uzatımı"},
    {"slow.late", "quá hạn lâu", "long overdue", "uzun süredir gecikmiş"},
    {"slow.open", "chưa hoàn thành", "open", "açık"},
    {"slow.pending", "chờ nghiệm thu lâu", "acceptance pending", "onayı geciken"},
    {"slow.reminders", "đôn đốc chưa phản hồi", "reminders unanswered", "yanıtsız tekit"},
    {"slow.silent", "lâu chưa báo cáo", "long silent", "uzun süredir raporsuz"},
    {"slow.slow", "tiến độ chậm", "slow", "yavaş"},
    {"standings.change", "so với cùng kỳ năm trước", "against a year before",
     "geçen yılın aynı dönemine göre"},
    {"standings.note",
     "Thứ tự theo tỷ lệ so với mức phải đạt đến thời điểm của số liệu gần nhất; chỉ tiêu năm được "
     "so "
     "với số lũy kế từ đầu năm.",
     "Places go by the share of what was due with the last figure; a year's target is held against "
     "what came since the year's beginning.",
     "Sıra, son verinin tarihine kadar gerçekleşmesi gerekene göredir; yıllık hedef, yıl başından "
     "bu yana gerçekleşenle karşılaştırılır."},
    {"standings.of_target", "% so với chỉ tiêu", "% of target", "hedefin %'si"},
    {"standings.periods_below", "số kỳ liên tiếp chưa đạt", "periods below in a row",
     "art arda eşik altı dönem"},
    {"standings.place", "thứ tự", "place", "sıra"},
    {"standings.so_far", "từ đầu năm", "year to date", "yıl başından bu yana"},
    {"warn.about", "nhiệm vụ, nội dung", "about", "ilgili iş"},
    {"warn.because", "bắt đầu chậm từ {task}", "the delay begins with {task}",
     "gecikme {task} ile başlıyor"},
    {"warn.days", "số ngày quá", "days past", "geçen gün"},
    {"warn.due", "mốc thời gian", "day", "tarih"},
    {"warn.forecast", "dự kiến hoàn thành {day}, chậm {n} ngày làm việc so với thời hạn {due}",
     "forecast {day}, {n} working {n?day|days} after the deadline of {due}",
     "öngörülen tamamlanma {day}, {due} tarihli süreden {n} iş günü sonra"},
    {"warn.level", "mức", "level", "düzey"},
    {"warn.matter", "cảnh báo", "warning", "uyarı"},
    {"warn.note", "Tính theo ngày làm việc; số âm là số ngày còn lại.",
     "In working days; a negative number is of days still left.",
     "İş günü olarak; eksi sayı, kalan gün sayısıdır."},
    {"warning.acceptance_pending", "đã trình, chưa có ý kiến nghiệm thu",
     "submitted, acceptance pending", "sunuldu, kabul bekliyor"},
    {"warning.clause_without_task", "nội dung văn bản chưa có nhiệm vụ", "clause without a task",
     "görev verilmemiş madde"},
    {"warning.condition_unmet", "chưa bảo đảm điều kiện", "condition unmet", "sağlanmamış koşul"},
    {"warning.due_soon", "sắp đến hạn", "due soon", "süresi dolmak üzere"},
    {"warning.extension_pending", "đề nghị gia hạn chờ quyết định",
     "extension asked for, not decided", "karar bekleyen süre uzatma talebi"},
    {"warning.forecast_late", "dự báo chậm", "forecast late", "gecikmesi öngörülüyor"},
    {"warning.indicator_below", "chỉ tiêu chưa đạt tiến độ", "indicator behind what was due",
     "hedefin gerisindeki gösterge"},
    {"warning.opinion_overdue", "ý kiến phối hợp quá hạn", "opinion overdue",
     "süresi geçmiş görüş"},
    {"warning.overdue", "quá hạn", "overdue", "süresi geçmiş"},
    {"warning.papers_due", "đến hạn gửi tài liệu", "papers due", "evrak teslim zamanı"},
    {"warning.part_overdue", "phần việc phối hợp quá hạn", "coordinating part overdue",
     "iş birliği payının süresi geçmiş"},
    {"warning.recommendation_overdue", "kiến nghị, đề xuất quá hạn trả lời",
     "recommendation unanswered", "yanıtı geciken öneri veya talep"},
    {"warning.review_of_document_due", "đến hạn sơ kết, tổng kết văn bản",
     "review of a document due", "belge değerlendirmesinin zamanı"},
    {"warning.silent", "lâu chưa báo cáo", "nothing reported for long", "uzun süredir raporsuz"},
    {"warning.term_ends", "sắp hết nhiệm kỳ", "the term ends", "dönem sona eriyor"},
    {"warning.without_deadline", "chưa có thời hạn", "no deadline", "süresi belirlenmemiş"},
    {"warning.without_lead", "chưa có cơ quan chủ trì", "no lead agency",
     "sorumlu kurumu belirlenmemiş"},
    {"why.title", "vì sao chậm so với kế hoạch", "reasons for the slip against the plan",
     "planın gerisinde kalma nedenleri"},
};
static_assert(std::ranges::is_sorted(answer_labels_rows, std::ranges::less{}, &label_row::key));

}  // namespace

std::span<const label_row> answer_labels() noexcept { return answer_labels_rows; }

}  // namespace mandate::wording
