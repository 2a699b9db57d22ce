// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Tokens.h"

#include <cmath>

namespace windsock {

const Tokens &Tokens::light()
{
    static const Tokens tokens{
        .window = 0xf6f7f9,
        .panel = 0xffffff,
        .navigation = 0xeceff3,
        .code = 0xf3f4f7,
        .text = 0x1d2430,
        .dim = 0x566170,
        .line = 0xdfe3e9,
        .field = 0x858f9d,
        .accent = 0x1f6feb,
        .accentText = 0x1a5fd0,
        .accentFill = 0x1f6feb,
        .onAccent = 0xffffff,
        .hover = 0xf0f3f7,
        .selection = 0xe4edfc,
        .good = 0x177340,
        .warning = 0x8a5a00,
        .bad = 0xb42318,
        .goodSoft = 0xe3f4ea,
        .warningSoft = 0xfbf1dc,
        .badSoft = 0xfdeceb,
        .neutralSoft = 0xeceff3,
    };
    return tokens;
}

const Tokens &Tokens::dark()
{
    static const Tokens tokens{
        .window = 0x1b1f26,
        .panel = 0x232932,
        .navigation = 0x1f242c,
        .code = 0x1a1e25,
        .text = 0xe6eaf0,
        .dim = 0xa6b1bf,
        .line = 0x353d49,
        .field = 0x76828f,
        .accent = 0x4c8dff,
        .accentText = 0x8ab4ff,
        .accentFill = 0x1f6feb,
        .onAccent = 0xffffff,
        .hover = 0x2b323d,
        .selection = 0x2b3a55,
        .good = 0x4cc38a,
        .warning = 0xe0b354,
        .bad = 0xff8f87,
        .goodSoft = 0x1c3a2c,
        .warningSoft = 0x3d3320,
        .badSoft = 0x47282b,
        .neutralSoft = 0x2f3743,
    };
    return tokens;
}

bool isDark(const QPalette &palette)
{
    // By the ink, not the ground: style rules make grounds transparent, which reads as black.
    return palette.color(QPalette::WindowText).lightness() > 128;
}

const Tokens &Tokens::of(const QPalette &palette)
{
    return isDark(palette) ? dark() : light();
}

QColor Tokens::ink(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return dim;
    case Tone::Info: return accentText;
    case Tone::Good: return good;
    case Tone::Warning: return warning;
    case Tone::Bad: return bad;
    }
    return dim;
}

QColor Tokens::soft(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return neutralSoft;
    case Tone::Info: return selection;
    case Tone::Good: return goodSoft;
    case Tone::Warning: return warningSoft;
    case Tone::Bad: return badSoft;
    }
    return neutralSoft;
}

namespace {
double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}
} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace windsock
