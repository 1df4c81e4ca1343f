// Can a whole process be walked by people who have no mouse and no script? (Worked scenario S1.)

import { change, closing, release } from "../s1/after.mjs";
import { booking, bupReceives, familyAnswers, habilitationReceives, opening, preMeeting, summons } from "../s1/before.mjs";
import { initialMeeting, lastMeeting, secondMeeting } from "../s1/meetings.mjs";
import { Walk } from "../walk.mjs";

// What is done on which day; each begins with everybody signing in.
const DAYS = [
  ["2026-08-31", opening],
  ["2026-09-01", familyAnswers],
  ["2026-09-02", preMeeting],
  ["2026-09-03", summons],
  ["2026-09-04", habilitationReceives],
  ["2026-09-07", bupReceives],
  ["2026-09-08", booking],
  ["2026-09-29", initialMeeting],
  ["2026-10-05", release],
  ["2026-10-20", change],
  ["2026-11-24", secondMeeting],
  ["2026-12-01", release],
  ["2027-02-23", lastMeeting],
  ["2027-03-02", closing],
];

export default {
  name: "a process from opening to closing, by keyboard and without script",
  today: DAYS[0][0],
  // Three on a machine of its own; a machine that is busy with other things is not the paths' fault.
  minutes: 20,
  async run(ctx) {
    const walk = new Walk(ctx);
    for (const [day, act] of DAYS) {
      await walk.day(day);
      await act(walk);
    }
  },
};
