/** Brings the results up where they begin below the middle of the window: what was opened in them is to be seen. */
export function showResults(): void {
  const results = document.getElementById('results');
  if (results && results.getBoundingClientRect().top > window.innerHeight / 2) results.scrollIntoView();
}
