/* Sends files in pieces (tus 1.0.0), over a line that breaks. Without this script the
   form sends them at one go. Nothing is kept in the browser: what is under way is told by
   the page, and the same file chosen again goes on where it stopped. */
"use strict";
(() => {
  const SILENCE = 30e3, JUDGING = 600e3, SAMPLE = 65536; // ms, ms, bytes
  const LEAST = 65536, FIRST = 262144, MOST = 8388608, PIECE_SECONDS = 8;
  const AGAIN = [0, 408, 409, 423, 425, 429, 500, 502, 503, 504];
  const speak = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const size = (n) => n < 1048576 ? `${speak.format(Math.ceil(n / 1024))} KB` : `${speak.format(n / 1048576)} MB`;
  const fill = (text, told) => text.replace(/\{(\w+)\}/g, (_all, key) => told[key]);
  const coded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  /* A file is known again by its size and three samples; its name is not looked at. */
  const printOf = async (file) => {
    let a = 0x811c9dc5, b = file.size | 0;
    for (const at of [0, Math.floor(file.size / 2), Math.max(0, file.size - SAMPLE)]) {
      for (const byte of new Uint8Array(await file.slice(at, at + SAMPLE).arrayBuffer())) {
        a = Math.imul(a ^ byte, 0x01000193);
        b = Math.imul(b ^ (b >>> 15) ^ byte, 0x85ebca6b);
      }
    }
    return `${file.size}-${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
  };

  const serve = (root) => {
    const form = root.closest("form"), input = root.querySelector("input[type=file]");
    const part = (name) => root.querySelector(`[data-${name}]`);
    const words = part("words").dataset, limit = Number(root.dataset.limit);
    const items = [];
    let running = false, later = null;
    const active = () => items.filter((one) => ["queued", "sending"].includes(one.state));
    const say = (text) => { part("say").textContent = text; };

    const send = (one, method, url, headers, body) => new Promise((resolve) => {
      const xhr = one.xhr = new XMLHttpRequest();
      let timer;
      const alive = (patience) => { clearTimeout(timer); timer = setTimeout(() => xhr.abort(), patience); };
      xhr.open(method, url);
      const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
      const all = { "Tus-Resumable": "1.0.0", "X-CSRFToken": token, ...headers };
      for (const [name, text] of Object.entries(all)) xhr.setRequestHeader(name, text);
      xhr.upload.onprogress = (event) => { alive(SILENCE); show(one, event.loaded); };
      xhr.upload.onload = () => alive(JUDGING);
      xhr.onloadend = () => { clearTimeout(timer); resolve(xhr); };
      alive(body ? SILENCE : JUDGING);
      xhr.send(body);
    });

    const tell = (one, word, told = {}) => {
      const percent = Math.floor(100 * one.offset / one.file.size);
      const text = word in words ? fill(words[word], { percent, ...told }) : word;
      one.row.querySelector("[data-state]").textContent = text;
      return `${one.file.name}: ${text}`;
    };
    const show = (one, loaded = 0) => {
      const at = Math.min(one.offset + loaded, one.file.size);
      const percent = Math.floor(100 * at / one.file.size);
      one.row.querySelector("progress").value = percent;
      if (one.state !== "sending") return;
      const text = at < one.file.size
        ? tell(one, "sending", { percent, left: size(one.file.size - at) }) : tell(one, "judged");
      const quarter = Math.floor(percent / 25);
      if (quarter > one.said) { one.said = quarter; say(text); }
    };

    /* One request. True: it got on. False: again after a pause. */
    const step = async (one) => {
      let reply;
      if (!one.url) {
        const told = { name: one.file.name.slice(-120), print: one.print, kind: root.dataset.kind, item: root.dataset.item };
        const about = Object.entries(told).filter(([, text]) => text).map(([key, text]) => `${key} ${coded(text)}`).join(",");
        reply = await send(one, "POST", root.dataset.upload, { "Upload-Length": one.file.size, "Upload-Metadata": about });
        if (reply.status === 201) {
          Object.assign(one, { url: reply.getResponseHeader("Location"), offset: 0, known: true });
          if (one.state === "gone") send(one, "DELETE", one.url, {});
          return true;
        }
      } else if (!one.known) {
        reply = await send(one, "HEAD", one.url, {});
        if (reply.status === 200) {
          one.known = true;
          one.offset = Number(reply.getResponseHeader("Upload-Offset"));
          if (one.offset >= one.file.size) one.state = "done";
          return true;
        }
        if (reply.status === 404 || reply.status === 410) { one.url = ""; return true; }
        if (reply.status === 422 || reply.status === 413) one.url = ""; // HEAD has no words: ask anew
      } else {
        const started = performance.now(), from = one.offset;
        const headers = { "Upload-Offset": from, "Content-Type": "application/offset+octet-stream" };
        reply = await send(one, "PATCH", one.url, headers, one.file.slice(from, from + one.piece));
        if (reply.status === 204) {
          one.offset = Number(reply.getResponseHeader("Upload-Offset"));
          const fits = one.piece * PIECE_SECONDS * 1000 / (performance.now() - started);
          one.piece = Math.round(Math.min(MOST, 2 * one.piece, Math.max(LEAST, fits)));
          if (one.offset >= one.file.size) one.state = "done";
          show(one);
          return true;
        }
        one.known = false;
        if (reply.status === 404) return true;
      }
      if (AGAIN.includes(reply.status) || one.state !== "sending") return false;
      one.state = "refused";
      one.row.classList.add("is-wrong");
      say(tell(one, reply.status === 403 ? "stale" : reply.responseText || "stale"));
      return true;
    };

    const rest = (one, seconds) => new Promise((resolve) => {
      one.wake = resolve;
      setTimeout(resolve, seconds * 1000);
      window.addEventListener("online", resolve, { once: true });
    });
    const carry = async (one) => {
      one.state = "sending";
      show(one);
      for (let failed = 0, best = one.offset; one.state === "sending";) {
        const gotOn = await step(one);
        if (one.offset > best) { best = one.offset; failed = 0; }
        if (gotOn || one.state !== "sending") continue;
        const seconds = Math.min(60, 2 ** failed++);
        const text = tell(one, "cut", { seconds });
        if (failed === 1 || failed === 5) say(text);
        await rest(one, seconds);
      }
      if (one.state === "done") say(tell(one, "done"));
      one.row.querySelector("[data-act=hold]").hidden = ["done", "refused"].includes(one.state);
      one.row.querySelector("[data-act=drop]").hidden = one.state === "done";
    };

    const refresh = async () => {
      try {
        const reply = await fetch(root.dataset.page, { redirect: "error" });
        const page = new DOMParser().parseFromString(await reply.text(), "text/html");
        const place = root.dataset.item ? `[data-item="${root.dataset.item}"] [data-files]` : "[data-files]";
        part("files").replaceChildren(...page.querySelector(place).childNodes);
      } catch { return; } // the rows above still say what has arrived
      for (const one of items.filter((each) => each.state === "done")) one.row.remove();
      for (const one of items) hide(one);
    };
    const hide = (one) => {
      for (const row of part("files").querySelectorAll("[data-place]")) if (row.dataset.place === one.url) row.hidden = true;
    };
    const run = async () => {
      if (running) return;
      running = true;
      for (let one; (one = active()[0]);) await carry(one);
      await refresh();
      running = false;
      if (active().length) return run();
      part("later").hidden = true;
      const go = later;
      later = null;
      if (go && !items.some((one) => one.state === "refused" && one.row.isConnected)) go();
    };

    const press = (one, act) => {
      const label = one.row.querySelector("[data-label]");
      if (act === "drop") {
        if (one.url && one.state !== "done") send({ row: one.row, file: one.file }, "DELETE", one.url, {});
        one.state = "gone";
        one.row.remove();
        input.focus();
      } else if (one.state === "held") {
        one.state = "queued";
        label.textContent = words.labelHold;
        tell(one, "queued");
        run();
      } else {
        one.state = "held";
        label.textContent = words.labelGo;
        say(tell(one, "held"));
      }
      one.known = false;
      if (one.url) one.xhr?.abort(); // an announcement is never cut: its answer is the address
      one.wake?.();
    };

    const add = async (file) => {
      const row = part("row").content.cloneNode(true).firstElementChild;
      const one = { file, row, url: "", offset: 0, piece: FIRST, said: 0, state: "queued" };
      for (const place of row.querySelectorAll("[data-name]")) place.textContent = file.name;
      row.querySelector("progress").setAttribute("aria-label", file.name);
      row.addEventListener("click", (event) => {
        const act = event.target.closest("[data-act]")?.dataset.act;
        if (act) press(one, act);
      });
      part("rows").append(row);
      items.push(one);
      if (file.size > limit) {
        one.state = "refused";
        row.classList.add("is-wrong");
        row.querySelector("[data-act=hold]").hidden = true;
        return say(tell(one, "large", { size: size(file.size), limit: size(limit) }));
      }
      tell(one, "queued");
      one.print = await printOf(file);
      const waiting = [...part("files").querySelectorAll("[data-print]")].find((each) => each.dataset.print === one.print);
      if (waiting) { one.url = waiting.dataset.place; one.known = false; hide(one); }
    };

    part("script").hidden = false;
    if (root.dataset.item) form.querySelector("button:not([type])").hidden = true; // sent once chosen
    input.addEventListener("change", async () => {
      const files = [...input.files];
      input.value = "";
      for (const file of files) await add(file);
      run();
    });
    form.addEventListener("submit", (event) => {
      if (!active().length && !running) return;
      event.preventDefault();
      const submitter = event.submitter;
      later = () => form.requestSubmit(submitter);
      part("later").hidden = false;
      say(part("later").textContent);
    });
  };
  document.querySelectorAll("[data-upload]").forEach(serve);
})();
