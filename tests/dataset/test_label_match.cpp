#include "core/dataset/label_match.h"

#include <QtTest>

#include <stdexcept>

using namespace lab;
using Names = std::vector<std::string>;
using Way = LabelMatch::Way;

/// Which class of the model is which of the data.
class TestLabelMatch : public QObject {
    Q_OBJECT

    const Names cifar = {"airplane", "automobile", "bird",  "cat",  "deer",
                         "dog",      "frog",       "horse", "ship", "truck"};

    static DataClasses classes(Names names, Names keys = {}) {
        const std::vector<bool> used(names.size(), true);
        return {std::move(names), std::move(keys), used};
    }
    static std::string refusal(const DataClasses& data, const Names& model) {
        try {
            match_labels(data, model);
        } catch (const std::invalid_argument& fault) {
            return fault.what();
        }
        return "nothing was thrown";
    }
    static Names imagenet(bool named) {
        Names names;
        for (int i = 0; i < 1000; ++i)
            names.push_back((named ? "thing" : "class ") + std::to_string(i));
        if (named) {
            names[0] = "tench, Tinca tinca";
            for (const auto& [place, name] :
                 std::vector<std::pair<int, const char*>>{{1, "goldfish, Carassius auratus"},
                                                          {9, "ostrich, Struthio camelus"},
                                                          {130, "flamingo"},
                                                          {291, "lion, king of beasts"},
                                                          {340, "Zebra"},
                                                          {954, "banana"},
                                                          {988, "acorn"}})
                names[std::size_t(place)] = name;
        }
        return names;
    }

  private Q_SLOTS:
    void by_name_in_any_order_and_spelling() {
        const LabelMatch match = match_labels(classes({"Ankle_boot", "bag", "T-SHIRT TOP"}),
                                              {"T-shirt/top", "Bag", "Coat", "Ankle boot"});
        QVERIFY(match.way == Way::names);
        QCOMPARE(match.index, (std::vector<int>{3, 1, 0}));
        QVERIFY(!match.notice.warning && match.notice.subject == NoticeSubject::labels);
        QCOMPARE(match.notice.text, std::string("3 classes matched by name, of the model's 4"));
        QCOMPARE(match_labels(classes({"002.cat", "1_dog"}), {"dog", "cat"}).index, (std::vector<int>{1, 0}));
        QCOMPARE(match_labels(classes({"lion", "tench"}), imagenet(true)).index, (std::vector<int>{291, 0}));
        QCOMPARE(match_labels(classes({"x", "y"}, {"cat", "dog"}), {"dog", "cat"}).index,
                 (std::vector<int>{1, 0}));
    }

    void classes_without_pictures_need_no_name() {
        DataClasses data = classes({"backup", "dog", "cat"});
        data.used[0] = false;
        const LabelMatch match = match_labels(data, {"cat", "dog"});
        QCOMPARE(match.index, (std::vector<int>{-1, 1, 0}));
    }

    void names_that_two_classes_share_decide_nothing() {
        const Names model = {"crane", "dog", "crane"};
        QCOMPARE(match_labels(classes({"crane", "dog", "crane"}), model).index, (std::vector<int>{0, 1, 2}));
        QVERIFY(refusal(classes({"dog", "crane", "cat"}), model).find("1 of 3 are matched by name") !=
                std::string::npos);
        // "a b" and "A_b" would both become the model's "ab".
        QVERIFY(refusal(classes({"a b", "A_b", "c"}), {"c", "ab", "d"}).find("but not \"a b\", \"A_b\"") !=
                std::string::npos);
    }

    void a_few_other_names_at_the_same_places() {
        Names data = cifar;
        data[1] = "car";
        const LabelMatch match = match_labels(classes(data), cifar);
        QVERIFY(match.way == Way::order && match.notice.warning);
        QCOMPARE(match.index[1], 1);
        QVERIFY(match.notice.text.find(
                    "9 have the model's names at the same places, but not \"car\" (the model's: "
                    "\"automobile\")") != std::string::npos);
        // Sorted otherwise the order would be wrong: "car" comes behind "bird".
        std::swap(data[1], data[2]);
        const std::string sentence = refusal(classes(data), cifar);
        QVERIFY2(sentence.find("9 of 10 are matched by name, but not \"car\"") != std::string::npos,
                 sentence.c_str());
        QVERIFY(sentence.find("are left: \"automobile\"") != std::string::npos);
    }

