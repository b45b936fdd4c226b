#include "core/dataset/published_labels.h"

#include <algorithm>

namespace lab {

namespace {

/// Twenty labels of ten classes agree by chance once in 10²⁰ sets.
constexpr std::size_t enough = 20;
constexpr std::size_t told = 10;

std::string first_labels(const StoredImageSet& set, std::size_t most) {
    const std::size_t count = std::min(most, static_cast<std::size_t>(set.size()));
    std::string digits;
    for (std::size_t i = 0; i < count; ++i)
        digits += static_cast<char>('0' + set.label(static_cast<std::int64_t>(i)));
    return digits;
}

std::string spaced(std::string_view digits) {
    std::string text;
    for (const char digit : digits.substr(0, told))
        text += std::string(text.empty() ? "" : " ") + digit;
    return text;
}

} // namespace

void expect_published(StoredImageSet& set, const PublishedSet& published, const std::string& folder) {
    const std::string first = first_labels(set, published.labels.size());
    if (first.size() >= enough && published.labels.starts_with(first))
        return;
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < set.class_names().size(); ++i)
        numbers.push_back(std::to_string(i));
    set.rename(folder, numbers,
               {NoticeSubject::data, true,
                "the files are not " + published.title + ": found " + std::to_string(set.size()) +
                    (set.size() == 1 ? " picture" : " pictures") + " with the labels " + spaced(first) +
                    " …, expected " + std::to_string(published.size) + " with " + spaced(published.labels) +
                    " …; the classes are called 0 to " + std::to_string(numbers.size() - 1) +
                    ", for nothing tells what they are"});
}

} // namespace lab
