#include "core/dataset/picture_check.h"

#include "core/image/image_file.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace lab {

void decode_all(PictureListing& listing, const std::function<void(double)>& progress) {
    const std::size_t count = listing.files.size();
    std::vector<std::string> faults(count);
    std::atomic<std::size_t> next = 0, done = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                read_image(listing.folder / listing.files[i]);
            } catch (const std::exception& fault) {
                faults[i] = fault.what();
            }
            ++done;
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1u, 64u); ++i)
            workers.emplace_back(work);
        do {
            try {
                progress(static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(1, count)));
            } catch (...) {
                next = count; // or the workers would go on to the last picture
                throw;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(done == 0 ? 5 : 50));
        } while (done < count);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!faults[i].empty()) {
            listing.left_out.add(LeftOut::damaged, listing.files[i]);
            listing.skipped.push_back(faults[i]);
            continue;
        }
        listing.files[kept] = listing.files[i];
        listing.stamps[kept] = listing.stamps[i];
        listing.labels[kept++] = listing.labels[i];
    }
    listing.files.resize(kept);
    listing.stamps.resize(kept);
    listing.labels.resize(kept);
    std::erase_if(listing.notices,
                  [](const Notice& notice) { return notice.subject == NoticeSubject::data; });
    listing.notices.insert(listing.notices.begin(), listing.left_out.notice(static_cast<std::int64_t>(kept)));
}

} // namespace lab
