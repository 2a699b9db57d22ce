// SPDX-License-Identifier: Apache-2.0
// What pip and uv are asked for, in all the ways that people write it, and lines of requirement files.
#include "core/workspace/PipWords.h"

#include <QMap>
#include <QTest>

using namespace windsock;

class tst_PipWords : public QObject
{
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void everyWayToCallIt();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void findsNestedScripts();
    void parsesFiles_data();
    void parsesFiles();
};

static QString shown(const PipPart &part)
{
    static const QMap<PipPart::Kind, QString> signs{{PipPart::Kind::Local, "L:"},   {PipPart::Kind::Remote, "R:"},
                                                    {PipPart::Kind::Include, "I:"}, {PipPart::Kind::Constraint, "C:"},
                                                    {PipPart::Kind::Option, "O:"},  {PipPart::Kind::Elsewhere, "E:"}};
    return signs.value(part.kind) + part.text + (part.isKnown ? QString() : QString("?"));
}

static QStringList partsOf(const QString &text, bool *isPip = nullptr)
{
    ShellVariables variables{{"V", "1.2"}};
    QStringList list;
    for (const ShellCommand &command : parseShell(text, variables)) {
        const auto parts = pipInstall(command);
        if (isPip)
            *isPip = parts.has_value();
        for (const PipPart &part : parts.value_or(QList<PipPart>{}))
            list += shown(part);
    }
    return list;
}

void tst_PipWords::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parts"); // joined by " , "
    const auto row = [](const char *text, const char *parts) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(parts);
    };
    row("pip install a b==1", "a , b==1");
    row("pip install --no-cache-dir -U --user a", "a");
    row("pip install 'a[x,y]>=1,<2' \"b ~= 2.0 ; python_version < '3.12'\"", "a[x,y]>=1,<2 , b ~= 2.0 ; python_version < '3.12'");
    row("pip install a==$V b==${V} c==${W}", "a==1.2 , b==1.2 , c==${W}?");
    row("pip install -r r.txt -rs.txt --requirement t.txt --requirement=u.txt", "I:r.txt , I:s.txt , I:t.txt , I:u.txt");
    row("pip install -c c.txt --constraint=https://h/c.txt a", "C:c.txt , C:https://h/c.txt , a");
    row("pip install -c \"https://h/c-$(python -V).txt\" a", "C:https://h/c-$(python -V).txt? , a");
    row("pip install -i https://u:p@h/s --extra-index-url https://e a",
        "O:--index-url https://u:p@h/s , O:--extra-index-url https://e , a");
    row("uv pip install --index https://e --default-index=https://d a", "O:--extra-index-url https://e , O:--index-url https://d , a");
    row("pip install -f /wheels --no-index --pre a", "O:--find-links /wheels , O:--no-index , O:--pre , a");
    row("pip install --no-binary :all: --only-binary=x --trusted-host h a",
        "O:--no-binary :all: , O:--only-binary x , O:--trusted-host h , a");
    row("pip install . ./x /w/a.whl a-1.0.tar.gz x/y .[all]", "L:. , L:./x , L:/w/a.whl , L:a-1.0.tar.gz , L:x/y , L:.[all]");
    row("pip install -e . --editable ./x -e.", "L:. , L:./x , L:.");
    row("pip install git+https://g/r@v#egg=x 'n @ git+ssh://g/r' https://h/a.whl",
        "R:git+https://g/r@v#egg=x , R:n @ git+ssh://g/r , R:https://h/a.whl");
    row("pip install 'n @ https://h/a.whl' -e git+https://g/r#egg=x", "R:n @ https://h/a.whl , R:git+https://g/r#egg=x");
    row("pip install 'n @ file:///w/a.whl' file:///w/b.whl", "L:/w/a.whl , L:/w/b.whl");
    row("pip install --target /x --prefix=/y a", "E:/x , E:/y , a");
    row("pip install --platform x --timeout 100 --cache-dir /c --config-settings a=b c", "c");
    row("uv pip install --system --python /usr/bin/python3 -p 3.12 --link-mode copy a", "a");
    row("pip install", "");
    row("pip install -r", "");
    row("pip install -- a", "a");
    row("pip --no-cache-dir --timeout 5 --proxy p install a", "a");
    row("pip install a || true", "a");
    row("pip install a>=2", "a");
}

void tst_PipWords::reads()
{
    QFETCH(QString, text);
    QTEST(partsOf(text).join(" , "), "parts");
}

