#include "core/parity/adapter_replay.h"

namespace lab {

/// BatchNorm's statistics without training: BN-1, BN-α, BN-EMA, IABN.
void replay_statistics(const MethodTrace& trace, HyperParameters& given, Comparison& comparison) {
    const std::string method = trace.method();
    Recipe recipe = named_recipe(method == "bn1" ? "bn_1" : method).recipe;
    if (method == "bn_alpha")
        recipe.statistics.share = given.number("alpha");
    if (method == "bn_ema")
        recipe.statistics.share = given.number("momentum");
    if (method == "iabn")
        recipe.statistics.shrinkage = given.number("k");
    auto network = trace.classifier(given.number("epsilon"));
    given.expect_all_read();
    Adapter adapter(std::move(network), recipe, 0);
    replay_steps(trace, adapter, comparison);
}

} // namespace lab
