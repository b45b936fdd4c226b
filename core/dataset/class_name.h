#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// The same text with each accented letter as one character, where one system writes it as one and another
/// as letter and accent (Unicode's forms NFC and NFD). What is no UTF-8 stays as it is.
std::string composed(std::string_view name);

/// A class name as it is compared: small letters and digits alone, so that "T-shirt/top", "t_shirt top" and
/// "T-Shirt-Top" are one name; letters beyond ASCII composed and without case.
std::string plain_class_name(std::string_view name);

/// Whether a name is a whole number ("7", "007"), and which: −1 where it is none.
int number_as_name(std::string_view name);

/// Where names that are sorted as texts and differ in the number at their end alone do not stand in the order
/// of these numbers: ""class10" stands before "class2"". Empty where they do, or are not sorted.
std::string numbers_out_of_order(const std::vector<std::string>& names);

} // namespace lab
