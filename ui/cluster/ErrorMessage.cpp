// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/ErrorMessage.h"

#include "ui/cluster/Remedies.h"

#include <QPushButton>

namespace windsock {

ErrorMessage::ErrorMessage(const QString &objectName, Remedies &remedies, QWidget *parent)
    : InlineMessage(objectName, parent), m_remedies(remedies), m_button(addButton({}, objectName + QStringLiteral(".remedy")))
{
    connect(m_button, &QPushButton::clicked, this, [this] { m_remedies.apply(m_remedy, nullptr, Intent::Start); });
    connect(&m_remedies, &Remedies::begun, m_button, [this] { m_button->setEnabled(false); });
    connect(&m_remedies, &Remedies::ended, m_button, [this] { m_button->setEnabled(true); });
    offer({});
}

void ErrorMessage::tell(const Error &error)
{
    offer(error.remedies);
    InlineMessage::tell(Mark::Failed, oneLine(error));
}

void ErrorMessage::tell(Mark mark, const QString &text)
{
    offer({});
    InlineMessage::tell(mark, text);
}

void ErrorMessage::offer(const QList<Remedy> &remedies)
{
    m_remedy = {};
    for (const Remedy &remedy : remedies) {
        if (m_remedy.id.isEmpty() && m_remedies.knows(remedy.id))
            m_remedy = remedy;
    }
    m_button->setText(m_remedy.label);
    m_button->setVisible(!m_remedy.id.isEmpty());
}

QString oneLine(const Error &error)
{
    const QString what = error.place.isKnown() ? error.place.text() + QStringLiteral(": ") + error.what : error.what;
    QStringList sentences{what, error.why, error.todo};
    sentences.removeAll(QString());
    return sentences.join(QStringLiteral(". "));
}

} // namespace windsock
