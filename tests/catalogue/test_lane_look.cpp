#include "core/catalogue/lane_look.h"

#include <QTest>

using namespace lab;

class TestLaneLook : public QObject {
    Q_OBJECT
  private Q_SLOTS:

    void three_methods_have_looks_of_their_own() {
        const auto looks = lane_looks({make_lane("sar"), make_lane("no_adaptation"), make_lane("tent"),
                                       make_lane("zerosiam"), make_lane("eata")});
        QVERIFY(looks[1].colour == palette::grey);
        QCOMPARE(looks[1].dash, LineDash::dashes);
        QVERIFY(looks[2].colour == palette::vermilion);
        QVERIFY(looks[3].colour == palette::blue);
        QVERIFY(looks[0].colour == palette::green);
        QVERIFY(looks[4].colour == palette::purple);
    }

    void a_lane_that_does_not_adapt_is_grey_whatever_its_method() {
        LaneSpec still = make_lane("tent");
        still.recipe.adapts = false;
        const auto looks = lane_looks({still, make_lane("tent")});
        QVERIFY(looks[0].colour == palette::grey);
        QVERIFY(looks[1].colour == palette::vermilion);
    }

    void seven_lanes_share_no_colour() {
        const std::vector<std::vector<std::string>> sets = {
            {"no_adaptation", "tent", "eata", "sar", "deyo", "come", "zerosiam"},
            {"tent", "tent", "tent", "tent", "tent", "tent", "tent"},
            {"zerosiam", "zerosiam", "eata", "no_adaptation", "sar", "sar", "tent"}};
        for (const auto& methods : sets) {
            std::vector<LaneSpec> lanes;
            for (const std::string& method : methods)
                lanes.push_back(make_lane(method));
            const auto looks = lane_looks(lanes);
            for (std::size_t i = 0; i < looks.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY2(!(looks[i].colour == looks[j].colour), methods.front().c_str());
        }
        QCOMPARE(lane_looks(std::vector<LaneSpec>(16, make_lane("eata"))).size(), std::size_t(16));
        QVERIFY(lane_looks({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestLaneLook)
#include "test_lane_look.moc"
