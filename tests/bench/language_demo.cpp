// language_demo FOLDER [key=value ...]: methods on a language model that `train --task` wrote, on questions
// of its own task, as CSV on standard output; a line for each seed and lane.
//   task=chain-arithmetic  seeds=0,1  steps=150  batch=16  tokens=48  order=shuffled|answers
//   sigma=0.6 | noise=3 (severity)  fillers=0  longer=0  bits=0  rows=all|answer
//   lanes=none,tent:0.1,zerosiam:0.1:0.01,alpha0:0.1:0.01,nostop:0.1:0.01,eata:0.1   (method:rate:predictor)
#include "core/adapt/language_adapter.h"
#include "core/measure/measures.h"
#include "core/model/language/decoder_file.h"
#include "core/text/text_shift.h"
#include "core/text/tokenizer.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <list>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

namespace {

using namespace lab;

std::vector<std::string> parts_of(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

struct Settings {
    std::map<std::string, std::string> told = {{"task", "chain-arithmetic"},
                                               {"seeds", "0"},
                                               {"steps", "150"},
                                               {"batch", "16"},
                                               {"tokens", "48"},
                                               {"order", "shuffled"},
                                               {"sigma", "0"},
                                               {"noise", "0"},
                                               {"fillers", "0"},
                                               {"longer", "0"},
                                               {"bits", "0"},
                                               {"rows", "all"},
                                               {"lanes", "none"},
                                               {"threads", "1"}};
    const std::string& operator[](const char* key) const { return told.at(key); }
    int whole(const char* key) const { return std::stoi(told.at(key)); }
};

/// "tent:0.1", "zerosiam:0.1:0.01".
Recipe recipe_of(const std::string& lane, const Settings& s) {
    const std::vector<std::string> parts = parts_of(lane, ':');
    const std::string& method = parts.at(0);
    const bool variant = method == "alpha0" || method == "nostop";
    Recipe recipe = language_recipe(method == "none" ? "no_adaptation"
                                    : variant        ? "zerosiam"
                                                     : method)
                        .recipe;
    if (method == "alpha0")
        recipe.alignment.alpha = 0;
    if (method == "nostop")
        recipe.alignment.stop_gradient = false;
    if (parts.size() > 1)
        recipe.optimiser.rate = std::stod(parts[1]);
    if (parts.size() > 2)
        recipe.optimiser.predictor_rate = std::stod(parts[2]);
    if (s["rows"] == "answer")
        recipe.tokens.choice = TokenChoice::after_mark;
    return recipe;
}

std::vector<WorkedQuestion> questions_of(TextTask task, std::uint64_t seed, const Settings& s) {
    std::vector<WorkedQuestion> questions;
    const auto count = static_cast<std::uint64_t>(s.whole("steps") * s.whole("batch"));
    for (std::uint64_t number = 0; number < count; ++number)
        questions.push_back(
            worked_question(task, TaskSplit::test, seed, number, longer_by(task, s.whole("longer"))));
    if (s["order"] == "answers")
        order_by_group(questions, order_of_groups(seed));
    return questions;
}

/// What is summed up over steps.
struct Sums {
    double questions = 0, right = 0, work = 0, ended = 0, length = 0, entropy = 0, norm = 0, steps = 0;
    std::map<std::string, int> answers;
};

/// Chance that a wrong answer is less certain than a right one.
double auroc(std::vector<std::pair<double, bool>> entropies) {
    std::sort(entropies.begin(), entropies.end());
    double wrong = 0, right = 0, ranks = 0;
    for (std::size_t i = 0; i < entropies.size(); ++i) {
        (entropies[i].second ? right : wrong) += 1;
        ranks += entropies[i].second ? 0 : static_cast<double>(i) + 1;
    }
    return wrong * right > 0 ? (ranks - wrong * (wrong + 1) / 2) / (wrong * right) : -1;
}

struct Lane {
    Lane(std::string the_name, std::unique_ptr<Decoder> decoder, const Recipe& recipe, std::uint64_t seed,
         const AnswerMarks& marks)
        : name(std::move(the_name)), adapter(std::move(decoder), recipe, seed, marks) {}
    std::string name;
    LanguageAdapter adapter;
    Sums all, begin, end;
    std::vector<std::pair<double, bool>> certainty; ///< mean entropy of an answer, whether it is right
    double seconds = 0;
};

void take(Sums& sums, const QuestionStep& step, const std::vector<WorkJudgement>& judged,
          const BatchMeasures& measures) {
    for (std::size_t i = 0; i < judged.size(); ++i) {
        sums.right += judged[i].right ? 1 : 0;
        sums.work += judged[i].right && !judged[i].first_wrong ? 1 : 0;
        sums.ended += step.answers.ended[i] ? 1 : 0;
        sums.length += static_cast<double>(step.answers.lengths[i]);
        sums.questions += 1;
        ++sums.answers[judged[i].answer.value_or("none").substr(0, 4)];
    }
    sums.entropy += measures.entropy;
    sums.norm += measures.logit_norm;
    sums.steps += 1;
}

void take_step(Lane& lane, const std::vector<WorkedQuestion>& questions, const std::vector<TokenIds>& ids,
               const Decoding& decoding, const Tokenizer& tokenizer, int number, int steps) {
    const auto start = std::chrono::steady_clock::now();
    const QuestionStep step = lane.adapter.step(ids, decoding);
    const BatchMeasures measures = measure(step.result.logits, {});
    lane.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto width = step.answers.tokens.size(1);
    const at::Tensor log_p = step.result.logits.log_softmax(1), entropy = -(log_p.exp() * log_p).sum(1);
    std::vector<WorkJudgement> judged;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto* const said =
            step.answers.tokens.data_ptr<std::int64_t>() + static_cast<std::int64_t>(i) * width;
        judged.push_back(
            judge_work(questions[i], tokenizer.decode({said, said + step.answers.lengths[i]}, true)));
        const at::Tensor own = entropy.masked_select(step.rows.owner.eq(static_cast<std::int64_t>(i)));
        lane.certainty.emplace_back(own.mean().item<double>(), judged.back().right);
    }
    take(lane.all, step, judged, measures);
    if (number < steps / 10)
        take(lane.begin, step, judged, measures);
    if (number >= steps - steps / 5)
        take(lane.end, step, judged, measures);
}

void print(const Lane& lane, std::uint64_t seed, const Settings& s) {
    const auto top = std::max_element(lane.all.answers.begin(), lane.all.answers.end(),
                                      [](auto& a, auto& b) { return a.second < b.second; });
    const Sums &a = lane.all, &b = lane.begin, &e = lane.end;
    std::printf("%llu,%s,%s,%s,%.2f,%.2f,%.2f,%.4f,%.4f,%.2f,%.2f,%.1f,%.1f,%.2f,%s,%.2f,%.3f,%.3f\n",
                static_cast<unsigned long long>(seed), lane.name.c_str(), s["rows"].c_str(),
                s["order"].c_str(), 100 * a.right / a.questions, 100 * e.right / e.questions,
                100 * a.work / a.questions, b.entropy / b.steps, e.entropy / e.steps, b.norm / b.steps,
                e.norm / e.steps, b.length / b.questions, e.length / e.questions, e.ended / e.questions,
                top->first.c_str(), top->second / a.questions, auroc(lane.certainty), lane.seconds / a.steps);
    std::fflush(stdout);
}

void run(const std::string& folder, const Settings& s, std::uint64_t seed) {
    const Tokenizer tokenizer = Tokenizer::load(folder + "/tokenizer.json");
    const TextTask task = text_task(s["task"]).task;
    const AnswerMarks marks{{tokenizer.id_of("#").value()}};
    std::list<Lane> lanes;
    for (const std::string& name : parts_of(s["lanes"], ',')) {
        auto decoder = load_decoder(folder, DecoderPrecision::float32).decoder;
        if (const int bits = weight_bits(s.whole("bits")); bits > 0)
            round_weights(*decoder, bits);
        lanes.emplace_back(name, std::move(decoder), recipe_of(name, s), seed, marks);
    }
    const std::vector<WorkedQuestion> questions = questions_of(task, seed, s);
    Decoding decoding;
    decoding.most_tokens = s.whole("tokens");
    const double sigma = std::stod(s["sigma"]);
    decoding.noise = {sigma > 0 ? sigma : prompt_noise_sigma(s.whole("noise")), seed};
    const int steps = s.whole("steps"), batch = s.whole("batch");
    for (int number = 0; number < steps; ++number) {
        const auto first = questions.begin() + static_cast<std::ptrdiff_t>(number) * batch;
        const std::vector<WorkedQuestion> asked(first, first + batch);
        decoding.first_question = static_cast<std::uint64_t>(number) * static_cast<std::uint64_t>(batch);
        std::vector<TokenIds> ids;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const auto encoded = tokenizer.encode(with_fillers(
                asked[i].question, filler_share(s.whole("fillers")), seed, decoding.first_question + i));
            ids.emplace_back(encoded.ids.begin(), encoded.ids.end());
        }
        for (Lane& lane : lanes)
            take_step(lane, asked, ids, decoding, tokenizer, number, steps);
    }
    for (const Lane& lane : lanes)
        print(lane, seed, s);
}

} // namespace

int main(int argc, char** argv) {
    Settings settings;
    for (int i = 2; i < argc; ++i) {
        const std::string text = argv[i];
        const auto equals = text.find('=');
        if (equals == std::string::npos || !settings.told.contains(text.substr(0, equals)))
            throw std::invalid_argument("unknown: " + text);
        settings.told[text.substr(0, equals)] = text.substr(equals + 1);
    }
    at::set_num_threads(settings.whole("threads"));
    std::printf(
        "seed,lane,rows,order,accuracy,last_fifth,steps_right,entropy_first,entropy_last,norm_first,"
        "norm_last,length_first,length_last,ended_last,top_answer,top_share,auroc,seconds_per_step\n");
    for (const std::string& seed : parts_of(settings["seeds"], ','))
        run(argv[1], settings, std::stoull(seed));
    return 0;
}
