// commons: everything here is a convenience. Without it every page reads the same.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Folders do not open their index on a file share: complete links and forms between pages.
const complete = (address) => {
  const url = new URL(address, document.baseURI);
  if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return address;
  url.pathname += "index.html";
  return url.href;
};
if (location.protocol === "file:") {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    const target = link.getAttribute("href");
    if (!target.startsWith("#")) link.setAttribute("href", complete(target));
  }, true);
  document.addEventListener("submit", (event) => {
    const action = event.target.getAttribute("action");
    if (action) event.target.setAttribute("action", complete(action));
  }, true);
}

// Colour scheme: two states; a choice that equals the system's is forgotten, so that the page follows the system again.
for (const button of all("[data-scheme-toggle]")) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const isDark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    const followsSystem = (next === "dark") === system.matches;
    if (followsSystem) delete root.dataset.scheme; else root.dataset.scheme = next;
    try {
      if (followsSystem) localStorage.removeItem("praxis-scheme"); else localStorage.setItem("praxis-scheme", next);
    } catch { /* storage is refused: the choice holds for this page */ }
    show();
  });
  system.addEventListener("change", show);
  show();
}

// The menu is a popover on phones; when the window grows, it is a row again.
const nav = document.getElementById("site-nav");
if (nav?.hidePopover) {
  matchMedia("(min-width: 52rem)").addEventListener("change", () => { if (nav.matches(":popover-open")) nav.hidePopover(); });
}

// Code: a button that copies it, by a selection where there is no clipboard, as over plain HTTP.
{
  const { copy: label, copied: done } = document.body.dataset;
  const write = async (code) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(code.textContent);
    const before = document.activeElement;
    getSelection().selectAllChildren(code);
    const isCopied = document.execCommand("copy");
    getSelection().removeAllRanges();
    before?.focus();
    if (!isCopied) throw new Error("nothing is copied");
  };
  for (const code of all(".prose pre")) {
    const block = document.createElement("div");
    const button = document.createElement("button");
    const said = document.createElement("span");
    block.className = "code";
    button.type = "button";
    button.className = "copy";
    button.textContent = label;
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try { await write(code); } catch { return; }
      button.textContent = said.textContent = done;
      setTimeout(() => { button.textContent = label; said.textContent = ""; }, 2000);
    });
    code.replaceWith(block);
    block.append(button, code, said);
  }
}

// Contents follow the reading: the part whose heading was the last to pass the upper third of the window is marked.
for (const contents of all(".toc, .section-nav")) {
  const parts = all("a[href^='#']", contents)
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ heading, link }) => heading && link.checkVisibility());
  const box = contents.closest(".reading-aside") ?? contents.querySelector("ul, ol");
  let current;
  const follow = () => {
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const reached = parts.filter(({ heading }) => isAtEnd || heading.getBoundingClientRect().top <= innerHeight / 3);
    const { link } = reached.at(-1) ?? {};
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "true");
    // Only the box that holds them scrolls, not the page.
    const [outer, inner] = [box.getBoundingClientRect(), link.getBoundingClientRect()];
    const shift = (from, to, least, most) => Math.min(from - least, 0) || Math.max(to - most, 0);
    box.scrollBy(
      shift(inner.left - 48, inner.right + 48, outer.left, outer.right), shift(inner.top, inner.bottom, outer.top, outer.bottom));
  };
  let isWaiting = false;
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; follow(); });
  };
  addEventListener("scroll", wait, { passive: true });
  addEventListener("resize", wait);
  wait();
}

