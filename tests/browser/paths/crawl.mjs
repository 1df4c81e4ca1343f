// Can everybody use every page that somebody can come to?

const PAGES_MAX = 120;
// Pages of one kind look the same but for what stands on them, whoever looks: a few of each are enough, but of
// the pages whose whole shape depends on how far a process has come, more.
const OF_ONE_KIND_MAX = 2;
const OF_PROCESS_MAX = 12;

export default {
  name: "every page a persona can come to by links",
  // Not yet in the full run: it has not been seen to end in time over all pages.
  whenNamed: true,
  minutes: 30,
  async run(ctx) {
    const faults = [];
    const answered = new Map();
    const kinds = new Map();
    for (const persona of await ctx.personas()) {
      const links = await crawl(ctx, persona, kinds, faults);
      answered.set(persona, links);
    }
    for (const [persona, links] of answered) {
      if (links < 2) faults.push(`${persona} finds ${links} links only`);
    }
    if (faults.length > 0) throw new Error(faults.join("\n"));
  },
};

async function crawl(ctx, persona, kinds, faults) {
  const page = await ctx.signIn(persona);
  const seen = new Set();
  const waiting = [page.url()];
  let pages = 0;
  while (waiting.length > 0 && pages < PAGES_MAX) {
    const address = waiting.shift();
    const known = kinds.get(kind(address)) ?? 0;
    const enough = known >= most(kind(address));
    // Everybody comes to the page they begin at, also when pages of its kind have been checked enough.
    if (enough && pages > 0) continue;
    kinds.set(kind(address), known + 1);
    pages += 1;
    try {
      for (const link of await look(ctx, page, persona, address, !enough)) {
        if (!seen.has(link)) waiting.push(link);
        seen.add(link);
      }
    } catch (error) {
      faults.push(`${persona}: ${error.message}`);
    }
  }
  await page.context().close();
  return seen.size;
}

// Opens one page, checks it unless pages of its kind have been checked enough, and returns the addresses it links to
// on our own server.
async function look(ctx, page, persona, address, checks) {
  const response = await page.goto(address);
  if (!response.ok()) throw new Error(`${address} answers ${response.status()}`);
  if (checks) await ctx.check(page, `${persona} ${new URL(address).pathname}`);
  const links = await page.locator("a[href]:not([download])").evaluateAll((all) => all.map((link) => link.href));
  return links
    .map((link) => link.split("#")[0])
    .filter((link) => link.startsWith(`${ctx.address}/`) && !link.startsWith(`${ctx.address}/assets/`));
}

// The address with everything that tells one thing from another of its kind taken out.
function kind(address) {
  const url = new URL(address);
  const path = url.pathname
    .split("/")
    .map((part) => (/^[0-9a-f-]{32,36}$/.test(part) ? "{id}" : /^\d+(-\d+)*$/.test(part) ? "{n}" : part))
    .join("/");
  return `${path}?${[...url.searchParams.keys()].sort().join("&")}`;
}

function most(kind) {
  return /^\/[a-z-]+\/\{id\}\?$/.test(kind) ? OF_PROCESS_MAX : OF_ONE_KIND_MAX;
}
