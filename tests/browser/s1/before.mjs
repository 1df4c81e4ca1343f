// How does a process come from its opening to a booked meeting?

import { BUP, CHILD, HABILITATION, KARIN, LOTS, MAY_KNOW, PROPOSED, SOCIAL } from "./cast.mjs";

// Monday: opened with the family at the table; four units are proposed.
export async function opening(walk) {
  const karin = await walk.as(KARIN);
  const { keys } = karin;
  await keys.follow("Starta en lotsprocess");
  await keys.choose("Nej", "Är någon i fara nu?");
  await keys.choose("Nej", "Kan barnet ta stor skada av att en vårdnadshavare får veta?");
  await keys.submit("Gå vidare");
  await karin.check("the child and the family");
  await keys.type("För- och efternamn", CHILD, "Barnet");
  await keys.type("Personnummer eller samordningsnummer", "20130512-2382", "Barnet");
  for (const [number, name] of [[1, "Lisbet Rydberg"], [2, "Torsten Rydberg"]]) {
    await keys.type(/^För- och efternamn/, name, new RegExp(`^Vuxen ${number}`));
    await keys.tick("Är vårdnadshavare enligt lag", new RegExp(`^Vuxen ${number}`));
  }
  await keys.choose("Gemensam vårdnad");
  await keys.type("Hur har du kontrollerat det?", "Utdrag ur folkbokföringen");
  await keys.date("Vilken dag kontrollerade du det?", "2026-08-31");
  await keys.choose("Nej", "Är barnet placerat enligt LVU?");
  await keys.tick("Familjen har fått veta hur Lotsmodellen fungerar och vill börja planera");
  await keys.submit("Starta processen");
  await karin.check("the receipt of the opening");
  await keys.follow("Föreslå verksamheter som kan hjälpa till");
  for (const [unit, question] of PROPOSED) {
    await keys.pick("Verksamhet", unit);
    await keys.type("Varför den verksamheten, och vilken fråga har ni till den?", question);
    await keys.submit("Föreslå verksamheten");
    await keys.follow("Föreslå en till");
  }
  await karin.check("the circle");
}

// The family answers from their own page: yes to three, no to paediatrics.
export async function familyAnswers(walk) {
  const mother = await walk.as("Lisbet Rydberg");
  await mother.keys.follow("Alma");
  await mother.check("the family's process");
  await mother.keys.follow("Vilka ska bjudas in?");
  await mother.check("whom to call");
  for (const [unit] of PROPOSED.slice(0, 3)) {
    await mother.keys.submit(/^Ja/, new RegExp(unit));
    await mother.check("the receipt of a yes");
    await mother.keys.follow("Svara om nästa");
  }
  await mother.keys.submit(/^Nej/, /medicin/);
}

// Wednesday: what they planned together.
export async function preMeeting(walk) {
  const karin = await walk.as(KARIN);
  await karin.process(CHILD);
  await karin.keys.follow("Förmötet");
  await karin.check("the pre-meeting");
  const { keys } = karin;
  await keys.date("Vilken dag hade ni förmötet?", "2026-09-02");
  await keys.type(/^Kort bakgrund/, "Alma har varit hemma från skolan sedan i mars.");
  await keys.type("Syfte med lotsmötet", "Att Alma ska orka gå till skolan igen.");
  await keys.type("Mål ni vill nå", "Alma är i skolan tre dagar i veckan.\nAlla vet vem som gör vad.");
  for (const name of [CHILD, "Lisbet Rydberg", "Torsten Rydberg"]) await keys.tick(name, /formulerat syfte och mål/);
  await keys.type("Det här vill vi inte ta upp på mötet", "Inget.");
  await keys.choose("Vara med en del av mötet");
  await keys.type(/^Vad behöver barnet/, "Alma är med den första halvtimmen. Hon har skrivit tre meningar som läses upp.");
  await keys.type("Behöver någon tolk? Vilket språk?", "Nej");
  await keys.type("Var och när passar det familjen?", "På eftermiddagen, på biblioteket.");
  await keys.submit("Skriv in förmötet");
  await karin.check("the receipt of the pre-meeting");
}

