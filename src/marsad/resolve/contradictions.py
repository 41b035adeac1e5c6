"""Contradictions: all disputes among articles, whatever they are about."""

from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.resolve.dispute_figures import find_figure_disputes
from marsad.resolve.dispute_happenings import find_happening_disputes
from marsad.resolve.dispute_quotations import find_quotation_disputes
from marsad.resolve.dispute_statements import find_statement_disputes
from marsad.resolve.material import Material
from marsad.resolve.positions import without_parts, witness_order


def find_disputes(material: Material) -> tuple[Dispute, ...]:
    """Return every dispute once, by the day of its first report; the same for every order of the articles."""
    told = (
        find_figure_disputes(material),
        find_happening_disputes(material),
        find_statement_disputes(material),
        find_quotation_disputes(material),
    )
    found = [dispute for disputes in told for dispute in without_parts(disputes)]
    accusations = [dispute for dispute in found if dispute.kind is DisputeKind.ACCUSATION]
    unique = {
        dispute.id: dispute
        for dispute in sorted(found, key=lambda dispute: dispute.id)
        if dispute.kind is not DisputeKind.DENIAL or not any(_is_same(dispute, other) for other in accusations)
    }
    return tuple(sorted(unique.values(), key=lambda line: (*witness_order(line.positions[0].witnesses[0]), line.id)))


def _is_same(denial: Dispute, accusation: Dispute) -> bool:
    """The sentences that tell and deny a happening are those in which it is held against somebody and denied."""
    return all(
        _sentences(one) & _sentences(other) for one, other in zip(denial.positions, accusation.positions, strict=True)
    )


def _sentences(position: Position) -> set[tuple[str, int]]:
    return {(witness.article, witness.passage_span.start) for witness in position.witnesses}
