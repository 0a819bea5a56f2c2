/* Finished minutes: what this browser kept of them is erased. */
"use strict";
(() => {
  const minutes = document.currentScript.dataset.minutes;
  const asked = indexedDB.open("netra-minutes", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("texts", { keyPath: "id" });
  asked.onsuccess = () => {
    const texts = asked.result.transaction("texts", "readwrite").objectStore("texts");
    texts.getAllKeys().onsuccess = (event) => {
      for (const key of event.target.result) if (key.startsWith(`${minutes}/`)) texts.delete(key);
    };
  };
})();
