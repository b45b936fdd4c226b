#include "core/base/notice_json.h"

namespace lab {

nlohmann::ordered_json notices_value(const std::vector<Notice>& notices) {
    auto list = nlohmann::ordered_json::array();
    for (const Notice& notice : notices)
        list.push_back({{"subject", name_of(notice.subject)},
                        {"warning", notice.warning},
                        {"text", notice.text},
                        {"option", notice.option}});
    return list;
}

std::vector<Notice> notices_from_value(const nlohmann::ordered_json& json) {
    std::vector<Notice> notices;
    for (const auto& item : json)
        notices.push_back({notice_subject_named(item.at("subject").get<std::string>()),
                           item.at("warning").get<bool>(), item.at("text").get<std::string>(),
                           item.value("option", std::string())});
    return notices;
}

} // namespace lab
