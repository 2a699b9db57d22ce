// SPDX-License-Identifier: Apache-2.0
// What the last stage of a Dockerfile leaves in the image, as far as Python packages and environment variables go. Reads the
// requirement files of the build context. Only for PipInstalls.
#pragma once

#include "core/workspace/ImageStage.h"

namespace windsock {

// The last stage, with what the stages that it begins with have done. `name` is the Dockerfile's for places, `context` its
// absolute folder.
ImageStage readImageRecipe(const QByteArray &dockerfile, const QString &name, const QString &context);

} // namespace windsock
