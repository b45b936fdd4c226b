#include "core/base/notice.h"

#include "core/base/text.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

constexpr std::array<std::pair<NoticeSubject, const char*>, 4> names = {{{NoticeSubject::model, "model"},
                                                                         {NoticeSubject::data, "data"},
                                                                         {NoticeSubject::labels, "labels"},
                                                                         {NoticeSubject::lanes, "lanes"}}};

} // namespace

const char* name_of(NoticeSubject subject) {
    for (const auto& [row, name] : names)
        if (row == subject)
            return name;
    return "unknown";
}

NoticeSubject notice_subject_named(const std::string& name) {
    for (const auto& [row, text] : names)
        if (text == name)
            return row;
    throw std::invalid_argument("notice: expected model, data, labels or lanes, found \"" + shown(name) +
                                "\"");
}

std::string sentence_of(const Notice& notice) {
    std::string text =
        std::string(notice.warning ? "warning: " : "") + name_of(notice.subject) + ": " + notice.text;
    if (!notice.option.empty())
        text += " (" + notice.option + " sets it)";
    return text;
}

} // namespace lab
