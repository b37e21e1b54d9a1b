// Keeps a section of a return as a draft, soon after typing stops and when the page is left.
// Progressive only: Save does the same. The answer names the versions that are held now.
const PAUSE = 4000;
const NOT_KEPT =
  "The draft could not be kept. Sign in again in another window, then press Save here.";
const said = document.querySelector("[data-saved]");
const form = said?.closest("form");
let waiting;

async function send() {
  clearTimeout(waiting);
  waiting = undefined;
  const body = new FormData(form);
  for (const input of form.querySelectorAll("input[type=file]")) {
    body.delete(input.name);
  }
  body.set("draft", "1");
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "error", keepalive: true });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    const told = await answer.json();
    for (const [key, version] of Object.entries(told.seen ?? {})) {
      const held = form.elements.namedItem(`${key}.seen`);
      if (held && !told.held?.includes(key)) {
        held.value = version;
      }
    }
    said.textContent = told.said;
  } catch {
    said.textContent = NOT_KEPT;
  }
}

if (form) {
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
