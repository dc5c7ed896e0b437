// What the pages ask of the server, and what they have it change.

/** What the server refused, with the column of a filter's mistake where there is one. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
    const column = /^filter, column (\d+)/.exec(message);
    this.column = column ? Number(column[1]) : null;
  }
}

const token = document.querySelector('meta[name="epochal-token"]')?.content ?? "";

async function answer(response) {
  const type = response.headers.get("Content-Type") ?? "";
  const body = type.startsWith("application/json") ? await response.json() : await response.text();
  if (!response.ok) throw new Refusal(response.status, body.error ?? `${response.status} ${body}`);
  return body;
}

/** An address with the parameters that are not empty. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const text = Array.isArray(value) ? value.join(",") : String(value ?? "");
    if (text !== "") query.set(name, text);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/**
 * Puts parameters into the page's address, where empty ones are left out, and lets the others be.
 *
 * @param goes whether the browser's back button comes back from here
 */
export function keepInAddress(parameters, goes = false) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parameters)) {
    if (String(value ?? "") === "") query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  const place = location.pathname + (text ? `?${text}` : "") + location.hash;
  if (goes) history.pushState(null, "", place);
  else history.replaceState(null, "", place);
}

export async function get(path, parameters, signal) {
  return answer(
    await fetch(address(path, parameters), { headers: { Accept: "application/json" }, signal }),
  );
}

export async function post(path, body) {
  return answer(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Epochal-Token": token },
      body: JSON.stringify(body),
    }),
  );
}

/**
 * Does something again and again, first at once, while the page is looked at.
 * The work returns false when it need not be done any more.
 */
export function repeat(milliseconds, work) {
  let timer = null;
  let ended = false;
  async function round() {
    timer = null;
    if (ended) return;
    if (document.hidden) return; // goes on when the page is looked at again
    try {
      if ((await work()) === false) ended = true;
    } catch (problem) {
      if (!(problem instanceof Refusal) && !(problem instanceof TypeError)) throw problem;
    }
    if (!ended) timer = setTimeout(round, milliseconds);
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && timer === null && !ended) round();
  });
  round();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
