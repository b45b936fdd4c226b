#include "core/weights/safetensors.h"
#include "tests/run/small_experiment.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>
#include <filesystem>

using namespace lab;

namespace {

std::string refusal(const ExperimentSpec& spec) {
    return test_files::sentence_of([&] { Experiment{spec}; });
}

SetRecipe stop_gradient_off(const ExperimentSpec& spec, int lane) {
    SetRecipe command{lane, spec.lanes[std::size_t(lane)].recipe};
    command.recipe.alignment.stop_gradient = false;
    return command;
}

} // namespace

class TestExperiment : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void what_is_known_before_the_first_step() {
        const ExperimentSpec spec = m_small.spec({"tent"});
        const RunInfo info = Experiment(spec).info();
        QCOMPARE(info.total_images, 96);
        QCOMPARE(info.total_steps, 12);
        QCOMPARE(info.class_names.size(), std::size_t(10));
        QCOMPARE(info.data_title, std::string("data"));
        QCOMPARE(info.model_title, std::string("ResNet-14, GroupNorm"));
        QCOMPARE(device_title(info.device), std::string("CPU, 1 thread"));
        QCOMPARE(info.feature_count, 64);
    }

    void the_same_specification_gives_the_same_records_data() {
        QTest::addColumn<QString>("precision");
        QTest::newRow("float32") << "float32";
        QTest::newRow("float64") << "float64";
    }
    void the_same_specification_gives_the_same_records() {
        QFETCH(QString, precision);
        ExperimentSpec spec = m_small.spec({"tent", "zerosiam", "no_adaptation", "sar", "deyo", "eata"});
        spec.precision = precision.toStdString();
        const WholeRun first(spec), again(spec);
        QCOMPARE(first.records.size(), std::size_t(6 * 12));
        QCOMPARE(difference(first.records, again.records), std::string());
        spec.prefetch_threads = 2;
        QCOMPARE(difference(first.records, WholeRun(spec).records), std::string());
        spec.stream.seed = 6;
        QVERIFY(!difference(first.records, WholeRun(spec).records).empty());
    }

    void half_precision_is_refused_on_the_processor() {
        ExperimentSpec spec = m_small.spec({"tent"});
        spec.precision = "bfloat16";
        QVERIFY(test_files::sentence_of([&] {
                    Experiment{spec};
                }).starts_with("precision: bfloat16 is for CUDA"));
    }

    void records_are_in_order_and_complete() {
        const WholeRun run(m_small.spec({"tent", "zerosiam"}));
        for (std::size_t i = 0; i < run.records.size(); ++i) {
            const StepRecord& r = run.records[i];
            QCOMPARE(r.lane, int(i % 2));
            QCOMPARE(r.step, int(i / 2) + 1);
            QCOMPARE(r.images_seen, std::int64_t(8 * r.step));
            QCOMPARE(r.batch_size, 8);
            QCOMPARE(r.corruption, std::string("gaussian_noise"));
            QCOMPARE(r.predictions.size(), std::size_t(8));
            QVERIFY(std::abs(r.entropy_normalised - r.entropy / std::log(10.0)) < 1e-12);
            QCOMPARE(r.kept, 8);
            QVERIFY(std::abs(r.loss - r.loss_objective - r.loss_divergence) < 1e-12);
            QVERIFY(r.lane == 1 ? r.predictor_distance > 0 : std::isnan(r.predictor_distance));
            QVERIFY(r.forward_ms >= 0 && r.backward_ms >= 0 && r.update_ms >= 0 && r.measure_ms >= 0);
        }
    }

    void a_lane_does_not_see_the_others() {
        const WholeRun alone(m_small.spec({"zerosiam"}));
        const WholeRun among(m_small.spec({"tent", "sar", "zerosiam"}));
        QCOMPARE(difference(alone.lane(0), among.lane(2), false), std::string());
    }

    void predictor_off_is_tent() {
        ExperimentSpec spec = m_small.spec({"tent", "zerosiam", "zerosiam"});
        spec.lanes[1].recipe.alignment.predictor = PredictorKind::none;
        const WholeRun run(spec);
        QCOMPARE(difference(run.lane(0), run.lane(1), false), std::string());
        QVERIFY(!difference(run.lane(0), run.lane(2), false).empty());
    }

    /// Both lanes are one until the switch, which names its step and takes effect on its update.
    void a_switch_in_mid_run() {
        const ExperimentSpec spec = m_small.spec({"zerosiam", "zerosiam"});
        Experiment experiment(spec);
        StepOutput output;
        std::vector<std::string> differences;
        for (int step = 1; step <= 12; ++step) {
            if (step == 5) {
                SetRecipe other = stop_gradient_off(spec, 1);
                other.recipe.adapts = false;
                experiment.set_recipe(other);
                experiment.set_recipe(stop_gradient_off(spec, 1));
            }
            QVERIFY(experiment.step(output));
            QCOMPARE(output.events.size(), std::size_t(step == 5 ? 1 : 0));
            if (step == 5) {
                const Event& event = output.events[0];
                const auto* thrown = event.as<SwitchThrown>();
                QVERIFY(thrown);
                QCOMPARE(event.lane, 1);
                QCOMPARE(event.step, 5);
                QVERIFY(thrown->before == spec.lanes[1].recipe);
                QVERIFY(thrown->after == stop_gradient_off(spec, 1).recipe); // the last of a kind
            }
            differences.push_back(difference(output.records[0], output.records[1], false));
        }
        for (std::size_t i = 0; i < 12; ++i)
            QVERIFY2(differences[i].empty() == (i < 5) || (i == 4 && differences[i] == "predictor_distance"),
                     qPrintable(QString("%1 %2").arg(i).arg(differences[i].c_str())));
        QVERIFY(!experiment.step(output));
    }

    void the_preview_shows_the_batch() {
        ExperimentSpec spec = m_small.spec({"tent", "no_adaptation"});
        spec.stream.batch_size = 40;
        Experiment experiment(spec);
        StepOutput output;
        QVERIFY(experiment.step(output));
        const BatchPreview& preview = output.preview;
        QCOMPARE(preview.step, 1);
        QCOMPARE(preview.images.size(), std::size_t(32));
        QCOMPARE(preview.labels.size(), std::size_t(32));
        QCOMPARE(preview.predictions.size(), std::size_t(2));
        int right = 0;
        for (std::size_t i = 0; i < 32; ++i) {
            QCOMPARE(preview.predictions[1][i], output.records[1].predictions[i]);
            const float confidence = preview.confidences[1][i];
            QVERIFY(confidence >= 0.1f && confidence <= 1.0f);
        }
        for (std::size_t i = 0; i < 40; ++i)
            right += output.records[1].labels[i] == output.records[1].predictions[i];
        QVERIFY(std::abs(output.records[1].accuracy - right / 40.0) < 1e-12);
    }

    /// Wrong ones first, one by one; then everything, frozen. What counts is the score of the frozen model.
    void blind_spot() {
        ExperimentSpec spec = m_small.spec({"no_adaptation", "zerosiam"});
        spec.stream.scenario = ScenarioKind::blind_spot;
        const WholeRun run(spec);
        const auto still = run.lane(0), adapted = run.lane(1);
        int wrong = 0, scored = 0;
        double right = 0;
        for (const StepRecord& r : still) {
            const bool frozen = r.images_seen - r.batch_size >= run.info.total_images - 96;
            (frozen ? scored : wrong) += r.batch_size;
            if (frozen)
                right += r.accuracy * r.batch_size;
            else
                QCOMPARE(r.accuracy, 0.0);
        }
        QCOMPARE(scored, 96);
        QCOMPARE(std::int64_t(wrong + scored), run.info.total_images);
        QVERIFY(std::abs(right - (96 - wrong)) < 1e-9); // the model itself gets the others right
        QVERIFY(std::abs(still.back().accuracy_running - right / 96) < 1e-12);
        QVERIFY(std::isnan(adapted.back().loss) && adapted.back().kept == 0);
        QVERIFY(adapted.back().predictor_distance > 0); // measured, though no longer trained
        QCOMPARE(adapted.back().predictor_distance, adapted[adapted.size() - 2].predictor_distance);
        QCOMPARE(adapted.back().images_seen, run.info.total_images);
        // Wrong among five is a narrower blind spot.
        spec.stream.blind_spot_top = 5;
        QVERIFY(Experiment(spec).info().total_images < run.info.total_images);
    }

    /// A lane goes on from what another has become, and back to there when it is reset.
    void a_saved_state_is_a_beginning() {
        ExperimentSpec spec = m_small.spec({"tent", "sar"});
        spec.lanes[0].recipe.optimiser.rate = 0.5;
        const std::string file = m_small.path("lane0.safetensors"), copy = m_small.path("copy.safetensors");
        Experiment first(spec);
        StepOutput output;
        while (first.step(output)) {
        }
        first.save_state(0, file);
        const StateDict state = read_safetensors(file).tensors;
        QCOMPARE(state.size(), std::size_t(30)); // weight and bias of fifteen norm layers
        ExperimentSpec next = m_small.spec({"no_adaptation", "no_adaptation", "tent"});
        next.lanes[0].start_from = next.lanes[2].start_from = file;
        next.lanes[2].reset = ResetPolicy::batch;
        {
            Experiment second(next);
            second.save_state(2, copy);
        }
        for (const auto& [name, value] : read_safetensors(copy).tensors)
            QVERIFY2(at::equal(value, state.at(name)), name.c_str());
        const WholeRun run(next);
        QVERIFY(std::abs(run.lane(0)[0].logit_norm - run.lane(1)[0].logit_norm) > 1e-3);
        for (std::size_t i = 0; i < 12; ++i)
            QVERIFY(std::abs(run.lane(0)[i].logit_norm - run.lane(2)[i].logit_norm) < 1e-9);

        next.lanes[0].start_from = m_small.path("absent.safetensors");
        QVERIFY(
            refusal(next).starts_with(next.lanes[0].start_from + ": expected a weight file, found nothing"));
        write_safetensors(copy, {{"bn1.weight", at::zeros({3}, at::kDouble)}}, {});
        next.lanes[0].start_from = copy;
        QVERIFY(refusal(next).starts_with(copy + ": the weights do not fit the architecture:"));
        QVERIFY(test_files::sentence_of([&] {
                    first.save_state(0, m_small.path("no/where"));
                }).starts_with(m_small.path("no/where")));
    }

    /// Averages that a method moves are as much of the state as weights that learn.
    void a_saved_state_has_the_moved_averages() {
        ExperimentSpec spec = m_small.spec({"bn_ema", "tent", "iabn"});
        spec.model = test_models::write(m_small.path("bn.safetensors"), "resnet14_bn", SmallExperiment::side);
        Experiment first(spec);
        StepOutput output;
        while (first.step(output)) {
        }
        const auto saved = [&](int lane) {
            const std::string file = m_small.path("lane" + std::to_string(lane) + ".safetensors");
            first.save_state(lane, file);
            return file;
        };
        const StateDict moved = read_safetensors(saved(0)).tensors,
                        trained = read_safetensors(saved(1)).tensors;
        const StateDict source = read_safetensors(spec.model).tensors;
        QVERIFY(!moved.contains("bn1.weight") && trained.contains("bn1.weight"));
        QVERIFY(!at::equal(moved.at("bn1.running_mean"), source.at("bn1.running_mean").to(at::kDouble)));
        QVERIFY(!trained.contains("bn1.running_mean"));
        QVERIFY(read_safetensors(saved(2)).tensors.contains("bn1.running_var"));

        ExperimentSpec next = m_small.spec({"no_adaptation", "no_adaptation", "no_adaptation"});
        next.model = spec.model;
        next.lanes[0].start_from = saved(0);
        next.lanes[2].start_from = saved(2);
        const WholeRun run(next);
        const auto norm = [&](int lane) { return run.lane(lane)[0].logit_norm; };
        QVERIFY(std::abs(norm(0) - norm(1)) > 1e-3);
        QVERIFY(std::abs(norm(2) - norm(1)) < 1e-9); // nothing moves IABN's averages without a memory
    }

    void specifications_that_cannot_run() {
        const ExperimentSpec good = m_small.spec({"tent"});
        ExperimentSpec spec = good;
        spec.stream.corruption.severity = 6;
        QCOMPARE(refusal(spec), std::string("stream.corruption.severity: expected 1 to 5, found 6"));
        spec = good;
        spec.device = "cuda:99";
        QVERIFY(refusal(spec).starts_with("device: expected auto, cpu or one of the "));
        spec.device = "gpu";
        QVERIFY(refusal(spec).ends_with("found \"gpu\""));
        spec = good;
        spec.data_dir = m_small.path("nowhere");
        QVERIFY(refusal(spec).starts_with("Fashion-MNIST is not in " + spec.data_dir));
        spec = good;
        spec.model = m_small.path("absent.safetensors");
        QVERIFY(refusal(spec).starts_with(spec.model + ": expected a weight file, found nothing"));

        ModelCard card = test_models::card("resnet14_gn", SmallExperiment::side);
        card.class_names.resize(4);
        card.shape.classes = 4;
        const auto net = architecture("resnet14_gn").make(card.shape, at::TensorOptions(at::kFloat));
        spec.model = m_small.path("four.safetensors");
        save_model(spec.model, card, *net);
        QVERIFY(refusal(spec).starts_with("model: it knows 4 classes, the data set has 10"));
    }

    /// The weights are read once: what becomes of the file shows neither in steps nor in details nor in
    /// forks.
    void weights_that_change_under_a_run() {
        ExperimentSpec spec = m_small.spec({"tent", "no_adaptation"});
        const std::string trained = spec.model;
        spec.model = m_small.path("under.safetensors");
        std::filesystem::copy(trained, spec.model);
        const WholeRun undisturbed(spec);
        for (const bool overwritten : {true, false}) {
            std::filesystem::copy(trained, spec.model, std::filesystem::copy_options::overwrite_existing);
            Experiment experiment(spec);
            StepOutput output;
            std::vector<StepRecord> records;
            for (int step = 0; experiment.step(output); ++step) {
                records.insert(records.end(), output.records.begin(), output.records.end());
                if (step == 2 && overwritten)
                    test_models::write(spec.model, "resnet14_gn", SmallExperiment::side, 77);
                if (step == 2 && !overwritten)
                    std::filesystem::resize_file(spec.model, 100);
                experiment.set_details(step >= 2);
            }
            QCOMPARE(difference(records, undisturbed.records), std::string());
            std::vector<StepRecord> forked;
            QVERIFY(experiment.fork({0, 0, spec.lanes[0].recipe, "again"}, [&](const StepOutput& more) {
                forked.insert(forked.end(), more.records.begin(), more.records.end());
            }));
            QCOMPARE(forked.size(), std::size_t(12));
            for (std::size_t i = 0; i < forked.size(); ++i)
                QCOMPARE(forked[i].logit_norm, undisturbed.records[2 * i].logit_norm);
        }
    }

    void what_was_assumed_of_the_model_travels_with_the_run() {
        ExperimentSpec spec = m_small.spec({"tent"});
        for (const Notice& notice : Experiment(spec).info().notices)
            QVERIFY2(notice.subject != NoticeSubject::model, notice.text.c_str());
        const SafetensorsFile ours = read_safetensors(spec.model);
        spec.model = m_small.path("plain.safetensors");
        write_safetensors(spec.model, ours.tensors, {});
        spec.model_options.image_size = SmallExperiment::side;
        const RunInfo info = Experiment(spec).info();
        QVERIFY(!info.notices.empty());
        QCOMPARE(info.notices[1],
                 (Notice{NoticeSubject::model, false, "8 groups assumed: nothing tells it", "--groups"}));
        spec.model_options.heads = 4;
        QVERIFY(refusal(spec).starts_with(spec.model + ": --heads does nothing for this network"));
    }

    /// Pictures that the model cannot eat are refused before the first step.
    void pictures_larger_than_the_model() {
        ExperimentSpec spec = m_small.spec({"tent"});
        spec.model = test_models::write(m_small.path("small.safetensors"), "resnet14_gn", 8);
        QCOMPARE(refusal(spec),
                 std::string("the model expects pictures of at most 8 pixels a side, found 12×12"));
    }
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "test_experiment.moc"
