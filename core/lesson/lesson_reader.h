#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <map>
#include <string>

namespace lab {

/// A JSON file that is read field by field; what is wrong is told with file and line.
class LessonFile {
  public:
    using Json = nlohmann::ordered_json;

    /// Throws std::runtime_error where the file cannot be read or is no JSON.
    explicit LessonFile(const std::string& path);
    const Json& root() const { return root_; }
    const std::string& path() const { return path_; }

    /// Throws std::runtime_error "FILE:LINE: FIELD: WHAT". `field` is a path, as "steps[1].title".
    [[noreturn]] void refuse(const std::string& field, const std::string& what) const;
    /// The same with "expected …, found …".
    [[noreturn]] void refuse(const std::string& field, const std::string& expected, const Json& found) const;

    std::string text(const Json& object, const std::string& field, const char* key) const;
    int whole(const Json& object, const std::string& field, const char* key, int otherwise, int least) const;
    double number(const Json& object, const std::string& field, const char* key) const;
    const Json& list(const Json& object, const std::string& field, const char* key) const;
    void only(const Json& object, const std::string& field, std::initializer_list<const char*> known) const;

  private:
    std::string path_;
    Json root_;
    std::map<std::string, int> lines_;
};

/// "steps[1]" and "title" to "steps[1].title".
std::string joined(const std::string& field, const std::string& key);

} // namespace lab
