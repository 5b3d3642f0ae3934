// A word lights up its facts, a fact its sentence and, more strongly, its own words.
const light = (event, on) => {
  const from = event.target.closest?.("[data-f]");
  if (!from) return;
  const all = (selector) => from.closest("section").querySelectorAll(selector);
  for (const fact of (from.dataset.p ?? from.dataset.f).split(" ")) {
    all(`li[data-f="${fact}"]`).forEach((node) => node.classList.toggle("on", on));
    if (from.tagName !== "LI") continue;
    all(`.text [data-f~="${fact}"]`).forEach((node) => node.classList.toggle("on", on));
    all(`.text [data-p~="${fact}"]`).forEach((node) => node.classList.toggle("part", on));
  }
};
addEventListener("mouseover", (event) => light(event, true));
addEventListener("mouseout", (event) => light(event, false));
addEventListener("click", (event) => {
  const word = event.target.closest(".text [data-f]");
  if (!word) return;
  const [fact] = (word.dataset.p ?? word.dataset.f).split(" ");
  const item = word.closest("section").querySelector(`li[data-f="${fact}"]`);
  item.firstElementChild.open = true;
  item.scrollIntoView({ block: "nearest" });
});
