// The page appears in its own fonts: they stand in its styles, and take a moment to be read. Shown earlier, every line
// would be set twice. The build writes in which.
(() => {
  const root = document.documentElement;
  const show = () => delete root.dataset.unset;
  root.dataset.unset = "";
  setTimeout(show, 500);
  Promise.allSettled(FACES.map(([face, character]) => document.fonts.load(face, character))).then(show);
})();
