"use strict";
// Search and filters. The page reads well without them: every line is there, and this only hides lines.
(() => {
  const form = document.getElementById("tools");
  const field = (id) => document.getElementById(id);
  const MARKS = /\p{M}+/gu;
  const MOST_LIT = 400; // places of a search that are coloured

  const letters = new Map();
  const plainLetter = (letter) => {
    let plain = letters.get(letter);
    if (plain === undefined) {
      const small = letter.toLowerCase();
      plain = small === "đ" ? "d" : small.normalize("NFD").replace(MARKS, "").slice(0, letter.length);
      plain = plain.length === letter.length ? plain : letter;
      if (/\s/u.test(letter)) plain = " ";
      letters.set(letter, plain);
    }
    return plain;
  };
  // As long as the text it is of, so that places in one are places in the other.
  const plainOf = (text) => text.replace(/[^\x20-\x40\x5b-\x7e]/gu, plainLetter);
  const marksOf = (word) => (word.toLowerCase().replaceAll("đ", "d\u0335").normalize("NFD").match(/\p{M}/gu) ?? []).join("");
  const isWord = (letter) => letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);

  const items = Array.from(document.querySelectorAll("[data-kind]"), (node) => {
    const { kind, lead, with: helpers, role, due, day, state, rating, severity } = node.dataset;
    const ids = (text) => new Set(text ? text.split(" ") : []);
    return { node, kind, lead: ids(lead), helpers: ids(helpers), role, due, day, state: ids(state), rating: ids(rating), severity, part: node.closest("[data-part]") };
  });
  const parts = Array.from(document.querySelectorAll("[data-part]"), (node) => ({ node, heading: node.querySelector("h3") }));
  const wholes = Array.from(document.querySelectorAll("[data-whole]"));

  // The words of a line are read when they are first searched.
  const read = (entry, node) => {
    if (entry.plain === undefined) {
      entry.text = node.textContent.normalize("NFC");
      entry.plain = plainOf(entry.text);
    }
    return entry;
  };

  // Where a query stands in a line: from the start of a word on. Marks that were typed must be there, others may.
  const place = (entry, query, from = 0) => {
    for (let at = entry.plain.indexOf(query.plain, from); at >= 0; at = entry.plain.indexOf(query.plain, at + 1)) {
      if (isWord(query.plain[0]) && isWord(entry.plain[at - 1])) continue;
      if (!query.marked || fits(entry, query, at)) return at;
    }
    return -1;
  };
  const fits = (entry, query, at) => {
    let end = at + query.plain.length;
    while (isWord(entry.plain[end])) end += 1;
    const words = entry.text.slice(at, end).split(/\s+/u);
    return query.words.every(({ plain, marks }, index) => {
      const word = words[index] ?? "";
      const there = marksOf(plain.length < word.length && index === query.words.length - 1 ? wholeSyllable(word) : word);
      return Array.from(marks).every((mark) => there.includes(mark));
    });
  };
  const wholeSyllable = (word) => word.match(/^[\p{L}\p{M}]+/u)?.[0] ?? word;

  const queryOf = (text) => {
    const tidy = text.normalize("NFC").trim().replace(/\s+/gu, " ");
    const words = tidy.split(" ").map((word) => ({ plain: plainOf(word), marks: marksOf(word) }));
    return { plain: plainOf(tidy), words, marked: words.some(({ marks }) => marks) };
  };

  const roleFits = (item, role, agency) => {
    if (!agency) return !role || item.role === role || (role === "lead" && item.lead.size > 0) || (role === "cooperate" && item.helpers.size > 0);
    const leads = item.lead.has(agency), helps = item.helpers.has(agency);
    if (!role) return leads || helps;
    if (role === "lead") return leads;
    return (leads && item.role === role) || (role === "cooperate" && helps);
  };
  const tests = {
    task: (item, chosen) => roleFits(item, chosen.role, chosen.agency)
      && (!chosen.state || item.state.has(chosen.state))
      && (!chosen.due || item.due === chosen.due)
      && (!chosen.until || (item.day !== undefined && item.day <= chosen.until)),
    indicator: (item, chosen) => !chosen.rating || item.rating.has(chosen.rating),
    other: () => true,
    finding: (item, chosen) => !chosen.severity || item.severity === chosen.severity,
  };
  // A filter is for one kind of line; the other kinds step back while it is set.
  const KINDS = { agency: "task", role: "task", due: "task", until: "task", state: "task", rating: "indicator", severity: "finding" };

  const choices = () => Object.fromEntries(Object.keys(KINDS).map((id) => [id, field(id)?.value ?? ""]));

  const apply = () => {
    const query = queryOf(field("q").value), chosen = choices();
    const kinds = new Set(Object.keys(KINDS).filter((id) => chosen[id]).map((id) => KINDS[id]));
    const found = { indicator: 0, task: 0, finding: 0, other: 0 };
    const full = new Set();
    const headings = new Map();
    for (const part of parts) {
      headings.set(part.node, query.plain !== "" && place(read(part, part.heading), query) >= 0);
    }
    for (const item of items) {
      const isShown = (!kinds.size || kinds.has(item.kind)) && tests[item.kind](item, chosen)
        && (!query.plain || headings.get(item.part) || place(read(item, item.node), query) >= 0);
      if (item.node.hidden === isShown) item.node.hidden = !isShown;
      if (isShown) {
        found[item.kind] += 1;
        full.add(item.part).add(item.node.closest("main > section"));
      }
    }
    const active = kinds.size > 0 || query.plain !== "";
    for (const { node } of parts) node.hidden = active && !full.has(node);
    for (const node of document.querySelectorAll("main > section")) {
      node.hidden = active && (wholes.includes(node) || !full.has(node));
    }
    field("nothing").hidden = !active || Object.values(found).some(Boolean);
    tell(active, found);
    light(query);
  };

  const tell = (active, found) => {
    const status = form.dataset.status.replace("{i}", found.indicator).replace("{t}", found.task).replace("{f}", found.finding).replace("{o}", found.other);
    field("status").textContent = active ? status : "";
    const said = ["q", ...Object.keys(KINDS)].map(field).filter((input) => input?.value)
      .map((input) => `${input.labels[0].textContent}: ${input.selectedOptions?.[0].textContent ?? input.value}`);
    field("filtered").hidden = !active;
    field("filtered").querySelector("span").textContent = said.join("; ");
  };

  // Colour what was found, where the browser can without touching the page.
  const light = (query) => {
    if (typeof Highlight === "undefined" || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (query.plain.length < 2) return;
    const ranges = [];
    for (const { node } of [...items, ...parts.map(({ heading }) => ({ node: heading }))]) {
      if (ranges.length >= MOST_LIT) break;
      if (node.hidden || node.closest("[hidden]")) continue;
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let piece = walker.nextNode(); piece; piece = walker.nextNode()) {
        const entry = { text: piece.data, plain: plainOf(piece.data) };
        for (let at = place(entry, query); at >= 0; at = place(entry, query, at + 1)) {
          const range = new Range();
          range.setStart(piece, at);
          range.setEnd(piece, at + query.plain.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  };
  field("q").addEventListener("input", soon);
  form.addEventListener("change", (event) => event.target.id !== "q" && apply());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    apply();
    field("q").focus();
  }));
  // A link to a line that is hidden shows all again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const goal = link && document.getElementById(link.hash.slice(1));
    if (!goal?.closest("[hidden]")) return;
    form.querySelectorAll("input, select").forEach((input) => { input.value = ""; });
    apply();
  });
  field("filters").open = matchMedia("(min-width: 64rem)").matches;
  form.hidden = false;
  apply();
})();
