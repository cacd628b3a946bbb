// What must never happen in any journey, watched in all of them.

/**
 * Watches everything that a context does, and returns the list that it writes to: console
 * errors and warnings, uncaught errors, broken content policy, requests that leave the page's
 * origin, and requests that fail.
 */
export async function watch(context, origin) {
  const seen = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => seen.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => {
    const url = request.url();
    const stays = url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
    if (!stays) seen.push(`request to another origin: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) seen.push(`${response.status()}: ${response.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return seen;
}
