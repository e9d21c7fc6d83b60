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
  return {
    titles: async (query, count) => {
      ({ results } = await index.search(query, { limit: count }));
      return results.map(({ url }) => url);
    },
    details: (count) => Promise.all(results.slice(0, count).map((result) => result.detail())),
  };
}
