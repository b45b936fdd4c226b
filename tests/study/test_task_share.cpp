#include "core/study/array_expression.h"
#include "core/study/shard.h"
#include "core/study/task_environment.h"
#include "tests/support/test_files.h"

#include <QStringList>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace lab;

namespace {

std::string sentence(const std::function<void()>& work) {
    return test_files::sentence_of(work);
}

Environment environment(const std::map<std::string, std::string>& variables) {
    return [variables](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    };
}

std::map<std::string, std::string> array(int id, int first, int last, int step, int count) {
    return {{"SLURM_ARRAY_TASK_ID", std::to_string(id)},
            {"SLURM_ARRAY_TASK_MIN", std::to_string(first)},
            {"SLURM_ARRAY_TASK_MAX", std::to_string(last)},
            {"SLURM_ARRAY_TASK_STEP", std::to_string(step)},
            {"SLURM_ARRAY_TASK_COUNT", std::to_string(count)}};
}

} // namespace

/// Which cells a task runs: parts, lists, and what Slurm tells.
class TestTaskShare : public QObject {
    Q_OBJECT

  private Q_SLOTS:

    void every_cell_is_in_exactly_one_shard() {
        for (std::size_t cells : {std::size_t(0), std::size_t(1), std::size_t(7), std::size_t(60)})
            for (std::size_t count = 1; count <= 70; ++count) {
                std::vector<std::size_t> sizes(count);
                for (std::size_t cell = 0; cell < cells; ++cell) {
                    int owners = 0;
                    for (std::size_t number = 1; number <= count; ++number)
                        if (Shard{number, count}.holds(cell)) {
                            ++owners;
                            ++sizes[number - 1];
                        }
                    QCOMPARE(owners, 1);
                }
                const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
                QVERIFY(*most - *least <= 1);
            }
    }

    void shards_are_read() {
        QVERIFY(shard_from("2/3", "--shard") == (Shard{2, 3}));
        QCOMPARE(to_string(shard_from("1/1", "--shard")), std::string("1/1"));
        for (const char* text : {"", "3", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", "1 /3", "1/", "/3",
                                 "1/1000001", "1/18446744073709551617", "1.0/3"}) {
            const std::string said = sentence([&] { shard_from(text, "--shard"); });
            QVERIFY2(said.starts_with("--shard") && said.find("expected") != std::string::npos, text);
        }
    }

    void array_expressions_are_written_and_read() {
        const auto back = [](const std::vector<std::size_t>& numbers) {
            return numbers_from(array_expression(numbers), "--cells", 1000);
        };
        QCOMPARE(array_expression({}), std::string());
        QCOMPARE(array_expression({3, 7, 8, 9}), std::string("3,7-9"));
        QCOMPARE(array_expression({0, 1}), std::string("0-1"));
        QCOMPARE(array_expression({5}), std::string("5"));
        for (const std::vector<std::size_t>& numbers :
             {std::vector<std::size_t>{0}, {0, 2, 4}, {1, 2, 3, 500, 998, 999}})
            QVERIFY(back(numbers) == numbers);
        QVERIFY(numbers_from("9,0-8:4", "--cells", 10) == (std::vector<std::size_t>{0, 4, 8, 9}));
        for (const char* text : {"", ",", "1,", "5-3", "10", "1-10", "1,1", "1-3,2", "a", "1-", "-1", "1:2:3",
                                 "0-4:0", "1--2", " 1"}) {
            const std::string said = sentence([&] { numbers_from(text, "--cells", 10); });
            QVERIFY2(said.starts_with("--cells"), text);
        }
    }

    void slurm_tells_which_part_a_task_has() {
        const auto shard = [](const std::map<std::string, std::string>& variables, bool of_array = true) {
            return to_string(shard_of_task(environment(variables), of_array).shard);
        };
        QCOMPARE(shard({}), std::string("1/1"));
        QVERIFY(shard_of_task(environment({}), true).from.empty());
        // As Slurm 22.05 sets them: a batch script of an array, whose job has one task.
        auto plain = array(2, 1, 3, 1, 3);
        plain["SLURM_JOB_ID"] = "12";
        plain["SLURM_PROCID"] = "0";
        QCOMPARE(shard(plain), std::string("2/3"));
        QCOMPARE(shard(array(8, 0, 8, 4, 3)), std::string("3/3"));
        QCOMPARE(shard(array(5, 5, 5, 1, 1)), std::string("1/1"));
        QCOMPARE(shard({{"SLURM_ARRAY_TASK_ID", "1"}, {"SLURM_ARRAY_TASK_COUNT", "3"}}), std::string("2/3"));
        QCOMPARE(shard(array(2, 1, 3, 1, 3), false), std::string("1/1"));
        // Tasks of srun.
        QCOMPARE(shard({{"SLURM_PROCID", "2"}, {"SLURM_NTASKS", "3"}}), std::string("3/3"));
        const std::map<std::string, std::string> step = {{"SLURM_JOB_ID", "12"},
                                                         {"SLURM_STEP_ID", "0"},
                                                         {"SLURM_PROCID", "1"},
                                                         {"SLURM_NTASKS", "8"},
                                                         {"SLURM_STEP_NUM_TASKS", "2"}};
        QCOMPARE(shard(step), std::string("2/2"));
        const TaskShard told = shard_of_task(environment(step), true);
        QCOMPARE(told.from, std::string("SLURM_PROCID=1 of 2"));
    }

