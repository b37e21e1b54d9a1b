// Progressive only: every page works without this file.
const script = document.getElementById("hf-script");
const source = script?.dataset.govuk;

function start() {
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
  if (source) {
    import(new URL(source, document.baseURI).href).then((govuk) => govuk.initAll());
  } else {
    document.querySelector(".govuk-error-summary")?.focus();
  }
}

// Open what is folded before the page is printed, and fold it again after.
const opened = [];
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    opened.push(details);
  }
});
window.addEventListener("afterprint", () => {
  for (const details of opened.splice(0)) {
    details.open = false;
  }
});

// A table that fits needs no stop on the way of the Tab key.
function stops() {
  for (const region of document.querySelectorAll(".hf-scroll")) {
    if (region.scrollWidth > region.clientWidth) {
      region.tabIndex = 0;
    } else {
      region.removeAttribute("tabindex");
    }
  }
}
window.addEventListener("resize", stops);
for (const details of document.querySelectorAll("details")) {
  details.addEventListener("toggle", stops);
}

// A form marked data-keeps keeps its own draft: soon after typing stops, and when the page is left.
// It posts what is typed with keep=itself; the answer is a sentence, or else nothing was kept.
const PAUSE = 4000;
const NOT_KEPT =
  "The draft could not be kept. Sign in again in another window, then press “Keep as draft” here.";

function keeps(form) {
  const said = form.querySelector("[data-kept]");
  let waiting;
  async function send() {
    clearTimeout(waiting);
    waiting = undefined;
    const body = new FormData(form);
    for (const input of form.querySelectorAll("input[type=file]")) {
      body.delete(input.name);
    }
    body.set("keep", "itself");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error", keepalive: true });
      const plain = answer.ok && answer.headers.get("Content-Type")?.startsWith("text/plain");
      said.textContent = plain ? await answer.text() : NOT_KEPT;
    } catch {
      said.textContent = NOT_KEPT;
    }
  }
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    waiting = undefined;
  });
  window.addEventListener("pagehide", () => waiting && send());
}

// In a list marked data-keys single keys act on the focused row: j and k move, others follow its links.
const TYPED_INTO = "input, textarea, select, [contenteditable]";

function keys(list) {
  const rows = [...list.querySelectorAll("[data-row]")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(TYPED_INTO)) {
      return;
    }
    const key = event.key.toLowerCase();
    const row = document.activeElement.closest("[data-row]");
    if (key === "j" || key === "k") {
      const next = rows[rows.indexOf(row) + (key === "j" ? 1 : -1)] ?? (row || rows[0]);
      next?.focus();
    } else if (row && (key !== "enter" || row === document.activeElement)) {
      row.querySelector(`[data-key="${CSS.escape(key)}"]`)?.click();
    }
  });
}

for (const list of document.querySelectorAll("[data-keys]")) {
  keys(list);
}

for (const form of document.querySelectorAll("form[data-keeps]")) {
  keeps(form);
}

start();
stops();
