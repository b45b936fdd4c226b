#include "core/base/words.h"
#include "core/recipe/field_access.h"
#include "core/recipe/field_rows.h"

namespace lab {

namespace {

// clang-format off
FieldAccess view_kinds() {
    return choice_at<ViewsKind>([](auto& r) -> auto& { return r.views.kind; }, {
        {ViewsKind::none, "none", LAB_WORDS("RecipeFields", "no views")},
        {ViewsKind::strong, "strong", LAB_WORDS("RecipeFields", "strong views")},
        {ViewsKind::mild, "mild", LAB_WORDS("RecipeFields", "mild views")},
        {ViewsKind::mixed, "mixed", LAB_WORDS("RecipeFields", "mixed views")}});
}

FieldAccess memory_kinds() {
    return choice_at<MemoryKind>([](auto& r) -> auto& { return r.memory.kind; }, {
        {MemoryKind::none, "none", LAB_WORDS("RecipeFields", "no memory")},
        {MemoryKind::timely, "timely", LAB_WORDS("RecipeFields", "timely and certain")},
        {MemoryKind::balanced, "balanced", LAB_WORDS("RecipeFields", "balanced by chance")}});
}

FieldAccess teacher_kinds() {
    return choice_at<TeacherKind>([](auto& r) -> auto& { return r.teacher.kind; }, {
        {TeacherKind::none, "none", LAB_WORDS("RecipeFields", "no teacher")},
        {TeacherKind::average, "average", LAB_WORDS("RecipeFields", "a moving average")},
        {TeacherKind::source, "source", LAB_WORDS("RecipeFields", "the source")}});
}

FieldAccess output_kinds() {
    return choice_at<OutputKind>([](auto& r) -> auto& { return r.output.kind; }, {
        {OutputKind::live, "live", LAB_WORDS("RecipeFields", "the model's own")},
        {OutputKind::adapted, "adapted", LAB_WORDS("RecipeFields", "those after the update")},
        {OutputKind::teacher, "teacher", LAB_WORDS("RecipeFields", "the teacher's")},
        {OutputKind::prior_correction, "prior_correction", LAB_WORDS("RecipeFields", "with the prior corrected")},
        {OutputKind::lame, "lame", LAB_WORDS("RecipeFields", "smoothed between neighbours")},
        {OutputKind::t3a, "t3a", LAB_WORDS("RecipeFields", "by supports")}});
}

FieldAccess affinities() {
    return choice_at<LameAffinity>([](auto& r) -> auto& { return r.lame.affinity; }, {
        {LameAffinity::nearest, "nearest", LAB_WORDS("RecipeFields", "nearest neighbours")},
        {LameAffinity::rbf, "rbf", LAB_WORDS("RecipeFields", "Gaussian")}});
}

FieldAccess spaces() {
    return choice_at<LameSpace>([](auto& r) -> auto& { return r.lame.space; }, {
        {LameSpace::features, "features", LAB_WORDS("RecipeFields", "features")},
        {LameSpace::logits, "logits", LAB_WORDS("RecipeFields", "logits")}});
}

} // namespace

std::vector<RecipeField> memory_rows() {
    return {
        {.path = "views.kind", .block = "views", .access = view_kinds(),
         .title = LAB_WORDS("RecipeFields", "Views"),
         .hint = LAB_WORDS("RecipeFields", "Further pictures that are made of each one."),
         .change = LAB_WORDS("RecipeFields", "views: %1")},
        {.path = "views.count", .block = "views", .access = member_at([](auto& r) -> auto& { return r.views.count; }),
         .title = LAB_WORDS("RecipeFields", "Number"),
         .hint = LAB_WORDS("RecipeFields", "Views of each picture."),
         .change = LAB_WORDS("RecipeFields", "%1 views"),
         .range = {1, 1024},
         .needs = {{"views.kind", {"strong", "mild", "mixed"}}}},
        {.path = "memory.kind", .block = "memory", .access = memory_kinds(),
         .title = LAB_WORDS("RecipeFields", "Memory"),
         .hint = LAB_WORDS("RecipeFields", "Pictures of the past that are learnt from again."),
         .change = LAB_WORDS("RecipeFields", "memory: %1")},
        {.path = "memory.capacity", .block = "memory", .access = member_at([](auto& r) -> auto& { return r.memory.capacity; }),
         .title = LAB_WORDS("RecipeFields", "Capacity"),
         .hint = LAB_WORDS("RecipeFields", "Pictures in the memory."),
         .change = LAB_WORDS("RecipeFields", "memory of %1 pictures"), .unit = "pictures",
         .range = {1, 100000},
         .needs = {{"memory.kind", {"timely", "balanced"}}}},
        {.path = "memory.update_every", .block = "memory", .access = member_at([](auto& r) -> auto& { return r.memory.update_every; }),
         .title = LAB_WORDS("RecipeFields", "Update every"),
         .hint = LAB_WORDS("RecipeFields", "Pictures from one update to the next; 0: one update after every batch."),
         .change = LAB_WORDS("RecipeFields", "update every %1 pictures"), .unit = "pictures",
         .range = {0, 1000000},
         .needs = {{"memory.kind", {"timely", "balanced"}}}, .for_memory = std::int64_t{0}},
        {.path = "memory.timeliness", .block = "memory", .access = member_at([](auto& r) -> auto& { return r.memory.timeliness; }),
         .title = LAB_WORDS("RecipeFields", "Timeliness λ_t"),
         .hint = LAB_WORDS("RecipeFields", "Weight of the age in the score by which a picture leaves the memory (RoTTA)."),
         .change = LAB_WORDS("RecipeFields", "timeliness %1"),
         .range = {0, 1000}, .slider = {0.01, 10, true, true},
         .needs = {{"memory.kind", {"timely"}}}, .for_memory = 1.0},
        {.path = "memory.uncertainty", .block = "memory", .access = member_at([](auto& r) -> auto& { return r.memory.uncertainty; }),
         .title = LAB_WORDS("RecipeFields", "Uncertainty λ_u"),
         .hint = LAB_WORDS("RecipeFields", "Weight of the entropy in the score by which a picture leaves the memory (RoTTA)."),
         .change = LAB_WORDS("RecipeFields", "uncertainty %1"),
         .range = {0, 1000}, .slider = {0.01, 10, true, true},
         .needs = {{"memory.kind", {"timely"}}}, .for_memory = 1.0},
        {.path = "teacher.kind", .block = "teacher", .access = teacher_kinds(),
         .title = LAB_WORDS("RecipeFields", "Teacher"),
         .hint = LAB_WORDS("RecipeFields", "A second model that gives the targets."),
         .change = LAB_WORDS("RecipeFields", "teacher: %1")},
        {.path = "teacher.momentum", .block = "teacher", .access = member_at([](auto& r) -> auto& { return r.teacher.momentum; }),
         .title = LAB_WORDS("RecipeFields", "Momentum"),
         .hint = LAB_WORDS("RecipeFields", "What stays of the teacher at an update; the rest comes from the model (CoTTA, RoTTA 0.999)."),
         .change = LAB_WORDS("RecipeFields", "teacher's momentum %1"),
         .range = {0, 1}, .slider = {0.9, 1},
         .needs = {{"teacher.kind", {"average"}}}, .for_memory = 0.999},
        {.path = "teacher.view_confidence", .block = "teacher", .access = member_at([](auto& r) -> auto& { return r.teacher.view_confidence; }),
         .title = LAB_WORDS("RecipeFields", "Views below"),
         .hint = LAB_WORDS("RecipeFields", "Targets are the mean over views where the source's mean confidence is below this, else of one look (CoTTA: 0.92 on CIFAR-10)."),
         .change = LAB_WORDS("RecipeFields", "views below confidence %1"),
         .range = {0, 1},
         .needs = {{"teacher.kind", {"average", "source"}}, {"views.kind", {"strong", "mild", "mixed"}}}, .for_memory = 1.0},
        {.path = "teacher.by_divergence", .block = "teacher", .access = member_at([](auto& r) -> auto& { return r.teacher.by_divergence; }),
         .title = LAB_WORDS("RecipeFields", "Divergence"),
         .hint = LAB_WORDS("RecipeFields", "The further features have left their classes, the less the teacher follows and the more the source holds (PeTTA)."),
         .change = LAB_WORDS("RecipeFields", "teacher by divergence %1"),
         .tick = LAB_WORDS("RecipeFields", "heed the divergence"),
         .needs = {{"teacher.kind", {"average"}}, {"memory.kind", {"timely", "balanced"}}}},
        {.path = "teacher.prototype_momentum", .block = "teacher", .access = member_at([](auto& r) -> auto& { return r.teacher.prototype_momentum; }),
         .title = LAB_WORDS("RecipeFields", "Prototype momentum"),
         .hint = LAB_WORDS("RecipeFields", "What stays of a class's mean features (PeTTA)."),
         .change = LAB_WORDS("RecipeFields", "prototype momentum %1"),
         .range = {0, 1},
         .needs = {{"teacher.by_divergence", {"true"}}}, .for_memory = 0.95}};
}

std::vector<RecipeField> output_rows() {
    return {
        {.path = "output.kind", .block = "output", .access = output_kinds(),
         .title = LAB_WORDS("RecipeFields", "Output"),
         .hint = LAB_WORDS("RecipeFields", "Which logits are reported: from before the update unless it says otherwise."),
         .change = LAB_WORDS("RecipeFields", "output: %1")},
        {.path = "output.supports", .block = "output", .access = member_at([](auto& r) -> auto& { return r.output.supports; }),
         .title = LAB_WORDS("RecipeFields", "Supports"),
         .hint = LAB_WORDS("RecipeFields", "Supports of each class; 0: all of them (T3A)."),
         .change = LAB_WORDS("RecipeFields", "%1 supports"),
         .range = {0, 100000},
         .needs = {{"output.kind", {"t3a"}}}},
        {.path = "lame.affinity", .block = "output", .access = affinities(),
         .title = LAB_WORDS("RecipeFields", "Affinity"),
         .hint = LAB_WORDS("RecipeFields", "Which samples of a batch pull on each other (LAME)."),
         .change = LAB_WORDS("RecipeFields", "affinity: %1"),
         .needs = {{"output.kind", {"lame"}}}},
        {.path = "lame.space", .block = "output", .access = spaces(),
         .title = LAB_WORDS("RecipeFields", "Compared by"),
         .hint = LAB_WORDS("RecipeFields", "What neighbours are alike in (LAME)."),
         .change = LAB_WORDS("RecipeFields", "compared by %1"),
         .needs = {{"output.kind", {"lame"}}}},
        {.path = "lame.neighbours", .block = "output", .access = member_at([](auto& r) -> auto& { return r.lame.neighbours; }),
         .title = LAB_WORDS("RecipeFields", "Neighbours"),
         .hint = LAB_WORDS("RecipeFields", "k: of the nearest neighbours, or of the width of the Gaussian (LAME)."),
         .change = LAB_WORDS("RecipeFields", "%1 neighbours"),
         .range = {1, 10000},
         .needs = {{"output.kind", {"lame"}}}},
        {.path = "lame.symmetric", .block = "output", .access = member_at([](auto& r) -> auto& { return r.lame.symmetric; }),
         .title = LAB_WORDS("RecipeFields", "Symmetric"),
         .hint = LAB_WORDS("RecipeFields", "Neighbours pull in both directions (LAME)."),
         .change = LAB_WORDS("RecipeFields", "symmetric neighbours %1"),
         .tick = LAB_WORDS("RecipeFields", "both ways"),
         .needs = {{"output.kind", {"lame"}}}, .for_memory = false},
        {.path = "lame.rounds", .block = "output", .access = member_at([](auto& r) -> auto& { return r.lame.rounds; }),
         .title = LAB_WORDS("RecipeFields", "Rounds"),
         .hint = LAB_WORDS("RecipeFields", "Rounds at most (LAME)."),
         .change = LAB_WORDS("RecipeFields", "%1 rounds"),
         .range = {1, 100000},
         .needs = {{"output.kind", {"lame"}}}, .for_memory = std::int64_t{100}},
        {.path = "lame.tolerance", .block = "output", .access = member_at([](auto& r) -> auto& { return r.lame.tolerance; }),
         .title = LAB_WORDS("RecipeFields", "Tolerance"),
         .hint = LAB_WORDS("RecipeFields", "Relative change of the energy at which rounds end (LAME)."),
         .change = LAB_WORDS("RecipeFields", "tolerance %1"),
         .range = {0, 1}, .slider = {1e-12, 0.1, true, true},
         .needs = {{"output.kind", {"lame"}}}, .for_memory = 1e-8}};
}
// clang-format on

} // namespace lab