// Thursday: the summons is written and locked, signed by both guardians, and sent.
export async function summons(walk) {
  const karin = await walk.as(KARIN);
  await karin.process(CHILD);
  await karin.keys.follow(/^(Skriv|Lås|Fyll).*kallelsen/i);
  await karin.check("the draft of the summons");
  const { keys } = karin;
  const toldToTheChild = "Vi ses för att du ska få det bättre i skolan, Alma. Du bestämmer vad du vill berätta.";
  await keys.type("Det här står i kallelsen, berättat för barnet", toldToTheChild);
  for (const [unit, kinds] of MAY_KNOW) for (const kind of kinds) await keys.tick(kind, unit);
  await keys.type("Samtycket gäller inte", "Uppgifter om mammas hälsa.");
  for (const told of [/Vad samtycket betyder/, /frivilligt/, /tillbaka när som helst/, /Hur man tar/, /kopior/]) {
    await keys.tick(told, /gått igenom tillsammans/);
  }
  await keys.submit("Visa det som ska skrivas under");
  await karin.check("what will be signed");
  await keys.submit("Lås kallelsen");
  await karin.check("the receipt of the locked summons");
  for (const name of ["Lisbet Rydberg", "Torsten Rydberg"]) {
    const guardian = await walk.as(name);
    await guardian.keys.follow("Alma");
    await guardian.keys.follow("Läs kallelsen och säg om du vill skriva under");
    await guardian.check("what I am asked to sign");
    await guardian.keys.submit("Jag skriver under");
    await guardian.check("the receipt of a signature");
  }
  await karin.process(CHILD);
  await keys.follow("Underskrifter");
  await karin.check("the signatures");
  await keys.follow("Skicka");
  await karin.check("the dispatch");
  await karin.doesNotSee("Barn- och ungdomsmedicin");
  await keys.choose("Skicka till funktionsbrevlådan", SOCIAL);
  for (const unit of [HABILITATION, BUP]) await keys.choose("Lämna på papper", unit);
  await keys.submit("Skicka kallelsen");
  await karin.check("the receipt of the dispatch");
  await takeOn(walk, "Samira Haddad");
}

// Friday and Monday: the two paper copies have come to where they were going.
export async function habilitationReceives(walk) {
  await registerReceipt(walk, HABILITATION, "2026-09-04");
  await takeOn(walk, LOTS);
}

export async function bupReceives(walk) {
  await registerReceipt(walk, BUP, "2026-09-07");
  await takeOn(walk, "David Moberg");
}

// The fifteen working days of the last who received it end on Monday the 28th: Friday is refused, Tuesday is booked.
export async function booking(walk) {
  const karin = await walk.as(KARIN);
  const { keys } = karin;
  await karin.process(CHILD);
  await keys.follow("Boka nästa möte");
  await karin.sees("mån 28 september 2026");
  await karin.check("the booking");
  const units = "Vilka kallas till det här mötet?";
  for (const unit of [SOCIAL, HABILITATION, BUP]) await keys.tick(unit, units);
  await keys.date("Dag", "2026-09-25");
  await keys.time("Börjar", "13.00");
  await keys.time("Slutar", "14.30");
  await keys.type("Plats", "Biblioteket, grupprum 2");
  await keys.pick("Mötesledare", "Karin Lindvall");
  await keys.tick("Tid och plats passar barnet och familjen");
  await keys.submit("Boka mötet");
  await karin.sees("mån 28 september 2026");
  await karin.check("the booking that is refused");
  await keys.date("Dag", "2026-09-29");
  await keys.submit("Boka mötet");
  await karin.check("the receipt of the booking");
}

async function registerReceipt(walk, unit, day) {
  const karin = await walk.as(KARIN);
  await karin.process(CHILD);
  await karin.keys.follow("Mottagande och svar");
  await karin.keys.follow(`Skriv in när ${unit} tog emot den`);
  await karin.check("the receipt to register");
  await karin.keys.date("Dag då kallelsen togs emot", day);
  await karin.keys.choose("Stämplad av verksamheten");
  await karin.keys.submit("Skriv in dagen");
  await karin.check("the receipt that is registered");
}

// Whoever looks after the inbox takes part, and says so.
async function takeOn(walk, name) {
  const person = await walk.as(name);
  const { keys } = person;
  await keys.follow("Inkommet");
  await keys.follow(CHILD);
  await person.check("a summons in the inbox");
  await keys.choose(new RegExp(name.split(",")[0]), "Vem hos er deltar?");
  await keys.submit("Välj");
  await keys.follow("Till kallelsen");
  await keys.choose("Vi kommer");
  await keys.submit("Skicka svaret");
  await person.check("the receipt of a reply");
}
