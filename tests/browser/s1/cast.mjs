// Who is in worked scenario S1, and what do they bring?

export const CHILD = "Alma Rydberg";
export const KARIN = "Karin Lindvall, kurator";
export const LOTS = "Cecilia Törn, kurator";
export const SOCIAL = "Barn och unga i Hässleholm";
export const HABILITATION = "Barn- och ungdomshabiliteringen i Hässleholm";
export const BUP = "BUP Hässleholm";

export const PROPOSED = [
  [SOCIAL, "Vilket stöd kan familjen få hemma?"],
  [HABILITATION, "Hur kan skoldagen bli möjlig?"],
  [BUP, "Vad kan hjälpa mot oron?"],
  ["Barn- och ungdomsmedicin", "Behövs en ny bedömning?"],
];

export const MAY_KNOW = [
  ["Elevhälsan i Hässleholm", ["Skola"]],
  [SOCIAL, ["Skola", "Familjen", "Hur det är hemma och på fritiden"]],
  [HABILITATION, ["Hälsa", "Skola"]],
  [BUP, ["Hälsa", "Skola"]],
];

export const ASSESSMENTS = [
  ["Samira Haddad", SOCIAL, "Vi ser tillsammans med er vilket stöd som kan finnas hemma."],
  [LOTS, HABILITATION, "Vi ser hur skoldagen kan bli lättare."],
  ["David Moberg", BUP, "Vi träffar Alma och lyssnar på vad oron handlar om."],
];
