// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/PipWords.h"

#include <QRegularExpression>
#include <QSet>

namespace windsock {

namespace {
using Kind = PipPart::Kind;

// Short and long names of options with a value that matter here (pip 25, uv 0.9).
struct Meaning
{
    const char *name;
    Kind kind;
    const char *longName = nullptr; // of an Option
};
constexpr Meaning meanings[] = {
    {"-r", Kind::Include},
    {"--requirement", Kind::Include},
    {"--requirements", Kind::Include},
    {"-c", Kind::Constraint},
    {"--constraint", Kind::Constraint},
    {"--constraints", Kind::Constraint},
    {"-e", Kind::Local},
    {"--editable", Kind::Local},
    {"-i", Kind::Option, "--index-url"},
    {"--index-url", Kind::Option, "--index-url"},
    {"--default-index", Kind::Option, "--index-url"},
    {"--extra-index-url", Kind::Option, "--extra-index-url"},
    {"--index", Kind::Option, "--extra-index-url"},
    {"-f", Kind::Option, "--find-links"},
    {"--find-links", Kind::Option, "--find-links"},
    {"--no-binary", Kind::Option, "--no-binary"},
    {"--only-binary", Kind::Option, "--only-binary"},
    {"--trusted-host", Kind::Option, "--trusted-host"},
    {"--allow-insecure-host", Kind::Option, "--trusted-host"},
    {"-t", Kind::Elsewhere},
    {"--target", Kind::Elsewhere},
    {"--prefix", Kind::Elsewhere},
    {"--root", Kind::Elsewhere},
};
const QStringList &flagsThatStay()
{
    static const QStringList list{QStringLiteral("--pre"), QStringLiteral("--prefer-binary"), QStringLiteral("--no-index")};
    return list;
}
// Options with a value that say nothing here: their value must not be taken for a package.
const QSet<QString> &optionsWithValue()
{
    static const QString names = QStringLiteral("-C --config-settings --config-setting --global-option --install-option --build-option "
                                                "--platform --python-version --implementation "
                                                "--abi --src --root-user-action --upgrade-strategy --progress-bar --report --cache-dir "
                                                "--log --proxy --retries --timeout --exists-action "
                                                "--cert --client-cert --use-feature --use-deprecated --python -p --keyring-provider "
                                                "--group --upgrade-package -P --reinstall-package "
                                                "--resolution --prerelease --index-strategy --exclude-newer --link-mode --override "
                                                "--overrides --build-constraint --build-constraints -b "
                                                "--extra --torch-backend --python-platform --color --directory --project --config-file "
                                                "--refresh-package --no-build-isolation-package "
                                                "--fork-strategy --resume-retries --uploaded-prior-to");
    static const QStringList words = names.split(u' ');
    static const QSet<QString> set(words.begin(), words.end());
    return set;
}

const Meaning *meaningOf(const QString &name)
{
    for (const Meaning &meaning : meanings) {
        if (name == QLatin1String(meaning.name))
            return &meaning;
    }
    return nullptr;
}

bool isRemote(const QString &text)
{
    static const QRegularExpression remote(
        QStringLiteral("\\A(?:[A-Za-z0-9._-]+(?:\\[[^\\]]*\\])?\\s*@\\s*)?(?:git|hg|svn|bzr)?\\+?[A-Za-z+]*://"));
    static const QRegularExpression shortForm(QStringLiteral("\\A(?:[A-Za-z0-9._-]+\\s*@\\s*)?(?:git|hg|svn|bzr)\\+"));
    return (remote.match(text).hasMatch() && !text.contains(QStringLiteral("file://"))) || shortForm.match(text).hasMatch();
}

// "name @ file:///x", "./x", "x/y", "a.whl"; a requirement holds no '/'.
std::optional<QString> localPath(const QString &text)
{
    static const QRegularExpression file(QStringLiteral("\\A(?:[A-Za-z0-9._-]+(?:\\[[^\\]]*\\])?\\s*@\\s*)?file://(?:localhost)?(/.*)\\z"));
    const auto found = file.match(text);
    if (found.hasMatch())
        return found.captured(1);
    const QString path = text.section(u';', 0, 0).trimmed();
    static const QRegularExpression archive(QStringLiteral("\\.(whl|zip|tar\\.gz|tgz|tar\\.bz2)(\\[[^\\]]*\\])?\\z"));
    const bool isLocal = path == u"." || path == u".." || path.startsWith(u".[") || path.contains(u'/') || archive.match(path).hasMatch();
    return isLocal ? std::optional(path) : std::nullopt;
}

PipPart optionPart(const Meaning &meaning, const QString &value)
{
    if (meaning.kind == Kind::Option)
        return {Kind::Option, QLatin1String(meaning.longName) + u' ' + value};
    if (meaning.kind == Kind::Local)
        return isRemote(value) ? PipPart{Kind::Remote, value} : PipPart{Kind::Local, localPath(value).value_or(value)};
    return {meaning.kind, value};
}

// "-rfile", "--requirement=file": the option and its value in one word.
std::optional<std::pair<const Meaning *, QString>> joined(const QString &word)
{
    if (word.startsWith(u"--")) {
        const Meaning *meaning = word.contains(u'=') ? meaningOf(word.section(u'=', 0, 0)) : nullptr;
        return meaning ? std::optional(std::pair(meaning, word.section(u'=', 1))) : std::nullopt;
    }
    const Meaning *meaning = word.size() > 2 ? meaningOf(word.first(2)) : nullptr;
    return meaning ? std::optional(std::pair(meaning, word.mid(word[2] == u'=' ? 3 : 2))) : std::nullopt;
}

// Words before the program proper that change who runs it or how.
qsizetype programAt(const QStringList &words)
{
    static const QSet<QString> wrappers{QStringLiteral("sudo"), QStringLiteral("env"),  QStringLiteral("exec"),   QStringLiteral("command"),
                                        QStringLiteral("nice"), QStringLiteral("gosu"), QStringLiteral("su-exec")};
    static const QRegularExpression assignment(QStringLiteral("\\A[A-Za-z_]\\w*="));
    qsizetype at = 0;
    while (at < words.size() && wrappers.contains(words.at(at).section(u'/', -1))) {
        const QString wrapper = words.at(at++).section(u'/', -1);
        while (at < words.size() && (words.at(at).startsWith(u'-') || assignment.match(words.at(at)).hasMatch()))
            at += words.at(at) == u"-u" || words.at(at) == u"-g" || words.at(at) == u"-n" ? 2 : 1;
        at += wrapper == u"gosu" || wrapper == u"su-exec" ? 1 : 0; // the user
    }
    return qMin(at, words.size());
}

bool isNamed(const QString &word, const QRegularExpression &name)
{
    return name.match(word.section(u'/', -1)).hasMatch();
}

// Where the arguments of `install` begin; -1: it is another command.
qsizetype argumentsAt(const QStringList &words)
{
    static const QRegularExpression python(QStringLiteral("\\Apython[0-9.]*\\z")), pip(QStringLiteral("\\Apip[0-9.]*\\z"));
    qsizetype at = programAt(words);
    if (at < words.size() && isNamed(words.at(at), python)) {
        while (++at < words.size() && words.at(at).startsWith(u'-') && words.at(at) != u"-m") {
        }
        if (words.value(at) != u"-m")
            return -1;
        ++at;
    }
    const auto skipOptions = [&words, &at] {
        for (; at < words.size() && words.at(at).startsWith(u'-'); ++at)
            at += optionsWithValue().contains(words.at(at)) || meaningOf(words.at(at)) ? 1 : 0;
    };
    if (words.value(at).section(u'/', -1) == u"uv") {
        ++at;
        skipOptions();
        if (words.value(at) != u"pip")
            return -1;
    } else if (!isNamed(words.value(at), pip)) {
        return -1;
    }
    ++at;
    skipOptions();
    return words.value(at) == u"install" ? at + 1 : -1;
}
} // namespace

PipPart requirementPart(const QString &text)
{
    const QString plain = text.trimmed();
    if (isRemote(plain))
        return {Kind::Remote, plain};
    const auto path = localPath(plain);
    return path ? PipPart{Kind::Local, *path} : PipPart{Kind::Requirement, plain};
}

QStringList programWords(const ShellCommand &command)
{
    const QStringList words = command.texts();
    QStringList rest = words.mid(programAt(words));
    if (rest.isEmpty())
        return {};
    const QString name = rest.takeFirst().section(u'/', -1);
    while (!rest.isEmpty() && rest.first().startsWith(u'-'))
        rest.removeFirst();
    return {name, rest.value(0)};
}

std::optional<ShellWord> nestedScript(const ShellCommand &command)
{
    static const QRegularExpression shell(QStringLiteral("\\A(ba|da|z|k|a)?sh\\z")), login(QStringLiteral("\\A(su|runuser)\\z"));
    const QStringList words = command.texts();
    const qsizetype at = programAt(words);
    if (at >= words.size() || !(isNamed(words.at(at), shell) || isNamed(words.at(at), login)))
        return {};
    static const QRegularExpression option(QStringLiteral("\\A-[a-z]*c\\z")); // -c, -lc, -exc
    for (qsizetype i = at + 1; i + 1 < words.size(); ++i) {
        if (option.match(words.at(i)).hasMatch() || words.at(i) == u"--command")
            return command.words.at(i + 1);
    }
    return {};
}

std::optional<QList<PipPart>> pipInstall(const ShellCommand &command)
{
    const QStringList words = command.texts();
    const qsizetype start = argumentsAt(words);
    if (start < 0)
        return {};
    QList<PipPart> parts;
    const auto add = [&parts, &command](PipPart part, qsizetype first, qsizetype last) {
        part.isKnown = command.words.at(first).isKnown && command.words.at(last).isKnown;
        part.at = command.words.at(first).at;
        parts += part;
    };
    for (qsizetype i = start; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == u"--")
            continue;
        if (!word.startsWith(u'-')) {
            add(requirementPart(word), i, i);
        } else if (const Meaning *meaning = meaningOf(word)) {
            if (i + 1 < words.size())
                add(optionPart(*meaning, words.at(i + 1)), i, i + 1);
            ++i;
        } else if (const auto both = joined(word)) {
            add(optionPart(*both->first, both->second), i, i);
        } else if (flagsThatStay().contains(word)) {
            add({Kind::Option, word}, i, i);
        } else {
            i += optionsWithValue().contains(word) ? 1 : 0;
        }
    }
    return parts;
}

std::optional<PipPart> requirementsOption(const QString &line)
{
    const QString word = line.section(QRegularExpression(QStringLiteral("\\s+")), 0, 0);
    QString value = line.mid(word.size()).trimmed();
    if (value.startsWith(u'=')) // "-r = file" is nobody's spelling, but pip reads it
        value = value.mid(1).trimmed();
    if (const Meaning *meaning = meaningOf(word))
        return value.isEmpty() ? std::nullopt : std::optional(optionPart(*meaning, value));
    if (const auto both = joined(word))
        return optionPart(*both->first, both->second + (value.isEmpty() ? QString() : u' ' + value));
    return flagsThatStay().contains(word) ? std::optional(PipPart{Kind::Option, word}) : std::nullopt;
}

} // namespace windsock
