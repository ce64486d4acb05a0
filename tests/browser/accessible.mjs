// Opens pages in Chromium, light on a screen and dark on a phone, and tells as JSON what is wrong with them.
// Colours follow the scheme alone and places the width alone, so that two looks show what four would.
//
//   node accessible.mjs CHROMIUM PAGE...
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const wrong = [];

// Chromium has no sandbox for the superuser, whom tests in containers run as. Nothing but our own files is opened.
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
for (const file of files) {
  const url = pathToFileURL(path.resolve(file)).href;
  for (const [colorScheme, width] of [["light", 1280], ["dark", 320]]) {
    const look = `${path.basename(file)} ${colorScheme} ${width}`;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("console", (message) => wrong.push(`${look}: console: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`${look}: ${error}`));
    page.on("request", (request) => {
      if (request.url().split("#")[0] !== url) wrong.push(`${look}: request ${request.url()}`);
    });
    await page.goto(url);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wrong.push(`${look}: scrolls sideways`);
    await page.evaluate(axe);
    const found = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), RULES);
    wrong.push(...found.violations.map((one) => `${look}: ${one.id}: ${one.nodes[0].html.slice(0, 200)}`));
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(wrong));
