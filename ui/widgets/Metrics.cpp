// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLabel>

namespace windsock {

namespace {
constexpr double usualPixels = 13;

QFont scaled(double pixels, QFont::Weight weight)
{
    QFont font = QApplication::font();
    const double factor = pixels / usualPixels;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * factor));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}
} // namespace

int grid(double steps)
{
    const double pixels = QFontInfo(QApplication::font()).pixelSize();
    // Systems with a 12 or 14 px font keep the plain grid; only clearly larger text stretches it.
    const double factor = pixels <= usualPixels + 2 ? 1 : pixels / usualPixels;
    return qRound(steps * 4 * factor);
}

QFont bodyFont()
{
    return QApplication::font();
}

QFont strongFont()
{
    return scaled(usualPixels, QFont::DemiBold);
}

QFont smallFont()
{
    return scaled(12, QFont::Normal);
}

QFont headFont()
{
    return scaled(15, QFont::DemiBold);
}

QFont titleFont()
{
    return scaled(20, QFont::Bold);
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont small = smallFont();
    if (small.pixelSize() > 0)
        font.setPixelSize(small.pixelSize());
    else
        font.setPointSizeF(small.pointSizeF());
    font.setStyleHint(QFont::Monospace);
    return font;
}

QLabel *makeLabel(const QString &text, const QFont &font)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText); // text from outside is never markup
    label->setFont(font);
    return label;
}

QLabel *makeDimLabel(const QString &text, const QFont &font)
{
    QLabel *label = makeLabel(text, font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *makeWrapped(QLabel *label)
{
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

} // namespace windsock
