// How is the browser started?

import { chromium } from "playwright-core";

// The flags keep Chromium from calling its maker, which a test has no reason to let it do.
export function launch() {
  const executablePath = process.env.FARLED_CHROMIUM;
  if (!executablePath) throw new Error("FARLED_CHROMIUM says where Chromium is; run this with `cargo xtask browser`");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
