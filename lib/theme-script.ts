// The one inline script of a page: sets the reader's theme before the first paint. The script
// policy allows it by its hash, so it is a constant and stays below 200 bytes.
export const themeScript =
  'try{let t=localStorage.theme;if(t)document.documentElement.dataset.theme=t}catch{}';