    void no_name_in_common() {
        const LabelMatch match = match_labels(classes({"u", "v"}), {"cat", "dog"});
        QVERIFY(match.way == Way::order && match.notice.warning);
        QVERIFY(match.notice.text.find(
                    "no name is in common (the data's: \"u\", \"v\"; the model's: \"cat\", \"dog\")") !=
                std::string::npos);
        const LabelMatch digits = match_labels(classes({"0", "1"}), {"cat", "dog"});
        QVERIFY(digits.way == Way::numbers && digits.notice.warning);
        QVERIFY(
            refusal(classes({"u"}), {"cat", "dog"})
                .starts_with("model: it knows 2 classes, the data set has 1, and their names do not tell"));
        QVERIFY(refusal(classes({"u", "v", "w"}), {"cat", "dog"}).starts_with("model: it knows 2 classes"));
    }

    void numbers_behind_names_out_of_order() {
        Names data, model, plain;
        for (int i = 1; i <= 10; ++i)
            data.push_back("kind" + std::to_string(i));
        std::sort(data.begin(), data.end());
        for (int i = 0; i < 10; ++i)
            model.push_back(std::string(1, char('a' + i)) + "x");
        for (int i = 0; i < 10; ++i)
            plain.push_back("class " + std::to_string(i));
        for (const Names& names : {model, plain}) {
            const LabelMatch match = match_labels(classes(data), names);
            QVERIFY(match.way == Way::order && match.notice.warning);
            QVERIFY2(match.notice.text.find("not of numbers: \"kind10\" stands before \"kind2\"") !=
                         std::string::npos,
                     match.notice.text.c_str());
        }
        Names nine(data.begin(), data.end());
        std::erase(nine, "kind10");
        plain.pop_back();
        QVERIFY(!match_labels(classes(nine), plain).notice.warning);
        // By the folders' names, whatever the classes are called.
        QVERIFY(match_labels(classes(model, data), {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
                    .notice.warning);
    }

    void every_class_of_the_model_is_taken() {
        const std::string said = refusal(classes({"cat", "dog", "cow"}), {"dog", "cat"});
        QVERIFY2(said.find("but not \"cow\" (of the model's none is left). Name") != std::string::npos,
                 said.c_str());
        QVERIFY(said.find("(of the model's are left: )") == std::string::npos);
    }

    void models_without_names() {
        const Names model = {"class 0", "class 1", "class 2"};
        const LabelMatch order = match_labels(classes({"u", "v", "w"}), model);
        QVERIFY(order.way == Way::order && !order.notice.warning);
        QCOMPARE(order.index, (std::vector<int>{0, 1, 2}));
        const LabelMatch numbers = match_labels(classes({"2", "0"}), model);
        QVERIFY(numbers.way == Way::numbers && !numbers.notice.warning);
        QCOMPARE(numbers.index, (std::vector<int>{2, 0}));
        QCOMPARE(match_labels(classes({"class2", "class1"}), model).index, (std::vector<int>{2, 1}));
        QVERIFY(
            refusal(classes({"3", "0"}), model).starts_with("model: it knows 3 classes, the data set has 2"));
        QCOMPARE(match_labels(classes({"1", "2", "3"}), model).index, (std::vector<int>{0, 1, 2}));
    }

    void wordnet_ids() {
        for (const bool named : {false, true}) {
            const LabelMatch match = match_labels(classes({"n02391049", "n01440764"}), imagenet(named));
            QVERIFY(match.way == Way::wordnet && !match.notice.warning);
            QCOMPARE(match.index, (std::vector<int>{340, 0}));
        }
        // A thousand names in another order, or ids of other classes: nothing is assumed.
        Names sorted = imagenet(true);
        std::sort(sorted.begin(), sorted.end());
        QVERIFY(
            refusal(classes({"n02391049", "n01440764"}), sorted).starts_with("model: it knows 1000 classes"));
        QVERIFY(refusal(classes({"n02391049", "n00000001"}), imagenet(false))
                    .starts_with("model: it knows 1000"));
        QVERIFY(refusal(classes({"n02391049"}), {"cat", "dog"}).starts_with("model: it knows 2 classes"));
    }
};

QTEST_GUILESS_MAIN(TestLabelMatch)
#include "test_label_match.moc"
