#include "core/lesson/lesson_words.h"

#include "core/base/input_file.h"
#include "core/base/text.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace lab {

namespace {

struct Part {
    int line = 0;
    std::string text;
};

[[noreturn]] void refuse(const std::string& file, int line, const std::string& what) {
    throw std::runtime_error(file + ":" + std::to_string(line) + ": " + what);
}

std::map<std::string, Part> parts_of(const std::string& file) {
    if (std::filesystem::exists(file))
        expect_regular_file(file); // a pipe would be waited for
    std::ifstream in(file);
    if (!in)
        refuse(file, 1, "cannot be read: expected the lesson's text");
    std::map<std::string, Part> parts;
    Part* present = nullptr;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.starts_with("## ")) {
            const std::string name = trimmed(line.substr(3));
            if (parts.contains(name))
                refuse(file, number, "the part \"" + name + "\" is there twice");
            present = &parts[name];
            present->line = number;
        } else if (present != nullptr) {
            present->text += line + "\n";
        }
    }
    return parts;
}

} // namespace

const std::vector<std::string>& lesson_languages() {
    static const std::vector<std::string> languages = {"en", "de", "zh"};
    return languages;
}

void read_lesson_words(Lesson& lesson, const std::string& folder) {
    namespace fs = std::filesystem;
    for (const std::string& language : lesson_languages()) {
        const std::string file = (fs::path(folder) / (lesson.id + "." + language + ".md")).string();
        if (language != "en" && !fs::exists(file))
            continue;
        std::map<std::string, Part> parts = parts_of(file);
        const auto take = [&](const std::string& name, LocalText& text) {
            const auto part = parts.find(name);
            if (part == parts.end())
                refuse(file, 1, "has no part \"## " + name + "\"");
            text.words[language] = trimmed(part->second.text);
            if (text.words[language].empty())
                refuse(file, part->second.line, "the part \"" + name + "\" is empty");
            parts.erase(part);
        };
        for (LessonStep& step : lesson.steps)
            take(step.id, step.text);
        take("teacher", lesson.teacher);
        for (const auto& [name, part] : parts)
            refuse(file, part.line, "\"" + name + "\" is no step of the lesson");
    }
}

} // namespace lab
