#include "core/dataset/data.h"
#include "core/image/image_file.h"
#include "core/record/event_text.h"
#include "core/record/recording.h"
#include "core/record/summary.h"
#include "core/run/setup_findings.h"
#include "core/spec/spec_json.h"
#include "tests/dataset/npy_files.h"
#include "tests/run/small_experiment.h"
#include "tests/support/small_data.h"

#include <ATen/Parallel.h>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <set>

using namespace lab;
namespace fs = std::filesystem;

namespace {

std::string refusal(const ExperimentSpec& spec) {
    return test_files::sentence_of([&] { Experiment{spec}; });
}

/// Ten class folders with four pictures of 20 × 16 pixels each.
void write_class_folders(const fs::path& root) {
    for (int c = 0; c < 10; ++c)
        for (int i = 0; i < 4; ++i) {
            Image image = test_files::picture(16, 20, 1);
            for (std::size_t k = 0; k < image.pixels.size(); ++k)
                image.pixels[k] = static_cast<std::uint8_t>(image.pixels[k] + 17 * c + 3 * i * (k % 5));
            const fs::path folder = root / ("class" + std::to_string(c));
            fs::create_directories(folder);
            write_png(image, folder / (std::to_string(i) + ".png"));
        }
}

void cut(const fs::path& file) {
    const auto bytes = test_files::read(file);
    test_files::write(file, {bytes.begin(), bytes.begin() + 60});
}

} // namespace

/// The data sets of a specification, through whole runs.
class TestData : public QObject {
    Q_OBJECT

    SmallExperiment m_small;

    ExperimentSpec spec_on(const std::string& data, const std::string& folder) const {
        ExperimentSpec spec = m_small.spec({"tent", "no_adaptation"});
        spec.data = data;
        spec.data_dir = m_small.path(folder);
        spec.stream.images = 32;
        return spec;
    }

  private Q_SLOTS:
    void initTestCase() {
        at::set_num_threads(1);
        qputenv("XDG_DATA_HOME", m_small.path("home").c_str());
        qunsetenv("LAB_DATA_DIR");
        write_class_folders(m_small.path("classes"));
        for (int i = 0; i < 12; ++i) {
            fs::create_directories(m_small.path("plain"));
            write_png(test_files::picture(15 + i, 30, 3),
                      m_small.path("plain/" + std::to_string(i) + ".png"));
        }
    }

    void class_folders_at_the_models_size() {
        const ExperimentSpec spec = spec_on("folder", "classes");
        const WholeRun run(spec);
        QCOMPARE(run.records.size(), std::size_t(8));
        for (const StepRecord& record : run.records)
            QVERIFY(record.accuracy >= 0 && record.accuracy <= 1);
        ExperimentSpec uncached = spec;
        uncached.cache_mib = 0;
        uncached.prefetch_threads = 2;
        QCOMPARE(difference(run.records, WholeRun(uncached).records), std::string());
        Experiment experiment(spec);
        StepOutput output;
        QVERIFY(experiment.step(output));
        QCOMPARE(output.preview.images[0].height, SmallExperiment::side);
        QCOMPARE(output.preview.images[0].width, SmallExperiment::side);
        QCOMPARE(output.preview.images[0].channels, 1);
    }

