// The headings and sentences of the reports. Braces mark what is filled in (labels.hpp).

#include "report/labels.hpp"

#include <algorithm>
#include <functional>

namespace mandate::wording {
namespace {

constexpr label_row own_labels_rows[] = {
    {"agency.dissolved", "giải thể, không có cơ quan kế thừa", "dissolved without successor",
     "yerine geçen kurum olmadan kapatıldı"},
    {"agency.expired", "đã kết thúc thời gian hoạt động", "its time has ended",
     "görev süresi doldu"},
    {"agency.merged", "hợp nhất vào {agency}", "merged into {agency}",
     "{agency} bünyesinde birleşti"},
    {"agency.split", "chia tách thành {agency}", "split into {agency}",
     "bölünerek yerine {agency} kuruldu"},
    {"card.accept", "cho ý kiến về kết quả đã trình", "decide on the result submitted",
     "sunulan sonuç hakkında karar verilmesi"},
    {"card.answer", "cho ý kiến về kiến nghị, đề xuất", "answer the recommendation",
     "öneri veya talebin yanıtlanması"},
    {"card.assign", "giao nhiệm vụ", "assign a task", "görev verilmesi"},
    {"card.deadline", "ấn định thời hạn", "set a deadline", "sürenin belirlenmesi"},
    {"card.decision", "đề xuất", "proposed decision", "öneri"},
    {"card.extend", "xem xét thời hạn đề nghị mới {day}", "decide on the proposed date {day}",
     "önerilen yeni tarihin ({day}) karara bağlanması"},
    {"card.extension", "xem xét đề nghị gia hạn", "decide on the extension asked for",
     "istenen süre uzatımının karara bağlanması"},
    {"card.late", "mức độ chậm", "delay", "gecikme"},
    {"card.lead", "phân công cơ quan chủ trì", "name a lead agency",
     "sorumlu kurumun belirlenmesi"},
    {"card.means", "bảo đảm điều kiện thực hiện", "provide what is lacking",
     "eksik imkânın sağlanması"},
    {"card.order", "Xếp theo số nhiệm vụ đang chờ, rồi theo thời hạn đầu tiên bị lỡ.",
     "Ordered by the tasks that wait, then by the first day that was missed.",
     "Sıralama bekleyen görev sayısına, ardından kaçırılan ilk süreye göredir."},
    {"card.urge", "đôn đốc và ấn định ngày hoàn thành", "urge and set a finishing date",
     "tekit edilmesi ve tamamlanma tarihinin belirlenmesi"},
    {"card.waits", "việc đang chờ", "what waits", "bekleyen işler"},
    {"card.who", "cơ quan xử lý", "must act", "ilgili makam"},
    {"col.agency", "cơ quan", "agency", "kurum"},
    {"col.at_class_day", "Tính đến {day}", "As of {day}", "{day} itibarıyla"},
    {"col.at_cut_off", "Ngày chốt {day}", "Cut-off {day}", "Veri kesimi {day}"},
    {"col.at_end", "Cuối kỳ {day}", "End of period {day}", "Dönem sonu {day}"},
    {"col.chart", "biểu đồ", "chart", "grafik"},
    {"col.class", "tình trạng", "status", "durum"},
    {"col.code", "mã", "code", "kod"},
    {"col.completion", "hoàn thành đến hạn", "due tasks done", "biten\u00a0/ gelen"},
    {"col.coordinated", "phối hợp", "co-ord.", "ortak"},
    {"col.done", "đã hoàn thành", "completed", "tamamlanan"},
    {"col.done_in_time", "xong đúng hạn", "done on time", "süre içi biten"},
    {"col.done_late", "xong quá hạn", "done late", "geç biten"},
    {"col.done_no_deadline", "xong, không hạn", "done, no date", "bitti, süre yok"},
    {"col.fraction", "tử/mẫu", "cases", "pay/payda"},
    {"col.grand_total", "tổng cộng (không trùng)", "total (no task counted twice)",
     "genel toplam (tekrarsız)"},
    {"col.on_time", "đúng hạn", "on time", "süre içi\u00a0/ gelen"},
    {"col.open", "chưa hoàn thành", "not completed", "tamamlanmayan"},
    {"col.open_in_time", "trong hạn", "open in time", "süre var"},
    {"col.open_no_deadline", "chưa có hạn", "open, no date", "süre yok"},
    {"col.open_overdue", "quá hạn", "overdue", "süresi geçen"},
    {"col.outside", "khác", "other", "diğer"},
    {"col.rate", "tỷ lệ", "rate", "oran"},
    {"col.result", "kết quả (so với chỉ tiêu)", "result (against target)",
     "gerçekleşme (hedefe göre)"},
    {"col.still_overdue", "quá hạn ngày chốt", "overdue at cut-off", "veri kesimi geçen"},
    {"col.sum_of_rows", "cộng các dòng", "sum of the rows", "satırlar toplamı"},
    {"col.task", "nội dung nhiệm vụ (văn bản giao)", "task (source document)",
     "görev (dayanak belge)"},
    {"col.total", "tổng số", "total", "toplam"},
    {"col.why", "lý do chậm, giải pháp, đề xuất", "cause, remedy, proposal",
     "gecikme nedeni, önlem, öneri"},
    {"compared.line",
     "So với {period}: {total} nhiệm vụ; {due} nhiệm vụ đến hạn, trong đó {in_time} hoàn thành "
     "đúng "
     "hạn; {overdue} quá hạn chưa hoàn thành.",
     "Compared with {period}: {total} {total?task|tasks}; {due} due, {in_time} of them done in "
     "time; {overdue} "
     "overdue.",
     "{period} ile karşılaştırma: {total} görev; süresi gelen {due}, bunlardan süresinde "
     "tamamlanan "
     "{in_time}; süresi geçmiş ve tamamlanmamış {overdue}."},
    {"coord.answer_due", "hạn trả lời {day}", "answer due {day}", "yanıt süresi {day}"},
    {"coord.asked", "{agency}: hỏi ý kiến ngày {day}", "{agency}: asked on {day}",
     "{agency}: {day} tarihinde görüş istendi"},
    {"deadline.then_standing", "{due}, sau đó thực hiện thường xuyên", "{due}, then standing",
     "{due}, sonrasında sürekli"},
    {"delay.accepted", "đã chấp nhận giải trình", "explanation accepted", "açıklama kabul edildi"},
    {"delay.decision", "ý kiến về giải trình", "decision on the explanation",
     "açıklama hakkında karar"},
    {"delay.found_cause", "nguyên nhân do Văn phòng xác định", "cause as found by the Office",
     "Ofisin belirlediği neden"},
    {"delay.measures", "biện pháp đã thực hiện", "measures taken", "alınan önlemler"},
    {"delay.no_rejoinder", "chưa có ý kiến", "no answer yet", "henüz görüş bildirilmedi"},
    {"delay.rejoinder", "Ý kiến của {agency}", "Answer of {agency}", "{agency} yanıtı"},
    {"delay.returned", "đã trả lại giải trình", "explanation returned", "açıklama iade edildi"},
    {"delay.waived", "chậm do khách quan", "delay held to be objective",
     "gecikme kurum dışı nedene bağlandı"},
    {"delay.wordless_rejoinder", "đã có ý kiến", "answered", "görüş bildirildi"},
    {"doc.other", "Văn bản khác", "Other document", "Diğer belge"},
    {"doc.other_date", "nguồn khác ghi ngày {day} ({sources})",
     "another source gives {day} ({sources})", "başka bir kaynakta {day} ({sources})"},
    {"doc.progress", "tiến độ thực hiện", "progress", "uygulama durumu"},
    {"doc.tasks", "{n} nhiệm vụ do văn bản này giao", "{n} {n?task|tasks} given by this document",
     "bu belgeyle verilen {n} görev"},
    {"ext.no_document", "không nêu văn bản quyết định", "no deciding document is stated",
     "karar belgesi belirtilmemiş"},
    {"finding.agency.ended_holds_task",
     "{agency} đã kết thúc hoạt động nhưng nhiệm vụ {task} chưa được giao lại cho cơ quan khác.",
     "{agency} has ended; its task {task} has not been reassigned.",
     "{agency} faaliyetini sona erdirmiştir; {task} kodlu görev henüz başka bir kuruma "
     "verilmemiştir."},
    {"finding.agency.ended_owes.authority",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận kiến nghị, đề xuất {code} "
     "thuộc thẩm quyền giải quyết của cơ quan này.",
     "{agency} has ended; nobody has taken over recommendation {code}, of which it is the "
     "competent authority.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu öneri veya talep hakkında karar "
     "verme yetkisi henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.conclusion",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận nội dung yêu cầu đã giao "
     "cho cơ quan này tại kết luận {code}.",
     "{agency} has ended; nobody has taken over what conclusion {code} asks of it.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu sonuç kararında kendisinden istenen "
     "husus henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.condition",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận trách nhiệm bảo đảm điều "
     "kiện “{expected}” cho nhiệm vụ {code}.",
     "{agency} has ended; nobody has taken over the condition “{expected}” that it owes to "
     "task {code}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu görev için “{expected}” koşulunu "
     "yerine getirme yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.condition.wordless",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận trách nhiệm bảo đảm điều "
     "kiện cho nhiệm vụ {code}.",
     "{agency} has ended; nobody has taken over a condition that it owes to task {code}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu görev için üstlendiği koşulu yerine "
     "getirme yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.consultation",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc tham gia ý kiến theo "
     "đề nghị lấy ý kiến {code}.",
     "{agency} has ended; nobody has taken over the opinion it was asked for in consultation "
     "{code}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu görüş talebine görüş bildirme "
     "yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.coordination",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận trách nhiệm phối hợp thực "
     "hiện nhiệm vụ {code}.",
     "{agency} has ended; nobody has taken over its part in task {code} as coordinating agency.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu görevdeki iş birliği görevi henüz "
     "hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.decision",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc quyết định đối với "
     "nhiệm vụ {code} do cơ quan này giao.",
     "{agency} has ended; nobody has taken over its decision on task {code}, which it assigned.",
     "{agency} faaliyetini sona erdirmiştir; kendisi tarafından verilen {code} kodlu görev "
     "hakkında karar verme yetkisi henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.document_review",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc sơ kết, tổng kết thực "
     "hiện văn bản (mã {code}).",
     "{agency} has ended; nobody has taken over document review {code}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu belge değerlendirmesini yapma görevi "
     "henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.expected_document",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc ban hành văn bản "
     "“{expected}” thuộc nhiệm vụ {code}.",
     "{agency} has ended; nobody has taken over document “{expected}”, which it is to issue "
     "for task {code}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu görev için “{expected}” belgesini "
     "çıkarma görevi henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.explanation",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc cho ý kiến về giải "
     "trình chậm tiến độ của nhiệm vụ {code}.",
     "{agency} has ended; nobody has taken over its answer to the explanation of the delay of "
     "task {code}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu görevin gecikmesine ilişkin "
     "açıklamayı yanıtlama yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.field_of_work",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào được giao phụ trách lĩnh vực "
     "“{expected}”.",
     "{agency} has ended; nobody has been charged with its field “{expected}”.",
     "{agency} faaliyetini sona erdirmiştir; sorumlu olduğu “{expected}” alanı için henüz hiçbir "
     "kurum görevlendirilmemiştir."},
    {"finding.agency.ended_owes.forwarded",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận kiến nghị, đề xuất {code} "
     "được chuyển đến cơ quan này.",
     "{agency} has ended; nobody has taken over recommendation {code}, which was forwarded to "
     "it.",
     "{agency} faaliyetini sona erdirmiştir; kendisine iletilen {code} kodlu öneri veya talep "
     "henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.indicator",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận trách nhiệm theo dõi chỉ "
     "tiêu {code}.",
     "{agency} has ended; nobody has taken over indicator {code}, for which it answers.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu göstergenin sorumluluğu henüz hiçbir "
     "kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.item",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận nội dung {code} trong chương "
     "trình công tác.",
     "{agency} has ended; nobody has taken over item {code} of the work programme.",
     "{agency} faaliyetini sona erdirmiştir; çalışma programının {code} kodlu maddesi henüz hiçbir "
     "kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.raised_recommendation",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc theo dõi kiến nghị, "
     "đề xuất {code} do cơ quan này nêu.",
     "{agency} has ended; nobody has taken over recommendation {code}, which it raised.",
     "{agency} faaliyetini sona erdirmiştir; kendisi tarafından iletilen {code} kodlu öneri "
     "veya talebin takibi henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.recommendation",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc trả lời kiến nghị, đề "
     "xuất {code}.",
     "{agency} has ended; nobody has taken over the answer to recommendation {code}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu öneri veya talebi yanıtlama "
     "yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.review_comment",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận việc góp ý dự thảo báo cáo "
     "kết quả thực hiện nhiệm vụ {period} ({code}).",
     "{agency} has ended; nobody has taken over its comment on the draft of the review of "
     "{period} ({code}).",
     "{agency} faaliyetini sona erdirmiştir; {period} değerlendirme taslağına ({code}) görüş "
     "bildirme yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır."},
    {"finding.agency.ended_owes.target",
     "{agency} đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận chỉ tiêu {code} ({period}).",
     "{agency} has ended; nobody has taken over its target of indicator {code} for {period}.",
     "{agency} faaliyetini sona erdirmiştir; {code} kodlu göstergenin hedefi ({period}) henüz "
     "hiçbir kurum tarafından devralınmamıştır."},
    {"finding.calendar.against_history",
     "Ngày {day} được ghi khác với lịch nghỉ đã biết; lấy theo bản ghi.",
     "The record of {day} differs from the known history; the record counts.",
     "{day} için kayıt, bilinen tatil geçmişinden farklıdır; kayıt esas alınmıştır."},
    {"finding.calendar.contradiction",
     "Ngày {day} được ghi vừa là ngày nghỉ, vừa là ngày làm việc; lấy bản ghi sau.",
     "{day} is recorded both as a day off and as a working day; the later record counts.",
     "{day} hem tatil hem iş günü olarak kaydedilmiştir; sonraki kayıt esas alınmıştır."},
    {"finding.calendar.ends",
     "Lịch nghỉ và ngày hoán đổi mới biết đến ngày {known_until}; số ngày làm việc và các ngày dự "
     "kiến sau đó, đến ngày {until}, là tạm tính.",
     "Holidays and swaps are known until {known_until}; working days and forecasts after that, up "
     "to {until}, are provisional.",
     "Tatil ve değişim günleri {known_until} gününe kadar bilinmektedir; sonrasına ait iş günleri "
     "ve "
     "öngörüler ({until} gününe kadar) geçicidir."},
    {"finding.calendar.half_swap",
     "Ngày {day} được hoán đổi với ngày {pair_day}, nhưng ngày kia chưa được ghi tương ứng.",
     "{day} is swapped with {pair_day}, but the other day is not recorded accordingly.",
     "{day}, {pair_day} ile değiştirilmiştir; ancak diğer gün buna göre kaydedilmemiştir."},
    {"finding.calendar.idle_swap",
     "Việc hoán đổi ngày {day} với ngày {pair_day} không có tác dụng: ngày nghỉ vốn đã nghỉ hoặc "
     "ngày "
     "làm bù vốn đã làm việc.",
     "Swapping {day} with {pair_day} changes nothing: the one is off or the other worked anyway.",
     "{day} ile {pair_day} arasındaki değişimin etkisi yoktur: günlerden biri zaten tatil veya iş "
     "günüdür."},
    {"finding.calendar.provisional",
     "Lịch nghỉ và ngày hoán đổi của năm {year} chưa được ghi; số ngày làm việc của năm này là tạm "
     "tính.",
     "The holidays and swaps decided for {year} are not recorded; its working days are "
     "provisional.",
     "{year} yılı için kararlaştırılan tatil ve değişim günleri kayıtlı değildir; bu yılın iş "
     "günleri "
     "geçicidir."},
    {"finding.calendar.two_choices",
     "Lịch nghỉ năm {year} được ghi theo hai phương án khác nhau; lấy bản ghi sau.",
     "The holidays of {year} are decided in two ways; the later record counts.",
     "{year} yılı tatilleri iki farklı biçimde kaydedilmiştir; sonraki kayıt esas alınmıştır."},
    {"finding.calendar.two_swaps",
     "Ngày {day} được ghi hoán đổi với hai ngày khác nhau; lấy bản ghi sau.",
     "{day} is swapped with two different days; the later record counts.",
     "{day} iki farklı günle değiştirilmiştir; sonraki kayıt esas alınmıştır."},
    {"finding.document.chronology",
     "Văn bản {document} ghi ngày trước văn bản {to_document} mà nó dẫn chiếu.",
     "Document {document} is dated before {to_document}, to which it refers.",
     "{document} sayılı belge, atıfta bulunduğu {to_document} sayılı belgeden önceki bir tarihi "
     "taşımaktadır."},
    {"finding.indicator.below_threshold",
     "Chỉ tiêu {indicator}, {period}: {n} cơ quan, đơn vị dưới ngưỡng; đề nghị giao nhiệm vụ cho "
     "{agency}.",
     "Indicator {indicator}, {period}: {n} {n?agency|agencies} below the threshold; propose a task "
     "to {agency}.",
     "{indicator} göstergesi, {period}: {n} kurum eşiğin altında; {agency} için görev önerilir."},
    {"finding.indicator.parts_differ",
     "Chỉ tiêu {indicator}, {period}: tổng chỉ tiêu giao cho các đơn vị thuộc {agency} là {sum}, "
     "chỉ tiêu chung là {target}.",
     "Indicator {indicator}, {period}: the targets of the parts of {agency} add up to {sum}; its "
     "own target is {target}.",
     "{indicator} göstergesi, {period}: {agency} birimlerinin hedefleri toplamı {sum}, kendi "
     "hedefi {target}."},
    {"finding.indicator.percent_differs",
     "Chỉ tiêu {indicator}, {period}: tỷ lệ {percent} nêu cho {agency} không khớp số liệu: {value} "
     "trên {of}.",
     "Indicator {indicator}, {period}: the {percent} printed for {agency} does not fit the counts: "
     "{value} of {of}.",
     "{indicator} göstergesi, {period}: {agency} için yazılan {percent} oranı sayılara uymuyor: "
     "{of} içinde {value}."},
    {"finding.indicator.periods_differ",
     "Chỉ tiêu {indicator}, {period}: cộng số liệu các kỳ trong đó của {agency} là {sum}, số liệu "
     "cả kỳ là {value}.",
     "Indicator {indicator}, {period}: the figures of {agency} for the periods in it add up to "
     "{sum}; its figure for the whole is {value}.",
     "{indicator} göstergesi, {period}: {agency} için içindeki dönemlerin değerleri toplamı {sum}, "
     "dönemin kendi değeri {value}."},
    {"finding.indicator.values_differ",
     "Chỉ tiêu {indicator}, {period}: cộng số liệu của các đơn vị thuộc {agency} là {sum}, số liệu "
     "chung là {value}.",
     "Indicator {indicator}, {period}: the figures of the parts of {agency} add up to {sum}; its "
     "own figure is {value}.",
     "{indicator} göstergesi, {period}: {agency} birimlerinin değerleri toplamı {sum}, kendi "
     "değeri {value}."},
    {"finding.task.done_over_open_parts",
     "Nhiệm vụ {task} được ghi nhận hoàn thành khi còn {n} nhiệm vụ thành phần chưa hoàn thành: "
     "{parts}.",
     "Task {task} is recorded as done while {n} of its parts {n?is|are} open: {parts}.",
     "{task} kodlu görev, {n} alt görevi henüz açıkken tamamlanmış olarak kaydedilmiştir: "
     "{parts}."},
    {"finding.task.parts_due_after_it",
     "Nhiệm vụ {task} có thời hạn {deadline}, sớm hơn thời hạn của {n} nhiệm vụ thành phần chưa "
     "hoàn thành: {parts}.",
     "Task {task} is due on {deadline}, before {n} of its open parts: {parts}.",
     "{task} kodlu görevin süresi ({deadline}), henüz açık olan {n} alt görevinin süresinden önce "
     "doluyor: {parts}."},
    {"finding.task.stopped_over_open_parts",
     "Nhiệm vụ {task} được ghi nhận {state} khi còn {n} nhiệm vụ thành phần chưa hoàn thành: "
     "{parts}.",
     "Task {task} is recorded as {state} while {n} of its parts {n?is|are} open: {parts}.",
     "“{state}” durumundaki {task} kodlu görevin {n} alt görevi hâlâ açıktır: {parts}."},
    {"head.all_reported", "không có", "none", "yok"},
    {"head.cut_off", "Chốt số liệu", "Data cut-off", "Veri kesim tarihi"},
    {"head.edition", "tình trạng văn bản", "edition", "belgenin durumu"},
    {"head.edition_of", "{draft} theo bản ghi số {n}", "{draft}, entry {n}",
     "{draft}, kayıt no. {n}"},
    {"head.known", "số liệu biết đến", "data known", "esas alınan kayıtlar"},
    {"head.known_all", "toàn bộ số liệu đã ghi, đến bản ghi số {n}",
     "everything recorded, up to entry {n}", "kayıtların tümü, son kayıt no. {n}"},
    {"head.meeting", "Họp", "Meeting", "Toplantı"},
    {"head.not_reported", "chưa báo cáo", "not reported", "bildirimde bulunmayan kurumlar"},
    {"head.not_reported_n", "{n} cơ quan", "{n} {n?agency|agencies}", "{n} kurum"},
    {"head.only_agency", "chỉ gồm nhiệm vụ và nội dung của cơ quan sau",
     "only the tasks and matters of", "yalnızca şu kurumun görevleri ve konuları"},
    {"head.period", "Kỳ", "Period", "Dönem"},
    {"head.title", "kết quả thực hiện nhiệm vụ {period}, nhiệm vụ trọng tâm {next}",
     "results of {period} and key tasks of {next}",
     "görevlerin uygulanma sonuçları ({period}) ve öncelikli görevler ({next})"},
    {"head.title_last", "kết quả thực hiện nhiệm vụ {period}", "results of {period}",
     "görevlerin uygulanma sonuçları ({period})"},
    {"head.viewer", "bản dành cho", "made for", "hazırlandığı kurum"},
    {"ind.higher", "Càng cao càng tốt.", "Higher is better.", "Yüksek değer olumludur."},
    {"ind.latest", "giá trị mới nhất {value}", "latest value {value}", "son değer {value}"},
    {"ind.lower", "Càng thấp càng tốt.", "Lower is better.", "Düşük değer olumludur."},
    {"ind.missing", "không có số liệu", "no value", "veri yok"},
    {"ind.missing_parts", "còn thiếu số liệu của {n} kỳ", "{n} {n?period|periods} without a figure",
     "verisi olmayan dönem sayısı: {n}"},
    {"ind.of_base", "{percent} của {base} đầu kỳ", "{percent} of a base of {base}",
     "{base} tabanının {percent} kadarı"},
    {"ind.of_expected", "{so_far}, bằng {percent} tiến độ năm ({expected})",
     "{so_far}, {percent} of what was expected by now ({expected})",
     "{so_far}, bu tarihe düşen paya ({expected}) oranı {percent}"},
    {"ind.of_pro_rata",
     "{so_far}, bằng {percent} phần chỉ tiêu năm chia đều theo tháng ({expected})",
     "{so_far}, {percent} of the year's target by months ({expected})",
     "{so_far}, yıllık hedefin aylara eşit bölünen payına ({expected}) oranı {percent}"},
    {"ind.so_far", "{so_far}, tiến độ năm là {expected}", "{so_far}, {expected} expected by now",
     "{so_far}, bu tarihe düşen {expected}"},
    {"ind.this_year", "từ đầu năm {value}", "{value} this year so far",
     "yıl başından bu yana {value}"},
    {"ind.year_missing", "từ đầu năm còn thiếu số liệu của {n} kỳ",
     "{n} {n?period|periods} of the year so far without a figure",
     "yıl başından bu yana verisi olmayan dönem sayısı: {n}"},
    {"link.finish_finish", "hoàn thành sau khi nhiệm vụ này hoàn thành",
     "finishes when this task is finished", "bu görev bitince biter"},
    {"link.finish_start", "bắt đầu sau khi nhiệm vụ này hoàn thành",
     "starts when this task is finished", "bu görev bitince başlar"},
    {"link.lag_calendar", "cộng thêm {n} ngày", "{n} calendar {n?day|days} later",
     "{n} takvim günü sonra"},
    {"link.lag_working", "cộng thêm {n} ngày làm việc", "{n} working {n?day|days} later",
     "{n} iş günü sonra"},
    {"link.lead_calendar", "sớm hơn {n} ngày", "{n} calendar {n?day|days} earlier",
     "{n} takvim günü önce"},
    {"link.lead_working", "sớm hơn {n} ngày làm việc", "{n} working {n?day|days} earlier",
     "{n} iş günü önce"},
    {"link.start_finish", "hoàn thành sau khi nhiệm vụ này bắt đầu",
     "finishes when this task has started", "bu görev başlayınca biter"},
    {"link.start_start", "bắt đầu sau khi nhiệm vụ này bắt đầu",
     "starts when this task has started", "bu görev başlayınca başlar"},
    {"matter.adviser", "cơ quan tham mưu", "advising agency", "görüş hazırlayan kurum"},
    {"matter.decision", "văn bản quyết định", "deciding document", "karar belgesi"},
    {"matter.destroyed", "(nội dung đã tiêu hủy theo lệnh)", "(words destroyed by order)",
     "(içerik emir üzerine imha edilmiştir)"},
    {"matter.document", "văn bản", "document", "belge"},
    {"matter.first", "ban đầu", "originally", "başlangıçta"},
    {"matter.form", "hình thức", "form", "tür"},
    {"matter.goes_to", "trình", "goes to", "sunulacağı makam"},
    {"matter.handed_in", "đã trình ngày {day}, chờ quyết định",
     "handed in on {day}, awaiting a decision", "{day} tarihinde sunuldu, karar bekleniyor"},
    {"matter.item_added", "bổ sung ngoài chương trình ban đầu", "added after adoption",
     "programa sonradan eklendi"},
    {"matter.item_considered", "đã xem xét", "considered", "görüşüldü"},
    {"matter.item_done", "đã hoàn thành", "done", "tamamlandı"},
    {"matter.item_overdue", "đã quá thời gian theo chương trình", "past its time",
     "programdaki süresi geçti"},
    {"matter.item_planned", "theo chương trình", "planned", "programda"},
    {"matter.item_postponed", "lùi thời gian", "postponed", "ertelendi"},
    {"matter.item_withdrawn", "đưa ra khỏi chương trình", "withdrawn", "programdan çıkarıldı"},
    {"matter.items", "nội dung của chương trình", "items of the programmes", "program maddeleri"},
    {"matter.no_task", "chưa giao", "none is assigned", "verilmedi"},
    {"matter.not_shown", "{n} nhiệm vụ của kỳ không hiển thị cho cơ quan nhận bản này.",
     "{n} {n?task|tasks} of the period {n?is|are} not shown to this reader.",
     "Dönemin {n} görevi bu okuyucuya gösterilmemektedir."},
    {"matter.orphan_clauses", "nội dung văn bản chưa có cơ quan thực hiện",
     "clauses that nobody carries out", "kimsenin yürütmediği maddeler"},
    {"matter.papers_due", "hạn gửi tài liệu", "papers due", "evrak teslim tarihi"},
    {"matter.papers_in_time", "đúng quy định", "in time", "süresinde"},
    {"matter.papers_late", "chậm", "late", "geç"},
    {"matter.papers_missing", "chưa nhận được", "not received", "henüz gelmedi"},
    {"matter.papers_on", "nhận ngày", "received on", "geliş tarihi"},
    {"matter.placeholder", "(nhiệm vụ trong văn bản mật, không nêu nội dung)",
     "(task of a classified document, words not stated)",
     "(gizli belgeye ait görev, içeriği belirtilmemiştir)"},
    {"matter.placeholders", "Báo cáo có {n} nhiệm vụ thuộc văn bản mật, không nêu nội dung.",
     "{n} {n?task|tasks} of classified documents {n?is|are} shown without {n?its|their} words.",
     "Gizli belgelere ait {n} görev, içeriği belirtilmeden gösterilmiştir."},
    {"matter.programme", "chương trình công tác", "work programmes", "çalışma programları"},
    {"matter.records", "sơ kết, tổng kết; nội dung chưa có cơ quan thực hiện",
     "reviews of documents; clauses that nobody carries out",
     "belge değerlendirmeleri; kimsenin yürütmediği maddeler"},
    {"matter.report", "văn bản báo cáo", "report", "rapor"},
    {"matter.review_done", "đã thực hiện", "done", "yapıldı"},
    {"matter.review_done_late", "đã thực hiện, quá hạn", "done late", "süresinden sonra yapıldı"},
    {"matter.review_dropped", "không thực hiện", "dropped", "yapılmayacak"},
    {"matter.review_no_due", "chưa xác định thời gian", "no due day", "tarihi belirlenmedi"},
    {"matter.review_open", "chưa đến hạn", "not due yet", "süresi gelmedi"},
    {"matter.review_overdue", "quá hạn, chưa thực hiện", "overdue", "süresi geçti"},
    {"matter.reviews", "sơ kết, tổng kết văn bản", "interim and final reviews of documents",
     "belgelerin ara ve nihai değerlendirmeleri"},
    {"matter.task", "nhiệm vụ", "task", "görev"},
    {"matter.unplanned", "nhiệm vụ phát sinh ngoài chương trình, kế hoạch",
     "tasks that arose outside the plans", "plan dışında ortaya çıkan görevler"},
    {"matter.when", "thời gian", "time", "zaman"},
    {"method.01_population",
     "Tổng số của kỳ gồm nhiệm vụ chưa xong khi bắt đầu ngày {first} và nhiệm vụ được giao từ ngày "
     "{first} đến hết ngày {last}; nhiệm vụ giao sau đó được liệt kê ở phần kỳ tới, không tính vào "
     "tổng số.",
     "The population is what was open when {first} began and what was assigned from {first} to "
     "{last}; what was assigned later is listed under the next period and not counted.",
     "Dönem toplamı, {first} başlangıcında süren görevler ile {first} – {last} arasında verilen "
     "görevlerden oluşur; daha sonra verilen görevler gelecek dönem altında listelenir, toplama "
     "katılmaz."},
    {"method.02_classes",
     "Mỗi nhiệm vụ được xếp vào đúng một loại kết quả: cột thứ nhất tính tại ngày {class_day} "
     "(ngày cuối kỳ, hoặc ngày chốt số liệu nếu sớm hơn), cột thứ hai tính tại ngày chốt số liệu "
     "{cut_off}; cả hai dựa trên số liệu biết đến khi chốt.",
     "Each task has exactly one outcome: the first column is of {class_day} (the last day of the "
     "period, or the cut-off day if that is earlier), the second of the cut-off day, {cut_off}; "
     "both rest on what is known at the cut-off.",
     "Her görev tek bir sonuç sınıfında yer alır: birinci sütun dönemin son gününe veya daha "
     "erkense veri kesim tarihine ({class_day}), ikinci sütun veri kesim tarihine ({cut_off}) "
     "aittir; her iki sütun da veri kesiminde bilinen kayıtlara dayanır."},
    {"method.03_finish",
     "Ngày hoàn thành là ngày trình kết quả mà sau đó được chấp nhận, hoặc ngày báo cáo hoàn thành "
     "nếu không yêu cầu nghiệm thu; lần trình bị trả lại, hoặc kết quả không được xác nhận khi "
     "thẩm "
     "tra, không được tính; nhiệm vụ đã trình và đang chờ ý kiến vẫn thuộc loại chưa hoàn thành.",
     "The finishing day is the day of the submission that was accepted, or of the completion where "
     "no acceptance is asked; a returned submission does not count, nor does a result that was "
     "verified and not confirmed; a task submitted and not yet answered is still open.",
     "Tamamlanma tarihi, kabul edilen sunuşun tarihidir; kabul aranmayan görevlerde "
     "tamamlandığının bildirildiği tarihtir. İade edilen sunuş ve incelemede doğrulanmayan sonuç "
     "sayılmaz; sunulmuş olup karar bekleyen görev tamamlanmamış sayılır."},
    {"method.03_finish_acceptance",
     "Ngày hoàn thành là ngày kết quả được nghiệm thu, hoặc ngày báo cáo hoàn thành nếu không yêu "
     "cầu nghiệm thu; kết quả không được xác nhận khi thẩm tra không được tính; nhiệm vụ đã trình "
     "và đang chờ ý kiến vẫn thuộc loại chưa hoàn thành.",
     "The finishing day is the day of the acceptance, or of the completion where no acceptance is "
     "asked; a result that was verified and not confirmed does not count; a task submitted and not "
     "yet answered is still open.",
     "Tamamlanma tarihi, sonucun kabul edildiği tarihtir; kabul aranmayan görevlerde "
     "tamamlandığının bildirildiği tarihtir. İncelemede doğrulanmayan sonuç sayılmaz; sunulmuş "
     "olup "
     "karar bekleyen görev tamamlanmamış sayılır."},
    {"method.03_issue_recorded",
     "Văn bản phải ban hành được tính là hoàn thành vào ngày ghi nhận việc ban hành, không phải "
     "ngày ghi trên văn bản.",
     "A document to be issued is done on the day on which its issue was recorded, not on its own "
     "date.",
     "Çıkarılacak belge, kendi tarihinde değil, çıkarıldığının kaydedildiği günde tamamlanmış "
     "sayılır."},
    {"method.04_deadline",
     "Xếp loại theo thời hạn hiện hành; ngày hết hạn vẫn là trong hạn; thời hạn nêu theo tháng, "
     "quý, nửa năm hoặc năm thì hết hạn vào ngày cuối của khoảng đó; thời hạn ban đầu và các lần "
     "điều chỉnh được ghi bên cạnh.",
     "Classes follow the deadline in force; the deadline day itself is in time; a deadline stated "
     "as a month, quarter, half year or year ends with its last day; the original deadline and "
     "every change are shown beside.",
     "Sınıflandırmada yürürlükteki süre esas alınır; sürenin son günü süreye dâhildir; ay, çeyrek, "
     "yarıyıl veya yıl olarak belirtilen süre o dönemin son günü dolar; ilk süre ve her değişiklik "
     "ayrıca gösterilir."},
    {"method.05_unfinished",
     "Nhiệm vụ chưa hoàn thành nêu trong báo cáo gồm nhiệm vụ quá hạn chưa xong và nhiệm vụ đã đưa "
     "vào kế hoạch của kỳ mà chưa xong, kể cả khi chưa có thời hạn.",
     "Unfinished means overdue and not completed, or planned for the period and not completed, "
     "with or without a deadline.",
     "Tamamlanmayan görevler, süresi geçip tamamlanmayanlar ile dönem için planlandığı hâlde "
     "tamamlanmayanlardır; süresi belirlenmemiş olanlar da buna dâhildir."},
    {"method.06_rates",
     "Nhiệm vụ đến hạn là nhiệm vụ xong đúng hạn, xong quá hạn và quá hạn chưa xong; tỷ lệ hoàn "
     "thành nhiệm vụ đến hạn = (xong đúng hạn + xong quá hạn) / đến hạn; tỷ lệ hoàn thành đúng hạn "
     "= xong đúng hạn / đến hạn.",
     "Due tasks are those completed on time, completed late, and overdue; the completion rate of "
     "due tasks = (completed on time + completed late) / due; the on-time rate = completed on time "
     "/ due.",
     "Süresi gelen görevler; süresinde tamamlanan, süresinden sonra tamamlanan ve süresi geçip "
     "tamamlanmayan görevlerdir. Tamamlama oranı = (süresinde + süresinden sonra tamamlanan) / "
     "süresi gelen; süresinde tamamlama oranı = süresinde tamamlanan / süresi gelen."},
    {"method.07_outside",
     "Nhiệm vụ thường xuyên, tạm dừng, đưa ra khỏi danh mục, chưa có thời hạn hoặc chưa đến hạn "
     "không tính vào tỷ lệ của nhiệm vụ đến hạn.",
     "Standing, suspended and withdrawn tasks, and tasks without a deadline or not yet due, enter "
     "no rate of due tasks.",
     "Sürekli, durdurulan ve listeden çıkarılan görevler ile süresi belirlenmemiş veya henüz "
     "gelmemiş görevler, süresi gelen görevlerin oranlarına katılmaz."},
    {"method.08_leads",
     "Nhiệm vụ có nhiều cơ quan chủ trì tính một lần trong tổng số và một lần ở dòng của mỗi cơ "
     "quan chủ trì; việc phối hợp được đếm riêng, theo tình hình đến hết ngày {class_day}.",
     "A task with several leads counts once in the total and once in the row of each lead; "
     "coordinating is counted apart, as things stood at the end of {class_day}.",
     "Birden çok sorumlu kurumu olan görev toplamda bir kez, her sorumlu kurumun satırında birer "
     "kez sayılır; iş birliği, {class_day} günü sonundaki duruma göre ayrıca sayılır."},
    {"method.09_days",
     "Số ngày chậm là số ngày làm việc sau ngày hết hạn, tính đến ngày hoàn thành hoặc, nếu chưa "
     "xong, đến ngày chốt số liệu.",
     "Days late are working days after the deadline, up to the finishing day or, while open, to "
     "the cut-off day.",
     "Gecikme, sürenin son gününden sonraki iş günleridir; tamamlanma tarihine, tamamlanmamışsa "
     "veri kesim tarihine kadar sayılır."},
    {"method.10_rounding",
     "Tỷ lệ tính từ số đếm và làm tròn đến hai chữ số thập phân (từ nửa đơn vị trở lên làm tròn "
     "lên); tỷ lệ có mẫu số dưới 05 chỉ để tham khảo.",
     "Percentages come from the counts, rounded half up to two decimals; a rate of fewer than 5 "
     "cases is for reference only.",
     "Yüzdeler sayımlardan hesaplanır ve iki ondalık basamağa yuvarlanır (yarım ve üzeri yukarı); "
     "paydası 5'ten küçük oranlar yalnızca bilgi amaçlıdır."},
    {"method.10_truncated",
     "Tỷ lệ tính từ số đếm, lấy hai chữ số thập phân và bỏ phần còn lại; tỷ lệ có mẫu số dưới 05 "
     "chỉ để tham khảo.",
     "Percentages come from the counts, cut off after two decimals; a rate of fewer than 5 cases "
     "is for reference only.",
     "Yüzdeler sayımlardan hesaplanır ve iki ondalık basamaktan sonrası atılır; paydası 5'ten "
     "küçük oranlar yalnızca bilgi amaçlıdır."},
    {"method.11_empty",
     "“Văn bản không nêu” nghĩa là nguồn không có thông tin; “chưa giải trình” nghĩa là cơ quan "
     "chưa giải trình; “-” nghĩa là không áp dụng.",
     "“Not stated in the source” means that the source is silent; “not explained” that no "
     "explanation was given; “-” that it does not apply.",
     "“Kaynakta belirtilmemiş” kaynağın bilgi içermediğini, “açıklama yapılmadı” kurumun açıklama "
     "vermediğini, “-” ise uygulanmadığını gösterir."},
    {"mtg.approval", "đồng ý về chủ trương", "approval in principle", "ilke olarak onay"},
    {"mtg.conclusions", "kết luận của đồng chí chủ trì", "the chair's conclusions",
     "toplantı başkanının vardığı sonuçlar"},
    {"mtg.persons", "thành phần", "present", "katılanlar"},
    {"mtg.request", "yêu cầu", "request", "talep"},
    {"mtg.task", "giao nhiệm vụ", "task", "görevlendirme"},
    {"nav.chain", "xem diễn biến và nhiệm vụ liên quan", "course of the matter and related tasks",
     "işin seyri ve ilgili görevler"},
    {"nav.contents", "mục lục", "contents", "içindekiler"},
    {"nav.details", "chi tiết", "details", "ayrıntılar"},
    {"nav.list", "danh sách", "list", "liste"},
    {"nav.skip", "chuyển đến nội dung chính", "skip to the content", "içeriğe geç"},
    {"none.agencies", "Không có cơ quan nào được giao nhiệm vụ trong kỳ.",
     "No agency has tasks in this period.", "Bu dönemde görev verilen kurum bulunmamaktadır."},
    {"none.day_shown", "không hiển thị ngày nào", "none shown", "gösterilen gün yok"},
    {"none.decide", "Không có nội dung nào cần quyết định.", "Nothing awaits a decision.",
     "Karar bekleyen konu bulunmamaktadır."},
    {"none.documents", "Không có nhiệm vụ nào căn cứ vào văn bản.",
     "No task is based on a document.", "Belgeye dayanan görev bulunmamaktadır."},
    {"none.findings", "Không có.", "None.", "Yok."},
    {"none.here", "Không có.", "None.", "Yok."},
    {"none.indicators", "Không có chỉ tiêu nào được ghi nhận.", "No indicator is recorded.",
     "Kayıtlı gösterge bulunmamaktadır."},
    {"none.meeting", "Chưa ghi nhận hội nghị xem xét kỳ này.",
     "No meeting on this period is recorded.", "Bu döneme ilişkin toplantı kaydı bulunmamaktadır."},
    {"none.shown", "Không hiển thị nội dung nào.", "Nothing is shown.",
     "Gösterilecek içerik bulunmamaktadır."},
    {"none.tasks", "Không có nhiệm vụ nào trong kỳ.", "There are no tasks in this period.",
     "Bu dönemde görev bulunmamaktadır."},
    {"none.unfinished", "Không có nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch.",
     "No task is overdue or unfinished against the plan.",
     "Süresi geçen veya plana göre tamamlanmayan görev bulunmamaktadır."},
    {"note.classes", "Mỗi con số dẫn đến danh sách tương ứng.", "Each number leads to its list.",
     "Her sayı ilgili listeye götürür."},
    {"note.common", "chung cho mọi nhiệm vụ", "common to all tasks", "bütün görevler için ortak"},
    {"note.long_list", "Nội dung từng nhiệm vụ xem tại danh mục nhiệm vụ.",
     "The register tells what each task is.", "Görevlerin içeriği görev listesindedir."},
    {"note.only_reported",
     "Trong số đã hoàn thành, {n} nhiệm vụ mới theo báo cáo của cơ quan chủ trì, kết quả chưa được "
     "nghiệm thu hoặc thẩm tra.",
     "Of those done, {n} {n?is|are} done by the lead's own report only: nobody has accepted or "
     "verified the result.",
     "Tamamlananlardan {n} tanesi yalnızca sorumlu kurumun bildirimine dayanır; sonucu henüz kabul "
     "edilmemiş ya da doğrulanmamıştır."},
    {"note.outside", "“Khác” gồm nhiệm vụ thường xuyên, tạm dừng và đưa ra khỏi danh mục.",
     "“Other” counts standing, suspended and withdrawn tasks.",
     "“Diğer” sütunu sürekli, durdurulan ve listeden çıkarılan görevleri gösterir."},
    {"note.rates", "Mẫu số dưới 05 chỉ để tham khảo.", "Fewer than 5 cases: for reference only.",
     "Paydası 5'ten küçük oranlar yalnızca bilgi amaçlıdır."},
    {"note.sum_of_rows",
     "Số cộng các dòng khác với tổng cộng vì nhiệm vụ có nhiều cơ quan chủ trì được tính ở dòng "
     "của từng cơ quan, nhiệm vụ chưa có cơ quan chủ trì không tính ở dòng nào.",
     "The sum of the rows differs from the total: a task with several leads counts in the row of "
     "each, and a task without a lead in none.",
     "Satırlar toplamı genel toplamdan farklıdır: birden çok sorumlu kurumu olan görev her kurumun "
     "satırında sayılır, sorumlu kurumu belirlenmemiş görev hiçbir satırda yer almaz."},
    {"opinion.agree", "nhất trí", "agrees", "uygun görüş"},
    {"opinion.agree_with_changes", "nhất trí, có ý kiến bổ sung", "agrees with changes",
     "değişikliklerle uygun görüş"},
    {"opinion.disagree", "không nhất trí", "disagrees", "olumsuz görüş"},
    {"opinion.no_answer", "không trả lời", "no answer", "yanıt verilmedi"},
    {"opinion.silent_agreement", "không trả lời, coi như nhất trí", "no answer, taken as agreement",
     "yanıt verilmedi, uygun sayıldı"},
    {"opinion.still_time", "chưa trả lời", "not yet answered", "henüz yanıtlanmadı"},
    {"priority.express", "hỏa tốc", "express", "derhâl"},
    {"priority.urgent", "khẩn", "urgent", "ivedi"},
    {"priority.very_urgent", "thượng khẩn", "very urgent", "çok ivedi"},
    {"rate.completion_all", "tỷ lệ đã hoàn thành trên tổng số (trừ nhiệm vụ thường xuyên)",
     "completed among all but standing tasks",
     "sürekli olanlar dışındaki görevlerde tamamlananların oranı"},
    {"rate.late_of_done", "tỷ lệ quá hạn trong số đã hoàn thành",
     "completed late among the completed",
     "tamamlananlar içinde süresinden sonra tamamlananların oranı"},
    {"rate.no_cases", "không có trường hợp nào", "no cases", "kayıt yok"},
    {"rate.on_time_with_waivers", "tỷ lệ đúng hạn, tính cả chậm do khách quan",
     "on-time rate, objective delays counted as on time",
     "kurum dışı gecikmeler süresinde sayıldığında süresinde tamamlama oranı"},
    {"rate.rating_behind", "tỷ lệ không bảo đảm tiến độ trong số đến hạn",
     "behind schedule among due tasks (late or overdue)",
     "süresi gelenler içinde gecikenlerin oranı"},
    {"rec.age", "{n} ngày làm việc kể từ khi kiến nghị",
     "{n} working {n?day|days} since it was raised", "önerinin iletilmesinden bu yana {n} iş günü"},
    {"rec.age_answered", "trả lời sau {n} ngày làm việc", "answered after {n} working {n?day|days}",
     "{n} iş günü sonra yanıtlandı"},
    {"rec.answer", "nội dung trả lời", "answer", "yanıt"},
    {"rec.answer_due", "hạn trả lời", "answer due", "yanıt süresi"},
    {"rec.answer_task", "nhiệm vụ giao để giải quyết", "answered by task",
     "yanıt olarak verilen görev"},
    {"rec.decides", "thẩm quyền quyết định", "competent to decide", "karar yetkisi"},
    {"rec.judged", "ý kiến của cơ quan kiến nghị về trả lời", "what the raiser makes of the answer",
     "öneride bulunanın yanıt hakkındaki görüşü"},
    {"rec.not_satisfied", "chưa đồng ý", "not satisfied", "yeterli bulunmadı"},
    {"rec.partly_answered", "đã trả lời một phần", "answered in part", "kısmen yanıtlandı"},
    {"rec.partly_satisfied", "đồng ý một phần", "partly satisfied", "kısmen yeterli bulundu"},
    {"rec.raised_on", "ngày kiến nghị", "raised on", "iletildiği tarih"},
    {"rec.raised_times", "{n} lần", "{n} {n?time|times}", "{n} kez"},
    {"rec.related", "nhiệm vụ liên quan", "related tasks", "ilgili görevler"},
    {"rec.satisfied", "đồng ý", "satisfied", "yeterli bulundu"},
    {"rec.silent", "chưa có ý kiến", "no answer yet", "henüz yanıt verilmedi"},
    {"rec.status", "kết quả giải quyết", "status", "durum"},
    {"rec.text", "nội dung kiến nghị, đề xuất", "recommendation", "öneri veya talep"},
    {"rec.times", "số lần kiến nghị", "times raised", "iletilme sayısı"},
    {"rec.topic", "nội dung", "topic", "konu"},
    {"rec.withdrawn", "đã rút", "withdrawn", "geri çekildi"},
    {"sect.agencies", "tổng hợp theo cơ quan", "summary by agency", "kurumlara göre özet"},
    {"sect.answers", "cảnh báo, tiến độ, phối hợp", "warnings, slow work, coordination",
     "uyarılar, ilerleme, iş birliği"},
    {"sect.by_agency", "nhiệm vụ của từng cơ quan", "tasks of each agency", "kurumların görevleri"},
    {"sect.by_class", "nhiệm vụ theo kết quả tại ngày chốt số liệu",
     "tasks by outcome at the data cut-off", "veri kesim tarihindeki sonuçlarına göre görevler"},
    {"sect.classes", "nhiệm vụ theo kết quả thực hiện", "tasks by outcome",
     "sonuçlarına göre görevler"},
    {"sect.decide", "nội dung cần quyết định hôm nay", "matters for decision today",
     "bugün karara bağlanacak konular"},
    {"sect.documents", "văn bản và tiến độ thực hiện", "documents and progress",
     "belgeler ve uygulama durumu"},
    {"sect.done_since", "nhiệm vụ hoàn thành sau ngày cuối kỳ",
     "completed since the end of the period", "dönem sonundan sonra tamamlanan görevler"},
    {"sect.findings", "điểm cần kiểm tra, bổ sung trong số liệu", "points to check in the data",
     "verilerde denetlenmesi gereken hususlar"},
    {"sect.indicators", "chỉ tiêu", "indicators", "göstergeler"},
    {"sect.meeting", "hội nghị và kết luận", "meeting and conclusions", "toplantı ve sonuçları"},
    {"sect.method", "cách tính", "how the figures were computed", "hesaplama yöntemi"},
    {"sect.next", "nhiệm vụ kỳ tới: {next}", "tasks of the next period: {next}",
     "gelecek dönemin görevleri: {next}"},
    {"sect.next_new", "nhiệm vụ mới giao sau ngày cuối kỳ", "assigned after the end of the period",
     "dönem sonundan sonra verilen görevler"},
    {"sect.next_none", "nhiệm vụ kỳ tới", "tasks of the next period", "gelecek dönemin görevleri"},
    {"sect.next_planned", "nhiệm vụ dự kiến, trọng tâm hoặc đến hạn trong kỳ tới",
     "planned for, key to or due in the next period",
     "gelecek dönem için planlanan, öncelikli olan veya süresi dolacak görevler"},
    {"sect.not_population", "không thuộc tổng số của kỳ", "outside the population of the period",
     "dönem toplamı dışındaki görevler"},
    {"sect.other_lists", "nhiệm vụ chuyển tiếp và nhiệm vụ còn vướng mắc",
     "carried-over tasks and tasks that wait", "devreden ve bekleyen görevler"},
    {"sect.rates", "các tỷ lệ", "rates", "oranlar"},
    {"sect.rec_closed", "kiến nghị, đề xuất đã trả lời", "recommendations answered",
     "yanıtlanan öneri ve talepler"},
    {"sect.rec_open", "kiến nghị, đề xuất chưa giải quyết", "recommendations not yet resolved",
     "sonuçlanmayan öneri ve talepler"},
    {"sect.register", "danh mục nhiệm vụ", "register of tasks", "görev listesi"},
    {"sect.summary", "tổng hợp chung", "summary", "genel özet"},
    {"sect.unfinished", "nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch",
     "tasks overdue or unfinished against the plan",
     "süresi geçen veya plana göre tamamlanmayan görevler"},
    {"status.done_no_deadline", "đã hoàn thành, không có thời hạn", "completed, no deadline set",
     "tamamlandı, süresi belirlenmemişti"},
    {"sum.carried",
     "Chuyển tiếp sang kỳ sau {all} nhiệm vụ, gồm {late} do chậm và {planned} theo kế hoạch; "
     "{no_deadline} nhiệm vụ chưa xác định thời hạn.",
     "{all} {all?task is|tasks are} carried over, {late} because late and {planned} as planned; "
     "{no_deadline} {no_deadline?has|have} no deadline.",
     "Sonraki döneme {all} görev devretmektedir: {late} görev gecikme nedeniyle, {planned} görev "
     "plan gereği. Süresi belirlenmemiş görev sayısı: {no_deadline}."},
    {"sum.carried_none", "Không có nhiệm vụ chuyển tiếp sang kỳ sau.", "No task is carried over.",
     "Sonraki döneme devreden görev bulunmamaktadır."},
    {"sum.rates",
     "Tỷ lệ hoàn thành nhiệm vụ đến hạn là {completion}; tỷ lệ hoàn thành đúng hạn là "
     "{on_time}{few}.",
     "The completion rate of due tasks is {completion}; the on-time rate is {on_time}{few}.",
     "Süresi gelen görevlerde tamamlama oranı {completion}, süresinde tamamlama oranı {on_time} "
     "olarak gerçekleşmiştir{few}."},
    {"sum.rates_none", "Trong kỳ không có nhiệm vụ đến hạn nên không tính tỷ lệ.",
     "No task has fallen due, so there are no rates.",
     "Süresi gelen görev bulunmadığından oran hesaplanmamıştır."},
    {"sum.recs",
     "Có {open} kiến nghị, đề xuất chưa giải quyết trong tổng số {all}; {silent} cơ quan chưa báo "
     "cáo.",
     "{open} of {all} {all?recommendation|recommendations} {open?is|are} unresolved; {silent} "
     "{silent?agency has|agencies have} not reported.",
     "Toplam {all} öneri ve talepten {open} öneri ve talep henüz sonuçlanmamıştır; {silent} kurum "
     "bildirimde bulunmamıştır."},
    {"sum.recs_none", "Không có kiến nghị, đề xuất nào; {silent} cơ quan chưa báo cáo.",
     "There are no recommendations; {silent} {silent?agency has|agencies have} not reported.",
     "Öneri veya talep bulunmamaktadır; {silent} kurum bildirimde bulunmamıştır."},
    {"sum.total",
     "Tổng số {total} nhiệm vụ; đã hoàn thành {done} nhiệm vụ, trong đó {in_time} đúng hạn, {late} "
     "quá hạn và {free} không có thời hạn.",
     "Of {total} {total?task|tasks} in all, {done} {done?has|have} been completed: {in_time} on "
     "time, {late} late and {free} without a deadline.",
     "Toplam {total} görevden {done} görev tamamlanmıştır; bunlardan {in_time} görev süresinde, "
     "{late} görev süresinden sonra, {free} görev ise süre belirlenmeksizin sonuçlandırılmıştır."},
    {"sum.total_none", "Trong kỳ không có nhiệm vụ nào.", "There are no tasks in this period.",
     "Bu dönemde görev bulunmamaktadır."},
    {"sum.total_undone", "Tổng số {total} nhiệm vụ; chưa có nhiệm vụ nào hoàn thành.",
     "Of {total} {total?task|tasks} in all, none has been completed.",
     "Toplam {total} görevden henüz tamamlanan bulunmamaktadır."},
    {"sum.unfinished",
     "Có {unfinished} nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch, trong đó {unexplained} "
     "nhiệm vụ chưa giải trình; đến ngày chốt số liệu đã hoàn thành thêm {since} nhiệm vụ.",
     "{unfinished} {unfinished?task is|tasks are} overdue or unfinished against the plan, "
     "{unexplained} of them not explained; {since} {since?has|have} been completed since.",
     "{unfinished} görev süresi geçmiş veya plana göre tamamlanmamış durumdadır; bunlardan "
     "{unexplained} görev için açıklama yapılmamıştır. Veri kesim tarihine kadar bunlardan {since} "
     "görev tamamlanmıştır."},
    {"sum.unfinished_none", "Không có nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch.",
     "No task is overdue or unfinished against the plan.",
     "Süresi geçen veya plana göre tamamlanmayan görev bulunmamaktadır."},
    {"task.assigned_on", "ngày giao", "assigned on", "görevin verildiği tarih"},
    {"task.awaiting_since", "đã trình ngày {day}, chờ cho ý kiến",
     "submitted on {day}, awaiting a decision", "{day} tarihinde sunuldu, karar bekleniyor"},
    {"task.class_changed", "cuối kỳ: {end}; ngày chốt: {now}",
     "at the end of the period: {end}; at the cut-off: {now}",
     "dönem sonunda: {end}; veri kesim tarihinde: {now}"},
    {"task.days_late", "chậm {n} ngày làm việc", "{n} working {n?day|days} late",
     "{n} iş günü gecikmeli"},
    {"task.deadline_removed", "thời hạn {before} bị bỏ ngày {day} (bản ghi số {n}): {decision}",
     "the deadline of {before} was taken away on {day} (entry {n}): {decision}",
     "{before} olan süre {day} tarihinde kaldırıldı (kayıt no. {n}): {decision}"},
    {"task.deadline_was", "{now} (ban đầu: {original})", "{now} (originally {original})",
     "{now} (ilk süre: {original})"},
    {"task.documents", "văn bản giao", "source document", "dayanak belge"},
    {"task.documents_issued", "văn bản đã ban hành/phải ban hành", "documents issued/to be issued",
     "çıkarılan/çıkarılacak belge"},
    {"task.doubt", "điểm chưa rõ", "doubt", "netleşmeyen husus"},
    {"task.field_no", "lĩnh vực {n}", "field of work {n}", "çalışma alanı {n}"},
    {"task.fields", "lĩnh vực công tác", "fields of work", "çalışma alanları"},
    {"task.finished_on", "ngày hoàn thành {day}", "finished on {day}", "tamamlandığı tarih: {day}"},
    {"task.key_of_next", "nhiệm vụ trọng tâm kỳ tới", "key task of the next period",
     "gelecek dönemin öncelikli görevi"},
    {"task.meeting", "hội nghị", "meeting", "toplantı"},
    {"task.part_of", "Phần việc của {agency}", "Part of {agency}", "Payına düşen iş ({agency})"},
    {"task.planned", "có trong kế hoạch của kỳ", "planned for the period",
     "dönem planında yer alıyor"},
    {"task.planned_next", "dự kiến trong kỳ tới", "planned for the next period",
     "gelecek dönem planında yer alıyor"},
    {"task.priority", "độ khẩn", "urgency", "ivedilik"},
    {"task.progress", "tiến độ {percent}", "progress {percent}", "ilerleme {percent}"},
    {"task.progress_on", "tiến độ {percent} (báo cáo ngày {day})",
     "progress {percent} (reported on {day})", "ilerleme {percent} ({day} tarihli bildirim)"},
    {"task.quality", "chất lượng", "quality", "nitelik"},
    {"task.reason", "lý do", "reason", "gerekçe"},
    {"task.reminded", "{n} lần, gần nhất ngày {day}", "{n} {n?time|times}, last on {day}",
     "{n} kez, son olarak {day}"},
    {"task.reminders", "đôn đốc", "reminders", "tekit"},
    {"task.returned", "đã trả lại {n} lần", "times returned: {n}", "{n} kez iade edildi"},
    {"task.since_assignment", "{n} ngày làm việc kể từ khi giao",
     "{n} working {n?day|days} since it was assigned", "verilmesinden bu yana {n} iş günü"},
    {"task.verified", "kết quả thẩm tra", "as verified", "doğrulanan sonuç"},
    {"task.verified_at", "thẩm tra ngày {day}: {percent}", "verified at {percent} on {day}",
     "{day} tarihinde {percent} olarak doğrulandı"},
    {"th.completion", "hoàn thành / đến hạn", "completed / due", "tamamlanan / süresi gelen"},
    {"th.coordinated", "phối hợp", "coordinating", "iş birliği"},
    {"th.done_in_time", "đúng hạn", "on time", "süresinde"},
    {"th.done_late", "quá hạn", "late", "süresinden sonra"},
    {"th.done_no_deadline", "không có thời hạn", "no deadline", "süresiz"},
    {"th.on_time", "đúng hạn / đến hạn", "on time / due", "süresinde / süresi gelen"},
    {"th.open_in_time", "trong hạn", "in time", "süresi içinde"},
    {"th.open_no_deadline", "chưa có thời hạn", "no deadline", "süresiz"},
    {"th.open_overdue", "quá hạn", "overdue", "süresi geçmiş"},
    {"th.still_overdue", "quá hạn tại ngày chốt", "overdue at the cut-off",
     "veri kesiminde süresi geçmiş"},
    {"time.month", "tháng {mm}/{year}", "{month} {year}", "{month} {year}"},
    {"time.own", "từ ngày {first} đến ngày {last}", "{first} – {last}", "{first} – {last}"},
    {"time.year", "năm {year}", "{year}", "{year} yılı"},
    {"unfinished.unexplained", "Chưa giải trình: {n} nhiệm vụ.",
     "Not explained: {n} {n?task|tasks}.", "Açıklama yapılmayan görev sayısı: {n}."},
    {"verdict.confirmed", "xác nhận đúng như báo cáo", "confirmed as reported",
     "bildirildiği gibi doğrulandı"},
    {"verdict.not_confirmed", "không xác nhận", "not confirmed", "doğrulanmadı"},
    {"verdict.partly_confirmed", "xác nhận một phần", "confirmed in part", "kısmen doğrulandı"},
    {"waiting.n", "{n} nhiệm vụ đang chờ", "{n} {n?task waits|tasks wait} for it",
     "bekleyen görev sayısı: {n}"},
};
static_assert(std::ranges::is_sorted(own_labels_rows, std::ranges::less{}, &label_row::key));

}  // namespace

std::span<const label_row> own_labels() noexcept { return own_labels_rows; }

}  // namespace mandate::wording
