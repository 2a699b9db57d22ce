// SPDX-License-Identifier: Apache-2.0
// Words and operators of a shell text, one after another. Variables are looked up when their word is read, so that an assignment
// counts for what follows. Only for ShellScript.
#pragma once

#include "core/workspace/ShellScript.h"

namespace windsock {

struct ShellToken
{
    enum class Kind { Word, Target, Newline, Sequence, Or, Open, Close, End };
    Kind kind = Kind::End;
    ShellWord word = {}; // of Word and Target (what a redirection leads to)
};

class ShellLexer
{
public:
    // Without operators everything but blanks and quotes belongs to words.
    ShellLexer(const QString &text, const ShellVariables &variables, bool hasOperators = true)
        : m_text(text), m_variables(variables), m_hasOperators(hasOperators)
    {}
    ShellToken next();

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    bool lookingAt(const char *text) const { return QStringView(m_text).sliced(m_at).startsWith(QLatin1String(text)); }
    void step();
    void newLine();
    void skipDocument(const QString &end);
    void control();
    void redirection();
    void character();
    void singleQuoted();
    void doubleQuoted();
    void expand(bool splits);
    bool expandBraces(bool splits);
    void expandNamed(const QString &name, const QString &way, const QString &other, bool splits);
    void insert(const QString &value, bool splits);
    void skipSubstitution();
    void skipBraces(QChar open);
    void beginWord();
    void endWord();

    const QString m_text;
    const ShellVariables &m_variables;
    const bool m_hasOperators;
    QList<ShellToken> m_ready;
    ShellWord m_word;
    QStringList m_documents; // ends of here-documents that begin with the next line
    qsizetype m_at = 0;
    bool m_inWord = false, m_hasQuotes = false, m_isTarget = false, m_isDocument = false;
};

} // namespace windsock
