#pragma once

#include <QByteArray>
#include <QMap>
#include <QTcpServer>

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

/// How the server answers.
struct ServerManners {
    bool ranges = true;          ///< honours Range
    bool announces_size = true;  ///< sends Content-Length
    int status = 0;              ///< answers with this status and a page instead; 0: does its work
    std::vector<qsizetype> cuts; ///< bytes of the body after which the 1st, 2nd … connection is cut
    std::string redirect;        ///< sends there
    qsizetype silent_after = -1; ///< bytes after which the first connection waits until the client leaves
};

/// A small HTTP server on 127.0.0.1, on a thread of its own: enough to be downloaded from, and to misbehave.
class HttpServer {
  public:
    HttpServer();
    ~HttpServer();

    std::string address(const std::string& path) const;
    void put(const QString& path, const QByteArray& content, const ServerManners& manners = {});
    /// The Range header of each request so far; empty where there was none.
    QStringList ranges() const;

  private:
    struct File {
        QByteArray content;
        ServerManners manners;
        std::size_t asked = 0;
    };
    void serve();
    void answer(QTcpSocket& socket, const QByteArray& request);

    std::atomic<bool> m_quit = false;
    std::atomic<int> m_port = 0;
    mutable std::mutex m_mutex;
    QMap<QString, File> m_files;
    QStringList m_ranges;
    std::thread m_thread;
};
