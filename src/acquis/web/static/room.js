// What scripts add to the reading room: margins that load as they come into view, what can be asked of chosen words,
// keys. Every page works without it.
"use strict";

(() => {
  const { body } = document;
  const params = new URLSearchParams(location.search);
  const release = params.get("release");
  const kept = (path) => (release ? `${path}${path.includes("?") ? "&" : "?"}release=${encodeURIComponent(release)}` : path);

  // --- margins ------------------------------------------------------------------------------------------------------
  const waiting = [];
  let running = 0;

  const load = async (margin) => {
    running += 1;
    try {
      const answer = await fetch(kept(margin.dataset.margin), { headers: { accept: "text/html" } });
      if (answer.ok) margin.innerHTML = await answer.text();
    } catch { /* the link that stands there leads to the same */ }
    running -= 1;
    next();
  };
  const next = () => {
    while (running < 3 && waiting.length) load(waiting.shift());
  };
  const watch = () => {
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries.filter((each) => each.isIntersecting)) {
        seen.unobserve(entry.target);
        waiting.push(entry.target);
      }
      next();
    }, { rootMargin: "120px" });
    document.querySelectorAll("[data-margin]").forEach((each) => seen.observe(each));
  };

  // --- words that are chosen ----------------------------------------------------------------------------------------
  const bar = document.getElementById("chosen");
  const letters = (words) => [...words].length;

  const place = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const inside = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-address]");
    const home = inside(range.startContainer);
    if (!home || inside(range.endContainer) !== home) return null;
    const before = document.createRange();
    before.selectNodeContents(home);
    before.setEnd(range.startContainer, range.startOffset);
    const chosen = range.toString();
    const lead = letters(chosen) - letters(chosen.trimStart());
    const start = letters(before.toString()) + lead;
    const size = letters(chosen.trim());
    if (!size) return null;
    const whole = start === 0 && size === letters(home.textContent);
    return { address: home.dataset.address + (whole ? "" : `~${start}-${start + size}`), box: range.getBoundingClientRect() };
  };
  const path = (address) => {
    const [, scheme, local, language, part] = address.match(/^([^:]+):([^@#]+)(?:@([^#]*))?(?:#(.*))?$/);
    const coded = local.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":").replaceAll("%2C", ",");
    return `/d/${scheme}/${coded}/@${language ?? ""}${part ? `/${encodeURIComponent(part)}` : ""}`;
  };
  const offer = () => {
    const found = place();
    bar.hidden = !found;
    if (!found) return;
    bar.querySelectorAll("[data-to]").forEach((link) => {
      const [whole, part] = found.address.split("#");
      const to = link.dataset.to.replace("{place}", path(found.address)).replace("{address}", encodeURIComponent(found.address));
      link.href = kept(to.replace("{document}", path(whole)).replace("{part}", encodeURIComponent(part ?? "")));
      if (to.includes("{part}") && part) link.href += `#${part.split("~")[0]}`;
    });
    bar.querySelector("[data-copy]").dataset.copy = found.address;
    const across = Math.min(Math.max(found.box.left, 8), Math.max(8, innerWidth - bar.offsetWidth - 8));
    bar.style.left = `${across + scrollX}px`;
    bar.style.top = `${found.box.bottom + scrollY + 8}px`;
  };

  // --- keys ---------------------------------------------------------------------------------------------------------
  const keys = document.getElementById("keys");
  const items = () => [...document.querySelectorAll("[data-item]")];
  let at = -1;

  const step = (by) => {
    const all = items();
    if (!all.length) return;
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    all.forEach((each, n) => each.classList.toggle("here", n === at));
    all[at].scrollIntoView({ block: "nearest" });
    all[at].querySelector("a")?.focus({ preventScroll: true });
  };
  const words = () => {
    const all = items().filter((each) => each.querySelector("[data-address]"));
    const seen = all.findIndex((each) => each.getBoundingClientRect().bottom > 0);
    if (!all.includes(items()[at])) at = items().indexOf(all[seen]);
    return items()[at]?.querySelector("[data-address]");
  };
  const sentence = (more) => {
    const home = words();
    const all = [...(home?.querySelectorAll(".s") ?? [])];
    if (!home) return;
    const range = document.createRange();
    const selection = getSelection();
    if (!all.length) range.selectNodeContents(home);
    else {
      const now = selection.rangeCount && home.contains(selection.focusNode) ? selection.getRangeAt(0) : null;
      const met = all.map((each) => Boolean(now && !now.collapsed && now.intersectsNode(each)));
      const last = met.lastIndexOf(true);
      const to = Math.min(last + 1, all.length - 1);
      range.setStartBefore(all[more && last >= 0 ? met.indexOf(true) : to === last ? 0 : to]);
      range.setEndAfter(all[!more && to === last ? 0 : to]);
    }
    selection.removeAllRanges();
    selection.addRange(range);
  };
  const menu = () => {
    offer(); // the browser tells of a new selection a moment later than of the next key
    if (!bar.hidden) bar.querySelector("a, button").focus();
  };
  const back = () => {
    if (!bar.contains(document.activeElement)) return;
    (items()[at]?.querySelector("a") ?? document.getElementById("main")).focus({ preventScroll: true });
  };
  const along = (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...bar.querySelectorAll("a, button")];
    if (way) all[(all.indexOf(document.activeElement) + way + all.length) % all.length].focus();
    else if (event.key === "Escape") back();
    else return;
    event.preventDefault();
  };
  const does = {
    s: () => sentence(false),
    S: () => sentence(true),
    m: menu,
    "/": () => (document.getElementById("q") ?? document.getElementById("seek")).focus(),
    j: () => step(1),
    k: () => step(-1),
    o: () => items()[at]?.querySelector("a")?.click(),
    h: () => location.assign(kept("/")),
    "?": () => keys.showModal(),
  };
  const typed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
    if (!does[event.key]) return;
    event.preventDefault();
    does[event.key]();
  };

  // --- begin --------------------------------------------------------------------------------------------------------
  watch();
  document.addEventListener("selectionchange", offer);
  document.addEventListener("keydown", typed);
  bar.addEventListener("keydown", along);
  bar.querySelector("[data-copy]").addEventListener("click", (event) => navigator.clipboard?.writeText(event.target.dataset.copy));
  const open = document.getElementById("keys-open");
  open.hidden = false;
  open.addEventListener("click", () => keys.showModal());
  const narrow = matchMedia("(max-width: 56rem)");
  if (narrow.matches) document.querySelectorAll(".contents details").forEach((each) => each.removeAttribute("open"));
  body.classList.add("scripted");
})();

// The loom: arrows lead from cell to cell, d to what changed since the text before, o to the passage in its document.
(() => {
  const table = document.querySelector("table.loom");
  if (!table) return;
  const cells = [...table.querySelectorAll("[data-cell]")];
  const heads = [...table.querySelectorAll("thead [data-context]")];
  const at = new Map(cells.map((each) => [each.dataset.cell, each]));
  const ways = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

  const chosen = (cell) => {
    cells.forEach((each) => { each.tabIndex = each === cell ? 0 : -1; });
  };
  const typed = (event) => {
    const here = event.target.closest("[data-cell]");
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row, column] = here.dataset.cell.split(" ").map(Number);
    const way = ways[event.key];
    const { diff, context } = heads[column].dataset;
    if (way) at.get(`${row + way[0]} ${column + way[1]}`)?.focus();
    else if (event.key === "d" && diff) location.assign(diff);
    else if (event.key === "o") location.assign(context);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  chosen(cells[0]);
  table.addEventListener("focusin", (event) => cells.includes(event.target) && chosen(event.target));
  table.addEventListener("keydown", typed);
})();
