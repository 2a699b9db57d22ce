// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ShellScript.h"

#include "core/workspace/ShellLexer.h"

#include <QRegularExpression>

namespace windsock {

namespace {
constexpr qsizetype longestText = 1024 * 1024;
constexpr qsizetype mostWords = 20'000;

class Script
{
public:
    Script(const QString &text, ShellVariables &variables) : m_lexer(text, variables), m_variables(variables) {}

    QList<ShellCommand> commands()
    {
        for (qsizetype words = 0; words < mostWords; ++words) {
            const ShellToken token = m_lexer.next();
            take(token);
            if (token.kind == ShellToken::Kind::End)
                break;
        }
        return m_commands;
    }

private:
    using Kind = ShellToken::Kind;

    void take(const ShellToken &token)
    {
        if (token.kind == Kind::Word) {
            m_command.words += token.word;
            return;
        }
        if (token.kind == Kind::Target) {
            if (token.word.text.startsWith(u'='))
                m_command.lostToRedirection += token.word.text;
            return;
        }
        endCommand();
        if (token.kind == Kind::Open)
            m_groups += std::exchange(m_afterOr, false);
        else if (token.kind == Kind::Close && !m_groups.isEmpty() && !m_inCase)
            m_groups.removeLast();
        m_afterOr = token.kind == Kind::Or;
    }

    void endCommand()
    {
        ShellCommand command = std::exchange(m_command, {});
        while (!command.words.isEmpty() && takeKeyword(command.words.first().text))
            command.words.removeFirst();
        takeAssignments(command);
        command.isAlternative = m_afterOr || m_inCase || m_groups.contains(true);
        if (!command.words.isEmpty())
            m_commands += command;
    }

    // Words that stand where a command would and are none.
    bool takeKeyword(const QString &word)
    {
        static const QStringList transparent{QStringLiteral("then"), QStringLiteral("while"), QStringLiteral("until"), QStringLiteral("do"),
                                             QStringLiteral("done"), QStringLiteral("!"),     QStringLiteral("time")};
        if (word == u"if" || word == u"{")
            m_groups += std::exchange(m_afterOr, false);
        else if ((word == u"else" || word == u"elif") && !m_groups.isEmpty())
            m_groups.last() = true;
        else if ((word == u"fi" || word == u"}") && !m_groups.isEmpty())
            m_groups.removeLast();
        else if (word == u"case" || word == u"esac")
            m_inCase = word == u"case";
        else
            return transparent.contains(word);
        return true;
    }

    // NAME=value alone, or behind `export`, counts for what follows; in front of a command it is that command's own affair.
    void takeAssignments(ShellCommand &command)
    {
        if (command.words.isEmpty())
            return;
        const QString first = command.words.first().text;
        if (first == u"for" && command.words.size() > 1)
            m_variables.remove(command.words.at(1).text); // one value after another
        const bool exports = first == u"export" || first == u"readonly" || first == u"local";
        QList<ShellWord> words = command.words.mid(exports ? 1 : 0);
        QList<std::pair<QString, ShellWord>> assigned;
        static const QRegularExpression assignment(QStringLiteral("\\A([A-Za-z_]\\w*)=(.*)\\z"),
                                                   QRegularExpression::DotMatchesEverythingOption);
        for (auto found = assignment.match(words.value(0).text); found.hasMatch(); found = assignment.match(words.value(0).text))
            assigned += {found.captured(1), ShellWord{found.captured(2), words.takeFirst().isKnown}};
        if (!words.isEmpty() && !exports) {
            command.words = words;
            return;
        }
        for (const auto &[name, value] : assigned) {
            if (value.isKnown)
                m_variables.insert(name, value.text);
            else
                m_variables.remove(name);
        }
        if (!exports)
            command.words.clear();
    }

    ShellLexer m_lexer;
    ShellVariables &m_variables;
    QList<ShellCommand> m_commands;
    ShellCommand m_command;
    QList<bool> m_groups; // of if, { and (: whether what is in them is an alternative
    bool m_afterOr = false, m_inCase = false;
};
} // namespace

QStringList ShellCommand::texts() const
{
    QStringList list;
    for (const ShellWord &word : words)
        list += word.text;
    return list;
}

QList<ShellWord> shellWords(const QString &text, const ShellVariables &variables)
{
    QList<ShellWord> words;
    ShellLexer lexer(text.left(longestText), variables, false);
    for (ShellToken token = lexer.next(); token.kind != ShellToken::Kind::End && words.size() < mostWords; token = lexer.next()) {
        if (token.kind == ShellToken::Kind::Word)
            words += token.word;
    }
    return words;
}

QList<ShellCommand> parseShell(const QString &text, ShellVariables &variables)
{
    return text.size() > longestText ? QList<ShellCommand>() : Script(text, variables).commands();
}

} // namespace windsock
