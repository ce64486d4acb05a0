"""chitieu."""
from chitieu.target_reader import find_targets, parse_target
from chitieu.references import find_references, parse_reference
from chitieu.quantities import *
from chitieu.numbers import *
from chitieu.provinces import *
from chitieu.reading import *
