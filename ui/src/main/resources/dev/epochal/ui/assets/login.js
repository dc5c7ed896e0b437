// Shows the token; one in the address's fragment, which no server is sent, is shown at once.
import { post } from "./api.js";
import { byId } from "./dom.js";

async function login(token) {
  try {
    await post("/login", { token });
    location.replace("/");
  } catch (problem) {
    byId("problem").textContent = problem.message;
  }
}

byId("login").addEventListener("submit", (event) => {
  event.preventDefault();
  login(byId("token").value.trim());
});
if (location.hash.length > 1) {
  const token = location.hash.slice(1);
  history.replaceState(null, "", "/login");
  login(token);
}
