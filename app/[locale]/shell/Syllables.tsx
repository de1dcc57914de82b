/**
 * Names the faces of Hangul syllables (`--syllables` of app/fallback-fonts.css): on a first visit once something is painted, so that their
 * 80 to 150 kB do not come before what the page is made of; at once when they have come before, and are in the browser's cache, so that nothing
 * changes its face. In the page itself, since a page comes alive a second later on a slow phone.
 */
const NAMING = `((d,f,k,p,s)=>{const n=()=>{d.dataset.syllables="";f.addEventListener("loadingdone",()=>{try{localStorage[k]="seen"}catch{}})};
try{s=localStorage[k]}catch{}
s?n():p?.supportedEntryTypes?.includes("paint")?new p((_,o)=>{o.disconnect();n()}).observe({type:"paint",buffered:true}):requestAnimationFrame(()=>setTimeout(n))
})(document.documentElement,document.fonts,"boxup.fonts",window.PerformanceObserver)`;

// A constant: nothing of anybody's stands in it, and the page's policy allows exactly this text.
// eslint-disable-next-line react/no-danger -- see above
export const Syllables = () => <script dangerouslySetInnerHTML={{ __html: NAMING }} />;
