// SPDX-License-Identifier: Apache-2.0
// A push from question to archive, with a Docker that really talks to the endpoint: one that knows the digests of its lower
// layers, one whose guess was wrong, one that uploads too much, one that cannot reach us.
#include "core/backends/kind/ImagePush.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace windsock;

namespace {
const QByteArray config = R"({"rootfs":{"type":"layers","diff_ids":["sha256:base","sha256:top"]}})";

// Plays `docker tag`, `docker push` and `docker image rm`. Its push asks for each layer and uploads what is not there.
class PushingDocker : public QObject, public CommandRunner
{
public:
    QByteArrayList layers{"base, compressed", "top, compressed"};
    QSet<QByteArray> unknown; // layers whose digest this Docker does not know: uploaded without a question
    bool reachesUs = true;
    int exitCode = 0;
    QStringList ran;

    Async<CommandOutput> run(Command command, LineSink = {}, Cancel cancel = {}, PidSink = {}) override
    {
        ran += command.args.mid(0, command.args.first() == QStringLiteral("image") ? 2 : 1).join(u' ');
        if (command.args.first() != QStringLiteral("push"))
            return ready(CommandOutput());
        m_promise = Promise<CommandOutput>();
        m_hook = cancel.onRequest([promise = m_promise] { promise.resolve(Error::canceled()); });
        const auto future = m_promise.future();
        begin(command.args.last());
        return future;
    }
    Async<PipeOutput> pipe(Command, Async<Command>, std::shared_ptr<ByteFilter>, LineSink, Cancel) override
    {
        return failed<PipeOutput>({});
    }

private:
    void begin(const QString &reference)
    {
        if (!reachesUs)
            return m_promise.resolve(CommandOutput{1, {}, "connection refused"});
        m_repository = "/v2/" + reference.section(u'/', 1).section(u':', 0, 0).toLatin1() + '/';
        m_socket = std::make_unique<QTcpSocket>();
        m_seen.clear();
        m_current = {};
        m_todo.clear();
        for (const QByteArray &layer : std::as_const(layers))
            unknown.contains(layer) ? startUpload(layer)
                                    : m_todo.append({"HEAD", m_repository + "blobs/" + digestOf(layer).toLatin1(), layer});
        startUpload(config);
        connect(m_socket.get(), &QTcpSocket::connected, this, &PushingDocker::next);
        connect(m_socket.get(), &QTcpSocket::readyRead, this, &PushingDocker::onAnswer);
        m_socket->connectToHost("127.0.0.1", quint16(reference.section(u':', 1).section(u'/', 0, 0).toInt()));
    }
    struct Request
    {
        QByteArray method, target, body;
    };
    void startUpload(const QByteArray &blob) { m_todo.append({"POST", m_repository + "blobs/uploads/", blob}); }
    void next()
    {
        if (m_todo.isEmpty())
            m_todo.append({"PUT", m_repository + "manifests/push", manifest()});
        m_current = m_todo.takeFirst();
        const QByteArray body = m_current.method == "PUT" ? m_current.body : QByteArray();
        m_socket->write(m_current.method + ' ' + m_current.target + " HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size())
                        + "\r\n\r\n" + body);
    }
    void onAnswer()
    {
        m_seen += m_socket->readAll();
        if (!m_seen.contains("\r\n\r\n"))
            return;
        const QByteArray answer = std::exchange(m_seen, {});
        const int status = answer.mid(9, 3).toInt();
        if (m_current.method == "HEAD" && status == 404)
            m_todo.prepend({"POST", m_repository + "blobs/uploads/", m_current.body});
        if (status == 202) {
            const qsizetype at = answer.indexOf("Location: ") + 10;
            const QByteArray place = answer.mid(at, answer.indexOf('\r', at) - at);
            m_todo.prepend({"PUT", place + "?digest=" + digestOf(m_current.body).toLatin1(), m_current.body});
        }
        const bool over = m_current.target.contains("/manifests/") || (status >= 400 && status != 404);
        over ? m_promise.resolve(CommandOutput{status < 400 ? exitCode : 1, {}, "denied"}) : next();
    }
    QByteArray manifest() const
    {
        QJsonArray list;
        for (const QByteArray &layer : layers)
            list.append(QJsonObject{{"digest", digestOf(layer)}});
        return QJsonDocument(QJsonObject{{"config", QJsonObject{{"digest", digestOf(config)}}}, {"layers", list}}).toJson();
    }

    Promise<CommandOutput> m_promise;
    CancelHook m_hook;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_repository, m_seen;
    Request m_current;
    QList<Request> m_todo;
};
} // namespace

class tst_ImagePush : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void newLayersOnly();
    void wrongGuessIsPushedAgain();
    void uploadsWhatTheNodeHasAnyway();
    void tooMuch();
    void unreachable();
    void refused();
    void anotherImage();
    void canceled();
    void priming();
    void ownNames();

private:
    ImagePush::Setup setup() const;
    Result<PushOutcome> push(const ImagePush::Setup &setup);
    bool holds(const QByteArray &archive, const QByteArray &blob) const { return archive.contains(blob); }

    std::unique_ptr<PushingDocker> m_docker;
    FakeClock m_clock;
    Cancel m_cancel;
    std::unique_ptr<RunContext> m_context;
    QStringList m_told; // commands in the step's log
};

