/* Netra: proves a receipt in the browser, with the network off. The rules are those of
   netra.domain.receipts; both are held against the same vectors by tests. */
import { verifyAsync } from "../vendor/noble-ed25519/index.js";

(() => {
  const SHAPE =
    "NETRA1\\.(TERIMA|CONTOH)\\.(LAPORAN|KELENGKAPAN)\\.([A-Za-z0-9/%.~_-]{1,960})\\." +
    "(\\d{8}T\\d{6}[+-]\\d{4})\\.([A-Z2-7]{16})\\.([A-Z2-7]{52})\\.([A-Z2-7]{103})";
  const WHOLE = new RegExp(`^${SHAPE}$`);
  const ANYWHERE = new RegExp(SHAPE, "g");
  const DOMAIN = "netra receipt v1\n";
  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const LONGEST_NUMBER = 80;
  const LARGEST_BYTES = 25 * 2 ** 20;

  class Refusal extends Error {}
  const refuse = (name) => { throw new Refusal(name); };

  const fromBase32 = (text) => {
    const bytes = [];
    let held = 0, bits = 0;
    for (const sign of text) {
      held = (held << 5) | SIGNS.indexOf(sign);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.push((held >> bits) & 255);
        held &= (1 << bits) - 1;
      }
    }
    return held ? null : new Uint8Array(bytes); /* spare bits must be zero */
  };

  const escaped = (number) =>
    encodeURIComponent(number)
      .replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase())
      .replace(/%2F/g, "/");

  const two = (value) => String(value).padStart(2, "0");

  /* The moment is canonical if its own clock, written again, gives the same text. */
  const momentOf = (text) => {
    const [, y, mo, d, h, mi, s, sign, oh, om] =
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)([+-])(\d\d)(\d\d)$/.exec(text);
    const at = new Date(Date.UTC(+y, mo - 1, +d, +h, +mi, +s));
    const again = `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}` +
      `T${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}`;
    const noOffset = sign === "-" && +oh === 0 && +om === 0;
    if (again !== text.slice(0, 15) || +y < 1000 || oh > 23 || om > 59 || noOffset) return null;
    return { day: `${y}-${mo}-${d}`, clock: `${h}.${mi}.${s}`, zone: `${sign}${oh}.${om}` };
  };

  const read = (text) => {
    const packed = text.replace(/\s+/g, "");
    const found = WHOLE.exec(packed) ?? refuse("UnreadableReceiptError");
    const [, purpose, kind, written, moment, keyId, digest, signature] = found;
    let number = "";
    try { number = decodeURIComponent(written); } catch { refuse("UnreadableReceiptError"); }
    const parts = { moment: momentOf(moment), digest: fromBase32(digest), signature: fromBase32(signature) };
    if (escaped(number) !== written || [...number].length > LONGEST_NUMBER) refuse("UnreadableReceiptError");
    if (Object.values(parts).includes(null)) refuse("UnreadableReceiptError");
    return { purpose, kind, number, keyId, ...parts, unsigned: packed.slice(0, packed.lastIndexOf(".")) };
  };

  /* A line of the key list: purpose, key id, key and, if it has ended, its last day. */
  const keysOf = (list) =>
    list.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"))
      .map((line) => line.split(/\s+/))
      .map(([purpose, keyId, raw, until]) => ({ purpose, keyId, raw: fromBase32(raw), until }));

  const fits = async (raw, signature, message) => {
    const subtle = globalThis.crypto?.subtle ?? refuse("unsupported");
    let key;
    try {
      key = await subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
    } catch {
      return verifyAsync(signature, message, raw, { zip215: false });
    }
    return subtle.verify({ name: "Ed25519" }, key, signature, message);
  };

  const verify = async (text, keys, number) => {
    const receipt = read(text);
    const key = keys.find((one) => one.keyId === receipt.keyId) ?? refuse("ForgedReceiptError");
    const message = new TextEncoder().encode(DOMAIN + receipt.unsigned);
    if (!(await fits(key.raw, receipt.signature, message))) refuse("AlteredReceiptError");
    if (key.purpose !== receipt.purpose) refuse("ForgedReceiptError");
    if (key.until && receipt.moment.day > key.until) refuse("ForgedReceiptError");
    if (receipt.purpose === "CONTOH") refuse("SampleReceiptError");
    if (number.trim() && number.trim() !== receipt.number) refuse("ReplayedReceiptError");
    return receipt;
  };

  /* Files: the text itself, or a PDF that keeps the text among its keywords. */
  const latin = (bytes) => new TextDecoder("latin1").decode(bytes);

  const inflated = async (bytes) => {
    try {
      const packed = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
      const reader = packed.getReader(), parts = [];
      let size = 0;
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value);
        size += part.value.length;
        if (size > LARGEST_BYTES) { await reader.cancel(); break; }
      }
      return latin(await new Blob(parts).arrayBuffer());
    } catch {
      return ""; /* not packed this way: no place for keywords */
    }
  };

  const textOfPdf = async (bytes) => {
    const raw = latin(bytes), found = new Set(raw.match(ANYWHERE) ?? []);
    const streams = /stream\r?\n/g;
    for (let mark = streams.exec(raw); mark; mark = streams.exec(raw)) {
      const end = raw.indexOf("endstream", streams.lastIndex);
      if (end < 0) break;
      const until = raw[end - 1] === "\n" ? end - (raw[end - 2] === "\r" ? 2 : 1) : end;
      const words = await inflated(bytes.slice(streams.lastIndex, until));
      for (const text of words.match(ANYWHERE) ?? []) found.add(text);
      streams.lastIndex = end + "endstream".length;
    }
    if (found.size > 1) refuse("AlteredReceiptError");
    return [...found][0] ?? refuse("UnreadableReceiptError");
  };

  const textOfFile = async (file) => {
    if (file.size > LARGEST_BYTES) refuse("UnreadableReceiptError");
    const bytes = new Uint8Array(await file.arrayBuffer());
    return latin(bytes.slice(0, 5)) === "%PDF-" ? textOfPdf(bytes) : latin(bytes);
  };

  /* The page. */
  const form = document.getElementById("periksa-tanda");
  const field = (name) => form.querySelector(`[name="${name}"]`);
  const outcome = (name) => document.querySelector(`[data-outcome="${name}"]`);
  const keys = keysOf(document.getElementById("kunci").textContent);

  const fill = (shown, receipt) => {
    const says = {
      number: receipt.number,
      day: new Date(`${receipt.moment.day}T00:00:00Z`).toLocaleDateString(
        document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" }),
      clock: receipt.moment.clock,
      zone: receipt.moment.zone,
      digest: Array.from(receipt.digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
      key: receipt.keyId,
    };
    for (const place of shown.querySelectorAll("[data-fill]")) place.textContent = says[place.dataset.fill];
    for (const place of shown.querySelectorAll("[data-kind]")) place.hidden = place.dataset.kind !== receipt.kind;
  };

  const show = (name, receipt) => {
    for (const one of document.querySelectorAll("[data-outcome]")) one.hidden = true;
    const shown = outcome(name);
    if (receipt) fill(shown, receipt);
    shown.hidden = false;
  };

  const check = async (text) => {
    try {
      show("proved", await verify(text, keys, field("number").value));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      show(error.message);
    }
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await check(field("text").value);
  });
  field("file").addEventListener("change", async () => {
    const [file] = field("file").files;
    if (!file) return;
    try {
      field("text").value = (await textOfFile(file)).trim();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      show(error.message);
      return;
    }
    await check(field("text").value);
  });
  document.getElementById("pilih-berkas").hidden = false;
})();
