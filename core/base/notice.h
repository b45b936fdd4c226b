#pragma once

#include <string>
#include <vector>

namespace lab {

/// What a notice is about.
enum class NoticeSubject { model, data, labels, lanes };

/// Something that a person must know to believe a result: what was assumed, left out, or matched. It stands
/// in the first lines of `run`, in summary.json, in recordings and in the window.
struct Notice {
    NoticeSubject subject = NoticeSubject::model;
    /// true: the result may mean something else than it seems (no class names in common); false: told
    bool warning = false;
    std::string text;        ///< a sentence without a full stop: "8 groups assumed: the file does not tell"
    std::string option = {}; ///< what sets it otherwise, if anything does: "--groups"
    bool operator==(const Notice&) const = default;
};

/// "model", "data", "labels", "lanes": as in files.
const char* name_of(NoticeSubject subject);
/// Throws std::invalid_argument naming what was found.
NoticeSubject notice_subject_named(const std::string& name);

/// For a terminal: "model: 8 groups assumed: the file does not tell (--groups sets it)".
std::string sentence_of(const Notice& notice);

} // namespace lab
