// SPDX-License-Identifier: Apache-2.0
// The endpoint of a push on real sockets: a whole push as Docker does it, and everything that Docker would not send.
#include "core/backends/kind/PushReceiver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace windsock;

namespace {
// Sends bytes and collects what comes back.
class Client
{
public:
    explicit Client(const PushReceiver &receiver)
    {
        const QString reference = receiver.reference();
        m_repository = reference.section(u'/', 1).section(u':', 0, 0).toLatin1();
        m_socket.connectToHost("127.0.0.1", quint16(reference.section(u'/', 0, 0).section(u':', 1).toInt()));
    }
    QByteArray path(const QByteArray &rest) const { return "/v2/" + m_repository + '/' + rest; }
    void send(const QByteArray &bytes)
    {
        const auto settled = [this] {
            return m_socket.state() == QTcpSocket::ConnectedState || m_socket.state() == QTcpSocket::UnconnectedState;
        };
        if (QTest::qWaitFor(settled, 10000) && m_socket.isOpen())
            m_socket.write(bytes);
    }
    // The answer to one request; empty if the connection ends before.
    QByteArray answer()
    {
        const auto complete = [this] {
            m_seen += m_socket.readAll();
            return m_seen.contains("\r\n\r\n") || m_socket.state() == QTcpSocket::UnconnectedState;
        };
        static_cast<void>(QTest::qWaitFor(complete, 10000));
        return std::exchange(m_seen, {});
    }
    QByteArray ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        send(method + ' ' + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return answer();
    }
    bool ends()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QTcpSocket::UnconnectedState; }, 10000);
    }
    void abort() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    QByteArray m_repository, m_seen;
};

int status(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

QByteArray locationIn(const QByteArray &answer)
{
    const qsizetype at = answer.indexOf("Location: ") + 10;
    return answer.mid(at, answer.indexOf('\r', at) - at);
}

QByteArray chunked(const QByteArray &bytes, qsizetype piece)
{
    QByteArray body;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        body += QByteArray::number(std::min(piece, bytes.size() - at), 16) + "\r\n" + bytes.mid(at, piece) + "\r\n";
    return body + "0\r\n\r\n";
}

QByteArray upload(Client &client, const QByteArray &blob, const QByteArray &digest)
{
    const QByteArray place = locationIn(client.ask("POST", client.path("blobs/uploads/")));
    client.send("PATCH " + place + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(blob, 1000));
    const QByteArray patched = client.answer();
    return status(patched) == 202 ? client.ask("PUT", locationIn(patched) + "?digest=" + digest) : patched;
}
} // namespace

class tst_PushReceiver : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void wholePush();
    void claimsAndDenies();
    void repeatsOnOneConnection();
    void strangersAreTurnedAway_data();
    void strangersAreTurnedAway();
    void badRequests_data();
    void badRequests();
    void badDigests_data();
    void badDigests();
    void wrongContentIsRefused();
    void halfBodyLeavesNothing();
    void badManifests_data();
    void badManifests();
    void tooMuchIsStopped();
    void keepsNothing();
    void manyConnections();
    void listensOnLoopbackOnly();

private:
    std::unique_ptr<PushReceiver> m_receiver;
};

void tst_PushReceiver::init()
{
    m_receiver = std::make_unique<PushReceiver>(1000 * 1000);
    QVERIFY(m_receiver->begin());
}

