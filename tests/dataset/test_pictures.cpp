#include "core/dataset/picture_check.h"
#include "core/dataset/picture_set.h"
#include "core/image/image_file.h"
#include "tests/reference_data.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <sys/stat.h>

namespace fs = std::filesystem;
using test_files::sentence_of;

class TestPictures : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;

    static lab::Image plain(std::uint8_t value, int height = 20, int width = 24) {
        lab::Image image{height, width, 3, {}};
        image.pixels.assign(image.byte_count(), value);
        return image;
    }
    void put(const fs::path& file, const lab::Image& image) const {
        fs::create_directories((m_path / file).parent_path());
        lab::write_png(image, m_path / file);
    }
    void put(const fs::path& file, const std::string& text) const {
        fs::create_directories((m_path / file).parent_path());
        test_files::write(m_path / file, {text.begin(), text.end()});
    }
    std::string refusal() const {
        return sentence_of([this] { lab::list_class_folders(m_path); });
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = fs::path(m_folder->path().toStdString()) / "set";
        fs::create_directories(m_path);
    }

    void class_folders_in_order() {
        put("dog/b.png", plain(2));
        put("dog/a.png", plain(1));
        put("cat/z.png", plain(3));
        put("cat/notes.txt", "no picture");
        put(".hidden/a.png", plain(4));
        const lab::PictureListing listing = lab::list_class_folders(m_path);
        QCOMPARE(listing.files, (std::vector<fs::path>{"cat/z.png", "dog/a.png", "dog/b.png"}));
        QCOMPARE(listing.labels, (std::vector<int>{0, 1, 1}));
        QCOMPARE(listing.class_names, (std::vector<std::string>{"cat", "dog"}));
        QVERIFY(listing.skipped.empty());
    }

    void a_table_gives_labels_and_names() {
        put("n02/a.png", plain(1));
        put("n01/a.png", plain(2));
        // One level above, with more classes than there are folders; the last line without an end.
        put("../labels.csv",
            "index,wnid,name\r\n0,n00,\"crane, bird\"\r\n1,n01,\"a \"\"quoted\"\" one\"\r\n2,n02,cat");
        lab::PictureListing listing = lab::list_class_folders(m_path);
        QCOMPARE(listing.labels, (std::vector<int>{1, 2}));
        QCOMPARE(listing.class_names, (std::vector<std::string>{"crane, bird", "a \"quoted\" one", "cat"}));
        // Beside the folders goes before.
        put("classes.txt", "first\nsecond\n");
        listing = lab::list_class_folders(m_path);
        QCOMPARE(listing.labels, (std::vector<int>{0, 1}));
        QCOMPARE(listing.class_names, (std::vector<std::string>{"first", "second"}));
    }

    void tables_that_do_not_fit() {
        put("n01/a.png", plain(1));
        const std::string csv = (m_path / "labels.csv").string(), txt = (m_path / "classes.txt").string();
        put("classes.txt", "one\ntwo\n");
        QCOMPARE(refusal(), txt + ": expected 1 names, one for each folder, found 2.");
        put("labels.csv", "wnid,name\n");
        QCOMPARE(refusal(), csv + ": expected the columns index,wnid,name, found \"wnid,name\".");
        put("labels.csv", "index,wnid,name\n0,n00,a\n2,n01,b\n");
        QCOMPARE(refusal(),
                 csv + ": expected each index from 0 to 1 once, not 2 in line 3, found \"2,n01,b\".");
        put("labels.csv", "index,wnid,name\n0,n00,a\n1,n00,b\n");
        QCOMPARE(refusal(), csv + ": expected each wnid once, found n00 again in line 3.");
        put("labels.csv", "index,wnid,name\n0,n00,a\n");
        QCOMPARE(refusal(), csv + ": expected a line for each folder of a class, found none for n01.");
        put("labels.csv", "");
        QCOMPARE(refusal(), csv + ": expected the columns index,wnid,name, found an empty file.");
    }

    void what_is_no_picture_is_listed_and_skipped() {
        put("cat/a.jpg", "this is text");
        put("cat/b.png", plain(1));
        put("cat/c.webp", "");
        const lab::PictureListing listing = lab::list_class_folders(m_path);
        QCOMPARE(listing.files, std::vector<fs::path>{"cat/b.png"});
        QCOMPARE(listing.skipped.size(), std::size_t(2));
        QCOMPARE(listing.skipped[0],
                 (m_path / "cat/a.jpg").string() +
                     ": expected a picture (JPEG, PNG, WebP, BMP, GIF, TIFF, PPM), found another file");
        QCOMPARE(listing.skipped[1],
                 (m_path / "cat/c.webp").string() +
                     ": expected a picture (JPEG, PNG, WebP, BMP, GIF, TIFF, PPM), found an empty file");
        const auto set = lab::open_pictures(m_path, "cats", listing, {});
        QCOMPARE(set->skipped(), listing.skipped);
    }

    void everything_that_is_left_out_is_counted() {
        for (const char* name : {"cat/a.png", "cat/b.png", "dog/\xe4.png", "dog/more/c.png", "dog/more/d.png",
                                 "overview.png", "cat/.hidden.png", "cat/@eaDir/a.png"})
            put(name, plain(1));
        put("cat/c.heic", std::string("\0\0\0\x18"
                                      "ftypheic",
                                      12));
        put("cat/d.picture", "\xff\xd8\xff\xe0");
        put("cat/notes.txt", "no picture");
        put("cat/cut.png", "\x89PNG\r\n\x1a\n\0\0");
        fs::create_directory(m_path / "empty");
        fs::create_symlink("nowhere", m_path / "dog/e.png");
        QCOMPARE(mkfifo((m_path / "dog/f.png").c_str(), 0600), 0); // would block whoever opens it
        const lab::PictureListing listing = lab::list_class_folders(m_path);
        QCOMPARE(listing.files.size(), std::size_t(3));
        using lab::LeftOut;
        const std::map<LeftOut, int> expected = {{LeftOut::cut_short, 1},   {LeftOut::other_picture, 2},
                                                 {LeftOut::deeper, 2},      {LeftOut::beside, 1},
                                                 {LeftOut::broken_link, 1}, {LeftOut::special, 1},
                                                 {LeftOut::other_file, 1},  {LeftOut::hidden, 2},
                                                 {LeftOut::empty_class, 1}, {LeftOut::no_picture, 0}};
        for (const auto& [reason, count] : expected)
            QCOMPARE(listing.left_out.of(reason), count);
        QCOMPARE(listing.left_out.files(), 11);
        const lab::Notice notice = listing.notices.at(0);
        QVERIFY(notice.warning && notice.subject == lab::NoticeSubject::data);
        QVERIFY2(notice.text.starts_with(
                     "3 of 14 files are used as pictures; left out: 1 cut short (\"cat/cut.png\"), "
                     "2 pictures of kinds or with endings that are not read (.heic 1, .picture 1), "
                     "2 pictures in folders further down (\"dog/more/c.png\""),
                 notice.text.c_str());
        // A name that is no UTF-8 is carried as it is.
        const auto set = lab::open_pictures(m_path, "set", listing, {});
        QCOMPARE(set->image(2).pixels.front(), std::uint8_t(1));
        QCOMPARE(set->notices(), listing.notices);
    }

    void plain_folders_beside_what_systems_leave() {
        for (const char* name : {"a.png", "b.PNG", ".thumbnails/a.png", "@eaDir/a.png", "__MACOSX/a.png"})
            put(name, plain(1));
        QVERIFY(!lab::has_class_folders(m_path));
        const lab::PictureListing listing = lab::list_plain_folder(m_path);
        QCOMPARE(listing.files.size(), std::size_t(2));
        QVERIFY(!listing.notices.at(0).warning);
        put("cat/a.png", plain(1)); // fewer than beside it
        QVERIFY(!lab::has_class_folders(m_path));
        for (const char* name : {"cat/b.png", "dog/a.png"})
            put(name, plain(1));
        QVERIFY(lab::has_class_folders(m_path));
    }

    void links_that_lead_back_are_told() {
        for (const char* name : {"cat/a.png", "dog/b.png"})
            put(name, plain(1));
        fs::create_directory_symlink(".", m_path / "all");
        fs::create_directory_symlink(m_path, m_path / "cat" / "up");
        fs::create_directory_symlink("..", m_path / "dog" / "parent");
        fs::create_directories(m_path / "dog" / "more");
        fs::create_directory_symlink("../..", m_path / "dog" / "more" / "root");
        fs::create_directory_symlink("itself", m_path / "dog" / "itself"); // leads nowhere at all
        const lab::PictureListing listing = lab::list_class_folders(m_path);
        QCOMPARE(listing.class_names, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(listing.files.size(), std::size_t(2));
        QCOMPARE(listing.left_out.of(lab::LeftOut::loop), 4);
        QCOMPARE(listing.left_out.of(lab::LeftOut::deeper), 0);
        QCOMPARE(listing.left_out.of(lab::LeftOut::broken_link), 1);
        QVERIFY2(listing.notices.at(0).text.find("4 links back to their own folders (") != std::string::npos,
                 listing.notices.at(0).text.c_str());
        // A class folder that lies elsewhere is one.
        const QTemporaryDir other;
        const fs::path elsewhere = other.path().toStdString();
        fs::copy(m_path / "cat" / "a.png", elsewhere / "c.png");
        fs::create_directory_symlink(elsewhere, m_path / "bird");
        QCOMPARE(lab::list_class_folders(m_path).files.size(), std::size_t(3));
        for (const char* link : {"all", "cat/up", "dog/parent", "dog/more/root", "dog/itself", "bird"})
            fs::remove(m_path / link); // or the folder would not go away
    }

    void what_a_check_throws_ends_it() {
        for (const char* name : {"a.png", "b.png", "c.png"})
            put(name, plain(1));
        lab::PictureListing listing = lab::list_plain_folder(m_path);
        QVERIFY_EXCEPTION_THROWN(lab::decode_all(listing, [](double) { throw std::runtime_error("enough"); }),
                                 std::runtime_error);
        QCOMPARE(listing.files.size(), std::size_t(3));
    }

    void damage_inside_shows_when_everything_is_decoded() {
        put("a.png", plain(1, 40, 40));
        put("b.png", plain(2, 40, 40));
        auto bytes = test_files::read(m_path / "b.png");
        bytes[bytes.size() / 2] ^= 0x20;
        test_files::write(m_path / "b.png", bytes);
        lab::PictureListing listing = lab::list_plain_folder(m_path);
        QCOMPARE(listing.files.size(), std::size_t(2)); // beginning and end are those of a picture
        lab::decode_all(listing, [](double) {});
        QCOMPARE(listing.files, std::vector<fs::path>{"a.png"});
        QCOMPARE(listing.left_out.of(lab::LeftOut::damaged), 1);
        QVERIFY(listing.skipped.at(0).ends_with("b.png cannot be read: it is damaged."));
        QVERIFY(listing.notices.at(0).text.starts_with("1 of 2 files are used"));
    }

    void folders_without_pictures() {
        QVERIFY(refusal().starts_with(m_path.string() + ": expected a folder for each class, found none."));
        fs::create_directory(m_path / "cat");
        QCOMPARE(refusal(),
                 m_path.string() + ": expected pictures (JPEG, PNG, WebP, BMP, GIF, TIFF, PPM), found none.");
        put("cat/a.jpg", "this is text");
        QCOMPARE(
            refusal(),
            m_path.string() +
                ": expected pictures (JPEG, PNG, WebP, BMP, GIF, TIFF, PPM), found none that can be used; "
                "left out: 1 no picture despite its ending (\"cat/a.jpg\"), 1 class folder "
                "without pictures (\"cat\").");
        QCOMPARE(sentence_of([&] { lab::list_plain_folder(m_path / "no"); }),
                 (m_path / "no").string() + ": expected a folder with pictures, found nothing.");
        QCOMPARE(sentence_of([&] { lab::list_plain_folder(m_path / "cat/a.jpg"); }),
                 (m_path / "cat/a.jpg").string() + ": expected a folder with pictures, found a file.");
    }

    void pictures_are_fitted_and_have_no_labels() {
        put("b.png", plain(7));
        lab::Image half = plain(0, 20, 40); // the left half black, the right half white
        for (std::size_t i = 0; i < half.pixels.size(); ++i)
            half.pixels[i] = i / 3 % 40 < 20 ? 0 : 255;
        put("a.png", half);
        put("c.png", lab::Image{9, 9, 1, std::vector<std::uint8_t>(81, 50)});
        const auto set =
            lab::open_pictures(m_path, "mine", lab::list_plain_folder(m_path), {10, 1.0, "bilinear", 3});
        QCOMPARE(set->size(), 3);
        QCOMPARE(set->label(0), -1);
        QVERIFY(set->class_names().empty() && set->has_clean());
        const lab::Image middle = set->image(0);
        QCOMPARE(middle.height * middle.width * middle.channels, 300);
        QCOMPARE(middle.pixels.front(), std::uint8_t(0));
        QCOMPARE(middle.pixels.back(), std::uint8_t(255));
        QCOMPARE(set->image(2).pixels, std::vector<std::uint8_t>(300, 50)); // grey made RGB
        QVERIFY_EXCEPTION_THROWN(set->image(3), std::out_of_range);
    }

    void damage_shows_when_the_picture_is_asked_for() {
        put("a.png", plain(7, 64, 64));
        const auto set = lab::open_pictures(m_path, "mine", lab::list_plain_folder(m_path), {});
        QCOMPARE(set->image(0).height, 64);
        const auto bytes = test_files::read(m_path / "a.png");
        test_files::write(m_path / "a.png", {bytes.begin(), bytes.begin() + 40});
        QVERIFY(sentence_of([&] { set->image(0); }).find("it was changed since") != std::string::npos);
        // Another picture under the name is none of the set's.
        put("a.png", plain(9, 64, 64));
        QCOMPARE(sentence_of([&] { set->image(0); }),
                 "The picture " + (m_path / "a.png").string() +
                     " is not the one that was found at the start: it was changed since.");
        fs::remove(m_path / "a.png");
        QCOMPARE(sentence_of([&] { set->image(0); }),
                 "The picture " + (m_path / "a.png").string() +
                     " is not the one that was found at the start: it was changed since.");
    }

    void imagenet_c() {
        for (const char* folder : {"fog/5", "fog/3", "noise/shot_noise/5"})
            for (const char* wnid : {"n01", "n02"})
                put(fs::path("c") / folder / wnid / "x.png", plain(folder[0] == 'f' ? 50 : 90, 16, 16));
        put("c/fog/3/n02/x.png", plain(33, 16, 16));
        put("val/n02/x.png", plain(4, 32, 32));
        const lab::InputGeometry geometry{16, 0.5, "bicubic", 3};
        const auto set = lab::open_imagenet_c(m_path / "c", m_path / "val", geometry);
        QCOMPARE(set->size(), 2);
        QCOMPARE(set->label(1), 1);
        QCOMPARE(set->image(1).pixels.front(), std::uint8_t(4));
        const auto value = [&](lab::CorruptionKind kind, int severity) {
            return int(set->published(1, {kind, severity})->pixels.at(0));
        };
        QCOMPARE(value(lab::CorruptionKind::fog, 5), 50);
        QCOMPARE(value(lab::CorruptionKind::fog, 3), 33);
        QCOMPARE(value(lab::CorruptionKind::shot_noise, 5), 90);
        QVERIFY(!set->published(0, {lab::CorruptionKind::none, 5}));
        set->require({lab::CorruptionKind::fog, 3});
        QCOMPARE(sentence_of([&] {
                     set->require({lab::CorruptionKind::fog, 4});
                 }),
                 (m_path / "c").string() + ": expected the folder fog/4, found none.");
        QCOMPARE(sentence_of([&] {
                     set->require({lab::CorruptionKind::snow, 5});
                 }),
                 (m_path / "c").string() + ": expected the folder snow/5, found none.");
        const auto alone = lab::open_imagenet_c(m_path / "c", {}, geometry);
        QVERIFY(!alone->has_clean());
        QVERIFY(sentence_of([&] {
                    alone->require({lab::CorruptionKind::none, 1});
                }).starts_with("ImageNet-C holds corrupted pictures only"));
        QVERIFY(sentence_of([&] {
                    lab::open_imagenet_c(m_path / "val", {}, geometry);
                }).starts_with((m_path / "val").string() + ": expected ImageNet-C's folders"));
    }

    /// Published pictures are cropped already: a published picture of the model's size passes untouched.
    void published_pictures_are_not_cropped_again() {
        lab::Image picture = test_files::picture(16, 16, 3);
        put("fog/5/n01/x.png", picture);
        const auto set = lab::open_imagenet_c(m_path, {}, {16, 0.5, "bicubic", 3});
        QCOMPARE(*set->published(0, {lab::CorruptionKind::fog, 5}), picture);
    }

    void the_imagenet_sample() {
        const fs::path sample = reference_data("data/imagenet1k-sample");
        if (sample.empty())
            QSKIP("The reference data has no ImageNet sample here.");
        const auto set = lab::open_pictures(sample / "val", "sample", lab::list_class_folders(sample / "val"),
                                            {224, 0.875, "bicubic", 3});
        QCOMPARE(set->size(), 1000);
        QCOMPARE(set->class_names().size(), std::size_t(1000));
        QCOMPARE(set->class_names().front(), std::string("tench"));
        QCOMPARE(set->label(999), 999);
        QVERIFY(set->skipped().empty());
        QCOMPARE(set->image(517).byte_count(), std::size_t(224 * 224 * 3));
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "test_pictures.moc"
