#include "core/record/words_of_0_1.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

// The words of 0.1.0's window, as they stand in its recordings. They do not follow the words of today's.
namespace lab {

namespace {

constexpr std::string_view between = ", ";

/// A change that words name whole, in English, German and Chinese.
struct Phrase {
    std::array<std::string_view, 3> words;
    void (*apply)(Recipe&);
};

const std::vector<Phrase>& phrases() {
    static const std::vector<Phrase> all = {
        {{"adaptation on", "Adaption an", "自适应开"}, [](Recipe& r) { r.adapts = true; }},
        {{"adaptation off", "Adaption aus", "自适应关"}, [](Recipe& r) { r.adapts = false; }},
        {{"selection all samples", "Auswahl: alle Bilder", "选择：全部样本"},
         [](Recipe& r) { r.selection.kind = SelectionKind::all; }},
        {{"selection confident", "Auswahl: sichere", "选择：自信的"},
         [](Recipe& r) { r.selection.kind = SelectionKind::entropy; }},
        {{"selection confident and new", "Auswahl: sichere und neue", "选择：自信且新颖的"},
         [](Recipe& r) { r.selection.kind = SelectionKind::entropy_redundancy; }},
        {{"selection confident by shape", "Auswahl: der Form nach sichere", "选择：按形状自信的"},
         [](Recipe& r) { r.selection.kind = SelectionKind::entropy_plpd; }},
        {{"objective entropy", "Zielfunktion: Entropie", "目标：熵"},
         [](Recipe& r) { r.objective = ObjectiveKind::entropy; }},
        {{"objective COME", "Zielfunktion: COME", "目标：COME"},
         [](Recipe& r) { r.objective = ObjectiveKind::come; }},
        {{"objective pseudo-label", "Zielfunktion: Pseudo-Label", "目标：伪标签"},
         [](Recipe& r) { r.objective = ObjectiveKind::pseudo_label; }},
        {{"objective soft likelihood ratio", "Zielfunktion: weiches Likelihood-Verhältnis", "目标：软似然比"},
         [](Recipe& r) { r.objective = ObjectiveKind::soft_likelihood_ratio; }},
        {{"objective negative squared", "Zielfunktion: negatives Quadrat", "目标：负平方"},
         [](Recipe& r) { r.objective = ObjectiveKind::negative_squared; }},
        {{"predictor none", "Prädiktor: keiner", "预测器：无"},
         [](Recipe& r) { r.alignment.predictor = PredictorKind::none; }},
        {{"predictor linear", "Prädiktor: linear", "预测器：线性"},
         [](Recipe& r) { r.alignment.predictor = PredictorKind::linear; }},
        {{"predictor fixed random", "Prädiktor: fest, zufällig", "预测器：固定随机"},
         [](Recipe& r) { r.alignment.predictor = PredictorKind::fixed_random; }},
        {{"predictor two layers", "Prädiktor: zwei Schichten", "预测器：两层"},
         [](Recipe& r) { r.alignment.predictor = PredictorKind::mlp; }},
        {{"stop-gradient on", "Stop-Gradient an", "停止梯度开"},
         [](Recipe& r) { r.alignment.stop_gradient = true; }},
        {{"stop-gradient off", "Stop-Gradient aus", "停止梯度关"},
         [](Recipe& r) { r.alignment.stop_gradient = false; }},
        {{"divergence symmetric KL", "Divergenz: symmetrische KL", "散度：对称 KL"},
         [](Recipe& r) { r.alignment.divergence = DivergenceKind::symmetric_kl; }},
        {{"divergence KL", "Divergenz: KL", "散度：KL"},
         [](Recipe& r) { r.alignment.divergence = DivergenceKind::kl; }},
        {{"divergence reverse KL", "Divergenz: umgekehrte KL", "散度：反向 KL"},
         [](Recipe& r) { r.alignment.divergence = DivergenceKind::reverse_kl; }},
        {{"divergence Jensen-Shannon", "Divergenz: Jensen-Shannon", "散度：Jensen-Shannon"},
         [](Recipe& r) { r.alignment.divergence = DivergenceKind::jensen_shannon; }},
        {{"divergence mean squared", "Divergenz: mittleres Quadrat", "散度：均方"},
         [](Recipe& r) { r.alignment.divergence = DivergenceKind::mean_squared; }},
        {{"optimiser SGD", "Optimierer: SGD", "优化器：SGD"},
         [](Recipe& r) { r.optimiser.kind = OptimiserKind::sgd; }},
        {{"optimiser SAM, sharpness-aware", "Optimierer: SAM, schärfebewusst", "优化器：SAM，锐度感知"},
         [](Recipe& r) { r.optimiser.kind = OptimiserKind::sam; }},
        {{"recovery on", "Rückkehr an", "恢复开"}, [](Recipe& r) { r.recovery.enabled = true; }},
        {{"recovery off", "Rückkehr aus", "恢复关"}, [](Recipe& r) { r.recovery.enabled = false; }},
        {{"no layer frozen", "keine Schicht eingefroren", "无冻结层"},
         [](Recipe& r) { r.frozen_prefixes.clear(); }},
        {{"reference quirks on", "Eigenheiten der Referenz an", "参考代码的特性开"},
         [](Recipe& r) { r.reference_quirks = true; }},
        {{"reference quirks off", "Eigenheiten der Referenz aus", "参考代码的特性关"},
         [](Recipe& r) { r.reference_quirks = false; }},
    };
    return all;
}

/// A change that ends in a number; 0.1.0 knew these in English alone.
struct NumberPhrase {
    std::string_view begin;
    void (*apply)(Recipe&, double);
};

const std::vector<NumberPhrase>& number_phrases() {
    static const std::vector<NumberPhrase> all = {
        {"entropy margin ", [](Recipe& r, double value) { r.selection.margin = value; }},
        {"weight margin ", [](Recipe& r, double value) { r.selection.weight_margin = value; }},
        {"redundancy margin ", [](Recipe& r, double value) { r.selection.redundancy_margin = value; }},
        {"shape threshold ", [](Recipe& r, double value) { r.selection.plpd_threshold = value; }},
        {"α ", [](Recipe& r, double value) { r.alignment.alpha = value; }},
        {"Fisher α ", [](Recipe& r, double value) { r.regulariser.fisher_alpha = value; }},
        {"norm rate ", [](Recipe& r, double value) { r.optimiser.rate = value; }},
        {"predictor rate ", [](Recipe& r, double value) { r.optimiser.predictor_rate = value; }},
        {"momentum ", [](Recipe& r, double value) { r.optimiser.momentum = value; }},
        {"climb ρ ", [](Recipe& r, double value) { r.optimiser.rho = value; }},
        {"recovery threshold ", [](Recipe& r, double value) { r.recovery.threshold = value; }},
    };
    return all;
}

/// Whether a phrase of that many bytes ends where a phrase may end.
bool ends_there(std::string_view words, std::size_t length) {
    return words.size() == length || words.substr(length).starts_with(between);
}

/// Takes the longest phrase at the beginning away and applies it.
bool take_phrase(std::string_view& words, Recipe& recipe) {
    const Phrase* best = nullptr;
    std::size_t length = 0;
    for (const Phrase& phrase : phrases())
        for (const std::string_view form : phrase.words)
            if (form.size() > length && words.starts_with(form) && ends_there(words, form.size())) {
                best = &phrase;
                length = form.size();
            }
    if (best == nullptr)
        return false;
    best->apply(recipe);
    words.remove_prefix(length);
    return true;
}

bool take_number(std::string_view& words, Recipe& recipe) {
    for (const NumberPhrase& phrase : number_phrases()) {
        if (!words.starts_with(phrase.begin))
            continue;
        const std::string_view digits = words.substr(phrase.begin.size());
        double value = 0;
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const std::size_t length = phrase.begin.size() + static_cast<std::size_t>(end - digits.data());
        if (fault != std::errc() || !std::isfinite(value) || !ends_there(words, length))
            continue;
        phrase.apply(recipe, value);
        words.remove_prefix(length);
        return true;
    }
    return false;
}

/// "frozen layers layer3, layer4": names without spaces, to the end or to the next phrase.
bool take_frozen_layers(std::string_view& words, Recipe& recipe) {
    for (const std::string_view begin :
         {std::string_view("frozen layers "), std::string_view("eingefrorene Schichten: "),
          std::string_view("冻结层：")}) {
        if (!words.starts_with(begin))
            continue;
        std::string_view rest = words.substr(begin.size());
        std::vector<std::string> prefixes;
        while (!rest.empty()) {
            const std::string_view name = rest.substr(0, rest.find(between));
            Recipe ignored;
            if (std::string_view next = rest; !prefixes.empty() && take_phrase(next, ignored))
                break;
            prefixes.emplace_back(name);
            rest.remove_prefix(std::min(rest.size(), name.size() + between.size()));
        }
        recipe.frozen_prefixes = prefixes;
        // What follows begins with the separator again, as behind every phrase.
        words = rest.empty() ? rest
                             : std::string_view(rest.data() - between.size(), rest.size() + between.size());
        return true;
    }
    return false;
}

} // namespace

std::optional<Recipe> recipe_from_words(const Recipe& before, std::string_view words) {
    Recipe recipe = before;
    do {
        if (!take_phrase(words, recipe) && !take_number(words, recipe) && !take_frozen_layers(words, recipe))
            return std::nullopt;
        if (words.empty())
            return recipe;
        words.remove_prefix(between.size());
    } while (true);
}

std::optional<int> parent_from_words(const std::vector<std::string>& names, std::string_view words) {
    struct Form {
        std::string_view begin, end;
    };
    for (const Form& form : {Form{"fork of ", ", "}, Form{"Verzweigt von ", ", "}, Form{"", " 的分叉，"}})
        for (std::size_t i = 0; i < names.size(); ++i)
            if (words.starts_with(std::string(form.begin) + names[i] + std::string(form.end)))
                return static_cast<int>(i);
    return std::nullopt;
}

} // namespace lab