void tst_PushReceiver::wholePush()
{
    Client client(*m_receiver);
    const QByteArray config = "{\"rootfs\":{}}", layer = QByteArray("\x1f\x8b") + QByteArray(50000, 'x');
    QCOMPARE(status(client.ask("GET", "/v2/")), 200);
    m_receiver->deny(digestOf(config));
    QCOMPARE(status(client.ask("HEAD", client.path("blobs/" + digestOf(config).toLatin1()))), 404);
    QCOMPARE(status(upload(client, config, digestOf(config).toLatin1())), 201);
    QCOMPARE(status(upload(client, layer, "sha256%3A" + digestOf(layer).mid(7).toLatin1())), 201);
    const QByteArray head = client.ask("HEAD", client.path("blobs/" + digestOf(layer).toLatin1()));
    QCOMPARE(status(head), 200);
    QVERIFY(head.contains("Content-Length: 50002\r\n"));
    QVERIFY(!m_receiver->image());
    const QByteArray other = "sha256:" + QByteArray(64, 'a');
    const QByteArray manifest = "{\"config\":{\"digest\":\"" + digestOf(config).toLatin1() + "\"},\"layers\":[{\"digest\":\"" + other
                                + "\"},{\"digest\":\"" + digestOf(layer).toLatin1() + "\"}]}";
    QCOMPARE(status(client.ask("HEAD", client.path("manifests/push"))), 404);
    QCOMPARE(status(client.ask("PUT", client.path("manifests/push"), manifest)), 201);
    QVERIFY(m_receiver->image());
    QCOMPARE(m_receiver->image()->config, config);
    QCOMPARE(m_receiver->image()->layers.size(), 2);
    QCOMPARE(m_receiver->image()->layers.at(1), (LayerBlob{digestOf(layer), 50002, true}));
    QCOMPARE(m_receiver->image()->blobs.keys(), QStringList{digestOf(layer)});
    QCOMPARE(m_receiver->image()->blobs.value(digestOf(layer)), layer);
    QCOMPARE(m_receiver->bytesReceived(), config.size() + layer.size());
}

void tst_PushReceiver::claimsAndDenies()
{
    Client client(*m_receiver);
    const QByteArray digest = "sha256:" + QByteArray(64, 'b');
    QCOMPARE(status(client.ask("HEAD", client.path("blobs/" + digest))), 200);
    QCOMPARE(status(client.ask("GET", client.path("blobs/" + digest))), 404); // it cannot give what it does not have
    m_receiver->deny(QString::fromLatin1(digest));
    QCOMPARE(status(client.ask("HEAD", client.path("blobs/" + digest))), 404);
    // a mount is answered by an upload
    QCOMPARE(status(client.ask("POST", client.path("blobs/uploads/?mount=" + digest + "&from=x"))), 202);
}

void tst_PushReceiver::repeatsOnOneConnection()
{
    Client client(*m_receiver);
    client.send("GET /v2/ HTTP/1.1\r\n\r\nGET /v2/ HTTP/1.1\r\n\r\nGET /nothing HTTP/1.1\r\n\r\n");
    QByteArray seen;
    while (seen.count("HTTP/1.1") < 3) {
        const QByteArray more = client.answer();
        QVERIFY(!more.isEmpty());
        seen += more;
    }
    QCOMPARE(seen.count("HTTP/1.1 200"), 2);
    QCOMPARE(seen.count("HTTP/1.1 404"), 1);
}

void tst_PushReceiver::strangersAreTurnedAway_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("other repository") << QByteArray("/v2/library/airflow/blobs/sha256:" + QByteArray(64, 'a'));
    QTest::newRow("upload elsewhere") << QByteArray("/v2/windsock-/image/blobs/uploads/");
    QTest::newRow("catalogue") << QByteArray("/v2/_catalog");
    QTest::newRow("root") << QByteArray("/");
    QTest::newRow("file") << QByteArray("/v2/../../etc/passwd");
}

void tst_PushReceiver::strangersAreTurnedAway()
{
    QFETCH(QByteArray, target);
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
        Client client(*m_receiver);
        QCOMPARE(status(client.ask(method, target)), 404);
    }
    QVERIFY(!m_receiver->wasReached());
}

