// SPDX-License-Identifier: Apache-2.0
#include "core/kube/KubeWatch.h"

#include "core/net/JsonReader.h"

#include <algorithm>

namespace windsock {

using namespace std::chrono_literals;

namespace {

constexpr auto throttle = 50ms;
constexpr auto longEnough = 1s;         // a watch that lived so long was no failure
constexpr auto serverEndsAfter = 240s;  // asked of the server, which then ends the body; we go on from where it was
constexpr auto silenceMeansDead = 270s; // a server that did not even do that is gone without a word

QString keyOf(const QJsonObject &object)
{
    const QJsonObject meta = object.value(QStringLiteral("metadata")).toObject();
    return meta.value(QStringLiteral("namespace")).toString() + u'/' + meta.value(QStringLiteral("name")).toString();
}

QString versionOf(const QJsonObject &object)
{
    return object.value(QStringLiteral("metadata")).toObject().value(QStringLiteral("resourceVersion")).toString();
}

QMap<QString, QJsonObject> byKey(const QList<QJsonObject> &items)
{
    QMap<QString, QJsonObject> map;
    for (const QJsonObject &item : items)
        map.insert(keyOf(item), item);
    return map;
}

bool sameVersions(const QMap<QString, QJsonObject> &a, const QMap<QString, QJsonObject> &b)
{
    const auto same = [](const QJsonObject &x, const QJsonObject &y) { return versionOf(x) == versionOf(y); };
    return a.keys() == b.keys() && std::equal(a.begin(), a.end(), b.begin(), same);
}

bool isGone(const Error &error)
{
    return error.rule == QStringLiteral("http.410");
}

// The server does not have our version any more (410), knows only older ones (504 "Too large resource version", after its
// database was set back), or what it says makes no sense: begin with a fresh list.
bool needsFreshList(const Error &error)
{
    static const QStringList rules{QStringLiteral("http.410"), QStringLiteral("http.400"), QStringLiteral("http.500"),
                                   QStringLiteral("http.504"), QStringLiteral("answer.unreadable")};
    return rules.contains(error.rule);
}

} // namespace

KubeWatch::KubeWatch(KubeClient &client, const KubeSelector &what, QObject *parent)
    : QObject(parent), m_client(client), m_what(what), m_stream(client.stream())
{
    m_stream->setSilenceLimit(silenceMeansDead);
    connect(m_stream.get(), &LineStream::line, this, &KubeWatch::onLine);
    connect(m_stream.get(), &LineStream::ended, this, &KubeWatch::onEnded);
    connect(m_stream.get(), &LineStream::opened, this, [this] { m_live = true; });
}

void KubeWatch::start()
{
    if (m_running)
        return;
    m_running = true;
    m_synced = false;
    m_version.clear();
    m_backoff.reset();
    list();
}

void KubeWatch::stop()
{
    m_running = false;
    m_live = false;
    ++m_round;
    m_listing.request();
    m_stream->close();
}

void KubeWatch::list()
{
    m_listing = Cancel();
    const int round = ++m_round;
    whenDone(m_client.list(m_what, m_listing), this, [this, round](const Result<KubeList> &result) { onListed(round, result); });
}

void KubeWatch::onListed(int round, const Result<KubeList> &result)
{
    if (round != m_round || !m_running)
        return;
    if (!result)
        return onFailure(result.error());
    m_version = result->resourceVersion;
    auto items = byKey(result->items);
    const bool different = !m_synced || !sameVersions(items, m_items);
    m_items = std::move(items);
    watch();
    if (!std::exchange(m_synced, true))
        emit synced();
    if (different)
        noteChange();
}

void KubeWatch::watch()
{
    QUrlQuery query = m_what.query();
    addQuery(query, QStringLiteral("watch"), QStringLiteral("1"));
    addQuery(query, QStringLiteral("allowWatchBookmarks"), QStringLiteral("true"));
    addQuery(query, QStringLiteral("timeoutSeconds"), QString::number(serverEndsAfter.count()));
    addQuery(query, QStringLiteral("resourceVersion"), m_version);
    m_openedAt = m_client.clock().monotonic();
    HttpRequest request = m_client.request(m_what, query);
    request.limit = 30s; // the head comes with the first event or after a moment; a busy machine may need long
    m_stream->open(request);
}

void KubeWatch::onLine(const QByteArray &line)
{
    const auto root = JsonReader::parse(line, m_client.request({}).place());
    if (!root) {
        // Half a line before the end of a broken connection: nothing is lost, since m_version is that of the last whole one.
        m_stream->close();
        return onFailure(root.error());
    }
    const QString type = (*root)["type"].text(QString());
    const JsonReader object = (*root)["object"];
    if (type != QStringLiteral("ERROR"))
        return applyEvent(type, object.object());
    m_stream->close();
    Error error{Error::Code::Network, tr("The watch on %1 was ended by the server").arg(m_what.kind.plural)};
    error.why = object["message"].text(QString());
    error.rule = QStringLiteral("http.%1").arg(object["code"].integer(0));
    onFailure(error);
}

void KubeWatch::applyEvent(const QString &type, const QJsonObject &object)
{
    const QString version = versionOf(object);
    if (!version.isEmpty())
        m_version = version;
    if (type == QStringLiteral("DELETED"))
        m_items.remove(keyOf(object));
    else if (type == QStringLiteral("ADDED") || type == QStringLiteral("MODIFIED"))
        m_items.insert(keyOf(object), object);
    else
        return; // a bookmark: only the version moved
    noteChange();
}

void KubeWatch::onEnded(const Result<> &result)
{
    m_live = false;
    if (!result)
        return onFailure(result.error());
    if (m_client.clock().monotonic() - m_openedAt >= longEnough) {
        m_backoff.reset();
        return watch();
    }
    goOn(); // a server that ends every watch at once must not be asked without pause
}

void KubeWatch::onFailure(const Error &error)
{
    m_live = false;
    if (m_client.clock().monotonic() - m_openedAt >= longEnough && !m_version.isEmpty())
        m_backoff.reset();
    if (needsFreshList(error))
        m_version.clear();
    if (!isGone(error))
        emit interrupted(error);
    if (m_running)
        goOn();
}

void KubeWatch::goOn()
{
    const int round = ++m_round;
    m_client.clock().after(m_backoff.next(), this, [this, round] {
        if (round == m_round && m_running)
            m_version.isEmpty() ? list() : watch();
    });
}

void KubeWatch::noteChange()
{
    if (std::exchange(m_changePending, true))
        return;
    const auto since = m_client.clock().monotonic() - m_emittedAt;
    m_client.clock().after(std::max<std::chrono::milliseconds>(throttle - since, 0ms), this, [this] { emitChange(); });
}

void KubeWatch::emitChange()
{
    m_changePending = false;
    m_emittedAt = m_client.clock().monotonic();
    if (m_running)
        emit changed(items());
}

} // namespace windsock
