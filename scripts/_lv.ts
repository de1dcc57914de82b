import { generate } from "@/content/topics/fpn/challenges/fpn-level/draw";
import { levelsOf, freeLevels, sidesOf } from "@/content/topics/fpn/challenges/fpn-level/instance";
import { rivals } from "@/content/topics/fpn/challenges/fpn-level/rivals";
for (const L of [1,2,3,4,5] as const){ const t=performance.now(); let worst=0; const pat:Record<string,number>={}; const cnt:Record<string,number>={};
 const r:Record<string,number>={};let fails=0;
 for(let i=0;i<300;i++){const a=performance.now(); let v; try{ v=generate(String(i),L);}catch(e){fails++; if(fails===1)console.log(String(e));continue} worst=Math.max(worst,performance.now()-a); if(i<2) console.log(L,v.k0,v.canonical,v.lowest,v.highest,JSON.stringify(v.boxes.map(b=>sidesOf(b).join("x"))),levelsOf(v).join(),freeLevels(v).join());
 const tr=levelsOf(v); const key=[...tr].map(k=>k-v.lowest).sort().join(""); pat[key]=(pat[key]??0)+1; for(const k of tr)cnt[k-v.lowest]=(cnt[k-v.lowest]??0)+1;
 const q=(rivals.blind.quota as any)(v).levels; const sc=q.filter((x:number,j:number)=>x===tr[j]).length/tr.length; if(sc>=.5) r.quota=(r.quota??0)+1;
 }
 console.log(L,"mean ms",(performance.now()-t)/300,"worst",worst,"fails",fails,Object.entries(pat).sort((a,b)=>b[1]-a[1]).slice(0,8).join(" "),Object.keys(pat).length,JSON.stringify(cnt),r);}
