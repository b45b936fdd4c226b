#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <set>
#include <stdexcept>
#include <string>

namespace lab {

/// Reads the fields of one object and remembers which: what nobody asked for is refused by name, so that
/// nothing that a file says is left out without a word. Throws std::invalid_argument "PATH.FIELD: expected …,
/// found …".
class FieldReader {
  public:
    using Json = nlohmann::ordered_json;

    /// @param path begins the sentences: "pre_tokenizer.pretokenizers[0]"; "" for the root
    FieldReader(const Json& json, std::string path);

    bool has(const char* field) const { return json_.contains(field); }
    /// The value; throws where it is missing.
    const Json& value(const char* field);
    std::string text(const char* field);
    bool flag(const char* field);
    bool flag_or(const char* field, bool without) { return has(field) ? flag(field) : without; }
    std::int32_t id(const char* field);
    /// Where the field is there, it must be one of these; told by name otherwise.
    void expect_any_of(const char* field, std::initializer_list<Json> allowed);
    const Json& list(const char* field);
    /// Throws for the first field that was not asked for.
    void expect_no_more() const;

    std::string path_of(const std::string& field) const;
    [[noreturn]] static void refuse(const std::string& path, const std::string& expected, const Json& found);

  private:
    const Json& json_;
    std::string path_;
    std::set<std::string> asked_;
};

} // namespace lab
