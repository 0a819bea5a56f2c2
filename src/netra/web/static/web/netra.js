/* Netra: what the keyboard and the reader of the screen gain. Every page works without it. */
"use strict";
(() => {
  const KEYS = "netra-letters";
  const search = document.getElementById("cari");
  const lettersOn = () => {
    try { return localStorage.getItem(KEYS) !== "off"; } catch { return true; }
  };
  const typing = (target) =>
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  /* After a failed form the list of errors is where the reader goes on. */
  const toErrors = (root) => root.querySelector(".errors")?.focus();
  toErrors(document);
  document.addEventListener("htmx:afterSettle", (event) => toErrors(event.target));

  /* Rows are moved through by the first link of each. */
  const moveRow = (step) => {
    const links = [...document.querySelectorAll("main tbody tr")]
      .map((row) => row.querySelector("a"))
      .filter(Boolean);
    const row = document.activeElement?.closest("tbody tr");
    const here = links.findIndex((link) => link.closest("tr") === row);
    const next = links[here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step];
    next?.focus();
  };

  let afterG = false;
  const single = {
    "/": () => search?.focus(),
    j: () => moveRow(1),
    k: () => moveRow(-1),
    g: () => { afterG = true; },
    m: (wasG) => {
      const desk = document.body.dataset.desk;
      if (wasG && desk) location.assign(desk);
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && search) {
      event.preventDefault();
      search.focus();
      search.select();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const action = single[event.key];
    const wasG = afterG;
    afterG = false;
    if (!action || !lettersOn() || !document.body.dataset.desk) return;
    if (event.key === "/") event.preventDefault();
    action(wasG);
  });

  /* Signing out erases the sealed texts of minutes that this browser kept. */
  for (const form of document.querySelectorAll("form[action='/keluar/']")) {
    form.addEventListener("submit", () => window.indexedDB?.deleteDatabase("netra-minutes"));
  }

  /* Single letters can be switched off (WCAG 2.1.4). */
  const toggle = document.getElementById("tombol-huruf");
  if (toggle) {
    const show = () => {
      toggle.textContent = lettersOn() ? toggle.dataset.on : toggle.dataset.off;
    };
    toggle.hidden = false;
    show();
    toggle.addEventListener("click", () => {
      try { localStorage.setItem(KEYS, lettersOn() ? "off" : "on"); } catch { /* stays on */ }
      show();
    });
  }
})();
