// What makes the pages nicer where there is script; every page works without it.

// What went wrong is read first: the summary of faults, or the rule that said no, takes the focus.
const first = document.getElementById("fault-summary") ?? document.getElementById("refusal");
if (first?.classList.contains("fault-summary") || document.querySelector("form #refusal, main > #refusal")) {
  first.focus();
}

// A form is sent once, however often the button is pressed.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
}
// Coming back with the back button, the form can be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});
