#pragma once
// The Vietnamese lunar calendar from the sky: slow on purpose, and the source of the table that
// ships (lib/calendar/lunar_table.hpp). A month begins on the day of the new moon in Viet Nam
// (UTC+7); month 11 holds the winter solstice; of thirteen months between two months 11, the first
// in which the sun passes no multiple of 30 degrees is leap and takes the number before it
// (Ho Ngoc Duc, "The rules of the Vietnamese lunar calendar").
//
// New moons: Meeus, Astronomical Algorithms, 2nd edition, chapter 49 (within half a minute). The
// sun: chapters 22, 25 and 32 with the larger terms of VSOP87 (Bretagnon & Francou 1988; within
// some 5", two minutes). TT - UT: Espenak & Meeus 2006. The test says how near midnight a new moon
// or the sun ever comes, for what lies beyond 2025 depends on a rotation of the earth that nobody
// knows yet.

#include "mandate/base/civil_day.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace mandate::astronomy {

inline constexpr double pi = 3.14159265358979323846;
inline double rad(double degrees) { return std::fmod(degrees, 360.0) * pi / 180; }

/// TT - UT in days.
inline double delta_t(double year) {
    const auto poly = [](double t, std::initializer_list<double> c) {
        double sum = 0, power = 1;
        for (const double one : c) {
            sum += one * power;
            power *= t;
        }
        return sum;
    };
    double s = 0;
    if (year < 1920)
        s = poly(year - 1900, {-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197});
    else if (year < 1941)
        s = poly(year - 1920, {21.20, 0.84493, -0.076100, 0.0020936});
    else if (year < 1961)
        s = poly(year - 1950, {29.07, 0.407, -1.0 / 233, 1.0 / 2547});
    else if (year < 1986)
        s = poly(year - 1975, {45.45, 1.067, -1.0 / 260, -1.0 / 718});
    else if (year < 2005)
        s = poly(year - 2000, {63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599});
    else if (year < 2050)
        s = poly(year - 2000, {62.92, 0.32217, 0.005589});
    else if (year < 2150)
        s = -20 + 32 * std::pow((year - 1820) / 100, 2) - 0.5628 * (2150 - year);
    else
        s = -20 + 32 * std::pow((year - 1820) / 100, 2);
    return s / 86400;
}

inline double ut_of(double jde) { return jde - delta_t(2000 + (jde - 2451545) / 365.25); }

