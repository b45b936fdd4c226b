#pragma once

#include <filesystem>
#include <functional>

namespace lab {

/// Makes a folder with everything in it, or nothing: `fill` writes into a folder beside it that no other
/// process uses, which takes the name when it is full. On any fault, one thrown by `fill` included, nothing
/// is left. Throws as expect_new_folder(), and std::runtime_error naming the folder and the reason.
void write_new_folder(const std::filesystem::path& folder,
                      const std::function<void(const std::filesystem::path&)>& fill);

/// Before work whose result would be lost: throws std::runtime_error naming the folder where it is there and
/// not empty, is no folder, or cannot be made.
void expect_new_folder(const std::filesystem::path& folder);

} // namespace lab
