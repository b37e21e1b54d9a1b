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

start();
stops();
