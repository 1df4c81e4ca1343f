// What stands on a page, apart from what it says?

// The address with everything that tells one thing from another of its kind taken out.
export function kindOf(url) {
  const path = url.pathname
    .split("/")
    .map((part) => (/^[0-9a-f-]{32,36}$/.test(part) ? "{id}" : /^\d+(-\d+)*$/.test(part) ? "{n}" : part))
    .join("/");
  const names = [...url.searchParams.keys()].sort();
  return names.length > 0 ? `${path}?${names.join("&")}` : path;
}

// Every element that is there, by its name, class and kind of input: what a template drew for this page and may not
// have drawn for another.
export function shapeOf(html) {
  const parts = new Set();
  for (const [, tag, attributes] of html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>/g)) {
    const kept = ["class", "type", "id", "aria-current", "data-variant"].map((name) => {
      const value = attributes.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "";
      return value.replace(/[0-9a-f-]{8,}|\d+/g, "#");
    });
    parts.add([tag, ...kept].join("|"));
  }
  return parts;
}

// Where the page's links lead. What is downloaded is no page.
export function linksOf(html) {
  return [...html.matchAll(/<a\s[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\sdownload[\s=>]/.test(tag))
    .flatMap((tag) => tag.match(/\shref="([^"]*)"/)?.[1] ?? [])
    .map((href) => href.replace(/&(amp|#38);/g, "&").replace(/#.*$/, ""))
    .filter((href) => href !== "");
}

// Where the page's forms are sent.
export function actsOf(html) {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return [...main.matchAll(/<form\s[^>]*method="post"[^>]*>/g)].map(([tag]) => tag.match(/action="([^"]*)"/)?.[1] ?? "");
}