    void pictures_without_labels_have_no_accuracy() {
        ExperimentSpec spec = spec_on("pictures", "plain");
        QCOMPARE(refusal(spec),
                 std::string("stream.scenario: label_shift needs labels, and these pictures have "
                             "none: choose mild"));
        spec.stream.scenario = ScenarioKind::blind_spot;
        QVERIFY(refusal(spec).starts_with("stream.scenario: blind_spot needs labels"));
        spec.stream.scenario = ScenarioKind::mild;
        const WholeRun run(spec);
        QCOMPARE(run.records.size(), std::size_t(8));
        for (const StepRecord& record : run.records) {
            QVERIFY(std::isnan(record.accuracy) && std::isnan(record.accuracy_window));
            QVERIFY(std::isnan(record.accuracy_running) && std::isnan(record.label_dominance));
            QVERIFY(std::isnan(record.calibration_error));
            QVERIFY(std::isfinite(record.entropy) && std::isfinite(record.class_dominance));
            QCOMPARE(record.labels, std::vector<int>(8, -1));
        }
        const Recording recording{spec, run.info, run.records, run.events};
        const LaneSummary lane = summarise(recording).front();
        QVERIFY(std::isnan(lane.accuracy) && std::isnan(lane.accuracy_last_fifth));
        QVERIFY(lane.effective_classes >= 1);
        const auto json = nlohmann::json::parse(summary_json(recording));
        QVERIFY(json.at("lanes").at(0).at("accuracy").is_null());
        const QStringList rows = QString::fromStdString(to_csv(recording)).split('\n');
        const qsizetype column = rows[0].split(',').indexOf("accuracy");
        QVERIFY(column > 0);
        QCOMPARE(rows[1].split(',')[column], QString());
        QVERIFY(!rows[1].contains("nan"));
        QVERIFY(!nlohmann::json::parse(to_json_line(run.records[0])).contains("accuracy"));
    }

    void damaged_pictures_are_left_out_and_reported() {
        write_class_folders(m_small.path("damaged"));
        cut(m_small.path("damaged/class3/1.png"));
        cut(m_small.path("damaged/class4/0.png"));
        test_files::write(m_small.path("damaged/class5/0.png"), {'t', 'e', 'x', 't'});
        ExperimentSpec spec = spec_on("folder", "damaged");
        spec.stream.scenario = ScenarioKind::mild;
        spec.stream.images = 37;
        const WholeRun run(spec);
        QCOMPARE(run.info.total_images, std::int64_t(37));
        QCOMPARE(run.lane(0).back().images_seen, std::int64_t(37));
        QCOMPARE(run.lane(0).size(), std::size_t(5));
        const auto events = run.of(EventKind::pictures_dropped);
        QCOMPARE(events.size(), std::size_t(1));
        QVERIFY(events[0].step == 1 && events[0].lane == -1);
        QVERIFY(sentence_of(events[0], spec.lanes).starts_with("3 pictures were left out: "));
        const std::vector<std::string>& pictures = events[0].as<PicturesDropped>()->pictures;
        QVERIFY(to_json_line(events[0]).find("\"pictures_dropped\"") != std::string::npos);
        QCOMPARE(pictures.size(), std::size_t(3));
        QVERIFY(pictures[0].starts_with(m_small.path("damaged/class3/1.png") + ": the picture is cut"));
        QVERIFY(pictures[2].starts_with(m_small.path("damaged/class5/0.png") + ": expected a picture"));
        bool told = false;
        for (const Notice& notice : run.info.notices)
            told = told || (notice.warning && notice.text.starts_with("37 of 40 files are used as pictures"));
        QVERIFY(told);
        spec.prefetch_threads = 3;
        QCOMPARE(difference(run.records, WholeRun(spec).records), std::string());

        spec.stream.scenario = ScenarioKind::blind_spot;
        spec.stream.batch_size = 1;
        const WholeRun blind(spec);
        QVERIFY(blind.info.total_images <= 2 * 37); // what cannot be read is not adapted on
    }

