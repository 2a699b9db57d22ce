# SPDX-License-Identifier: Apache-2.0
"""Airflow's configuration: the section [webserver], from FAKE_CONF as JSON."""

import json
import os


class Conf:
    def get(self, section, key, fallback=None):
        assert section == "webserver"
        return json.loads(os.environ["FAKE_CONF"]).get(key, fallback)

    def getboolean(self, section, key, fallback=None):
        return self.get(section, key, str(fallback)).lower() in ("true", "t", "1")


conf = Conf()
