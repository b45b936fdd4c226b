#include "core/run/token_candidates.h"

#include "core/recipe/recipe_fields.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace lab {

namespace {

constexpr std::int64_t rows_at_once = 64;

struct Top {
    std::vector<int> tokens;          ///< [N × top]
    std::vector<float> probabilities; ///< their logarithms
};

void append_top(const at::Tensor& logits, Top& top) {
    const std::int64_t named = std::min<std::int64_t>(AnswerDetail::top, logits.size(1));
    const auto [value, place] = logits.to(at::kDouble).log_softmax(1).topk(named, 1);
    const at::Tensor p = value.cpu().contiguous(), ids = place.cpu().contiguous();
    for (std::int64_t row = 0; row < p.size(0); ++row)
        for (std::int64_t k = 0; k < AnswerDetail::top; ++k) {
            const bool there = k < named;
            top.tokens.push_back(there ? static_cast<int>(ids.data_ptr<std::int64_t>()[row * named + k])
                                       : -1);
            top.probabilities.push_back(there ? as_kept(p.data_ptr<double>()[row * named + k]) : 0);
        }
}

void share_out(const Top& top, std::vector<AnswerDetail>& answers, std::vector<int> AnswerDetail::*tokens,
               std::vector<float> AnswerDetail::*probabilities) {
    std::size_t at = 0;
    for (AnswerDetail& answer : answers) {
        const std::size_t count = answer.tokens.size() * AnswerDetail::top;
        const auto begin = static_cast<std::ptrdiff_t>(at), end = static_cast<std::ptrdiff_t>(at + count);
        (answer.*tokens).assign(top.tokens.begin() + begin, top.tokens.begin() + end);
        (answer.*probabilities).assign(top.probabilities.begin() + begin, top.probabilities.begin() + end);
        at += count;
    }
}

} // namespace

TokenCandidates::TokenCandidates(const Adapter& adapter) {
    const TrainedKind trained = adapter.recipe().trained.kind;
    const bool head_stays = trained == TrainedKind::norms || trained == TrainedKind::lora ||
                            trained == TrainedKind::norms_and_lora || trained == TrainedKind::none;
    if (!has_pair(adapter.recipe()) || !head_stays)
        return;
    const at::Tensor present = adapter.predictor().matrix(adapter.recipe().alignment.predictor);
    if (present.defined())
        matrix_ = present.detach().clone();
}

void TokenCandidates::add_to(std::vector<AnswerDetail>& answers, const QuestionStep& step,
                             const Decoder& decoder) const {
    const c10::NoGradGuard no_grad;
    Top target, online;
    for (std::int64_t begin = 0; begin < step.said_logits.size(0); begin += rows_at_once) {
        const std::int64_t count = std::min(rows_at_once, step.said_logits.size(0) - begin);
        append_top(step.said_logits.narrow(0, begin, count), target);
        if (matrix_.defined())
            append_top(decoder.head(step.said_features.narrow(0, begin, count).matmul(matrix_.t())), online);
    }
    share_out(target, answers, &AnswerDetail::top_tokens, &AnswerDetail::top_log_probabilities);
    if (matrix_.defined())
        share_out(online, answers, &AnswerDetail::online_top_tokens,
                  &AnswerDetail::online_top_log_probabilities);
}

} // namespace lab
