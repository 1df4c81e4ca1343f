// Can something be asked without telling about whom, looked through and answered, by keyboard alone and without script?

export default {
  name: "a question without a name is written, looked through and taken up",
  async run(ctx) {
    const page = await ctx.noJs.signIn("Ali Rezai");
    const keys = ctx.keyboard(page);
    await page.goto("/samba/deidentified");
    await ctx.check(page, "the writer's questions");
    await keys.follow("Skriv en avidentifierad fråga");
    await ctx.check(page, "the empty form");
    await keys.type("Vad det handlar om", "Bara Tyra har kontakt. Född 2009-05-14.");
    await keys.submit("Granska och lämna in");
    await ctx.check(page, "words that have to go, and what is missing");
    await keys.choose("Någon som ska samtycka har sagt nej");
    await keys.choose("16–17 år");
    await keys.tick("barn- och ungdomspsykiatri");
    await keys.choose("två");
    await keys.choose("ungefär ett år");
    await keys.choose("ja");
    await keys.choose("Det är prövat, men blev ingen plan");
    await keys.tick("Väntetid");
    await keys.type("Vad det handlar om", "Bara Tyra har kontakt.");
    await keys.type("Det som har prövats, i stora drag", "Samtal och hembesök.");
    await keys.type("Frågor", "Vem kan samordna stödet?");
    await keys.type("Barnets syn på frågan", "Vill ha hjälp.");
    await keys.type("Familjens syn på frågan", "Orkar inte längre.");
    await keys.submit("Granska och lämna in");
    await ctx.check(page, "words that a human looks at");
    await keys.type("Vad det handlar om", "Bara en person har kontakt.");
    await keys.submit("Granska och lämna in");
    await ctx.check(page, "the receipt of a question");
    await keys.follow("Till frågan");
    await ctx.check(page, "the question, as its writer reads it");

    const coordinator = await ctx.noJs.signIn("Ingela Rosvall");
    const hers = ctx.keyboard(coordinator);
    await coordinator.goto(page.url());
    await hers.follow("Granska och godkänn");
    await ctx.check(coordinator, "the list of what is looked for");
    await hers.submit("Godkänn");
    await ctx.check(coordinator, "nothing ticked");
    for (const box of [
      "Inga namn och inga initialer",
      "Inga orter, adresser, skolor eller kliniker",
      "Inga datum, inga exakta åldrar",
      "Inget om syskon, ursprung eller arbete som kan kännas igen",
      "Ingen ovanlig diagnos och ingen ovanlig händelse",
      "Inga egna ord från barnet eller familjen",
      "Det hela kan gälla många barn",
    ]) {
      await hers.tick(box);
    }
    await hers.submit("Godkänn");
    await hers.follow("Till frågan");
    await hers.follow("Sätt upp på en dagordning");
    await ctx.check(coordinator, "the meetings ahead");
    await hers.submit("Sätt upp");
    await ctx.check(coordinator, "no meeting chosen");
  },
};
