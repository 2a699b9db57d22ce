"""Plain Python that DAGs import: no Airflow in here, so that it can be tested without one."""

from __future__ import annotations


def read_orders() -> list[dict]:
    """Stands for a source system; replace it by a query."""
    return [
        {"product": "tea", "pieces": 3, "price": 4.5},
        {"product": "coffee", "pieces": 1, "price": 9.0},
        {"product": "tea", "pieces": 2, "price": 4.5},
    ]


def revenue_by_product(orders: list[dict]) -> dict[str, float]:
    revenue: dict[str, float] = {}
    for order in orders:
        product = order["product"]
        revenue[product] = revenue.get(product, 0.0) + order["pieces"] * order["price"]
    return revenue
