#include "core/parity/memory_recipes.h"

#include <cctype>
#include <map>
#include <string>

namespace lab {

namespace {

template <typename Kind>
Kind kind_of(HyperParameters& given, const char* key, const std::map<std::string, Kind>& spellings) {
    const std::string name = given.text(key);
    const auto found = spellings.find(name);
    if (found == spellings.end())
        throw UnknownTrace(std::string(key) + " \"" + name + '"');
    return found->second;
}

/// The first whole number in a text: 4 of "view number = step mod 4".
int number_in(const std::string& key, const std::string& sentence) {
    std::size_t begin = 0;
    while (begin < sentence.size() && std::isdigit(static_cast<unsigned char>(sentence[begin])) == 0)
        ++begin;
    if (begin == sentence.size())
        throw UnknownTrace(key + " \"" + sentence + '"');
    return std::stoi(sentence.substr(begin));
}

void read_lame(const MethodTrace&, HyperParameters& given, Recipe& recipe) {
    Lame& lame = recipe.lame;
    lame.affinity = kind_of<LameAffinity>(given, "affinity",
                                          {{"kNN", LameAffinity::nearest}, {"rbf", LameAffinity::rbf}});
    lame.space = kind_of<LameSpace>(given, "similarity_on",
                                    {{"features", LameSpace::features}, {"logits", LameSpace::logits}});
    lame.neighbours = given.whole("k");
    lame.symmetric = given.flag("symmetric");
    lame.rounds = given.whole("max_rounds");
    lame.tolerance = given.number("tolerance");
}

void read_t3a(const MethodTrace&, HyperParameters& given, Recipe& recipe) {
    const int supports = given.whole("supports_per_class");
    recipe.output.supports = supports == -1 ? 0 : supports;
    recipe.reference_quirks = supports == -1; // which keeps all but one
}

void read_memo(const MethodTrace& trace, HyperParameters& given, Recipe& recipe) {
    recipe.views.count = given.whole("views");
    given.note("picture");
    given.note("alpha"); // null where there is no BatchNorm
    if (const auto& alpha = trace.entry.at("hyper_parameters").at("alpha"); !alpha.is_null())
        recipe.statistics.share = given.number("alpha");
    read_optimiser(given, recipe.optimiser);
}

void read_cotta(const MethodTrace&, HyperParameters& given, Recipe& recipe) {
    recipe.objective = kind_of<ObjectiveKind>(given, "loss",
                                              {{"cross-entropy", ObjectiveKind::teacher_cross_entropy},
                                               {"symmetric", ObjectiveKind::teacher_symmetric}});
    recipe.teacher.momentum = given.number("teacher_momentum");
    recipe.teacher.view_confidence = given.number("confidence_threshold");
    recipe.restoration.probability = given.number("restore_probability");
    recipe.views.count = given.whole("views");
    read_optimiser(given, recipe.optimiser);
}

void read_timely(HyperParameters& given, Recipe& recipe) {
    recipe.memory.capacity = given.whole("memory");
    recipe.memory.timeliness = given.number("lambda_t");
    recipe.memory.uncertainty = given.number("lambda_u");
    recipe.statistics.share = given.number("bn_momentum");
    given.note("view");
    read_optimiser(given, recipe.optimiser);
}

void read_rotta(const MethodTrace&, HyperParameters& given, Recipe& recipe) {
    read_timely(given, recipe);
    recipe.memory.update_every = given.whole("update_every");
    recipe.teacher.momentum = 1 - given.number("nu");
}

void read_petta(const MethodTrace&, HyperParameters& given, Recipe& recipe) {
    read_timely(given, recipe);
    given.note("update_every"); // read and not used by the published code
    recipe.objective = kind_of<ObjectiveKind>(
        given, "loss",
        {{"ce", ObjectiveKind::teacher_cross_entropy}, {"sce", ObjectiveKind::teacher_symmetric}});
    recipe.teacher.momentum = 1 - given.number("alpha0");
    recipe.teacher.prototype_momentum = 1 - given.number("prototype_momentum");
    recipe.regulariser.cosine = given.number("lambda0");
    recipe.regulariser.anchor = given.number("anchor_weight");
}

void read_note(const MethodTrace&, HyperParameters& given, Recipe& recipe) {
    recipe.memory.capacity = given.whole("memory");
    recipe.memory.update_every = given.whole("update_every");
    recipe.statistics.share = given.number("bn_momentum");
    recipe.statistics.shrinkage = given.number("k");
    recipe.loss.log_epsilon = given.number("log_epsilon");
    read_optimiser(given, recipe.optimiser);
}

} // namespace

int recorded_views_of(const MethodTrace& trace) {
    const auto& given = trace.entry.at("hyper_parameters");
    return given.contains("view") ? number_in("view", given.at("view").get<std::string>()) : 1;
}

int picture_of(const MethodTrace& trace) {
    const auto& given = trace.entry.at("hyper_parameters");
    return given.contains("picture") ? number_in("picture", given.at("picture").get<std::string>()) : -1;
}

Recipe memory_recipe_of(const MethodTrace& trace, HyperParameters& given) {
    using Reader = void (*)(const MethodTrace&, HyperParameters&, Recipe&);
    static const std::map<std::string, Reader> readers = {
        {"lame", read_lame},   {"t3a", read_t3a},     {"memo", read_memo}, {"cotta", read_cotta},
        {"rotta", read_rotta}, {"petta", read_petta}, {"note", read_note}};
    Recipe recipe = named_recipe(trace.method()).recipe;
    readers.at(trace.method())(trace, given, recipe);
    given.expect_all_read();
    return recipe;
}

} // namespace lab
