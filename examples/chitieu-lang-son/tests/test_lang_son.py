"""The format of Lạng Sơn does what it declares, and reads the samples as stated."""

from pathlib import Path

from chitieu.testing import ProvinceConformance


class TestLangSon(ProvinceConformance):
    format = "lang-son"
    samples = Path(__file__).parent / "samples"
    expected_failures = {}
