// SPDX-License-Identifier: Apache-2.0
// Questions to the user, answered later through a callback: no nested event loop, and tests script the answers.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace windsock {

struct Question
{
    QString title;
    QString text;    // the question
    QString detail;  // what follows from yes
    QString yes, no; // button texts
    bool dangerous = false;
};

class Prompts
{
public:
    virtual ~Prompts() = default;
    // Answered once, with no where the question is closed or escaped. `answer` is dropped when `parent` goes first.
    virtual void ask(const Question &question, QWidget *parent, std::function<void(bool)> answer) = 0;
    // Not called when the user closes the dialog.
    virtual void chooseFolder(const QString &title, QWidget *parent, std::function<void(const QString &)> chosen) = 0;
};

class DialogPrompts : public Prompts
{
public:
    void ask(const Question &question, QWidget *parent, std::function<void(bool)> answer) override;
    void chooseFolder(const QString &title, QWidget *parent, std::function<void(const QString &)> chosen) override;
};

} // namespace windsock
