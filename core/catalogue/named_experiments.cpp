#include "core/base/words.h"
#include "core/catalogue/experiment_table.h"

namespace lab {

namespace {

using Lanes = std::vector<ExperimentLane>;

const std::string first_look = "First look";
const std::string figures = "Figures of the paper";
const std::string tables = "Tables of the paper";
const std::string ablations = "Ablations";

const std::vector<double> noise_counts = {0, 5, 10, 20, 40};
const std::vector<double> rate_factors = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};
// Of 1000 classes; 1 is uniform, 500000 practically pure class order.
const std::vector<double> imbalance_ratios = {1, 1000, 2000, 5000, 500000};

Lanes methods(const std::vector<std::string>& ids) {
    Lanes lanes;
    for (const std::string& id : ids)
        lanes.push_back({id});
    return lanes;
}

/// The seven methods that the paper compares. The window has six lanes at most: a preset leaves one out.
Lanes field_without(const std::string& left_out) {
    Lanes lanes = methods({"no_adaptation", "tent", "eata", "sar", "deyo", "come", "zerosiam"});
    for (ExperimentLane& lane : lanes)
        if (lane.method == left_out)
            lane.used = UsedIn::study;
    return lanes;
}

/// ZeroSiam with one field set.
ExperimentLane variant(const std::string& name, const std::string& path, const FieldValue& value) {
    return {"zerosiam", name, {{path, value}}};
}

/// ZeroSiam lanes that differ in one field alone, by names and values.
Lanes variants(const std::string& path, const std::vector<std::pair<std::string, std::string>>& values) {
    Lanes lanes;
    for (const auto& [name, value] : values)
        lanes.push_back(variant(name, path, value));
    return lanes;
}

Lanes joined(Lanes lanes, const Lanes& more) {
    lanes.insert(lanes.end(), more.begin(), more.end());
    return lanes;
}

const ExperimentAxis by_corruption{VariedField::corruption};

std::vector<NamedExperiment> first_looks() {
    const Lanes defaults = methods({"tent", "zerosiam", "no_adaptation"});
    return {
        {"default",
         "",
         LAB_WORDS("Core", "Tent collapses, ZeroSiam does not"),
         LAB_WORDS("Core", "Label shift in pure class order, Gaussian noise 5"),
         first_look,
         "",
         {},
         0,
         defaults},
        {"shuffled",
         "",
         LAB_WORDS("Core", "The same on a shuffled stream"),
         LAB_WORDS("Core", "Nothing collapses when classes are evenly mixed"),
         first_look,
         "",
         {"stream.scenario=mild"},
         0,
         defaults},
        {"switches",
         "demo",
         LAB_WORDS("Core", "One switch at a time"),
         LAB_WORDS("Core", "ZeroSiam whole, and with one part taken away in each lane"),
         first_look,
         LAB_WORDS("Core", "Label shift, average over five models, ImageNet-C 5: no adaptation 29.0, Tent "
                           "30.9, ZeroSiam 52.9 %."),
         {},
         0,
         {{"no_adaptation", {}, {}, UsedIn::study},
          {"tent", {}, {}, UsedIn::study},
          {"zerosiam"},
          variant("No predictor", "alignment.predictor", "none"),
          variant("No stop-gradient", "alignment.stop_gradient", false),
          variant("No divergence", "alignment.alpha", 0.0)},
         {VariedField::corruption, {}, {}, {"gaussian_noise"}}},
    };
}

std::vector<NamedExperiment> paper_figures() {
    return {
        {"fig2a",
         "fig2a",
         LAB_WORDS("Core", "Figure 2a: predictor distance and imbalance"),
         LAB_WORDS("Core", "The more imbalanced the stream, the faster and farther ZeroSiam's predictor "
                           "leaves the identity: move Imbalance and restart"),
         figures,
         LAB_WORDS("Core", "Figure 2a: the more imbalanced the stream, the faster and farther the predictor "
                           "leaves the identity."),
         {},
         0,
         {{"zerosiam"}, {"no_adaptation", {}, {}, UsedIn::preset}},
         {VariedField::imbalance_ratio, imbalance_ratios, {5000}, {}, {}, false, "IR %1"},
         {{"predictor_distance", "Predictor distance from the identity (Frobenius)"}}},
        {"fig2bcd",
         "fig2bcd",
         LAB_WORDS("Core", "Figure 2b-d: logit norm and centre dominance"),
         LAB_WORDS("Core", "On a shuffled stream of snow, Tent's logit norm and centre dominance rise, "
                           "ZeroSiam's stay"),
         figures,
         LAB_WORDS("Core", "Figure 2b-d (ResNet50-GN, snow 5, mild): Tent's logit norm and centre "
                           "dominance soar, ZeroSiam's stay."),
         {"stream.scenario=mild", "stream.corruption.kind=snow"},
         0,
         methods({"tent", "zerosiam"}),
         {},
         {{"accuracy_window", "Accuracy, last 10 batches (share)"},
          {"logit_norm", "Logit norm"},
          {"center_dominance", "Centre dominance"}},
         "snow"},
        {"fig3",
         "fig3",
         LAB_WORDS("Core", "Figure 3: learning from pure noise"),
         LAB_WORDS("Core", "Twenty batches of pure noise before the stream: who still knows anything "
                           "afterwards?"),
         figures,
         LAB_WORDS("Core", "Figure 3: accuracy after N batches of pure noise; ZeroSiam holds longest."),
         {"stream.scenario=noise_first"},
         0,
         field_without("eata"),
         {VariedField::noise_batches, noise_counts, {20}, {}, "batches of pure noise before the stream"}},
        {"fig4",
         "fig4",
         LAB_WORDS("Core", "Figure 4: sensitivity to the rate"),
         LAB_WORDS("Core", "Tent and ZeroSiam at a tenth of, at and at ten times their rates"),
         figures,
         LAB_WORDS("Core", "Figure 4 (ViT-B): ZeroSiam keeps its accuracy over a wide range of rates."),
         {},
         0,
         {{"tent"},
          {"eata", {}, {}, UsedIn::study},
          {"sar", {}, {}, UsedIn::study},
          {"deyo", {}, {}, UsedIn::study},
          {"come", {}, {}, UsedIn::study},
          {"zerosiam"}},
         {VariedField::rates, rate_factors, {0.1, 1, 10}, {}, "factor on the method's default rates", true}},
    };
}

std::vector<NamedExperiment> paper_tables() {
    return {
        {"label-shift",
         "table-label-shift",
         LAB_WORDS("Core", "Label shift: the methods compared"),
         LAB_WORDS("Core", "One class after the other: the table in which Tent and others fall behind"),
         tables,
         LAB_WORDS("Core", "Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 30.9, SAR "
                           "38.8, EATA 40.7, COME 42.5, DeYO 43.1, ZeroSiam 52.9 %."),
         {},
         0,
         field_without("eata"),
         by_corruption},
        {"mixed",
         "table-mixed",
         LAB_WORDS("Core", "Mixed shifts: the methods compared"),
         LAB_WORDS("Core", "The 15 standard corruptions shuffled into one stream"),
         tables,
         LAB_WORDS("Core", "Average over five models, ImageNet-C 5: no adaptation 29.9, Tent 14.3, SAR "
                           "39.5, EATA 42.9, COME 34.4, DeYO 38.1, ZeroSiam 44.2 %."),
         {"stream.scenario=mixed"},
         400,
         field_without("come"),
         {},
         {},
         "mixed 15",
         5},
        {"bs1",
         "table-bs1",
         LAB_WORDS("Core", "Batch size 1: the methods compared"),
         LAB_WORDS("Core", "One image at a time, rates scaled as published"),
         tables,
         LAB_WORDS("Core", "Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 33.2, SAR "
                           "37.2, EATA 36.0, COME 43.0, DeYO 44.0, ZeroSiam 52.5 %."),
         {"stream.scenario=mild", "stream.batch_size=1"},
         1000,
         field_without("eata"),
         by_corruption},
        {"blind-spot",
         "table-blind-spot",
         LAB_WORDS("Core", "Blind spot: the methods compared"),
         LAB_WORDS("Core", "Adapts one by one on what the model gets wrong, then freezes and scores "
                           "everything"),
         tables,
         LAB_WORDS("Core", "Average over five models, ImageNet-C 5: no adaptation 29.0, Tent 21.7, SAR "
                           "33.8, EATA 33.5, COME 33.6, DeYO 29.8, ZeroSiam 52.0 %."),
         {"stream.scenario=blind_spot", "stream.batch_size=1"},
         1000,
         field_without("eata"),
         by_corruption},
    };
}

std::vector<NamedExperiment> paper_ablations() {
    return {
        {"ablation-predictor",
         "ablation-predictor",
         LAB_WORDS("Core", "Which predictor"),
         LAB_WORDS("Core", "Linear, fixed random, two layers or none, beside Tent"),
         ablations,
         LAB_WORDS("Core", "ViT-B: Tent 47.3, fixed random 60.7, linear 64.1, FC-ReLU-FC 64.0 %."),
         {},
         0,
         joined(methods({"tent"}), variants("alignment.predictor", {{"Fixed random", "fixed_random"},
                                                                    {"Linear (ZeroSiam)", "linear"},
                                                                    {"FC-ReLU-FC", "mlp"},
                                                                    {"No predictor", "none"}})),
         by_corruption},
        {"ablation-divergence",
         "ablation-divergence",
         LAB_WORDS("Core", "Which divergence"),
         LAB_WORDS("Core", "Five ways to measure how far the branches are apart, and no stop-gradient"),
         ablations,
         LAB_WORDS("Core", "The paper's default is the symmetric KL divergence."),
         {},
         0,
         joined(variants("alignment.divergence", {{"Symmetric KL", "symmetric_kl"},
                                                  {"KL(o|r)", "kl"},
                                                  {"KL(r|o)", "reverse_kl"},
                                                  {"Jensen-Shannon", "jensen_shannon"},
                                                  {"Squared error", "mean_squared"}}),
                {variant("No stop-gradient", "alignment.stop_gradient", false)}),
         by_corruption},
        {"ablation-objective",
         "ablation-objective",
         LAB_WORDS("Core", "Which objective"),
         LAB_WORDS("Core", "The pair under five objectives"),
         ablations,
         LAB_WORDS("Core", "The paper shows that the pair helps other objectives than entropy, too."),
         {},
         0,
         variants("objective", {{"Entropy", "entropy"},
                                {"COME", "come"},
                                {"Pseudo-label", "pseudo_label"},
                                {"Soft likelihood ratio", "soft_likelihood_ratio"},
                                {"Negative squared", "negative_squared"}}),
         by_corruption},
        {"plug-in",
         "plug-in",
         LAB_WORDS("Core", "ZeroSiam in other methods"),
         LAB_WORDS("Core", "EATA, SAR and DeYO, each without and with ZeroSiam's loss"),
         ablations,
         LAB_WORDS("Core", "Averages: EATA 40.7 -> 49.0, DeYO 43.1 -> 53.9 % with ZeroSiam."),
         {},
         0,
         methods({"eata", "zerosiam_eata", "sar", "zerosiam_sar", "deyo", "zerosiam_deyo"}),
         by_corruption},
    };
}

} // namespace

const std::vector<NamedExperiment>& named_experiments() {
    static const std::vector<NamedExperiment> table = [] {
        std::vector<NamedExperiment> all;
        for (const auto& group : {first_looks(), paper_figures(), paper_tables(), paper_ablations()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return table;
}

} // namespace lab