// Sheets: print, download as Markdown, clear. Nothing is sent and nothing is stored.
// The source holds one U+FFFC for each field, in the order of the fields.
for (const sheet of all("[data-sheet]")) {
  const fields = () => all(".prose :is(input, textarea)", sheet);
  const texts = all(".prose textarea", sheet);
  const hasLines = (field) => field.classList.contains("blank-lines");
  const isFilled = (field) => field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value.trim() !== "";
  for (const button of all(".sheet-tools button", sheet)) button.hidden = false;
  sheet.addEventListener("submit", (event) => event.preventDefault());
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("textarea") && !hasLines(event.target)) event.preventDefault();
  });

  // Leaving would lose what was filled in since it was last printed or downloaded.
  const ask = (event) => event.preventDefault();
  const stopAsking = () => removeEventListener("beforeunload", ask);
  sheet.addEventListener("input", () => {
    if (fields().some(isFilled)) addEventListener("beforeunload", ask); else stopAsking();
  });
  sheet.addEventListener("reset", stopAsking);

  // Fields grow with what they hold, also in browsers that do not do it themselves.
  if (!CSS.supports("field-sizing", "content")) {
    const grow = (field) => {
      field.style.blockSize = "auto";
      field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
    };
    sheet.addEventListener("input", (event) => { if (event.target.matches("textarea")) grow(event.target); });
    sheet.addEventListener("reset", () => setTimeout(() => texts.forEach(grow)));
    addEventListener("resize", () => texts.forEach(grow));
  }

  // On paper an answer is text, which runs on over lines and pages.
  addEventListener("beforeprint", () => {
    for (const field of texts.filter(isFilled)) {
      const answer = document.createElement("span");
      answer.className = "blank-answer";
      answer.textContent = field.value.trim();
      field.after(answer);
    }
  });
  addEventListener("afterprint", () => {
    for (const answer of all(".blank-answer", sheet)) answer.remove();
    stopAsking();
  });

  sheet.querySelector("[data-sheet-print]").addEventListener("click", () => print());
  sheet.querySelector("[data-sheet-download]").addEventListener("click", () => {
    const written = (field) => (hasLines(field) ? field.value : field.value.replace(/\s*\n\s*/g, " ")).trim() || "____";
    const answers = fields().map((field) => field.type === "checkbox" ? (field.checked ? "x" : " ") : written(field));
    const text = sheet.querySelector("[data-sheet-source]").value.replace(/\uFFFC/g, () => answers.shift() ?? "____");
    const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${sheet.dataset.sheet}.md`;
    stopAsking();
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
}

// A file that is begun at the code host or in a mail: the reader's own day, where the link says what to write.
{
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const [blank, filled] = ["yyyy-mm-dd", day].map((value) => encodeURIComponent(`: ${value}`));
  for (const link of all(`a[href*="${blank}"]`)) link.setAttribute("href", link.getAttribute("href").replaceAll(blank, filled));
}

// Events: the reader's own time beside the event's, where the zones differ.
const language = document.documentElement.lang;
const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" };
const told = (date, timeZone, style, end) => {
  try {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone });
    return end ? format.formatRange(date, end) : format.format(date);
  } catch { return null; }
};
for (const note of all("[data-reader-time-note]")) note.hidden = false;
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const time of all("time[data-zone]")) {
  const date = new Date(time.getAttribute("datetime"));
  if (!here || here === time.dataset.zone || Number.isNaN(date.getTime())) continue;
  const end = time.dataset.end ? new Date(time.dataset.end) : null;
  // The day of the week says something only where it is another, the date only where there are several.
  const [day, theirDay] = [here, time.dataset.zone].map((zone) => told(date, zone, { weekday: "short" }));
  const style = end ? { weekday: "short", day: "numeric", month: "short", ...hours }
    : day === theirDay ? hours : { weekday: "short", ...hours };
  const [mine, theirs] = [here, time.dataset.zone].map((zone) => told(date, zone, style, end));
  if (!mine || !theirs || mine === theirs) continue;
  const note = document.createElement("span");
  note.className = "reader-time";
  note.textContent = mine;
  time.after(note);
}

// Panels of filters are open where there is room beside the list.
for (const panel of all("[data-open-wide]")) {
  const wide = matchMedia("(min-width: 62rem)");
  const follow = () => { panel.open = wide.matches; };
  wide.addEventListener("change", follow);
  follow();
}

// Tables and lists of people: a field leaves the rows that hold all its words.
for (const filter of all("[data-filter-for]")) {
  const field = filter.querySelector("input");
  const status = filter.querySelector("[role=status]");
  const lower = (text) => text.toLocaleLowerCase(language);
  const rows = all("tr, .person-row", document.getElementById(filter.dataset.filterFor)).map((element) =>
    ({ element, text: lower([...element.cells ?? all("p, li", element)].map((part) => part.textContent).join(" ")) }));
  const apply = () => {
    const words = lower(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, text } of rows) {
      element.hidden = !words.every((word) => text.includes(word));
      if (!element.hidden) shown += 1;
    }
    status.textContent = (shown === 1 ? status.dataset.one : status.dataset.other).replace("{count}", shown);
  };
  field.addEventListener("input", apply);
  filter.hidden = false;
  // A browser that goes back may have kept what was typed.
  if (field.value) apply();
}

// Tables: the head of a column puts the rows in its order, a column of numbers the largest first, and once more the other
// way round. What is empty stands last.
for (const table of all("table[data-sortable]")) {
  const [body] = table.tBodies;
  const rows = all("tr", body);
  const heads = all("thead th", table);
  const order = new Intl.Collator(language, { numeric: true });
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const values = new Map(rows.map((row) => {
      const cell = row.cells[column];
      return [row, cell.querySelector("time")?.dateTime ?? cell.textContent.trim()];
    }));
    const [first, second] = head.classList.contains("align-right") ? ["descending", "ascending"] : ["ascending", "descending"];
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === first ? second : first;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      const sign = direction === "ascending" ? 1 : -1;
      body.append(...[...rows].sort((left, right) => {
        const [one, other] = [values.get(left), values.get(right)];
        return one && other ? sign * order.compare(one, other) : Boolean(other) - Boolean(one);
      }));
    });
  });
}

// A list that is too long for one page is searched elsewhere: the search gets what was chosen, and what the list is of.
for (const form of all("[data-list-search]")) {
  const kinds = all("select[name=kind] option", form).map((option) => option.value).filter(Boolean);
  const add = (choice, to) => {
    for (const [name, value] of choice) if (value) to.append(name, value);
    if (!to.has("kind")) for (const kind of kinds) to.append("kind", kind);
  };
  form.addEventListener("formdata", ({ formData }) => {
    const choice = [...formData];
    for (const [name] of choice) formData.delete(name);
    add(choice, formData);
  });
  form.hidden = false;
  // Addresses of a choice, as lists on one page have them, lead on.
  const asked = new URLSearchParams(location.hash.slice(1));
  const choice = [...asked].filter(([name]) => form.elements.namedItem(name));
  if (choice.length) {
    const url = new URL(complete(form.getAttribute("action")), document.baseURI);
    const fixed = all("input[type=hidden]", form).map((input) => [input.name, input.value]);
    add([...fixed, ...choice], url.searchParams);
    const sort = { new: "date", title: "title" }[asked.get("sort")];
    if (sort) url.searchParams.set("sort", sort);
    location.replace(url);
  }
}

// Facets over a list that is already on the page: within a facet any, between facets all; counts leave out their own facet.
for (const form of all("[data-facets-for]")) {
  const list = document.getElementById(form.dataset.facetsFor);
  const items = all("[data-facets]", list).map((element, order) => {
    const values = new Map();
    for (const pair of element.dataset.facets.split(" ")) {
      const [key, value] = pair.split("=");
      if (!values.has(key)) values.set(key, new Set());
      values.get(key).add(value);
    }
    return { element, values, order, home: element.parentElement, title: element.querySelector(".card-title a").textContent };
  });
  const boxes = all("input[type=checkbox]", form);
  const sort = form.elements.sort;
  const status = form.querySelector("[role=status]");
  const reset = form.querySelector("[type=reset]");
  const keys = [...new Set(boxes.map((box) => box.name))];
  const long = all(".facet:has(.facet-more)", form).map((facet) => {
    const [shown, rest] = all("ul", facet);
    return { shown, rest, more: facet.querySelector(".facet-more"), room: shown.children.length, values: all("li", facet) };
  });
  const flat = document.createElement("div");
  flat.className = list.querySelector(".long") ? "grid long" : "grid";
  flat.hidden = true;
  list.insertBefore(flat, list.querySelector(":scope > .library-table"));

  // Values that nothing has stand last, so that they take no room from others.
  const arrange = ({ shown, rest, more, room, values }) => {
    const isEmpty = (value) => value.querySelector("input").disabled;
    const order = [...values.filter((value) => !isEmpty(value)), ...values.filter(isEmpty)];
    const count = order.slice(room).filter((value) => !isEmpty(value)).length;
    more.hidden = count === 0;
    more.querySelector("summary").textContent = (count === 1 ? more.dataset.one : more.dataset.other).replace("{count}", count);
    if (all("li", more.parentElement).every((value, index) => value === order[index])) return;
    const focused = document.activeElement;
    shown.append(...order.slice(0, room));
    rest.append(...order.slice(room));
    if (more.parentElement.contains(focused)) focused.focus({ preventScroll: true });
  };

  const collator = new Intl.Collator(language);
  const added = (item) => [...item.values.get("added") ?? [""]][0];
  const orders = {
    title: (a, b) => collator.compare(a.title, b.title) || a.order - b.order,
    new: (a, b) => added(b).localeCompare(added(a)) || a.order - b.order,
  };
  let placed = "";
  const place = () => {
    if (placed === sort.value) return;
    placed = sort.value;
    const order = placed ? [...items].sort(orders[placed]) : items;
    for (const item of order) (placed ? flat : item.home).append(item.element);
    flat.hidden = !placed;
  };

  const apply = (keep) => {
    const chosen = new Map(keys.map((key) => [key, boxes.filter((box) => box.name === key && box.checked).map((box) => box.value)]));
    const isMissed = (item, key) => chosen.get(key).length && !chosen.get(key).some((value) => item.values.get(key)?.has(value));
    const counts = new Map();
    let shown = 0;
    for (const item of items) {
      const missed = keys.filter((key) => isMissed(item, key));
      item.element.hidden = missed.length > 0;
      if (!missed.length) shown += 1;
      if (missed.length > 1) continue;
      for (const key of missed.length ? missed : keys) {
        for (const value of item.values.get(key) ?? []) counts.set(`${key}=${value}`, (counts.get(`${key}=${value}`) ?? 0) + 1);
      }
    }
    for (const box of boxes) {
      const count = counts.get(`${box.name}=${box.value}`) ?? 0;
      box.closest("label").querySelector(".facet-count").textContent = count;
      box.disabled = count === 0 && !box.checked;
    }
    long.forEach(arrange);
    reset.hidden = !sort.value && !boxes.some((box) => box.checked);
    const grouped = sort.value === "";
    place();
    for (const group of all(".group", list)) group.hidden = !grouped || !group.querySelector("[data-facets]:not([hidden])");
    list.querySelector(".library-jump").hidden = !grouped || boxes.some((box) => box.checked);
    status.textContent = (shown === 1 ? status.dataset.one : status.dataset.other).replace("{count}", shown);
    if (keep) {
      const choice = new URLSearchParams(boxes.filter((box) => box.checked).map((box) => [box.name, box.value]));
      if (sort.value) choice.set("sort", sort.value);
      history.pushState(null, "", choice.size ? `#${choice}` : location.pathname + location.search);
    }
  };
  const restore = () => {
    const choice = new URLSearchParams(location.hash.slice(1));
    for (const box of boxes) box.checked = choice.getAll(box.name).includes(box.value);
    sort.value = choice.get("sort") ?? "";
    apply(false);
  };
  form.hidden = false;
  form.addEventListener("change", () => apply(true));
  form.addEventListener("reset", () => setTimeout(() => { apply(true); sort.focus(); }));
  addEventListener("popstate", restore);
  restore();
}
