#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

/// What the fuzzer feeds: each entry reads the bytes as one kind of file, uses what it got, and accepts
/// nothing but success or a sentence (std::runtime_error, std::invalid_argument). Whatever else happens is a
/// finding.
namespace fuzz {

using Bytes = std::span<const std::uint8_t>;

void assignments(Bytes bytes); ///< a command line's --set: an assignment in each line
void cifar(Bytes bytes);       ///< CIFAR-10 and CIFAR-100
void idx(Bytes bytes);  ///< two bytes with the length of the file of pictures, then that, then the labels
void link(Bytes bytes); ///< a share link
void npy(Bytes bytes);
void picture(Bytes bytes); ///< every kind of picture that is read, with its orientation mark
void pth(Bytes bytes);
void questions(Bytes bytes); ///< a file of questions, in every layout, and its answers against each other
void recording(Bytes bytes); ///< the lines of a .collapselab file or of a journal
void safetensors(Bytes bytes);
void spec(Bytes bytes);      ///< an experiment's JSON
void tokenizer(Bytes bytes); ///< a tokenizer.json, and texts through it

} // namespace fuzz
