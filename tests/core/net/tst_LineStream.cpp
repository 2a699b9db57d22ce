// SPDX-License-Identifier: Apache-2.0
// LineStream: bodies that stay open, end, break, fall silent; listeners that close in the middle.
#include "core/net/LineStream.h"

#include "tests/support/FakeHttpServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;
using Ending = FakeReply::Ending;

class tst_LineStream : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    struct Heard
    {
        explicit Heard(LineStream &stream)
        {
            connect(&stream, &LineStream::line, &stream, [this](const QByteArray &line) { lines += line; });
            connect(&stream, &LineStream::ended, &stream, [this](const Result<> &result) { ends += result; });
            connect(&stream, &LineStream::opened, &stream, [this] { ++opened; });
        }
        QList<QByteArray> lines;
        QList<Result<>> ends;
        int opened = 0;
    };

private slots:
    void linesHoweverTheyArrive()
    {
        FakeHttpServer server;
        server.on("/log?watch", FakeReply::stream("one\ntw"));
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        stream.open({.url = server.url("/log?follow=true")});
        QTRY_COMPARE(heard.lines, (QList<QByteArray>{"one"}));
        QCOMPARE(heard.opened, 1);
        QVERIFY(stream.isOpen());
        server.push("/log?watch", "o\n\nthr");
        server.push("/log?watch", "ee");
        QTRY_COMPARE(heard.lines, (QList<QByteArray>{"one", "two", ""}));
        server.endStreams("/log?watch");
        QTRY_COMPARE(heard.ends.size(), 1);
        QVERIFY(heard.ends.first());
        QCOMPARE(heard.lines.last(), QByteArray("three"));
        QVERIFY(!stream.isOpen());
    }

    void aVeryLongLineStaysWhole()
    {
        FakeHttpServer server;
        const QByteArray object(3 * 1024 * 1024, 'x');
        server.on("/log?watch", FakeReply::stream(object + "\nnext\n"));
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        stream.open({.url = server.url("/log?follow=true")});
        QTRY_COMPARE(heard.lines.size(), 2);
        QCOMPARE(heard.lines.first().size(), object.size());
    }

    void manyLines()
    {
        FakeHttpServer server;
        QByteArray lines;
        for (int i = 0; i < 200000; ++i)
            lines += "2026-11-23T21:26:54.638Z line " + QByteArray::number(i) + '\n';
        server.on("/log", {200, lines, {}, Ending::Whole, true});
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        stream.open({.url = server.url("/log")});
        QTRY_COMPARE_WITH_TIMEOUT(heard.ends.size(), 1, 20000);
        QCOMPARE(heard.lines.size(), 200000);
        QVERIFY(heard.lines.last().endsWith("line 199999"));
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("why");
        QTest::newRow("401") << 401 << QStringLiteral("Unauthorized");
        QTest::newRow("404") << 404 << QStringLiteral("pods \"web\" not found");
        QTest::newRow("410") << 410 << QStringLiteral("too old resource version: 1 (2)");
        QTest::newRow("429") << 429 << QStringLiteral("Too many requests");
        QTest::newRow("500") << 500 << QStringLiteral("It answered with status 500");
    }
    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QString, why);
        FakeHttpServer server;
        QString quoted = why;
        quoted.replace(u'"', QStringLiteral("\\\""));
        const QString body = status == 500 ? QString() : QStringLiteral("{\"message\": \"%1\"}").arg(quoted);
        server.on("/x", FakeReply::json(body.toUtf8(), status));
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        stream.open({.url = server.url("/x")});
        QTRY_COMPARE(heard.ends.size(), 1);
        QVERIFY(!heard.ends.first());
        QCOMPARE(heard.ends.first().error().rule, QStringLiteral("http.%1").arg(status));
        QCOMPARE(heard.ends.first().error().why, why);
        QCOMPARE(heard.opened, 0);
        QVERIFY(heard.lines.isEmpty());
    }

    void breaks_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<int>("code");
        QTest::newRow("cut") << Ending::Cut << int(Error::Code::Network);
        QTest::newRow("reset") << Ending::Reset << int(Error::Code::Network);
        QTest::newRow("dropped") << Ending::Drop << int(Error::Code::Network);
        QTest::newRow("no head in time") << Ending::Hang << int(Error::Code::Timeout);
    }
    void breaks()
    {
        QFETCH(Ending, ending);
        QFETCH(int, code);
        FakeHttpServer server;
        server.on("/x", {200, "whole\nhal", {}, ending});
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        stream.open({.url = server.url("/x"), .limit = 200ms});
        QTRY_COMPARE(heard.ends.size(), 1);
        QVERIFY(!heard.ends.first());
        QCOMPARE(int(heard.ends.first().error().code), code);
        QVERIFY(heard.ends.first().error().what.contains(QString::number(server.port())));
        if (ending == Ending::Cut)
            QCOMPARE(heard.lines, (QList<QByteArray>{"whole", "hal"}));
    }

    void anOpenStreamMayBeBroken()
    {
        FakeHttpServer server;
        server.on("/log?watch", FakeReply::stream("one\ntw"));
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        stream.open({.url = server.url("/log?watch=1")});
        QTRY_COMPARE(heard.lines.size(), 1);
        server.breakStreams("/log?watch");
        QTRY_COMPARE(heard.ends.size(), 1);
        QVERIFY(!heard.ends.first());
        QCOMPARE(heard.ends.first().error().code, Error::Code::Network);
        QCOMPARE(heard.lines, (QList<QByteArray>{"one", "tw"}));
    }

    void silenceEndsIt()
    {
        FakeHttpServer server;
        server.on("/log?watch", FakeReply::stream("one\n"));
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        stream.setSilenceLimit(150ms);
        stream.open({.url = server.url("/log?watch=1")});
        QTRY_COMPARE(heard.ends.size(), 1);
        QCOMPARE(heard.ends.first().error().code, Error::Code::Timeout);
        QVERIFY(heard.ends.first().error().what.contains(QStringLiteral("silent")));
    }

    void closedByItsListener()
    {
        FakeHttpServer server;
        server.on("/log?watch", FakeReply::stream("one\ntwo\nthree\n"));
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        connect(&stream, &LineStream::line, &stream, &LineStream::close);
        stream.open({.url = server.url("/log?watch=1")});
        QTRY_COMPARE(heard.lines.size(), 1);
        QVERIFY(!stream.isOpen());
        QTRY_COMPARE(server.openStreams("/log?watch"), 0); // the connection is really gone
        QCOMPARE(heard.lines, (QList<QByteArray>{"one"}));
        QVERIFY(heard.ends.isEmpty());
    }

    void openedAnewByItsListener()
    {
        FakeHttpServer server;
        server.on("/a?watch", FakeReply::stream("of a\nmore of a\n"));
        server.on("/b?watch", FakeReply::stream("of b\n"));
        LineStream stream(Tls(), m_clock);
        Heard heard(stream);
        const HttpRequest second{.url = server.url("/b?watch=1")};
        connect(&stream, &LineStream::line, &stream, [&](const QByteArray &line) {
            if (line == "of a")
                stream.open(second);
        });
        stream.open({.url = server.url("/a?watch=1")});
        QTRY_COMPARE(heard.lines, (QList<QByteArray>{"of a", "of b"}));
        QCOMPARE(heard.opened, 2);
        QVERIFY(heard.ends.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_LineStream)
#include "tst_LineStream.moc"
