// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Theme.h"

#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>
#include <QWidget>

namespace windsock {

namespace {
// Qt 6.4 cannot be asked for the system's colour scheme. Fusion's standard palette is dark where the platform theme
// says so and follows changes; some GTK desktops tell only by the theme's name.
bool systemIsDark(bool startedDark)
{
    const QString gtk = qEnvironmentVariable("GTK_THEME");
    if (gtk.endsWith(QLatin1String("dark"), Qt::CaseInsensitive))
        return true;
    return startedDark || isDark(QApplication::style()->standardPalette());
}
} // namespace

namespace {
// Fusion's own indicators vanish on dark panels and do not grow with the text.
void paintIndicator(QPainter &painter, const QRectF &area, bool round, bool checked)
{
    const Tokens &tokens = Tokens::of(QApplication::palette());
    const double radius = round ? area.width() / 2 : area.width() / 5;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(checked ? tokens.accentFill : tokens.field, 1.2));
    painter.setBrush(checked ? tokens.accentFill : tokens.panel);
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius);
    if (!checked)
        return;
    const double unit = area.width() / 16;
    const QPointF hook[] = {{4.6, 8.2}, {7, 10.6}, {11.4, 5.6}};
    painter.translate(area.topLeft());
    painter.scale(unit, unit);
    painter.setPen(QPen(tokens.onAccent, round ? 6 : 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    round ? painter.drawPoint(QPointF(8, 8)) : painter.drawPolyline(hook, 3);
}
} // namespace

// Fusion, with the letters of mnemonics underlined only while Alt is held: shortcuts for those who look for them, calm
// for the rest.
class Theme::BaseStyle : public QProxyStyle
{
public:
    BaseStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override
    {
        return hint == SH_UnderlineShortcut ? int(underlines) : QProxyStyle::styleHint(hint, option, widget, data);
    }
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        const bool isIndicator = metric == PM_IndicatorWidth || metric == PM_IndicatorHeight || metric == PM_ExclusiveIndicatorWidth
                                 || metric == PM_ExclusiveIndicatorHeight;
        return isIndicator ? grid(4) : QProxyStyle::pixelMetric(metric, option, widget);
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        if (element != PE_IndicatorRadioButton && element != PE_IndicatorCheckBox)
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        painter->save();
        paintIndicator(*painter, option->rect, element == PE_IndicatorRadioButton, option->state & State_On);
        painter->restore();
    }
    bool underlines = false;
};

Theme::Theme(ThemeChoice choice, QObject *parent)
    : QObject(parent), m_style(new BaseStyle), m_choice(choice), m_startedDark(windsock::isDark(QApplication::palette()))
{
    QApplication::setStyle(m_style);
    apply();
    qApp->installEventFilter(this);
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == ThemeChoice::System) {
        m_startedDark = false; // the standard palette knows better from now on
        apply();
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
        showMnemonics(event->type() == QEvent::KeyPress);
    return QObject::eventFilter(watched, event);
}

void Theme::showMnemonics(bool show)
{
    if (std::exchange(m_style->underlines, show) == show)
        return;
    for (QWidget *widget : QApplication::allWidgets())
        widget->update();
}

