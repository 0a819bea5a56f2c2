/* The coach in the browser: the rules of the server held against what is being typed.
   It keeps nothing and sends nothing; without it the server asks the same questions. */
"use strict";
const netraCoach = (() => {
  /* A text for comparing: small letters, single spaces, one at both ends. */
  const plain = (text) =>
    ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

  const textOf = (path, told, person) => {
    const dot = path.indexOf(".");
    const row = person ?? told.fields?.[path.slice(0, dot)] ?? {};
    return (row[path.slice(dot + 1)] ?? "").trim();
  };
  const named = (step, told) =>
    (told.people?.[step] ?? []).filter((row) => Object.values(row).some((text) => text.trim()));
  const somebody = (when, told) =>
    named(when.field, told).some((row) => holds(when.parts[0], told, row));

  const signs = {
    always: () => true,
    never: () => false,
    blank: (when, told, person) => !textOf(when.field, told, person),
    filled: (when, told, person) => !!textOf(when.field, told, person),
    fewer_words: (when, told, person) =>
      plain(textOf(when.field, told, person)).split(" ").filter(Boolean).length < when.count,
    says: (when, told, person) => {
      const text = plain(textOf(when.field, told, person));
      return when.terms.some((term) => text.includes(term));
    },
    matches: (when, told, person) =>
      new RegExp(when.pattern).test(textOf(when.field, told, person).toLowerCase()),
    no_files: (when, told) => !(told.files?.[when.value] ?? 0),
    window: (when, told) => (told.window ?? "unknown") === when.value,
    somebody,
    nobody: (when, told) => !somebody(when, told),
    all: (when, told, person) => when.parts.every((part) => holds(part, told, person)),
    any: (when, told, person) => when.parts.some((part) => holds(part, told, person)),
    not: (when, told, person) => !holds(when.parts[0], told, person),
  };
  const holds = (when, told, person) => signs[when.sign](when, told, person);
  const gaps = (rules, told) => rules.filter((rule) => holds(rule.when, told));

  /* What stands in the fields of a form, as the rules speak of it. A list of people has
     names like terlapor-0-name; every other field belongs to the screen that is open, or
     to the one that a part of the page names in data-step. */
  const read = (form) => {
    const stepOf = (field) => field.closest("[data-step]")?.dataset.step ?? "";
    const told = { fields: {}, people: {} };
    for (const field of form.elements) {
      if (!field.name || ["hidden", "submit", "file", "button"].includes(field.type)) continue;
      const picked = !["checkbox", "radio"].includes(field.type) || field.checked;
      const value = picked ? field.value : "";
      const person = /^(.+)-([0-9]+)-(.+)$/.exec(field.name);
      if (person) {
        const rows = (told.people[person[1]] ??= []);
        (rows[+person[2]] ??= {})[person[3]] = value;
      } else {
        const row = (told.fields[stepOf(field)] ??= {});
        if (picked || !(field.name in row)) row[field.name] = value;
      }
    }
    for (const [step, rows] of Object.entries(told.people)) {
      told.people[step] = rows.filter(Boolean);
    }
    return told;
  };

  /* The clock of the law has told the days, back to the first that is late; a day it has
     not told stays unknown. Days in ISO form sort as texts. */
  const windowOf = (known, days) => {
    const first = Object.keys(days ?? {}).sort()[0];
    const isBefore = first !== undefined && known && known < first;
    return days?.[known] ?? (isBefore && days[first] === "late" ? "late" : "unknown");
  };

  return { gaps, holds, plain, read, windowOf };
})();

(() => {
  const panel = document.querySelector("[data-coach]");
  const script = document.currentScript;
  if (!panel) return;
  const live = JSON.parse(document.getElementById("coach-live").textContent);
  const form = document.querySelector("form[data-coached], [data-step] form.stack[method=post]");
  const open = ["missing", "promised", "late", "left"];

  /* While somebody types, questions only go away; new ones wait for the end of a field. */
  const show = (isTyping) => {
    const told = netraCoach.read(form);
    told.files = live.files;
    told.window = netraCoach.windowOf(told.fields.waktu?.known_on ?? "", live.days);
    const asked = new Map(netraCoach.gaps(live.rules, told).map((rule) => [rule.key, rule]));
    for (const row of panel.querySelectorAll("[data-rule]")) {
      row.hidden = !asked.has(row.dataset.rule) || (isTyping && row.hidden);
    }
    const closed = new Set(
      [...asked.values()].filter((rule) => open.includes(rule.kind)).map((rule) => rule.item));
    const count = panel.querySelector("[data-count]");
    count.textContent = count.dataset.count
      .replace("{present}", live.items.filter((item) => !closed.has(item)).length)
      .replace("{count}", live.total);
    const nothing = panel.querySelector("[data-nothing]");
    if (nothing) {
      nothing.hidden = !!nothing.parentElement.querySelector("[data-rule]:not([hidden])");
    }
    const elsewhere = panel.querySelector("[data-elsewhere]");
    if (elsewhere) {
      const rows = elsewhere.querySelectorAll("[data-rule]:not([hidden])").length;
      elsewhere.querySelector("[data-elsewhere-count]").textContent = rows;
      elsewhere.hidden = !rows;
    }
  };

  if (form && live.rules.some((rule) => rule.when.sign !== "always")) {
    let waiting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => show(true), 300);
    });
    form.addEventListener("change", () => {
      clearTimeout(waiting);
      show(false);
    });
    show(false);
    /* Files that arrive without a new page stand in the list of the page. */
    const list = document.querySelector("[data-files]");
    const counted = () => {
      live.files.evidence = list.querySelectorAll(".uploads > li").length;
      show(false);
    };
    if (list) {
      new MutationObserver(counted).observe(list, { childList: true, subtree: true });
    }
  }

  /* Without a line a form is held back, so that the error page of the browser does not
     take what was typed; it is sent when the line is back. */
  const noLine = panel.querySelector("[data-no-line]");
  const lost = panel.querySelector("[data-line-lost]");
  form?.querySelector(".row:has(button)")?.after(noLine, lost); // beside what was pressed
  let isOff = !navigator.onLine;
  let held = null;
  const told = () => { lost.hidden = !isOff || !!held; noLine.hidden = !held; };
  const probe = async () => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 5000);
    try {
      await fetch(script.dataset.probe, { method: "HEAD", cache: "no-store", signal: stop.signal });
      isOff = false;
    } catch {
      isOff = true;
    }
    clearTimeout(timer);
    return !isOff;
  };
  const send = (submitter) => {
    held = null;
    told();
    form.requestSubmit(submitter);
  };
  addEventListener("offline", () => { isOff = true; told(); });
  addEventListener("online", async () => {
    if (!(await probe())) return told();
    if (held) send(held.submitter);
    else told();
  });
  form?.addEventListener("submit", async (event) => {
    if (!isOff) return;
    event.preventDefault();
    if (await probe()) return send(event.submitter);
    held = { submitter: event.submitter };
    told();
    noLine.scrollIntoView({ block: "nearest" });
  });
  addEventListener("beforeunload", (event) => { if (held) event.preventDefault(); });
  told();
})();
