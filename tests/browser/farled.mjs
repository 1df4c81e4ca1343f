// How does a test get a program of its own, with a fresh demo world?

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

// The day the demo world is told about: a Tuesday, so that the dates in the paths stand still.
export const TODAY = "2026-09-01";
const START_SECONDS_MAX = 30;

// Starts `farled demo` on a free port. `stop()` ends it and removes its data; `wakeOn(day)` ends it and starts it
// again over the same data and at the same address on a later day.
export async function startFarled(today = TODAY) {
  const executable = process.env.FARLED_EXECUTABLE;
  if (!executable) throw new Error("FARLED_EXECUTABLE says where the program is; run this with `cargo xtask browser`");
  const data = await mkdtemp(join(tmpdir(), "farled-demo-"));
  const farled = { log: [] };
  let running;
  const wakeOn = async (day) => {
    await running?.end();
    running = await start(executable, data, day, farled.address ?? "http://127.0.0.1:0", farled.log);
    farled.address = running.address;
    farled.seconds = running.seconds;
  };
  const stop = async () => {
    await running?.end();
    await rm(data, { recursive: true, force: true });
  };
  try {
    await wakeOn(today);
  } catch (error) {
    await stop();
    throw error;
  }
  return Object.assign(farled, { stop, wakeOn, megabytes: () => residentMegabytes(running.pid) });
}

async function start(executable, data, today, address, log) {
  const started = performance.now();
  const listen = new URL(address).host;
  const child = spawn(executable, ["demo", "--listen", listen, "--data", data, "--today", today], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
  const end = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(timer);
  };
  try {
    const printed = await addressPrinted(child, log, ended);
    await answers(printed);
    return { address: printed, seconds: (performance.now() - started) / 1000, pid: child.pid, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function addressPrinted(child, log, ended) {
  return new Promise((resolve, reject) => {
    const listen = (line) => {
      log.push(line);
      const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    };
    createInterface({ input: child.stdout }).on("line", listen);
    createInterface({ input: child.stderr }).on("line", listen);
    child.on("error", reject);
    ended.then((how) => reject(new Error(`farled demo ended at once (${how})\n${log.join("\n")}`)));
    const late = () => reject(new Error(`farled demo printed no address in ${START_SECONDS_MAX} s\n${log.join("\n")}`));
    setTimeout(late, START_SECONDS_MAX * 1000).unref();
  });
}

async function answers(address) {
  const deadline = performance.now() + START_SECONDS_MAX * 1000;
  for (;;) {
    try {
      const response = await fetch(address, { redirect: "manual" });
      await response.arrayBuffer();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(status.match(/^VmRSS:\s+(\d+) kB/m)[1]) / 1024;
}
