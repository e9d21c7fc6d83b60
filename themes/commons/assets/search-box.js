// The search box on every page, and the marks on a page that a result leads to. Without it, forms lead to /search/.
// Markup that it works on: [data-search-dialog], [data-search-open]; a theme's <template>s say what a hit looks like, and
// [data-search-status] has the sentences. A button in [data-search-unquoted] searches without quotation marks.
"use strict";

globalThis.PraxisSearchBox = (() => {
  const root = document.body.dataset.root ?? "./";
  const HITS = 8;
  const MOST_FORMS = 3;
  let opened;

  /** The site's index, opened on first use; after a failure the next use tries again. */
  const open = () => {
    opened ??= PraxisSearch.open(root).catch((error) => { opened = undefined; throw error; });
    return opened;
  };

  /** A text of the theme's, with numbers and words filled in. */
  const said = (element, name, values = {}) =>
    (element.dataset[name] ?? "").replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

  /** Which sentence says how many results there are. */
  const countName = ({ total, isWhole }, query) => {
    if (total === 0) return "none";
    const isOne = total === 1 && isWhole;
    return query ? isOne ? "one" : "other" : isOne ? "allOne" : "allOther";
  };

  const language = document.documentElement.lang || undefined;
  const oneOf = new Intl.ListFormat(language, { type: "disjunction" });

  /** How many results there are: `27+` where there may be more. The sentence has quotation marks of its own. */
  const countSaid = (status, { total, isWhole }, query) => said(status, countName({ total, isWhole }, query),
    { count: total.toLocaleString(language) + (isWhole ? "" : "+"), query: query.replace(/^"([^"]*)"$/, "$1") });

  /** A word that stands on no page, and what was looked for instead. */
  const missingSaid = (status, { word, instead }) =>
    said(status, instead.length ? "instead" : "missing", { word, forms: oneOf.format(instead.slice(0, MOST_FORMS)) });

  /** What an answer says besides its results. */
  const answerSaid = (status, answer, query) => {
    const count = countSaid(status, answer, query);
    const others = answer.total ? answer.missing.map((word) => missingSaid(status, word)).filter(Boolean) : [];
    return others.length ? `${count}. ${others.join(" ")}` : count;
  };

  const QUOTATION_MARKS = /["“”„«»]/g;

  /** Where quotations stand nowhere, their words may be looked for by themselves: `search` does it. */
  const offerUnquoted = (offer, input, search) => {
    offer?.querySelector("button")?.addEventListener("click", () => {
      input.value = input.value.replace(QUOTATION_MARKS, " ").replace(/\s+/g, " ").trim();
      input.focus();
      search();
    });
    return ({ total }, query) => {
      if (offer) offer.hidden = total > 0 || (query.match(QUOTATION_MARKS)?.length ?? 0) < 2;
    };
  };

  /** An excerpt with its marks. */
  const markedText = (text, marks) => {
    const parts = new DocumentFragment();
    let end = 0;
    for (const [from, to] of marks) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      parts.append(text.slice(end, from), mark);
      end = to;
    }
    parts.append(text.slice(end));
    return parts;
  };

  /** The address of a result that has its words marked there; several that belong together stand in quotation marks. */
  const markedURL = (address, words) => {
    const url = new URL(address);
    if (words.length) url.searchParams.set("highlight", words.map((word) => word.includes(" ") ? `"${word}"` : word).join(" "));
    return url.href;
  };

  /** The words of such a list, or of a query. */
  const wordsOf = (list) => [...list.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([word, together]) => together ?? word);

  /** Fills a copy of a theme's template with a result; the excerpt follows. */
  const filled = (template, result, query) => {
    const element = template.content.firstElementChild.cloneNode(true);
    const field = (name) => element.querySelector(`[data-field="${name}"]`);
    const put = (name, content) => { if (content) field(name)?.replaceChildren(content); else field(name)?.remove(); };
    put("title", result.title);
    put("kind", result.labels.kind);
    put("community", result.kind === "community" ? undefined : result.labels.community);
    const title = field("title");
    const isForeign = result.language !== document.documentElement.lang;
    put("language", isForeign ? result.labels.language : undefined);
    if (isForeign) for (const name of ["title", "section", "excerpt"]) field(name)?.setAttribute("lang", result.language);
    const lead = (address) => { if (title?.localName === "a") title.href = address; element.dataset.url = address; };
    lead(markedURL(result.url, wordsOf(query)));
    const details = async () => {
      const { url, section, excerpt, marks, words } = await result.detail();
      lead(markedURL(url, words));
      put("section", section);
      put("excerpt", excerpt && markedText(excerpt, marks));
    };
    details().catch(() => { put("section"); put("excerpt"); });
    return element;
  };

  /** Runs only the latest of several questions: `ask` gives undefined for one that was overtaken, failed or not. */
  const latest = () => {
    let number = 0;
    return async (work) => {
      const mine = ++number;
      try {
        const answer = await work();
        return mine === number ? answer : undefined;
      } catch (error) {
        if (mine === number) throw error;
      }
    };
  };

  // ---- The list of hits below an input (ARIA Authoring Practices, combobox with a list, manual selection)

  const attach = (box) => {
    const input = box.querySelector("input[role=combobox]");
    const list = box.querySelector("[data-search-hits]");
    const status = box.querySelector("[data-search-status]");
    const template = box.querySelector("template[data-search-hit]");
    if (!input || !list || !status || !template) return;
    const ask = latest();
    let selected = -1;

    const select = (number) => {
      const options = [...list.children];
      selected = options.length ? (number + options.length + 1) % (options.length + 1) : -1;
      if (selected === options.length) selected = -1;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === selected)));
      options[selected]?.scrollIntoView({ block: "nearest" });
      if (selected < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", options[selected].id);
    };

    /** Shows hits; the one that is selected stays so, if it is among them. */
    const show = (results, query) => {
      const page = list.children[selected]?.dataset.page;
      list.replaceChildren(...results.map((result, number) => {
        const option = filled(template, result, query);
        option.id = `${list.id}-${number}`;
        option.dataset.page = result.url;
        option.setAttribute("role", "option");
        return option;
      }));
      list.hidden = results.length === 0;
      input.setAttribute("aria-expanded", String(results.length > 0));
      select(results.findIndex((result) => result.url === page));
    };

    const offer = offerUnquoted(box.querySelector("[data-search-unquoted]"), input, () => update());

    const update = async () => {
      const query = input.value.trim();
      if (!opened && query) status.textContent = said(status, "searching");
      try {
        const answer = await ask(async () => query ? (await open()).search(query, { limit: HITS, facets: false }) : { total: 0, results: [] });
        if (!answer) return;
        show(answer.results, query);
        status.textContent = query ? answerSaid(status, answer, query) : "";
        offer(answer, query);
      } catch {
        show([], query);
        status.textContent = said(status, "failed");
        offer({ total: 0 }, "");
      }
    };

    const follow = (option) => {
      box.closest("dialog")?.close();
      location.assign(option.dataset.url);
    };

    input.addEventListener("input", update);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown") select(selected + 1);
      else if (event.key === "ArrowUp") select(selected < 0 ? list.children.length - 1 : selected - 1);
      else if (event.key === "Enter" && selected >= 0) follow(list.children[selected]);
      else if (event.key === "Escape" && box.open) box.close();
      else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option || event.target.closest("a")) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(option.dataset.url, "_blank", "noopener");
      else follow(option);
    });
    list.addEventListener("auxclick", (event) => {
      const option = event.button === 1 ? event.target.closest("[role=option]") : undefined;
      if (option && !event.target.closest("a")) window.open(option.dataset.url, "_blank", "noopener");
    });
    show([], "");
    return { input, update };
  };

  // ---- The dialog

  const isTyping = (element) => element.closest?.("input, textarea, select, [contenteditable]");

  const isOpeningKey = (event) => {
    if (event.altKey || event.isComposing) return false;
    if (event.ctrlKey || event.metaKey) return !event.shiftKey && event.key.toLowerCase() === "k";
    return event.key === "/" && !isTyping(event.target);
  };

  const start = (dialog) => {
    const box = attach(dialog);
    if (!box || !dialog.showModal) return;
    const openWith = (text) => {
      if (!dialog.open) dialog.showModal();
      box.input.value = text;
      box.input.focus();
      box.update();
    };
    document.addEventListener("keydown", (event) => {
      if (!isOpeningKey(event)) return;
      event.preventDefault();
      if (!dialog.open) openWith("");
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close());
    for (const opener of document.querySelectorAll("[data-search-open]")) {
      const field = opener.querySelector("input");
      const take = (event) => {
        event.preventDefault();
        const text = field?.value ?? "";
        if (field) field.value = "";
        openWith(text);
      };
      if (field) {
        field.addEventListener("click", take);
        field.addEventListener("input", take);
      } else {
        opener.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) take(event); });
      }
    }
  };

  // ---- Marks on the page that a result leads to

  const UNMARKED = "script, style, template, textarea, select, svg, mark, [hidden], [data-search-fallback]";
  const MOST_MARKS = 500;

  /** Text below an element, in its order. */
  const textsIn = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT,
      (node) => node.parentElement.closest(UNMARKED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  };

  /** Letters of scripts that put no blanks between words. */
  const UNSPACED = /[\p{sc=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]/u;

  /** A word wherever it stands alone, perhaps with places at which it may be divided. */
  const patternOf = (word) => {
    const letters = [...word].map((letter) => letter === " " ? "[^\\p{L}\\p{N}]+" : letter.replace(/[.*+?^${}()|[\]\\/-]/, "\\$&"));
    const start = UNSPACED.test(letters[0]) ? "" : "(?<![\\p{L}\\p{N}])";
    const end = UNSPACED.test(letters.at(-1)) ? "" : "(?![\\p{L}\\p{N}\\p{M}])";
    return start + letters.join("\\u00AD?") + end;
  };

  /** The wide letters and digits of East Asian keyboards, as the usual ones, which are as long. */
  const usual = (text) => text.replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xFEE0));

  const mark = (words) => {
    const wanted = words.map((word) => word.normalize("NFC")).sort((left, right) => right.length - left.length).map(patternOf);
    const pattern = new RegExp(wanted.join("|"), "giu");
    let count = 0;
    for (const text of textsIn(document.querySelector("main") ?? document.body)) {
      const data = text.data.normalize("NFC");
      const ranges = [];
      for (const { index, 0: { length } } of usual(data).matchAll(pattern)) {
        if (ranges.at(-1)?.[1] === index) ranges.at(-1)[1] += length; else ranges.push([index, index + length]);
      }
      if (ranges.length === 0) continue;
      const marked = markedText(data, ranges);
      for (const element of marked.querySelectorAll("mark")) element.className = "search-mark";
      text.replaceWith(marked);
      count += ranges.length;
      if (count > MOST_MARKS) return;
    }
  };

  const unmark = () => {
    for (const element of document.querySelectorAll("mark.search-mark")) {
      const parent = element.parentNode;
      element.replaceWith(element.textContent);
      parent.normalize();
    }
  };

  const showMarks = () => {
    const words = wordsOf(new URLSearchParams(location.search).get("highlight") ?? "").slice(0, 20);
    if (words.length === 0) return;
    mark(words);
    if (!location.hash) document.querySelector("mark.search-mark")?.scrollIntoView({ block: "center" });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) unmark();
    });
  };

  for (const dialog of document.querySelectorAll("[data-search-dialog]")) start(dialog);
  showMarks();
  return { open, answerSaid, offerUnquoted, said, filled, latest };
})();
