// SPDX-License-Identifier: Apache-2.0
// The fuzzer's own demands on some ten thousand bent copies of its corpus, the same ones each time: for machines without clang.
#include "tests/fuzz/fuzz_pip_installs.cpp"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

class tst_PipFuzz : public QObject
{
    Q_OBJECT
private slots:
    void meetsTheDemands_data();
    void meetsTheDemands();
};

void tst_PipFuzz::meetsTheDemands_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : QDir(SOURCE_ROOT "/tests/fuzz/corpus/pip_installs").entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << name;
}

static QByteArray bent(QByteArray bytes, QRandomGenerator &random)
{
    static const QList<QByteArray> pieces{"$(",  "${", "}",   "\"",  "'",  "\\\n", "<<EOF\n", "\nEOF\n", " && ",         " || ",
                                          "; ",  "(",  ")",   "{ ",  "# ", "\n",   "RUN ",    "FROM ",   "pip install ", "-r ",
                                          "-c ", "--", "{{ ", " }}", "`",  "@",    "\0",      ">=1"};
    for (int times = random.bounded(1, 6); times > 0 && !bytes.isEmpty(); --times) {
        const int at = random.bounded(int(bytes.size()));
        switch (random.bounded(4)) {
        case 0: bytes[at] = char(random.bounded(256)); break;
        case 1: bytes.remove(at, random.bounded(1, 20)); break;
        case 2: bytes.insert(at, pieces.at(random.bounded(int(pieces.size())))); break;
        case 3: bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), random.bounded(40))); break;
        }
    }
    return bytes;
}

void tst_PipFuzz::meetsTheDemands()
{
    QFETCH(QString, file);
    QFile seed(SOURCE_ROOT "/tests/fuzz/corpus/pip_installs/" + file);
    QVERIFY(seed.open(QIODevice::ReadOnly));
    const QByteArray bytes = seed.readAll();
    QRandomGenerator random(20251127);
    for (int round = 0; round < 8000; ++round) {
        const QByteArray one = bent(bytes, random);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(one.constData()), std::size_t(one.size()));
    }
}

QTEST_GUILESS_MAIN(tst_PipFuzz)
#include "tst_PipFuzz.moc"
