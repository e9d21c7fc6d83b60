// Finding somebody: ranks the people who are on the page already, and says why. Nothing that one types leaves the browser;
// the choice is kept after "#", which no server sees.
"use strict";

(() => {
  const form = document.querySelector("[data-finder]");
  const list = document.querySelector("[data-finder-results]");
  if (!form || !list) return;

  const language = document.documentElement.lang;
  const status = form.querySelector("[data-finder-status]");
  // In what order people stand before anything is asked.
  const note = list.parentElement.querySelector(".section-note");
  const filters = [...form.querySelectorAll("select")];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const counted = (count, one, other) => fill(new Intl.PluralRules(language).select(count) === "one" ? one : other, { count });
  const words = (text) => text.toLocaleLowerCase(language).match(/[\p{L}\p{N}]+/gu) ?? [];
  const sayNothing = new Set(words(form.dataset.ignored));
  // A word of three letters and more stands for those that it begins; a shorter one for itself.
  const begins = (word, other) => word.length < 3 ? word === other : other.startsWith(word);

  // Hours of a working day from 9 to 17 that somebody in another zone shares with the reader.
  const offset = (zone) => {
    const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts()
      .find((part) => part.type === "timeZoneName").value;
    const [, sign, hours, minutes] = /([+-])(\d+):?(\d+)?/.exec(name) ?? [null, "+", 0, 0];
    return (sign === "-" ? -1 : 1) * (Number(hours) + Number(minutes ?? 0) / 60);
  };
  const sharedHours = (zone) => {
    try {
      const apart = Math.abs(offset(zone) - offset(Intl.DateTimeFormat().resolvedOptions().timeZone));
      return Math.max(0, Math.floor(8 - Math.min(apart, 24 - apart)));
    } catch { return null; }
  };

  // Topics by identifier, each with its names; levels from the lowest, and the words for what can be chosen.
  const topics = new Map([...form.querySelectorAll("datalist option")].map((option) => {
    const id = new URL(option.dataset.href, document.baseURI).pathname.replace(/\/(index\.html)?$/, "").split("/").pop();
    return [id, [option.value, ...(option.dataset.words ?? "").split("|").filter(Boolean)]];
  }));
  const topicWords = new Set([...topics.values()].flat().flatMap(words));
  const choices = (name) => [...form.elements[name]?.options ?? []].filter((option) => option.value);
  const label = (name, value) => choices(name).find((option) => option.value === value)?.textContent.trim() ?? value;
  const height = (level) => choices("level").findIndex((option) => option.value === level) + 2;

  const today = new Date().toLocaleDateString("sv");
  const read = (text) => { try { return JSON.parse(text); } catch { return {}; } };
  const asBuilt = (element) => {
    const items = [...element.querySelectorAll(".reasons > *")];
    return { asBuilt: items, shown: items };
  };
  const people = [...list.querySelectorAll("[data-person]")].map((element, order) => {
    const data = read(element.dataset.person);
    const link = element.querySelector("[data-message]");
    return {
      element, order, link, address: link?.getAttribute("href") ?? "",
      name: element.querySelector(".card-title").textContent.trim(),
      offers: (data.offers ?? []).filter((offer) => (!offer.until || offer.until >= today) && offer.capacity !== 0),
      skills: data.skills ?? {}, languages: data.languages ?? [], text: words(element.textContent),
      hours: data.zone ? sharedHours(data.zone) : null,
      reasons: element.querySelector(".reasons"), ...asBuilt(element),
    };
  });

  // How many letters must be put in, left out, replaced or swapped with the next to make one word of another.
  const distance = (one, other) => {
    let [beforeLast, last] = [[], Array.from({ length: other.length + 1 }, (_, column) => column)];
    for (let row = 1; row <= one.length; row += 1) {
      const next = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const isSame = one[row - 1] === other[column - 1];
        next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
        if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          next[column] = Math.min(next[column], beforeLast[column - 2] + 1);
        }
      }
      [beforeLast, last] = [last, next];
    }
    return last[other.length];
  };

  const isKnown = (word) => [...topicWords].some((each) => begins(word, each) || (each.length > 3 && word.startsWith(each)))
    || people.some((person) => person.text.some((each) => begins(word, each)));
  // A word that nobody and no topic has, as the nearest word of a topic: a typing error.
  const mended = (word) => {
    if (word.length < 4 || isKnown(word)) return word;
    const most = word.length < 8 ? 1 : 2;
    const near = [...topicWords].filter((each) => Math.abs(each.length - word.length) <= most)
      .map((each) => [distance(word, each), each]).sort((a, b) => a[0] - b[0])[0];
    return near && near[0] <= most ? near[1] : word;
  };
  // The words that were asked, without those that say nothing; all of them where no other is left.
  const wanted = (text) => {
    const all = words(text);
    const telling = all.filter((word) => !sayNothing.has(word));
    return (telling.length ? telling : all).map(mended);
  };

  // How well a topic fits what was asked: all of its words, or how many of the asked words begin one of its own.
  const fit = (names, asked) => Math.max(0, ...names.map((name) => {
    const own = words(name);
    const found = asked.filter((word) => own.some((each) => begins(word, each) || (each.length > 3 && word.startsWith(each))));
    if (!found.length) return 0;
    return found.length / asked.length + (own.length && own.every((each) => asked.includes(each)) ? 1 : 0);
  }));

  // Points and reasons of a person for what was asked; null where the person does not fit.
  const judge = (person, asked, chosen) => {
    const offers = chosen.offer ? person.offers.filter((offer) => offer.kind === chosen.offer) : person.offers;
    if (!offers.length) return null;
    const least = chosen.level ? height(chosen.level) : 0;
    const reasons = [];
    let points = 0, subject = null, isFound = !asked.length, isSkilled = !least;
    for (const id of new Set([...offers.flatMap((offer) => offer.topics ?? []), ...Object.keys(person.skills)])) {
      const names = topics.get(id) ?? [id];
      const close = asked.length ? fit(names, asked) : 1;
      if (!close) continue;
      const offer = offers.find((each) => each.topics?.includes(id));
      const level = person.skills[id];
      if (level && height(level) >= least) isSkilled = true;
      if (!asked.length) continue;
      isFound = true;
      points += close * ((offer ? 10 : 0) + (level ? 2 * height(level) : 0));
      if (offer) {
        subject ??= names[0];
        reasons.push([close + 1, fill(form.dataset.offers, { offer: label("offer", offer.kind), topic: names[0] })]);
      }
      if (level) reasons.push([close, fill(form.dataset.level, { level: label("level", level), topic: names[0] })]);
    }
    if (asked.length) {
      const own = asked.filter((word) => person.text.some((each) => begins(word, each)));
      if (own.length === asked.length) isFound = true;
      points += own.length / asked.length;
    }
    if (!isFound || !isSkilled) return null;
    if (chosen.language) {
      if (!person.languages.includes(chosen.language)) return null;
      reasons.push([0, fill(form.dataset.speaks, { language: label("language", chosen.language) })]);
    }
    if (chosen.hours) {
      if (person.hours === null || person.hours < Number(chosen.hours)) return null;
      reasons.push([0, counted(person.hours, form.dataset.hoursOne, form.dataset.hoursOther)]);
    }
    return { person, points, subject, reasons: reasons.sort((a, b) => b[0] - a[0]).map(([, text]) => text) };
  };

  const show = ({ person, reasons, subject }, asked) => {
    const items = reasons.length ? reasons.slice(0, 5).map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }) : person.asBuilt;
    if (person.reasons && person.shown !== items) person.reasons.replaceChildren(...items);
    person.shown = items;
    if (person.link && person.address.startsWith("mailto:")) {
      const topic = subject ?? asked;
      const values = { name: person.name, topic, site: form.dataset.site };
      const query = `subject=${encodeURIComponent(fill(form.dataset.subject, values))}&body=${encodeURIComponent(fill(form.dataset.body, values))}`;
      person.link.setAttribute("href", topic ? `${person.address.split("?")[0]}?${query}` : person.address);
    }
  };

  // Rows move only where their order differs: moving thousands costs a phone seconds.
  let standing = people;
  const place = (fitting) => {
    const places = new Map(standing.map((person, index) => [person, index]));
    if (fitting.every((person, index) => !index || places.get(fitting[index - 1]) < places.get(person))) return;
    list.append(...fitting.map((person) => person.element));
    const moved = new Set(fitting);
    standing = [...standing.filter((person) => !moved.has(person)), ...fitting];
  };

  // Where nobody fits, what to do about it: there are filters to take away, or there is the rest of the site.
  const advice = (text, chosen) => {
    if (!text || Object.values(chosen).some(Boolean)) return [form.dataset.none];
    const link = document.createElement("a");
    link.href = `${document.body.dataset.root}search/?q=${encodeURIComponent(text)}`;
    link.textContent = fill(form.dataset.search, { query: text });
    return [form.dataset.nobody, " ", link];
  };

  const reset = form.querySelector("[type=reset]");
  const panel = form.querySelector("details");
  let isTyping = false;
  const apply = (keep) => {
    const text = form.elements.words.value.trim();
    const chosen = Object.fromEntries(filters.map((select) => [select.name, select.value]));
    const isAsked = text !== "" || filters.some((select) => select.value);
    const words = wanted(text);
    const fitting = people.map((person) => judge(person, words, chosen)).filter(Boolean)
      .sort((a, b) => b.points - a.points || a.person.order - b.person.order);
    const shown = new Set(fitting.map((found) => found.person));
    for (const person of people) if (person.element.hidden === shown.has(person)) person.element.hidden = !shown.has(person);
    for (const found of fitting) show(found, text);
    place([...shown]);
    const count = fitting.length ? [counted(fitting.length, form.dataset.countOne, form.dataset.countOther)] : advice(text, chosen);
    status.replaceChildren(...(isAsked ? count : []));
    reset.hidden = !isAsked;
    if (note) note.hidden = text !== "";
    if (!keep) return;
    const choice = new URLSearchParams([["words", text], ...Object.entries(chosen)].filter(([, value]) => value));
    const address = choice.size ? `#${choice}` : location.pathname + location.search;
    // A word is one entry of the history, however many letters it took.
    if (isTyping) history.replaceState(null, "", address); else history.pushState(null, "", address);
  };

  const restore = () => {
    const choice = new URLSearchParams(location.hash.slice(1));
    form.elements.words.value = choice.get("words") ?? "";
    for (const select of filters) {
      select.value = choice.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    // What narrows the list can be seen.
    if (panel && filters.some((select) => select.value)) panel.open = true;
    apply(false);
  };

  form.hidden = false;
  document.querySelector("[data-finder-plain]")?.remove();
  form.addEventListener("input", (event) => {
    const isWord = event.target === form.elements.words;
    isTyping &&= isWord;
    apply(true);
    isTyping = isWord;
  });
  form.addEventListener("change", () => { isTyping = false; });
  form.addEventListener("reset", () => setTimeout(() => {
    isTyping = false;
    apply(true);
    form.elements.words.focus();
  }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    isTyping = false;
    list.querySelector(":scope > :not([hidden]) a")?.focus();
  });
  addEventListener("popstate", restore);
  restore();
})();
