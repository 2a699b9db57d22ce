// SPDX-License-Identifier: Apache-2.0
// A secret on its way to a child's stdin without a copy in our memory: QProcess would keep one that cannot be wiped.
#pragma once

namespace windsock {

class SecretString;

// The reading end of a pipe that holds the secret and then ends; -1 if it does not fit into a pipe.
int secretPipe(const SecretString &secret);

} // namespace windsock
