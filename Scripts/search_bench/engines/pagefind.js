async ([root, address]) => {
  const pagefind = await import(root + address);
  return {
    // Titles come with the fragments of pages, and excerpts with them.
    titles: async (query, count) => {
      const { results } = await pagefind.search(query);
      const shown = await Promise.all(results.slice(0, count).map((result) => result.data()));
      return shown.map(({ url }) => url);
    },
    details: async () => {},
  };
}
