// SPDX-License-Identifier: Apache-2.0
#include "core/backends/DirectForward.h"

namespace windsock {

DirectForward::DirectForward(int port, const QString &text) : m_status{ForwardState::Direct, port, text} {}

} // namespace windsock