    /// CIFAR-10-C at the model's 12 pixels is too large; what counts here is that the folder's files are
    /// used.
    void published_corruptions() {
        const fs::path folder = m_small.path("cifar-c");
        fs::create_directories(folder);
        test_files::Bytes labels, pixels;
        for (int i = 0; i < 50; ++i) {
            labels.push_back(static_cast<std::uint8_t>(i % 10));
            pixels.insert(pixels.end(), 3072, static_cast<std::uint8_t>(5 * i));
        }
        test_files::write(folder / "labels.npy",
                          test_files::npy_bytes(test_files::npy_header("|u1", "(50,)"), labels));
        test_files::write(folder / "fog.npy",
                          test_files::npy_bytes(test_files::npy_header("|u1", "(50, 32, 32, 3)"), pixels));
        ExperimentSpec spec = spec_on("cifar-10-c", "cifar-c");
        spec.stream.scenario = ScenarioKind::mild;
        spec.stream.corruption = {CorruptionKind::fog, 2, CorruptionTable::automatic};
        ModelCard card = test_models::card("resnet14_gn", 32);
        card.shape.channels = 3;
        card.mean = {0.5, 0.5, 0.5};
        card.std = {0.25, 0.25, 0.25};
        const auto net = architecture("resnet14_gn").make(card.shape, at::TensorOptions(at::kFloat));
        test_models::randomise(*net, 3);
        spec.model = m_small.path("colour.safetensors");
        save_model(spec.model, card, *net);
        Experiment experiment(spec);
        StepOutput output;
        QVERIFY(experiment.step(output));
        for (std::size_t i = 0; i < output.preview.images.size(); ++i) {
            const int number = 10 + output.preview.labels[i]; // severity 2: the second ten
            QCOMPARE(output.preview.images[i].pixels[100], std::uint8_t(5 * number));
        }
        spec.stream.corruption.kind = CorruptionKind::snow;
        QCOMPARE(refusal(spec),
                 (folder / "snow.npy").string() + ": expected an .npy file, found no such file.");
        spec.stream.corruption.kind = CorruptionKind::none;
        QVERIFY(refusal(spec).starts_with("CIFAR-10-C holds corrupted pictures only"));
        spec.stream.scenario = ScenarioKind::mixed;
        QVERIFY(refusal(spec).find(".npy: expected an .npy file, found no such file") != std::string::npos);
        spec = spec_on("cifar-10-c", "cifar-c");
        spec.stream.corruption.kind = CorruptionKind::fog;
        QCOMPARE(test_files::sentence_of([&] {
                     Experiment grey(spec);
                     grey.step(output);
                 }),
                 std::string("the model expects grey pictures, found a colour picture"));
    }

    /// What happens to the files while a run goes on is reported, or ends it.
    void pictures_that_change_under_a_run() {
        write_class_folders(m_small.path("moving"));
        ExperimentSpec spec = spec_on("folder", "moving");
        spec.cache_mib = 0;
        spec.stream.scenario = ScenarioKind::mild;
        spec.stream.images = 400;
        Experiment experiment(spec);
        fs::remove(m_small.path("moving/class1/0.png"));
        cut(m_small.path("moving/class2/1.png"));
        write_png(test_files::picture(16, 20, 1), m_small.path("moving/class3/2.png"));
        // Batches that were made ahead may hold the pictures as they were; then the run ends with a sentence.
        const std::string said = test_files::sentence_of([&] {
            for (StepOutput output; experiment.step(output);)
                QVERIFY(output.events.empty());
        });
        QVERIFY2(said.find("is not the one that was found at the start: it was changed since") !=
                     std::string::npos,
                 said.c_str());
    }

    void what_a_run_would_say_of_its_data() {
        const auto said = [](const ExperimentSpec& spec) {
            std::string text;
            for (const Notice& notice : look_at_setup(spec).notices)
                if (notice.subject != NoticeSubject::model)
                    text += sentence_of(notice) + "\n";
            return text;
        };
        QCOMPARE(
            said(spec_on("folder", "classes")),
            std::string("data: 40 pictures found, all of them used\n"
                        "warning: labels: 10 classes taken by number: the data's are called \"class0\", "
                        "\"class1\", \"class2\" and 7 more, so no name tells whether they are the model's: "
                        "\"a\", \"b\", \"c\" and 7 more\n"));
        QCOMPARE(said(spec_on("pictures", "plain")),
                 std::string("data: 12 pictures found, all of them used\n"));
        test_data::write_fashion_mnist(m_small.path("narrow"), 20, SmallExperiment::side - 2);
        const std::string side = std::to_string(SmallExperiment::side);
        const std::string narrow = std::to_string(SmallExperiment::side - 2);
        QVERIFY(said(spec_on("mnist-idx", "narrow"))
                    .starts_with("data: pictures of " + narrow + "×" + narrow +
                                 " pixels are padded with black to the model's " + side + "×" + side));
        const std::string other = said(spec_on("fashion-mnist", "narrow"));
        QVERIFY2(other.starts_with("warning: data: the files are not Fashion-MNIST's test set: found 20 ") &&
                     other.find("warning: labels: 10 classes taken by number") != std::string::npos,
                 other.c_str());
        test_data::write_fashion_mnist(m_small.path("wide"), 20, SmallExperiment::side + 2);
        QVERIFY(refusal(spec_on("mnist-idx", "wide")).starts_with("the model expects pictures of at most"));
    }

