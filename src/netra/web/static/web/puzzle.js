/* Netra: solves the small puzzle of a form by itself, in a worker. Whoever reads the page has
   nothing to do; only where this cannot run is a sum asked. */
"use strict";
if (!customElements.get("netra-puzzle")) {
  customElements.define("netra-puzzle", class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.field = this.querySelector("input[name=puzzle]");
      this.waiting = null;
      if (!this.form || !this.field) return;
      if (!window.Worker || !window.crypto?.subtle) { this.ask(); return; }
      this.form.addEventListener("focusin", () => this.start(), { once: true });
      this.form.addEventListener("submit", (event) => this.hold(event));
    }

    /* Begins when somebody uses the form, so that a mere look costs no battery. */
    start() {
      if (this.worker || this.field.value || this.hasFailed) return;
      try {
        this.worker = new Worker(this.getAttribute("worker"));
      } catch { this.ask(); return; }
      const challenge = JSON.parse(this.getAttribute("challenge"));
      this.worker.onerror = () => this.ask();
      this.worker.onmessage = ({ data }) => {
        if (data?.derivedKey) this.solved(challenge, data); else this.ask();
      };
      this.worker.postMessage({ type: "work", challenge, counterStart: 0, counterStep: 1 });
    }

    solved(challenge, { counter, derivedKey }) {
      this.worker.terminate();
      this.field.value = btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
      this.querySelector("[data-sum]")?.remove();
      this.say("");
      this.go();
    }

    /* Pressed too early: the form leaves as soon as the work is done. */
    hold(event) {
      if (this.field.value || this.hasFailed) return;
      event.preventDefault();
      this.waiting = { button: event.submitter };
      this.say(this.dataset.busy);
      this.start();
    }

    go() {
      if (!this.waiting) return;
      const { button } = this.waiting;
      this.waiting = null;
      this.form.requestSubmit(button);
    }

    ask() {
      this.hasFailed = true;
      this.worker?.terminate();
      const sum = this.querySelector("template");
      if (sum) sum.replaceWith(sum.content);
      this.say(this.waiting || sum ? this.dataset.ask : "");
      if (this.waiting) this.querySelector("[name=jawaban_hitungan]")?.focus();
      this.waiting = null;
    }

    say(text) {
      const status = this.querySelector("[role=status]");
      if (status && status.textContent !== text) status.textContent = text;
    }
  });
}
