#pragma once

#include "core/recipe/lora_shape.h"

#include <string>
#include <string_view>
#include <vector>

/// An adaptation method is a recipe of twelve blocks. Plain values: the specification, the window's switches
/// and the adapter all hold this very struct. Formulas: ZeroSiam (arXiv 2509.23183) and the papers of the
/// methods that it is compared with. K is the number of classes, E the entropy of a sample's prediction.
namespace lab {

/// Which tensors of the model learn, by the roles that the networks give them.
enum class TrainedKind {
    norms, ///< scales and shifts of the normalisation layers
    head,  ///< the classifier layer
    all,   ///< both, and the encoder
    none,
    lora,           ///< language models: low-rank pairs beside the linear maps
    norms_and_lora, ///< both
    shift,          ///< language models: a vector that is added to the features before the head (SLOT)
};

/// The layers that are left alone stand in Recipe::frozen_prefixes.
struct Trained {
    TrainedKind kind = TrainedKind::norms;
    LoraShape lora = {}; ///< of the pairs, where they are trained
    bool operator==(const Trained&) const = default;
};

/// What BatchNorm layers normalise with while the model adapts.
enum class StatisticsKind {
    source, ///< the training's averages
    batch,  ///< the batch's own mean and variance
};

struct Statistics {
    StatisticsKind kind = StatisticsKind::batch;
    bool operator==(const Statistics&) const = default;
};

/// Further pictures that are made of each one.
enum class ViewsKind { none };

struct Views {
    ViewsKind kind = ViewsKind::none;
    bool operator==(const Views&) const = default;
};

/// Pictures of the past that are learnt from again.
enum class MemoryKind { none };

struct Memory {
    MemoryKind kind = MemoryKind::none;
    bool operator==(const Memory&) const = default;
};

/// A second model that gives the targets.
enum class TeacherKind { none };

struct Teacher {
    TeacherKind kind = TeacherKind::none;
    bool operator==(const Teacher&) const = default;
};

/// Which samples the loss averages over, with which weights.
enum class SelectionKind {
    all,
    entropy,            ///< keep E < margin · ln K (SAR)
    entropy_redundancy, ///< of those, keep predictions unlike the moving average (EATA)
    entropy_plpd,       ///< of those, keep predictions that depend on the shape of the object (DeYO)
    uncertain,          ///< keep E > margin · ln K, the tokens at which a text could go on otherwise
    surprising, ///< all tokens of questions whose mean −log p of the next token is above a margin (TLM)
};

/// What margins of entropies are multiples of.
enum class MarginUnit { log_classes, nats };

struct Selection {
    SelectionKind kind = SelectionKind::all;
    double margin = 0.4;                       ///< keep E < margin · ln K
    double weight_margin = 0.4;                ///< E0 / ln K in the weight exp(E0 − E)
    double redundancy_margin = 0.4;            ///< EATA: keep |cosine(p, moving average)| below this
    double plpd_threshold = 0.2;               ///< DeYO: keep p_c(x) − p_c(patches shuffled) above this
    MarginUnit unit = MarginUnit::log_classes; ///< of margin and weight_margin
    double surprise_margin = 3.0; ///< P0 in nats of TLM's weight scale · exp(mean −log p − P0)
    double surprise_scale = 0.1;  ///< its scale
    bool operator==(const Selection&) const = default;
};

/// What is minimised on the online branch, per sample.
enum class ObjectiveKind {
    entropy,
    come,                  ///< entropy of the opinion (COME)
    pseudo_label,          ///< cross-entropy to the arg-max label
    soft_likelihood_ratio, ///< −Σ p log(p / (1 − p))
    negative_squared,      ///< −Σ p²
    next_token,            ///< language models: −log p of the token that follows (TLM, SLOT)
};

enum class PredictorKind {
    none,         ///< both branches are one: the step is that of the objective alone
    linear,       ///< D×D, no bias, starts as the identity, trained
    fixed_random, ///< D×D, random, never trained
    mlp,          ///< FC-ReLU-FC, trained
};

enum class DivergenceKind { symmetric_kl, kl, reverse_kl, jensen_shannon, mean_squared };

/// The Siamese pair: L = mean_b[ H(p_o) + α · D(p_o ‖ sg[p_r]) ].
struct Alignment {
    PredictorKind predictor = PredictorKind::none;
    bool stop_gradient = true;
    double alpha = 1.0;
    DivergenceKind divergence = DivergenceKind::symmetric_kl;
    bool operator==(const Alignment&) const = default;
};

/// Penalty on leaving the source weights: fisher_alpha · Σ F (θ − θ0)² (EATA); 0 means none (ETA).
struct Regulariser {
    double fisher_alpha = 0.0;
    bool operator==(const Regulariser&) const = default;
};

enum class OptimiserKind { sgd, sam, adamw };

struct Optimiser {
    OptimiserKind kind = OptimiserKind::sgd;
    double rate = 0.01;           ///< learning rate of the norm layers
    double predictor_rate = 0.01; ///< learning rate of the predictor
    double momentum = 0.9;
    double rho = 0.05; ///< SAM: length of the climb
    double beta1 = 0.9, beta2 = 0.999;
    double epsilon = 1e-8;   ///< AdamW: what is added to the root of the second moment
    double weight_decay = 0; ///< AdamW: of all that is trained, a share of the rate
    bool operator==(const Optimiser&) const = default;
};

/// SAR: back to the start when the moving average of the loss falls below the threshold.
struct Recovery {
    bool enabled = false;
    double threshold = 0.2;
    bool operator==(const Recovery&) const = default;
};

/// What is reported.
enum class OutputKind {
    live, ///< the model's own logits, from before the update
};

struct Output {
    OutputKind kind = OutputKind::live;
    bool operator==(const Output&) const = default;
};

/// Language models: which tokens the loss looks at. Others are reported and not learnt from.
enum class TokenChoice {
    generated,  ///< the answers, their end tokens included
    first,      ///< the first `count` tokens of each answer
    last,       ///< the last `count` tokens of each answer, its end token included
    after_mark, ///< what follows an answer's last mark ("#"), without its end token
    prompt,     ///< the questions, from their second token on
};

/// What the loss averages over.
enum class TokenMean {
    tokens,  ///< all that are kept
    answers, ///< the means of the answers of which any are kept
    sum,     ///< none: the sum
};

/// Language models: a step is a batch of questions, a row is a token.
struct Tokens {
    TokenChoice choice = TokenChoice::generated;
    int count = 80;
    TokenMean mean = TokenMean::tokens;
    int updates = 1;            ///< per batch of questions
    bool before_answer = false; ///< learn from the questions first and answer then (SLOT)
    bool reset_each = false;    ///< back to the start after every question
    bool operator==(const Tokens&) const = default;
};

struct Recipe {
    bool adapts = true; ///< false: evaluation only ("no adaptation")
    Selection selection;
    ObjectiveKind objective = ObjectiveKind::entropy;
    Alignment alignment;
    Regulariser regulariser;
    Optimiser optimiser;
    Recovery recovery;                        ///< the block that restores
    std::vector<std::string> frozen_prefixes; ///< norm layers left alone, by the start of their name
    /// Follow the public reference code where it deviates from its own paper. SAR: keep the low moving
    /// average across a reset (the paper starts it anew).
    bool reference_quirks = false;
    Trained trained;
    Statistics statistics;
    Views views;
    Memory memory;
    Teacher teacher;
    Output output;
    Tokens tokens; ///< language models alone
    bool operator==(const Recipe&) const = default;
};

/// How a method's default rates and layers follow from those of Tent on the same network.
struct RateRule {
    bool zerosiam = false;       ///< ZeroSiam's factors: one for the norm layers, one for the predictor
    bool spares_top = false;     ///< leaves the top layers alone, as SAR and DeYO do
    bool doubled_at_one = false; ///< twice the rate at batch size 1
    bool operator==(const RateRule&) const = default;
};

/// A row of the table of methods.
struct NamedRecipe {
    std::string id;      ///< "zerosiam"
    std::string title;   ///< "ZeroSiam"
    std::string summary; ///< one paragraph for people
    Recipe recipe;
    RateRule rates = {};
};

/// All methods for pictures, in the order in which they are offered.
const std::vector<NamedRecipe>& named_recipes();
/// Throws std::invalid_argument naming the id and the known ones.
const NamedRecipe& named_recipe(std::string_view id);

/// The same for language models.
const std::vector<NamedRecipe>& language_recipes();
const NamedRecipe& language_recipe(std::string_view id);

} // namespace lab
