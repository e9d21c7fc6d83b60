// The search page: what its address asks for, what can be chosen among it, and an address that keeps the choice.
// Without it the page shows every title from A to Z.
"use strict";

(() => {
  const FACETS = ["kind", "community", "topic", "level", "length", "freshness", "way", "circle", "language", "status"];
  const PAGE = 20;
  const { open, answerSaid, offerUnquoted, said, filled, latest } = PraxisSearchBox;
  const one = (selector, root = document) => root.querySelector(selector);

  const form = one("[data-search-page]");
  const input = form?.querySelector("input[name=q]");
  const status = one("main [data-search-status]");
  const list = one("[data-search-results]");
  const template = one("template[data-search-result]");
  const more = one("[data-search-more]");
  const facets = one("[data-search-facets]");
  const fallback = one("[data-search-fallback]");
  const elsewhere = one("[data-search-elsewhere]");
  if (!input || !status || !list || !template) return;
  const ask = latest();
  let shown = PAGE;

  // ---- The address and the controls say the same

  const question = () => ({ query: input.value.trim(), filters: chosen(), sort: sortField()?.value || "relevance" });

  const sortField = () => facets && one("select[name=sort]", facets);

  /** What the address chooses and no box says: all before the first answer, then by facets that the theme does not show. */
  let initial = {};
  /** By facet the values that are chosen. */
  const chosen = () => {
    const boxes = facets ? [...facets.querySelectorAll("[data-search-facet] input:checked")] : [];
    const filters = Object.fromEntries(Object.entries(initial).map(([facet, values]) => [facet, [...values]]));
    for (const box of boxes) (filters[box.name] ??= []).push(box.value);
    return filters;
  };

  const readAddress = () => {
    const address = new URLSearchParams(location.search);
    input.value = address.get("q") ?? "";
    initial = Object.fromEntries(FACETS.map((facet) => [facet, address.getAll(facet)]).filter(([, values]) => values.length));
    if (sortField()) sortField().value = address.get("sort") ?? "";
    for (const box of facets?.querySelectorAll("[data-search-facet] input") ?? []) box.checked = false;
  };

  /** A step is one that readers can go back from; typing is none. */
  const writeAddress = ({ query, filters, sort }, isStep) => {
    const address = new URLSearchParams(query ? [["q", query]] : []);
    for (const facet of FACETS) for (const value of filters[facet] ?? []) address.append(facet, value);
    if (sort !== "relevance") address.set("sort", sort);
    const text = address.toString();
    const written = text && `?${text}`;
    if (written === location.search) return;
    history[isStep ? "pushState" : "replaceState"](null, "", location.pathname + written);
  };

  // ---- Facets

  const valueItem = (facet, { value, label, count }, isChosen) => {
    const item = one("template[data-search-value]", facets).content.firstElementChild.cloneNode(true);
    const box = one("input", item);
    box.name = facet;
    box.value = value;
    box.checked = isChosen;
    one("[data-field=label]", item).textContent = label;
    one("[data-field=count]", item).textContent = String(count);
    return item;
  };

  /** How many values of a facet are shown at once: of a long list the most frequent, and those that are chosen. */
  const ROOM = 8;

  const arrange = (group, items) => {
    const rest = one("[data-search-rest]", group);
    const isShown = (item, place) => place < ROOM || one("input", item).checked;
    const hidden = rest ? items.filter((item, place) => !isShown(item, place)) : [];
    // One more takes as much room as the line that hides it.
    const folded = hidden.length > 1 ? hidden : [];
    one("[data-search-values]", group).replaceChildren(...items.filter((item) => !folded.includes(item)));
    if (!rest) return;
    rest.replaceChildren(...folded);
    const more = rest.closest("details");
    more.hidden = folded.length === 0;
    one("summary", more).textContent = more.dataset.other.replace("{count}", folded.length);
  };

  /** Shows the counts; the box that has the focus keeps it. */
  const showFacets = (counts, filters, total) => {
    if (!facets) return;
    const focused = document.activeElement?.closest("[data-search-facet]") ? document.activeElement : undefined;
    for (const group of facets.querySelectorAll("[data-search-facet]")) {
      const facet = group.dataset.searchFacet;
      const values = counts[facet] ?? [];
      const ticked = filters[facet] ?? [];
      arrange(group, values.map((value) => valueItem(facet, value, ticked.includes(value.value))));
      group.hidden = values.length < 2 && ticked.length === 0;
    }
    if (focused) {
      one(`input[name="${CSS.escape(focused.name)}"][value="${CSS.escape(focused.value)}"]`, facets)?.focus();
    }
    initial = Object.fromEntries(Object.entries(initial).filter(([facet]) => !one(`[data-search-facet="${facet}"]`, facets)));
    facets.hidden = total === 0 && Object.keys(filters).length === 0;
    const reset = one("[type=reset]", facets);
    if (reset) reset.hidden = Object.keys(filters).length === 0;
  };

  // ---- Results

  /** Where nothing is written, somebody may know: the words go along to whoever finds people. */
  const showElsewhere = (isShown, query) => {
    if (!elsewhere) return;
    elsewhere.hidden = !isShown;
    const person = one("[data-search-person]", elsewhere);
    if (person) person.hash = new URLSearchParams({ words: query });
  };

  const offer = offerUnquoted(one("main [data-search-unquoted]"), input, () => step());

  const showNothing = (text) => {
    list.replaceChildren();
    status.textContent = text;
    offer({ total: 0 }, "");
    showElsewhere(false, "");
    if (more) more.hidden = true;
    if (facets) facets.hidden = true;
    if (fallback) fallback.hidden = false;
  };

  const show = (answer, { query, filters }) => {
    const { total, results, facets: counts } = answer;
    list.replaceChildren(...results.map((result) => filled(template, result, query)));
    status.textContent = answerSaid(status, answer, query);
    offer(answer, query);
    showElsewhere(total === 0 && query !== "", query);
    if (more) more.hidden = results.length >= total;
    if (fallback) fallback.hidden = true;
    showFacets(counts, filters, total);
  };

  const update = async (isStep = false) => {
    const asked = question();
    writeAddress(asked, isStep);
    if (!asked.query && Object.keys(asked.filters).length === 0) return ask(() => showNothing(""));
    if (list.children.length === 0) status.textContent = said(status, "searching");
    try {
      const answer = await ask(async () => (await open()).search(asked.query, { ...asked, limit: shown }));
      if (answer) show(answer, asked);
    } catch {
      showNothing(said(status, "failed"));
    }
  };

  const start = (isStep) => { shown = PAGE; return update(isStep); };
  const step = () => start(true);

  // Between the field and what was found are the choices, many for whoever has no pointer: Enter leads past them.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await step();
    if (document.activeElement === input) one("a", list)?.focus();
  });
  input.addEventListener("input", () => start(false));
  facets?.addEventListener("change", step);
  facets?.addEventListener("submit", (event) => event.preventDefault());
  facets?.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const box of facets.querySelectorAll("[data-search-facet] input")) box.checked = false;
    step();
  });
  more?.addEventListener("click", async () => {
    const first = list.children.length;
    shown += PAGE;
    await update();
    one("a", list.children[first] ?? list)?.focus();
  });
  addEventListener("popstate", () => { readAddress(); start(false); });
  readAddress();
  update();
})();
