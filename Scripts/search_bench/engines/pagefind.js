async ([root, address]) => {
  const pagefind = await import(root + address);
  const search = async (query, count) => (await pagefind.search(query)).results.slice(0, count);
  return {
    ranked: async (query, count) => (await search(query, count)).map(({ id }) => id),
    // Titles come with the fragments of pages, and excerpts with them.
    titles: async (query, count) => {
      const found = await search(query, count);
      return (await Promise.all(found.map((result) => result.data()))).length;
    },
    details: async () => {},
  };
}
