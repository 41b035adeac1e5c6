"""A capital is its government where it acts (قالت موسكو) and a place where things happen (في موسكو)."""

from marsad.read.document import Document, Line

_PLACE_BEFORE = frozenset(
    {
        "في", "داخل", "خارج", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "مدينه", "العاصمه",
        "بالعاصمه", "للعاصمه", "والعاصمه", "عبر", "ضواحي", "شوارع", "مطار", "سماء", "محافظه", "ولايه", "جامعه", "اجتماع", "قمه", "موتمر",
        "اعلان", "بيان", "ميناء", "احياء", "مقر", "محادثات", "مفاوضات", "مباحثات", "اتفاق", "اجتماعات", "مطارات", "سفاره", "سفارتها", "سفارته",
    }
)  # fmt: skip
_GOING = frozenset(
    {
        "زار", "يزور", "سيزور", "زياره", "زيارته", "زيارتها", "زيارات", "زيارتهم", "وصل", "وصلت", "يصل", "سيصل", "وصول", "وصوله", "وصولها", "سافر",
        "يسافر", "سفر", "توجه", "يتوجه", "سيتوجه", "توجهه", "عاد", "عادت", "يعود", "عودته", "عودتها", "عوده", "غادر", "يغادر", "مغادره", "مغادرته", "رحله",
        "رحلته", "رحلات", "جوله", "جولته", "قدم", "قادما", "قادمه", "متوجها", "طائره", "طائرته", "انتقل", "نقل", "وفد", "وفدا", "استقبل",
    }
)  # fmt: skip
_VISITS = frozenset(
    {"زار", "زارت", "يزور", "تزور", "سيزور", "ستزور", "غادر", "يغادر", "غادرت", "زيارته", "زيارتها", "بزياره", "زياره"}
)
_DIRECTION = frozenset({"الي", "من"})
_REACH = 7


def is_place(doc: Document, line: Line, at: int, clitic: str) -> bool:
    """Tell whether the capital at token `at`, with this clitic before it, names the city rather than its government."""
    if "ب" in clitic:
        return True
    norms = doc.norms
    before = norms[at - 1] if at > line.first else ""
    if before in _PLACE_BEFORE or before in _VISITS:
        return True
    near = norms[max(line.first, at - _REACH) : at]
    if before in _DIRECTION or "ل" in clitic:
        return any(norm.lstrip("وف") in _GOING or norm in _GOING for norm in near)
    # A verb of visiting with its subject between it and the city: زار الوزير بكين.
    return any(norm in _VISITS or norm[1:] in _VISITS for norm in near[-4:]) and not clitic
