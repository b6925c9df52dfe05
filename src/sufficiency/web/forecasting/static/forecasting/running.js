// Shows that a forecast is being run and about how far it is. The page works without: the answer comes all the same.
const form = document.querySelector("[data-rate]");
const running = document.getElementById("running");
const bar = running.querySelector("progress");
const left = document.getElementById("running-left");
const ALMOST = 96; // of 100: the rest is for the answer to come back
const PAST = 1.5; // times as long, where forecasts of the past are made again as well

function seconds() {
  const field = (name) => Number(form.elements[name]?.value.replaceAll(",", "")) || 1;
  const longer = form.elements.recalibrate?.checked ? PAST : 1;
  return 2 + longer * Number(form.dataset.rate) * field("years") * field("replications");
}

function tell(began, expected) {
  const gone = (performance.now() - began) / 1000;
  // Slows down near the end instead of standing still where it takes longer than expected.
  bar.value = ALMOST * (1 - Math.exp((-2.2 * gone) / expected));
  const rest = Math.ceil(expected - gone);
  left.textContent = rest > 1 ? `About ${rest} seconds left.` : "Almost done.";
}

form.addEventListener("submit", () => {
  const began = performance.now();
  const expected = seconds();
  running.hidden = false;
  running.querySelector("p").focus();
  form.querySelector("button[type=submit]").disabled = true;
  tell(began, expected);
  setInterval(() => tell(began, expected), 250);
});

// Coming back by the back button finds the form as it was.
window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
