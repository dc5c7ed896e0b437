// Before the first paint, so that no page flashes in the other theme.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("epochal.theme");
  } catch {
    // Nothing is remembered here.
  }
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
})();
