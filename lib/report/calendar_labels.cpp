// The words of the work calendar: the holidays as article 112 of the Labour Code 2019 names them.

#include "report/labels.hpp"

#include <algorithm>
#include <functional>

namespace mandate::wording {
namespace {

constexpr label_row calendar_labels_rows[] = {
    {"calendar.announced", "thông báo ngày {day}", "announced {day}", "duyuru: {day}"},
    {"calendar.day", "ngày", "day", "tarih"},
    {"calendar.days_off", "ngày nghỉ", "days off", "tatil günleri"},
    {"calendar.days_worked", "ngày làm việc bù", "days worked instead", "telafi çalışma günleri"},
    {"calendar.decision", "căn cứ", "decision", "dayanak karar"},
    {"calendar.findings", "điểm cần lưu ý", "notes", "dikkat edilecek hususlar"},
    {"calendar.hung_kings", "Giỗ Tổ Hùng Vương (10/3 âm lịch)",
     "Hung Kings' Commemoration Day (10/3 of the lunar calendar)",
     "Hùng Krallarını Anma Günü (ay takvimiyle 10/3)"},
    {"calendar.hung_kings_day", "Giỗ Tổ Hùng Vương", "Hung Kings' Commemoration Day",
     "Hùng Krallarını Anma Günü"},
    {"calendar.instead", "nghỉ bù {holiday} (ngày {day})", "in lieu of {holiday} ({day})",
     "{holiday} ({day}) yerine"},
    {"calendar.labour", "Ngày Quốc tế lao động", "International Labour Day",
     "Uluslararası Emek Günü"},
    {"calendar.month", "tháng", "month", "ay"},
    {"calendar.national_day", "Quốc khánh", "National Day", "Ulusal Gün"},
    {"calendar.national_day_2", "Quốc khánh (ngày liền kề)", "National Day (second day)",
     "Ulusal Gün (ikinci gün)"},
    {"calendar.new_year", "Tết Dương lịch", "New Year's Day", "Yılbaşı"},
    {"calendar.no_days", "Không có.", "None.", "Yok."},
    {"calendar.off", "nghỉ theo quyết định", "day off by decision", "kararla verilen tatil"},
    {"calendar.provisional",
     "TẠM TÍNH: chỉ theo quy định chung; lịch nghỉ và ngày hoán đổi của năm {year} chưa được ghi.",
     "PROVISIONAL: by the general rules only; the holidays and swaps decided for {year} are not "
     "recorded.",
     "GEÇİCİ: yalnızca genel kurallara göredir; {year} yılı için kararlaştırılan tatil ve değişim "
     "günleri kayıtlı değildir."},
    {"calendar.quarter", "quý", "quarter", "çeyrek"},
    {"calendar.reason", "lý do", "reason", "gerekçe"},
    {"calendar.reunification", "Ngày Chiến thắng 30/4", "Reunification Day",
     "Yeniden Birleşme Günü"},
    {"calendar.swap_off", "nghỉ hoán đổi, làm bù ngày {day}", "day off swapped with {day}",
     "{day} ile değiştirilen tatil günü"},
    {"calendar.swap_worked", "làm bù cho ngày nghỉ {day}", "worked in place of {day}",
     "{day} yerine çalışma günü"},
    {"calendar.tet", "Tết Âm lịch (mùng {n} Tết)", "Lunar New Year (Tet), day {n}",
     "Ay takvimi yeni yılı (Tết), {n}. gün"},
    {"calendar.tet_days", "Tết Âm lịch", "Lunar New Year (Tet)", "Ay takvimi yeni yılı (Tết)"},
    {"calendar.tet_eve", "Tết Âm lịch ({n} tháng Chạp)", "Lunar New Year (Tet), eve",
     "Ay takvimi yeni yılı (Tết) arifesi"},
    {"calendar.tet_eve_2", "Tết Âm lịch ({n} tháng Chạp)",
     "Lunar New Year (Tet), day before the eve",
     "Ay takvimi yeni yılı (Tết) arifesinden önceki gün"},
    {"calendar.title", "Lịch làm việc năm {year}", "Work calendar {year}",
     "{year} yılı çalışma takvimi"},
    {"calendar.unofficial_lunar",
     "Trước năm 1968 ngày âm lịch chỉ là kết quả tính toán theo múi giờ UTC+7, không phải lịch "
     "chính "
     "thức.",
     "Before 1968 the lunar dates are a computation at UTC+7 that was not in official use.",
     "1968 öncesinde ay takvimi tarihleri UTC+7'ye göre yapılmış hesaplamadır; resmî takvim "
     "değildir."},
    {"calendar.week", "ngày làm việc trong tuần", "working week", "çalışma haftası"},
    {"calendar.weekday", "thứ", "weekday", "gün"},
    {"calendar.weekday_1", "thứ Hai", "Monday", "Pazartesi"},
    {"calendar.weekday_2", "thứ Ba", "Tuesday", "Salı"},
    {"calendar.weekday_3", "thứ Tư", "Wednesday", "Çarşamba"},
    {"calendar.weekday_4", "thứ Năm", "Thursday", "Perşembe"},
    {"calendar.weekday_5", "thứ Sáu", "Friday", "Cuma"},
    {"calendar.weekday_6", "thứ Bảy", "Saturday", "Cumartesi"},
    {"calendar.weekday_7", "Chủ nhật", "Sunday", "Pazar"},
    {"calendar.worked", "làm việc theo quyết định", "worked by decision", "kararla çalışma günü"},
    {"calendar.working_days", "số ngày làm việc", "working days", "iş günü sayısı"},
    {"calendar.year", "cả năm", "the year", "yıl toplamı"},
};
static_assert(std::ranges::is_sorted(calendar_labels_rows, std::ranges::less{}, &label_row::key));

}  // namespace

std::span<const label_row> calendar_labels() noexcept { return calendar_labels_rows; }

}  // namespace mandate::wording