void tst_PushReceiver::badRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7);
    QTest::newRow("huge header") << "GET /v2/ HTTP/1.1\r\nX: " + QByteArray(20000, 'x');
    QTest::newRow("huge header that ends") << "GET /v2/ HTTP/1.1\r\nX: " + QByteArray(20000, 'x') + "\r\n\r\n";
    QTest::newRow("no version") << QByteArray("GET /v2/\r\n\r\n");
    QTest::newRow("old version") << QByteArray("GET /v2/ HTTP/1.0\r\n\r\n");
    QTest::newRow("no method") << QByteArray("/v2/ HTTP/1.1\r\n\r\n");
    QTest::newRow("other address") << QByteArray("GET http://example.org/ HTTP/1.1\r\n\r\n");
    QTest::newRow("control character") << QByteArray("GET /v2/\x01 HTTP/1.1\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("PUT /v2/ HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("no length") << QByteArray("PUT /v2/ HTTP/1.1\r\nContent-Length: x\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray("PUT /v2/ HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
    QTest::newRow("length and chunks") << QByteArray("PUT /v2/ HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("other coding") << QByteArray("PUT /v2/ HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n");
    QTest::newRow("bad chunk") << QByteArray("PUT /v2/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    QTest::newRow("negative chunk") << QByteArray("PUT /v2/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n");
    QTest::newRow("endless chunk size") << "PUT /v2/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray(2000, '1');
    QTest::newRow("header without colon") << QByteArray("GET /v2/ HTTP/1.1\r\nnonsense\r\n\r\n");
    QTest::newRow("body for nobody") << QByteArray("POST /v2/ HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
}

void tst_PushReceiver::badRequests()
{
    QFETCH(QByteArray, bytes);
    Client client(*m_receiver);
    client.send(bytes);
    const QByteArray answer = client.answer();
    QVERIFY2(status(answer) >= 400, answer.constData());
    QVERIFY(client.ends());
    Client next(*m_receiver); // and the next one is served
    QCOMPARE(status(next.ask("GET", "/v2/")), 200);
}

void tst_PushReceiver::badDigests_data()
{
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("short") << QByteArray("sha256:abc");
    QTest::newRow("capitals") << QByteArray("sha256:" + QByteArray(64, 'A'));
    QTest::newRow("traversal") << QByteArray("sha256:../../../../etc/passwd");
    QTest::newRow("encoded") << QByteArray("sha256%3A" + QByteArray(64, 'a'));
    QTest::newRow("newline") << QByteArray("sha256:" + QByteArray(64, 'a') + "%0a");
    QTest::newRow("other kind") << QByteArray("md5:" + QByteArray(32, 'a'));
    QTest::newRow("none") << QByteArray();
}

void tst_PushReceiver::badDigests()
{
    QFETCH(QByteArray, digest);
    Client client(*m_receiver);
    QCOMPARE(status(client.ask("HEAD", client.path("blobs/" + digest))), 400);
    if (!digest.startsWith("sha256%3A"))
        QCOMPARE(status(upload(client, "blob", digest)), 400);
}

void tst_PushReceiver::wrongContentIsRefused()
{
    Client client(*m_receiver);
    const QByteArray digest = digestOf("what it says").toLatin1();
    QCOMPARE(status(upload(client, "what it is", digest)), 400);
    QCOMPARE(status(client.ask("GET", client.path("blobs/" + digest))), 404);
    QCOMPARE(status(client.ask("PATCH", client.path("blobs/uploads/unknown"))), 404);
    QCOMPARE(status(client.ask("PATCH", client.path("blobs/uploads/../x"))), 404);
}

void tst_PushReceiver::halfBodyLeavesNothing()
{
    const QByteArray blob = QByteArray(5000, 'x'), digest = digestOf(blob).toLatin1();
    Client client(*m_receiver);
    const QByteArray place = locationIn(client.ask("POST", client.path("blobs/uploads/")));
    client.send("PUT " + place + "?digest=" + digest + " HTTP/1.1\r\nContent-Length: 5000\r\n\r\n" + blob.first(2500));
    QTRY_COMPARE(m_receiver->bytesReceived(), 2500);
    client.abort();
    Client next(*m_receiver);
    QCOMPARE(status(next.ask("GET", next.path("blobs/" + digest))), 404);
    // the same upload goes on where it was, as the protocol has it
    QCOMPARE(status(next.ask("PUT", place + "?digest=" + digest, blob.mid(2500))), 201);
    QCOMPARE(status(next.ask("GET", next.path("blobs/" + digest))), 200);
}

void tst_PushReceiver::badManifests_data()
{
    QTest::addColumn<QByteArray>("manifest");
    const QByteArray config = digestOf("{}").toLatin1();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("<html>");
    QTest::newRow("index") << QByteArray("{\"manifests\":[]}");
    QTest::newRow("config not uploaded") << QByteArray("{\"config\":{\"digest\":\"sha256:" + QByteArray(64, 'a') + "\"},\"layers\":[]}");
    QTest::newRow("no layers") << QByteArray("{\"config\":{\"digest\":\"" + config + "\"}}");
    QTest::newRow("bad layer") << QByteArray("{\"config\":{\"digest\":\"" + config + "\"},\"layers\":[{\"digest\":\"../x\"}]}");
    QTest::newRow("layer is text") << QByteArray("{\"config\":{\"digest\":\"" + config + "\"},\"layers\":[\"x\"]}");
}

void tst_PushReceiver::badManifests()
{
    QFETCH(QByteArray, manifest);
    Client client(*m_receiver);
    QCOMPARE(status(upload(client, "{}", digestOf("{}").toLatin1())), 201);
    QCOMPARE(status(client.ask("PUT", client.path("manifests/push"), manifest)), 400);
    QVERIFY(!m_receiver->image());
}

void tst_PushReceiver::tooMuchIsStopped()
{
    const QSignalSpy overflowed(m_receiver.get(), &PushReceiver::overflowed);
    Client client(*m_receiver);
    QCOMPARE(status(upload(client, QByteArray(1200 * 1000, 'x'), "sha256:" + QByteArray(64, 'a'))), 413);
    QVERIFY(client.ends());
    QCOMPARE(overflowed.size(), 1);
    Client second(*m_receiver);
    QCOMPARE(status(upload(second, "x", digestOf("x").toLatin1())), 413);
    QCOMPARE(overflowed.size(), 1);
    Client third(*m_receiver);
    const QByteArray large(5 * 1024 * 1024, ' ');
    QCOMPARE(status(third.ask("PUT", third.path("manifests/push"), large)), 413);
}

void tst_PushReceiver::keepsNothing()
{
    PushReceiver receiver(0, PushReceiver::Keep::Nothing);
    QVERIFY(receiver.begin());
    Client client(receiver);
    const QByteArray digest = "sha256:" + QByteArray(64, 'a');
    QCOMPARE(status(upload(client, QByteArray(3 * 1000 * 1000, 'x'), digest)), 201);
    QCOMPARE(receiver.bytesReceived(), 3 * 1000 * 1000);
    QCOMPARE(status(client.ask("PUT", client.path("manifests/push"), "{\"config\":{\"digest\":\"" + digest + "\"},\"layers\":[]}")), 201);
    QVERIFY(receiver.image());
    QVERIFY(receiver.image()->blobs.isEmpty());
}

void tst_PushReceiver::manyConnections()
{
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 40; ++i)
        clients.push_back(std::make_unique<Client>(*m_receiver));
    int served = 0;
    for (const auto &client : clients)
        served += status(client->ask("GET", "/v2/")) == 200;
    QCOMPARE(served, 32);
    clients.clear();
    QTRY_VERIFY([this] { return status(Client(*m_receiver).ask("GET", "/v2/")) == 200; }());
}

void tst_PushReceiver::listensOnLoopbackOnly()
{
    QVERIFY(m_receiver->reference().startsWith(QStringLiteral("127.0.0.1:")));
    PushReceiver other(0);
    QVERIFY(other.begin());
    const auto repository = [](const PushReceiver &receiver) { return receiver.reference().section(u'/', 1); };
    QVERIFY(repository(other) != repository(*m_receiver));
    QVERIFY(repository(other).size() >= 32 + 16);
}

QTEST_GUILESS_MAIN(tst_PushReceiver)
#include "tst_PushReceiver.moc"
