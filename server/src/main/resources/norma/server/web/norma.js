// Keys, the bar that says what is new, and small comforts. Every page works without this file.
(function () {
  "use strict";

  function cards() {
    return Array.from(document.querySelectorAll("article.card"));
  }

  function current() {
    return document.activeElement && document.activeElement.closest("article.card");
  }

  function go(step) {
    const all = cards();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  function press(selector) {
    const found = current() && current().querySelector(selector);
    if (found) found.click();
    return Boolean(found);
  }

  const KEYS = {
    j: () => go(1),
    k: () => go(-1),
    a: () => press(".acknowledge button"),
    x: () => press(".mark input"),
    h: () => {
      const hold = current() && current().querySelector("details.hold");
      if (!hold) return;
      hold.open = true;
      hold.querySelector("input[name=reason]").focus();
    },
    n: () => {
      const bar = document.querySelector("#news a");
      if (bar) bar.click();
    },
    "?": () => {
      const keys = document.getElementById("keys");
      keys.open = true;
      keys.querySelector("summary").focus();
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (event.key === "Escape") {
      const pop = target.closest && target.closest("details.pop[open]");
      if (pop) {
        pop.open = false;
        pop.querySelector("summary").focus();
      }
      return;
    }
    if (target.matches("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "Enter") {
      if (target.matches("article.card")) target.querySelector("a.open").click();
      return;
    }
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // One form at a time, and the first field of it at hand.
  document.addEventListener("toggle", (event) => {
    const pop = event.target;
    if (!pop.matches || !pop.matches("details.pop") || !pop.open) return;
    document.querySelectorAll("details.pop[open]").forEach((other) => {
      if (other !== pop) other.open = false;
    });
    const field = pop.querySelector("input:not([type=hidden])");
    if (field && pop.contains(document.activeElement)) field.focus();
  }, true);

  function countMarked() {
    const form = document.getElementById("chosen");
    if (!form) return;
    const marked = document.querySelectorAll("input[form=chosen]:checked").length;
    document.getElementById("marked").textContent = String(marked);
    form.classList.toggle("some", marked > 0);
    form.classList.add("counted");
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("input[form=chosen]")) countMarked();
  });

  // What a form does not ask for does not belong into an address.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get") return;
    const parameters = event.detail.parameters;
    Object.keys(parameters).forEach((name) => {
      if (parameters[name] === "") delete parameters[name];
    });
  });

  // A card that was written anew keeps the place of the one before it.
  let acted = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const card = event.detail.target.closest && event.detail.target.closest("article.card");
    acted = card ? card.id : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    const card = acted && document.getElementById(acted);
    acted = null;
    if (card && (!document.activeElement || document.activeElement === document.body)) card.focus();
    countMarked();
  });

  let waiting = null;
  function turned() {
    if (waiting) return;
    waiting = setTimeout(() => {
      waiting = null;
      const news = document.getElementById("news");
      if (news && window.htmx) window.htmx.trigger(news, "norma:turn");
    }, 1500);
  }

  function listen() {
    const live = document.querySelector("[data-live]");
    if (!live || !window.EventSource) return;
    const events = new EventSource(live.dataset.live);
    let opened = false;
    events.addEventListener("open", () => {
      if (opened) turned();
      opened = true;
    });
    events.addEventListener("turn", turned);
    window.addEventListener("pagehide", () => events.close());
  }

  countMarked();
  listen();
})();
