#pragma once

#include "core/recipe/recipe_fields.h"

#include <stdexcept>
#include <type_traits>

/// How rows of the table reach the members of a recipe. `member` is a function that returns the member:
/// [](auto& r) -> auto& { return r.alignment.alpha; }
namespace lab {

template <typename Member>
FieldAccess member_at(Member member) {
    using T = std::remove_cvref_t<decltype(member(std::declval<Recipe&>()))>;
    constexpr bool whole = std::is_integral_v<T> && !std::is_same_v<T, bool>;
    using Value = std::conditional_t<whole, std::int64_t, T>;
    FieldAccess access;
    access.kind = std::is_same_v<T, bool>     ? FieldKind::flag
                  : std::is_same_v<T, double> ? FieldKind::number
                  : whole                     ? FieldKind::whole
                                              : FieldKind::texts;
    access.get = [member](const Recipe& recipe) -> FieldValue { return static_cast<Value>(member(recipe)); };
    access.set = [member](Recipe& recipe, const FieldValue& value) {
        member(recipe) = static_cast<T>(std::get<Value>(value));
    };
    return access;
}

template <typename Kind>
struct NamedKind {
    Kind kind;
    const char* id;
    const char* title;
    bool language = false; ///< of language models alone
};

/// Of a member that is an enumeration; `kinds` has all its enumerators.
template <typename Kind, typename Member>
FieldAccess choice_at(Member member, std::vector<NamedKind<Kind>> kinds) {
    FieldAccess access;
    access.kind = FieldKind::choice;
    for (const NamedKind<Kind>& row : kinds)
        (row.language ? access.language_choices : access.choices).push_back({row.id, row.title});
    access.get = [member, kinds](const Recipe& recipe) -> FieldValue {
        for (const NamedKind<Kind>& row : kinds)
            if (row.kind == member(recipe))
                return std::string(row.id);
        throw std::logic_error("an enumerator that the table of recipe fields does not name");
    };
    access.set = [member, kinds](Recipe& recipe, const FieldValue& value) {
        for (const NamedKind<Kind>& row : kinds)
            if (row.id == std::get<std::string>(value))
                member(recipe) = row.kind;
    };
    return access;
}

} // namespace lab
