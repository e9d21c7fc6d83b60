async ([root, address]) => {
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} does not load`));
    script.src = root + address;
    document.head.append(script);
  });
  const index = await PraxisSearch.open(root);
  let results = [];
  const search = async (query, count) => {
    ({ results } = await index.search(query, { limit: count, facets: false }));
    return results;
  };
  return {
    ranked: async (query, count) => (await search(query, count)).map(({ url }) => url),
    titles: async (query, count) => (await search(query, count)).length,
    details: (count) => Promise.all(results.slice(0, count).map((result) => result.detail())),
  };
}
