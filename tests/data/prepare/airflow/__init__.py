# SPDX-License-Identifier: Apache-2.0
"""As much of Airflow as prepare.py touches: FAKE_DATABASE is its database, FAKE_CALLS gets each command, one a line."""