void tst_ImagePush::init()
{
    m_docker = std::make_unique<PushingDocker>();
    m_cancel = Cancel();
    m_context = std::make_unique<RunContext>("image.load", *m_docker, m_clock, m_cancel, nullptr);
    m_told.clear();
    connect(m_context.get(), &RunContext::lineWritten, this, [this](const StepLine &line) {
        if (line.kind == StepLine::Kind::Command)
            m_told += QString::fromUtf8(line.text).section(u' ', 0, 1);
    });
}

ImagePush::Setup tst_ImagePush::setup() const
{
    ImagePush::Setup setup{.imageId = digestOf(config), .name = "docker.io/library/airflow-local:1", .atMost = 1000};
    setup.node.add("sha256:base", "sha256:base", 4096);
    return setup;
}

Result<PushOutcome> tst_ImagePush::push(const ImagePush::Setup &setup)
{
    auto *push = new ImagePush(*m_context, setup);
    const QSignalSpy gone(push, &QObject::destroyed);
    const auto outcome = await(push->start());
    if (!QTest::qWaitFor([&gone] { return gone.size() == 1; }))
        return Error{Error::Code::Bug, "It did not delete itself"};
    return outcome;
}

void tst_ImagePush::newLayersOnly()
{
    m_docker->unknown = {m_docker->layers.at(1)};
    const auto outcome = push(setup());
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::Done);
    QVERIFY(holds(outcome->archive, "top, compressed"));
    QVERIFY(!holds(outcome->archive, "base, compressed"));
    QVERIFY(holds(outcome->archive, config));
    QVERIFY(holds(outcome->archive, R"("digest":"sha256:base","mediaType":"application/vnd.oci.image.layer.v1.tar","size":4096)"));
    QVERIFY(holds(outcome->archive, "docker.io/library/airflow-local:1"));
    QCOMPARE(m_docker->ran, (QStringList{"image tag", "push", "image rm"}));
    QCOMPARE(m_told, (QStringList{"docker image", "docker push", "docker image"}));
}

// Docker knows the digest of the new layer too (from a push to elsewhere), and "I have that" was wrong for it.
void tst_ImagePush::wrongGuessIsPushedAgain()
{
    const auto outcome = push(setup());
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::Done);
    QCOMPARE(m_docker->ran.count("push"), 2);
    QVERIFY(holds(outcome->archive, "top, compressed"));
    QVERIFY(!holds(outcome->archive, "base, compressed"));
}

void tst_ImagePush::uploadsWhatTheNodeHasAnyway()
{
    m_docker->unknown = {m_docker->layers.at(0), m_docker->layers.at(1)};
    const auto outcome = push(setup());
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::Done);
    QVERIFY(!holds(outcome->archive, "base, compressed")); // received, but not sent on
}

void tst_ImagePush::tooMuch()
{
    m_docker->unknown = {m_docker->layers.at(0)};
    m_docker->layers[0] = QByteArray(5000, 'x');
    m_docker->unknown = {m_docker->layers.at(0)};
    const auto outcome = push(setup());
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::TooMuch);
    QCOMPARE(m_docker->ran.last(), QStringLiteral("image rm"));
}

void tst_ImagePush::unreachable()
{
    m_docker->reachesUs = false;
    const auto outcome = push(setup());
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::Unreachable);
    QCOMPARE(m_docker->ran.last(), QStringLiteral("image rm"));
}

void tst_ImagePush::refused()
{
    m_docker->exitCode = 1;
    const auto outcome = push(setup());
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::Refused);
    QCOMPARE(outcome->words, QByteArray("denied"));
}

void tst_ImagePush::anotherImage()
{
    ImagePush::Setup other = setup();
    other.imageId = "sha256:" + QString(64, u'0');
    m_docker->unknown = {m_docker->layers.at(1)};
    const auto outcome = push(other);
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::Refused);
    QVERIFY(outcome->archive.isEmpty());
}

void tst_ImagePush::canceled()
{
    auto *push = new ImagePush(*m_context, setup());
    const QSignalSpy gone(push, &QObject::destroyed);
    const auto future = push->start();
    m_cancel.request();
    const auto outcome = await(future);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().isCancel());
    QCOMPARE(m_docker->ran.last(), QStringLiteral("image rm")); // what was tagged does not stay
    QCOMPARE(m_told.last(), QStringLiteral("docker image"));    // and that is told
    QCOMPARE(m_told.size(), m_docker->ran.size());
    QTRY_COMPARE(gone.size(), 1);
}

void tst_ImagePush::priming()
{
    ImagePush::Setup nothing{.imageId = digestOf(config), .keep = PushReceiver::Keep::Nothing};
    m_docker->layers[0] = QByteArray(5000, 'x');
    m_docker->unknown = {m_docker->layers.at(0), m_docker->layers.at(1)};
    const auto outcome = push(nothing);
    QVERIFY(outcome);
    QCOMPARE(outcome->how, PushOutcome::How::Done);
    QVERIFY(outcome->archive.isEmpty());
    QCOMPARE(m_docker->ran.last(), QStringLiteral("image rm"));
}

void tst_ImagePush::ownNames()
{
    PushReceiver receiver(0);
    QVERIFY(receiver.begin());
    QVERIFY(ImagePush::isPushName(receiver.reference()));
    QVERIFY(!ImagePush::isPushName("airflow-local:local"));
    QVERIFY(!ImagePush::isPushName("127.0.0.1:5000/airflow:1"));
}

QTEST_GUILESS_MAIN(tst_ImagePush)
#include "tst_ImagePush.moc"
