// Opens the pages of a folder in Chromium and tells, one line of JSON for each check, whether it holds.
//
//   node run.mjs FOLDER CHROMIUM
//
// FOLDER holds full.html, large.html, other pages, hostile*.html, and expected.json: what the library answers.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const [folder, executablePath] = process.argv.slice(2);
const expected = JSON.parse(await readFile(path.join(folder, "expected.json"), "utf8"));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = (await readdir(folder)).filter((name) => name.endsWith(".html")).sort();
const SMALL = PAGES.filter((name) => name !== "large.html");

// Chromium has no sandbox for the superuser, whom tests in containers run as. Nothing but our own files is opened.
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const complaints = []; // of any page in any check: console, errors, dialogs, requests

async function withPage(name, options, use) {
  const context = await browser.newContext({ locale: "vi-VN", reducedMotion: "reduce", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => complaints.push(`${name}: console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${name}: ${error}`));
  page.on("dialog", (dialog) => {
    complaints.push(`${name}: dialog ${dialog.message()}`);
    dialog.dismiss();
  });
  const url = pathToFileURL(path.join(folder, name)).href;
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url && !request.url().startsWith("data:image/svg+xml")) complaints.push(`${name}: request ${request.url()}`);
  });
  try {
    await page.goto(url);
    return await use(page);
  } finally {
    await context.close();
  }
}

const shown = (page, kind) => page.evaluate((kind) => Array.from(document.querySelectorAll(`[data-kind=${kind}]`))
  .filter((node) => node.checkVisibility()).map((node) => node.id), kind);
const shownTasks = (page) => page.evaluate(() => Array.from(document.querySelectorAll("[data-kind=task]"))
  .filter((node) => node.checkVisibility()).map((node) => node.querySelector("p").textContent));
const everything = (page) => page.evaluate(() => document.querySelectorAll("[data-kind]").length);
const visible = (page) => page.evaluate(() => Array.from(document.querySelectorAll("[data-kind]")).filter((node) => node.checkVisibility()).length);
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 160)));
async function search(page, words) {
  await page.fill("#q", words);
  await settle(page);
}
const reset = (page) => page.click("button[type=reset]").then(() => settle(page));

