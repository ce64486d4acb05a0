"""Help for tests of programs that use chitieu: Hypothesis strategies. Needs the extra ``testing``."""