    void tasks_of_arrays_of_steps_have_parts_of_their_own() {
        std::set<std::string> all;
        for (int element = 0; element < 3; ++element)
            for (int rank = 0; rank < 4; ++rank) {
                auto variables = array(10 + 5 * element, 10, 20, 5, 3);
                variables["SLURM_PROCID"] = std::to_string(rank);
                variables["SLURM_NTASKS"] = "4";
                const TaskShard told = shard_of_task(environment(variables), true);
                QCOMPARE(told.shard.count, std::size_t(12));
                all.insert(to_string(told.shard));
            }
        QCOMPARE(all.size(), std::size_t(12));
    }

    void what_does_not_tell_a_part_is_refused_data() {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QString>("said");
        const QStringList gaps = {"SLURM_ARRAY_TASK_ID=7", "SLURM_ARRAY_TASK_MIN=3", "SLURM_ARRAY_TASK_MAX=9",
                                  "SLURM_ARRAY_TASK_STEP=1", "SLURM_ARRAY_TASK_COUNT=4"};
        QTest::newRow("3,7-9") << gaps << "an array with gaps (4 tasks of 3-9)";
        QTest::newRow("no count") << QStringList{"SLURM_ARRAY_TASK_ID=7"} << "SLURM_ARRAY_TASK_COUNT";
        QTest::newRow("no number") << QStringList{"SLURM_ARRAY_TASK_ID=x", "SLURM_ARRAY_TASK_COUNT=2"}
                                   << "SLURM_ARRAY_TASK_ID: expected a whole number";
        QTest::newRow("beyond") << QStringList{"SLURM_ARRAY_TASK_ID=3", "SLURM_ARRAY_TASK_COUNT=3"}
                                << "SLURM_ARRAY_TASK_ID: expected one of 0-2, found 3";
        QTest::newRow("off the step")
            << QStringList{"SLURM_ARRAY_TASK_ID=3", "SLURM_ARRAY_TASK_COUNT=3", "SLURM_ARRAY_TASK_STEP=2"}
            << "SLURM_ARRAY_TASK_ID: expected one of 0-4:2, found 3";
        QTest::newRow("batch script") << QStringList{"SLURM_JOB_ID=1", "SLURM_PROCID=0", "SLURM_NTASKS=3"}
                                      << "this is its batch script";
        QTest::newRow("no rank") << QStringList{"SLURM_NTASKS=3"} << "SLURM_PROCID: expected a number";
        QTest::newRow("no tasks") << QStringList{"SLURM_PROCID=3"} << "SLURM_NTASKS: expected a number";
        QTest::newRow("rank beyond") << QStringList{"SLURM_PROCID=3", "SLURM_NTASKS=3"}
                                     << "SLURM_PROCID: expected less";
        QTest::newRow("no tasks at all") << QStringList{"SLURM_PROCID=0", "SLURM_NTASKS=0"} << "SLURM_NTASKS";
    }
    void what_does_not_tell_a_part_is_refused() {
        QFETCH(QStringList, variables);
        QFETCH(QString, said);
        std::map<std::string, std::string> all;
        for (const QString& one : variables)
            all[one.section('=', 0, 0).toStdString()] = one.section('=', 1).toStdString();
        const std::string found = sentence([&] { shard_of_task(environment(all), true); });
        QVERIFY2(QString::fromStdString(found).contains(said), found.c_str());
    }

    void cores_cards_and_cells_of_a_task() {
        QCOMPARE(cores_of_task(environment({})), 0);
        QCOMPARE(cores_of_task(environment({{"SLURM_CPUS_PER_TASK", "6"}})), 6);
        QCOMPARE(cores_of_task(environment({{"SLURM_CPUS_PER_TASK", ""}})), 0);
        QVERIFY(sentence([] {
                    cores_of_task(environment({{"SLURM_CPUS_PER_TASK", "0"}}));
                }).starts_with("SLURM_CPUS_PER_TASK"));
        QVERIFY(!task_on_node(environment({{"SLURM_LOCALID", "0"}}))); // a batch script has all cards
        QVERIFY(!task_on_node(environment({{"SLURM_LOCALID", "0"}, {"SLURM_STEP_NUM_TASKS", "1"}})));
        QCOMPARE(*task_on_node(environment({{"SLURM_LOCALID", "3"}, {"SLURM_STEP_NUM_TASKS", "8"}})), 3);
        QCOMPARE(array_task(environment({{"SLURM_ARRAY_TASK_ID", "7"}})), std::size_t(7));
        QVERIFY(sentence([] { array_task(environment({})); }).starts_with("SLURM_ARRAY_TASK_ID"));
    }
};

QTEST_GUILESS_MAIN(TestTaskShare)
#include "test_task_share.moc"
