// What the pages ask of the server, and what they have it change.
import { fresh, stale } from "./dom.js";

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

/** A server that cannot be reached refuses too, as far as a page is concerned: with status 0. */
async function reached(path, options) {
  try {
    return await fetch(path, options);
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem; // given up by the page itself
    throw new Refusal(0, "the server does not answer: is ./run ui still running?");
  }
}

export async function get(path, parameters, signal) {
  return answer(await reached(address(path, parameters), { headers: { Accept: "application/json" }, signal }));
}

export async function post(path, body) {
  return answer(
    await reached(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Epochal-Token": token },
      body: JSON.stringify(body),
    }),
  );
}

/**
 * Does something again and again, first at once, while the page is looked at. The work returns false when it need not
 * be done any more. As long as the server refuses it, the page says since when it is not up to date.
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
      fresh();
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      stale(problem.message);
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
