// Opens a page in Chromium, light and dark, wide and narrow, and tells as JSON what is wrong with it.
//
//   node accessible.mjs PAGE CHROMIUM
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const [file, executablePath] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const wrong = [];

// Chromium has no sandbox for the superuser, whom tests in containers run as. Nothing but our own files is opened.
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const url = pathToFileURL(path.resolve(file)).href;
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    const look = `${colorScheme} ${width}`;
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
    const found = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), RULES);
    wrong.push(...found.violations.map((one) => `${look}: ${one.id}: ${one.nodes[0].html.slice(0, 200)}`));
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(wrong));
