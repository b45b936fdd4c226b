#pragma once

namespace lab {

/// The kinds of experiments, and of inputs for which something has a meaning.
enum class Modality { images, language, both };

} // namespace lab
