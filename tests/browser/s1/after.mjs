// How does the plan go out, what changes between the meetings, and how does it end?

import { ASSESSMENTS, BUP, CHILD, KARIN, LOTS } from "./cast.mjs";
import { offer } from "./meetings.mjs";

// The guardians say what they think; the Lots reads the copies and gives everyone theirs.
export async function release(walk) {
  for (const name of ["Lisbet Rydberg", "Torsten Rydberg"]) {
    const guardian = await walk.as(name);
    await guardian.keys.follow("Alma");
    await guardian.keys.follow("Läs planen och säg vad du tycker");
    await guardian.check("the plan to answer");
    await guardian.keys.choose(/^(Ja|Jag håller|Den stämmer)/, "Stämmer den?");
    await guardian.keys.submit("Skicka mitt svar");
    await guardian.check("the receipt of an answer");
  }
  const cecilia = await walk.as(LOTS);
  await cecilia.process(CHILD);
  await cecilia.keys.follow("Lämna ut planen");
  await cecilia.keys.follow(`Läs kopian till ${BUP}`);
  await cecilia.check("the copy before it is given");
  await cecilia.keys.submit("Lämna ut planen");
  await cecilia.check("the receipt of the release");
}

// BUP begins before the next meeting; the Lots tells everyone, and the father has read it.
export async function change(walk) {
  await offer(walk, "David Moberg", BUP, "Stöd till vårdnadshavare", "Samtal med er två om mornarna.", "2026-10-20");
  const david = await walk.as("David Moberg");
  await david.keys.follow("Stöd till vårdnadshavare", "Era rader");
  await david.keys.choose("Påbörjad", "Nytt läge");
  await david.keys.submit("Ändra läget");
  await david.check("a line that is begun");
  const cecilia = await walk.as(LOTS);
  await cecilia.process(CHILD);
  await cecilia.keys.follow("Ändringar");
  await cecilia.keys.type("Vad har ändrats?", "BUP har börjat med samtal med föräldrarna.");
  await cecilia.keys.submit("Berätta för alla");
  await cecilia.check("the receipt of a change");
  const father = await walk.as("Torsten Rydberg");
  await father.keys.follow("Alma");
  await father.keys.follow("Läs om något som har ändrats");
  await father.keys.submit(/läst/);
  await father.check("the receipt of having read");
}

// The plan goes out, the family agrees, everybody has the way back, and only then it can be closed.
export async function closing(walk) {
  await release(walk);
  const mother = await walk.as("Lisbet Rydberg");
  await mother.page.goto("/");
  await mother.keys.follow("Alma");
  await mother.keys.follow("Säg om du håller med om att sluta");
  await mother.check("does the family agree to close");
  await mother.keys.submit("Ja, jag håller med");
  for (const [name] of [...ASSESSMENTS, [KARIN]]) await file(walk, name);
  const cecilia = await walk.as(LOTS);
  const { keys } = cecilia;
  await cecilia.process(CHILD);
  await keys.follow("Avslut");
  await cecilia.check("what remains before closing");
  await keys.submit("Avsluta lotsprocessen");
  await cecilia.check("closing before the way back is given");
  await keys.submit("Spara vägen tillbaka");
  await keys.follow("Till avslutet");
  for (let left = 12; left > 0 && (await cecilia.page.getByRole("button", { name: /^Lämna till/ }).count()) > 0; left -= 1) {
    await keys.submit(cecilia.page.getByRole("button", { name: /^Lämna till/ }).first());
    await keys.follow("Till avslutet");
  }
  await keys.submit("Bjud in familjen att berätta");
  await keys.follow("Till avslutet");
  await keys.submit("Avsluta lotsprocessen");
  await cecilia.sees("Lotsprocessen är avslutad");
  await cecilia.check("the receipt of the closing");
  await mother.page.goto("/");
  await mother.keys.follow("Alma");
  await mother.check("the family's page when it is over");
}

async function file(walk, name) {
  const person = await walk.as(name);
  await person.process(CHILD);
  await person.keys.follow("Utlämnade kopior");
  for (let left = 4; left > 0; left -= 1) {
    const copy = person.page.locator(".row", { hasText: "Ska läggas i er journal" }).first().getByRole("link");
    if ((await copy.count()) === 0) break;
    await person.keys.follow(copy);
    await person.keys.submit("Bekräfta att kopian ligger i journalen");
    await person.keys.follow("Till era kopior");
  }
}
