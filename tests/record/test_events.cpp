#include "core/record/event_json.h"
#include "core/record/event_text.h"
#include "core/record/recording.h"
#include "core/record/words_of_0_1.h"
#include "tests/support/test_files.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace lab;
using test_files::sentence_of;
using Json = nlohmann::ordered_json;

namespace {

Recipe zerosiam() {
    return make_lane("zerosiam").recipe;
}

Recipe without_stop_gradient() {
    Recipe recipe = zerosiam();
    recipe.alignment.stop_gradient = false;
    return recipe;
}

/// One of every kind.
std::vector<EventValue> values() {
    return {RunStarted{},
            SwitchThrown{zerosiam(), without_stop_gradient()},
            SegmentBegan{"jpeg_compression"},
            LaneReset{ResetCause::recovery},
            Collapsed{},
            LaneStopped{StopCause::not_finite},
            RunFinished{},
            RunStopped{},
            LaneForked{1, 7, zerosiam(), without_stop_gradient(), "a \"fork\""},
            PicturesDropped{{"a.png: is cut off", "b.png: no picture"}}};
}

} // namespace

class TestEvents : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyKindComesBackAsItWas() {
        for (std::size_t i = 0; i < std::variant_size_v<EventValue>; ++i) {
            const Event event{0, 2, 5, values().at(i)};
            QCOMPARE(event.what.index(), i);
            QCOMPARE(event_kind_named(name_of(event.kind())), event.kind());
            const Json json = event_value(event);
            QVERIFY(event_from_value(json) == event);
            QVERIFY(!json.contains("text")); // no sentence is kept
        }
    }

    void everyCauseComesBackAsItWas() {
        for (const ResetCause cause : {ResetCause::segment, ResetCause::collapse, ResetCause::recovery})
            QCOMPARE(event_from_value(event_value({0, 0, 1, LaneReset{cause}})).as<LaneReset>()->cause,
                     cause);
        for (const StopCause cause : {StopCause::collapse, StopCause::not_finite})
            QCOMPARE(event_from_value(event_value({0, 0, 1, LaneStopped{cause}})).as<LaneStopped>()->cause,
                     cause);
    }

    void wrongEventsAreRefusedInWords() {
        const auto refusal = [](const char* key, const Json& value, std::size_t kind) {
            Json json = event_value({0, 2, 5, values().at(kind)});
            if (value.is_discarded())
                json.erase(key);
            else
                json[key] = value;
            return sentence_of([&] { event_from_value(json); });
        };
        const Json gone = Json::parse("{", nullptr, false);
        QCOMPARE(refusal("kind", "fly", 0), std::string("kind: \"fly\" is no kind of event"));
        QCOMPARE(refusal("step", gone, 1), std::string("has no \"step\""));
        QCOMPARE(refusal("cause", "boredom", 3),
                 std::string("\"cause\": expected one of segment, collapse, recovery, found \"boredom\""));
        QCOMPARE(refusal("cause", 3, 5), std::string("\"cause\": expected a text, found 3"));
        QVERIFY(refusal("lane", 1.5, 4).starts_with("\"lane\": expected a whole number"));
        QVERIFY(refusal("after", Json{{"alignment", {{"alpha", "much"}}}}, 1)
                    .starts_with("after.alignment.alpha: expected a number"));
        QVERIFY(refusal("pictures", "one", 9).starts_with("\"pictures\": expected a list"));
        QCOMPARE(refusal("parent", gone, 8), std::string("has no \"parent\""));
    }

    void theCommandLinesWords() {
        std::vector<LaneSpec> lanes = {make_lane("tent"), make_lane("zerosiam")};
        lanes.push_back(lanes[1]);
        lanes[2].name = "a fork";
        const auto words = [&](int lane, const EventValue& value) {
            return sentence_of(Event{0, lane, 5, value}, lanes);
        };
        QCOMPARE(words(0, Collapsed{}), std::string("Tent collapsed"));
        QCOMPARE(words(1, SwitchThrown{zerosiam(), without_stop_gradient()}),
                 std::string("ZeroSiam: alignment.stop_gradient=false"));
        QCOMPARE(words(2, LaneForked{1, 7, zerosiam(), zerosiam(), "a fork"}),
                 std::string("a fork: fork of ZeroSiam, no change"));
        QCOMPARE(words(-1, PicturesDropped{{"a: x", "b: y", "c: z", "d: z"}}),
                 std::string("4 pictures were left out: a: x; b: y; and 2 more"));
        QCOMPARE(words(7, LaneReset{ResetCause::collapse}), std::string("lane 7 reset after its collapse"));
    }

    void wordsOf010AreRead_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("changes"); // "" for words that cannot be read
        const auto row = [](const char* words, const char* changes) {
            QTest::newRow(words) << words << changes;
        };
        row("stop-gradient off", "alignment.stop_gradient=false");
        row("stop-gradient off, α 0.5", "alignment.stop_gradient=false, alignment.alpha=0.5");
        row("Stop-Gradient aus, α 1e-05", "alignment.stop_gradient=false, alignment.alpha=1e-05");
        row("停止梯度关, 选择：自信的", "selection.kind=\"entropy\", alignment.stop_gradient=false");
        row("selection confident and new", "selection.kind=\"entropy_redundancy\"");
        row("optimiser SAM, sharpness-aware, climb ρ 0.1", "optimiser.kind=\"sam\", optimiser.rho=0.1");
        row("predictor fixed random", "alignment.predictor=\"fixed_random\"");
        row("Prädiktor: fest, zufällig, predictor rate 0.2",
            "alignment.predictor=\"fixed_random\", optimiser.predictor_rate=0.2");
        row("frozen layers layer3, layer4, reference quirks on",
            "frozen_prefixes=[\"layer3\",\"layer4\"], reference_quirks=true");
        row("冻结层：norm, layer4", "frozen_prefixes=[\"norm\",\"layer4\"]");
        row("Fisher α 2000, norm rate 0.002", "regulariser.fisher_alpha=2000.0, optimiser.rate=0.002");
        row("recovery on, recovery threshold 0.1", "recovery.enabled=true, recovery.threshold=0.1");
        row("stop-gradient", "");
        row("stop-gradient off and more", "");
        row("α much", "");
        row("α 0.5 or so", "");
        row("α inf", "");
        row("Rate as before", "");
        row("", "");
    }
    void wordsOf010AreRead() {
        QFETCH(QString, words);
        QFETCH(QString, changes);
        const std::optional<Recipe> read = recipe_from_words(zerosiam(), words.toStdString());
        QCOMPARE(read.has_value(), !changes.isEmpty());
        if (read)
            QCOMPARE(QString::fromStdString(changes_of(zerosiam(), *read)), changes);
    }

    void parentsOfForksOf010() {
        const std::vector<std::string> names = {"Tent", "Mine, and more", "Tent 2"};
        QCOMPARE(parent_from_words(names, "fork of Tent, no change"), std::optional(0));
        QCOMPARE(parent_from_words(names, "fork of Mine, and more, α 2"), std::optional(1));
        QCOMPARE(parent_from_words(names, "Verzweigt von Tent 2, keine Änderung"), std::optional(2));
        QCOMPARE(parent_from_words(names, "Tent 2 的分叉，无变化"), std::optional(2));
        QVERIFY(!parent_from_words(names, "fork of SAR, no change"));
        QVERIFY(!parent_from_words(names, "a fork"));
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "test_events.moc"