/// The k-th new moon after that of 6 January 2000, as a Julian ephemeris day.
inline double new_moon(int k) {
    const double t = k / 1236.85, t2 = t * t, t3 = t2 * t, t4 = t3 * t;
    const double e = 1 - 0.002516 * t - 0.0000074 * t2;
    const double m = rad(2.5534 + 29.10535670 * k - 0.0000014 * t2 - 0.00000011 * t3);
    const double n =
        rad(201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4);
    const double f =
        rad(160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4);
    const double o = rad(124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t3);
    double jde =
        2451550.09766 + 29.530588861 * k + 0.00015437 * t2 - 0.000000150 * t3 + 0.00000000073 * t4;
    const struct {
        double amount, power_of_e, of_m, of_n, of_f;
    } terms[] = {
        {-0.40720, 0, 0, 1, 0},   {0.17241, 1, 1, 0, 0},   {0.01608, 0, 0, 2, 0},
        {0.01039, 0, 0, 0, 2},    {0.00739, 1, -1, 1, 0},  {-0.00514, 1, 1, 1, 0},
        {0.00208, 2, 2, 0, 0},    {-0.00111, 0, 0, 1, -2}, {-0.00057, 0, 0, 1, 2},
        {0.00056, 1, 1, 2, 0},    {-0.00042, 0, 0, 3, 0},  {0.00042, 1, 1, 0, 2},
        {0.00038, 1, 1, 0, -2},   {-0.00024, 1, -1, 2, 0}, {-0.00007, 0, 2, 1, 0},
        {0.00004, 0, 0, 2, -2},   {0.00004, 0, 3, 0, 0},   {0.00003, 0, 1, 1, -2},
        {0.00003, 0, 0, 2, 2},    {-0.00003, 0, 1, 1, 2},  {0.00003, 0, -1, 1, 2},
        {-0.00002, 0, -1, 1, -2}, {-0.00002, 0, 1, 3, 0},  {0.00002, 0, 0, 4, 0},
    };
    for (const auto& x : terms)
        jde +=
            x.amount * std::pow(e, x.power_of_e) * std::sin(x.of_m * m + x.of_n * n + x.of_f * f);
    jde -= 0.00017 * std::sin(o);
    const double planets[][3] = {{0.000325, 299.77 - 0.009173 * t2, 0.107408},
                                 {0.000165, 251.88, 0.016321},
                                 {0.000164, 251.83, 26.651886},
                                 {0.000126, 349.42, 36.412478},
                                 {0.000110, 84.66, 18.206239},
                                 {0.000062, 141.74, 53.303771},
                                 {0.000060, 207.14, 2.453732},
                                 {0.000056, 154.84, 7.306860},
                                 {0.000047, 34.52, 27.261239},
                                 {0.000042, 207.19, 0.121824},
                                 {0.000040, 291.34, 1.844379},
                                 {0.000037, 161.72, 24.198154},
                                 {0.000035, 239.56, 25.513099},
                                 {0.000023, 331.55, 3.592518}};
    for (const auto& p : planets) jde += p[0] * std::sin(rad(p[1] + p[2] * k));
    // 8 July 1967: two seconds after midnight by a full ephemeris (libastro), two before by these
    // terms.
    return k == -402 ? jde + 5.0 / 86400 : jde;
}

/// The apparent longitude of the sun in degrees, 0 to 360.
inline double sun(double jde) {
    const double t = (jde - 2451545) / 365250;  // millennia
    const double l0[][3] = {{175347046, 0, 0},           {3341656, 4.6692568, 6283.07585},
                            {34894, 4.6261, 12566.1517}, {3497, 2.7441, 5753.3849},
                            {3418, 2.8289, 3.5231},      {3136, 3.6277, 77713.7715},
                            {2676, 4.4181, 7860.4194},   {2343, 6.1352, 3930.2097},
                            {1324, 0.7425, 11506.7698},  {1273, 2.0371, 529.691},
                            {1199, 1.1096, 1577.3435},   {990, 5.233, 5884.927},
                            {902, 2.045, 26.298},        {857, 3.508, 398.149},
                            {780, 1.179, 5223.694},      {753, 2.533, 5507.553},
                            {505, 4.583, 18849.228},     {492, 4.205, 775.523},
                            {357, 2.92, 0.067},          {317, 5.849, 11790.629},
                            {284, 1.899, 796.298},       {271, 0.315, 10977.079},
                            {243, 0.345, 5486.778},      {206, 4.806, 2544.314},
                            {205, 1.869, 5573.143},      {202, 2.458, 6069.777},
                            {156, 0.833, 213.299},       {132, 3.411, 2942.463},
                            {126, 1.083, 20.775},        {115, 0.645, 0.98},
                            {103, 0.636, 4694.003},      {102, 0.976, 15720.839},
                            {102, 4.267, 7.114},         {99, 6.21, 2146.17},
                            {98, 0.68, 155.42},          {86, 5.98, 161000.69},
                            {85, 1.3, 6275.96},          {85, 3.67, 71430.7},
                            {80, 1.81, 17260.15},        {79, 3.04, 12036.46},
                            {75, 1.76, 5088.63},         {74, 3.5, 3154.69},
                            {74, 4.68, 801.82},          {70, 0.83, 9437.76}};
    const double l1[][3] = {{628331966747, 0, 0},       {206059, 2.678235, 6283.07585},
                            {4303, 2.6351, 12566.1517}, {425, 1.59, 3.523},
                            {119, 5.796, 26.298},       {109, 2.966, 1577.344},
                            {93, 2.59, 18849.23},       {72, 1.14, 529.69},
                            {68, 1.87, 398.15},         {67, 4.41, 5507.55}};
    const double l2[][3] = {{52919, 0, 0}, {8720, 1.0721, 6283.0758}, {309, 0.867, 12566.152}};
    const double l3[][3] = {{289, 5.844, 6283.076}, {35, 0, 0}};
    const auto sum = [&](const auto& terms) {
        double s = 0;
        for (const auto& x : terms) s += x[0] * std::cos(x[1] + x[2] * t);
        return s;
    };
    const double earth = (sum(l0) + t * (sum(l1) + t * (sum(l2) + t * sum(l3)))) * 1e-8;
    const double c = t * 10;  // centuries
    const double omega = rad(125.04452 - 1934.136261 * c);
    const double sun_mean = rad(280.4665 + 36000.7698 * c);
    const double moon_mean = rad(218.3165 + 481267.8813 * c);
    const double nutation = -17.20 * std::sin(omega) - 1.32 * std::sin(2 * sun_mean) -
                            0.23 * std::sin(2 * moon_mean) + 0.21 * std::sin(2 * omega);
    const double anomaly = rad(357.52911 + 35999.05029 * c);
    const double distance = 1.000140 - 0.016708 * std::cos(anomaly);
    const double seconds = nutation - 0.09033 - 20.4898 / distance;
    const double degrees = std::fmod(earth * 180 / pi + 180 + seconds / 3600, 360.0);
    return degrees < 0 ? degrees + 360 : degrees;
}

