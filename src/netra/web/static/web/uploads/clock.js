/* Says so when the clock of the device is wrong; the clock of the server counts. */
"use strict";
(() => {
  const MINUTES = 5;
  const box = document.querySelector("[data-clock]");
  if (!box) return;
  /* A page may be slow to arrive: measure at the moment its first byte came. */
  const came = performance.getEntriesByType("navigation")[0]?.responseStart ?? 0;
  const here = performance.timeOrigin + came;
  const apart = Math.abs(here - Date.parse(box.dataset.clock));
  if (apart > MINUTES * 60000) box.firstElementChild.hidden = false;
})();