async function axeOn(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }));
  return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`);
}

const checks = {
  async "accessible in light and dark, on screens and phones"() {
    const looks = {
      "full.html": [["light", 1280], ["dark", 360]], // colours follow the scheme alone, places the width alone
      "en.html": [["light", 360]], "plain.html": [["dark", 1280]], "empty.html": [["light", 1280]], "hostile0.html": [["light", 360]],
    };
    for (const [name, ways] of Object.entries(looks)) {
      for (const [colorScheme, width] of ways) {
        await withPage(name, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
          assert.deepEqual(await axeOn(page), [], `${name} ${colorScheme} ${width}`);
        });
      }
    }
  },

  async "every link leads to a line of the page"() {
    for (const name of SMALL) {
      await withPage(name, {}, async (page) => {
        const broken = await page.evaluate(() => Array.from(document.links)
          .filter((link) => !link.getAttribute("href").startsWith("#") || !document.getElementById(link.hash.slice(1))).map((link) => link.outerHTML));
        assert.deepEqual(broken, [], name);
        const ids = await page.evaluate(() => Array.from(document.querySelectorAll("[id]"), (node) => node.id));
        assert.equal(new Set(ids).size, ids.length, `${name}: ids are unique`);
      });
    }
    await withPage("full.html", {}, async (page) => {
      for (const link of await page.locator("nav a, .tiles a, #findings a, .mark").all()) {
        const goal = await link.evaluate((node) => node.hash.slice(1));
        await link.click();
        const inView = await page.evaluate((id) => {
          const box = document.getElementById(id).getBoundingClientRect();
          return box.bottom > 0 && box.top < innerHeight;
        }, goal);
        assert.ok(inView, `#${goal} is in view`);
      }
    });
  },

  async "search finds words with and without accents"() {
    await withPage("full.html", {}, async (page) => {
      const all = await everything(page);
      const holding = (words) => page.evaluate((words) => Array.from(document.querySelectorAll("[data-kind]"))
        .filter((node) => {
          const heading = node.closest("[data-part]")?.querySelector("h3")?.textContent ?? "";
          return [node.textContent, heading].some((text) => text.normalize("NFC").toLowerCase().includes(words));
        }).length, words);
      const poor = await holding("hộ nghèo");
      assert.ok(poor > 0 && poor < all);
      for (const query of ["ho ngheo", "HO NGHEO", "  ho   ngheo ", "hộ nghèo", "hộ ngheo", "hộ nghèo".normalize("NFD"), "Hộ Nghèo"]) {
        await search(page, query);
        assert.equal(await visible(page), poor, query);
      }
      for (const query of ["hồ nghèo", "khong co chu nay"]) {
        await search(page, query);
        assert.equal(await visible(page), 0, query);
        assert.ok(await page.isVisible("#nothing"));
      }
      await search(page, "dien gio");
      assert.equal(await visible(page), await holding("điện gió"));
      assert.ok((await page.textContent("#status")).length > 0, "the result is told");
      assert.ok(await page.evaluate(() => CSS.highlights.get("found").size > 0), "what was found is coloured");
      await search(page, "ien gio"); // the middle of a word
      assert.equal(await visible(page), 0);
      await reset(page);
      assert.equal(await visible(page), all);
      assert.equal(await page.evaluate(() => document.activeElement.id), "q");
      assert.equal(await page.textContent("#status"), "");
    });
  },

  async "filters by agency and role answer as the library does"() {
    await withPage("full.html", {}, async (page) => {
      const choices = await page.locator("#agency option").evaluateAll((nodes) => nodes.map((node) => [node.value, node.textContent]));
      assert.equal(choices.length - 1, Object.keys(expected.work).length);
      for (const [value, label] of choices.slice(1)) {
        const agency = label.replace(/ \(\d+\)$/u, "");
        for (const [role, tasks] of Object.entries(expected.work[agency])) {
          await page.selectOption("#agency", value);
          await page.evaluate((role) => {
            const select = document.getElementById("role");
            if (role && !Array.from(select.options).some((option) => option.value === role)) return;
            select.value = role;
            select.dispatchEvent(new Event("change", { bubbles: true }));
          }, role);
          if (await page.inputValue("#role") !== role) {
            assert.deepEqual(tasks, [], `${agency} ${role}: no such choice`);
            continue;
          }
          assert.deepEqual(await shownTasks(page), tasks, `${agency} ${role}`);
          if (!role) assert.ok(label.endsWith(`(${tasks.length})`), label);
        }
      }
      assert.deepEqual(await shown(page, "indicator"), []);
      assert.ok(await page.isVisible("#filtered"));
      await reset(page);
      for (const [value, label] of await page.locator("#role option").evaluateAll((nodes) => nodes.slice(1).map((node) => [node.value, node.textContent]))) {
        await page.selectOption("#role", value);
        assert.ok(label.endsWith(`(${(await shownTasks(page)).length})`), label);
      }
    });
  },

  async "filters by deadline, state, rating and severity answer as the library does"() {
    await withPage("full.html", {}, async (page) => {
      const labels = await page.locator("#due option").evaluateAll((nodes) => nodes.slice(1).map((node) => [node.value, node.textContent]));
      let sum = 0;
      for (const [value, label] of labels) {
        await page.selectOption("#due", value);
        const count = (await shownTasks(page)).length;
        assert.ok(label.endsWith(`(${count})`), label);
        sum += count;
      }
      assert.equal(sum, expected.tasks);
      await reset(page);
      for (const [day, tasks] of Object.entries(expected.until)) {
        await page.fill("#until", day);
        await page.dispatchEvent("#until", "change");
        assert.deepEqual((await shownTasks(page)).sort(), [...tasks].sort(), day);
      }
      await reset(page);
      const states = await page.locator("#state option").evaluateAll((nodes) => nodes.slice(1).map((node) => node.value));
      assert.deepEqual(states.sort(), Object.keys(expected.states).sort());
      for (const [state, tasks] of Object.entries(expected.states)) {
        await page.selectOption("#state", state);
        assert.deepEqual(await shownTasks(page), tasks, state);
        assert.deepEqual(await shown(page, "indicator"), []);
      }
      await reset(page);
      for (const [rating, lines] of Object.entries(expected.ratings)) {
        await page.selectOption("#rating", rating);
        assert.deepEqual(await shown(page, "indicator"), lines, rating);
        assert.deepEqual(await shownTasks(page), []);
      }
      await reset(page);
      for (const [severity, count] of Object.entries(expected.severities)) {
        await page.selectOption("#severity", severity);
        assert.equal((await shown(page, "finding")).length, count, severity);
      }
    });
  },

  async "filters and search work together, and a link to a hidden line shows it"() {
    await withPage("full.html", {}, async (page) => {
      const agency = await page.locator("#agency option", { hasText: "Sở Xây dựng" }).getAttribute("value");
      await page.selectOption("#agency", agency);
      const all = (await shownTasks(page)).length;
      await search(page, "ca nha o xa hoi");
      assert.equal((await shownTasks(page)).length, 0);
      await search(page, "nha o xa hoi");
      const both = (await shownTasks(page)).length;
      assert.ok(both > 0 && both < all);
      await page.click('nav a[href="#indicators"]');
      assert.equal(await visible(page), await everything(page));
      assert.equal(await page.inputValue("#q"), "");
    });
  },

  async "the keyboard reaches everything, in order and in sight"() {
    await withPage("full.html", {}, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
      const box = await page.locator(".skip").boundingBox();
      assert.ok(box.y >= 0 && box.height > 20, "the skip link is in sight");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "main");
      await page.reload();
      const able = await page.evaluate(() => Array.from(document.querySelectorAll("a, input, select, button, summary"))
        .filter((node) => node.checkVisibility()).map((node, at) => { node.dataset.at = at; return at; }));
      const met = [];
      for (let press = 0; press < 4 * able.length; press += 1) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(() => {
          const node = document.activeElement;
          if (!node?.dataset?.at) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(node);
          const { top, bottom, width } = node.getBoundingClientRect();
          return { at: Number(node.dataset.at), ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, inView: width > 0 && bottom > 0 && top < innerHeight, html: node.outerHTML };
        });
        if (focus === null) break;
        assert.ok(focus.ring && focus.inView, `the focus is in sight: ${focus.html}`);
        if (focus.at !== met.at(-1)) met.push(focus.at); // a field for a day has three stops
      }
      assert.deepEqual(met, able);
    });
    await withPage("full.html", { viewport: { width: 360, height: 740 } }, async (page) => {
      await page.focus("summary");
      assert.ok(!(await page.isVisible("#agency")), "filters are folded on a phone");
      await page.keyboard.press("Enter");
      assert.ok(await page.isVisible("#agency"));
      await page.focus("#agency");
      await page.keyboard.press("ArrowDown");
      assert.ok((await shownTasks(page)).length < expected.tasks, "a choice made with the keyboard filters");
    });
  },

  async "no sideways scrolling on a phone"() {
    for (const name of PAGES) {
      await withPage(name, { viewport: { width: 360, height: 740 } }, async (page) => {
        for (const width of name === "large.html" ? [360] : [360, 320]) {
          await page.setViewportSize({ width, height: 740 });
          await settle(page);
          const wide = await page.evaluate(() => [document.documentElement.scrollWidth, ...Array.from(document.querySelectorAll("main *"))
            .slice(0, 3000).filter((node) => !node.closest(".unseen, thead, caption") && node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.outerHTML.slice(0, 200))]);
          assert.deepEqual(wide, [width], `${name} ${width}`);
        }
      });
    }
  },

  async "everything is there without JavaScript"() {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(folder, "full.html")).href);
    assert.ok(!(await page.isVisible("#tools")), "no tools that do nothing");
    const hidden = await page.locator("[data-kind]").evaluateAll((nodes) => nodes.filter((node) => !node.checkVisibility()).length).catch(() => null);
    const lines = await page.locator("[data-kind]").all();
    assert.ok(lines.length > expected.tasks);
    for (const line of lines) assert.ok(await line.isVisible());
    assert.ok(hidden === 0 || hidden === null);
    await context.close();
  },

  async "prints light, without tools, with what is filtered"() {
    await withPage("full.html", { colorScheme: "dark" }, async (page) => {
      await page.selectOption("#rating", "missed");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      assert.ok(!(await page.isVisible("#tools")) && !(await page.isVisible("nav")) && !(await page.isVisible(".skip")));
      assert.ok((await page.textContent("#filtered")).includes("không đạt"));
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), "rgb(27, 32, 38)");
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    });
  },

  async "hostile text does nothing and stands as it is"() {
    for (const name of PAGES.filter((name) => name.startsWith("hostile"))) {
      await withPage(name, {}, async (page) => {
        const found = await page.evaluate(() => ({
          pwned: globalThis.pwned ?? null,
          foreign: Array.from(document.querySelectorAll("img, iframe, object, embed, base, style ~ style, script ~ script, [onload], [onerror], [onfocus], [autofocus], [style], link:not([rel=icon]), meta[http-equiv=refresh]"), (node) => node.outerHTML.slice(0, 200)),
          links: Array.from(document.links, (link) => link.getAttribute("href")).filter((href) => !href.startsWith("#")),
          title: document.querySelector("h1").textContent,
          task: document.querySelector("[data-kind=task] p").textContent,
          scripts: document.scripts.length,
        }));
        assert.deepEqual([found.pwned, found.foreign, found.links, found.scripts], [null, [], [], 1], name);
        const text = expected.hostile[name];
        assert.deepEqual([found.title, found.task], [text, text], name);
        await search(page, text.slice(0, 40));
        for (const select of ["#agency", "#role", "#due", "#severity"]) if (await page.isVisible(select)) await page.selectOption(select, { index: 1 });
        assert.equal(await page.evaluate(() => globalThis.pwned ?? null), null, name);
      });
    }
  },

  async "the content policy lets nothing else in"() {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(folder, "plain.html")).href);
    const stopped = await page.evaluate(async () => {
      const kinds = [];
      document.addEventListener("securitypolicyviolation", (event) => kinds.push(event.effectiveDirective));
      const style = document.createElement("style");
      style.textContent = "body { color: red }";
      document.head.append(style);
      const image = new Image();
      image.src = "https://203.0.113.1/x.png";
      document.body.append(image);
      try {
        const script = document.createElement("script");
        script.text = "globalThis.pwned = 1";
        document.head.append(script);
      } catch { kinds.push("script"); }
      await fetch("https://203.0.113.1/").catch(() => null);
      await new Promise((done) => setTimeout(done, 50));
      return { kinds, pwned: globalThis.pwned ?? null, colour: getComputedStyle(document.body).color };
    });
    assert.equal(stopped.pwned, null);
    assert.notEqual(stopped.colour, "rgb(255, 0, 0)");
    for (const kind of ["style-src-elem", "img-src", "connect-src"]) assert.ok(stopped.kinds.includes(kind), `${kind}: ${stopped.kinds}`);
    await context.close();
  },

  async "a plan of several megabytes can be used"() {
    const start = performance.now();
    await withPage("large.html", {}, async (page) => {
      const times = { open: performance.now() - start };
      const timed = async (name, act) => {
        times[name] = await page.evaluate(async ([act]) => {
          const from = performance.now();
          const input = document.getElementById(act.id);
          input.value = act.value;
          input.dispatchEvent(new Event(act.id === "q" ? "input" : "change", { bubbles: true }));
          if (act.id === "q") document.getElementById("tools").requestSubmit();
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          return performance.now() - from;
        }, [act]);
      };
      assert.equal((await shown(page, "task")).length, expected.large.tasks);
      await timed("first search", { id: "q", value: "ho ngheo" });
      assert.equal((await shown(page, "task")).length, expected.large.tasks);
      await timed("narrow search", { id: "q", value: "viec 77:" });
      assert.equal((await shown(page, "task")).length, 1);
      await timed("search for nothing", { id: "q", value: "" });
      await timed("agency", { id: "agency", value: await page.locator("#agency option").nth(1).getAttribute("value") });
      assert.equal((await shown(page, "task")).length, expected.large.of_one);
      await timed("all again", { id: "agency", value: "" });
      assert.equal((await shown(page, "task")).length, expected.large.tasks);
      console.log(JSON.stringify({ times: Object.fromEntries(Object.entries(times).map(([name, time]) => [name, Math.round(time)])) }));
      for (const [name, time] of Object.entries(times)) assert.ok(time < 20_000, `${name} took ${time} ms`);
    });
  },

  async "no page writes to the console, asks for anything or opens a dialog"() {
    assert.deepEqual(complaints, []); // of all checks above, which have opened every page
  },
};

for (const [name, check] of Object.entries(checks)) {
  const start = performance.now();
  let wrong = null;
  try {
    await check();
  } catch (error) {
    wrong = String(error.stack).slice(0, 4000);
  }
  console.log(JSON.stringify({ name, wrong, seconds: Math.round((performance.now() - start) / 100) / 10 }));
}
await browser.close();
