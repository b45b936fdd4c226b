#include "core/run/model_file_hash.h"

#include "core/fetch/checksum.h"
#include "core/run/model_source.h"

#include <exception>
#include <filesystem>

namespace lab {

std::string model_file_hash(const std::string& id_or_path) {
    try {
        const ModelCard card = open_weights(id_or_path).card;
        return card.model_hash + " " + text_checksum(card_json(card));
    } catch (const std::exception&) { // told where a run begins
        const std::filesystem::path path = model_path(id_or_path);
        return std::filesystem::is_regular_file(path) ? checksum(path, ChecksumKind::sha256) : "absent";
    }
}

} // namespace lab
