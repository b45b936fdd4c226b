#include "core/catalogue/catalog.h"
#include "core/catalogue/preset.h"
#include "core/run/card_rates.h"
#include "core/spec/lane_defaults.h"
#include "core/spec/share_link.h"
#include "core/spec/spec_json.h"
#include "tests/support/test_files.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace lab;

/// A lane says its method; the rest follows from the model and batch size that the run really has.
class TestLaneDefaults : public QObject {
    Q_OBJECT

    static ExperimentSpec with(const std::vector<std::string>& assignments,
                               ExperimentSpec spec = default_experiment()) {
        set_fields(spec, assignments);
        return spec;
    }

    static std::vector<std::string> texts(const std::vector<Notice>& notices) {
        std::vector<std::string> all;
        for (const Notice& notice : notices)
            all.push_back(sentence_of(notice));
        return all;
    }

  private Q_SLOTS:
    void initTestCase() { read_rates_from_cards(); }

    void lanes_of_a_text_suit_its_model_and_batch_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("batch");
        QTest::newRow("model first") << R"({"model":"vit","lanes":[{"method":"sar"},{"method":"zerosiam"}]})"
                                     << "vit" << 64;
        QTest::newRow("model last") << R"({"lanes":[{"method":"sar"},{"method":"zerosiam"}],"model":"vit"})"
                                    << "vit" << 64;
        QTest::newRow("batch 1")
            << R"({"lanes":[{"method":"sar"},{"method":"zerosiam"}],"stream":{"batch_size":1}})"
            << "resnet-gn" << 1;
        QTest::newRow("both")
            << R"({"stream":{"batch_size":1},"lanes":[{"method":"sar"},{"method":"zerosiam"}],"model":"vit"})"
            << "vit" << 1;
        QTest::newRow("no method") << R"({"lanes":[{"method":"sar"},{}],"model":"vit"})"
                                   << "vit" << 64;
    }
    void lanes_of_a_text_suit_its_model_and_batch() {
        QFETCH(QString, json);
        QFETCH(QString, model);
        QFETCH(int, batch);
        const ExperimentSpec spec = spec_from_json(json.toStdString());
        QVERIFY(spec.lanes.at(0) == make_lane("sar", model.toStdString(), batch));
        QVERIFY(spec.lanes.at(1) == make_lane("zerosiam", model.toStdString(), batch));
    }

    void what_a_text_says_of_a_recipe_stands_on_the_defaults() {
        const ExperimentSpec spec = spec_from_json(
            R"({"lanes":[{"method":"sar","recipe":{"optimiser":{"rho":0.2}}}],"model":"vit"})");
        LaneSpec expected = make_lane("sar", "vit");
        expected.recipe.optimiser.rho = 0.2;
        QVERIFY(spec.lanes.at(0) == expected);
    }

    void the_order_of_assignments_does_not_matter() {
        std::vector<std::string> assignments = {"lanes=[{\"method\":\"tent\"},{\"method\":\"deyo\"}]",
                                                "lanes[1].method=sar", "model=vit",
                                                "lanes[1].recipe.optimiser.rate=0.5", "stream.batch_size=1"};
        LaneSpec sar = make_lane("sar", "vit", 1);
        sar.recipe.optimiser.rate = 0.5;
        std::sort(assignments.begin(), assignments.end());
        do {
            const ExperimentSpec spec = with(assignments);
            QVERIFY(spec.lanes == (std::vector<LaneSpec>{make_lane("tent", "vit", 1), sar}));
        } while (std::next_permutation(assignments.begin(), assignments.end()));
    }

    void a_field_that_is_set_twice_is_told() {
        const auto told = [](const std::vector<std::string>& assignments) {
            ExperimentSpec spec = default_experiment();
            const std::vector<Notice> notices = set_fields(spec, assignments);
            return notices.empty() ? std::string() : notices.front().text;
        };
        QCOMPARE(told({"stream.images=64", "stream={\"images\":16}"}),
                 std::string("stream.images is set twice, and stream.images=64 holds"));
        QCOMPARE(told({"stream.images=64", "stream.images=32"}),
                 std::string("stream.images is set twice, and stream.images=32 holds"));
        QCOMPARE(told({"lanes[0].name=foo", "lanes=[{\"method\":\"sar\",\"name\":\"bar\"}]"}),
                 std::string("lanes[0].name is set twice, and lanes[0].name=foo holds"));
        QVERIFY(told({"stream.images=64", "stream={\"seed\":3}", "stream.images=64"}).empty());
    }

    void a_key_stands_once_in_its_object() {
        for (const char* text :
             {R"({"lanes":[{"method":"tent","method":"sar"}]})",
              R"({"stream":{"images":1,"seed":2,"images":3}})", R"({"model":"vit","model":"vit"})"})
            QVERIFY(test_files::sentence_of([&] {
                        spec_from_json(text);
                    }).find("expected once in its object") != std::string::npos);
        QVERIFY(spec_from_json(R"({"lanes":[{"method":"tent"},{"method":"sar"}]})").lanes.size() == 2);
    }

    void a_method_brings_its_recipe() {
        QVERIFY(with({"lanes[0].method=sar"}).lanes[0] == make_lane("sar"));
        QVERIFY(with({"lanes[2].method=eata"}).lanes[2] == make_lane("eata")); // it did not adapt before
        QVERIFY(with({"lanes[1]={\"method\":\"deyo\"}"}).lanes[1] == make_lane("deyo"));
        QVERIFY(with({"lanes[1].method=no_adaptation"}).lanes[1] == make_lane("no_adaptation"));
    }

    void what_was_set_by_hand_stays_and_is_told() {
        ExperimentSpec spec = with({"lanes[0].recipe.optimiser.rate=0.03"});
        QCOMPARE(texts(set_fields(spec, {"lanes[0].method=sar"})),
                 std::vector<std::string>{"lanes: lane 1 (SAR): kept as set by hand: optimiser.rate 0.03"});
        LaneSpec expected = make_lane("sar");
        expected.recipe.optimiser.rate = 0.03;
        QVERIFY(spec.lanes[0] == expected);
        // A wish of the same moment is none of the past.
        QVERIFY(set_fields(spec, {"lanes[0].method=deyo", "lanes[0].recipe.optimiser.rate=0.01"}).empty());
        QCOMPARE(spec.lanes[0].recipe.optimiser.rate, 0.01);
        spec = with({"lanes[1].recipe.alignment.alpha=0"});
        QCOMPARE(
            texts(set_fields(spec, {"model=vit"})),
            std::vector<std::string>{"lanes: lane 2 (ZeroSiam): kept as set by hand: alignment.alpha 0.0"});
        QCOMPARE(spec.lanes[1].recipe.optimiser.rate, make_lane("zerosiam", "vit").recipe.optimiser.rate);
        QVERIFY(spec.lanes[0] == make_lane("tent", "vit"));
    }

    void objects_change_only_what_they_say() {
        ExperimentSpec spec = with({"stream.images=77", "stream.batch_size=9"});
        set_fields(spec, {"stream={\"seed\":3}"});
        ExperimentSpec expected = with({"stream.images=77", "stream.batch_size=9"});
        expected.stream.seed = 3;
        QVERIFY(spec == expected);
        set_fields(spec, {"stream.corruption={\"severity\":2}", "lanes[0]={\"name\":\"A\"}"});
        expected.stream.corruption.severity = 2;
        expected.lanes[0].name = "A";
        QVERIFY(spec == expected);
        QVERIFY_EXCEPTION_THROWN(set_fields(spec, {"stream={\"sede\":3}"}), std::invalid_argument);
        QVERIFY(spec == expected);
    }

    void a_list_is_replaced() {
        const ExperimentSpec spec = with({"lanes=[{\"method\":\"sar\"}]", "model=vit"});
        QVERIFY(spec.lanes == std::vector<LaneSpec>{make_lane("sar", "vit")});
        ExperimentSpec frozen = with({"lanes[0].recipe.frozen_prefixes=[\"a\",\"b\"]"});
        set_fields(frozen, {"lanes[0].recipe.frozen_prefixes[1]=c", "lanes[0].method=sar"});
        QVERIFY(frozen.lanes[0].recipe.frozen_prefixes == (std::vector<std::string>{"a", "c"}));
    }

    void a_file_with_every_field_follows_the_model() {
        ExperimentSpec spec = spec_from_json(to_json(default_experiment()));
        set_fields(spec, {"model=vit", "stream.batch_size=1"});
        for (const LaneSpec& lane : spec.lanes)
            QVERIFY(lane == make_lane(lane.method, "vit", 1));
    }

    void presets_suit_the_batch_size_that_is_set() {
        std::vector<Notice> notices;
        for (const Choice& choice : preset_choices()) {
            const ExperimentSpec spec = preset_with(choice.id, {"stream.batch_size=1", "model=vit"}, notices);
            QVERIFY2(notices.empty(), choice.id.c_str());
            for (const LaneSpec& lane : spec.lanes)
                if (lane.name.empty())
                    QVERIFY2(lane == make_lane(lane.method, "vit", 1), choice.id.c_str());
        }
        const ExperimentSpec rates = preset_with("fig4", {"stream.batch_size=1"}, notices);
        const double single = make_lane("tent", "resnet-gn", 1).recipe.optimiser.rate;
        QVERIFY(std::abs(rates.lanes[0].recipe.optimiser.rate / single - 0.1) < 1e-12);
        QVERIFY(preset_with("bs1", {"stream.batch_size=64"}, notices).lanes[1] == make_lane("tent"));
    }

    void no_rates_are_guessed_for_a_model_that_cannot_be_read() {
        const std::string text = R"({"lanes":[{"method":"tent"}],"model":"/absent/m.safetensors"})";
        const std::string sentence = test_files::sentence_of([&] { spec_from_json(text); });
        QVERIFY2(sentence.starts_with("/absent/m.safetensors: "), sentence.c_str());
        QVERIFY(test_files::sentence_of([] { expect_known_defaults("/absent/m.safetensors", {}); }) ==
                sentence);
        expect_known_defaults("vit", {});
        // A text that tells everything needs no file: a recording opens wherever it is.
        ExperimentSpec spec = default_experiment();
        spec.model = "/absent/m.safetensors";
        QVERIFY(spec_from_json(to_json(spec)) == spec);
    }

    void lanes_of_the_window_follow_their_basis() {
        ExperimentSpec spec =
            with({"lanes[1].recipe.alignment.alpha=0.5", "lanes[0].recipe.optimiser.rate=1"});
        const LaneBasis before = lane_basis(spec);
        spec.model = "vit";
        QVERIFY(suit_lanes(spec, before) == (std::vector<std::size_t>{1, 2}));
        QCOMPARE(spec.lanes[0].recipe.optimiser.rate, 1.0);
        LaneSpec zerosiam = make_lane("zerosiam", "vit");
        zerosiam.recipe.alignment.alpha = 0.5;
        QVERIFY(spec.lanes[1] == zerosiam);
        QVERIFY(suit_lanes(spec, lane_basis(spec)).empty());
    }

    void texts_that_are_no_utf8_come_back_as_they_were() {
        for (const std::string bytes : {"/b\xfc"
                                        "cher",
                                        "\xff", "ok \xe2\x82", "plain", "ä"}) {
            ExperimentSpec spec = default_experiment();
            spec.data_dir = spec.model = spec.frost_dir = bytes;
            spec.lanes[0].name = spec.lanes[1].start_from = bytes;
            spec.lanes[0].recipe.frozen_prefixes = {bytes};
            QVERIFY(spec_from_json(to_json(spec)) == spec);
            ExperimentSpec shared = spec;
            shared.data_dir.clear();
            shared.frost_dir.clear();
            QVERIFY(spec_from_share_link(share_link(spec)) == shared);
            set_fields(spec, {"data_dir=12", "frost_dir=" + bytes + bytes});
            QCOMPARE(spec.data_dir, std::string("12"));
            QCOMPARE(spec.frost_dir, bytes + bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestLaneDefaults)
#include "test_lane_defaults.moc"
