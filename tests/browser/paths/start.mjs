// Is the program quick to start and small?

// The goal is one second. A first start also fills the demo world, and the machine may be busy with other things.
const START_SECONDS_MAX = 3;
const MEGABYTES_MAX = 100;

export default {
  name: "the demo answers soon and stays small",
  async run(ctx) {
    if (ctx.farled.seconds > START_SECONDS_MAX) throw new Error(`it answered after ${ctx.farled.seconds.toFixed(2)} s`);
    const page = await ctx.page();
    await page.goto("/");
    await ctx.check(page, "the first page");
    const megabytes = await ctx.farled.megabytes();
    if (megabytes > MEGABYTES_MAX) throw new Error(`it uses ${megabytes.toFixed(0)} MB`);
  },
};
