// How do the three meetings go?

import { ASSESSMENTS, BUP, CHILD, HABILITATION, KARIN, LOTS, SOCIAL } from "./cast.mjs";

export async function initialMeeting(walk) {
  const karin = await walk.as(KARIN);
  const { keys } = karin;
  await karin.process(CHILD);
  await keys.follow("Led mötet");
  await karin.check("the room");
  const room = karin.page.url();
  await attendance(karin, { [CHILD]: "En del av mötet" });
  await chooseLots(walk, karin);
  for (const [name, unit, text] of ASSESSMENTS) await offer(walk, name, unit, "Bedömning", text);
  await writePlan(karin);
  await karin.page.goto(room);
  await childKnows(karin, "2026-09-29");
  await keys.follow("Avsluta mötet");
  await karin.check("what is missing");
  await bookNext(karin, "2026-11-24");
  await keys.tick("Ingen annan gör något");
  await keys.submit("Avsluta mötet");
  await karin.sees("Familjen talar först");
  await karin.check("the meeting cannot end before the family has spoken");
  await karin.page.goto(room);
  await keys.submit("Klart Familjens berättelse");
  await keys.follow("Avsluta mötet");
  await bookNext(karin, "2026-11-24");
  await keys.tick("Ingen annan gör något");
  await keys.submit("Avsluta mötet");
  await karin.check("the receipt of the meeting");
  await karin.sees("tis 6 oktober 2026");
}

export async function secondMeeting(walk) {
  const karin = await walk.as(KARIN);
  const { keys } = karin;
  await karin.process(CHILD);
  await keys.follow("Led mötet");
  const room = karin.page.url();
  await attendance(karin, {});
  await followUp(walk, karin, async () => {});
  await karin.page.goto(room);
  await childKnows(karin, "2026-11-24");
  await keys.submit("Klart Vad har hänt sedan sist?");
  await keys.follow("Avsluta mötet");
  await karin.check("what is missing the second time");
  await bookNext(karin, "2027-02-23");
  await keys.tick("Ingen annan gör något");
  await keys.submit("Avsluta mötet");
  await karin.check("the receipt of the second meeting");
}

export async function lastMeeting(walk) {
  const karin = await walk.as(KARIN);
  const { keys } = karin;
  await karin.process(CHILD);
  await keys.follow("Led mötet");
  const room = karin.page.url();
  await attendance(karin, {});
  await followUp(walk, karin, async () => {
    await keys.tick("Vi avslutar lotsprocessen");
    await keys.choose("Målen är nådda");
    await keys.type(/^Om det blir svårt igen/, "Säg till någon av oss. Då ses vi igen inom två veckor.");
    await keys.type(/^Vem ni kontaktar först/, "Karin Lindvall, 070-174 06 12");
  });
  await karin.page.goto(room);
  await childKnows(karin, "2027-02-23");
  await keys.submit("Klart Hur har det varit?");
  await keys.follow("Avsluta mötet");
  await karin.check("what is missing the last time");
  await keys.tick("Ingen annan gör något");
  await keys.submit("Avsluta mötet");
  await karin.check("the receipt of the last meeting");
}

// Everybody is written up, those named in `otherwise` in another way than the whole meeting.
async function attendance(chair, otherwise) {
  const { keys } = chair;
  await keys.follow(chair.page.getByRole("link", { name: "Närvarolistan" }).first());
  await keys.type("Sekreterare", "Karin Lindvall");
  for (const who of [CHILD, "Lisbet Rydberg", "Torsten Rydberg", "Elevhälsan i Hässleholm", BUP, HABILITATION, SOCIAL]) {
    await keys.choose(otherwise[who] ?? "Hela mötet", who);
  }
  await keys.submit("Listan är klar");
  await chair.check("the room when all are written up");
}

// Proposed in the room; the person says yes at their own keyboard, the mother at hers.
async function chooseLots(walk, chair) {
  await chair.keys.follow("Välj lots");
  await chair.check("the choice of Lots");
  await chair.keys.choose(/Cecilia Törn/);
  await chair.keys.submit("Föreslå som lots");
  const cecilia = await walk.as(LOTS);
  await cecilia.process(CHILD);
  await cecilia.keys.follow("Svara om vem som blir lots");
  await cecilia.keys.submit("Jag vill vara lots");
  const mother = await walk.as("Lisbet Rydberg");
  await mother.keys.follow("Alma");
  await mother.keys.follow("Säg om ni vill ha den här lotsen");
  await mother.check("who shall be our Lots");
  await mother.keys.submit(/^Ja, /);
  await mother.check("the receipt of a yes to the Lots");
}

