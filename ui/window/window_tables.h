#pragma once

#include "ui/window/command_table.h"
#include "ui/window/page_table.h"

namespace lab {

/// What a window is made from.
struct WindowTables {
    std::vector<Page> pages;
    std::vector<CommandRow> commands;

    static WindowTables standard() {
        std::vector<Page> pages = pageTable();
        std::vector<CommandRow> commands = commandTable(pages);
        return {std::move(pages), std::move(commands)};
    }
};

} // namespace lab
