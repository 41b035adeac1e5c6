"""Contradictions: all disputes among articles, whatever they are about."""

from marsad.model.dispute import Dispute
from marsad.resolve.dispute_figures import find_figure_disputes
from marsad.resolve.dispute_happenings import find_happening_disputes
from marsad.resolve.dispute_quotations import find_quotation_disputes
from marsad.resolve.dispute_statements import find_statement_disputes
from marsad.resolve.material import Material
from marsad.resolve.positions import witness_order


def find_disputes(material: Material) -> tuple[Dispute, ...]:
    """Return every dispute once, by the day of its first report; the same for every order of the articles."""
    found = (
        *find_figure_disputes(material),
        *find_happening_disputes(material),
        *find_statement_disputes(material),
        *find_quotation_disputes(material),
    )
    unique = {dispute.id: dispute for dispute in sorted(found, key=lambda dispute: dispute.id)}
    return tuple(sorted(unique.values(), key=lambda line: (*witness_order(line.positions[0].witnesses[0]), line.id)))
