#include "core/study/shard.h"

#include "core/base/text.h"
#include "core/base/whole_number.h"

#include <stdexcept>

namespace lab {

Shard shard_from(std::string_view text, const std::string& field) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        throw std::invalid_argument(field + ": expected a part of all such as 2/3, found \"" + shown(text) +
                                    "\"");
    const auto most = static_cast<std::int64_t>(most_shards);
    const std::int64_t count =
        whole_number_from(text.substr(slash + 1), field + ", behind the stroke", 1, most);
    const std::int64_t number =
        whole_number_from(text.substr(0, slash), field + ", before the stroke", 1, count);
    return {static_cast<std::size_t>(number), static_cast<std::size_t>(count)};
}

std::string to_string(const Shard& shard) {
    return std::to_string(shard.number) + "/" + std::to_string(shard.count);
}

} // namespace lab
