#include "core/record/detail_line.h"
#include "core/record/recording_file.h"
#include "core/record/replay.h"
#include "tests/run/small_language.h"
#include "tests/support/test_files.h"

#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

/// A run of questions does what one of pictures does: the same again, switched, forked, stopped.
class TestLanguageRun : public QObject {
    Q_OBJECT

    SmallLanguage m_small;

    ExperimentSpec spec() const { return m_small.spec({"no_adaptation", "tent", "zerosiam"}); }

    RunSchedule schedule() const {
        const ExperimentSpec s = spec();
        Recipe off = s.lanes[2].recipe, mlp = off, still = s.lanes[1].recipe;
        off.alignment.stop_gradient = false;
        mlp.alignment.predictor = PredictorKind::mlp;
        still.adapts = false;
        return {
            {{2, 2, off}, {3, 1, still}, {5, 2, mlp}, {7, 3, off}},
            {{3, 2, 1, mlp, "back then"}, {5, 1, 5, s.lanes[1].recipe, "now"}, {6, 3, 4, off, "of a fork"}},
            8};
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void every_step_has_its_records_and_answers() {
        const LanguageRecord run(spec());
        QCOMPARE(run.recording.records.size(), std::size_t(24));
        QCOMPARE(run.details.size(), std::size_t(8));
        QCOMPARE(run.recording.info.total_steps, 8);
        QCOMPARE(run.recording.info.total_images, std::int64_t(32));
        QCOMPARE(run.recording.info.class_names.size(), std::size_t(12));
        for (const StepRecord& record : run.recording.records) {
            QCOMPARE(record.batch_size, 4);
            QCOMPARE(record.images_seen, std::int64_t(4 * record.step));
            QCOMPARE(record.predictions.size(), std::size_t(4));
            QCOMPARE(record.corruption, std::string("none"));
            for (const double value :
                 {record.accuracy, record.entropy, record.logit_norm, record.tokens, record.answer_length,
                  record.ended_share, record.periodic_tail, record.distinct_tokens, record.answer_dominance,
                  record.token_dominance, record.true_token_dominance, record.steps_right, record.rows,
                  record.unadapted_divergence, record.class_dominance})
                QVERIFY(std::isfinite(value));
            QVERIFY(record.kept <= record.rows);
        }
        const BatchDetail& detail = *run.details[2];
        QCOMPARE(detail.step, 3);
        QCOMPARE(detail.questions.size(), std::size_t(4));
        QCOMPARE(detail.lanes.size(), std::size_t(3));
        for (std::size_t lane = 0; lane < 3; ++lane) {
            double tokens = 0;
            for (const AnswerDetail& answer : detail.lanes[lane].answers) {
                tokens += static_cast<double>(answer.tokens.size());
                QVERIFY(answer.top_tokens.empty() && answer.online_top_tokens.empty());
                QCOMPARE(answer.counted.size(), answer.tokens.size());
                QVERIFY((answer.verdict == AnswerVerdict::unended) == (answer.tokens.back() != 1));
                for (std::size_t i = 0; i < answer.tokens.size(); ++i)
                    QVERIFY(answer.entropy[i] >= 0 && answer.log_probability[i] <= 0);
            }
            QCOMPARE(tokens, run.lane(static_cast<int>(lane))[2].tokens);
        }
        for (const TokenText& token : detail.vocabulary)
            QVERIFY(!token.bytes.empty());
    }

    /// The unadapted lane is the model itself; the others leave it.
    void divergence_is_from_the_unadapted_model() {
        const LanguageRecord run(spec());
        for (const StepRecord& record : run.lane(0))
            QCOMPARE(record.unadapted_divergence, 0.0);
        QVERIFY(std::abs(run.lane(1).front().unadapted_divergence) < 1e-12); // before its first update
        QVERIFY(run.lane(1).back().unadapted_divergence > 1e-6);
        QVERIFY(run.lane(2).back().unadapted_divergence > 1e-6);
        QVERIFY(run.lane(2).back().predictor_distance > 0);
        QVERIFY(std::isnan(run.lane(1).back().predictor_distance));
    }

    void the_same_seed_gives_the_same_bytes() {
        ExperimentSpec s = spec();
        s.stream.decoding.temperature = 0.8;
        s.stream.decoding.top_p = 0.9;
        s.stream.shift = {QuestionShiftKind::filler, 2};
        s.stream.order = QuestionOrder::by_answer;
        const LanguageRecord one(s), other(s);
        QCOMPARE(difference_between(one.recording.records, other.recording.records), std::string());
        for (std::size_t i = 0; i < one.details.size(); ++i)
            QCOMPARE(to_json_line(*one.details[i]), to_json_line(*other.details[i]));
        s.stream.decoding.seed = 1;
        QVERIFY(difference_between(one.recording.records, LanguageRecord(s).recording.records) != "");
    }

    void candidates_change_no_record() {
        const LanguageRecord without(spec()), with(spec(), {}, true);
        QCOMPARE(difference_between(without.recording.records, with.recording.records), std::string());
        for (const BatchDetailPtr& detail : with.details)
            for (const StepDetail& lane : detail->lanes)
                for (const AnswerDetail& answer : lane.answers) {
                    QCOMPARE(answer.top_tokens.size(), answer.tokens.size() * AnswerDetail::top);
                    QCOMPARE(answer.online_top_tokens.empty(), lane.lane != 2);
                    for (std::size_t i = 0; i < answer.tokens.size(); ++i) {
                        if (answer.top_tokens[i * 5] == 0) // padding, which is never said
                            continue;
                        QCOMPARE(answer.top_tokens[i * 5], answer.tokens[i]); // greedy
                        QCOMPARE(answer.top_log_probabilities[i * 5], answer.log_probability[i]);
                        QVERIFY(answer.top_log_probabilities[i * 5 + 4] <=
                                answer.top_log_probabilities[i * 5]);
                    }
                }
        // The identity, and then no more.
        const AnswerDetail &first = with.details.front()->lanes[2].answers[0],
                           &last = with.details.back()->lanes[2].answers[0];
        QVERIFY(first.online_top_log_probabilities == first.top_log_probabilities);
        QVERIFY(last.online_top_log_probabilities != last.top_log_probabilities);
        QCOMPARE(detail_from_json_line(to_json_line(*with.details[4]), 3, 12).lanes[2].answers,
                 with.details[4]->lanes[2].answers);
    }

    void a_run_with_switches_and_forks_is_the_same_again() {
        const LanguageRecord first(spec(), schedule());
        QCOMPARE(first.recording.spec.lanes.size(), std::size_t(6));
        const std::string file = m_small.path("run.collapselab");
        DetailStore details;
        for (const BatchDetailPtr& detail : first.details)
            details.add(detail);
        save_recording(file, first.recording, details);
        DetailStore read_details;
        const Recording read = load_recording(file, &read_details);
        QCOMPARE(read_details.at(3)->lanes.size(), std::size_t(4)); // with the fork from the first step
        const Replay replay = replay_of(read);
        QVERIFY(replay.schedule == schedule());
        QVERIFY(replay.spec == spec());
        const LanguageRecord second(replay.spec, replay.schedule, false, 0); // without checkpoints
        const auto difference = first_difference(read.records, second.recording.records);
        QVERIFY2(!difference, difference ? sentence_of(*difference).c_str() : "");
        QVERIFY(second.recording.events == first.recording.events);
    }

    void a_switch_holds_from_its_step_on() {
        ExperimentSpec s = m_small.spec({"tent", "tent"});
        Recipe still = s.lanes[0].recipe;
        still.adapts = false;
        RunSchedule thrown;
        thrown.switches = {{4, 1, still}};
        const LanguageRecord run(s, thrown);
        const std::vector<StepRecord> went_on = run.lane(0), switched = run.lane(1);
        for (std::size_t i = 0; i < 8; ++i)
            QCOMPARE(went_on[i].logit_norm == switched[i].logit_norm,
                     i < 4); // the step's own answers are as before
        QVERIFY(switched[4].unadapted_divergence > 0);
    }

    void a_fork_without_a_change_has_its_parents_digits_data() {
        QTest::addColumn<QString>("method");
        for (const char* method : {"tent", "zerosiam", "zerosiam_lora", "eata", "sar", "come", "tlm", "slot"})
            QTest::newRow(method) << method;
    }
    void a_fork_without_a_change_has_its_parents_digits() {
        QFETCH(QString, method);
        const ExperimentSpec s = m_small.spec({method.toStdString()});
        RunSchedule forked;
        forked.forks = {{6, 0, 3, s.lanes[0].recipe, "again"}};
        const LanguageRecord run(s, forked);
        std::vector<StepRecord> parent = run.lane(0);
        parent.erase(parent.begin(), parent.begin() + 3);
        QCOMPARE(run.lane(1).size(), std::size_t(5));
        QCOMPARE(difference_between(parent, run.lane(1)), std::string());
        QVERIFY(run.recording.records.front().rows > 0);
    }

    void every_method_changes_the_model_or_answers_as_it_was() {
        for (const NamedRecipe& row : language_recipes()) {
            const LanguageRecord run(m_small.spec({row.id}));
            const std::vector<StepRecord> records = run.lane(0);
            QCOMPARE(records.size(), std::size_t(8));
            // EATA's and SAR's margins let no token of an uncertain model through.
            const bool stays = row.id == "no_adaptation" || row.id == "eata" || row.id == "sar";
            QVERIFY2((std::abs(records.back().unadapted_divergence) < 1e-12) == stays, row.id.c_str());
        }
    }

    void lanes_stop_reset_and_start_from_states() {
        ExperimentSpec s = m_small.spec({"tent", "tent"});
        s.lanes[0].reset = ResetPolicy::batch;
        s.lanes[1].recipe.optimiser.rate = 1000; // no longer finite numbers
        s.lanes[1].recipe.objective = ObjectiveKind::entropy;
        const LanguageRecord run(s);
        for (const StepRecord& record : run.lane(0))
            QVERIFY(std::abs(record.unadapted_divergence) < 1e-12);
        QCOMPARE(run.lane(0).back().resets, 7);
        s = m_small.spec({"tent"});
        Experiment experiment(s);
        StepOutput output;
        for (int i = 0; i < 4; ++i)
            QVERIFY(experiment.step(output));
        const std::string state = m_small.path("state.safetensors");
        experiment.save_state(0, state);
        s.lanes[0].start_from = state;
        QVERIFY(LanguageRecord(s).lane(0).front().unadapted_divergence > 1e-9);
    }

    /// Answers that a stop has cut off are no answers.
    void an_interrupted_step_leaves_nothing() {
        Experiment experiment(spec());
        int asked = 0;
        experiment.set_interrupted([&] { return ++asked > 60; });
        StepOutput output;
        int steps = 0;
        while (experiment.step(output)) {
            QCOMPARE(output.records.size(), std::size_t(3));
            ++steps;
        }
        QVERIFY(steps < 8);
        QVERIFY(output.records.empty() && output.events.empty() && !output.detail);
        QVERIFY(experiment.cut_short());
        const LanguageRecord whole(spec());
        QVERIFY(steps == 0 || whole.recording.records.size() > std::size_t(3 * steps));
    }

    void what_cannot_run_is_refused_data() {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* which, const char* sentence) {
            QTest::newRow(which) << which << sentence;
        };
        row("no folder",
            "model: expected the folder of a language model, with config.json, tokenizer.json and "
            "weights, found \"/nowhere\"");
        row("id of pictures", "model: expected the folder of a language model");
        row("context", "data.questions: question 1 (\"");
        row("characters", "data.questions: question 1 (\"What\n");
        row("no end token", "");
        row("vocabulary", "");
        row("no tokenizer", "");
        row("chat", "data.prompt: chat asks for a template, and ");
        row("frozen", "lanes[1].recipe.frozen_prefixes: expected the beginning of a norm layer's name (");
        row("lora", "lanes[1].recipe.trained.lora_targets: expected q_proj, k_proj");
        row("pictures' part",
            "lanes[1].recipe.selection.kind: entropy_plpd is for pictures, and this lane answers "
            "questions");
        row("order", "lanes[1].recipe.tokens.before_answer: learns before there are answers");
        row("memory", "stream.batch_size: with 4096 questions per batch this run needs about ");
    }
    void what_cannot_run_is_refused() {
        QFETCH(QString, which);
        QFETCH(QString, sentence);
        ExperimentSpec s = spec();
        nlohmann::json config = SmallLanguage::config();
        const auto bad_model = [&] {
            m_small.write_model("bad", config);
            s.model = m_small.path("bad");
        };
        if (which == "no folder")
            s.model = "/nowhere";
        if (which == "id of pictures")
            s.model = "resnet-gn";
        if (which == "context")
            s.stream.decoding.max_tokens = 90;
        if (which == "characters")
            s.questions.instruction = "?";
        if (which == "no end token") {
            config.erase("eos_token_id");
            bad_model();
        }
        if (which == "vocabulary") {
            config["vocab_size"] = 40;
            bad_model();
        }
        if (which == "no tokenizer") {
            bad_model();
            std::filesystem::remove(std::filesystem::path(s.model) / "tokenizer.json");
        }
        if (which == "chat")
            s.questions.prompt = PromptStyle::chat;
        if (which == "frozen")
            s.lanes[1].recipe.frozen_prefixes = {"layer4"};
        if (which == "lora") {
            s.lanes[1].recipe.trained.kind = TrainedKind::lora;
            s.lanes[1].recipe.trained.lora.targets = {"all"};
        }
        if (which == "pictures' part")
            s.lanes[1].recipe.selection.kind = SelectionKind::entropy_plpd;
        if (which == "order")
            s.lanes[1].recipe.tokens.before_answer = true;
        if (which == "memory") {
            s.stream.batch_size = 4096;
            config["max_position_embeddings"] = 100'000;
            s.stream.decoding.max_tokens = 20'000;
            bad_model();
        }
        const std::string found = test_files::sentence_of([&] { const Experiment experiment(s); });
        QVERIFY2(found != "nothing was thrown", qPrintable(which));
        if (which == "characters")
            QVERIFY2(found.starts_with("data.questions: question 1 (\""), found.c_str());
        else if (!sentence.isEmpty())
            QVERIFY2(found.starts_with(sentence.toStdString()), found.c_str());
        if (which == "no end token" || which == "vocabulary" || which == "no tokenizer")
            QVERIFY2(found.find("/bad") != std::string::npos || found.find("end") != std::string::npos,
                     found.c_str());
    }

    void a_file_of_questions_is_judged() {
        const std::string file = m_small.path("sums.jsonl");
        std::ofstream(file) << R"({"question": "2+2=?", "answer": "4"})" << '\n'
                            << R"({"question": "2+3=?", "answer": "5"})" << '\n';
        ExperimentSpec s = m_small.spec({"no_adaptation", "tent"});
        s.questions.source = file;
        s.stream.steps = 0;
        const LanguageRecord run(s);
        QCOMPARE(run.recording.records.size(), std::size_t(2)); // both at once
        QVERIFY(std::isnan(run.recording.records[0].steps_right));
        QCOMPARE(run.details[0]->questions.size(), std::size_t(2));
        QCOMPARE(run.details[0]->lanes[0].answers[0].steps, -1);
    }
};

QTEST_GUILESS_MAIN(TestLanguageRun)
#include "test_language_run.moc"
