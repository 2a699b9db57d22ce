# SPDX-License-Identifier: Apache-2.0
"""As much of Airflow as part.py touches."""
