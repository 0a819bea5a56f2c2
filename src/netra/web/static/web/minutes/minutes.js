/* Saves what is typed: to the server every few seconds, and sealed in the browser until
   the server has answered. Without this script the form is saved by its button.

   What the browser keeps lies in IndexedDB, sealed with AES-GCM under a key that only
   this page hands out and that is kept nowhere beside it. Each page writes under a name
   of its own and holds a lock on it, so that a page opened later knows whose text was
   left behind, sends it in the name of the page that is gone, and erases it. */
"use strict";
(() => {
  const root = document.getElementById("berita-acara");
  const form = root?.querySelector("form");
  if (!form) return;
  const KEEP = 200, SEND = 1200, AGAIN = 1500, PATIENCE = 6000; // ms
  const list = root.querySelector("[data-rows]");
  const blank = root.querySelector("[data-blank]");
  const state = root.querySelector("[data-state]");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const { minutes } = root.dataset;
  const words = { ...root.dataset };
  const secret = root.dataset.key;
  delete root.dataset.key;
  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (two) => parseInt(two, 16));
  const uuid = () => crypto.randomUUID?.() ?? ([1e7] + -1e3 + -4e3 + -8e3 + -1e11).replace(/[018]/g,
    (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  const tab = uuid();
  const can = Boolean(crypto.subtle && window.indexedDB);
  let order = 0, sending = null, sendTimer = 0, keepTimer = 0, refused = false;
  const acked = new Map(); // key: what the server has

  const rows = () => [...list.querySelectorAll("[data-row]")];
  const read = (row) => ({
    key: row.dataset.key,
    place: Number(row.dataset.place),
    question: row.querySelector("[data-question]").value,
    answer: row.querySelector("[data-answer]").value,
    version: Number(row.dataset.version),
    removed: row.querySelector("[data-remove]").checked,
  });
  const print = ({ question, answer, removed }) => JSON.stringify([question, answer, removed]);
  const dirty = () => rows().map(read).filter((one) => {
    const known = acked.get(one.key);
    return known === undefined ? Boolean(one.question.trim() || one.answer.trim()) : known !== print(one);
  });
  const say = (text, tone = "") => { state.textContent = text; state.dataset.tone = tone; };
  const fill = (text, told) => text.replace(/\{(\w+)\}/g, (_all, key) => told[key]);

  /* The sealed copy in the browser. */
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const base = can ? (() => {
    const request = indexedDB.open("netra-minutes", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("texts", { keyPath: "id" });
    return asked(request).then((db) => { db.onversionchange = () => db.close(); return db; });
  })() : Promise.reject(new Error("no sealed storage"));
  const cipher = can ? crypto.subtle.importKey("raw", bytes(secret), "AES-GCM", false, ["encrypt", "decrypt"]) : null;
  base.catch(() => undefined);
  const texts = async (mode) => (await base).transaction("texts", mode).objectStore("texts");
  const erase = async (id) => { await asked((await texts("readwrite")).delete(id)); };
  const keep = async () => {
    keepTimer = 0;
    if (!can) return;
    const left = dirty();
    const id = `${minutes}/${tab}`;
    if (!left.length) { await erase(id); return; }
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const told = new TextEncoder().encode(JSON.stringify({ tab, order, rows: left }));
    const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await cipher, told);
    await asked((await texts("readwrite")).put({ id, iv, body }));
  };

  /* Sending. One request at a time; the rows know which page saved them last. */
  const post = (told, more = {}) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    return fetch(location.pathname, {
      method: "POST", body: JSON.stringify(told), signal: stop.signal, redirect: "error",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token, Accept: "application/json" }, ...more,
    }).finally(() => clearTimeout(timer));
  };
  const later = (wait) => { if (!sendTimer && !refused) sendTimer = setTimeout(send, wait); };
  const send = async () => {
    clearTimeout(sendTimer);
    sendTimer = 0;
    if (sending || refused) return;
    const left = dirty();
    if (!left.length) return;
    order += 1;
    sending = post({ tab, order, rows: left });
    let wait = 0;
    try {
      const reply = await sending;
      wait = await answered(reply, left);
    } catch {
      say(can ? words.saidUnsent : words.saidUnkept, "warn");
      wait = AGAIN;
    } finally {
      sending = null;
    }
    if (wait || dirty().length) later(wait || SEND);
  };
  const answered = async (reply, left) => {
    if (reply.status === 401) { say(words.saidEnded, "warn"); return AGAIN; }
    if (reply.status >= 500) throw new Error("the server is not well");
    if (reply.status !== 200 && reply.status !== 409) {
      const kind = reply.headers.get("Content-Type") ?? "";
      const why = kind.includes("json") ? (await reply.json()).message : String(reply.status);
      refused = reply.status === 422;
      say(fill(words.saidRefused, { why }), "warn");
      return refused ? 0 : AGAIN;
    }
    const told = await reply.json();
    told.rows.forEach((one, at) => settle(one, left[at]));
    say(reply.status === 409 ? words.saidTwice : fill(words.saidSaved, { at: told.saved_at }), "");
    await keep().catch(() => undefined);
    return 0;
  };
  const settle = (one, sent) => {
    const row = rows().find((each) => each.dataset.key === one.key);
    if (!row) return;
    if (one.other) beside(row, one);
    const own = one.twin ?? one;
    row.dataset.key = own.key;
    row.dataset.version = own.version;
    acked.set(own.key, one.other && !one.twin ? print(one.other) : print(sent));
  };
  /* Another page changed this row: its text stands above, ours goes on below. */
  const beside = (row, { other, twin }) => {
    acked.set(other.key, print(other));
    if (!twin) { write(row, other); return; }
    row.before(made(other));
    row.dataset.twin = "";
  };
  const write = (row, told) => {
    row.querySelector("[data-question]").value = told.question;
    row.querySelector("[data-answer]").value = told.answer;
    row.querySelector("[data-remove]").checked = told.removed;
  };
  const made = (told) => {
    const row = blank.content.firstElementChild.cloneNode(true);
    const key = told?.key ?? uuid();
    for (const one of row.querySelectorAll("[id], [for], [name]")) {
      for (const name of ["id", "for", "name", "value"]) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace("KEY", key));
      }
    }
    row.dataset.key = key;
    row.dataset.version = told?.version ?? 0;
    row.dataset.place = told?.place ?? 1 + Math.max(0, ...rows().map((one) => Number(one.dataset.place)));
    if (told) write(row, told);
    return row;
  };

  /* Text left behind by a page that is gone. */
  const locked = (id) => new Promise((resolve) => {
    if (!navigator.locks) { resolve(true); return; }
    navigator.locks.request(id, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
  const recover = async () => {
    if (!can) return false;
    let found = false;
    for (const kept of await asked((await texts("readonly")).getAll())) {
      if (!kept.id.startsWith(`${minutes}/`) || !(await locked(kept.id))) continue;
      let told;
      try {
        const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, await cipher, kept.body);
        told = JSON.parse(new TextDecoder().decode(plain));
      } catch { continue; } // another officer's
      const reply = await post({ ...told, order: told.order + 1 });
      if (reply.status !== 200 && reply.status !== 409) continue;
      await erase(kept.id);
      found = true;
    }
    return found;
  };

  /* Keyboard and buttons. */
  const fields = () => [...list.querySelectorAll("textarea")];
  const add = (question = "", after = null) => {
    const row = made();
    row.querySelector("[data-question]").value = question;
    after ? after.after(row) : list.append(row);
    row.querySelector(question ? "[data-answer]" : "[data-question]").focus();
    touched();
  };
  const next = (from) => {
    const all = fields(), at = all.indexOf(from);
    if (at + 1 < all.length) all[at + 1].focus(); else add();
  };
  const touched = () => {
    if (!keepTimer) keepTimer = setTimeout(() => keep().catch(() => undefined), KEEP);
    later(SEND);
  };
  list.addEventListener("input", touched);
  list.addEventListener("change", (event) => {
    event.target.closest("[data-row]").classList.toggle("is-removed", event.target.matches("[data-remove]:checked"));
    touched();
  });
  list.addEventListener("keydown", (event) => {
    const field = event.target.closest("textarea");
    if (!field || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      next(field);
    }
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const all = rows(), at = all.indexOf(field.closest("[data-row]"));
      all[at + (event.key === "ArrowDown" ? 1 : -1)]?.querySelector("[data-question]").focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); say(words.saidSaving); send(); });
  for (const button of root.querySelectorAll("[data-insert]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const empty = rows().find((row) => !fieldsOf(row).some((one) => one.value.trim()));
      if (!empty) { add(button.dataset.insert); return; }
      empty.querySelector("[data-question]").value = button.dataset.insert;
      empty.querySelector("[data-answer]").focus();
      touched();
    });
  }
  const fieldsOf = (row) => [...row.querySelectorAll("textarea")];
  const more = root.querySelector("[data-add]");
  more.hidden = false;
  more.addEventListener("click", () => add());
  const leaving = () => { keep().catch(() => undefined); send(); };
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leaving(); });
  window.addEventListener("pagehide", leaving);
  window.addEventListener("online", () => send());
  window.addEventListener("beforeunload", (event) => { if (!can && dirty().length) event.preventDefault(); });
  /* No step of the hearing is taken while something typed has not arrived. */
  for (const link of root.querySelectorAll(".acts a")) {
    link.addEventListener("click", async (event) => {
      if (!dirty().length) return;
      event.preventDefault();
      say(words.saidSaving);
      await sending?.catch(() => undefined);
      await send();
      if (!dirty().length) location.assign(link.href);
    });
  }
  /* Signing out erases what is kept here, so it waits until everything has arrived. */
  for (const one of document.querySelectorAll("form[action='/keluar/']")) {
    one.addEventListener("submit", async (event) => {
      if (!dirty().length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(words.saidSaving);
      await sending?.catch(() => undefined);
      await send();
      if (!dirty().length) one.requestSubmit();
    }, { capture: true });
  }

  for (const row of rows()) {
    if (Number(row.dataset.version)) acked.set(row.dataset.key, print(read(row)));
  }
  const opened = async () => {
    await locked(`${minutes}/${tab}`);
    let found = false;
    try { found = await recover(); } catch { /* the server or the storage is away; it stays kept */ }
    if (found && !dirty().length) { sessionStorage.setItem("netra-found", "1"); location.reload(); return; }
    if (sessionStorage.getItem("netra-found")) { sessionStorage.removeItem("netra-found"); say(words.saidFound); }
    root.dataset.ready = "yes";
  };
  opened();
})();
