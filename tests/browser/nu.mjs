// Is the HTML of every page seen valid?

import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const JAR = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");

// Runs the Nu HTML checker once over all kept pages. Throws with its errors; returns how many pages it read.
export async function checkHtml(output) {
  const folder = join(output, "html");
  const pages = existsSync(folder) ? readdirSync(folder).length : 0;
  if (pages === 0) throw new Error("no page was kept for the Nu HTML checker");
  const report = await new Promise((resolve, reject) => {
    const options = { maxBuffer: 256 * 1024 * 1024 };
    execFile("java", ["-jar", JAR, "--format", "json", "--errors-only", folder], options, (error, _out, err) => {
      if (error && !err.trimStart().startsWith("{")) reject(new Error(`the Nu HTML checker did not run: ${error.message}\n${err}`));
      else resolve(err);
    });
  });
  const messages = report.trim() === "" ? [] : JSON.parse(report).messages;
  const errors = messages.filter((message) => message.type === "error" || message.type === "non-document-error");
  if (errors.length === 0) return pages;
  const lines = errors.slice(0, 60).map((error) => {
    const file = error.url ? basename(new URL(error.url).pathname) : "?";
    return `  - ${file}:${error.lastLine ?? "?"} ${error.message}\n      ${(error.extract ?? "").replace(/\s+/g, " ").trim()}`;
  });
  throw new Error(`${errors.length} errors in the HTML\n${lines.join("\n")}`);
}
