// Runs before the first paint: applies a colour scheme that the reader chose earlier.
(() => {
  let choice = null;
  try { choice = localStorage.getItem("praxis-scheme"); } catch { /* storage is refused */ }
  if (choice === "light" || choice === "dark") document.documentElement.dataset.scheme = choice;
})();
