// Search over the files in search/index/, which the build wrote. They are loaded as scripts, so that it also works from a
// folder, where browsers refuse to fetch. All of it is one file, so that a page asks for it once.
//
//   const index = await PraxisSearch.open(baseURL)            // the site's root, relative or absolute
//   const { total, isWhole, results, facets, missing } = await index.search("feedback", { filters: { kind: ["video"] }, limit: 10 })
//   await results[0].detail()                                 // { url, section, excerpt, marks }
//
// `isWhole` is false where there may be more than `total`: of pages that may hold a quotation only the best are looked through,
// and without facets (`facets: false`) no more than hold as many as are asked for.
// `missing` are the words that stand on no page: `{ word, instead }`, the latter what was looked for in their place.
// Every figure is a whole number, and the order is the one that `praxis search` gives.
"use strict";

globalThis.PraxisSearch = (() => {
  const FORMAT = 5;
  const LONGEST_WORD = 40;
  const WHOLE_WEIGHT = 256;
  const ACCENT_WEIGHT = 224;
  const JOINED_WEIGHT = 224;
  const MOST_WITH_JOINED = 6;
  const MOST_WORDS = 32;
  const MOST_COMPLETIONS = 32;
  const MOST_COMMON_COMPLETIONS = 2;
  const MOST_SHARDS = 3;
  const MOST_LOADED_WORDS = 6;
  const MOST_CORRECTIONS = 6;
  const MOST_CORRECTIONS_ELSEWHERE = 3;
  const MOST_QUOTING_PAGES = 32;
  const MOST_QUOTING_ROUNDS = 2;
  const TIMEOUT = 20000;
  // Those of which a page has one value or none, and which are loaded where choices are shown.
  const ATTRIBUTES = ["level", "length", "freshness", "way", "circle"];
  const FACETS = ["kind", "community", "topic", ...ATTRIBUTES, "language", "status"];

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

    /** A piece that a file which was loaded may have. */
    async optional(file, name) { return (await this.loaded.get(file)).get(name); }

    /** A piece made ready once. */
    async ready(file, name, prepare) {
      const key = `${file} ${name}`;
      if (!this.decoded.has(key)) this.decoded.set(key, prepare(await this.piece(file, name)));
      return this.decoded.get(key);
    }
  }

  // ---- Numbers

  const LEAST_RANGE = 2 ** 24;
  const MOST_OCTAVES = 31;
  const DEPTH = 4;
  const MOST_NUMBERS = 2 ** 21;
  const MOST_PAGES = 2 ** 20;
  const MOST_SEEN = 30;
  const RATES = Array.from({ length: MOST_SEEN + 1 }, (_, seen) => Math.floor(65536 / (2 * seen + 3)));

  /** Reads bits, each of which takes as much room as it is unlikely (a range coder). */
  class Decoder {
    constructor(text) {
      this.bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      this.position = 0;
      // Range and offset. Numbers of 32 bits are fast in such an array, and slow as fields.
      this.state = new Uint32Array([0xFFFFFFFF, 0]);
      for (let count = 0; count < 4; count++) this.shift();
    }

    get isAtEnd() { return this.position >= this.bytes.length; }

    shift() {
      this.state[1] = this.state[1] << 8 | (this.position < this.bytes.length ? this.bytes[this.position] : 0);
      this.position += 1;
    }

    /** `chance` is that of a zero, in 65536ths. */
    bit(chance) {
      const { state } = this;
      const bound = (state[0] >>> 16) * chance;
      const bit = state[1] < bound ? 0 : 1;
      if (bit) { state[1] -= bound; state[0] -= bound; } else state[0] = bound;
      while (state[0] < LEAST_RANGE) { state[0] <<= 8; this.shift(); }
      return bit;
    }
  }

  /** How likely bits are, learned from those before. */
  class Bits {
    constructor(decoder, count) {
      this.decoder = decoder;
      this.chances = new Uint32Array(count).fill(32768);
      this.seen = new Uint8Array(count);
    }

    read(model) {
      const chance = this.chances[model];
      const seen = this.seen[model];
      const bit = this.decoder.bit(chance);
      this.chances[model] = bit ? chance - (chance * RATES[seen] >>> 15) : chance + ((65536 - chance) * RATES[seen] >>> 15);
      if (seen < MOST_SEEN) this.seen[model] = seen + 1;
      return bit;
    }
  }

  /** How likely numbers are, by context: how many bits they have, and the first of these. */
  class Numbers {
    constructor(decoder, contexts = 1) {
      this.decoder = decoder;
      this.bits = new Bits(decoder, contexts << 5 + DEPTH);
    }

    read(context = 0) {
      let model = context << 5 + DEPTH;
      let octave = 0;
      for (; octave < MOST_OCTAVES && this.bits.read(model); octave++) model += 1 << DEPTH;
      let value = 1;
      for (let place = octave; place > 0; place--) {
        value = value * 2 + (value < 1 << DEPTH ? this.bits.read(model + value) : this.decoder.bit(32768));
      }
      return value - 1;
    }
  }

  /** Throws where what should hold of an index does not. */
  const ensure = (isSound) => { if (!isSound) throw new Error("the index is damaged"); };

  /** The numbers of a text, of which there must be `wanted`, if that is given. */
  const numbersOf = (text, wanted) => {
    const decoder = new Decoder(text);
    const count = new Numbers(decoder).read();
    const models = new Numbers(decoder);
    ensure(wanted === undefined ? count <= MOST_NUMBERS : count === wanted);
    const numbers = Array.from({ length: count }, () => models.read());
    ensure(decoder.isAtEnd);
    return numbers;
  };

  /** Numbers of which each says how far it is from the one before. */
  const runsOf = (text, wanted) => {
    let number = 0;
    return numbersOf(text, wanted).map((step) => number += step % 2 ? -(step + 1) / 2 : step / 2);
  };

  const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

  /** The least number on a step of the scale on which weights and lengths are kept. */
  const valueOf = (step) => step < 32 ? step : (8 + (step - 32) % 8) * 2 ** (Math.floor((step - 32) / 8) + 2);

  /** About the middle of a half octave, in which lengths of pages are kept. */
  const lengthOf = (halfOctave) => Math.floor((halfOctave % 2 ? 7 : 5) * 2 ** Math.floor(halfOctave / 2) / 4);

  /** The binary logarithm of a count, rounded down. */
  const octaveOf = (count) => 31 - Math.clz32(Math.max(1, count));

  const wordsIn = (text) => text ? text.split(" ") : [];

  /** Where each of some runs in a row starts, by how long they are. */
  const startsOf = (counts) => {
    let end = 0;
    return counts.map((count) => (end += count) - count);
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

  /** The characters of ASCII as wide as ideographs, and how far they are from these. */
  const WIDE = /[\uFF01-\uFF5E]/g;
  const WIDE_OFFSET = 0xFEE0;

  const NOT_ASCII = /[^\0-\x7F]/;

  const fold = (text) => {
    if (!NOT_ASCII.test(text)) return text.toLowerCase();
    let folded = "";
    const usual = text.replaceAll(SOFT_HYPHEN, "").replace(WIDE, (letter) => String.fromCharCode(letter.charCodeAt(0) - WIDE_OFFSET));
    for (const letter of usual.normalize("NFC")) folded += letter.toLowerCase();
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

  const HYPHEN = /^[-\u2010\u2011]$/;
  const HYPHEN_BEFORE_MORE = /^[-\u2010\u2011](?:[0-9A-Za-z]|[^\0-\x7F])/;

  /** Two words of a text with a hyphen between them, which others write as one. Longer chains and numbers are none;
      `HyphenatedWords` has the same. */
  const pairsOf = (words, text) => {
    const areLinked = (left, right) => left && right && HYPHEN.test(text.slice(left.to, right.from));
    return words.flatMap((second, place) => {
      const first = words[place - 1];
      const isPair = areLinked(first, second) && !areLinked(words[place - 2], first)
        && !HYPHEN_BEFORE_MORE.test(text.slice(second.to, second.to + 2));
      const joined = isPair ? first.word + second.word : "";
      return !isPair || /[0-9]/.test(joined) || [...joined].length > LONGEST_WORD ? [] : [{ first, second, joined }];
    });
  };

  const QUOTES = /["“”„«»]/;

  /** The different words of a query: `{ word, isCut, joined }`. The last may be cut short; `joined` are two words with a
      hyphen between them as others write them. */
  const questionsOf = (query, characters) => {
    const questions = [];
    query.split(QUOTES).forEach((part, number, parts) => {
      const words = wordsOf(part, characters);
      for (const { word, to } of words) {
        if (questions.length >= MOST_WORDS || questions.some((question) => question.word === word)) continue;
        questions.push({ word, isCut: number === parts.length - 1 && to === part.length });
      }
      for (const { first, second, joined } of pairsOf(words, part)) {
        for (const question of questions) if ([first.word, second.word].includes(question.word)) question.joined = joined;
      }
    });
    // In a longer query, hyphens are worth no further files.
    if (questions.length > MOST_WITH_JOINED) for (const question of questions) delete question.joined;
    return questions;
  };

  /** What stands between quotation marks in a query, as words. */
  const quotedIn = (query, characters) => query.split(QUOTES)
    .filter((_, number, parts) => number % 2 === 1 && number < parts.length - 1)
    .map((part) => wordsOf(part, characters).map(({ word }) => word))
    .filter(({ length }) => length > 0);

  // ---- Lists of pages

  // Where a word stands: bits of `places` in lists of postings.
  const TITLE = 1;
  const HEADING = 2;
  const FIRST_SENTENCE = 2;
  const MOST_SENTENCES = 6;
  const SENTENCES = (1 << MOST_SENTENCES) - 1 << FIRST_SENTENCE;
  const EVERYWHERE = TITLE | HEADING | SENTENCES;
  const TOGETHER = TITLE | SENTENCES;

  const MOST_GAP_OCTAVES = 12;
  const LIST_SIZES = 4;
  const WEIGHT_CLASSES = 21;

  /** Lists of postings: page numbers, steps of weight and places, and where each list starts. */
  const blockOf = ({ lists, postings, bits }) => {
    ensure(postings <= MOST_NUMBERS && lists <= postings);
    const decoder = new Decoder(bits);
    const models = {
      counts: new Numbers(decoder), firsts: new Numbers(decoder), gaps: new Numbers(decoder, (MOST_GAP_OCTAVES + 1) * LIST_SIZES),
      titles: new Bits(decoder, LIST_SIZES), headings: new Bits(decoder, LIST_SIZES * 2),
      weights: new Numbers(decoder, 4), sentences: new Numbers(decoder, WEIGHT_CLASSES),
    };
    const block = {
      counts: [], starts: [], numbers: new Int32Array(postings), weights: new Uint8Array(postings), places: new Uint8Array(postings),
    };
    let end = 0;
    for (let list = 0; list < lists; list++) {
      const count = models.counts.read();
      ensure(count <= postings - end);
      block.counts.push(count);
      block.starts.push(end);
      readList(decoder, models, block, end, end + count);
      end += count;
    }
    ensure(end === postings && decoder.isAtEnd);
    return block;
  };

  const readList = (decoder, models, { numbers, weights, places }, start, end) => {
    const size = Math.min(LIST_SIZES - 1, octaveOf(end - start) >> 1);
    let number = -1;
    let octave = MOST_GAP_OCTAVES;
    for (let place = start; place < end; place++) {
      if (place === start) {
        number = models.firsts.read();
      } else {
        const gap = models.gaps.read(size * (MOST_GAP_OCTAVES + 1) + octave);
        octave = Math.min(MOST_GAP_OCTAVES, octaveOf(gap + 1));
        number += gap + 1;
      }
      const title = models.titles.read(size);
      const heading = models.headings.read(size * 2 + title);
      const weight = models.weights.read(title * 2 + heading);
      numbers[place] = number;
      weights[place] = weight;
      places[place] = title * TITLE | heading * HEADING | readSentences(decoder, models, weight) << FIRST_SENTENCE;
    }
  };

  /** How many sentences, then which, each as likely as any. */
  const readSentences = (decoder, models, weight) => {
    let left = models.sentences.read(Math.min(weight >> 1, WEIGHT_CLASSES - 1));
    let sentences = 0;
    for (let number = 0; number < MOST_SENTENCES && left > 0; number++) {
      const rest = MOST_SENTENCES - number;
      if (left >= rest || decoder.bit(Math.floor(65536 * (rest - left) / rest))) {
        sentences |= 1 << number;
        left -= 1;
      }
    }
    return sentences;
  };

  /** Forms in a row, by form its list, and the lists. */
  const shardOf = ({ forms, terms, lists }) => {
    let next = 0;
    const list = wordsIn(forms);
    const back = numbersOf(terms, list.length);
    const listOfForm = list.map((_, place) => back[place] ? next - back[place] : next++);
    const block = blockOf(lists);
    ensure(next === block.counts.length);
    return { forms: list, listOfForm, block, numbers: new Map(list.map((form, place) => [form, place])) };
  };

  const bucketOf = ({ forms, counts }) => {
    const list = wordsIn(forms);
    return { forms: list, octaves: numbersOf(counts, list.length) };
  };

  /** The last of some starts that is not after a key. */
  const lastStart = (starts, key) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  };

  /** By number of a page its address and title. */
  const rowsOf = (numbers, lines) => {
    const [urls, titles] = [lines.urls.split("\n"), lines.titles.split("\n")];
    ensure(numbers.length === 0 || (urls.length === numbers.length && titles.length === numbers.length));
    return new Map(numbers.map((number, place) => [number, { url: urls[place], title: titles[place], place }]));
  };

  /** Lists of a file. What came with them of addresses and titles is kept, so that most results need no other file. */
  const listsIn = async (language, file, name, prepare) => {
    const lists = await language.files.ready(file, name, prepare);
    if (language.leads.files.has(file)) return lists;
    language.leads.files.add(file);
    const leads = await language.files.optional(file, "leads");
    if (leads) for (const [number, row] of rowsOf(runsOf(leads.numbers), leads)) language.leads.rows.set(number, row);
    return lists;
  };

  const wordShard = (language, shard) =>
    listsIn(language, language.words.files[shard], `words/${language.words.starts[shard]}`, shardOf);

  const shardsAfter = (language, first, start) => {
    const shards = [];
    for (let next = first + 1; language.words.starts[next]?.startsWith(start); next++) shards.push(next);
    return shards;
  };

  /** Where a word's ending leads (FNV-1a over its last two code points, each as three bytes). */
  const spellingBucket = (language, plain) => {
    let hash = 0x811c9dc5;
    for (const letter of [...plain].slice(-2)) {
      for (const shift of [16, 8, 0]) hash = Math.imul(hash ^ (letter.codePointAt(0) >> shift & 255), 0x01000193) >>> 0;
    }
    const number = ((hash ^ hash >>> 15) >>> 0) & (language.spelling.length - 1);
    return language.files.ready(language.spelling[number], `spelling/${number}`, bucketOf);
  };

  /** The forms of common terms, in the manifest. */
  const commonOf = ({ forms, terms, octaves, bundles, files }) => {
    const list = wordsIn(forms);
    const common = { forms: list, terms: numbersOf(terms, list.length), octaves: numbersOf(octaves), files };
    const counts = numbersOf(bundles, files.length);
    ensure(sumOf(counts) === common.octaves.length && common.terms.every((term) => term < common.octaves.length));
    common.bundles = counts.flatMap((count, bundle) => Array(count).fill(bundle));
    common.starts = startsOf(counts);
    common.names = common.starts.map((term) => common.forms[common.terms.indexOf(term)]);
    common.termOfForm = new Map(common.forms.map((form, place) => [form, common.terms[place]]));
    return common;
  };

  // A list is known by a number: of common terms from -1 down, of a shard's lists by shard and place.
  const LISTS_PER_SHARD = 2 ** 20;
  const rareList = (shard, list) => shard * LISTS_PER_SHARD + list;
  const commonList = (term) => -1 - term;
  const inOrder = (left, right) =>
    left < 0 && right < 0 ? right - left : left - right;

  const listAt = async (language, reference) => {
    if (reference >= 0) {
      const { block } = await wordShard(language, Math.floor(reference / LISTS_PER_SHARD));
      return { block, list: reference % LISTS_PER_SHARD };
    }
    const { files, bundles, starts, names } = language.common;
    const term = -1 - reference;
    const bundle = bundles[term];
    return { block: await listsIn(language, files[bundle], `common/${names[bundle]}`, blockOf), list: term - starts[bundle] };
  };

  // ---- From words to lists. `Lookup` does the same: change both or neither.

  const nothing = () => ({ rare: new Map(), common: new Map() });
  const isEmpty = ({ rare, common }) => rare.size === 0 && common.size === 0;

  const isCompletion = (form, word) => form.length > word.length && form.startsWith(word);

  const bestOf = (lists, most) =>
    [...lists].sort((left, right) => right[1] - left[1] || inOrder(left[0], right[0])).slice(0, most).map(([list]) => list);

  /** Letters of a language's alphabet, which are none with an accent to those who read it. */
  const OWN_LETTERS = { sv: "åäö", fi: "åäö", nb: "æøå", nn: "æøå", no: "æøå", da: "æøå", de: "äöü", es: "ñ" };

  /** Adds the words that have accents which a word leaves out: who types them so means those as well. */
  const addAccented = (found, language, shard, { forms, listOfForm }, word, characters) => {
    forms.forEach((form, place) => {
      if (form === word || characters.withoutAccents(form) !== word) return;
      if ([...form].some((letter) => language.ownLetters.includes(letter))) return;
      const list = rareList(shard, listOfForm[place]);
      if (!found.rare.has(list)) found.rare.set(list, ACCENT_WEIGHT);
    });
  };

  /** The lists of a word: its own, and those of what it may become or is a part of. */
  const listsOf = async (language, question, characters) => {
    const found = await typedListsOf(language, question, characters);
    const own = question.joined && ownList(await typedListsOf(language, { word: question.joined }, characters));
    if (own !== undefined) {
      const tier = own < 0 ? found.common : found.rare;
      tier.set(own, Math.max(JOINED_WEIGHT, tier.get(own) ?? 0));
    }
    return found;
  };

  /** The lists of a word as it is typed: its own, and those of what it may become. */
  const typedListsOf = async (language, { word, isCut }, characters) => {
    const found = nothing();
    const { common } = language;
    const term = common.termOfForm.get(word);
    if (term !== undefined) {
      found.common.set(commonList(term), WHOLE_WEIGHT);
      return found;
    }
    const plain = characters.withoutAccents(word);
    const first = lastStart(language.words.starts, plain);
    const own = await wordShard(language, first);
    const place = own.numbers.get(word);
    if (place !== undefined) {
      found.rare.set(rareList(first, own.listOfForm[place]), WHOLE_WEIGHT);
      if (plain === word) addAccented(found, language, first, own, word, characters);
    }
    if (!isCut) return found;
    const isWhole = !isEmpty(found);
    const weight = isWhole ? 96 : 208;
    const more = [...word].length < 3 ? [] : shardsAfter(language, first, plain).slice(0, MOST_SHARDS - 1);
    const completions = new Map();
    await Promise.all(more.map((number) => wordShard(language, number)));
    for (const number of [first, ...more]) {
      const { forms, listOfForm, block } = await wordShard(language, number);
      forms.forEach((form, place) => {
        if (isCompletion(form, word)) completions.set(rareList(number, listOfForm[place]), block.counts[listOfForm[place]]);
      });
    }
    for (const list of bestOf(completions, MOST_COMPLETIONS)) if (!found.rare.has(list)) found.rare.set(list, weight);
    if (isWhole) return found;
    const commons = new Map();
    common.forms.forEach((form, place) => {
      if (isCompletion(form, word)) commons.set(commonList(common.terms[place]), common.octaves[common.terms[place]]);
    });
    for (const list of bestOf(commons, MOST_COMMON_COMPLETIONS)) found.common.set(list, weight);
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

  /** The tier of a form that is the same without accents, and of one with one edit. */
  const SAME_TIER = 0;
  const EDIT_TIER = 2;

  /** The tier of a form with another ending, and of one that is a word behind another. */
  const KIN_TIER = 3;
  const KIN_WEIGHT = 144;
  const LONGEST_ENDING = 3;
  const SHORTEST_PART = 5;

  /** Whether a form and a word are of one kin: all but a short ending of both is the same, and that is most of the word; or
      the form ends with the word, as a compound does. */
  const areKin = (typed, form) => {
    let same = 0;
    while (same < typed.length && same < form.length && typed[same] === form[same]) same += 1;
    const isInflected = same >= 4 && same * 5 >= typed.length * 3
      && typed.length - same <= LONGEST_ENDING && form.length - same <= LONGEST_ENDING;
    const start = form.length - typed.length;
    return isInflected || (typed.length >= SHORTEST_PART && start > 0 && typed.every((letter, place) => letter === form[start + place]));
  };

  /** Two letters that stand for one; for æ, œ and ß the table has them. */
  const DIGRAPHS = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };

  /** A word as it is written where a keyboard lacks some letters: `mueller` for `müller`. */
  const spelledOut = (word, characters) => NOT_ASCII.test(word)
    ? characters.withoutAccents([...word].map((letter) => DIGRAPHS[letter] ?? letter).join("")) : word;

  /** How near a form is to a word that has no hit: `{ tier, weight, isSame }`, the smallest tier first; undefined if it is not.
      `isSame` where it only has other accents or more letters. */
  const nearness = ({ letters: typed, plain, spelled, hasAccents, limit, isCut }, form, characters) => {
    const letters = [...form];
    const plainForm = characters.withoutAccents(form);
    if (plainForm === plain) return { tier: hasAccents ? EDIT_TIER : SAME_TIER, weight: ACCENT_WEIGHT, isSame: true };
    if (spelledOut(form, characters) === spelled) return { tier: SAME_TIER, weight: ACCENT_WEIGHT, isSame: true };
    if (isCut && plainForm.startsWith(plain)) return { tier: 1, weight: 176, isSame: true };
    if (limit === 0) return undefined;
    const isNear = letters.length >= typed.length - limit && (isCut || letters.length <= typed.length + limit);
    const { whole, start } = isNear ? distancesOf(typed, letters, limit) : { whole: Infinity, start: Infinity };
    if (whole <= 1) return { tier: EDIT_TIER, weight: 192 };
    if (areKin(typed, letters)) return { tier: KIN_TIER, weight: KIN_WEIGHT };
    if (whole <= limit) return { tier: EDIT_TIER * whole, weight: 128 };
    if (isCut && typed.length >= 4 && start <= limit) return { tier: EDIT_TIER * start + 1, weight: start === 1 ? 128 : 80 };
    return undefined;
  };

  /** The forms nearest to a word: those that have accents which it leaves out, and of the others all of the smallest tier yet. */
  class NearestForms {
    constructor({ word, isCut }, characters) {
      const letters = [...word];
      const limit = letters.length < 3 || /^[0-9]/.test(word) ? 0 : letters.length >= 8 ? 2 : 1;
      const plain = characters.withoutAccents(word);
      this.typed = { letters, plain, spelled: spelledOut(word, characters), hasAccents: plain !== word, limit, isCut };
      this.characters = characters;
      this.tier = Infinity;
      this.same = [];
      this.others = [];
      this.seen = new Set();
    }

    consider(form, octave, number) {
      const near = nearness(this.typed, form, this.characters);
      if (!near || near.tier > this.tier || this.seen.has(`${number} ${form}`)) return;
      this.seen.add(`${number} ${form}`);
      const found = { form, octave, number, weight: near.weight, isSame: near.isSame };
      if (near.tier === SAME_TIER) { this.same.push(found); return; }
      if (near.tier < this.tier) { this.tier = near.tier; this.others = []; }
      this.others.push(found);
    }

    /** Whoever leaves out accents means the word that has them; in a language that has no such word, it may be another with
        an edit. */
    get forms() {
      if (this.same.length === 0) return this.others;
      if (this.tier > EDIT_TIER) return this.same;
      const languages = new Set(this.same.map(({ number }) => number));
      return [...this.same, ...this.others.filter(({ number }) => !languages.has(number))];
    }

    /** Whether any is the word with other accents, or one edit away. */
    get areNear() {
      return this.same.length > 0 || this.tier <= EDIT_TIER;
    }

    async considerShard(language, shard, number) {
      const { forms, listOfForm, block } = await wordShard(language, shard);
      forms.forEach((form, place) => this.consider(form, octaveOf(block.counts[listOfForm[place]]), number));
    }

    /** The first of them, of those in other files than the word's own piece only some. */
    best(languages) {
      const { plain } = this.typed;
      const isElsewhere = ({ words, common }, form) => common.termOfForm.has(form)
        || lastStart(words.starts, this.characters.withoutAccents(form)) !== lastStart(words.starts, plain);
      let elsewhere = 0;
      return [...this.forms].sort((left, right) => right.weight - left.weight || right.octave - left.octave || left.number - right.number
        || (left.form < right.form ? -1 : 1))
        .filter(({ form, number }) => !isElsewhere(languages[number], form) || ++elsewhere <= MOST_CORRECTIONS_ELSEWHERE)
        .slice(0, MOST_CORRECTIONS);
    }
  }

  const SHORTEST_FIRST = 3;
  const SHORTEST_SECOND = 2;
  const PAGES_PER_HALF = 200;
  const MOST_DIVISIONS = 3;

  /** The words of one language that a word consists of which was written without their blank: the first as long as may be,
      each on some of its pages. */
  const halvesOf = async (languages, { word, isCut }, characters) => {
    const letters = [...word];
    for (const language of languages) {
      const isKnown = async (part, whole) => {
        if (language.common.termOfForm.has(part)) return true;
        const shard = await wordShard(language, lastStart(language.words.starts, characters.withoutAccents(whole)));
        const place = shard.numbers.get(part);
        return place !== undefined && shard.block.counts[shard.listOfForm[place]] >= Math.floor(language.count / PAGES_PER_HALF);
      };
      let tries = 0;
      for (let length = letters.length - SHORTEST_SECOND; length >= SHORTEST_FIRST && tries < MOST_DIVISIONS; length--) {
        const [first, second] = [letters.slice(0, length).join(""), letters.slice(length).join("")];
        if (!await isKnown(first, word)) continue;
        tries += 1;
        if (await isKnown(second, second)) return [{ word: first, isCut: false }, { word: second, isCut }];
      }
    }
    return undefined;
  };

  /** For a word without a hit in any language: by language the lists of the nearest forms, one form of each list, and whether
      one is the word itself; or the `halves` that it is without their blank. */
  const correctionsOf = async (languages, question, characters) => {
    const nearest = new NearestForms(question, characters);
    const { plain } = nearest.typed;
    await Promise.all(languages.map((language) => spellingBucket(language, plain)));
    for (const [number, language] of languages.entries()) {
      const { common } = language;
      common.forms.forEach((form, place) => nearest.consider(form, common.octaves[common.terms[place]], number));
      await nearest.considerShard(language, lastStart(language.words.starts, plain), number);
      const { forms, octaves } = await spellingBucket(language, plain);
      forms.forEach((form, place) => nearest.consider(form, octaves[place], number));
    }
    if (nearest.forms.length === 0) {
      // Two neighbours exchanged in the middle of a short word.
      const start = [...plain].slice(0, 2).join("");
      for (const [number, language] of languages.entries()) {
        const first = lastStart(language.words.starts, start);
        for (const shard of [first, ...shardsAfter(language, first, start)]) await nearest.considerShard(language, shard, number);
      }
    }
    if (!nearest.areNear) {
      const halves = await halvesOf(languages, question, characters);
      if (halves) return { halves, forms: [halves.map(({ word }) => word).join(" ")] };
    }
    const best = nearest.best(languages);
    const listsOfBest = await Promise.all(best.map(({ form, number }) => listsOf(languages[number], { word: form, isCut: false }, characters)));
    const lists = languages.map(nothing);
    const forms = [];
    for (const [place, { form, number, weight }] of best.entries()) {
      let isNew = false;
      for (const tier of ["rare", "common"]) {
        for (const list of listsOfBest[place][tier].keys()) {
          isNew ||= !lists[number][tier].has(list);
          lists[number][tier].set(list, Math.max(weight, lists[number][tier].get(list) ?? 0));
        }
      }
      if (isNew && !forms.includes(form)) forms.push(form);
    }
    return { lists, forms, haveWordItself: best.some(({ isSame }) => isSame) };
  };

  /** The list of a word itself, if it stands anywhere. */
  const ownList = ({ rare, common }) => [...rare, ...common].find(([, weight]) => weight === WHOLE_WEIGHT)?.[0];

  /** Both, each list at the larger weight. */
  const merged = (left, right) => {
    const union = (tier) => [...right[tier]].reduce((lists, [list, weight]) =>
      lists.set(list, Math.max(weight, lists.get(list) ?? 0)), new Map(left[tier]));
    return { rare: union("rare"), common: union("common") };
  };

  /** Brings words that were looked up to their terms, in the order of the first of each: `{ questions, lists }`. Words that
      have the same term in every language count as one: of `plan` and `planning` neither is a neighbour of the other. */
  const termsOf = (lookups) => {
    const terms = [];
    for (const { question, lists } of lookups) {
      const own = lists.map(ownList);
      const isKnown = own.some((list) => list !== undefined);
      const known = isKnown && terms.find((term) => term.own.every((list, place) => list === own[place]));
      if (known) {
        known.questions.push(question);
        known.lists = known.lists.map((some, place) => merged(some, lists[place]));
      } else terms.push({ questions: [question], lists, own });
    }
    return terms;
  };

  /** Of the words that are common, by their numbers, the rarest first. */
  const commonWords = (found, languages) => found.map((lists, number) => {
    const octaves = lists?.flatMap(({ common }, place) =>
      [...common.keys()].map((list) => languages[place].common.octaves[-1 - list])) ?? [];
    return { number, octave: Math.max(0, ...octaves), isThere: octaves.length > 0 };
  }).filter(({ isThere }) => isThere).sort((left, right) => left.octave - right.octave || left.number - right.number)
    .map(({ number }) => number);

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
  const rarity = (count, found) => Math.max(1, logarithm(2 * (count - found) + 1) - logarithm(2 * found + 1));

  const MOST_IMPACT = 1023;
  const SATURATION = 260;
  const LENGTH_SHARE = 80;
  const VERY_TITLE = 2 ** 31;

  /** By page, what a word's weight is held against, in hundredths. */
  const normsOf = (lengths, average) => lengths.map((length) =>
    Math.floor(4 * SATURATION * ((100 - LENGTH_SHARE) * average + LENGTH_SHARE * length) / (100 * average)));

  /** Where the lists of one word stand in a language, by the place of pages in the columns. */
  const hitsOf = async (language, lists) => {
    const { count, placeOfNumber, norms } = language;
    const hits = { pages: [], values: new Int32Array(count), places: new Uint8Array(count), titles: new Uint16Array(count) };
    const loaded = await Promise.all([...lists].map(async ([reference, weight]) => ({ ...await listAt(language, reference), weight })));
    for (const { block, list, weight } of loaded) {
      const start = block.starts[list];
      for (let place = start; place < start + block.counts[list]; place++) {
        const page = placeOfNumber.get(block.numbers[place]);
        if (page === undefined) continue;
        const weighed = valueOf(block.weights[place]) * 100;
        const value = Math.floor(weighed * MOST_IMPACT / Math.max(1, weighed + norms[page])) * weight;
        const places = block.places[place];
        if (!hits.places[page]) hits.pages.push(page);
        hits.places[page] |= places;
        if (hits.values[page] < value) hits.values[page] = value;
        if (places & TITLE && hits.titles[page] < weight) hits.titles[page] = weight;
      }
    }
    return hits;
  };

  /** Adds up what the words say of each page of a language. */
  const scoresOf = (language, words) => {
    const { count } = language;
    const sums = {
      score: new Int32Array(count), matched: new Int32Array(count),
      title: new Int32Array(count), inTitle: new Uint8Array(count), titleRarity: new Int32Array(count), found: new Uint8Array(count),
    };
    for (const { hits, rarity: worth, countsInTitles } of words) {
      for (const page of hits.pages) {
        sums.found[page] = 1;
        sums.score[page] += Math.floor(hits.values[page] * worth / 256);
        sums.matched[page] += worth;
        if (countsInTitles && hits.titles[page]) {
          sums.title[page] += hits.titles[page];
          sums.inTitle[page] += 1;
          sums.titleRarity[page] += worth;
        }
      }
    }
    return sums;
  };

  const countOfSentences = (places) => {
    let count = 0;
    for (let rest = places & SENTENCES; rest; rest &= rest - 1) count += 1;
    return count;
  };

  /** How much of a query stands together in sentences of a page, two words at a time, in 1024ths. */
  const neighbours = (page, words, total) => {
    let sum = 0;
    for (let number = 1; number < words.length; number++) {
      const places = words[number].hits.places[page] & SENTENCES;
      if (!places) continue;
      for (let other = 0; other < number; other++) {
        if (places & words[other].hits.places[page]) sum += words[number].rarity * words[other].rarity;
      }
    }
    return Math.floor(sum * 1024 / (total * total));
  };

  /** How little it is luck that words share a sentence, in 1024ths: words that stand in many of a page's do anyway. */
  const intent = (page, words) => {
    const shared = words.reduce((sum, { hits }) => Math.floor(sum * countOfSentences(hits.places[page]) / MOST_SENTENCES), MOST_SENTENCES * 1024);
    return 1024 - Math.floor(Math.min(1024, shared) * 4 / 5);
  };

  /** A page's score: what its words say, more for words together, most for its very title. */
  const scoreOf = (page, sums, titleLength, hasSameCommonCount, words, total) => {
    const base = sums.score[page];
    let score = base;
    if (words.length > 1) {
      score += Math.floor(base * 6 * neighbours(page, words, total) / 1024);
      if (sums.matched[page] === total) {
        const places = words.reduce((all, { hits }) => all & hits.places[page], EVERYWHERE);
        score += base;
        if (places & SENTENCES) score += Math.floor(base * 3 * intent(page, words) / 1024);
        if (places & HEADING) score += 5 * base;
      }
    }
    const title = sums.title[page];
    if (title && titleLength) {
      const asked = words.filter(({ countsInTitles }) => countsInTitles).length;
      const [ofQuery, ofTitle] = [Math.floor(sums.titleRarity[page] * 1024 / total), Math.floor(title * 4 / titleLength)];
      score += Math.floor(base * 4 * Math.floor(Math.sqrt(ofQuery * ofTitle)) / 1024);
      if (sums.inTitle[page] === asked) {
        score += asked > 1 ? Math.floor(base * 40 * asked / Math.max(asked, titleLength)) : 3 * base;
        // Titles that differ in common words alone are told apart by how many they have.
        if (hasSameCommonCount) score += 10 * base;
        if (asked >= titleLength) score += Math.floor(VERY_TITLE * title / (256 * asked));
      }
    }
    return score;
  };

  /** By quotation the places of its words among those that were looked up, without those that were left out; undefined if a
      word stands nowhere. */
  const numbersOfQuoted = (quoted, words, unknown) => {
    if (quoted.some((quotation) => quotation.some((word) => unknown.has(word)))) return undefined;
    const numbers = new Map(words.flatMap(({ questions }, number) => questions.map(({ word }) => [word, number])));
    return quoted.map((quotation) => quotation.filter((word) => numbers.has(word)).map((word) => numbers.get(word)));
  };

  /** Whether quotations may stand on a page: each word is there, and shares a sentence or the title with the next. */
  const mayHold = (page, words, quotations) => quotations.every((quotation) => {
    const places = quotation.map((number) => words[number].hits.places[page]);
    return places.every((place, number) => place && (number === 0 || place & places[number - 1] & TOGETHER));
  });

  /** Whether each quotation stands in a page: in its title, its summary, a heading, a section's text or a field. */
  const quotes = ([summary, sections, fields], title, quoted, characters) => {
    const texts = [title, summary, fields, ...sections.flatMap(([, heading, text]) => [heading, text])]
      .map((text) => ` ${wordsOf(text, characters).map(({ word }) => word).join(" ")} `);
    return quoted.every((words) => texts.some((text) => text.includes(` ${words.join(" ")} `)));
  };

  // ---- Pages

  /** The topics of each page. */
  const topicsOf = (counts, topics) => startsOf(counts).map((start, page) => topics.slice(start, start + counts[page]));

  /** What the manifest says of a language, made ready. */
  const languageOf = (data, number, files) => {
    const { columns, count } = data;
    ensure(Number.isInteger(count) && count >= 0 && count <= MOST_PAGES);
    const alone = (text) => runsOf(text, count).map((value) => [value]);
    const optional = (text) => runsOf(text, count).map((value) => value ? [value - 1] : []);
    const pieces = numbersOf(columns.titles, data.titles.files.length);
    ensure(sumOf(pieces) === count);
    const titleOf = pieces.flatMap((count, piece) => Array(count).fill(piece));
    const numbers = numbersOf(columns.number, count);
    for (let place = 1; place < count; place++) if (titleOf[place] === titleOf[place - 1]) numbers[place] += numbers[place - 1];
    const none = Array.from({ length: count }, () => []);
    return {
      ...data, number, files, numbers, titleOf,
      ownLetters: OWN_LETTERS[data.code.split("-")[0]] ?? "",
      leads: { files: new Set(), rows: new Map() },
      common: commonOf(data.common),
      placeOfNumber: new Map(numbers.map((number, place) => [number, place])),
      norms: normsOf(numbersOf(columns.length, count).map(lengthOf), Math.max(1, data.averageLength)),
      versions: runsOf(columns.versions, count),
      titleLength: numbersOf(columns.titleLength, count),
      commonInTitle: numbersOf(columns.commonInTitle, count),
      values: {
        kind: alone(columns.kind), community: optional(columns.community), status: alone(columns.status), topic: none,
        ...Object.fromEntries(ATTRIBUTES.map((facet) => [facet, none])),
      },
    };
  };

  /** Loads what pages can be chosen by besides the manifest's columns. */
  const loadFacets = async (language) => {
    if (!language.facets) return;
    const { topicCounts, topics, ...attributes } = await language.files.piece(language.facets, "facets");
    const counts = numbersOf(topicCounts, language.count);
    language.values.topic = topicsOf(counts, numbersOf(topics, sumOf(counts)));
    for (const facet of ATTRIBUTES.filter((facet) => attributes[facet])) {
      language.values[facet] = numbersOf(attributes[facet], language.count).map((value) => value ? [value - 1] : []);
    }
    language.facets = "";
  };

  const sortingOf = (count) => ({ date, title }) => ({ date: numbersOf(date, count), title: numbersOf(title, count) });

  const titlesOf = ({ texts, ...lines }) => {
    const numbers = numbersOf(lines.numbers);
    return { numbers, rows: rowsOf(numbers, lines), texts };
  };

  /** The piece of titles that has a page, and its row there. */
  const titlesAt = async (language, page) => {
    const group = language.titleOf[page];
    const { starts, files } = language.titles;
    const titles = await language.files.ready(files[group], `titles/${starts[group]}`, titlesOf);
    const row = titles.rows.get(language.numbers[page]);
    ensure(row);
    return { titles, row };
  };

  /** A page's address and title. */
  const rowOf = async (language, page) =>
    language.leads.rows.get(language.numbers[page]) ?? (await titlesAt(language, page)).row;

  /** A page's summary, its sections, and what stands in none. */
  const textOf = async (language, page) => {
    const { titles, row } = await titlesAt(language, page);
    const shard = lastStart(titles.texts.starts, row.place);
    const first = titles.texts.starts[shard];
    const piece = await language.files.piece(titles.texts.files[shard], `texts/${titles.numbers[first]}`);
    return piece[row.place - first];
  };

  // ---- Choosing

  /** By facet the numbers of the chosen values; undefined where everything may pass. */
  const choiceOf = (filters, values) => {
    const choice = {};
    for (const facet of FACETS) {
      const chosen = filters[facet]?.length ? [].concat(filters[facet]) : facet === "status" ? ["live"] : undefined;
      choice[facet] = chosen && new Set(chosen.map((value) => (values[facet] ?? []).indexOf(value)));
    }
    return choice;
  };

  const valuesAt = (language, facet, page) => facet === "language" ? [language.number] : language.values[facet][page];

  /** The facets by whose choices a page does not pass. */
  const failedBy = (language, page, choice) => FACETS.filter((facet) =>
    choice[facet] && !valuesAt(language, facet, page).some((value) => choice[facet].has(value)));

  /** Chooses one version of each page that was found in several languages: in a language that was chosen, else the reader's,
      else the first that passes. Counts by facet what each value would leave: versions by language, pages by all others. */
  const chosenAmong = (found, choice, preferred, languages, counts) => {
    const count = (facet, { language, page }) => {
      for (const value of valuesAt(language, facet, page)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
    };
    const distance = ({ language: { code, number } }) => languages.includes(code) ? -2 : number === preferred ? -1 : number;
    const groups = new Map();
    for (const hit of found) {
      const failed = failedBy(hit.language, hit.page, choice);
      if (failed.length > 1) continue;
      if (failed.length === 0 || failed[0] === "language") count("language", hit);
      const version = hit.language.versions[hit.page];
      const key = version || `${hit.language.number} ${hit.page}`;
      groups.set(key, (groups.get(key) ?? []).concat({ hit, failed: failed[0] }));
    }
    const chosen = [];
    for (const versions of groups.values()) {
      const nearest = (failed) => versions.filter((version) => version.failed === failed)
        .sort((left, right) => distance(left.hit) - distance(right.hit))[0]?.hit;
      const hit = nearest(undefined);
      if (hit) chosen.push(hit);
      for (const facet of FACETS) {
        const counted = facet === "language" ? undefined : hit ?? nearest(facet);
        if (counted) count(facet, counted);
      }
    }
    return chosen;
  };

  // ---- Excerpts

  const EXCERPT = 220;

  /** By form, which of the words it is one of. */
  const formsOf = async (language, place, words) => {
    const forms = new Map();
    const add = (form, number) => forms.set(form, (forms.get(form) ?? []).concat(number));
    for (const [number, { lists }] of words.entries()) {
      const { rare, common } = lists[place];
      const shards = new Set([...rare.keys()].map((reference) => Math.floor(reference / LISTS_PER_SHARD)));
      for (const shard of shards) {
        const { forms: all, listOfForm } = await wordShard(language, shard);
        all.forEach((form, index) => { if (rare.has(rareList(shard, listOfForm[index]))) add(form, number); });
      }
      language.common.forms.forEach((form, index) => { if (common.has(commonList(language.common.terms[index]))) add(form, number); });
    }
    return forms;
  };

  /** The places of words that stand as a quotation has them. */
  const quotedAt = (words, quoted) => {
    const places = new Set();
    for (const quotation of quoted) {
      for (let start = 0; start + quotation.length <= words.length; start++) {
        if (quotation.every((word, place) => words[start + place].word === word)) quotation.forEach((_, place) => places.add(start + place));
      }
    }
    return places;
  };

  /** Where a text has what was asked for. The words of a quotation elsewhere are none of it. */
  const marksIn = (text, { forms, quoted, inQuotations, characters }) => {
    const words = wordsOf(text, characters);
    const places = quotedAt(words, quoted);
    const marks = [];
    const add = (word, form, from, to, isQuoted) => {
      const owners = forms.get(form);
      if (owners && (isQuoted || !owners.every((number) => inQuotations[number]))) marks.push({ word, from, to, owners, isQuoted });
    };
    words.forEach(({ word, from, to }, place) => add(word, word, from, to, places.has(place)));
    for (const { first, second, joined } of pairsOf(words, text)) add(`${first.word} ${second.word}`, joined, first.from, second.to, false);
    return marks.sort((left, right) => left.from - right.from || right.to - left.to);
  };

  /** More than any words are worth. */
  const QUOTED = 2 ** 30;

  const worthOf = (marks, words) =>
    [...new Set(marks.flatMap(({ owners }) => owners))].reduce((sum, number) => sum + words[number].rarity,
      marks.some(({ isQuoted }) => isQuoted) ? QUOTED : 0);

  /** Where the stretch of some characters begins whose marks say most about the words; the first of several. Marks come in
      by their ends and leave by their starts, so that a page of nothing but such words takes no longer than it is long. */
  const richestStart = (marks, words, length) => {
    const short = marks.filter(({ from, to }) => to - from <= length);
    const byEnd = [...short].sort((left, right) => left.to - right.to);
    const counts = words.map(() => 0);
    let quoted = 0;
    let [entered, left] = [0, 0];
    const count = ({ owners, isQuoted }, step) => {
      for (const owner of owners) counts[owner] += step;
      if (isQuoted) quoted += step;
    };
    let best = { start: 0, worth: 0 };
    for (const { from } of short) {
      while (byEnd[entered]?.to <= from + length) count(byEnd[entered++], 1);
      while (short[left].from < from) count(short[left++], -1);
      const worth = counts.reduce((sum, here, number) => here > 0 ? sum + words[number].rarity : sum, quoted > 0 ? QUOTED : 0);
      if (worth > best.worth) best = { start: from, worth };
    }
    return best.start;
  };

  /** The stretch of a text that says most about the words. */
  const excerptOf = (text, marks, words) => {
    const start = richestStart(marks, words, EXCERPT - 60);
    let from = text.length <= EXCERPT ? 0 : Math.max(0, Math.min(start - 60, text.length - EXCERPT));
    const begin = from > 0 ? text.indexOf(" ", from) + 1 : 0;
    if (begin > 0 && begin <= start) from = begin;
    let to = Math.min(text.length, from + EXCERPT);
    const end = to < text.length ? text.lastIndexOf(" ", to) : 0;
    if (end > to - 60 && end > start + 40) to = end;
    const lead = from > 0 ? "… " : "";
    const shift = lead.length - from;
    return {
      excerpt: lead + text.slice(from, to) + (to < text.length ? " …" : ""),
      marks: joined(marks.filter((mark) => mark.from >= from && mark.to <= to).map((mark) => [mark.from + shift, mark.to + shift])),
    };
  };

  /** Ranges in order, of which those that overlap are one: two characters of Chinese at a time are words. */
  const joined = (ranges) => {
    const result = [];
    for (const [from, to] of ranges) {
      const last = result.at(-1);
      if (last && from < last[1]) last[1] = Math.max(last[1], to); else result.push([from, to]);
    }
    return result;
  };

  /** What to mark on a page, so that readers see why it was found: quotations, and the forms of other words that stand there. */
  const highlightsOf = (marks, asked) => {
    const words = marks.filter(({ isQuoted }) => !isQuoted).map(({ word }) => word);
    const isSpaced = (word) => asked.characters.kindOf(word.codePointAt(0)) !== IDEOGRAPH;
    return [...asked.quoted.flatMap((quotation) => quotation.every(isSpaced) ? quotation.join(" ") : quotation), ...new Set(words)];
  };

  /** The section of a page that says most about the words, and what it says. */
  const detailOf = async (index, language, place, page, { words, quoted }, url, title) => {
    const [summary, sections, fields] = await textOf(language, page) ?? ["", [], ""];
    const inQuotations = words.map(({ questions }) =>
      questions.every(({ word }) => quoted.some((quotation) => quotation.includes(word))));
    const asked = { forms: await formsOf(language, place, words), quoted, inQuotations, characters: index.characters };
    const known = new Map();
    const marksOf = (text) => {
      if (!known.has(text)) known.set(text, marksIn(text, asked));
      return known.get(text);
    };
    let best = { id: "", heading: "", text: summary || sections[0]?.[2] || "", worth: -1 };
    // What stands in no section, such as somebody's skills, comes last: others of the same worth can be led to.
    for (const [id, heading, text] of [...(summary ? [["", "", summary]] : []), ...sections, ["", "", fields ?? ""]]) {
      const worth = worthOf([...marksOf(heading), ...marksOf(text)], words);
      if (worth > 0 && worth > best.worth) best = { id, heading, text, worth };
    }
    const { excerpt, marks } = excerptOf(best.text, marksOf(best.text), words);
    const texts = [title, summary, ...sections.flatMap(([, heading, text]) => [heading, text]), fields ?? ""];
    const highlights = highlightsOf(texts.flatMap(marksOf), asked);
    return { url: best.id ? `${url}#${best.id}` : url, section: best.heading || undefined, excerpt, marks, words: highlights };
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
      this.languages = manifest.languages.map((language, number) => languageOf(language, number, files));
    }

    /** Finds out which lists each word stands for, where they stand and what they are worth.

        Of a long query, the most common words are left out. */
    async wordsOf(query, languages) {
      const questions = questionsOf(query, this.characters);
      const count = languages.reduce((sum, language) => sum + language.count, 0);
      const lookUp = async (question) =>
        ({ question, lists: await Promise.all(languages.map((language) => listsOf(language, question, this.characters))) });
      const lookups = await Promise.all(questions.map(async (question) => {
        const asked = await lookUp(question);
        if (!asked.lists.every(isEmpty)) return { asked: [asked] };
        const { lists, halves, forms, haveWordItself } = await correctionsOf(languages, question, this.characters);
        return {
          asked: halves ? await Promise.all(halves.map(lookUp)) : [{ question, lists }],
          missing: haveWordItself ? undefined : { word: question.word, instead: forms },
          unknown: halves || lists.every(isEmpty) ? question.word : undefined,
        };
      }));
      const terms = termsOf(lookups.flatMap(({ asked }) => asked));
      const found = terms.map(({ lists }) => lists);
      const missing = lookups.flatMap(({ missing }) => missing ?? []);
      const isRare = (lists) => lists.some(({ rare }) => rare.size > 0);
      const rareCount = found.filter(isRare).length;
      const common = commonWords(found.map((lists) => isRare(lists) ? undefined : lists), languages);
      const taken = common.slice(0, Math.max(0, MOST_LOADED_WORDS - rareCount));
      const isShortened = taken.length < common.length && rareCount > 0;
      const words = await Promise.all(terms.map(async ({ questions, lists }, number) => {
        const isCommon = !isRare(lists);
        const isLeftOut = isCommon && !taken.includes(number);
        const hits = await Promise.all(languages.map((language, place) => {
          const { rare, common } = lists[place];
          return hitsOf(language, isLeftOut ? new Map() : new Map([...common, ...rare]));
        }));
        const pages = hits.reduce((sum, list) => sum + list.pages.length, 0);
        return { questions, lists, hits, pages, rarity: rarity(count, pages), countsInTitles: !isShortened || !isCommon };
      }));
      const unknown = new Set(lookups.flatMap(({ unknown }) => unknown ?? []));
      return { questions, words: words.filter((word) => word.pages > 0), isShortened, commonCount: common.length, unknown, missing };
    }

    label(facet, value) {
      return this.labels[this.language]?.[facet]?.[value] ?? this.labels[this.languages[0]?.code]?.[facet]?.[value] ?? value;
    }

    /** What is found, best first. Without a query, what is chosen. */
    async search(query, options) {
      const { filters, limit, offset, ...others } = options ?? {};
      const least = (number, usual) => Number.isFinite(Number(number ?? usual)) ? Math.max(0, Math.floor(number ?? usual)) : usual;
      const asked = [String(query ?? ""), { ...others, filters: filters ?? {}, limit: least(limit, 10), offset: least(offset, 0) }];
      try {
        if (!this.languages) await this.load();
        return await this.find(...asked);
      } catch (error) {
        // A file that is gone was of an older build: once more with the present manifest.
        await this.load(true);
        return await this.find(...asked);
      }
    }

    async find(query, { filters, limit, offset, sort = "relevance", language: code, facets = true }) {
      const languages = code === undefined ? this.languages : this.languages.filter((language) => language.code === code);
      const [{ questions, words, isShortened, commonCount, unknown, missing }] = await Promise.all([
        this.wordsOf(query, languages),
        facets || ["topic", ...ATTRIBUTES].some((facet) => filters[facet]?.length) ? Promise.all(languages.map(loadFacets)) : undefined,
      ]);
      const preferred = this.languages.findIndex(({ code }) => code === this.language);
      const isListing = questions.length === 0 && FACETS.some((facet) => filters[facet]?.length);
      const quoted = quotedIn(query, this.characters);
      const quotations = numbersOfQuoted(quoted, words, unknown);
      const total = words.reduce((sum, word) => sum + word.rarity, 0);
      let found = [];
      let isWhole = true;
      languages.forEach((language, place) => {
        const own = words.map((word) => ({ ...word, hits: word.hits[place] }));
        const sums = scoresOf(language, own);
        for (let page = 0; page < language.count; page++) {
          if (!sums.found[page] && !isListing) continue;
          if (!quotations || !mayHold(page, own, quotations)) continue;
          const rarer = language.titleLength[page] - language.commonInTitle[page];
          const titleLength = isShortened && rarer > 0 ? rarer : language.titleLength[page];
          const hasSameCommonCount = isShortened && language.commonInTitle[page] === commonCount;
          const score = isListing ? 0 : scoreOf(page, sums, titleLength, hasSameCommonCount, own, total);
          found.push({ language, place, page, key: 0, score });
        }
      });
      const order = (left, right) => left.key - right.key || right.score - left.score || left.place - right.place || left.page - right.page;
      const choice = choiceOf(filters, this.values);
      if (quoted.some(({ length }) => length > 1)) {
        // What is not chosen comes last; it counts for facets alone.
        for (const hit of found) hit.key = failedBy(hit.language, hit.page, choice).length === 0 ? 0 : 1;
        const chosenCount = found.filter(({ key }) => key === 0).length;
        // Where neither counts nor another order are wanted, those that are shown are enough.
        const enough = facets || sort !== "relevance" || limit === 0 ? Infinity : offset + limit;
        const read = facets ? found : found.filter(({ key }) => key === 0);
        const quoting = await this.quoting(read.sort(order), quoted, enough);
        found = quoting.found;
        isWhole = quoting.read >= chosenCount;
      }
      const counts = Object.fromEntries(FACETS.map((facet) => [facet, []]));
      found = chosenAmong(found, choice, preferred, filters.language ?? [], counts);
      if (sort === "date" || sort === "title") {
        const columns = await Promise.all(languages.map((language) => language.files.ready(language.sorting, "sorting", sortingOf(language.count))));
        for (const hit of found) hit.key = sort === "date" ? -columns[hit.place].date[hit.page] : columns[hit.place].title[hit.page];
      }
      found.sort(order);
      const results = await Promise.all(found.slice(offset, offset + limit).map((hit) => this.result(hit, { words, quoted })));
      return { total: found.length, isWhole, results, facets: this.facets(counts, choice), missing };
    }

    /** Those of the first pages in which quotations stand; if they stand in none of them, those of the next. And how many
        were read. `enough` of them, in all their languages, are not looked beyond. */
    async quoting(pages, quoted, enough) {
      const found = [];
      const versions = new Set();
      const step = Math.ceil(enough * 3 / 2);
      let read = 0;
      for (let round = 1; round <= MOST_QUOTING_ROUNDS && found.length === 0; round++) {
        const end = Math.min(pages.length, round * MOST_QUOTING_PAGES);
        while (read < end && versions.size < enough) {
          const some = pages.slice(read, read = Math.min(read + step, end));
          const stands = await Promise.all(some.map(async ({ language, page }) => {
            const [{ title }, text] = await Promise.all([rowOf(language, page), textOf(language, page)]);
            return quotes(text, title, quoted, this.characters);
          }));
          for (const hit of some.filter((_, number) => stands[number])) {
            found.push(hit);
            versions.add(hit.language.versions[hit.page] || `${hit.place} ${hit.page}`);
          }
        }
      }
      return { found, read };
    }

    async result({ language, place, page, score }, asked) {
      const { url: address, title } = await rowOf(language, page);
      const url = new URL(address, this.root);
      if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
      const [kind] = language.values.kind[page].map((value) => this.values.kind[value]);
      const [community] = language.values.community[page].map((value) => this.values.community[value]);
      return {
        url: url.href, title, kind, community, language: language.code, score,
        isArchived: language.values.status[page][0] === 1,
        labels: {
          kind: this.label("kind", kind), community: community && this.label("community", community),
          language: this.label("language", language.code),
        },
        detail: () => detailOf(this, language, place, page, asked, url.href, title),
      };
    }

    /** By facet its values, the most frequent first, and those that are chosen. */
    facets(counts, choice) {
      return Object.fromEntries(FACETS.map((facet) => [facet, (this.values[facet] ?? [])
        .map((value, number) => ({ value, label: this.label(facet, value), count: counts[facet][number] ?? 0, number }))
        .filter(({ number, count }) => count > 0 || choice[facet]?.has(number))
        .sort((left, right) => right.count - left.count || left.number - right.number)
        .map(({ value, label, count }) => ({ value, label, count }))]));
    }
  }

  /** Opens the index of a site. `language` is the reader's; `read` gives the text of a file where there is no document. */
  const open = async (baseURL, { language, read } = {}) => {
    const base = String(baseURL || ".").replace(/\/?$/, "/");
    const root = typeof document === "undefined" ? new URL(base) : new URL(base, document.baseURI);
    const index = new Index(root, language ?? globalThis.document?.documentElement.lang, read);
    await index.load();
    return index;
  };

  return { open, register };
})();
