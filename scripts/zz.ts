import { challenge } from "@/content/topics/filter-weights/challenges/filter-response/challenge";
import { rivals } from "@/content/topics/filter-weights/challenges/filter-response/rivals";
import { rivalTable } from "@/tests/contract/rivalTable";
import { readFileSync, writeFileSync } from "node:fs";
const pc=(r:number)=>Number.isNaN(r)?"–":`${Math.round(100*r)}%`;
for (const level of [1,2,3,4,5] as const){ for(let i=0;i<20;i++)challenge.generate("w"+i,level); let c0=process.cpuUsage().user, max=0, slack=Infinity; const n=500; for(let i=0;i<n;i++){const a=process.cpuUsage().user; const ins=challenge.generate("f"+i,level); slack=Math.min(slack,challenge.slack(ins)); max=Math.max(max,(process.cpuUsage().user-a)/1000);} console.log(level,"cpu mean ms",((process.cpuUsage().user-c0)/1000/n).toFixed(2),"max",max.toFixed(1),"slack",slack);}
const rows=rivalTable(challenge,rivals,(l,i)=>challenge.generate(String(i),l),200).map((row)=>{const name=row.blind?`*${row.rival}*`:row.rival; const cells=row.notPlayable?[1,2,3,4,5].map((_,i)=>i===0?`not playable: ${row.notPlayable}`:""):([1,2,3,4,5] as const).map((l,i)=>row.levels.includes(l)?pc(row.rates[i]):`(${pc(row.rates[i])})`); return `| filter-response 1 | ${name} | ${cells.join(" | ")} |`;});
console.log(rows.join("\n"));
let d=readFileSync("docs/challenges.md","utf8").split("\n").filter(l=>!l.startsWith("| filter-response "));
const at=d.findIndex(l=>l.startsWith("| focal-gamma "));
d.splice(at,0,...rows); writeFileSync("docs/challenges.md",d.join("\n"));
