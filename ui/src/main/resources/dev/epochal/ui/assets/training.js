// The way to DL4J's training UI: started with the token, which no link from elsewhere brings.
import { post } from "./api.js";
import { byId } from "./dom.js";

/** Starts it unless it runs, and goes to its page of the run, which waits for it where needed. */
async function start(run, failed) {
  try {
    await post("/training", { run });
    location.assign(`/runs/${run}/training`);
  } catch (problem) {
    failed(problem.message);
  }
}

/** Lets the button or the link start it; where that fails, the reason is told. */
export function startsTraining(element, run, failed) {
  element.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own asks there
    event.preventDefault();
    start(run, failed);
  });
}

for (const button of document.querySelectorAll(".start-training")) {
  startsTraining(button, button.dataset.run, (message) => {
    const problem = byId("training-problem");
    problem.textContent = message;
    problem.hidden = false;
  });
}
