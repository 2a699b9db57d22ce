// SPDX-License-Identifier: Apache-2.0
// Which place is taken where the mode is open: the first that could run Airflow, and why those before it could not.
#include "core/backends/ModeChoice.h"
#include "tests/core/backends/FakePlace.h"
#include "tests/support/Await.h"

#include <QtTest>

using namespace windsock;

namespace {
class Place : public FakePlace
{
public:
    Place(Mode mode, Result<> usable, int &asked) : FakePlace(mode), m_usable(std::move(usable)), m_asked(asked) {}
    Async<> isUsable(const Workspace &) override
    {
        ++m_asked;
        return resolved(m_usable);
    }

private:
    Result<> m_usable;
    int &m_asked;
};

Error because(const char *what)
{
    return {Error::Code::ToolMissing, QString::fromLatin1(what)};
}
} // namespace

class tst_ModeChoice : public QObject
{
    Q_OBJECT
private slots:
    void takesTheFirstThatCould();
    void theLastIsNotAsked();
    void tellsWhatAllTheOthersSaid();
    void aCancelIsNoAnswer();

private:
    std::shared_ptr<Backend> place(Mode mode, const Result<> &usable) { return std::make_shared<Place>(mode, usable, m_asked); }
    int m_asked = 0;
};

void tst_ModeChoice::takesTheFirstThatCould()
{
    m_asked = 0;
    const auto choice = await(chooseMode({place(Mode::Kind, {}), place(Mode::Standalone, because("never asked"))}, Workspace(), this));
    QVERIFY(choice);
    QCOMPARE(choice->mode, Mode::Kind);
    QCOMPARE(choice->why, QString());
    QCOMPARE(m_asked, 1);
}

void tst_ModeChoice::theLastIsNotAsked()
{
    m_asked = 0;
    const auto choice =
        await(chooseMode({place(Mode::Kind, because("no engine")), place(Mode::Standalone, because("never asked"))}, Workspace(), this));
    QVERIFY(choice);
    QCOMPARE(choice->mode, Mode::Standalone);
    QCOMPARE(choice->why, "no engine");
    QCOMPARE(m_asked, 1);
}

void tst_ModeChoice::tellsWhatAllTheOthersSaid()
{
    const auto choice =
        await(chooseMode({place(Mode::Kind, because("no engine")), place(Mode::Auto, because("no network")), place(Mode::Standalone, {})},
                         Workspace(), this));
    QVERIFY(choice);
    QCOMPARE(choice->mode, Mode::Standalone);
    QCOMPARE(choice->why, "no engine; no network");
}

void tst_ModeChoice::aCancelIsNoAnswer()
{
    const auto choice = await(chooseMode({place(Mode::Kind, Error::canceled()), place(Mode::Standalone, {})}, Workspace(), this));
    QVERIFY(!choice && choice.error().isCancel());
}

QTEST_GUILESS_MAIN(tst_ModeChoice)
#include "tst_ModeChoice.moc"
