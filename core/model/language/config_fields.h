#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace lab {

/// An object of a JSON file beside weights, its fields asked for with kind and range. null counts as absent.
class ConfigFields {
  public:
    /// @param source the file, for sentences
    ConfigFields(const nlohmann::json& object, std::string source)
        : object_(object), source_(std::move(source)) {}

    bool has(const char* key) const { return object_.contains(key) && !object_[key].is_null(); }
    const nlohmann::json& operator[](const char* key) const { return object_[key]; }
    const nlohmann::json& object() const { return object_; }
    const std::string& source() const { return source_; }

    /// Throws std::runtime_error "SOURCE: KEY: expected …, found …".
    [[noreturn]] void refuse(const char* key, const std::string& expected) const;
    /// A whole number, or nothing where it is absent.
    std::optional<std::int64_t> whole(const char* key, std::int64_t least, std::int64_t most) const;
    std::int64_t required(const char* key, std::int64_t least, std::int64_t most) const;
    /// A finite number above 0, or nothing where it is absent.
    std::optional<double> positive(const char* key) const;
    bool truth(const char* key, bool otherwise) const;
    std::string text(const char* key, const std::string& otherwise) const;

  private:
    const nlohmann::json& object_;
    std::string source_;
};

} // namespace lab
