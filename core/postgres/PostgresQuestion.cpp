// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresQuestion.h"

#include <QCoreApplication>
#include <QtEndian>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresQuestion", text);
}

constexpr qsizetype headLength = 5; // the kind of message and its length
constexpr qsizetype largestMessage = 64 * 1024;

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// The fields of an ErrorResponse: a letter and a text that ends with a zero, until a zero in place of a letter.
QByteArray field(QByteArrayView body, char wanted)
{
    qsizetype at = 0;
    while (at < body.size() && body[at] != '\0') {
        const qsizetype end = body.indexOf('\0', at + 1);
        if (end < 0)
            return {};
        if (body[at] == wanted)
            return body.sliced(at + 1, end - at - 1).toByteArray();
        at = end + 1;
    }
    return {};
}

Result<PostgresAnswer> refusal(QByteArrayView body)
{
    const QByteArray state = field(body, 'C');
    if (state == "57P03") // cannot_connect_now
        return PostgresAnswer::Starting;
    const bool aboutAccess = state.startsWith("28"); // invalid_authorization_specification
    Error error{aboutAccess ? Error::Code::Auth : Error::Code::ToolFailed, tr("The database lets nobody in")};
    error.why = QString::fromUtf8(field(body, 'M'));
    error.todo = aboutAccess ? tr("Its pg_hba.conf was changed: take that back, or reset") : tr("Its log shows more");
    return error;
}

Error noPostgres()
{
    return {Error::Code::ToolFailed, tr("What answers at the database's socket is no PostgreSQL")};
}

std::optional<Result<PostgresAnswer>> meaning(char kind, QByteArrayView body)
{
    switch (kind) {
    case 'Z': return Result<PostgresAnswer>(PostgresAnswer::Ready);
    case 'E': return refusal(body);
    case 'R':
        if (body.size() >= 4 && qFromBigEndian<quint32>(body.data()) == 0)
            return {}; // let in; what it has to say follows
        return Result<PostgresAnswer>(Error{Error::Code::Auth, tr("The database asks for a password"),
                                            tr("It was made to let its own user in without one"),
                                            tr("Its pg_hba.conf was changed: take that back, or reset")});
    case 'S':
    case 'K':
    case 'N':
    case 'v': return {};
    default: return Result<PostgresAnswer>(noPostgres());
    }
}
} // namespace

QByteArray startupMessage(const QByteArray &role, const QByteArray &database)
{
    constexpr quint32 protocol = 3 << 16; // 3.0: PostgreSQL 7.4 and all later ones
    QByteArray body = bigEndian(protocol);
    for (const QByteArray &text :
         {QByteArray("user"), role, QByteArray("database"), database, QByteArray("application_name"), QByteArray("windsock")})
        body += text + '\0';
    body += '\0';
    return bigEndian(quint32(body.size() + 4)) + body;
}

std::optional<Result<PostgresAnswer>> judgeAnswer(const QByteArray &received)
{
    QByteArrayView rest(received);
    while (rest.size() >= headLength) {
        const qsizetype length = qFromBigEndian<quint32>(rest.data() + 1); // with itself, without the letter before it
        if (length < 4 || length > largestMessage)
            return Result<PostgresAnswer>(noPostgres());
        if (rest.size() < length + 1)
            return {};
        if (auto found = meaning(rest.front(), rest.sliced(headLength, length - 4)))
            return found;
        rest = rest.sliced(length + 1);
    }
    return {};
}

PostgresQuestion::PostgresQuestion(QString socketPath, Clock &clock, QObject *parent)
    : QObject(parent), m_path(std::move(socketPath)), m_clock(clock)
{
    connect(&m_socket, &QLocalSocket::connected, this, &PostgresQuestion::onConnected);
    connect(&m_socket, &QLocalSocket::readyRead, this, &PostgresQuestion::onReadyRead);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &PostgresQuestion::onError);
    connect(&m_socket, &QLocalSocket::disconnected, this, &PostgresQuestion::onDisconnected);
}

Async<PostgresAnswer> PostgresQuestion::ask(std::chrono::milliseconds limit)
{
    m_clock.after(limit, this, [this] { end(Error{Error::Code::Timeout, tr("The database does not answer")}); });
    m_socket.connectToServer(m_path);
    return m_promise.future();
}

void PostgresQuestion::onConnected()
{
    m_socket.write(startupMessage(postgresRole, postgresDatabase));
}

void PostgresQuestion::onReadyRead()
{
    if (m_over)
        return;
    m_received += m_socket.read(largestMessage);
    if (const auto answer = judgeAnswer(m_received))
        end(*answer);
    else if (m_received.size() > largestMessage)
        end(noPostgres());
}

void PostgresQuestion::onError(QLocalSocket::LocalSocketError error)
{
    // PeerClosed comes with onDisconnected().
    if (error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError)
        end(PostgresAnswer::Absent);
    else if (error != QLocalSocket::PeerClosedError)
        end(Error{Error::Code::ToolFailed, tr("The database's socket cannot be used"), m_socket.errorString()});
}

// Closed without a word: a server that stops, or one whose process for this connection died.
void PostgresQuestion::onDisconnected()
{
    end(PostgresAnswer::Starting);
}

void PostgresQuestion::end(const Result<PostgresAnswer> &answer)
{
    if (std::exchange(m_over, true))
        return;
    if (answer && *answer == PostgresAnswer::Ready) {
        m_socket.write(QByteArray("X\0\0\0\4", 5)); // goodbye: no word in the server's log
        m_socket.flush();
    }
    m_socket.disconnectFromServer();
    m_promise.resolve(answer);
    deleteLater();
}

} // namespace windsock
