// Ties the marks of an article's text to the cards of their facts. Without it the marks are plain links to the cards.
"use strict";

const note = document.getElementById("note");
const marks = [...document.querySelectorAll(".mark")];
const cards = new Map([...document.querySelectorAll(".fact")].map((card) => [card.dataset.fact, card]));
const factsOf = (mark) => mark.dataset.facts.split(" ");

function light(facts) {
  for (const mark of marks) mark.classList.toggle("lit", factsOf(mark).some((fact) => facts.includes(fact)));
  for (const [fact, card] of cards) card.classList.toggle("lit", facts.includes(fact));
}

function hideNote() {
  note.hidden = true;
  note.replaceChildren();
}

// The note shows every fact that the word carries, the rule of each included, next to the word.
function showNote(mark) {
  const copies = factsOf(mark).map((fact) => cards.get(fact)).filter(Boolean).map((card) => {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.classList.remove("lit");
    return copy;
  });
  note.replaceChildren(...copies);
  note.hidden = false;
  const word = mark.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - note.offsetWidth - 8;
  note.style.left = `${Math.max(8, Math.min(word.left, rightmost)) + window.scrollX}px`;
  note.style.top = `${word.bottom + window.scrollY + 6}px`;
}

for (const mark of marks) {
  mark.addEventListener("pointerenter", () => light([factsOf(mark)[0]]));
  mark.addEventListener("focus", () => light([factsOf(mark)[0]]));
  mark.addEventListener("click", (event) => {
    event.preventDefault();
    light([factsOf(mark)[0]]);
    showNote(mark);
    const card = cards.get(factsOf(mark)[0]);
    const list = card && card.closest(".facts");
    if (list && getComputedStyle(list).position === "sticky") {
      card.closest("details").open = true;
      list.scrollTo({ top: card.offsetTop - list.offsetTop - 40 });
    }
  });
}
for (const [fact, card] of cards) {
  card.addEventListener("pointerenter", () => light([fact]));
  card.addEventListener("focusin", () => light([fact]));
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideNote(); });
document.addEventListener("click", (event) => { if (!event.target.closest(".mark, .note")) hideNote(); });

// An address like #m-ev3 leads here from a relation page: light that fact.
const wanted = location.hash.slice(1);
if (wanted.startsWith("m-")) light([wanted.slice(2)]);
