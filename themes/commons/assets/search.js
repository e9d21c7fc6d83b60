// Search over the files in search/index/, which the build wrote. They are loaded as scripts, so that it also works from a
// folder, where browsers refuse to fetch. All of it is one file, so that a page asks for it once.
//
//   const index = await PraxisSearch.open(baseURL)            // the site's root, relative or absolute
//   const { total, results, facets } = await index.search("feedback", { filters: { kind: ["video"] }, limit: 10 })
//   await results[0].detail()                                 // { url, section, excerpt, marks }
//
// Every figure is a whole number, and the order is the one that `praxis search` gives.
"use strict";

globalThis.PraxisSearch = (() => {
  const FORMAT = 1;
  const PAGES_PER_GROUP = 256;
  const LONGEST_WORD = 40;
  const MOST_WORDS = 32;
  const MOST_COMPLETIONS = 32;
  const MOST_CORRECTIONS = 24;
  const TIMEOUT = 20000;
  const FACETS = ["kind", "community", "topic", "level", "language", "status"];

  // ---- Files

  /** What the script that is running now has registered. */
  let arrivals = [];

  const register = (name, data) => { arrivals.push([name, data]); };

  const takeArrivals = () => {
    const pieces = new Map(arrivals);
    arrivals = [];
    return pieces;
  };

  /** Loads one file as a script; its load event comes before any other script runs. */
  const loadScript = (url) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const timer = setTimeout(() => finish(() => reject(new Error(`${url} does not answer`))), TIMEOUT);
    const finish = (end) => { clearTimeout(timer); script.remove(); end(); };
    script.onload = () => { const pieces = takeArrivals(); finish(() => resolve(pieces)); };
    script.onerror = () => finish(() => reject(new Error(`${url} is not there`)));
    script.src = url;
    document.head.append(script);
  });

  /** The pieces in the text of a file, for where there are no script elements. */
  const piecesOf = (text) => new Map(text.split("\n").filter(Boolean).map((line) => {
    const [, name, json] = /^PraxisSearch\.register\("([^"]*)",(.*)\);$/.exec(line) ?? [];
    return [name, JSON.parse(json ?? "null")];
  }));

  class Files {
    constructor(root, read) {
      this.folder = new URL("search/index/", root).href;
      this.load = read ? async (url) => piecesOf(await read(url)) : loadScript;
      this.loaded = new Map();
      this.decoded = new Map();
    }

    /** One piece of a file; each file is loaded once. */
    async piece(file, name) {
      if (!this.loaded.has(file)) this.loaded.set(file, this.load(this.folder + file));
      try {
        const data = (await this.loaded.get(file)).get(name);
        if (data === undefined) throw new Error(`${file} is damaged: it has no ${name}`);
        return data;
      } catch (error) {
        this.loaded.delete(file);
        throw error;
      }
    }

    /** A piece made ready once. */
    async ready(file, name, prepare) {
      const key = `${file} ${name}`;
      if (!this.decoded.has(key)) this.decoded.set(key, prepare(await this.piece(file, name)));
      return this.decoded.get(key);
    }
  }

  // ---- Bytes

  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

  /** Reads numbers of seven bits a byte, the lowest first. */
  class Reader {
    constructor(base64) {
      this.bytes = bytesOf(base64);
      this.position = 0;
    }

    get isAtEnd() { return this.position >= this.bytes.length; }

    byte() { return this.bytes[this.position++] ?? 0; }

    number() {
      let value = 0;
      let unit = 1;
      for (;;) {
        const byte = this.byte();
        value += (byte & 127) * unit;
        if (byte < 128) return value;
        unit *= 128;
      }
    }

    signed() {
      const value = this.number();
      return value % 2 === 0 ? value / 2 : -(value - 1) / 2 - 1;
    }
  }

  const numbersOf = (base64) => {
    const reader = new Reader(base64);
    const numbers = [];
    while (!reader.isAtEnd) numbers.push(reader.number());
    return numbers;
  };

  // ---- Words

  const SOFT_HYPHEN = "\u00AD";
  const SEPARATOR = 0;
  const LETTER = 1;
  const IDEOGRAPH = 2;

  const rangesOf = (text) => {
    let end = 0;
    return text.split(" ").map((part) => {
      const [offset, more = 0] = part.split("+").map((digits) => parseInt(digits, 16));
      const start = end + offset;
      end = start + more;
      return [start, end];
    });
  };

  /** The table of characters that the index was built with. */
  class Characters {
    constructor({ separators, ideographs, accented }) {
      this.classes = new Uint8Array(0x10000).fill(LETTER);
      this.above = [];
      for (const [text, kind] of [[separators, SEPARATOR], [ideographs, IDEOGRAPH]]) {
        for (const [start, end] of rangesOf(text)) {
          if (start < 0x10000) this.classes.fill(kind, start, end + 1);
          if (end >= 0x10000) this.above.push([start, end, kind]);
        }
      }
      this.bases = new Map();
      for (const group of accented.split(" ")) {
        const [base, letters] = group.split(":");
        for (const letter of letters) this.bases.set(letter, base);
      }
    }

    kindOf(code) {
      if (code < 0x10000) return this.classes[code];
      return this.above.find(([start, end]) => start <= code && code <= end)?.[2] ?? LETTER;
    }

    withoutAccents(word) {
      let plain = "";
      for (const letter of word) plain += this.bases.get(letter) ?? letter;
      return plain;
    }
  }

  const fold = (text) => {
    let folded = "";
    for (const letter of text.replaceAll(SOFT_HYPHEN, "").normalize("NFC")) folded += letter.toLowerCase();
    return folded;
  };

  /** The words of a text with their places, split as `WordScanner` does. */
  const wordsOf = (text, characters) => {
    const words = [];
    let position = 0;
    let isInside = false;
    const kindAt = (index) => index < text.length ? characters.kindOf(text.codePointAt(index)) : SEPARATOR;
    const sizeAt = (index) => text.codePointAt(index) > 0xFFFF ? 2 : 1;
    while (position < text.length) {
      const kind = kindAt(position);
      const from = position;
      position += sizeAt(position);
      if (kind === LETTER) {
        while (kindAt(position) === LETTER || text[position] === SOFT_HYPHEN) position += sizeAt(position);
        const word = fold(text.slice(from, position));
        if ([...word].length <= LONGEST_WORD) words.push({ word, from, to: position });
      } else if (kind === IDEOGRAPH) {
        const isPair = kindAt(position) === IDEOGRAPH;
        const to = isPair ? position + sizeAt(position) : position;
        if (isPair || !isInside) words.push({ word: text.slice(from, to), from, to });
        isInside = isPair;
      }
    }
    return words;
  };

  /** The different words of a query: the last may be cut short, words in quotation marks share a group. */
  const questionsOf = (query, characters) => {
    const questions = [];
    query.split(/["“”„«»]/).forEach((part, number, parts) => {
      const isQuoted = number % 2 === 1 && number < parts.length - 1;
      for (const { word, to } of wordsOf(part, characters)) {
        const isCut = number === parts.length - 1 && to === part.length;
        const group = isQuoted ? number : 0;
        const same = questions.find((question) => question.word === word);
        if (!same) questions.push({ word, isCut, group });
        else if (group) same.group = group;
      }
    });
    return questions.slice(0, MOST_WORDS);
  };

  // ---- Lexicon

  const lexiconOf = ({ forms, terms, counts }) => {
    const reader = new Reader(terms);
    let term = 0;
    const list = forms ? forms.split(" ") : [];
    return {
      forms: list,
      terms: list.map(() => (term += reader.signed())),
      counts: numbersOf(counts),
      numbers: new Map(list.map((form, number) => [form, number])),
    };
  };

  /** The last shard that does not start after a key. */
  const shardOf = (starts, key) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  };

  const lexiconShard = (language, shard) =>
    language.files.ready(language.lexicon.files[shard], `lexicon/${shard}`, lexiconOf);

  const allShards = (language) =>
    Promise.all(language.lexicon.files.map((_, shard) => lexiconShard(language, shard)));

  /** The shard that may hold a word, and those with what begins with it. */
  const shardsOf = (language, word, hasCompletions) => {
    const { starts } = language.lexicon;
    const shards = [shardOf(starts, word)];
    while (hasCompletions && starts[shards.at(-1) + 1]?.startsWith(word)) shards.push(shards.at(-1) + 1);
    return Promise.all(shards.map((shard) => lexiconShard(language, shard)));
  };

  /** The terms of a word as it is typed: its own, and what it may become. */
  const hitsOf = async (language, { word, isCut }) => {
    const found = new Map();
    const completions = new Map();
    for (const shard of await shardsOf(language, word, isCut)) {
      const number = shard.numbers.get(word);
      if (number !== undefined) found.set(shard.terms[number], 256);
      if (!isCut) continue;
      shard.forms.forEach((form, place) => {
        if (form.length > word.length && form.startsWith(word)) completions.set(shard.terms[place], shard.counts[place]);
      });
    }
    const weight = found.size ? 96 : 208;
    const best = [...completions].filter(([term]) => !found.has(term))
      .sort((left, right) => right[1] - left[1] || left[0] - right[0]).slice(0, MOST_COMPLETIONS);
    for (const [term] of best) found.set(term, weight);
    return found;
  };

  /** Edits between a typed word and a form, and between it and the form's beginning: letters that are added, left out,
      changed, or exchanged with a neighbour. What is above the limit is only known to be above. */
  const distancesOf = (typed, form, limit) => {
    const width = Math.min(form.length, typed.length + limit);
    let before = [];
    let above = Array.from({ length: width + 1 }, (_, column) => column);
    let least = 0;
    for (let row = 1; row <= typed.length && least <= limit; row++) {
      const line = [row];
      least = row;
      for (let column = 1; column <= width; column++) {
        const isSame = typed[row - 1] === form[column - 1];
        let cost = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (isSame ? 0 : 1));
        if (row > 1 && column > 1 && typed[row - 1] === form[column - 2] && typed[row - 2] === form[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        least = Math.min(least, cost);
        line.push(cost);
      }
      before = above;
      above = line;
    }
    return { whole: width === form.length ? Math.max(above[width], least) : Infinity, start: least };
  };

  /** How near a form is to a word that has no hit: `{ tier, weight }`, the smallest tier first; undefined if it is not. */
  const nearness = (typed, plain, form, isCut, characters) => {
    const length = typed.length;
    const limit = length >= 8 ? 2 : length >= 3 ? 1 : 0;
    const letters = [...form];
    const plainForm = characters.withoutAccents(form);
    if (plainForm === plain) return { tier: 0, weight: 224 };
    if (letters.length < length - limit || (!isCut && letters.length > length + limit)) return undefined;
    if (isCut && plainForm.startsWith(plain)) return { tier: 1, weight: 176 };
    const { whole, start } = distancesOf(typed, letters, limit);
    if (whole <= limit) return { tier: 2 * whole, weight: whole === 1 ? 192 : 128 };
    if (isCut && length >= 4 && start <= limit) return { tier: 2 * start + 1, weight: start === 1 ? 128 : 80 };
    return undefined;
  };

  /** For a word without a hit in any language: the terms of the nearest forms. */
  const correctionsOf = async (languages, { word, isCut }, characters) => {
    const typed = [...word];
    const plain = characters.withoutAccents(word);
    let nearest = [];
    let tier = Infinity;
    for (const [number, language] of languages.entries()) {
      for (const shard of await allShards(language)) {
        shard.forms.forEach((form, place) => {
          const near = nearness(typed, plain, form, isCut, characters);
          if (!near || near.tier > tier) return;
          if (near.tier < tier) { tier = near.tier; nearest = []; }
          nearest.push({ number, term: shard.terms[place], count: shard.counts[place], weight: near.weight });
        });
      }
    }
    nearest.sort((left, right) => right.count - left.count || left.number - right.number || left.term - right.term);
    const found = languages.map(() => new Map());
    for (const { number, term, weight } of nearest.slice(0, MOST_CORRECTIONS)) found[number].set(term, weight);
    return found;
  };

  // ---- Ranking

  /** Sixty-four times the binary logarithm of a whole number, rounded down. */
  const logarithm = (number) => {
    const whole = 31 - Math.clz32(number);
    let mantissa = Math.floor(number * 65536 / 2 ** whole);
    let result = whole;
    for (let bit = 0; bit < 6; bit++) {
      mantissa = Math.floor(mantissa * mantissa / 65536);
      result = result * 2 + (mantissa >= 131072 ? 1 : 0);
      if (mantissa >= 131072) mantissa = Math.floor(mantissa / 2);
    }
    return result;
  };

  /** How much a word tells that stands on `found` of `count` pages. */
  const rarity = (count, found) => Math.max(1, logarithm(2 * count + 2) - logarithm(2 * found + 1));

  /** Where the terms of one word stand in a language, by page. */
  const postingsOf = async (language, terms) => {
    const { count, postings, files } = language;
    const hits = { pages: [], values: new Int32Array(count), places: new Uint8Array(count), titles: new Uint16Array(count) };
    const lists = await Promise.all([...terms].map(async ([term, weight]) => {
      const shard = shardOf(postings.starts, term);
      const piece = await files.piece(postings.files[shard], `postings/${shard}`);
      return { reader: new Reader(piece[term - postings.starts[shard]] ?? ""), weight };
    }));
    for (const { reader, weight } of lists) {
      let page = 0;
      while (!reader.isAtEnd) {
        page += reader.number();
        const value = reader.byte() * weight;
        const places = reader.byte();
        if (!hits.places[page]) hits.pages.push(page);
        hits.places[page] |= places;
        if (hits.values[page] < value) hits.values[page] = value;
        if (places & 1 && hits.titles[page] < weight) hits.titles[page] = weight;
      }
    }
    return hits;
  };

  /** Adds up what the words say of each page of a language. */
  const scoresOf = (language, words) => {
    const { count } = language;
    const sums = {
      score: new Int32Array(count), matched: new Int32Array(count), sections: new Int32Array(count * 8),
      title: new Int32Array(count), inTitle: new Uint8Array(count), found: new Uint8Array(count),
    };
    for (const { hits, rarity: worth } of words) {
      for (const page of hits.pages) {
        sums.found[page] = 1;
        sums.score[page] += Math.floor(hits.values[page] * worth / 256);
        sums.matched[page] += worth;
        for (let place = 1; place < 8; place++) {
          if (hits.places[page] & 1 << place) sums.sections[page * 8 + place] += worth;
        }
        if (hits.titles[page]) {
          sums.title[page] += hits.titles[page];
          sums.inTitle[page] += 1;
        }
      }
    }
    return sums;
  };

  /** A page's score: what its words say, more for words together, most for its very title. */
  const scoreOf = (page, sums, titleLength, words, total) => {
    const base = sums.score[page];
    const known = words.length;
    let score = base + Math.floor(base * sums.matched[page] / total);
    if (known > 1) {
      let best = 0;
      for (let place = 1; place < 8; place++) best = Math.max(best, sums.sections[page * 8 + place]);
      score += Math.floor(base * best / (2 * total));
    }
    const title = sums.title[page];
    if (title && titleLength) {
      score += Math.floor(base * title * title / (65536 * known * titleLength));
      if (sums.inTitle[page] === known && known === titleLength) score += Math.floor(4194304 * title / (256 * known));
    }
    return score;
  };

  /** The quotations of a query, and whether all words of each are known. */
  const quotationsOf = (questions, words) =>
    [...new Set(questions.map(({ group }) => group))].filter(Boolean).map((group) => ({
      group,
      isKnown: questions.every((question) => question.group !== group || words.some((word) => word.question === question)),
    }));

  /** Whether the words of each quotation stand together in one section or in the title. */
  const holdsQuotations = (page, words, quotations) => quotations.every(({ group, isKnown }) => isKnown && words.reduce(
    (places, word) => word.question.group === group ? places & word.hits.places[page] : places, 255) !== 0);

  // ---- Choosing

  const columnsOf = (data) => {
    const topics = new Reader(data.topic);
    const kind = numbersOf(data.kind);
    return {
      kind: kind.map((value) => [value]),
      community: numbersOf(data.community).map((value) => value ? [value - 1] : []),
      topic: kind.map(() => Array.from({ length: topics.number() }, () => topics.number())),
      level: numbersOf(data.level).map((value) => value ? [value - 1] : []),
      status: numbersOf(data.status).map((value) => [value]),
      date: numbersOf(data.date),
      titleLength: numbersOf(data.titleLength),
      titleRank: numbersOf(data.titleRank),
      versions: numbersOf(data.versions),
    };
  };

  /** By facet the numbers of the chosen values; undefined where everything may pass. */
  const choiceOf = (filters, values) => {
    const choice = {};
    for (const facet of FACETS) {
      const chosen = filters[facet]?.length ? [].concat(filters[facet]) : facet === "status" ? ["live"] : undefined;
      choice[facet] = chosen && new Set(chosen.map((value) => values[facet].indexOf(value)));
    }
    return choice;
  };

  const valuesAt = (language, facet, page) => facet === "language" ? [language.number] : language.columns[facet][page];

  /** Counts a page where it passes the choices of all other facets; says whether it passes all. */
  const countAndPass = (language, page, choice, counts) => {
    const failed = FACETS.filter((facet) =>
      choice[facet] && !valuesAt(language, facet, page).some((value) => choice[facet].has(value)));
    for (const facet of failed.length === 0 ? FACETS : failed.length === 1 ? failed : []) {
      for (const value of valuesAt(language, facet, page)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
    }
    return failed.length === 0;
  };

  /** Whether another version of the page is the one to show: in the reader's language, else in the first. */
  const isOtherVersion = (language, page, preferred) => {
    const others = language.columns.versions[page];
    if (!others || language.number === preferred) return false;
    if (preferred >= 0 && others & 1 << preferred) return true;
    return (others & ((1 << language.number) - 1)) !== 0;
  };

  const ORDERS = {
    relevance: (left, right) => right.score - left.score,
    date: (left, right) => right.date - left.date || right.score - left.score,
    title: (left, right) => left.rank - right.rank,
  };

  // ---- Excerpts

  const EXCERPT = 220;

  /** By form, which of the words it is one of. */
  const formsOf = async (language, words) => {
    const owners = new Map();
    words.forEach(({ terms }, number) => {
      for (const term of terms[language.number]?.keys() ?? []) owners.set(term, (owners.get(term) ?? []).concat(number));
    });
    const forms = new Map();
    for (const { question, isCorrected } of words) {
      for (const shard of isCorrected ? await allShards(language) : await shardsOf(language, question.word, true)) {
        shard.terms.forEach((term, place) => { if (owners.has(term)) forms.set(shard.forms[place], owners.get(term)); });
      }
    }
    return forms;
  };

  const marksIn = (text, forms, characters) => wordsOf(text, characters)
    .filter(({ word }) => forms.has(word))
    .map(({ word, from, to }) => ({ word, from, to, owners: forms.get(word) }));

  const worthOf = (marks, words) =>
    [...new Set(marks.flatMap((mark) => mark.owners))].reduce((sum, number) => sum + words[number].rarity, 0);

  /** The stretch of a text that says most about the words. */
  const excerptOf = (text, marks, words) => {
    let best = { start: 0, worth: -1 };
    for (const first of marks) {
      const inside = marks.filter((mark) => mark.from >= first.from && mark.to <= first.from + EXCERPT - 60);
      const worth = worthOf(inside, words);
      if (worth > best.worth) best = { start: first.from, worth };
    }
    let from = text.length <= EXCERPT ? 0 : Math.max(0, Math.min(best.start - 60, text.length - EXCERPT));
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    let to = Math.min(text.length, from + EXCERPT);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), Math.min(best.start + 40, to));
    const lead = from > 0 ? "… " : "";
    const shift = lead.length - from;
    return {
      excerpt: lead + text.slice(from, to) + (to < text.length ? " …" : ""),
      marks: marks.filter((mark) => mark.from >= from && mark.to <= to).map((mark) => [mark.from + shift, mark.to + shift]),
      words: [...new Set(marks.map((mark) => mark.word))],
    };
  };

  /** The section of a page that says most about the words, and what it says. */
  const detailOf = async (index, language, page, group, words, url) => {
    const shard = shardOf(group.texts.starts, page);
    const first = group.texts.starts[shard];
    const piece = await language.files.piece(group.texts.files[shard], `texts/${first}`);
    const [summary, sections] = piece[page - first] ?? ["", []];
    const forms = await formsOf(language, words);
    const characters = index.characters;
    let best = { id: "", heading: "", text: summary || sections[0]?.[2] || "", worth: -1 };
    for (const [id, heading, text] of [...(summary ? [["", "", summary]] : []), ...sections]) {
      const worth = worthOf([...marksIn(heading, forms, characters), ...marksIn(text, forms, characters)], words);
      if (worth > 0 && worth > best.worth) best = { id, heading, text, worth };
    }
    const { excerpt, marks, words: found } = excerptOf(best.text, marksIn(best.text, forms, characters), words);
    return { url: best.id ? `${url}#${best.id}` : url, section: best.heading || undefined, excerpt, marks, words: found };
  };

  // ---- The index

  class Index {
    constructor(root, language, read) {
      this.root = root;
      this.language = language;
      this.read = read;
    }

    /** Reads the manifest; past what a browser may have kept of it, if it turned out to be of an older build. */
    async load(isFresh = false) {
      const files = new Files(this.root, this.read);
      const manifest = await files.piece(isFresh ? `manifest.js?${Date.now()}` : "manifest.js", "manifest");
      if (manifest.version !== FORMAT) throw new Error("the index has another format; please load the page again");
      this.characters = new Characters(manifest.characters);
      this.values = manifest.values;
      this.labels = manifest.labels;
      this.languages = manifest.languages.map((language, number) =>
        ({ ...language, number, files, columns: undefined, columnsFile: language.columns }));
    }

    /** The languages to look in, with their columns. */
    async chosenLanguages(code) {
      const chosen = code === undefined ? this.languages : this.languages.filter((language) => language.code === code);
      await Promise.all(chosen.map(async (language) => {
        language.columns = await language.files.ready(language.columnsFile, "columns", columnsOf);
      }));
      return chosen;
    }

    /** Finds out which terms each word stands for, where they stand and what they are worth. */
    async wordsOf(query, languages) {
      const questions = questionsOf(query, this.characters);
      const count = languages.reduce((sum, language) => sum + language.count, 0);
      const words = await Promise.all(questions.map(async (question) => {
        let found = await Promise.all(languages.map((language) => hitsOf(language, question)));
        const isCorrected = found.every((terms) => terms.size === 0);
        if (isCorrected) found = await correctionsOf(languages, question, this.characters);
        const hits = await Promise.all(languages.map((language, number) => postingsOf(language, found[number])));
        const terms = [];
        languages.forEach((language, number) => { terms[language.number] = found[number]; });
        const pages = hits.reduce((sum, list) => sum + list.pages.length, 0);
        return { question, isCorrected, terms, hits, pages, rarity: rarity(count, pages) };
      }));
      return { questions, words: words.filter((word) => word.pages > 0) };
    }

    label(facet, value) {
      return this.labels[this.language]?.[facet]?.[value] ?? this.labels[this.languages[0]?.code]?.[facet]?.[value] ?? value;
    }

    /** What is found, best first. Without a query, what is chosen. */
    async search(query, options = {}) {
      try {
        if (!this.languages) await this.load();
        return await this.find(query, options);
      } catch (error) {
        // A file that is gone was of an older build: once more with the present manifest.
        await this.load(true);
        return await this.find(query, options);
      }
    }

    async find(query, { filters = {}, limit = 10, offset = 0, sort = "relevance", language: code } = {}) {
      const languages = await this.chosenLanguages(code);
      const { questions, words } = await this.wordsOf(query, languages);
      const quotations = quotationsOf(questions, words);
      const choice = choiceOf(filters, this.values);
      const preferred = this.languages.findIndex(({ code }) => code === this.language);
      const counts = Object.fromEntries(FACETS.map((facet) => [facet, []]));
      const isListing = questions.length === 0 && FACETS.some((facet) => filters[facet]?.length);
      const total = words.reduce((sum, word) => sum + word.rarity, 0);
      const found = [];
      languages.forEach((language, place) => {
        const own = words.map((word) => ({ ...word, hits: word.hits[place] }));
        const sums = scoresOf(language, own);
        for (let page = 0; page < language.count; page++) {
          if (!sums.found[page] && !isListing) continue;
          if (languages.length > 1 && isOtherVersion(language, page, preferred)) continue;
          if (!holdsQuotations(page, own, quotations)) continue;
          if (!countAndPass(language, page, choice, counts)) continue;
          const { titleLength, date, titleRank } = language.columns;
          const score = isListing ? 0 : scoreOf(page, sums, titleLength[page], own, total);
          found.push({ language, page, score, date: date[page], rank: titleRank[page] });
        }
      });
      const order = ORDERS[sort] ?? ORDERS.relevance;
      found.sort((left, right) => order(left, right) || left.language.number - right.language.number || left.page - right.page);
      const results = await Promise.all(found.slice(offset, offset + limit).map((hit) => this.result(hit, words)));
      return { total: found.length, results, facets: this.facets(counts, choice) };
    }

    async result({ language, page, score }, words) {
      const number = Math.floor(page / PAGES_PER_GROUP);
      const group = await language.files.piece(language.pages[number], `pages/${number}`);
      const [address, title] = group.rows[page % PAGES_PER_GROUP];
      const url = new URL(address, this.root);
      if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
      const [kind] = language.columns.kind[page].map((value) => this.values.kind[value]);
      const [community] = language.columns.community[page].map((value) => this.values.community[value]);
      return {
        url: url.href, title, kind, community, language: language.code, score,
        isArchived: language.columns.status[page][0] === 1,
        labels: { kind: this.label("kind", kind), community: community && this.label("community", community) },
        detail: () => detailOf(this, language, page, group, words, url.href),
      };
    }

    /** By facet its values, the most frequent first, and those that are chosen. */
    facets(counts, choice) {
      return Object.fromEntries(FACETS.map((facet) => [facet, this.values[facet]
        .map((value, number) => ({ value, label: this.label(facet, value), count: counts[facet][number] ?? 0, number }))
        .filter(({ number, count }) => count > 0 || choice[facet]?.has(number))
        .sort((left, right) => right.count - left.count || left.number - right.number)
        .map(({ value, label, count }) => ({ value, label, count }))]));
    }
  }

  /** Opens the index of a site. `language` is the reader's; `read` gives the text of a file where there is no document. */
  const open = async (baseURL, { language, read } = {}) => {
    const base = String(baseURL).replace(/\/?$/, "/");
    const root = typeof document === "undefined" ? new URL(base) : new URL(base, document.baseURI);
    const index = new Index(root, language ?? globalThis.document?.documentElement.lang, read);
    await index.load();
    return index;
  };

  return { open, register };
})();
