// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/WorkspacePicker.h"

#include "ui/shell/WindowActions.h"
#include "ui/shell/WindowServices.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>

namespace windsock {

WorkspacePicker::WorkspacePicker(WindowServices &services, WindowActions &actions, QWidget *parent)
    : QToolButton(parent), m_services(services), m_actions(actions), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("workspacePicker"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setPopupMode(QToolButton::InstantPopup);
    m_menu->setObjectName(QStringLiteral("workspaceMenu"));
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &WorkspacePicker::fillMenu);
    fillMenu();
    setCluster(nullptr);
}

void WorkspacePicker::setCluster(const Cluster *cluster)
{
    m_name = cluster ? cluster->workspace().name() : QString();
    m_folder = cluster ? shown(cluster->workspace().folder().absolutePath()) : QString();
    setText(cluster ? m_name : tr("No workspace open"));
    setAccessibleName(cluster ? tr("Workspace %1").arg(m_name) : tr("No workspace open"));
    setAccessibleDescription(tr("Opens a menu of workspaces"));
    setToolTip(cluster ? cluster->workspace().folder().absolutePath() : tr("Open or make a workspace"));
    updateGeometry();
    QToolButton::update();
}

QString WorkspacePicker::shown(const QString &folder) const
{
    return m_services.folderText ? m_services.folderText(folder) : shortFolder(folder);
}

void WorkspacePicker::fillMenu()
{
    m_menu->clear();
    const QStringList recent = m_services.recentWorkspaces();
    for (const QString &folder : recent) {
        QAction *action = m_menu->addAction(shown(folder).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, folder] { emit chosen(folder); });
    }
    if (!recent.isEmpty())
        m_menu->addSeparator();
    m_menu->addAction(m_actions.set().find(QStringLiteral("workspace.open")));
    m_menu->addAction(m_actions.set().find(QStringLiteral("workspace.new")));
    if (!m_name.isEmpty())
        m_menu->addAction(m_actions.set().find(QStringLiteral("workspace.show")));
}

QSize WorkspacePicker::sizeHint() const
{
    const int name = QFontMetrics(strongFont()).horizontalAdvance(text());
    const int folder = m_folder.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_folder) + grid(2);
    const int width = name + folder + grid(11);
    return {qBound(grid(40), width, grid(110)), fontMetrics().height() + grid(4.25)};
}

QSize WorkspacePicker::minimumSizeHint() const
{
    return {grid(36), sizeHint().height()};
}

void WorkspacePicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear(); // the frame is the style's, the two texts are ours
    option.features &= ~(QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
    const Tokens &tokens = Tokens::of(palette());
    QRect area = rect().adjusted(grid(2.75), 0, -grid(8), 0);
    const QFont nameFont = m_name.isEmpty() ? font() : strongFont();
    const QFontMetrics metrics(nameFont);
    painter.setFont(nameFont);
    painter.setPen(m_name.isEmpty() ? tokens.dim : tokens.text);
    painter.drawText(area, Qt::AlignVCenter, metrics.elidedText(text(), Qt::ElideMiddle, area.width()));
    area.setLeft(area.left() + metrics.horizontalAdvance(text()) + grid(2));
    painter.setFont(font());
    painter.setPen(tokens.dim);
    if (area.width() > grid(8))
        painter.drawText(area, Qt::AlignVCenter, fontMetrics().elidedText(m_folder, Qt::ElideMiddle, area.width()));
    const int side = grid(4);
    windsock::icon(QStringLiteral("chevron")).paint(&painter, QRect(width() - side - grid(2), (height() - side) / 2, side, side));
}

QString shortFolder(const QString &folder)
{
    const QString home = QDir::homePath();
    const bool inHome = folder == home || folder.startsWith(home + u'/');
    return inHome ? u'~' + folder.mid(home.size()) : folder;
}

} // namespace windsock
