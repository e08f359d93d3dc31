"""The numbers of the first page: none is a result, they count sections and minutes."""

from tests.prose.claims import given

CLAIMS = [
    *(claim for k in range(1, 7) for claim in given(f"| {k}. [")),
    *given("| 12 min |", "| 15 min |", "| 20 min |"),
]
