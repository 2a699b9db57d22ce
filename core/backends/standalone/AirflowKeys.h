// SPDX-License-Identifier: Apache-2.0
// The keys by which Airflow's parts trust each other and the database's secrets are read again. Made once per workspace and
// kept over restarts, in a file that only its owner can read; values that name keys of their own win over them.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretString.h"

#include <memory>

namespace windsock {

struct AirflowKeys
{
    using Key = std::shared_ptr<const SecretString>;
    Key fernet; // [core] fernet_key: 32 bytes, URL-safe base64 (cryptography's Fernet)
    Key web;    // [webserver] secret_key (Airflow 2), [api] secret_key (Airflow 3)
    Key jwt;    // [api_auth] jwt_secret (Airflow 3)

    // Those of the file, which is made where it is missing. Errors: as readFile() and writeFile(); BadInput: not ours.
    static Result<AirflowKeys> ensure(const QString &file);
};

} // namespace windsock
