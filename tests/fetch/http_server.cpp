#include "tests/fetch/http_server.h"

#include <QHostAddress>
#include <QTcpSocket>

HttpServer::HttpServer() {
    m_thread = std::thread([this] { serve(); });
    while (m_port == 0)
        std::this_thread::yield();
}

HttpServer::~HttpServer() {
    m_quit = true;
    m_thread.join();
}

std::string HttpServer::address(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(m_port.load()) + "/" + path;
}

void HttpServer::put(const QString& path, const QByteArray& content, const ServerManners& manners) {
    const std::lock_guard lock(m_mutex);
    m_files["/" + path] = {content, manners, 0};
}

QStringList HttpServer::ranges() const {
    const std::lock_guard lock(m_mutex);
    return m_ranges;
}

void HttpServer::serve() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort();
    while (!m_quit) {
        if (!server.waitForNewConnection(20))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        QByteArray request;
        while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(2000))
            request += socket->readAll();
        answer(*socket, request);
    }
}

void HttpServer::answer(QTcpSocket& socket, const QByteArray& request) {
    QByteArray head, body;
    qsizetype cut = -1, silent_after = -1;
    {
        const std::lock_guard lock(m_mutex);
        QString range;
        for (const QByteArray& line : request.split('\n'))
            if (line.toLower().startsWith("range:"))
                range = QString::fromLatin1(line.mid(6).trimmed());
        m_ranges << range;
        const QString path = QString::fromLatin1(request.split(' ').value(1));
        const auto file = m_files.find(path);
        const ServerManners manners =
            file == m_files.end() ? ServerManners{true, true, 404, {}, {}} : file->manners;
        if (manners.status != 0) {
            head = "HTTP/1.1 " + QByteArray::number(manners.status) + " No\r\n";
            body = "a page that explains the error";
        } else if (!manners.redirect.empty()) {
            head = "HTTP/1.1 302 Found\r\nLocation: " + QByteArray::fromStdString(manners.redirect) + "\r\n";
        } else {
            const qsizetype begin =
                manners.ranges ? range.mid(6).chopped(range.isEmpty() ? 0 : 1).toLongLong() : 0;
            body = file->content.mid(begin);
            if (begin > 0 && body.isEmpty()) {
                head = "HTTP/1.1 416 Range Not Satisfiable\r\n";
            } else if (begin > 0) {
                head = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + QByteArray::number(begin) +
                       "-" + QByteArray::number(file->content.size() - 1) + "/" +
                       QByteArray::number(file->content.size()) + "\r\n";
            } else {
                head = "HTTP/1.1 200 OK\r\n";
            }
            if (file->asked < manners.cuts.size())
                cut = manners.cuts[file->asked];
            if (file->asked == 0)
                silent_after = manners.silent_after;
            ++file->asked;
        }
        if (manners.announces_size)
            head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    socket.write(head + "Connection: close\r\n\r\n");
    if (silent_after >= 0)
        cut = silent_after;
    socket.write(cut >= 0 ? body.left(cut) : body);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(2000)) {
    }
    while (silent_after >= 0 && !m_quit && socket.state() == QAbstractSocket::ConnectedState)
        socket.waitForReadyRead(20);
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        socket.waitForDisconnected(2000);
}
