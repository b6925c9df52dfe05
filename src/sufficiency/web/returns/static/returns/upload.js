// Shows how far sending is, and then that checking goes on. Without it the form works as forms do.
const form = document.querySelector("[data-upload]");

// Only the page's own part is taken: its head would be refused by the security policy of this page.
function show(html) {
  const [part] = html.match(/<main[\s\S]*<\/main>/) ?? [];
  if (!part) return location.reload();
  document.title = new DOMParser().parseFromString(html.match(/<title>.*<\/title>/)[0], "text/html").title;
  document.querySelector("main").replaceWith(new DOMParser().parseFromString(part, "text/html").querySelector("main"));
  const summary = document.querySelector(".govuk-error-summary");
  if (summary) {
    summary.tabIndex = -1;
    summary.focus();
  }
  start(document.querySelector("[data-upload]"));
}

function start(upload) {
  if (!upload) return;
  upload.addEventListener("submit", (event) => {
    event.preventDefault();
    send(upload);
  });
}

function send(upload) {
  const progress = upload.querySelector("[data-upload-progress]");
  const words = upload.querySelector("[data-upload-words]");
  const bar = upload.querySelector("progress");
  const button = upload.querySelector("button[type=submit]");
  const request = new XMLHttpRequest();
  progress.hidden = false;
  button.disabled = true;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
  });
  request.upload.addEventListener("load", () => {
    words.textContent = "Reading the files and checking every rule";
    bar.removeAttribute("value");
  });
  request.addEventListener("load", () => {
    if (request.status === 200) location.assign(request.responseURL);
    else show(request.responseText);
  });
  request.addEventListener("error", () => {
    words.textContent = "The connection was lost. Nothing was stored: try again.";
    button.disabled = false;
  });
  request.open("POST", upload.action);
  request.send(new FormData(upload));
}

start(form);
