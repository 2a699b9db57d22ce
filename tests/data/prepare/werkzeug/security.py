# SPDX-License-Identifier: Apache-2.0
"""Hashes that a test can read."""


def generate_password_hash(password):
    return "plain$" + password


def check_password_hash(kept, password):
    if not kept.startswith("plain$"):
        raise ValueError("unsupported hash type")
    return kept == "plain$" + password