// Callers, options and packages in every combination: a few thousand lines with one answer each.
void tst_PipWords::everyWayToCallIt()
{
    const QStringList callers{"pip",
                              "pip3",
                              "pip3.11",
                              "/usr/local/bin/pip",
                              "python -m pip",
                              "python3 -u -m pip",
                              "/opt/py/bin/python3.12 -I -m pip",
                              "uv pip",
                              "/bin/uv --no-cache pip",
                              "python -m uv pip",
                              "sudo pip",
                              "sudo -E -u airflow pip",
                              "env X=1 Y=2 pip",
                              "X=1 pip",
                              "exec pip",
                              "gosu airflow pip",
                              "command pip"};
    const QStringList options{"",
                              "--no-cache-dir",
                              "-U",
                              "--upgrade --user",
                              "-q",
                              "--progress-bar off",
                              "--timeout=60",
                              "--root-user-action ignore",
                              "--use-feature fast-deps",
                              "--disable-pip-version-check"};
    const QList<std::pair<QString, QString>> packages{{"a", "a"},
                                                      {"'a>=1'", "a>=1"},
                                                      {"\"a[x]==1.*\"", "a[x]==1.*"},
                                                      {"a~=1.0", "a~=1.0"},
                                                      {"-r r.txt", "I:r.txt"},
                                                      {"a==$V", "a==1.2"},
                                                      {"\"a ; sys_platform=='linux'\"", "a ; sys_platform=='linux'"}};
    const QStringList endings{"", " && rm -rf /x", " > /dev/null 2>&1", "; true", " # why"};
    int rows = 0;
    for (const QString &caller : callers) {
        for (const QString &option : options) {
            for (const auto &[package, part] : packages) {
                for (const QString &ending : endings) {
                    const QString text = caller + " install " + option + u' ' + package + ending;
                    QVERIFY2(partsOf(text) == QStringList{part}, qPrintable(text + ": " + partsOf(text).join(u' ')));
                    ++rows;
                }
            }
        }
    }
    QVERIFY(rows > 5000);
}

void tst_PipWords::leavesOthersAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"pip freeze", "pip list install", "pipenv install a", "apt-get install a", "python setup.py install",
                             "python pip install a", "python -c 'pip install a'", "uv sync", "uv venv", "echo pip install a", "pip", "uv",
                             "python -m", "sudo", "env", "grep pip install"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_PipWords::leavesOthersAlone()
{
    QFETCH(QString, text);
    bool isPip = true;
    QVERIFY(partsOf(text, &isPip).isEmpty());
    QVERIFY(!isPip);
}

void tst_PipWords::findsNestedScripts()
{
    const auto nested = [](const char *script) {
        const QString text = QString::fromLatin1(script);
        ShellVariables variables;
        const auto commands = parseShell(text, variables);
        const auto found = commands.isEmpty() ? std::nullopt : nestedScript(commands.first());
        return found ? found->text : QString();
    };
    for (const char *text :
         {"bash -c 'pip install a'", "/bin/sh -exc 'pip install a'", "su airflow -c 'pip install a'", "su - airflow -c 'pip install a'",
          "sudo bash -lc 'pip install a'", "runuser -u airflow --command 'pip install a'"})
        QCOMPARE(nested(text), "pip install a");
    for (const char *text : {"bash x.sh", "bash", "python -c 'x'", "bash -c", "sh x -e"})
        QCOMPARE(nested(text), QString());
    ShellVariables variables;
    QCOMPARE(programWords(parseShell("sudo -E /usr/bin/apt-get -y --no-install-recommends install x", variables).first()),
             (QStringList{"apt-get", "install"}));
}

void tst_PipWords::parsesFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("lines"); // "line text" joined by " , "
    const auto row = [](const char *name, const char *text, const char *lines) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(lines);
    };
    row("empty", "\n# only comments\n   \n", "");
    row("plain", "a\nb==1\n\nc[x]>=2,<3  # why\n", "1 a , 2 b==1 , 4 c[x]>=2,<3");
    row("no end", "a", "1 a");
    row("crlf", "a\r\nb\r\n", "1 a , 2 b");
    row("mark",
        "\xEF\xBB\xBF"
        "a\n",
        "1 a");
    row("marker", "a ; python_version < '3.12' and extra == 'x#y'\n", "1 a ; python_version < '3.12' and extra == 'x#y'");
    row("continued", "a==1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nb\n", "1 a==1 --hash=sha256:aa --hash=sha256:bb , 4 b");
    row("comment in between", "a==1 \\\n# no\nb\n", "1 a==1 , 3 b");
    row("include", "-r more.txt\n--requirement=../x.txt\n-c c.txt\n", "1 I:more.txt , 2 I:../x.txt , 3 C:c.txt");
    row("options", "--index-url https://i\n-i https://j\n--extra-index-url=https://k\n--pre\n--use-feature x\n--require-hashes\na\n",
        "1 O:--index-url https://i , 2 O:--index-url https://j , 3 O:--extra-index-url https://k , 4 O:--pre , 7 a");
    row("local", "./pkg\n-e ./pkg[x]\nfile:///w/a.whl\na.whl\n", "1 L:./pkg , 2 L:./pkg[x] , 3 L:/w/a.whl , 4 L:a.whl");
    row("remote", "git+https://g/r\nn @ https://h/x.whl\n", "1 R:git+https://g/r , 2 R:n @ https://h/x.whl");
    row("variables", "a==${V}\nb==$V\nc==${W}\n", "1 a==1.2 , 2 b==$V , 3 c==${W}?");
    row("fragment", "https://h/x.whl#sha256=aa\n", "1 R:https://h/x.whl#sha256=aa");
    row("only a backslash", "a \\", "1 a \\");
}

void tst_PipWords::parsesFiles()
{
    QFETCH(QByteArray, text);
    QStringList list;
    for (const RequirementsLine &line : parseRequirements(QString::fromUtf8(text), {{"V", "1.2"}}))
        list += QString::number(line.line) + u' ' + shown(line.part);
    QTEST(list.join(" , "), "lines");
}

QTEST_GUILESS_MAIN(tst_PipWords)
#include "tst_PipWords.moc"
