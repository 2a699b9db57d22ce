from psycopg2 import ProgrammingError


class UndefinedTable(ProgrammingError):
    pass
