// Can the Samba coordinator let a body meet by keyboard alone and without script, and can its members read of it?

export default {
  name: "a body meets, from its day in the calendar to its minutes",
  async run(ctx) {
    const page = await ctx.noJs.signIn("Ingela Rosvall");
    const keys = ctx.keyboard(page);
    await ctx.check(page, "the calendar of the bodies");
    await keys.follow("Ändra takten Samarbetsrådet");
    await ctx.check(page, "the cadence");
    await keys.submit("Byt takt");
    await ctx.check(page, "the cadence, sent empty");
    await page.goto("/bodies");
    await keys.follow("Planera ett extra möte Samba");
    await ctx.check(page, "a meeting beyond the fixed days");
    await keys.date("Dag", "2026-09-12");
    await keys.time("Klockslag", "13.00");
    await keys.type("Plats", "Rådhuset");
    await keys.submit("Lägg in mötet");
    await page.getByText("Dagen är inte en arbetsdag").waitFor();
    await ctx.check(page, "no working day");
    await keys.date("Dag", "2026-09-01");
    await keys.submit("Lägg in mötet");
    await page.getByRole("heading", { name: "Samba tis 1 september 2026" }).waitFor();
    await ctx.check(page, "a planned meeting");
    await keys.submit("Kalla till mötet");
    await ctx.check(page, "a convened meeting");
    await keys.follow("Byt dag eller plats");
    await ctx.check(page, "another day");
    await page.goBack();
    await keys.follow("Ställ in mötet");
    await ctx.check(page, "calling it off");
    await page.goBack();
    await keys.follow("Anteckna närvaro");
    await keys.tick("Staffan Lindeberg");
    await keys.tick("Lovisa Ahlmark");
    await ctx.check(page, "who is here");
    await keys.submit("Spara närvaron");
    await keys.submit("Markera som klart: Presentationsrunda");
    await keys.choose("Lovisa Ahlmark");
    await ctx.check(page, "the secretary is elected");
    await keys.submit("Utse sekreterare");
    await keys.follow("Skriv Mötets syfte");
    await keys.type("Text", "Varför vi möts");
    await ctx.check(page, "writing");
    await keys.submit("Spara");
    await keys.submit("Gör protokollet klart");
    await page.getByText("Först kommer: Mötets syfte").waitFor();
    await ctx.check(page, "not in order");
    const member = await ctx.noJs.signIn("Dragana Petrovic");
    await ctx.check(member, "the meetings of a member");
    await member.getByRole("link", { name: /2026$/ }).last().click();
    await ctx.check(member, "minutes that were corrected");
  },
};
