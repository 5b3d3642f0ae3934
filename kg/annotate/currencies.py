"""Currencies as Chinese texts name them, to ISO 4217 codes.

A code is given for the main unit only: 角 and 分 are fractions of 元.  Historic units keep their last code (马克 → DEM).
"""

from __future__ import annotations

SUFFIXES: dict[str, str] = {
    "元人民币": "CNY", "人民币元": "CNY", "人民币": "CNY", "元": "CNY", "圆": "CNY", "块钱": "CNY", "块": "CNY",
    "美元": "USD", "美金": "USD", "元美金": "USD",
    "港元": "HKD", "港币": "HKD", "元港币": "HKD", "澳门元": "MOP", "澳门币": "MOP",
    "新台币": "TWD", "台币": "TWD", "元新台币": "TWD", "元台币": "TWD",
    "欧元": "EUR", "元欧元": "EUR", "日元": "JPY", "日币": "JPY", "元日币": "JPY", "日圆": "JPY",
    "英镑": "GBP", "镑": "GBP", "韩元": "KRW", "韩币": "KRW", "韩圆": "KRW", "卢布": "RUB", "泰铢": "THB",
    "加元": "CAD", "加拿大元": "CAD", "澳元": "AUD", "澳大利亚元": "AUD", "新西兰元": "NZD",
    "新加坡元": "SGD", "新元": "SGD", "瑞士法郎": "CHF", "法郎": "FRF", "马克": "DEM", "德国马克": "DEM",
    "印度卢比": "INR", "印度卢布": "INR", "卢比": "INR", "林吉特": "MYR", "越南盾": "VND", "里亚尔": "IRR",
    "特别提款权": "XDR", "挪威克朗": "NOK", "瑞典克朗": "SEK", "丹麦克朗": "DKK",
}  # fmt: skip
"""What stands after the number."""

PREFIXES: dict[str, str] = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "￥": "CNY", "JPY¥": "JPY",
    "美元": "USD", "US$": "USD", "USD": "USD", "$": "USD", "美金": "USD",
    "港币": "HKD", "港元": "HKD", "HK$": "HKD", "HKD": "HKD", "新台币": "TWD", "台币": "TWD", "NT$": "TWD",
    "欧元": "EUR", "€": "EUR", "EUR": "EUR", "日元": "JPY", "英镑": "GBP", "£": "GBP", "GBP": "GBP", "₩": "KRW",
    "澳门币": "MOP", "₹": "INR",
}  # fmt: skip
"""What stands before it."""