    void labels_are_the_models_by_name() {
        // Sorted they are 0, 1 and 2; the model calls its classes a to j.
        for (const char* name : {"C", "h", "001_e"}) {
            fs::create_directories(m_small.path(std::string("named/") + name));
            for (int i = 0; i < 4; ++i)
                write_png(test_files::picture(9 + i, 9, 1),
                          m_small.path(std::string("named/") + name + "/" + std::to_string(i) + ".png"));
        }
        ExperimentSpec spec = spec_on("folder", "named");
        for (const ScenarioKind kind : {ScenarioKind::mild, ScenarioKind::label_shift}) {
            spec.stream.scenario = kind;
            const WholeRun run(spec);
            std::set<int> labels;
            for (const StepRecord& record : run.records)
                labels.insert(record.labels.begin(), record.labels.end());
            QCOMPARE(labels, (std::set<int>{2, 4, 7}));
            QCOMPARE(run.info.notices.back().text,
                     std::string("3 classes matched by name, of the model's 10"));
        }
    }

    void classes_that_do_not_match() {
        fs::create_directories(m_small.path("two/a"));
        fs::create_directories(m_small.path("two/b"));
        write_png(test_files::picture(9, 9, 3), m_small.path("two/a/x.png"));
        write_png(test_files::picture(9, 9, 3), m_small.path("two/b/x.png"));
        // Two of the model's ten by their names, and two that are none of them.
        QVERIFY2(refusal(spec_on("folder", "two")) == "nothing was thrown",
                 refusal(spec_on("folder", "two")).c_str());
        fs::rename(m_small.path("two/b"), m_small.path("two/stone"));
        QVERIFY(refusal(spec_on("folder", "two"))
                    .starts_with("model: it knows 10 classes, the data set has 2; 1 of 2"));
    }

    void fields_of_the_specification() {
        ExperimentSpec spec = m_small.spec({"tent"});
        set_field(spec, "data=imagenet-c");
        set_field(spec, "cache_mib=64");
        const ExperimentSpec again = spec_from_json(to_json(spec));
        QCOMPARE(again.data, std::string("imagenet-c"));
        QCOMPARE(again.cache_mib, 64);
        spec.cache_mib = -1;
        QCOMPARE(refusal(spec), std::string("cache_mib: expected 0 to 1000000, found -1"));
        spec = m_small.spec({"tent"});
        spec.data = "svhn";
        QVERIFY(refusal(spec).starts_with("data: expected one of fashion-mnist, cifar-10, "));
        spec.data = "pictures";
        spec.data_dir.clear();
        QVERIFY(refusal(spec).starts_with("data_dir: no folder is named; for Folder of pictures"));
    }

    void what_is_present() {
        const fs::path folder = m_small.path("home/collapse-lab/cifar-10");
        fs::create_directories(folder);
        test_files::write(folder / "test_batch.bin", {});
        bool seen = false;
        for (const DataPresence& data : data_presence()) {
            QVERIFY(!data.title.empty());
            if (data.id == "cifar-10") {
                seen = true;
                QCOMPARE(data.folder, folder.string());
                QVERIFY(data.fetchable && !data.own);
            } else if (data.id == "pictures") {
                QVERIFY(data.own && data.folder.empty() && !data.fetchable);
            } else if (data.id == "imagenet") {
                QVERIFY(!data.fetchable); // its licence asks for a registration
            }
        }
        QVERIFY(seen);
    }
};

QTEST_GUILESS_MAIN(TestData)
#include "test_data.moc"
