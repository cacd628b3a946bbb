// What must never happen in any journey, watched in all of them.

/**
 * Chromium says this of every preload link of wasm that carries an integrity. `boot.js` takes the
 * integrity from the link and gives it to the fetch, which does honour it.
 */
const KNOWN = [/^console warning: The `integrity` attribute is currently ignored for preload/];

/**
 * Watches everything that a context does, and returns the list that it writes to: console
 * errors and warnings, uncaught errors, broken content policy, requests that leave the page's
 * origin, and requests that fail.
 */
export async function watch(context, origin) {
  const seen = [];
  const say = (line) => KNOWN.some((known) => known.test(line)) || seen.push(line);
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      say(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => say(`uncaught: ${error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    const stays = url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
    if (!stays) say(`request to another origin: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) say(`${response.status()}: ${response.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return seen;
}
