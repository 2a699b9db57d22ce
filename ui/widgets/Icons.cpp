// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Icons.h"

#include "ui/widgets/Tokens.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

namespace windsock {

namespace {
class TintedIcon : public QIconEngine
{
public:
    TintedIcon(QByteArray svg, QPalette::ColorRole role) : m_svg(std::move(svg)), m_role(role) {}
    QIconEngine *clone() const override { return new TintedIcon(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor color = QGuiApplication::palette().color(group, m_role);
        QByteArray svg = m_svg;
        QSvgRenderer(svg.replace("currentColor", color.name().toLatin1())).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

private:
    QByteArray m_svg;
    QPalette::ColorRole m_role;
};

void paintCheck(QPainter &painter, const QRectF &area)
{
    const double unit = area.width() / 16;
    QPainterPath path(area.topLeft() + QPointF(5, 8.2) * unit);
    path.lineTo(area.topLeft() + QPointF(7.2, 10.4) * unit);
    path.lineTo(area.topLeft() + QPointF(11.2, 6) * unit);
    painter.drawPath(path);
}

void paintBang(QPainter &painter, const QRectF &area)
{
    const double unit = area.width() / 16;
    painter.drawLine(area.topLeft() + QPointF(8, 4.6) * unit, area.topLeft() + QPointF(8, 8.8) * unit);
    painter.drawPoint(area.topLeft() + QPointF(8, 11.3) * unit);
}

void paintArc(QPainter &painter, const QRectF &area, double turn)
{
    const double inset = area.width() / 8;
    const int begin = qRound((90 - turn * 360) * 16);
    painter.drawArc(area.adjusted(inset, inset, -inset, -inset), begin, -270 * 16);
}

Tone toneOf(Mark mark)
{
    switch (mark) {
    case Mark::Done: return Tone::Good;
    case Mark::Failed: return Tone::Bad;
    case Mark::Warning: return Tone::Warning;
    case Mark::Running: return Tone::Info;
    default: return Tone::Neutral;
    }
}
} // namespace

QIcon icon(const QString &name, QPalette::ColorRole role)
{
    QFile file(QStringLiteral(":/windsock/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedIcon(file.readAll(), role));
}

QString markText(Mark mark)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Mark", text); };
    switch (mark) {
    case Mark::Waiting: return tr("waiting");
    case Mark::Running: return tr("running");
    case Mark::Done: return tr("done");
    case Mark::Skipped: return tr("already done");
    case Mark::Warning: return tr("needs attention");
    case Mark::Failed: return tr("failed");
    case Mark::Canceled: return tr("canceled");
    }
    return {};
}

void paintMark(QPainter &painter, const QRectF &area, Mark mark, const Tokens &tokens, double turn)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = area.width() / 16;
    const Tone tone = toneOf(mark);
    if (mark == Mark::Waiting) {
        painter.setPen(QPen(tokens.field, unit));
        painter.drawEllipse(area.adjusted(unit, unit, -unit, -unit));
    } else if (mark != Mark::Running) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.soft(tone));
        painter.drawEllipse(area);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mark == Mark::Running ? tokens.accent : tokens.ink(tone), unit * 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (mark == Mark::Done || mark == Mark::Skipped)
        paintCheck(painter, area);
    else if (mark == Mark::Failed || mark == Mark::Warning)
        paintBang(painter, area);
    else if (mark == Mark::Running)
        paintArc(painter, area, turn);
    else if (mark == Mark::Canceled)
        painter.drawLine(area.topLeft() + QPointF(5, 8) * unit, area.topLeft() + QPointF(11, 8) * unit);
    painter.restore();
}

} // namespace windsock