// A unit writes a line of its own, and stands by it.
export async function offer(walk, name, unit, kind, text, start = "2026-10-01") {
  const person = await walk.as(name);
  const { keys } = person;
  await person.process(CHILD);
  await keys.follow("Er del av planen");
  await keys.follow("Skriv en ny rad");
  await person.check("a new line");
  await keys.choose(kind, "Vad är det?");
  await keys.type("Vad gör ni?", text);
  await keys.type("Ansvarig person eller funktion", name.split(",")[0]);
  await keys.date("Börjar", start);
  await keys.date("Beräknas sluta", "2027-01-29");
  await keys.choose("Inget beslut behövs", "Finns det ett beslut?");
  await keys.submit("Skriv in raden");
  await person.check("one's own lines");
  await keys.follow(kind, "Era rader");
  await keys.submit("Bekräfta raden");
  await person.check("the line that is stood by");
}

async function writePlan(chair) {
  const { keys } = chair;
  await chair.process(CHILD);
  await keys.follow("Planen");
  await keys.follow("Skriv ett behov");
  await keys.type("Behov", "Att känna sig trygg på vägen till skolan.");
  await keys.choose("Familjens bild");
  await keys.choose("Skola", "Vilken slags uppgift är det?");
  await keys.submit("Skriv in behovet");
  await keys.follow("Skriv ett mål");
  await keys.type("Mål", "Alma är i skolan tre dagar i veckan.");
  await keys.choose("Kort sikt");
  await keys.submit("Skriv in målet");
  await keys.choose(/habilitering/, "Verksamhet som håller ihop planen");
  await keys.submit("Anteckna");
  await chair.check("the plan as it is worked on");
  await keys.follow("Skriv i planens text", "Planens text");
  await keys.type(/^Vad är viktigt för mig/, "Jag vill kunna gå in i klassrummet utan att alla tittar.");
  await keys.type(/^Familjens berättelse/, "Alma har varit hemma sedan i mars. Mornarna är svårast.");
  await keys.type(/^Hur informerar vi/, "Lotsen ringer alla när något ändras.");
  await keys.type(/^Hur\?/, "Hemma, vid köksbordet.");
  await chair.check("the plan's own text");
  await keys.submit("Spara utkastet");
}

async function childKnows(chair, day) {
  const { keys } = chair;
  await keys.follow(chair.page.getByRole("link", { name: "Vem berättar för barnet" }).first());
  await keys.type("Vem berättar?", "Lisbet");
  await keys.date("När?", day);
  await keys.submit("Anteckna");
  await keys.follow(chair.page.getByRole("link", { name: "Vem berättar för barnet" }).first());
  await keys.submit("Barnet har fått veta");
}

// Each unit says how it has gone with its own; the chair writes what the family says.
async function followUp(walk, chair, decide) {
  for (const [name] of ASSESSMENTS) {
    const person = await walk.as(name);
    const { keys } = person;
    await person.process(CHILD);
    await keys.follow("Er del av planen");
    while ((await person.page.getByText("Ska följas upp på mötet").count()) > 0) {
      await keys.follow(person.page.locator(".row", { hasText: "Ska följas upp på mötet" }).first().getByRole("link"));
      await keys.type("Resultat", "Det har gått bra.");
      await keys.choose(/^fortsätter/i, "Hur blir det nu?");
      await keys.submit("Spara");
    }
    await person.check("lines that are followed up");
    if ((await person.page.getByRole("link", { name: "Skriv vad bedömningen visade" }).count()) === 0) continue;
    await keys.follow("Skriv vad bedömningen visade");
    await keys.choose(/^klar/i, "Läge");
    await keys.type("Det här kom vi fram till", "Alma orkar mer när dagen börjar senare.");
    await keys.submit("Spara");
  }
  const { keys } = chair;
  await keys.follow(chair.page.getByRole("link", { name: "Uppföljningen" }).first());
  await chair.check("the follow-up");
  await keys.submit(/^En bit på väg/i);
  await keys.type("Familjen berättar", "Alma har varit i skolan två dagar i veckan.");
  await decide(keys);
  await keys.submit("Spara");
}

async function bookNext(chair, day) {
  const { keys } = chair;
  for (const unit of [SOCIAL, HABILITATION, BUP]) await keys.tick(unit, "Vilka kallas till det här mötet?");
  await keys.date("Dag", day);
  await keys.time("Börjar", "13.00");
  await keys.time("Slutar", "14.30");
  await keys.type("Plats", "Biblioteket, grupprum 2");
  await keys.pick("Mötesledare", "Karin Lindvall");
  await keys.tick("Tid och plats passar barnet och familjen");
}
