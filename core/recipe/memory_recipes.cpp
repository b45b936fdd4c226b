#include "core/recipe/memory_recipes.h"

namespace lab {

namespace {

Optimiser adam(double rate) {
    Optimiser optimiser;
    optimiser.kind = OptimiserKind::adam;
    optimiser.rate = optimiser.predictor_rate = rate;
    return optimiser;
}

/// Nothing learns: the batch's predictions are made over.
Recipe makes_over(OutputKind output) {
    Recipe recipe;
    recipe.trained.kind = TrainedKind::none;
    recipe.statistics.kind = StatisticsKind::source;
    recipe.output.kind = output;
    return recipe;
}

/// Source: the authors' code, 32 views of one picture, SGD, 1/17 of the views' statistics.
Recipe memo() {
    Recipe recipe;
    recipe.objective = ObjectiveKind::marginal_entropy;
    recipe.trained.kind = TrainedKind::all;
    recipe.statistics = {StatisticsKind::mixed, 1.0 / 17, 4.0};
    recipe.views = {ViewsKind::mixed, 32};
    recipe.optimiser.rate = recipe.optimiser.predictor_rate = 2.5e-4;
    recipe.optimiser.nesterov = true;
    recipe.recovery.enabled = true;
    recipe.recovery.kind = RecoveryKind::episodic;
    recipe.output.kind = OutputKind::adapted;
    return recipe;
}

/// Source: the authors' settings for CIFAR-10-C.
Recipe cotta() {
    Recipe recipe;
    recipe.objective = ObjectiveKind::teacher_cross_entropy;
    recipe.trained.kind = TrainedKind::all;
    recipe.views = {ViewsKind::strong, 32};
    recipe.teacher.kind = TeacherKind::average;
    recipe.teacher.momentum = 0.999;
    recipe.teacher.view_confidence = 0.92;
    recipe.optimiser = adam(1e-3);
    recipe.restoration.kind = RestorationKind::stochastic;
    recipe.restoration.probability = 0.01;
    recipe.output.kind = OutputKind::teacher;
    return recipe;
}

Recipe rotta() {
    Recipe recipe;
    recipe.objective = ObjectiveKind::teacher_cross_entropy;
    recipe.statistics = {StatisticsKind::robust, 0.05, 4.0};
    recipe.views = {ViewsKind::strong, 1};
    recipe.memory = {MemoryKind::timely, 64, 64, 1.0, 1.0};
    recipe.teacher.kind = TeacherKind::average;
    recipe.teacher.momentum = 0.999;
    recipe.optimiser = adam(1e-3);
    recipe.output.kind = OutputKind::teacher;
    return recipe;
}

Recipe petta() {
    Recipe recipe = rotta();
    recipe.objective = ObjectiveKind::teacher_symmetric;
    recipe.memory.update_every = 0;
    recipe.teacher.by_divergence = true;
    recipe.regulariser.cosine = 10;
    recipe.regulariser.anchor = 1;
    return recipe;
}

Recipe note() {
    Recipe recipe;
    recipe.statistics = {StatisticsKind::instance, 0.01, 4.0};
    recipe.memory = {MemoryKind::balanced, 64, 64, 1.0, 1.0};
    recipe.loss.mean = LossMean::classes;
    recipe.loss.log_epsilon = 1e-6;
    recipe.optimiser = adam(1e-4);
    return recipe;
}

RateRule at(double rate) {
    RateRule rule;
    rule.published = rate;
    return rule;
}

} // namespace

std::vector<NamedRecipe> memory_recipes() {
    // clang-format off
    return {
        {"lame", "LAME", "Learns nothing: predictions of a batch are pulled towards those of its neighbours. The best there is where neighbours show the same, the worst where they do not.",
            makes_over(OutputKind::lame)},
        {"t3a", "T3A", "Leaves the network alone and replaces its last layer: each class is the mean direction of the features that were assigned to it with the least entropy.",
            makes_over(OutputKind::t3a)},
        {"memo", "MEMO", "For every picture anew: lowers the entropy of the mean prediction over many augmented views, with all weights, and predicts then.",
            memo(), at(2.5e-4)},
        {"cotta", "CoTTA", "Learns from a teacher, a slow moving average of itself, which looks at augmented views where the source is unsure; now and then single weights return to the source.",
            cotta(), at(1e-3)},
        {"rotta", "RoTTA", "Keeps a bank of recent and certain pictures, as many of each class, and learns from a teacher on these: built for streams in which classes come in blocks.",
            rotta(), at(1e-3)},
        {"petta", "PeTTA", "RoTTA that watches how far features have left their classes: the further they did, the more the source holds it and the less the teacher follows.",
            petta(), at(1e-3)},
        {"note", "NOTE", "Keeps a bank of pictures balanced by predicted class, drawn by chance, and trusts a picture's own statistics only where they depart beyond doubt.",
            note(), at(1e-4)},
    };
    // clang-format on
}

} // namespace lab
