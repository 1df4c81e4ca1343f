// Can a case beyond Lots be described and consented to, by keyboard alone and without script?

export default {
  name: "the caseworker describes a case and asks, and the family says yes and takes it back",
  async run(ctx) {
    const page = await ctx.noJs.signIn("Ali Rezai");
    const keys = ctx.keyboard(page);
    await page.goto("/work");
    await keys.follow("Skriv ärendebeskrivningen");
    await ctx.check(page, "the case description");
    await keys.submit("Lås beskrivningen");
    await ctx.check(page, "the description, sent empty");
    await keys.type("Det som har prövats", "Skolan har ringt hem varje morgon.");
    await keys.type("Barnets egna ord", "Jag vill åka med mina kompisar.");
    await keys.type("Vårdnadshavarnas egna ord", "Vi vill veta vem vi ska ringa.");
    await keys.submit("Lås beskrivningen");
    await keys.follow("Fråga familjen om samtycke");
    await ctx.check(page, "who is to be asked about");
    await keys.submit("Visa texten");
    await ctx.check(page, "nobody chosen");
    await keys.tick("Samarbetsrådet");
    await keys.tick("Arbete- och välfärdsförvaltningen");
    await keys.tick("Omsorgsförvaltningen");
    await keys.submit("Visa texten");
    await ctx.check(page, "the text before it is locked");
    await keys.submit("Lås texten och fråga");
    await keys.follow("Frågan hos Samba");
    await ctx.check(page, "how far the case has come");
    await keys.follow("Skriv in svaret från Ulla Broman");
    await ctx.check(page, "an answer on paper");

    const mother = await ctx.noJs.signIn("Ulla Broman");
    const hers = ctx.keyboard(mother);
    await hers.follow("Läs en fråga om Samba och säg ja eller nej");
    await ctx.check(mother, "what the family is asked");
    await hers.submit("Ja, de får veta");
    await ctx.check(mother, "the receipt of a yes");
    await hers.follow("Läs om Samba igen");
    await ctx.check(mother, "a yes that can be taken back");
    await hers.choose("Omsorgsförvaltningen ska inte få veta mer");
    await hers.submit("Ta tillbaka mitt ja");
    await ctx.check(mother, "the receipt of what was taken back");

    const agreed = await ctx.noJs.signIn("Rut Isaksson");
    const theirs = ctx.keyboard(agreed);
    await theirs.follow("Juni");
    await theirs.follow("Hjälp från fler: Samba");
    await ctx.check(agreed, "what is agreed, without what it costs");
    await agreed.goto("/family");

    await page.goto("/processes");
    await keys.follow("Otto Lilja");
    await keys.follow("Frågan hos Samba");
    await ctx.check(page, "an answer that has come back");
    await keys.follow("Uppföljningen");
    await ctx.check(page, "following it up");
  },
};
