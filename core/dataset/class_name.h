#pragma once

#include <string>
#include <string_view>

namespace lab {

/// A class name as it is compared: small letters and digits alone, so that "T-shirt/top", "t_shirt top" and
/// "T-Shirt-Top" are one name. Letters beyond ASCII stay as they are.
std::string plain_class_name(std::string_view name);

/// Whether a name is a whole number ("7", "007"), and which: −1 where it is none.
int number_as_name(std::string_view name);

} // namespace lab
