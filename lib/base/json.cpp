// Boost.JSON is used as headers only; this one file holds its compiled part.
#include <boost/json/src.hpp>