void Theme::apply()
{
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && systemIsDark(m_startedDark));
    if (m_applied && dark == m_dark)
        return;
    m_applied = true;
    m_dark = dark;
    const Tokens &tokens = dark ? Tokens::dark() : Tokens::light();
    QApplication::setPalette(paletteOf(tokens));
    qApp->setStyleSheet(styleRules(tokens));
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.window);
    palette.setColor(QPalette::WindowText, tokens.text);
    palette.setColor(QPalette::Base, tokens.panel);
    palette.setColor(QPalette::AlternateBase, tokens.window);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.dim);
    palette.setColor(QPalette::Button, tokens.panel);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::BrightText, tokens.bad);
    palette.setColor(QPalette::Highlight, tokens.accentFill);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::Link, tokens.accentText);
    palette.setColor(QPalette::LinkVisited, tokens.accentText);
    palette.setColor(QPalette::ToolTipBase, tokens.panel);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    palette.setColor(QPalette::Mid, tokens.line);
    palette.setColor(QPalette::Midlight, tokens.line);
    palette.setColor(QPalette::Light, tokens.panel);
    palette.setColor(QPalette::Dark, tokens.field);
    QColor faint = tokens.dim;
    faint.setAlphaF(0.75F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

namespace {
const char *const rules = R"(
QPushButton { background: @panel; color: @text; border: 1px solid @line; border-radius: @r6; padding: @p7 @p14; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @selection; }
QPushButton:disabled { color: @dim; background: @window; }
QPushButton:focus { border: 2px solid @accent; padding: @f7 @f14; }
QPushButton[look="primary"] { background: @accentFill; color: @onAccent; border-color: @accentFill; font-weight: 600; }
QPushButton[look="primary"]:hover { background: @accentHover; }
QPushButton[look="primary"]:disabled { background: @neutralSoft; color: @dim; border-color: @line; }
QPushButton[look="primary"]:focus { border: 2px solid @text; }
QPushButton[look="danger"] { color: @bad; }
QPushButton[look="danger"]:disabled { color: @dim; }
QPushButton[look="small"] { padding: @p3 @p10; border-radius: @r10; font-size: @small; }
QPushButton[look="small"]:focus { padding: @f3 @f10; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: @accentText; padding: @p3 0px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid @accent; padding: @f3 0px; }
QPushButton[look="bare"] { background: transparent; border: 1px solid transparent; padding: @p5; }
QPushButton[look="bare"]:hover { background: @hover; }
QPushButton[look="bare"]:focus { border: 2px solid @accent; padding: @f5; }
QToolButton { background: @panel; color: @text; border: 1px solid @line; border-radius: @r6; padding: @p6 @p10; }
QToolButton:hover { background: @hover; }
QToolButton:focus { border: 2px solid @accent; padding: @f6 @f10; }
QToolButton::menu-indicator { image: none; }
QLineEdit { background: @panel; border: 1px solid @field; border-radius: @r6; padding: @p7 @p10; }
QLineEdit:focus { border: 2px solid @accent; padding: @f7 @f10; }
QRadioButton, QCheckBox { spacing: @p8; padding: @p3; border: 2px solid transparent; border-radius: @r6; }
QRadioButton:focus, QCheckBox:focus { border-color: @accent; }
QListView { background: transparent; border: none; outline: none; }
QPlainTextEdit { background: transparent; border: 2px solid transparent; border-radius: @r6; selection-background-color: @accentFill; }
QPlainTextEdit:focus { border-color: @accent; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: @p5; }
QMenu::item { padding: @p6 @p14; border-radius: @r4; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @dim; }
QMenu::separator { height: 1px; background: @line; margin: @p5 @p3; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: @p5; }
QSplitter::handle { background: transparent; }
QScrollBar:vertical { background: transparent; width: @p12; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: @p12; margin: 0px; }
QScrollBar::handle { background: @field; margin: @p3; border-radius: @r3; min-height: @p24; min-width: @p24; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
#topBar { background: @panel; border: none; border-bottom: 1px solid @line; }
#statusStrip { background: @panel; border: none; border-top: 1px solid @line; }
#navigation { background: @navigation; border: none; border-right: 1px solid @line; }
#finder { background: @panel; border: 1px solid @field; }
)";

// Pixels of the design at 13 px text, scaled; "f" is a "p" with room taken by the thicker focus line.
QString pixels(QChar kind, int size)
{
    const int scaled = qMax(1, grid(size / 4.0));
    return QString::number(kind == u'f' ? qMax(0, scaled - 1) : scaled) + QStringLiteral("px");
}
} // namespace

QString styleRules(const Tokens &tokens)
{
    QList<std::pair<QString, QString>> words{{"@panel", tokens.panel.name()},
                                             {"@text", tokens.text.name()},
                                             {"@dim", tokens.dim.name()},
                                             {"@line", tokens.line.name()},
                                             {"@field", tokens.field.name()},
                                             {"@hover", tokens.hover.name()},
                                             {"@window", tokens.window.name()},
                                             {"@selection", tokens.selection.name()},
                                             {"@accentFill", tokens.accentFill.name()},
                                             {"@accentText", tokens.accentText.name()},
                                             {"@accentHover", tokens.accentFill.darker(110).name()},
                                             {"@accent", tokens.accent.name()},
                                             {"@onAccent", tokens.onAccent.name()},
                                             {"@bad", tokens.bad.name()},
                                             {"@neutralSoft", tokens.neutralSoft.name()},
                                             {"@navigation", tokens.navigation.name()}};
    const QFont small = smallFont();
    words +=
        {"@small", small.pixelSize() > 0 ? QStringLiteral("%1px").arg(small.pixelSize()) : QStringLiteral("%1pt").arg(small.pointSizeF())};
    QString text = QString::fromLatin1(rules);
    for (const QChar kind : {u'p', u'f', u'r'}) {
        for (const int size : {24, 14, 12, 10, 8, 7, 6, 5, 4, 3})
            text.replace(QStringLiteral("@%1%2").arg(kind).arg(size), pixels(kind, size));
    }
    for (const auto &[word, value] : words)
        text.replace(word, value);
    return text;
}

} // namespace windsock
