#pragma once

#include "core/recipe/lora_shape.h"
#include "core/recipe/tokens.h"

#include <string>
#include <string_view>
#include <vector>

/// An adaptation method is a recipe of blocks. Plain values: the specification, the window's switches
/// and the adapter all hold this very struct. Formulas: ZeroSiam (arXiv 2509.23183) and the papers of the
/// methods that it is compared with. K is the number of classes, E the entropy of a sample's prediction.
namespace lab {

/// Which tensors of the model learn, by the roles that the networks give them.
enum class TrainedKind {
    norms,   ///< scales and shifts of the normalisation layers
    head,    ///< the classifier layer
    all,     ///< both, and the encoder
    encoder, ///< all but the head (SHOT)
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
    source,   ///< the training's averages
    batch,    ///< the batch's own mean and variance
    mixed,    ///< (1 − share) · source + share · batch, layer by layer (BN-α, MEMO)
    moving,   ///< averages that a first pass of every batch moves by the share; a second predicts (BN-EMA)
    robust,   ///< averages that every training pass moves by the share and normalises with (RoTTA, PeTTA)
    instance, ///< the averages, corrected by what a picture's own are surely unlike (IABN, NOTE)
    renormalised, ///< averages that begin with the first batch; gradients flow as if by the batch (DELTA)
};

struct Statistics {
    StatisticsKind kind = StatisticsKind::batch;
    double share = 0.1;     ///< of a batch in what is mixed with it
    double shrinkage = 4.0; ///< instance: standard errors by which a picture may depart from the averages
    bool operator==(const Statistics&) const = default;
};

/// Further pictures that are made of each one.
enum class ViewsKind {
    none,
    strong, ///< colours, shift, turn, scale, blur, flip, noise (CoTTA, RoTTA, PeTTA)
    mild,   ///< colours, turn, flip (ROID)
    mixed,  ///< chains of operations, mixed (AugMix; MEMO)
};

struct Views {
    ViewsKind kind = ViewsKind::none;
    int count = 1; ///< of each picture
    bool operator==(const Views&) const = default;
};

/// Pictures of the past that are learnt from again.
enum class MemoryKind {
    none,
    timely,   ///< as many of every predicted class, the old and the uncertain leave first (RoTTA, PeTTA)
    balanced, ///< as many of every predicted class, drawn by chance from the stream (NOTE)
};

struct Memory {
    MemoryKind kind = MemoryKind::none;
    int capacity = 64;        ///< pictures
    int update_every = 64;    ///< pictures from one update to the next; 0: one update after every batch
    double timeliness = 1.0;  ///< timely: λ_t of the age in a picture's score
    double uncertainty = 1.0; ///< timely: λ_u of the entropy in it
    bool operator==(const Memory&) const = default;
};

/// A second model that gives the targets.
enum class TeacherKind {
    none,
    average, ///< a moving average of the weights
    source,  ///< the model as it was trained
};

struct Teacher {
    TeacherKind kind = TeacherKind::none;
    double momentum = 0.999;          ///< what stays of it at an update; the rest comes from the model
    double view_confidence = 1.0;     ///< views are looked at where the source's confidence is below (CoTTA)
    bool by_divergence = false;       ///< follows the less, the further features left their classes (PeTTA)
    double prototype_momentum = 0.95; ///< PeTTA: of the features' mean of a class
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
    entropy_weighted,    ///< keep E < margin · ln K, weigh by exp(E0 − E) (DELTA)
    probability,         ///< keep max p > threshold (DELTA with labels)
    diversity_certainty, ///< keep what is unlike the moving average, weigh by that and by certainty (ROID)
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
    double surprise_margin = 3.0;       ///< P0 in nats of TLM's weight scale · exp(mean −log p − P0)
    double surprise_scale = 0.1;        ///< its scale
    double probability_momentum = 0.9;  ///< of the moving average of predictions (EATA, ROID)
    double probability_threshold = 0.4; ///< keep max p above this (DELTA)
    double temperature = 0.3333333333333333; ///< τ in the weight exp(diversity · certainty / τ) (ROID)
    bool class_balanced = false;             ///< rare predicted classes weigh more (DELTA)
    double class_momentum = 0.95;            ///< of the average of predictions that tells which are rare
    bool operator==(const Selection&) const = default;
};

/// What is minimised on the online branch, per sample.
enum class ObjectiveKind {
    entropy,
    come,                     ///< entropy of the opinion (COME)
    pseudo_label,             ///< cross-entropy to the arg-max label
    soft_likelihood_ratio,    ///< −Σ p log(p / (1 − p))
    negative_squared,         ///< −Σ p²
    next_token,               ///< language models: −log p of the token that follows (TLM, SLOT)
    information_maximisation, ///< entropy, less that of the batch's mean prediction (SHOT-IM)
    teacher_cross_entropy,    ///< −Σ p_T log p to the teacher's prediction (CoTTA, RoTTA, PeTTA)
    teacher_symmetric,        ///< half of it, and half the other way round (CoTTA, PeTTA)
    marginal_entropy,         ///< entropy of the mean prediction of a picture's views (MEMO)
};

/// What a loss divides its sum by.
enum class LossMean {
    kept,    ///< number of samples kept
    batch,   ///< size of the batch, kept or not (ROID)
    classes, ///< number kept, times K (NOTE)
};

/// How the objective is worked out, and what is added to it.
struct Loss {
    LossMean mean = LossMean::kept;
    int batch_size = 0;       ///< that a mean over the batch divides by; 0: the batch's own
    double clip = 1.0;        ///< soft likelihood ratio: p is cut here, without gradient; 1: exact
    double log_epsilon = 0.0; ///< added inside logarithms
    double consistency = 0.0; ///< factor of the symmetric cross-entropy with a view of the kept (ROID)
    bool operator==(const Loss&) const = default;
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

/// Penalties on leaving the source. Factors; 0 means none.
struct Regulariser {
    double fisher_alpha = 0.0; ///< of Σ F (θ − θ0)² (EATA)
    double running_fisher = 0.0; ///< p0 of p0 · φ² · Σ F (θ − θ̄)², means since the last adaptive reset (ASR)
    double cosine = 0.0; ///< λ0 of −mean cos(θ, θ0), times the divergence of the features (PeTTA)
    double anchor = 0.0; ///< of the cross-entropy to the source's predictions (PeTTA)
    bool operator==(const Regulariser&) const = default;
};

enum class OptimiserKind { sgd, sam, adamw, adam };

struct Optimiser {
    OptimiserKind kind = OptimiserKind::sgd;
    double rate = 0.01;           ///< learning rate of the norm layers
    double predictor_rate = 0.01; ///< learning rate of the predictor
    double momentum = 0.9;
    double rho = 0.05;       ///< SAM: length of the climb
    double beta1 = 0.9;      ///< Adam, AdamW: momentum of the gradient
    double beta2 = 0.999;    ///< Adam, AdamW: momentum of its square
    double epsilon = 1e-8;   ///< Adam, AdamW: what is added to the root of the second moment
    double weight_decay = 0; ///< AdamW: of all that is trained, a share of the rate
    bool nesterov = false;   ///< SGD, SAM: the step looks ahead, rate · (g + momentum · buffer)
    bool operator==(const Optimiser&) const = default;
};

/// What brings everything back to the start.
enum class RecoveryKind {
    loss_falls, ///< the moving average of the loss falls below the threshold (SAR)
    every,      ///< every so many steps (RDumb)
    adaptive,   ///< predictions concentrate on few classes; part of the tensors goes back (ASR)
    episodic,   ///< before every picture (MEMO)
};

struct Recovery {
    bool enabled = false;
    double threshold = 0.2;
    RecoveryKind kind = RecoveryKind::loss_falls;
    int every = 1000; ///< steps
    bool operator==(const Recovery&) const = default;
};

/// ASR's numbers: C is the moving average of the entropy of the mean logits, φ the share of predictions
/// unlike the source's.
struct AdaptiveReset {
    double start = 0.5;   ///< a0: C starts at ln(a0 · K)
    double memory = 0.15; ///< m0: C keeps the share 1 − m0 + m0 · φ
    double kept = 0.5;    ///< r0: share of tensors, from the input, that a reset leaves alone
    double slope = 20.0;  ///< r1: less of it, the further below C the predictions are
    bool operator==(const AdaptiveReset&) const = default;
};

/// What draws the weights back after every update.
enum class RestorationKind {
    none,
    pull,       ///< θ ← keep · θ + (1 − keep) · θ0 (ROID)
    filter,     ///< towards hidden weights that a Kalman filter estimates (CMF)
    stochastic, ///< every value returns with a probability (CoTTA)
};

struct Restoration {
    RestorationKind kind = RestorationKind::none;
    double keep = 0.99;        ///< of the weights; filter: γ
    double hidden_keep = 0.99; ///< filter: α, what stays of the hidden weights before they take in the live
    double noise = 0.005;      ///< filter: Q, times the number of trained values / 38400
    double probability = 0.01; ///< stochastic
    bool operator==(const Restoration&) const = default;
};

/// What is reported.
enum class OutputKind {
    live,             ///< the model's own logits, from before the update
    adapted,          ///< those after the update (SHOT, MEMO)
    teacher,          ///< the teacher's
    prior_correction, ///< the model's, times a smoothed mean prediction of the batch (ROID)
    lame,             ///< probabilities that agree between neighbours of the batch (LAME)
    t3a,              ///< scores by the mean of each class's supports (T3A)
};

struct Output {
    OutputKind kind = OutputKind::live;
    int supports = 100; ///< T3A: of each class
    bool operator==(const Output&) const = default;
};

/// Which samples of a batch LAME takes for neighbours.
enum class LameAffinity { nearest, rbf };
enum class LameSpace { features, logits };

struct Lame {
    LameAffinity affinity = LameAffinity::nearest;
    LameSpace space = LameSpace::features;
    int neighbours = 5;
    bool symmetric = false;
    int rounds = 100;        ///< at most
    double tolerance = 1e-8; ///< relative change of the energy at which rounds end
    bool operator==(const Lame&) const = default;
};

struct Recipe {
    bool adapts = true; ///< false: evaluation only ("no adaptation")
    Selection selection;
    ObjectiveKind objective = ObjectiveKind::entropy;
    Loss loss;
    Alignment alignment;
    Regulariser regulariser;
    Optimiser optimiser;
    Recovery recovery;                        ///< what brings everything back
    AdaptiveReset adaptive_reset;             ///< of a recovery of that kind
    Restoration restoration;                  ///< what draws back after every update
    std::vector<std::string> frozen_prefixes; ///< norm layers left alone, by the start of their name
    /// Follow the public reference code where it deviates from its own paper. SAR: keep the low moving
    /// average across a reset (the paper starts it anew). ASR with a pull: a reset lands on what the weights
    /// are pulled towards.
    bool reference_quirks = false;
    Trained trained;
    Statistics statistics;
    Views views;
    Memory memory;
    Teacher teacher;
    Output output;
    Lame lame;     ///< of an output of that kind
    Tokens tokens; ///< language models alone
    bool operator==(const Recipe&) const = default;
};

/// How a method's default rates and layers follow from those of Tent on the same network.
struct RateRule {
    bool zerosiam = false;       ///< ZeroSiam's factors: one for the norm layers, one for the predictor
    bool spares_top = false;     ///< leaves the top layers alone, as SAR and DeYO do
    bool doubled_at_one = false; ///< twice the rate at batch size 1
    double published = 0;        ///< its own rate, whatever network and batch size; 0: follows Tent's
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
