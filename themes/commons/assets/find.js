// Finding somebody: ranks the people who are on the page already, and says why. Nothing that one types leaves the browser;
// the choice is kept after "#", which no server sees.
"use strict";

(() => {
  const form = document.querySelector("[data-finder]");
  const list = document.querySelector("[data-finder-results]");
  if (!form || !list) return;

  const language = document.documentElement.lang;
  const status = form.querySelector("[data-finder-status]");
  const filters = [...form.querySelectorAll("select")];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const counted = (count, one, other) => fill(new Intl.PluralRules(language).select(count) === "one" ? one : other, { count });
  const words = (text) => text.toLocaleLowerCase(language).match(/[\p{L}\p{N}]+/gu) ?? [];

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
  const choices = (name) => [...form.elements[name]?.options ?? []].filter((option) => option.value);
  const label = (name, value) => choices(name).find((option) => option.value === value)?.textContent.trim() ?? value;
  const height = (level) => choices("level").findIndex((option) => option.value === level) + 2;

  const today = new Date().toLocaleDateString("sv");
  const read = (text) => { try { return JSON.parse(text); } catch { return {}; } };
  const people = [...list.querySelectorAll("[data-person]")].map((element, order) => {
    const data = read(element.dataset.person);
    const link = element.querySelector("[data-message]");
    return {
      element, order, link, address: link?.getAttribute("href") ?? "",
      name: element.querySelector(".card-title").textContent.trim(),
      offers: (data.offers ?? []).filter((offer) => (!offer.until || offer.until >= today) && offer.capacity !== 0),
      skills: data.skills ?? {}, languages: data.languages ?? [], text: words(element.textContent),
      hours: data.zone ? sharedHours(data.zone) : null,
      reasons: element.querySelector(".reasons"), asBuilt: [...element.querySelectorAll(".reasons > *")],
    };
  });

  // How well a topic fits what was asked: all of its words, or how many of the asked words begin one of its own.
  const fit = (names, asked) => Math.max(0, ...names.map((name) => {
    const own = words(name);
    const found = asked.filter((word) => own.some((each) => each.startsWith(word) || (each.length > 3 && word.startsWith(each))));
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
      const own = asked.filter((word) => person.text.some((each) => each.startsWith(word)));
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
    person.reasons?.replaceChildren(...items);
    if (person.link && person.address.startsWith("mailto:")) {
      const topic = subject ?? asked;
      const values = { name: person.name, topic, site: form.dataset.site };
      const query = `subject=${encodeURIComponent(fill(form.dataset.subject, values))}&body=${encodeURIComponent(fill(form.dataset.body, values))}`;
      person.link.setAttribute("href", topic ? `${person.address.split("?")[0]}?${query}` : person.address);
    }
    list.append(person.element);
  };

  const apply = (keep) => {
    const text = form.elements.words.value.trim();
    const chosen = Object.fromEntries(filters.map((select) => [select.name, select.value]));
    const isAsked = text !== "" || filters.some((select) => select.value);
    const fitting = people.map((person) => judge(person, words(text), chosen)).filter(Boolean)
      .sort((a, b) => b.points - a.points || a.person.order - b.person.order);
    for (const person of people) person.element.hidden = true;
    for (const found of fitting) {
      found.person.element.hidden = false;
      show(found, text);
    }
    status.textContent = !isAsked ? "" : fitting.length ? counted(fitting.length, form.dataset.countOne, form.dataset.countOther) : form.dataset.none;
    if (!keep) return;
    const choice = new URLSearchParams([["words", text], ...Object.entries(chosen)].filter(([, value]) => value));
    history.replaceState(null, "", choice.size ? `#${choice}` : location.pathname + location.search);
  };

  const restore = () => {
    const choice = new URLSearchParams(location.hash.slice(1));
    form.elements.words.value = choice.get("words") ?? "";
    for (const select of filters) {
      select.value = choice.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    apply(false);
  };

  form.hidden = false;
  form.addEventListener("input", () => apply(true));
  form.addEventListener("reset", () => setTimeout(() => apply(true)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply(true);
    list.querySelector(":scope > :not([hidden]) a")?.focus();
  });
  addEventListener("hashchange", restore);
  restore();
})();