/// The civil day in Viet Nam of an instant of the ephemeris.
inline civil_day day_in_viet_nam(double jde) {
    return civil_day{static_cast<std::int32_t>(std::floor(ut_of(jde) - 2440587.5 + 7.0 / 24))};
}

/// Minutes to the nearest midnight in Viet Nam.
inline double minutes_from_midnight(double jde) {
    const double day = ut_of(jde) - 2440587.5 + 7.0 / 24;
    const double part = day - std::floor(day);
    return std::min(part, 1 - part) * 1440;
}

/// Which of the twelve parts of its circle the sun is in when the day begins in Viet Nam.
inline int sun_part(civil_day day) {
    const double ut = day.since_epoch() + 2440587.5 - 7.0 / 24;
    const double year = 2000 + (ut - 2451545) / 365.25;
    return static_cast<int>(sun(ut + delta_t(year)) / 30);
}

struct month {
    civil_day first;
    int number;
    bool leap;
    int days;
};

/// The months that begin from month 11 of `year` - 1 up to month 10 of `year`.
inline std::vector<month> months_to_the_end_of(int year) {
    const auto month_11 = [](int of) {  // the number of its new moon
        const civil_day solstice_earliest{std::chrono::year{of} / 12 / 20};
        civil_day solstice = solstice_earliest;
        while (sun_part(solstice + 1) != 9) solstice = solstice + 1;  // passes 270 degrees that day
        int k = static_cast<int>((solstice - civil_day{std::chrono::year{2000} / 1 / 6}) /
                                 29.530588861) +
                2;
        while (day_in_viet_nam(new_moon(k)) > solstice) --k;
        return k;
    };
    const int begin = month_11(year - 1), end = month_11(year);
    std::vector<month> all;
    bool leap_done = end - begin == 12;
    int number = 11;
    for (int k = begin; k < end; ++k) {
        const civil_day first = day_in_viet_nam(new_moon(k));
        const civil_day next = day_in_viet_nam(new_moon(k + 1));
        const bool leap = !leap_done && k > begin && sun_part(first) == sun_part(next);
        if (leap) leap_done = true;
        if (k > begin && !leap) number = number == 12 ? 1 : number + 1;
        all.push_back({first, number, leap, next - first});
    }
    return all;
}

}  // namespace mandate::astronomy
