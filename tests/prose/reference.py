"""The numbers of calc's reference: a shape."""

from tests.prose.claims import given

CLAIMS = [*given("its 1×n Jacobian")]
