#pragma once

/// Marks an English text of core for translation under a context, and is the text: the window looks it up
/// there. packaging/update-translations.sh reads the marks.
#define LAB_WORDS(context, text) text
